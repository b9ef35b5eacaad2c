package chronology

import (
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
