package timex

import (
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// fields are what the words of an expression say. Zero means unsaid.
type fields struct {
	year    int
	hasYear bool
	short   bool // the year has two digits: '98
	month   int
	dom     int
	order   order // of the two, as far as it is plain
	nth     int   // the nth weekday or day of its month, counted; final is the last
	weekday int
	season  int
	quarter int
	half    int
	bc      bool

	unit  string
	n     float64
	vague bool
	above []amount // the larger parts of a length told in several units

	part  string // MO AF EV NI DT
	hour  int
	min   int
	time  bool // hour and min are said
	told  bool // and in which half of the day they are
	zulu  bool // in universal time
	small int  // 1 for a clock time of a night on the day after it: 2 a.m. last night

	yearShift int // the year is said relatively: last year
	hasShift  bool
	shiftFrom anchor

	aimed    bool   // aim says in which direction a holiday is looked for
	aim      int    // last Easter, next Christmas
	offset   int    // so many units of offsetBy away from its date:
	offsetBy string // two days before Christmas
	shift    int
	hundred  bool // the 1800s are a century
	sets     bool
	borrowed bool // the year is that of the date beside it
	yearTo   int  // the second year of "1914-18"
}

// bareYear reports whether c is a year without any other word.
func (c *core) bareYear() bool { return c.yearOnly() && c.out-c.in == 1 }

// yearOnly reports whether c is a year and no more: 1988, 1988 года.
func (c *core) yearOnly() bool {
	return c.rule.op == opDate && c.hasYear && !c.short && !c.bc && c.month == 0 && c.season == 0 && c.quarter == 0
}

// read reads the slots of a match into c; false where they make no sense.
func (f *finder) read(c *core, m phrase.Match) bool {
	c.shift, c.unit, c.n, c.vague, c.part = c.rule.shift, c.rule.unit, c.rule.n, c.rule.vague, c.rule.part
	c.in, c.out = c.in+c.rule.skip, c.out-c.rule.trim
	switch c.rule.op {
	case opDate, opWeek:
		return f.readDate(c, m)
	case opISO:
		return f.readISO(c, m)
	case opSlash:
		return f.readSlash(c, m)
	case opDotted:
		return f.readDotted(c, m)
	case opShift, opMove, opCount:
		return f.readCount(c, m)
	case opQuarter, opHalf, opCent:
		return f.readOrdinal(c, m)
	case opDecade:
		return f.readDecade(c, m)
	case opPart:
		return f.readPart(c, m)
	case opClock:
		return f.readClock(c, m)
	case opHoliday:
		for _, k := range m.Slots {
			if f.view.words[k].Kind == sentence.Number {
				c.year, c.hasYear = f.number(k), true
			}
		}
		f.around(c)
		return true
	case opRate:
		if m.To < len(f.view.words) {
			if _, ok := f.words.get("moved", f.view.words[m.To]); ok {
				return false
			}
		}
		c.in++
		return f.readCount(c, m)
	case opDays:
		return f.readDays(c, m)
	case opYears:
		c.year, c.hasYear = f.number(m.Slots[0]), true
		c.yearTo = f.number(m.Slots[1])
		if f.eras(m) {
			return f.readEras(c, m)
		}
		return c.yearTo > c.year%100
	case opSet:
		c.sets = true
		return f.readSet(c, m)
	}
	return true
}

// around takes what stands before a holiday and behind it: last Easter, Easter
// week.
func (f *finder) around(c *core) {
	ws := f.view.words
	if c.in > 0 && !c.hasYear {
		if m, ok := f.words.get("aim", ws[c.in-1]); ok && (c.in == 1 || !f.in("article", ws[c.in-2])) {
			c.in, c.aimed, c.aim = c.in-1, true, m.n
		}
	}
	if c.out < len(ws) {
		if m, ok := f.words.get("around", ws[c.out]); ok {
			c.out, c.unit = c.out+1, m.value
		}
	}
}

// in reports whether w stands in a class.
func (l *language) in(class string, w sentence.Word) bool {
	_, ok := l.words.get(class, w)
	return ok
}

// is reads word k in one class.
func (f *finder) is(class string, k int) (meaning, bool) {
	w := f.view.words[k]
	m, ok := f.words.get(class, w)
	if ok && (m.mark == capital && !sentence.Capital(w.Text) || m.mark == small && sentence.Capital(w.Text) && w.Text != strings.ToUpper(w.Text)) {
		return meaning{}, false
	}
	return m, ok
}

func (f *finder) readDate(c *core, m phrase.Match) bool {
	for i, k := range m.Slots {
		w := f.view.words[k]
		if w.Kind == sentence.Number {
			if !f.readNumber(c, w) {
				return false
			}
			continue
		}
		if !f.readWord(c, k, w) {
			return false
		}
		if len(m.Slots) == 1 && i == 0 && c.rule.form != "era" {
			if _, weak := f.words.get("weak", w); weak {
				return false
			}
		}
	}
	if c.order == eitherOrder && c.month > 0 && c.dom > 0 {
		c.order = monthFirst
	}
	if c.rule.form == "nth" {
		if c.nth, c.dom = c.dom, 0; c.nth == 0 {
			c.nth = int(c.rule.n)
		}
	}
	if c.rule.form == "low" && !c.hasYear && (c.month > 0 || c.season > 0) {
		return false // the 2nd of a month
	}
	if (c.rule.form == "era" || c.rule.form == "low") && !c.hasYear { // AD 70
		c.year, c.hasYear, c.dom = c.dom, c.dom > 0, 0
	}
	if c.rule.form == "spelled" && c.dom < 4 {
		return false // on the second, he gave way: not of days alone
	}
	switch {
	case c.rule.bc, c.rule.form == "low" && f.era < 0:
		c.year, c.bc = 1-c.year, true
	case c.rule.form == "low" && f.era == 0:
		return false
	}
	return c.dom == 0 || (c.month > 0 || c.rule.skip > 0 || c.rule.form == "dom") && c.dom <= 31
}

// readWord reads w at word k, one of letters in a date; it is false where w is one of a date
// only when written otherwise: "may" without its capital.
func (f *finder) readWord(c *core, k int, w sentence.Word) bool {
	if x, ok := f.is("month", k); ok {
		if c.month = x.n; c.dom > 0 {
			c.order = dayFirst
		}
	} else if x, ok := f.is("weekday", k); ok {
		c.weekday = x.n
	} else if x, ok := f.is("weekdays", k); ok {
		c.weekday = x.n
	} else if x, ok := f.is("season", k); ok {
		c.season = x.n
	} else if x, ok := f.is("ordinal", k); ok {
		c.dom = x.n
	} else if x, ok := f.is("era", k); ok {
		if !c.hasYear {
			c.year, c.hasYear, c.dom = c.dom, c.dom > 0, 0
		}
		if x.n < 0 {
			c.year, c.bc = 1-c.year, true
		}
	} else if digits, ok := f.words.fiscal(w); ok {
		c.year, _ = strconv.Atoi(digits)
		c.hasYear, c.short = true, len(digits) == 2
	} else {
		return !f.dates(w)
	}
	return true
}

// dates reports whether w is, in some way of writing it, a word of a date.
func (f *finder) dates(w sentence.Word) bool {
	for _, m := range f.words.of(&w) {
		switch m.class {
		case "month", "weekday", "season", "ordinal", "era":
			return true
		}
	}
	return false
}

// readNumber takes a number of a date as a day or a year.
func (f *finder) readNumber(c *core, w sentence.Word) bool {
	if n, ok := f.words.ordinalOf(w); ok {
		c.dom = n
		return true
	}
	x, ok := f.words.numberOf(w.Text)
	n := int(x)
	if !ok || x != float64(n) || strings.ContainsAny(w.Text, ",.") {
		return false
	}
	switch {
	case c.season > 0 && (c.hasYear || c.dom > 0): // the winter of 1914–15 has the year in which it begins
	case c.rule.form == "short":
		c.year, c.hasYear, c.short = n, true, true
	case n > 31 || c.dom > 0:
		c.year, c.hasYear = n, true
	default:
		c.dom = n
	}
	return true
}

func (f *finder) number(k int) int {
	n, _ := f.words.numberOf(f.view.words[k].Text)
	return int(n)
}

// readCount reads a number and a unit.
func (f *finder) readCount(c *core, m phrase.Match) bool {
	for _, k := range m.Slots {
		w := f.view.words[k]
		if x, ok := f.is("u", k); ok && w.Kind != sentence.Number && !(c.unit != "" && c.rule.unit != "") {
			c.unit = x.value
			continue
		}
		if x, ok := f.is("unitlong", k); ok {
			c.unit = x.value // a weeklong visit
			continue
		}
		if n, ok := f.words.ordinalOf(w); ok && c.rule.op == opShift {
			c.dom = n // the 5th of this month
			continue
		}
		if x, ok := f.is("ordinal", k); ok && c.rule.op == opShift && c.unit == "month" {
			c.dom = x.n // the fifth of this month
			continue
		}
		if c.rule.op == opMove || c.rule.form == "nth" {
			if x, ok := f.is("weekday", k); ok {
				c.weekday = x.n // a year ago Monday
				continue
			}
		}
		if w.Kind == sentence.Number {
			n, ok := f.words.numberOf(w.Text)
			if !ok || n > 1e6 || c.vague && n <= c.n {
				return false // from 12 days in 2009 to 31 days
			}
			if isYear(w) && c.rule.op == opCount && f.singly(m) {
				return false // the 2018 day of protest
			}
			c.n = n
		}
	}
	if c.unit == "" { // the units are literal words of the rule
		for k := m.From; k < m.To && c.unit == ""; k++ {
			if x, ok := f.is("u", k); ok {
				c.unit = x.value // weeks or months
			}
		}
		if c.unit == "" {
			return false // Seven Nights is a title
		}
	}
	if c.n == 0 && c.rule.op != opShift && !c.vague {
		c.n = 1
	}
	if c.rule.form == "indefinite" {
		c.sets = f.isRate(m)
	}
	return true
}

// singly reports whether a count ends with one day, week or month right behind
// its number: what has thousands of them has their plural, or a hyphen.
func (f *finder) singly(m phrase.Match) bool {
	x, ok := f.is("unit", m.To-1)
	return ok && m.To-m.From == 2 && x.value != "year"
}

// isRate reports whether "a week" tells how often: after a noun that is
// counted before it, as in "four flights a week".
func (f *finder) isRate(m phrase.Match) bool {
	ws := f.view.words
	if m.From == 0 || m.To-m.From != 2 {
		return false
	}
	if _, ok := f.words.get("one", ws[m.From]); !ok {
		return false
	}
	if ws[m.From-1].Kind == sentence.Number {
		return true // averaging 30 a day
	}
	if ws[m.From-1].Kind != sentence.Letters {
		return false
	}
	if _, ok := f.words.get("stretch", ws[m.From-1]); ok {
		return false
	}
	for i := m.From - 2; i >= 0 && i >= m.From-6; i-- {
		if ws[i].Kind == sentence.Number {
			return true
		}
		if ws[i].Kind == sentence.Punct && ws[i].Text != "-" {
			return false
		}
	}
	return false
}

func (f *finder) readSet(c *core, m phrase.Match) bool {
	for _, k := range m.Slots {
		w := f.view.words[k]
		if w.Kind == sentence.Number {
			c.n, _ = f.words.numberOf(w.Text)
		} else if x, ok := f.is("weekdays", k); ok {
			c.weekday = x.n
		} else if x, ok := f.is("weekday", k); ok {
			c.weekday = x.n
		} else if x, ok := f.is("parts", k); ok {
			c.part = x.value
		} else if x, ok := f.is("part", k); ok {
			c.part = x.value
		} else if x, ok := f.is("month", k); ok {
			c.month = x.n
		} else if x, ok := f.is("season", k); ok {
			c.season = x.n
		} else if x, ok := f.is("u", k); ok {
			c.unit = x.value
		}
	}
	return true
}
