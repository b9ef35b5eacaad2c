package site

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

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
				y.when = e.begins.In(calendar.Year)
			}
			x.years = append(x.years, y)
		}
		y := x.years[len(x.years)-1]
		y.entries = append(y.entries, e)
		if m, ok := e.inMonth(); ok {
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

// longGap is after how many empty days a list says so.
const longGap = 21

// placed is an entry with what its place depends on, in the order in which it
// counts: two numbers, then the rank, then the id.
type placed struct {
	a, b uint64
	rank float64
	e    *entry
}

// place gives every entry its place in both orders, once, so that lists are
// sorted by a number.
func (x *index) place() {
	for _, o := range []Order{Newest, Oldest} {
		var kept, fresh []*entry
		if x.in.Past != nil && x.in.Past.last != nil {
			kept = make([]*entry, len(x.in.Past.last.entries))
		}
		for _, e := range x.entries {
			if e.was != nil && e.was.ev.Rank == e.ev.Rank {
				kept[e.was.at[o]] = e
			} else {
				fresh = append(fresh, e)
			}
		}
		x.placeAll(kept, fresh, o)
	}
}

// placeAll places entries: those of the last time, in its order, with gaps
// where one has gone, and those that are new.
func (x *index) placeAll(kept, fresh []*entry, o Order) {
	all := make([]placed, len(fresh))
	for i, e := range fresh {
		all[i] = placeOf(e, o)
	}
	slices.SortFunc(all, placed.compare)
	at := 0
	put := func(e *entry) { e.at[o], at = at, at+1 }
	for _, e := range kept {
		if e == nil {
			continue
		}
		if len(all) > 0 {
			for here := placeOf(e, o); len(all) > 0 && all[0].compare(here) < 0; all = all[1:] {
				put(all[0].e)
			}
		}
		put(e)
	}
	for _, p := range all {
		put(p.e)
	}
}

func (p placed) compare(q placed) int {
	switch {
	case p.a != q.a: // mostly that is all
		return cmp.Compare(p.a, q.a)
	case p.b != q.b:
		return cmp.Compare(p.b, q.b)
	}
	return cmp.Or(cmp.Compare(q.rank, p.rank), strings.Compare(p.e.ev.ID, q.e.ev.ID))
}

// placeOf is what an entry's place in an order depends on. What has no date
// comes last, by id. Years come first; in a year, what is known to a month or
// better before what is rougher; of one month, what is known to a week or
// better before what is not; of what is rough, what lies within its year
// before what goes on beyond it; then the first day, then the shorter one,
// then the rank.
func placeOf(e *entry, o Order) placed {
	if !e.when.Known() {
		return placed{a: 1 << 63, e: e}
	}
	directed := func(n, bits int) uint64 { // n in a field of bits, the other way round for the newest first
		if o == Newest {
			n = 1<<bits - 1 - n
		}
		return uint64(n)
	}
	const era = 1 << 20 // years before our era are negative
	begins := calendar.Civil(e.first)
	a := directed(int(begins.Year)+era, 21) << 8
	if e.rough > 1 {
		a |= 1<<7 | uint64(boolean(e.on))
	} else {
		a |= directed(int(begins.Unit), 5)<<1 | uint64(e.rough)
	}
	return placed{a: a, b: directed(e.first+1<<30, 31)<<32 | uint64(e.when.Days()), rank: e.ev.Rank, e: e}
}

// ordered are entries in the order of a page. In both orders what is known
// only roughly stands after the days of its month or year.
func ordered(es []*entry, o Order) []*entry {
	out := make([]*entry, len(es))
	for i, at := range places(es, o) {
		out[i] = es[at]
	}
	return out
}

// foremost are the first n entries, at most, of a page in its order.
func foremost(es []*entry, o Order, n int) []*entry {
	if len(es) <= n {
		return ordered(es, o)
	}
	at := leastOf(len(es), n, func(i int) uint64 { return uint64(es[i].at[o])<<32 | uint64(i) })
	slices.Sort(at)
	out := make([]*entry, n)
	for i := range out {
		out[i] = es[uint32(at[i])]
	}
	return out
}

// leastOf are the n least of all numbers, in no order, where there are more. It holds no
// more than a few times n of them at once.
func leastOf(all, n int, number func(i int) uint64) []uint64 {
	const held = 3
	out := make([]uint64, 0, min(held*n+1, all))
	most := uint64(math.MaxUint64) // what is no less is not among them
	for i := range all {
		if x := number(i); x < most {
			if out = append(out, x); len(out) > held*n {
				least(out, n)
				out = out[:n]
				most = slices.Max(out)
			}
		}
	}
	if len(out) > n {
		least(out, n)
	}
	return out[:n]
}

// least puts the n least numbers of a longer list first, in no order: Hoare's
// selection.
func least(list []uint64, n int) {
	for lo, hi := 0, len(list)-1; lo < hi; {
		i, j, pivot := lo, hi, list[lo+(hi-lo)/2]
		for i <= j {
			for list[i] < pivot {
				i++
			}
			for list[j] > pivot {
				j--
			}
			if i <= j {
				list[i], list[j] = list[j], list[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case n-1 <= j:
			hi = j
		case n-1 >= i:
			lo = i
		default:
			return
		}
	}
}

// places are where the entries stand in a list, in the order of a page.
func places(es []*entry, o Order) []uint64 {
	out := unordered(es, o)
	slices.Sort(out)
	for i := range out {
		out[i] = uint64(uint32(out[i]))
	}
	return out
}

// unordered are the places of entries in all, above their places in the list: numbers
// sort fast.
func unordered(es []*entry, o Order) []uint64 {
	out := make([]uint64, len(es))
	for i, e := range es {
		out[i] = uint64(e.at[o])<<32 | uint64(i)
	}
	return out
}

// Order is the direction of a list.
type Order uint8

const (
	Newest Order = iota
	Oldest
)

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
	items := make([]Item, 0, len(es)) // of all groups
	for _, e := range ordered(es, o) {
		id := e.group
		if len(out) == 0 || out[len(out)-1].ID != id {
			out = append(out, x.group(id, e))
		}
		g := &out[len(out)-1]
		item := Item{x: x, e: e, Gap: x.gap(before, e)}
		if len(g.Items) == 0 {
			g.Gap, item.Gap = item.Gap, ""
		}
		if e.rough == 1 && (len(g.Items) == 0 || g.Items[len(g.Items)-1].e.rough != 1) {
			item.Sub = x.dates.say("list.day-unknown", "date", x.dates.plain(id))
		}
		items = append(items, item)
		g.Count++
		g.Items = items[len(items)-g.Count : len(items) : len(items)]
		if e.rough == 0 {
			before = e
		}
	}
	return out
}

func (x *index) group(id string, e *entry) Group {
	g := Group{ID: id}
	switch m, ok := e.inMonth(); {
	case ok:
		g.Title, g.URL = x.dates.text(calendar.Of(m)), x.addr.link(monthAddr(m))
	case e.when.Known():
		key := "list.month-unknown"
		if id != e.year {
			key = "list.years-on"
		}
		g.Title, g.URL = x.dates.say(key, "date", x.dates.plain(e.year)), x.addr.link(e.year+"/")
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
	days := max(b.first-a.last, a.first-b.last)
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
