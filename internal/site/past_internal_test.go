package site

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
)

// TestSame changes every field of an event that its imprint holds, which is all but
// its rank: an event that is not the same is never taken for it.
func TestSame(t *testing.T) {
	fresh := func() *chronology.Event {
		return &chronology.Event{
			ID: "a", Dates: []chronology.DateVote{{Date: "2025", Docs: []string{"d"}}}, Actors: []string{"x"}, Places: []string{"y"},
			Mentions: []chronology.MentionID{{Doc: "d", ID: "m1"}}, Links: []chronology.Link{{Rel: "follows", ID: "b"}},
			Corrections: []chronology.Correction{{Date: "2025", Text: "z"}},
		}
	}
	a := fresh()
	if b := fresh(); !same(a, b) || imprintOf(a) != imprintOf(b) {
		t.Fatal("two equal events are not the same")
	}
	kind := reflect.TypeOf(*a)
	for _, i := range dataFields(kind) {
		b := fresh()
		f := reflect.ValueOf(b).Elem().Field(i)
		if kind.Field(i).Name == "Rank" {
			continue
		}
		switch f.Kind() {
		case reflect.String:
			f.SetString(f.String() + "changed")
		case reflect.Int:
			f.SetInt(f.Int() + 1)
		case reflect.Float64:
			f.SetFloat(f.Float() + 1)
		case reflect.Bool:
			f.SetBool(!f.Bool())
		case reflect.Slice:
			f.Set(reflect.Append(f, reflect.Zero(f.Type().Elem())))
		default:
			t.Fatalf("no way to change %s", kind.Field(i).Name)
		}
		if same(a, b) {
			t.Errorf("an event with another %s is taken for the same", kind.Field(i).Name)
		}
		if imprintOf(a) == imprintOf(b) {
			t.Errorf("an event with another %s has the same imprint", kind.Field(i).Name)
		}
	}
	b := fresh()
	b.Dates[0].Docs = []string{"e"}
	if same(a, b) {
		t.Error("an event that others date is taken for the same")
	}
	b = fresh()
	b.Told = []*event.Mention{{Text: "said"}}
	if same(a, b) || imprintOf(a) == imprintOf(b) {
		t.Error("an event with another telling is taken for the same")
	}
}

func imprintOf(ev *chronology.Event) Imprint {
	return (*Past)(nil).Imprints([]*chronology.Event{ev})[0]
}

// TestPlaces changes, adds and removes events at random: places found with a
// past are those found without.
func TestPlaces(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	dates := []string{"", "2024", "2024-05", "2024-05-03", "2024-W18", "2023-12-30/2024-01-04", "2023/2024", "BC0044", "2024-Q2", "202"}
	var events []*chronology.Event
	next := 0
	fresh := func() *chronology.Event {
		next++
		return &chronology.Event{ID: fmt.Sprintf("e%d", next*7%97+next*100), Date: dates[chance.IntN(len(dates))], Rank: float64(chance.IntN(3))}
	}
	past := &Past{}
	for range 200 {
		switch n := len(events); {
		case n < 40 || chance.IntN(3) == 0:
			events = append(slices.Clone(events), fresh())
		case chance.IntN(2) == 0:
			events = slices.Delete(slices.Clone(events), n/2, n/2+1)
		default:
			events = slices.Clone(events)
			e := *events[n/3]
			e.Rank++
			events[n/3] = &e
		}
		with, without := newIndex(Input{Events: events, Past: past}), newIndex(Input{Events: events})
		for i, e := range with.entries {
			if w := without.entries[i]; w.ev != e.ev || w.at != e.at || w.year != e.year || w.addr != e.addr {
				t.Fatalf("with a past %s stands at %v, without %s at %v", e.ev.ID, e.at, w.ev.ID, w.at)
			}
		}
		past.last = with
	}
}
