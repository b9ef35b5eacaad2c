package chronology

import (
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// TestAlikeIn: what tells nearly the same on one day is shown to the editor,
// with what keeps it apart; other days and other matters are not.
func TestAlikeIn(t *testing.T) {
	mentions := slices.Concat(
		read("a", "2024-03-20", "Alpha", opening+"The UN General Assembly adopted the resolution on the grain of Odesa on March 14 by 93 votes to 18."),
		read("b", "2024-03-20", "Beta", opening+"The UN General Assembly adopted the resolution on the grain ships of Odesa on March 14 by 81 to 20."),
		read("c", "2024-03-20", "Gamma", opening+"The UN General Assembly adopted the resolution on the grain of Odesa on January 9 by 70 votes to 18."),
		read("d", "2024-03-20", "Delta", opening+"Modi visited Lima on March 14."),
	)
	lookup := actor.Default().Lookup
	events, _ := Merge(mentions, Options{Actor: lookup})
	if len(events) != 5 { // and the embassy, which all tell
		t.Fatalf("%d events", len(events))
	}
	pairs := AlikeIn(events, lookup)
	if len(pairs) != 1 {
		t.Fatalf("%d pairs: %v", len(pairs), pairs)
	}
	if p := pairs[0]; p.Apart != "votes" || p.Score < half || p.A.Date != "2024-03-14" || p.B.Date != "2024-03-14" {
		t.Errorf("got %+v", p)
	}
}
