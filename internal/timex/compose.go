package timex

import "github.com/dateline-ssg/dateline/internal/calendar"

// compose joins neighbours that say one date together: "the third quarter" of
// "1988", "Friday" "morning", "January" "this year".
func (f *finder) compose(cs []core) []core {
	out := cs[:0]
	for i := range cs {
		c := cs[i]
		for len(out) > 0 && (f.join(&out[len(out)-1], &c) || f.distance(&out[len(out)-1], &c) || f.sum(&out[len(out)-1], &c)) {
			out = out[:len(out)-1]
		}
		if len(out) > 0 && c.link == 0 {
			f.lean(&out[len(out)-1], &c)
			f.leanBack(out)
			f.yearBehind(out, &c)
			f.lend(&out[len(out)-1], &c)
			f.share(out)
		}
		out = append(out, c)
	}
	for i := range out {
		f.each(out[:i+1])
	}
	return out
}

// distance makes of a length of time and the date that it is counted from one
// expression in b: two days before Christmas, the day after last Tuesday.
func (f *finder) distance(a, b *core) bool {
	if b.in-a.out != 1 || !b.isDay() || b.isTime() || b.offset != 0 || a.n != float64(int(a.n)) || a.vague || a.sets {
		return false
	}
	ws := f.view.words
	side, ok := f.words.get("side", ws[a.out])
	if !ok {
		return false
	}
	switch {
	case a.rule.op == opCount && (a.unit == "day" || a.unit == "week") && a.n > 0 && a.out-a.in <= 2:
		if a.in > 0 {
			if _, whole := f.words.get("whole", ws[a.in-1]); whole {
				return false
			}
		}
		b.offset, b.offsetBy = side.n*int(a.n), a.unit
	case a.rule.op == opValue && a.unit != "":
		b.offset, b.offsetBy = side.n, a.unit
	default:
		return false
	}
	b.in = a.in
	return true
}

// lean links b to a where one word joins them and both are calendar dates.
// The first of two dates takes its year from the second: "April and June
// 1955".
func (f *finder) lean(a, b *core) {
	if b.in <= a.out || f.start(b, a.out+1)-a.out != 1 || !a.isCalendar() || !b.isCalendar() {
		return
	}
	if !b.hasYear && (a.month > 0) != (b.month > 0) { // "Friday to December's figures"
		return
	}
	b.link = f.linkOf(a.out)
	if b.link == 0 {
		return
	}
	if a.lacksYear() && b.hasYear && !b.short && !b.yearOnly() && b.rule.op == a.rule.op {
		a.year, a.hasYear, a.bc = b.year, true, b.bc
		if b.link == 1 && b.month > 0 && (a.month > b.month || a.season > 0 && a.inYear(a.year).First() > b.inYear(b.year).First()) {
			a.year-- // from November to March 1944, through the winter until September 1855
		}
		a.borrowed = true
	}
}

// leanBack gives the year that the last of cs has taken from what follows it to those
// of its list before it: in March, May and July 1955.
func (f *finder) leanBack(cs []core) {
	for k := len(cs) - 2; k >= 0 && cs[k+1].borrowed && cs[k+1].link != 1; k-- {
		a, b := &cs[k], &cs[k+1]
		if a.rule != b.rule || !a.lacksYear() || (a.dom > 0) != (b.dom > 0) || b.in-a.out != 1 || b.link == 0 && f.view.words[a.out].Text != "," {
			return
		}
		a.year, a.hasYear, a.bc, a.borrowed = b.year, true, b.bc, true
	}
}

// yearBehind gives the month that describes a day, or a part of one, the year that
// stands behind that: on a raw December afternoon in 1987, on a June day in 2015.
func (f *finder) yearBehind(cs []core, b *core) {
	if !b.yearOnly() || !f.in("beside", f.view.words[max(b.in-1, 0)]) {
		return
	}
	a, at := &cs[len(cs)-1], b.in-2
	if a.rule.op == opPart && !a.hasDay() && a.out == b.in-1 && a.out-a.in == 1 && len(cs) > 1 {
		a, at = &cs[len(cs)-2], a.in
	} else if m, ok := f.words.get("unit", f.view.words[max(at, 0)]); !ok || m.value != "day" && m.value != "weekend" {
		return
	}
	if a.out == at && a.lacksYear() && a.month > 0 && a.dom == 0 {
		a.year, a.hasYear, a.bc, a.borrowed = b.year, true, b.bc, true
	}
}

// start is where b begins with the modifier that begins at word floor, if one
// does: and early summer.
func (f *finder) start(b *core, floor int) int {
	if b.in == floor {
		return floor
	}
	for _, m := range f.near(b.in) {
		if m.From > floor {
			break
		}
		if r := &f.rules[m.Rule]; m.From == floor && m.To == b.in && r.left != "" && f.takes(r, b) {
			return floor
		}
	}
	return b.in
}

// lend gives a time the day that follows it: "midnight on Sunday". They stay
// two expressions.
func (f *finder) lend(a, b *core) {
	out := max(a.out, a.past)
	if !a.isTime() || a.hasDay() || !b.isDay() || b.in-out > 1 || b.in == a.out {
		return
	}
	if _, ok := f.words.get("beside", f.view.words[out]); ok || b.in == out {
		day := *b
		a.day = &day
		if a.time && !a.told && b.part != "" && !b.time {
			a.halve(b.part) // 9 o'clock on Wednesday night
		}
	}
}

// share gives the day of the last time to the one that it is joined to: between
// 9 a.m. and 11 a.m. on Monday.
func (f *finder) share(cs []core) {
	if len(cs) < 2 {
		return
	}
	a, b := &cs[len(cs)-2], &cs[len(cs)-1]
	if b.day != nil && a.day == nil && a.time && b.time && !a.hasDay() && b.in-a.out == 1 && f.linkOf(a.out) > 0 {
		a.day = b.day
	}
}

// isCalendar reports whether c is a calendar date.
func (c *core) isCalendar() bool {
	switch c.rule.op {
	case opDate, opISO, opSlash, opDotted, opQuarter, opHalf, opDays, opYears, opHoliday, opDecade:
		return true
	}
	return false
}

// gap is what stands between two expressions.
type gap uint8

const (
	wide  gap = iota // several words, or one that joins nothing
	none             // nothing
	of               // the third quarter of 1988
	owner            // last year's third quarter
	comma
	in // the same month in 1988
)

func (f *finder) gap(a, b *core) gap {
	switch b.in - a.out {
	case 0:
		return none
	case 1:
		if m, ok := f.words.get("genitive", f.view.words[a.out]); ok {
			return of + gap(m.n)
		}
		if f.view.words[a.out].Text == "," {
			return comma
		}
		if f.in("beside", f.view.words[a.out]) {
			return in
		}
	}
	return wide
}

// join makes of a and b, in the order of the text, one expression in b.
func (f *finder) join(a, b *core) bool {
	if a.part == "NI" && !a.time && a.rule == b.rule && b.rule.op == opDays && (b.link == 1 || f.view.words[a.out].Text == "/") && b.dom == a.dom+1 { // the night of 9-10 September, of 27/28 May
		out := b.out
		*b = *a
		b.out = out
		return true
	}
	between := f.gap(a, b)
	if between == wide {
		return false
	}
	switch {
	case a.lacksYear() && b.saysYear() && (between == none || between == of || between == comma && b.hasYear && a.month > 0):
		f.fill(a, b)
	case a.saysYear() && b.lacksYear() && b.rule.op != opDate && (between == owner || between == none && a.hasYear && b.rule.op != opHoliday):
		y := *a
		c := *b
		f.fill(&c, &y)
		c.in, c.out = a.in, b.out
		*b = c
		b.in = a.in
		return true
	case a.rule.form == "again" && a.rule.op == opShift && grains[a.unit] < calendar.Year && (b.saysYear() || b.aYearBefore()) && (between == none || between == of || between == in):
		a.out = b.out
		f.fill(a, b)
	case a.rule.op == opDate && a.weekday > 0 && a.dom == 0 && !a.rule.hasDir && b.rule.op == opShift && b.unit == "week" && (between == none || between == of):
		b.weekday = a.weekday
	case a.isTime() && b.rule.op == opPart && between == none && a.part == b.part && !b.hasDay(): // the small hours of Thursday morning
		out := b.out
		*b = *a
		b.out = out
	case a.isTime() && !a.hasDay() && b.isDay() && (between == none || between == of || between == comma && a.time):
		b.part, b.hour, b.min, b.time, b.told, b.zulu = a.part, a.hour, a.min, a.time, a.told, a.zulu
	case a.rule.op == opClock && !a.hasDay() && b.rule.op == opPart && b.hasDay() && between == none: // 11:30 last night
		b.hour, b.min, b.time, b.zulu = a.hour, a.min, true, a.zulu
		if b.told = true; !a.told {
			b.halve(b.part)
		}
		if b.part == "NI" && b.hour < 5 {
			b.small = 1
		}
	case a.isDay() && a.time && b.rule.op == opPart && !b.hasDay() && between == none && b.out-b.in == 1: // 10:30 Tuesday morning
		part, out := b.part, b.out
		*b = *a
		b.out = out
		if !b.told {
			b.halve(part)
		}
	case a.isDay() && !a.isTime() && b.isTime() && !b.hasDay() && between == none && b.out-b.in == 1 || a.isDay() && !a.isTime() && b.rule.op == opClock && between == none:
		part, hour, min, time, zulu := b.part, b.hour, b.min, b.time, b.zulu
		in, out := a.in, b.out
		*b = *a
		b.part, b.hour, b.min, b.time, b.zulu, b.in, b.out = part, hour, min, time, zulu, in, out
	default:
		return false
	}
	b.in = a.in
	return true
}

// halve puts a clock time into the half of the day that part of the day is in.
func (c *core) halve(part string) {
	if c.told = true; c.hour < 12 && (part == "AF" || part == "EV" || part == "NI" && c.hour > 5) {
		c.hour += 12
	}
}

// fill gives a the year of b and leaves the result in b.
func (f *finder) fill(a, b *core) {
	out := b.out
	if b.hasYear {
		a.year, a.hasYear = b.year, true
	} else if a.yearShift, a.hasShift, a.shiftFrom = b.shift, true, b.rule.anchor; b.rule.op == opMove {
		a.yearShift, a.shiftFrom = b.rule.sign, fromStory // a year ago, from that month
	}
	*b = *a
	b.out = out
}

// lacksYear reports whether c is a calendar date without its year.
func (c *core) lacksYear() bool {
	switch c.rule.op {
	case opDate:
		return !c.hasYear && !c.hasShift && (c.month > 0 || c.season > 0) && !c.rule.hasDir
	case opQuarter, opHalf, opHoliday:
		return !c.hasYear && !c.hasShift
	}
	return false
}

// saysYear reports whether c is a year: 1988, last year.
func (c *core) saysYear() bool {
	return c.yearOnly() || c.rule.op == opShift && c.unit == "year"
}

// aYearBefore reports whether c is a year ago, a year earlier.
func (c *core) aYearBefore() bool {
	return c.rule.op == opMove && c.unit == "year" && c.n == 1 && c.rule.sign < 0 && len(c.above) == 0
}

func (c *core) isTime() bool { return c.part != "" || c.time }

// hasDay reports whether a time says its day: this morning.
func (c *core) hasDay() bool { return c.rule.op != opClock && c.rule.op != opPart || c.rule.hasShift }

// isDay reports whether c is one day.
func (c *core) isDay() bool {
	switch c.rule.op {
	case opHoliday:
		return true
	case opDate, opDays:
		return (c.dom > 0 || c.weekday > 0 || c.nth > 0)
	case opISO, opSlash, opDotted:
		return c.dom > 0
	case opShift:
		return c.unit == "day"
	}
	return false
}
