package chronology

import (
	"math"
	"testing"
)

// TestParts: the parts of every rank, of a merge and of one that goes on, have
// the rank for their sum.
func TestParts(t *testing.T) {
	ms := allMentions(t)
	k := NewKeeper(people)
	for doc, list := range byDocument(ms) {
		k.Put(doc, list)
	}
	kept, _ := k.Events(Options{})
	k.Put(ms[0].Doc, nil)
	fewer, _ := k.Events(Options{})
	merged, _ := Merge(ms, Options{Actor: people})
	several := 0
	for _, events := range [][]*Event{merged, kept, fewer} {
		for _, e := range events {
			sum := 0.0
			for _, p := range e.Parts() {
				sum += p.Value
			}
			if math.Abs(sum-e.Rank) > .006 {
				t.Errorf("%s: the parts %v make %.3f, the rank is %.3f", e.ID, e.Parts(), sum, e.Rank)
			}
			if len(e.Parts()) > 2 {
				several++
			}
		}
	}
	if several == 0 {
		t.Error("no rank has parts")
	}
}
