package chronology

import (
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/event"
)

// TestContract: where two texts are contracted to the same, any two sentences stand in
// the same order, and are as near as merging asks.
func TestContract(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2))
	same := 0
	for range 3000 {
		was := make([]event.Mention, 1+r.IntN(5))
		now := make([]event.Mention, len(was))
		for i := range was {
			at, n := 500+r.IntN(3)*r.IntN(400), r.IntN(300)
			was[i].SentenceStart, was[i].SentenceEnd = at, at+n
			if cut := 500; at >= cut+r.IntN(300) {
				at += r.IntN(30)
			}
			now[i].SentenceStart, now[i].SentenceEnd = at, at+n
		}
		a, b, near := Contract(was)
		c, d, nearer := Contract(now)
		if !slices.Equal(a, c) || !slices.Equal(b, d) || !slices.Equal(near, nearer) {
			continue
		}
		same++
		for i := range was {
			for j := range was {
				for _, gap := range []int{0, beside, nearby} {
					if (was[i].SentenceStart < was[j].SentenceEnd+gap) != (now[i].SentenceStart < now[j].SentenceEnd+gap) {
						t.Fatalf("%v %v are said to stand as %v %v", was[i].Span(), was[j].Span(), now[i].Span(), now[j].Span())
					}
				}
				if (was[i].SentenceStart < was[j].SentenceStart) != (now[i].SentenceStart < now[j].SentenceStart) {
					t.Fatalf("%v %v are said to stand as %v %v", was[i].Span(), was[j].Span(), now[i].Span(), now[j].Span())
				}
			}
		}
	}
	if same < 300 {
		t.Errorf("of 3000 texts %d were the same", same)
	}
}
