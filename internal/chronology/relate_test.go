package chronology

import (
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// TestFollows: what a sentence counts from an earlier act follows that act,
// whichever of the two the sentence tells first; the earlier follows nothing.
func TestFollows(t *testing.T) {
	for text, want := range map[string]string{
		"Poland closed its border with Belarus on 6 March, three days after Belarus had expelled the Polish ambassador.":           "2025-03-06",
		"Chile signed a treaty with Peru on 14 March, a week after Peru lifted its tariffs on Chilean wine.":                       "2025-03-14",
		"Poland closed its border with Belarus on 6 March. Belarus had expelled the Polish ambassador on 3 March, without a word.": "",
	} {
		events, _ := Merge(read("a", "2025-03-22", "Alpha", text), Options{Actor: actor.Default().Lookup})
		got := ""
		for _, e := range events {
			for _, l := range e.Links {
				if l.Rel == follows {
					got += e.Date
				}
			}
		}
		if len(events) != 2 || got != want {
			t.Errorf("%q: %d events, %q follows, want %q", text, len(events), got, want)
		}
	}
}

// TestCancelledByTheirOwn: a summit told by those who had planned it, in a
// relative clause, is the one that is cancelled.
func TestCancelledByTheirOwn(t *testing.T) {
	mentions := slices.Concat(read("a", "2024-07-01", "Alpha", "Trump and Putin will hold a summit in Budapest in October."),
		read("b", "2024-08-02", "Beta", "The summit that Trump and Putin had planned for October was called off on Thursday."))
	events, _ := Merge(mentions, Options{Actor: actor.Default().Lookup})
	for _, e := range events {
		switch e.Type {
		case "meeting":
			if e.Status != "cancelled" {
				t.Errorf("the summit is %s", e.Status)
			}
		case "cancellation":
			if len(e.Links) != 1 || e.Links[0].Rel != cancels {
				t.Errorf("it was called off with links %v", e.Links)
			}
		}
	}
	if len(events) != 2 {
		t.Errorf("%d events of %d mentions", len(events), len(mentions))
	}
}
