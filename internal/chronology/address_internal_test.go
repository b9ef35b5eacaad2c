package chronology

import (
	"strings"
	"testing"
)

// TestAtFirst: an id takes three words of a headline, and more of short ones,
// or where others have the same.
func TestAtFirst(t *testing.T) {
	for headline, want := range map[string]string{
		"Council adopts fisheries rules for the northern waters": "council-adopts-fisheries",
		"Lund meets Reis at the pier in Oslo":                    "lund-meets-reis-pier",
		"EU drafts 20th package of sanctions on shipping":        "eu-drafts-20th-package",
		"Ferry sinks": "ferry-sinks",
	} {
		ws := idWordsOf(headline)
		if got := strings.Join(ws[:atFirst(ws)], "-"); got != want {
			t.Errorf("%q begins %q, want %q", headline, got, want)
		}
	}
	d := &draft{Event: &Event{Date: "2025-09-03", Headline: "Council adopts fisheries rules for the northern waters"}}
	taken := map[string]bool{}
	for _, want := range []string{"2025-09-03-council-adopts-fisheries", "2025-09-03-council-adopts-fisheries-rules"} {
		got := fresh(d, func(id string) bool { return taken[id] })
		if taken[got] = true; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
