package chronology

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// Alike is two events that have something of one: what an editor looks at who
// asks which event is told twice. Score is how alike their tellings are on
// average, where 1 is what makes them one. Apart is what forbids that all the
// same ("place", "actors"), "" where nothing does. The first event comes before
// the second in the order of the events.
type Alike struct {
	A, B  *Event
	Score float64
	Apart string
}

// half is the least score of what is alike.
const half = .5

// AlikeIn are those of the events that are alike, the most alike first. They are
// held against each other as merging holds their tellings, with the words that
// all of these events use often, so the mentions need their sentences; lookup is
// that of Options. The time grows with the events that share days.
func AlikeIn(events []*Event, lookup func(string) *actor.Actor) []Alike {
	census, r := NewCensus(), newReader(lookup)
	told := make([][]*said, len(events))
	for i, e := range events {
		for _, m := range e.Told {
			census.Add(m)
			told[i] = append(told[i], r.tell(m))
		}
	}
	facts := census.facts()
	weighed := make([][]*telling, len(events))
	for i, ss := range told {
		for _, s := range ss {
			if weighed[i] = append(weighed[i], s.weighed(facts)); len(weighed[i]) == sampled {
				break
			}
		}
	}
	var out []Alike
	for i, a := range events {
		for j := i + 1; j < len(events); j++ {
			if x := (Alike{A: a, B: events[j]}); near(a, events[j]) && x.measure(weighed[i], weighed[j]) {
				out = append(out, x)
			}
		}
	}
	slices.SortStableFunc(out, func(x, y Alike) int { return cmp.Compare(y.Score, x.Score) })
	return out
}

// near reports whether the dates of two events share a day, or are a day apart.
// Of their tellings some may be coarse, and meet those of many days.
func near(a, b *Event) bool {
	x, ok1 := calendar.Parse(a.Date)
	y, ok2 := calendar.Parse(b.Date)
	return ok1 && ok2 && x.First() <= y.Last()+1 && y.First() <= x.Last()+1
}

// sampled is how many tellings of an event are held against another's.
const sampled = 6

// measure holds the tellings of two events against each other, and reports
// whether they are alike.
func (x *Alike) measure(as, bs []*telling) bool {
	sum, n := 0.0, 0
	for _, a := range as {
		for _, b := range bs {
			if !meet(a, b) {
				continue
			}
			like := likeness(a, b)
			if why := apartWith(a, b, like); x.Apart == "" {
				x.Apart = why
			}
			sum += score(a, b, like, overlapOf(a, b)) / enough(a, b)
			n++
		}
	}
	x.Score = sum / float64(max(n, 1))
	return n > 0 && x.Score >= half
}
