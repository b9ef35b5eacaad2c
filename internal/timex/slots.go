package timex

import (
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
)

// readISO reads 2025-09-03 and 2025-09, written without spaces.
func (f *finder) readISO(c *core, m phrase.Match) bool {
	if !f.glued(m) || len(f.view.words[m.Slots[1]].Text) != 2 {
		return false
	}
	c.year, c.hasYear, c.month = f.number(m.Slots[0]), true, f.number(m.Slots[1])
	if len(m.Slots) > 2 {
		c.dom = f.number(m.Slots[2])
		return c.month >= 1 && c.month <= 12 && c.dom >= 1 && c.dom <= 31
	}
	// 2003-04 is rather two years than an April.
	return c.month >= 1 && c.month <= 12 && c.month != (c.year+1)%100
}

// readSlash reads 9/3/2025, with the month first as Americans write it unless
// it can be none, or with the day first where the rule says so. What can be
// read either way is decided when the whole document is read (dayOrder).
func (f *finder) readSlash(c *core, m phrase.Match) bool {
	if !f.glued(m) {
		return false
	}
	c.month, c.dom, c.year, c.hasYear = f.number(m.Slots[0]), f.number(m.Slots[1]), f.number(m.Slots[2]), true
	if len(f.view.words[m.Slots[2]].Text) == 2 {
		if c.year += 1900; c.year < 1950 {
			c.year += 100
		}
	}
	switch {
	case c.month > 12:
		c.order = dayFirst
	case c.dom > 12:
		c.order = monthFirst
	}
	if c.order == dayFirst || c.order == eitherOrder && c.rule.form == "dayfirst" {
		c.month, c.dom = c.dom, c.month
	}
	return c.month >= 1 && c.month <= 12 && c.dom >= 1 && c.dom <= 31
}

// readDotted reads 03.09.2025, the day first.
func (f *finder) readDotted(c *core, m phrase.Match) bool {
	p := strings.Split(f.view.words[m.From].Text, ".")
	c.dom, _ = strconv.Atoi(p[0])
	c.month, _ = strconv.Atoi(p[1])
	c.year, _ = strconv.Atoi(p[2])
	c.hasYear = true
	return c.month >= 1 && c.month <= 12 && c.dom >= 1 && c.dom <= 31
}

// glued reports whether no white space stands inside a match.
func (f *finder) glued(m phrase.Match) bool {
	for _, w := range f.view.words[m.From+1 : m.To] {
		if w.Space {
			return false
		}
	}
	return true
}

func (f *finder) readOrdinal(c *core, m phrase.Match) bool {
	n, month, months := int(c.rule.n), 0, 0
	for _, k := range m.Slots {
		w := f.view.words[k]
		if x, ok := f.is("month", k); ok { // the April-June quarter
			if n = (x.n + 2) / 3; month > 0 && (x.n != month+2 || month%3 != 1) {
				return false
			}
			month = x.n
			months++
		} else if isDigits(w, 4, 4) {
			c.year, c.hasYear = f.number(k), true
		} else if digits, ok := f.words.fiscal(w); ok {
			c.year, _ = strconv.Atoi(digits)
			c.hasYear, c.short = true, len(digits) == 2
		} else if x, ok := f.is("ordinal", k); ok {
			n = x.n
		} else if x, ok := f.words.ordinalOf(w); ok {
			n = x
		} else if x, ok := f.is("era", k); ok {
			c.bc = x.n < 0
		} else if isDigits(w, 1, 2) {
			n = f.number(k)
		} else if x, ok := f.is("quarterword", k); ok {
			n = x.n
		}
	}
	switch c.rule.op {
	case opQuarter:
		if c.quarter = n; months == 1 && month%3 != 0 {
			return false // a quarter of some firm's own year: the January quarter
		}
		return n >= 1 && n <= 4 || n == 0 && c.vague
	case opHalf:
		if c.half = int(c.rule.n); c.half > 0 {
			return true
		}
		for k := m.From; k < m.To; k++ {
			if x, ok := f.is("halves", k); ok {
				c.half = x.n
			}
		}
		return true
	}
	c.n = float64(n)
	return n > 0 && n <= 30
}

func (f *finder) readDecade(c *core, m phrase.Match) bool {
	w := f.view.words[m.Slots[0]]
	if len(m.Slots) > 1 { // the 470s BC
		if x, ok := f.is("era", m.Slots[1]); ok && x.n < 0 {
			digits, _ := affixed(w)
			n, _ := strconv.Atoi(digits)
			c.n, c.bc = float64(n), true
			return true
		}
	}
	if x, ok := f.words.get("decadeword", w); ok {
		c.n, c.short = float64(x.n), true
		return true
	}
	digits, _ := affixed(w)
	n, _ := strconv.Atoi(digits)
	c.n, c.short = float64(n), len(digits) == 2
	c.hundred = len(digits) == 4 && n%100 == 0 && n < 1900
	return true
}

// eras reports whether a match of two years says their era.
func (f *finder) eras(m phrase.Match) bool {
	if len(m.Slots) < 3 {
		return false
	}
	_, ok := f.is("era", m.Slots[2])
	return ok
}

// readEras reads two years of one era: 499-493 BC.
func (f *finder) readEras(c *core, m phrase.Match) bool {
	x, _ := f.is("era", m.Slots[2])
	c.bc = x.n < 0
	if c.bc {
		c.year, c.yearTo = 1-c.year, 1-c.yearTo
	}
	return c.yearTo > c.year
}
