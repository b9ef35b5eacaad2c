package chronology

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// days are the events by what their ranks rest on: those of a date, those that a
// telling gives that date, and those that begin on its first day. Of all events in
// order the first and the last stand side by side, so only what is told of other
// dates than its own has a list.
type days struct {
	others  roll[string]    // events under dates of their tellings that are not theirs
	touched map[string]bool // dates of which something is another
	begun   map[int]bool    // first days, likewise
}

func newDays() *days {
	return &days{newRoll[string](), map[string]bool{}, map[int]bool{}}
}

// touch notes that an event has come or gone, or stands elsewhere in the order.
func (n *days) touch(d *draft) {
	for _, date := range datesTold(d) {
		if n.touched[date] = true; date != d.Date {
			n.others.touch(date)
		}
	}
	n.touched[d.Date] = true
	if d.when.Known() {
		n.begun[d.begins] = true
	}
}

// add enters an event under the dates that are not its own.
func (n *days) add(d *draft) {
	for _, t := range d.told {
		if t.Date != d.Date && t.dated() {
			n.others.add(d, t.Date)
		}
	}
}

// datesTold are the dates that the tellings of an event give.
func datesTold(d *draft) []string {
	var out []string
	for _, t := range d.told {
		if t.dated() && !slices.Contains(out, t.Date) {
			out = append(out, t.Date)
		}
	}
	return out
}

// tellsOf are the events, of those shown, that some telling gives a date.
func (n *days) tellsOf(date string, shown []*draft) []*draft {
	var out []*draft
	for _, d := range ofDate(shown, date) {
		if slices.ContainsFunc(d.told, func(t *telling) bool { return t.Date == date && t.dated() }) {
			out = append(out, d)
		}
	}
	if more := n.others.lists[date]; len(more) > 0 {
		out = append(out, more...)
		slices.SortFunc(out, compareDrafts)
	}
	return out
}

// ofDate are the events of a date, of those in order.
func ofDate(shown []*draft, date string) []*draft {
	day := math.MinInt
	if r, _ := calendar.Parse(date); r.Known() {
		day = r.First()
	}
	list := beginning(shown, day)
	from := slices.IndexFunc(list, func(d *draft) bool { return d.Date == date })
	if from < 0 {
		return nil
	}
	to := from
	for to < len(list) && list[to].Date == date {
		to++
	}
	return list[from:to]
}

// beginning are the events that begin on a day, of those in order.
func beginning(shown []*draft, day int) []*draft {
	from, _ := slices.BinarySearchFunc(shown, day, func(d *draft, day int) int { return cmp.Compare(d.begins, day) })
	to := from
	for to < len(shown) && shown[to].begins == day {
		to++
	}
	return shown[from:to]
}

// settle finds the echo of the dates touched, and the ranks of the days in
// which anything has changed by it, where these events are shown.
func (n *days) settle(here func(*draft) bool, shown []*draft) {
	n.others.settle(here, compareDrafts, nil)
	x := &echo{}
	for _, date := range slices.Sorted(maps.Keys(n.touched)) {
		ds := ofDate(shown, date)
		if len(ds) == 0 {
			continue
		}
		x.begin(date)
		for _, d := range n.tellsOf(date, shown) {
			x.hear(d)
		}
		likeness, merit := make([]float64, len(ds)), make([]float64, len(ds))
		for i, d := range ds {
			likeness[i], merit[i] = x.likeness(d), d.rating.merit
		}
		for i, credit := range x.credits(likeness, merit) {
			d := ds[i]
			if credited := rankOwn*d.rating.merit + credit; credited != d.credited {
				if d.credited = credited; d.when.Known() {
					n.begun[d.begins] = true
				} else {
					d.round(credited)
				}
			}
		}
	}
	var r repetition
	for _, day := range slices.Sorted(maps.Keys(n.begun)) {
		for _, d := range beginning(shown, day) {
			r.next(d)
		}
		r.end()
	}
	n.touched, n.begun = map[string]bool{}, map[int]bool{} // the first time all are, and a map that is cleared keeps its room
}
