//go:build unix

package clause

import (
	"strings"
	"syscall"
	"testing"
	"time"
)

// spent is the processor's time that this process has taken: unlike the clock
// it does not run while others are at work.
func spent(t *testing.T) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// TestLinear: texts of one sentence without end cost in proportion to their
// length. 32 times the length may cost 256 times as much, for the noise of
// collecting garbage; the square would be 1024.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"he met envoys, ", "oil, gas, ", "who said that ", "and met ", "“he said, ", "talks held ", "Moscow said, ", "to sign, ", "if they, ",
	} {
		cost := func(n int) time.Duration {
			x := text(strings.Repeat(unit, n))
			best := time.Hour
			for range 3 {
				start := spent(t)
				Find(x, "en")
				best = min(best, spent(t)-start)
			}
			return best
		}
		small, large := cost(500), cost(16000)
		if large > 32*8*small+20*time.Millisecond {
			t.Errorf("%q: 500 times take %v, 16000 times %v", unit, small, large)
		}
	}
}
