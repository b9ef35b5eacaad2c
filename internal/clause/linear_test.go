package clause

import (
	"strings"
	"testing"
	"time"
)

// TestLinear: texts of one sentence without end take time in proportion to
// their length; a factor of four is allowed for noise.
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
		small, large := cost(1000), cost(8000)
		if large > 8*4*small+20*time.Millisecond {
			t.Errorf("%q: 1000 times take %v, 8000 times %v", unit, small, large)
		}
	}
}
