package clause

import (
	"strings"
	"testing"
	"time"
)

// TestLinear: texts of one sentence without end take time in proportion to
// their length. 32 times the length may take 256 times as long, for the noise of
// a busy machine; the square would be 1024.
func TestLinear(t *testing.T) {
	for _, unit := range []string{
		"he met envoys, ", "oil, gas, ", "who said that ", "and met ", "“he said, ", "talks held ", "Moscow said, ", "to sign, ", "if they, ",
	} {
		cost := func(n int) time.Duration {
			x := text(strings.Repeat(unit, n))
			best := time.Hour
			for range 3 {
				start := time.Now()
				Find(x, "en")
				best = min(best, time.Since(start))
			}
			return best
		}
		small, large := cost(500), cost(16000)
		if large > 32*8*small+20*time.Millisecond {
			t.Errorf("%q: 500 times take %v, 16000 times %v", unit, small, large)
		}
	}
}
