package chronology

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// span is the months that something covers, as numbers that run on, and how
// fine its date is. Tellings of one span are clustered together; a month's own
// are all that lie within it.
type span struct {
	from, to int
	level    int // own for what lies in one month
}

// own is the level of the span that holds a month's own tellings.
const own = -1

// monthOf is the number of the month that a day stands in.
func monthOf(day int) int {
	d := calendar.Civil(day)
	return int(d.Year)*12 + d.Month() - 1
}

// month is the month with a number.
func month(n int) calendar.Date { return calendar.NewMonth(floorDiv(n, 12), n-12*floorDiv(n, 12)+1) }

func floorDiv(a, b int) int {
	if a < 0 {
		return -((b - 1 - a) / b)
	}
	return a / b
}

// spanOf is where a telling belongs. A date of a month or less that lies in
// one month is the month's own; what is coarser, or crosses a month's edge,
// has a span of its own, and visits all of its months. What has no date visits
// the months around its document's date. What covers more than a year is seen
// where it begins, and only with others of its kind. It is false where there is
// no date at all.
func spanOf(t *said) (span, bool) {
	if !t.dated() {
		first, last, ok := t.reach()
		return span{monthOf(first), monthOf(last), undated}, ok
	}
	s := span{monthOf(t.first), monthOf(t.last), t.level}
	switch {
	case s.from == s.to && t.level <= 2:
		s.level = own
	case t.level == len(levels): // told once, in the month it begins
		s.to = s.from
	}
	return s, true
}

func (s span) compare(o span) int {
	return cmp.Or(cmp.Compare(s.level, o.level), cmp.Compare(s.to-s.from, o.to-o.from), cmp.Compare(s.from, o.from))
}

// visits reports whether what has the span s may be the same as something of
// the finer span o, and the month in which both are looked at: the first that
// they share. What covers more than a year is too coarse to be any event of it.
func (s span) visits(o span) (at int, ok bool) {
	at = max(s.from, o.from)
	ok = o.compare(s) < 0 && o.level < undated && at <= min(s.to, o.to) && s.level != len(levels) && o.level != len(levels)
	return at, ok
}

// String is how the span is written between two steps: 2025-09, or
// 2025-09/2025-10.4 for what covers two months by a date of level 4.
func (s span) String() string {
	if s.level == own {
		return month(s.from).String()
	}
	return fmt.Sprintf("%s/%s.%d", month(s.from), month(s.to), s.level)
}

// parseSpan reads what String writes.
func parseSpan(s string) (span, bool) {
	out := span{level: own}
	months, level, coarse := strings.Cut(s, ".")
	first, last, two := strings.Cut(months, "/")
	if coarse {
		n, err := strconv.Atoi(level)
		if out.level = n; err != nil || n < 0 || n > undated {
			return out, false
		}
	}
	if !two {
		last = first
	}
	from, ok := parseMonth(first)
	to, too := parseMonth(last)
	if !ok || !too {
		return out, false
	}
	out.from, out.to = from, to
	return out, two == coarse && out.from <= out.to
}

func parseMonth(s string) (int, bool) {
	d, ok := calendar.ParseDate(s)
	return monthOf(d.First()), ok && d.Grain == calendar.Month
}
