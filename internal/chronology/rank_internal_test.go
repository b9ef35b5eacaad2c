package chronology

import (
	"math"
	"testing"
)

// TestRound: a rank that is next to nothing is 0 from whichever side, for what is kept
// of it between builds is a number, and a page shows how it is written.
func TestRound(t *testing.T) {
	for _, rank := range []float64{.0002, 0, math.Copysign(0, -1), -.0002} {
		d := &draft{Event: &Event{}}
		if d.round(rank); d.rank != 0 || math.Signbit(d.rank) {
			t.Errorf("%g is rounded to %g", rank, d.rank)
		}
	}
}
