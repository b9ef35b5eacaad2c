package chronology

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// The parts of an event's own merit, each between 0 and 1, and what each is
// worth. Acts of no type that has a name are the most, and mostly the least: what
// is taken off them outweighs all else, and anything from 3 to 5 ranks alike.
const (
	ownVoices     = 1.5 // independent outlets that tell it: 1 → 0, 2 → .5, 4 → 1
	ownPrincipals = 1.5 // how many of its first actors the chronology is about
	ownKind       = .5  // how far its type is from neutral
	ownOther      = 4   // taken off, for what is of no type that has a name
	ownImportance = 2   // 1 → 0, 2 → .5, 3 → 1
	ownPosition   = .5  // how early the document tells it that tells it first
	ownBackground = 1   // taken off, for what is only background
	ownUnmade     = .5  // taken off, for a plan or threat
)

const (
	// rankOwn is what one point of its own merit is worth beside the echo of
	// its day: a fortieth, for what the documents return to decides.
	rankOwn = .025
	// rankPinned is added for what the editor pinned: more than any echo.
	rankPinned = 100
)

// neighboursLooked bounds with how many neighbours an event is compared, in the
// order of date and name: on a day of hundreds of events more find nothing new.
const neighboursLooked = 64

// rating is the parts of an event's rank.
type rating struct {
	voices   float64 // what its independent outlets are worth
	heard    bool    // voices is known
	standing string  // the status that merit was made with
	merit    float64 // its own parts
	own      *parts  // what they are; one for many events, and never changed
	credited float64 // with the echo of its day
	rank     float64 // without what others have said already, and rounded
}

// rank gives every event a number, larger first: the sum of its parts. What is
// found anew is the merit of what has changed, or stands in a document that
// has; then the dates of these; then the days of those whose credit is another.
func (l *ledger) rank(again bool) {
	for _, d := range l.shown {
		if again || d.standing == "" || d.standing != d.status() {
			l.appraise(d)
		}
	}
	l.days.settle(l.here, l.shown)
}

// reappraise forgets the merit of what stands in documents that tell something
// else.
func (l *ledger) reappraise() {
	for _, doc := range l.near.changed {
		for _, t := range l.near.places[doc] {
			t.of.standing = ""
		}
	}
}

// appraise finds an event's merit.
func (l *ledger) appraise(d *draft) {
	d.hear(l.lookup)
	if own := d.parts(l.about.names, l.near.position(d.told)); d.own == nil || *d.own != own {
		d.own = l.once(own)
	}
	if merit := d.own.sum(); merit != d.merit || d.standing == "" {
		d.merit = merit
		l.days.touched[d.Date] = true
	}
	d.standing = d.status()
}

// once gives one value for all parts that are equal: few are others.
func (l *ledger) once(own parts) *parts {
	one := l.own[own]
	if one == nil {
		one = &own
		l.own[own] = one
	}
	return one
}

// hear finds what an event's independent outlets are worth.
func (d *draft) hear(lookup func(string) *actor.Actor) {
	if !d.heard {
		d.heard, d.voices = true, math.Min(1, math.Log2(float64(outlets(d.told, lookup)))/2)
	}
}

// parts are an event's own, where it is known whom the chronology is about and
// how early in a document the event is told.
func (d *draft) parts(about map[string]bool, position float64) parts {
	p := parts{
		ownVoices * d.voices,
		ownPrincipals * share(d.Actors, about),
		kindPart(d.Type),
		ownImportance * float64(max(d.Importance, 1)-1) / 2,
		ownPosition * position,
		0, 0,
	}
	if d.Background {
		p[5] = -ownBackground
	}
	if s := d.status(); s == "planned" || s == "threatened" {
		p[6] = -ownUnmade
	}
	return p
}

// kindPart is what a type is worth.
func kindPart(name string) float64 {
	k := kindOf(name)
	if k == kindOf("") {
		return -ownOther
	}
	return ownKind * math.Abs(k.score) / 10
}

// subject is whom the chronology is about.
type subject struct {
	events map[string]int // of each actor
	names  map[string]bool
}

func newSubject() *subject { return &subject{map[string]int{}, nil} }

// count counts the actors of an event by times: 1, or -1 to take it away again.
func (s *subject) count(actors []string, times int) {
	for _, name := range actors {
		if s.events[name] += times; s.events[name] == 0 {
			delete(s.events, name)
		}
	}
}

// change reports whether the chronology is about others than it was: the
// principals, of whom none means the three most frequent.
func (s *subject) change(principals []string) bool {
	if len(principals) == 0 {
		principals = s.frequent(3)
	}
	was := s.names
	s.names = map[string]bool{}
	for _, name := range principals {
		s.names[name] = true
	}
	return !maps.Equal(was, s.names)
}

// frequent are the n names that most events have.
func (s *subject) frequent(n int) []string {
	var top []string
	for name := range s.events {
		at, _ := slices.BinarySearchFunc(top, name, func(a, b string) int {
			return cmp.Or(cmp.Compare(s.events[b], s.events[a]), cmp.Compare(a, b))
		})
		if at < n {
			top = slices.Insert(top, at, name)
			top = top[:min(len(top), n)]
		}
	}
	return top
}

// share is how many of the first two names are among those it is about.
func share(names []string, about map[string]bool) float64 {
	n := 0.0
	for _, name := range names {
		if about[name] {
			n++
		}
	}
	return math.Min(n/2, 1)
}

// position is how early a document tells it; of several documents the one that tells
// it first.
func (n *neighbourhoods) position(ts []*telling) float64 {
	top := 0.0
	for _, t := range ts {
		if list := n.places[t.Doc]; len(list) > 0 {
			top = math.Max(top, early(whereFrom(list, t.SentenceStart), len(list)))
		}
	}
	return top
}

// early is 1 for what a document tells first, towards 0 for what it tells last. Between
// are the tellings that it counts, and not the bytes: a word put in before one takes
// nothing from its rank.
func early(before, all int) float64 { return 1 - float64(before)/float64(all) }

// round makes the rank of what is left of its credit.
func (d *draft) round(rank float64) {
	if d.Pinned {
		rank += rankPinned
	}
	if d.rank = math.Round(rank*1000) / 1000; d.rank == 0 {
		d.rank = 0 // and not the zero below it, which is written otherwise
	}
}
