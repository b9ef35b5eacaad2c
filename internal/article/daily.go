package article

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// under is the month that a heading gives to the days below it, and the year
// that one gives to the months below.
type under struct {
	year  int
	level int             // of the heading that says the month, or the year
	days  map[int]stretch // by block: those of the month that stand without it
}

// stretch is a date, or the first and the last of several.
type stretch struct{ from, to written }

// heading reads what a heading, or a line that stands for one, says of the time
// below it: a month or a year that stands alone, or the year in a title. A
// month takes its year from above.
func (u *under) heading(bs []Block, i int, e *entry, data dateWords) {
	b := &bs[i]
	switch {
	case e.as == isContext:
		if e.from.year == 0 {
			e.set(u.year)
		}
		u.year, u.level = e.from.year, b.Level
		u.days = daysBelow(bs, i, e.from, data)
	case b.Kind == Heading:
		if y := onlyYear(b.Words); y > 0 {
			u.year = y
		} else if b.Level < u.level {
			u.year = 0
		}
		if b.Level <= u.level {
			u.days = nil
		}
	}
}

// onlyYear is the year among words that name one and hold no other figure.
func onlyYear(ws []sentence.Word) int {
	year := 0
	for _, w := range ws {
		if w.Kind != sentence.Number {
			continue
		}
		n := number(w.Text)
		if year > 0 || len(w.Text) != 4 || n < 1000 || n > 2100 {
			return 0
		}
		year = n
	}
	return year
}

// daysBelow are the days that stand without their month at the beginning of the
// blocks below the heading at block i, which says the month: "9: The Wall
// falls". They are days where the numbers go one way, and do not merely count
// what stands there from one on.
func daysBelow(bs []Block, i int, month written, data dateWords) map[int]stretch {
	if month.grain != calendar.Month || month.year == 0 {
		return nil
	}
	var found map[int]stretch
	var days []int
	for k := i + 1; k < len(bs) && (bs[k].Kind != Heading || bs[k].Level > bs[i].Level); k++ {
		d := dateReader{bs[k].Words, data}
		if b := &bs[k]; b.Kind != Item && b.Kind != Paragraph && b.Kind != Heading {
			continue
		} else if b.Kind == Paragraph && i > 0 && bs[i].Kind == Paragraph && bareMonth(b.Words, data) {
			break
		}
		first, last := d.dayAlone(month, bs[k].Number)
		if !first.date().Known() || !last.date().Known() {
			continue
		}
		if found == nil {
			found = map[int]stretch{}
		}
		found[k] = stretch{first, last}
		days = append(days, first.day)
	}
	if counts(days) || !oneWay(days) {
		return nil
	}
	return found
}

// bareMonth reports whether words are a month and nothing else.
func bareMonth(ws []sentence.Word, data dateWords) bool {
	from, _ := readSpan(ws, data)
	return from.grain == calendar.Month && from.to == len(ws)
}

// dayAlone reads a day, or days, of a month at the beginning of an entry: the
// number that its list gives it, or 9, 9th, 9–11, Thursday 9, and then a mark
// or a capital.
func (d dateReader) dayAlone(month written, listed int) (from, to written) {
	from = month
	from.grain, from.to, from.day = calendar.Day, 0, listed
	if listed > 0 {
		return from, from
	}
	i := 0
	if _, ok := d.is(0, "weekday"); ok {
		i = d.skip(1, ",")
	}
	if from.day = d.ordinal(i); from.day == 0 {
		return from, from
	}
	from.to = i + 1
	to = from
	if j := d.dash(i + 1); j > 0 && d.ordinal(j) > from.day {
		to.day, to.to = d.ordinal(j), j+1
	}
	if _, ok := d.is(d.skip(to.to, ","), "weekday"); ok {
		to.to = d.skip(to.to, ",") + 1
	}
	if rest, marked := afterDate(d.words, to.to); !marked && !headlineLike(d.words, rest) {
		return written{}, written{}
	}
	return from, to
}

// counts reports whether numbers are 1, 2, 3 and so on.
func counts(ns []int) bool {
	for i, n := range ns {
		if n != i+1 {
			return false
		}
	}
	return true
}

// oneWay reports whether numbers only rise or only fall.
func oneWay(ns []int) bool {
	return slices.IsSorted(ns) || slices.IsSortedFunc(ns, func(a, b int) int { return b - a })
}
