package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// A length of time may be told in several units: two years and three months.

// amount is one part of such a length, above the last.
type amount struct {
	n    int
	unit string
}

// room is how many of a unit make the next larger one at most, and so how many
// are told behind it.
var room = map[string]float64{"month": 12, "week": 5, "day": 31, "hour": 24, "minute": 60, "second": 60}

// sizes orders the units that are added up.
var sizes = map[string]int{"second": 1, "minute": 2, "hour": 3, "day": 4, "week": 5, "month": 6, "year": 7}

// sum makes of a length of time and a smaller one behind it one in b: two years
// and three months, two years and three months ago.
func (f *finder) sum(a, b *core) bool {
	if a.rule.op != opCount || b.rule.op != opCount && b.rule.op != opMove || a.vague || b.vague || a.sets || b.sets || b.n >= room[b.unit] {
		return false
	}
	if sizes[a.unit] <= sizes[b.unit] || a.n != float64(int(a.n)) || b.n != float64(int(b.n)) || !f.adds(a.out, b.in) {
		return false
	}
	if b.out < len(f.view.words) && b.in == a.out+1 && sizes[a.unit]-sizes[b.unit] > 1 {
		if _, ok := f.words.get("side", f.view.words[b.out]); ok && !f.in("numberjoin", f.view.words[a.out]) {
			return false // their first talks in five years, two days after the deal
		}
	}
	if w := f.view.words[b.in]; w.Kind != sentence.Number && !f.in("one", w) {
		return false
	}
	b.above = append(a.above[:len(a.above):len(a.above)], amount{int(a.n), a.unit})
	b.in = a.in
	return true
}

// adds reports whether the words from i to k only join two parts of a length:
// nothing, a comma, "and", or both.
func (f *finder) adds(i, k int) bool {
	if i < k && f.view.words[i].Text == "," {
		i++
	}
	return i == k || i == k-1 && f.in("numberjoin", f.view.words[i])
}

// away is the date so long before or after base as c says, n being what it
// counts in its last unit.
func (c *core) away(base calendar.Date, n int, g calendar.Grain) calendar.Date {
	for _, x := range c.above {
		base = base.Add(c.rule.sign*x.n, grains[x.unit])
	}
	return base.Add(c.rule.sign*n, g)
}
