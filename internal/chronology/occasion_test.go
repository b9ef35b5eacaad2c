package chronology

import (
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/event"
)

// TestOccasion reads two articles, of which one dates an occasion that the other
// names: what the other tells of it has its day, or "" where it has none.
func TestOccasion(t *testing.T) {
	for name, c := range map[string]struct{ one, two, trigger, date, head string }{
		"the occasion itself": {
			"The Lagos summit of the African Union took place on 3 March 2025.",
			"Cyril Ramaphosa chaired the Lagos summit, the longest in the history of the African Union.", "chaired", "2025-03-03", "The African Union is an old club.\n\n",
		},
		"what took place at it": {
			"The Lagos summit of the African Union took place on 3 March 2025.",
			"Modi and Macron had met at the Lagos summit.", "met", "2025-03-03", opening,
		},
		"beside it": {
			"Ramaphosa chaired the Lagos summit on 3 March 2025.",
			"On the sidelines of the annual Lagos summit, Modi and Macron signed an agreement on ports.", "signed", "2025-03-03", opening,
		},
		"called after its place": {
			"The African Union held its summit in Lagos on 3 March 2025.",
			"Modi and Macron had met at the Lagos summit.", "met", "2025-03-03", opening,
		},
		"another occasion": {
			"The Lagos summit of the African Union took place on 3 March 2025.",
			"Modi and Macron had met at the Lima summit.", "met", "", opening,
		},
		"another kind of occasion": {
			"The Lagos summit of the African Union took place on 3 March 2025.",
			"Modi and Macron had met at the Lagos parade.", "met", "", opening,
		},
		"after it": {
			"The Lagos summit of the African Union took place on 3 March 2025.",
			"Modi and Macron had met after the Lagos summit.", "met", "", opening,
		},
		"a day on which it was only spoken of": {
			"Ramaphosa met Modi in Paris on 3 March 2025 to prepare the Lagos summit.",
			"Modi and Macron had met at the Lagos summit.", "met", "", opening,
		},
		"two days that it may be": {
			"The Lagos summit of the African Union took place on 3 March 2025. The Lagos summit of the Arab League took place on 9 March 2025.",
			"Modi and Macron had met at the Lagos summit.", "met", "", opening,
		},
		"a year before": {
			"The Lagos summit of the African Union took place on 3 March 2024.",
			"Modi and Macron had met at the Lagos summit.", "met", "", opening,
		},
	} {
		mentions := slices.Concat(read("a", "2025-03-10", "Alpha", c.one), read("b", "2025-03-20", "Beta", c.head+c.two))
		if !slices.ContainsFunc(mentions, func(m *event.Mention) bool { return m.Doc == "b" && m.Trigger.Text == c.trigger && m.Date == "" }) {
			t.Errorf("%s: %q is not told without a date", name, c.trigger)
		}
		events, _ := Merge(mentions, Options{Actor: actor.Default().Lookup})
		got := ""
		for _, e := range events {
			for _, m := range e.Told {
				if m.Doc == "b" && m.Trigger.Text == c.trigger {
					got = e.Date
				}
			}
		}
		if got != c.date {
			t.Errorf("%s: %q, want %q", name, got, c.date)
			for _, m := range mentions {
				t.Logf("%s %q %s [%s] %s %v", m.Doc, m.Date, m.Type, m.Trigger.Text, m.Headline, m.Actors)
			}
		}
	}
}

// TestOccasionKept: an article that dates an occasion, or does so no longer,
// changes what others tell of it as a merge from scratch does.
func TestOccasionKept(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	places := []string{"Lagos", "Lima", "Geneva"}
	article := func(doc string) []*event.Mention {
		text := opening
		if r.Intn(2) == 0 {
			text += fmt.Sprintf("The %s summit of the African Union took place on %d March 2025.\n\n", places[r.Intn(3)], 1+r.Intn(9))
		}
		text += fmt.Sprintf("Modi and Macron had met at the %s summit.\n\nThe %s summit was chaired by Lula.", places[r.Intn(3)], places[r.Intn(3)])
		return read(doc, fmt.Sprintf("2025-03-%d", 10+r.Intn(20)), "Outlet "+doc, text)
	}
	opts, k, docs, venues := Options{Actor: actor.Default().Lookup}, NewKeeper(actor.Default().Lookup), map[string][]*event.Mention{}, 0
	for n := range 60 {
		doc := string(rune('a' + r.Intn(12)))
		docs[doc] = article(doc)
		if r.Intn(5) == 0 {
			delete(docs, doc)
		}
		k.Put(doc, docs[doc])
		var all []*event.Mention
		for _, ms := range docs {
			all = append(all, ms...)
		}
		scratch, _ := Merge(all, opts)
		events, _ := k.Events(opts)
		if got, want := lined(t, events), lined(t, scratch); got != want {
			t.Fatalf("edit %d:\n%s", n, firstDifference(got, want))
		}
		for _, e := range events {
			if e.Told[0].DateBasis == "occasion" {
				venues++
			}
		}
	}
	if venues == 0 {
		t.Error("no occasion dated anything")
	}
}
