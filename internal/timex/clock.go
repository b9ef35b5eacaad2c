package timex

import (
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// readPart reads the part of the day that a slot of m names, or midday, where its rule has
// none. A slot without a part is one by its letters alone: Dawn, a name.
func (f *finder) readPart(c *core, m phrase.Match) bool {
	for _, k := range m.Slots {
		if x, ok := f.is("part", k); ok {
			c.part = x.value
		}
	}
	if c.part == "" {
		c.part = "MI"
		return len(m.Slots) == 0
	}
	return true
}

func (f *finder) readClock(c *core, m phrase.Match) bool {
	c.time = true
	if c.rule.at != "" {
		h, mm, _ := strings.Cut(c.rule.at, ":")
		c.hour, _ = strconv.Atoi(h)
		c.min, _ = strconv.Atoi(mm)
		return true
	}
	if c.rule.n != 0 { // half past nine, a quarter to six
		part := ""
		for _, k := range m.Slots {
			if x, ok := f.is("part", k); ok {
				part = x.value
				continue
			}
			c.hour = f.number(k)
		}
		c.min = (int(c.rule.n) + 60) % 60
		if c.rule.n < 0 {
			c.hour = (c.hour + 11) % 12
		}
		if part != "" {
			c.halve(part)
		}
		return c.hour <= 24
	}
	if c.rule.form == "first" {
		return f.readFirst(c, m)
	}
	half, add, ok := f.readHands(c, m)
	return ok && f.strikes(c, m, half, add)
}

// readHands reads hour and minute from the slots of m, and whether a half of the
// day is said with them, and how many hours that adds.
func (f *finder) readHands(c *core, m phrase.Match) (half bool, add int, ok bool) {
	got := 0
	for _, k := range m.Slots {
		w := f.view.words[k]
		if mm, n, ok := f.words.gluedMinutes(w); ok && got == 1 {
			c.min, got, half, add = mm, 2, true, n
			continue
		}
		if h, mm, ok := f.words.gluedClock(w); ok {
			c.hour, c.min, got = h, mm, 2
			continue
		}
		if w.Kind == sentence.Number {
			if got, ok = f.readHand(c, w, got); !ok {
				return false, 0, false
			}
			continue
		}
		if x, ok := f.words.get("meridiem", w); ok {
			half, add = true, x.n
		}
		if x, ok := f.words.get("zone", w); ok && x.value == "Z" && k < c.out {
			c.zulu = true
		}
		if x, ok := f.words.get("part", w); ok {
			half = true
			if x.value != "MO" && !(x.value == "NI" && c.hour < 6) {
				add = 12
			}
		}
	}
	return half, add, true
}

// readHand reads a number as the next hand of a clock, of which got were read
// before, and returns how many are read now.
func (f *finder) readHand(c *core, w sentence.Word, got int) (int, bool) {
	n, ok := f.words.numberOf(w.Text)
	switch {
	case !ok:
		return got, false
	case got == 0 && n != float64(int(n)): // 10.30 a.m.
		c.hour = int(n)
		c.min = int((n-float64(c.hour))*100 + 0.5)
	case got == 0 && isDigits(w, 4, 4):
		c.hour, c.min = int(n)/100, int(n)%100
		got++
	case got == 0:
		c.hour = int(n)
	case got == 1:
		c.min = int(n)
	}
	return got + 1, true
}

// strikes reports whether what was read of m is a time of day, and puts it on
// the clock of twenty-four hours.
func (f *finder) strikes(c *core, m phrase.Match, half bool, add int) bool {
	colon := false
	for _, w := range f.view.words[m.From:m.To] {
		if w.Text == ":" {
			colon = true
			if w.Space && !half {
				return false // 10 : 3 is a score, 10 : 30 a.m. none
			}
		}
	}
	if c.told = half || c.hour > 12; half {
		if c.hour > 12 || c.hour == 0 {
			return false
		}
		c.hour = c.hour%12 + add
	}
	if colon && len(f.view.words[m.Slots[1]].Text) < 2 {
		return false
	}
	return c.hour <= 24 && c.min <= 59
}

// readFirst reads the first of two times that one half of the day is said for:
// between 9 and 11 a.m., from 10:30 to 2 p.m. It ends before the word that joins
// them.
func (f *finder) readFirst(c *core, m phrase.Match) bool {
	at := [2]int{} // the two, in minutes
	side, half := 0, meaning{}
	for _, k := range m.Slots {
		if x, ok := f.is("meridiem", k); ok {
			half = x
			continue
		}
		x, _ := f.words.numberOf(f.view.words[k].Text)
		n := int(x)
		switch {
		case k > m.From && f.view.words[k-1].Text == ":" && n < 60:
			at[side] += n
			continue
		case k > m.From && side == 0:
			side, c.out = 1, k-1
		}
		if n < 1 || n > 12 {
			return false
		}
		at[side] = n%12*60 + int((x-float64(n))*100+0.5) // 7.30-8.15 pm
	}
	c.told = true
	c.hour, c.min = at[0]/60, at[0]%60
	if at[0] < at[1] {
		c.hour += half.n
	} else {
		c.hour += 12 - half.n // from 10 to 2 p.m.
	}
	return true
}
