package site

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// stretch is a year with its events and months, or the events without a date.
type stretch struct {
	id      string // "2025", "2025-03", "undated"
	addr    string // "2025/", "2025/03/"
	when    calendar.Date
	entries []*entry
	months  []*stretch // in order
}

// split sorts the entries into years and months, by the day each begins.
func (x *index) split() {
	for _, e := range x.entries {
		id := e.year
		if len(x.years) == 0 || x.years[len(x.years)-1].id != id {
			y := &stretch{id: id, addr: id + "/"}
			if e.when.Known() {
				y.when = calendar.Civil(e.when.First()).In(calendar.Year)
			}
			x.years = append(x.years, y)
		}
		y := x.years[len(x.years)-1]
		y.entries = append(y.entries, e)
		if m, ok := monthOf(e.when); ok {
			y.month(m).entries = append(y.month(m).entries, e)
		}
	}
	for _, y := range x.years {
		slices.SortFunc(y.months, func(a, b *stretch) int { return a.when.Compare(b.when) })
	}
	slices.Reverse(x.years)
}

func (y *stretch) month(m calendar.Date) *stretch {
	for _, s := range y.months {
		if s.when == m {
			return s
		}
	}
	s := &stretch{id: m.String(), addr: y.addr + pad2(int(m.Unit)) + "/", when: m}
	y.months = append(y.months, s)
	return s
}

func pad2(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// monthOf is the month a range stands in: that of its first day, unless the
// range is coarser than a month and so belongs to its year alone.
func monthOf(r calendar.Range) (calendar.Date, bool) {
	if !r.Known() || coarse(r) > 1 {
		return calendar.Date{}, false
	}
	return calendar.Civil(r.First()).In(calendar.Month), true
}

// coarse is 0 for what is known to a week or better, 1 for what is known to
// a month, 2 for all that is coarser: the last come after the months of
// their year.
func coarse(r calendar.Range) int {
	switch days := r.Days(); {
	case !r.Known():
		return 3
	case days <= 16:
		return 0
	case days <= 31:
		return 1
	}
	return 2
}

// groupID is the anchor under which an entry is listed.
func groupID(e *entry) string {
	if m, ok := monthOf(e.when); ok {
		return m.String()
	}
	if e.on {
		return e.year + "-on"
	}
	return e.year
}

// lastYearOf is the year in which a range ends.
func lastYearOf(r calendar.Range) string {
	return calendar.Civil(r.Last()).In(calendar.Year).String()
}

// longGap is after how many empty days a list says so.
const longGap = 21

// place gives every entry its place in both orders, once, so that lists are
// sorted by a number.
func (x *index) place() {
	all := slices.Clone(x.entries)
	for _, o := range []Order{Newest, Oldest} {
		slices.SortStableFunc(all, func(a, b *entry) int { return compare(a, b, o) })
		for i, e := range all {
			e.at[o] = i
		}
	}
}

// ordered are entries in the order of a page. In both orders what is known
// only roughly stands after the days of its month or year.
func ordered(es []*entry, o Order) []*entry {
	out := slices.Clone(es)
	slices.SortFunc(out, func(a, b *entry) int { return cmp.Compare(a.at[o], b.at[o]) })
	return out
}

// Order is the direction of a list.
type Order uint8

const (
	Newest Order = iota
	Oldest
)

func compare(a, b *entry, o Order) int {
	dir := 1
	if o == Newest {
		dir = -1
	}
	if k, n := a.when.Known(), b.when.Known(); !k || !n {
		return cmp.Or(boolean(n)-boolean(k), cmp.Compare(a.ev.ID, b.ev.ID))
	}
	ya, yb := calendar.Civil(a.first), calendar.Civil(b.first)
	if c := cmp.Compare(ya.Year, yb.Year); c != 0 {
		return c * dir
	}
	if c := cmp.Compare(boolean(a.rough > 1), boolean(b.rough > 1)); c != 0 {
		return c
	}
	if a.rough <= 1 {
		if c := cmp.Compare(ya.Unit, yb.Unit); c != 0 {
			return c * dir
		}
		if c := cmp.Compare(a.rough, b.rough); c != 0 {
			return c
		}
	}
	// Of one year, what lies within it stands before what goes on beyond it.
	if c := cmp.Compare(boolean(a.on), boolean(b.on)); c != 0 && a.rough > 1 {
		return c
	}
	return cmp.Or(cmp.Compare(a.first, b.first)*dir, cmp.Compare(a.when.Days(), b.when.Days()),
		cmp.Compare(b.ev.Rank, a.ev.Rank), cmp.Compare(a.ev.ID, b.ev.ID))
}

func boolean(b bool) int {
	if b {
		return 1
	}
	return 0
}

// groups lays out entries by month, and by year where no month is known.
func (x *index) groups(es []*entry, o Order) []Group {
	var out []Group
	var before *entry
	for _, e := range ordered(es, o) {
		id := groupID(e)
		if len(out) == 0 || out[len(out)-1].ID != id {
			out = append(out, x.group(id, e))
		}
		g := &out[len(out)-1]
		item := Item{x: x, e: e, Gap: x.gap(before, e)}
		if len(g.Items) == 0 {
			g.Gap, item.Gap = item.Gap, ""
		}
		if e.rough == 1 && (len(g.Items) == 0 || before == nil || before.rough == 0) {
			item.Sub = x.dates.say("list.day-unknown", "date", x.dates.plain(id))
		}
		g.Items = append(g.Items, item)
		g.Count++
		if e.rough == 0 {
			before = e
		}
	}
	return out
}

func (x *index) group(id string, e *entry) Group {
	g := Group{ID: id}
	switch m, ok := monthOf(e.when); {
	case ok:
		g.Title, g.URL = x.dates.text(calendar.Of(m)), x.addr.link(monthAddr(m))
	case e.when.Known():
		y := e.year
		g.Title, g.URL = x.dates.say("list.month-unknown", "date", y), x.addr.link(y+"/")
		if id != y {
			g.Title = x.dates.say("list.years-on", "date", y)
		}
	default:
		g.Title, g.URL = x.dates.say("list.undated"), x.addr.link(id+"/")
	}
	return g
}

// gap says in words how long nothing happened between two listed events.
func (x *index) gap(a, b *entry) string {
	if a == nil || a.rough > 0 || b.rough > 0 || a.scheduled || b.scheduled {
		return ""
	}
	days := max(b.when.First()-a.when.Last(), a.when.First()-b.when.Last())
	if days <= longGap {
		return ""
	}
	unit, n := "list.gap-weeks", days/7
	switch {
	case days > 2*365:
		unit, n = "list.gap-years", days/365
	case days > 90:
		unit, n = "list.gap-months", days*12/365
	}
	return x.count(unit, n)
}

// count never fails for the keys of this package, which a test holds.
func (x *index) count(key string, n int, pairs ...any) string {
	text, err := x.words.Count(key, n, pairs...)
	if err != nil {
		return key
	}
	return text
}
