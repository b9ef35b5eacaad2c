package chronology

import (
	"cmp"
	"maps"
	"slices"
)

// neighbourhoods finds the events that an event may be related to: those that
// a document tells beside it, the meetings of the same two persons on its day,
// and, for what arranges or cancels, the meetings of the same actors nearest
// in time. To hold each against all of a season would cost the square of the
// chronology.
type neighbourhoods struct {
	places   map[string][]tale // document → what it tells, in the order of the text
	touched  map[string]bool   // documents that tell something else now
	changed  []string          // those that were touched when this last changed
	meetings roll[string]      // actors → meetings
	ask      roll[string]      // who looks there
	shown    []*draft          // all, in order; of which those of a date are found
	days     map[dayOfTwo]bool // of which a meeting has come or gone
	day      daily             // the one that was asked for last
}

// dayOfTwo is a date and two persons.
type dayOfTwo struct{ date, two string }

// daily is the meetings of one date by two persons who are in them, and who looks there.
// The events of a date stand side by side in the order of all, so a date has such lists
// only while it is asked for.
type daily struct {
	date      string
	met, asks map[string][]*draft
}

// tale is a sentence that tells an event.
type tale struct {
	start, end int32
	reckoned   bool // its date is counted from another event's
	of         *draft
}

// around is how many meetings under one key are looked at to either side.
const around = 12

func newNeighbours() *neighbourhoods {
	return &neighbourhoods{places: map[string][]tale{}, touched: map[string]bool{}, days: map[dayOfTwo]bool{},
		meetings: newRoll[string](), ask: newRoll[string]()}
}

// touch notes that an event has gone, or stands elsewhere in the order.
func (n *neighbourhoods) touch(d *draft) {
	for _, t := range d.told {
		n.touched[t.Doc] = true
	}
	n.touchDay(d)
	n.meetings.touch(meetingKeys(d)...)
	n.ask.touch(askedKeys(d)...)
}

func (n *neighbourhoods) touchDay(d *draft) {
	for _, two := range meetingDay(d) {
		n.days[dayOfTwo{d.Date, two}] = true
	}
}

// on is the lists of a date.
func (n *neighbourhoods) on(date string) *daily {
	if n.day.met != nil && n.day.date == date {
		return &n.day
	}
	n.day = daily{date, map[string][]*draft{}, map[string][]*draft{}}
	for _, d := range ofDate(n.shown, date) {
		for _, two := range meetingDay(d) {
			n.day.met[two] = append(n.day.met[two], d)
		}
		for _, two := range askedDay(d) {
			n.day.asks[two] = append(n.day.asks[two], d)
		}
	}
	return &n.day
}

// add notes where a new one is told, and when and by whom.
func (n *neighbourhoods) add(d *draft) {
	for _, t := range d.told {
		n.touched[t.Doc] = true
		n.places[t.Doc] = append(n.places[t.Doc], t.tale(d))
	}
	n.touchDay(d)
	n.meet(d)
}

// tale is a telling as one of an event.
func (t *telling) tale(of *draft) tale {
	return tale{int32(t.SentenceStart), int32(t.SentenceEnd), t.DateBasis == "connective", of}
}

// meet notes by whom an event is told that meets others, or is about those that do.
func (n *neighbourhoods) meet(d *draft) {
	n.meetings.add(d, meetingKeys(d)...)
	n.ask.add(d, askedKeys(d)...)
}

// change returns the drafts whose neighbours may be others than they were: those
// that share a document with what has changed, and those that look where it
// stands. shown are all, in order.
func (n *neighbourhoods) change(here func(*draft) bool, shown []*draft) []*draft {
	n.shown, n.day = shown, daily{}
	n.ask.settle(here, compareDrafts, nil)

	seen := map[*draft]bool{}
	var out []*draft
	meet := func(d *draft) {
		if !seen[d] {
			seen[d] = true
			out = append(out, d)
		}
	}
	n.changed = slices.Sorted(maps.Keys(n.touched))
	for _, doc := range n.changed {
		n.places[doc] = slices.DeleteFunc(n.places[doc], func(t tale) bool { return !here(t.of) })
		for _, t := range n.order(doc) {
			meet(t.of)
		}
	}
	n.touched = map[string]bool{}
	for _, key := range slices.SortedFunc(maps.Keys(n.days), func(a, b dayOfTwo) int { return cmp.Compare(a.date, b.date) }) {
		for _, d := range n.on(key.date).asks[key.two] {
			meet(d)
		}
	}
	n.days = map[dayOfTwo]bool{}
	n.meetings.settle(here, compareDrafts, func(key string, _ []*draft) {
		for _, d := range n.ask.lists[key] {
			meet(d)
		}
	})
	slices.SortFunc(out, compareDrafts)
	return out
}

// order puts what a document tells into order.
func (n *neighbourhoods) order(doc string) []tale {
	list := n.places[doc]
	slices.SortFunc(list, func(a, b tale) int {
		if a.start != b.start {
			return cmp.Compare(a.start, b.start)
		}
		return cmp.Or(compareDrafts(a.of, b.of), cmp.Compare(a.end, b.end))
	})
	if len(list) == 0 {
		delete(n.places, doc)
	}
	return list
}

// meets reports whether an event is one at which others may have happened.
func meets(d *draft) bool { return kindOf(d.Type).family == "diplomacy" && !arranges(d) }

// meetingDay are those who are in a meeting, two at a time, by whom it is found on its day.
func meetingDay(d *draft) []string {
	if !meets(d) {
		return nil
	}
	return d.persons()
}

// meetingKeys are those under which it is found by what arranges it.
func meetingKeys(d *draft) []string {
	if !meets(d) {
		return nil
	}
	keys := append(twos(d.Actors), d.Actors[:min(len(d.Actors), planners)]...)
	if len(d.Actors) == 1 {
		keys = append(keys, alone+d.Actors[0])
	}
	return keys
}

// askedDay are those by whom words look for the meeting they were said at.
func askedDay(d *draft) []string {
	if kindOf(d.Type).family != "words" {
		return nil
	}
	return d.persons()
}

// askedKeys are those under which what arranges or cancels looks for a meeting.
func askedKeys(d *draft) []string {
	if !arranges(d) {
		return nil
	}
	keys := twos(d.Actors)
	if len(d.Actors) == 1 {
		keys = append(keys, d.Actors[0])
	}
	for _, name := range d.Actors[:min(len(d.Actors), planners)] {
		keys = append(keys, alone+name)
	}
	return keys
}

// alone marks the name of the only actor of a meeting.
const alone = "\x00only "

// planners is how many of an event's actors are looked at in pairs.
const planners = 6

// twos are the pairs of names, either way round the same.
func twos(names []string) []string {
	var out []string
	names = names[:min(len(names), planners)]
	for i, a := range names {
		for _, b := range names[:i] {
			out = append(out, min(a, b)+"\x00"+max(a, b))
		}
	}
	return out
}

// persons are the pairs of persons who are in the event.
func (d *draft) persons() []string {
	var names []string
	for _, p := range d.told[0].who {
		if personal(p) {
			names = append(names, p.name)
		}
	}
	return twos(names)
}

// of are the events that an event may be related to, each once and with an
// actor in common, in order of date.
func (n *neighbourhoods) of(d *draft) []*draft {
	var met []*draft
	for _, t := range d.sample() {
		list := n.places[t.Doc]
		from, to := toldBeside(list, t.SentenceStart, t.SentenceEnd)
		for _, x := range list[from:to] {
			met = append(met, x.of)
		}
	}
	for _, key := range askedDay(d) {
		met = append(met, nearest(n.on(d.Date).met[key], d)...)
	}
	for _, key := range askedKeys(d) {
		met = append(met, nearest(n.meetings.lists[key], d)...)
	}
	met = slices.DeleteFunc(met, func(o *draft) bool {
		return o == d || !d.shares(o)
	})
	slices.SortFunc(met, compareDrafts)
	return slices.Compact(met)
}

// shares reports whether two events have an actor in common.
func (d *draft) shares(o *draft) bool {
	return slices.ContainsFunc(d.Actors, func(name string) bool { return slices.Contains(o.Actors, name) })
}

// toldBeside is where in the list of a document those stand that are told near some
// sentence.
func toldBeside(list []tale, start, end int) (from, to int) {
	at := whereFrom(list, start)
	for from = at; from > 0 && from > at-around && int(list[from-1].end)+nearby > start; from-- {
	}
	for to = at; to < len(list) && to < at+2*around && int(list[to].start) < end+nearby; to++ {
	}
	return from, to
}

// whereFrom is where in the list of a document those begin that stand no earlier
// in it.
func whereFrom(list []tale, start int) int {
	at, _ := slices.BinarySearchFunc(list, start, func(x tale, start int) int { return cmp.Compare(int(x.start), start) })
	return at
}

// reckoned reports whether a sentence that tells d dates another event by it.
func (n *neighbourhoods) reckoned(d *draft) bool {
	for _, t := range d.sample() {
		list := n.places[t.Doc]
		for at := whereFrom(list, t.SentenceStart); at < len(list) && int(list[at].start) == t.SentenceStart; at++ {
			if list[at].reckoned && list[at].of != d {
				return true
			}
		}
	}
	return false
}

// nearest are those of a list in order that stand nearest to one.
func nearest(list []*draft, to *draft) []*draft {
	at, _ := slices.BinarySearchFunc(list, to, compareDrafts)
	return list[max(0, at-around):min(len(list), at+around)]
}
