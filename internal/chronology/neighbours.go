package chronology

import (
	"cmp"
	"slices"
)

// neighbourhoods finds the events that an event may be related to: those that
// a document tells beside it, the meetings of the same two persons on its day,
// and, for what arranges or cancels, the meetings of the same actors nearest
// in time. To hold each against all of a season would cost the square of the
// chronology.
type neighbourhoods struct {
	ds       []*draft
	places   map[string][]tale // document → what it tells, in the order of the text
	onDay    map[string][]int  // day and two persons → meetings
	meetings map[string][]int  // actors → meetings, in order of date
}

// tale is a sentence that tells an event.
type tale struct{ start, end, draft int }

// around is how many meetings under one key are looked at to either side.
const around = 12

func newNeighbours(ds []*draft) *neighbourhoods {
	n := &neighbourhoods{ds, map[string][]tale{}, map[string][]int{}, map[string][]int{}}
	for i, d := range ds {
		for _, t := range d.told {
			n.places[t.Doc] = append(n.places[t.Doc], tale{t.SentenceStart, t.SentenceEnd, i})
		}
		if kindOf(d.Type).family != "diplomacy" || arranges(d) {
			continue
		}
		for _, two := range d.persons() {
			n.onDay[d.Date+two] = append(n.onDay[d.Date+two], i)
		}
		keys := append(twos(d.Actors), d.Actors[:min(len(d.Actors), planners)]...)
		if len(d.Actors) == 1 {
			keys = append(keys, alone+d.Actors[0])
		}
		for _, key := range keys {
			n.meetings[key] = append(n.meetings[key], i)
		}
	}
	for _, list := range n.places {
		slices.SortFunc(list, func(a, b tale) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(a.draft, b.draft)) })
	}
	return n
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

// of are the events that the event with a number may be related to, each once
// and with an actor in common, in order of date.
func (n *neighbourhoods) of(i int) []*draft {
	d := n.ds[i]
	var met []int
	for _, t := range d.sample() {
		list := n.places[t.Doc]
		at, _ := slices.BinarySearchFunc(list, t.SentenceStart, func(x tale, start int) int { return cmp.Compare(x.start, start) })
		for k := at - 1; k >= 0 && k >= at-around && list[k].end+nearby > t.SentenceStart; k-- {
			met = append(met, list[k].draft)
		}
		for k := at; k < len(list) && k < at+2*around && list[k].start < t.SentenceEnd+nearby; k++ {
			met = append(met, list[k].draft)
		}
	}
	if kindOf(d.Type).family == "words" {
		for _, two := range d.persons() {
			met = append(met, nearest(n.onDay[d.Date+two], i)...)
		}
	}
	if arranges(d) {
		keys := twos(d.Actors)
		if len(d.Actors) == 1 {
			keys = append(keys, d.Actors[0])
		}
		for _, name := range d.Actors[:min(len(d.Actors), planners)] {
			keys = append(keys, alone+name)
		}
		for _, key := range keys {
			met = append(met, nearest(n.meetings[key], i)...)
		}
	}
	slices.Sort(met)
	var out []*draft
	for _, j := range slices.Compact(met) {
		if j != i && slices.ContainsFunc(d.Actors, func(name string) bool { return slices.Contains(n.ds[j].Actors, name) }) {
			out = append(out, n.ds[j])
		}
	}
	return out
}

// nearest are those of a list of numbers in order that stand nearest to one.
func nearest(list []int, to int) []int {
	at, _ := slices.BinarySearch(list, to)
	return list[max(0, at-around):min(len(list), at+around)]
}
