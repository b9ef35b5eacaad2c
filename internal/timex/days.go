package timex

import (
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Days of one month that are told together, May 5-7, the 12th, 13th and 14th
// of March, are as many expressions, linked.

// readDays reads the month and the year of such days, and the first of them.
func (f *finder) readDays(c *core, m phrase.Match) bool {
	last := 0
	for _, k := range m.Slots {
		if n, ok := f.dayAt(k); ok {
			if n <= last || n > 31 {
				return false
			}
			if last = n; c.dom == 0 {
				c.dom = n
			}
			continue
		}
		if x, ok := f.is("month", k); ok {
			c.month = x.n
		} else if f.view.words[k].Kind == sentence.Number {
			c.year, c.hasYear = f.number(k), true
		}
	}
	return (c.month > 0 || c.rule.form == "dom") && last > c.dom
}

// dayAt is the number of the day of a month that word k of the view says.
func (f *finder) dayAt(k int) (int, bool) {
	if x, ok := f.is("ordinal", k); ok {
		return x.n, true
	}
	return f.words.domOf(f.view.words[k])
}

// spread appends each day that c, the first of several, is told with. The
// words before the first day belong to it, those behind the last to that one.
func (f *finder) spread(dst []core, c core, m phrase.Match) []core {
	out := c.out
	for _, k := range m.Slots {
		n, ok := f.dayAt(k)
		if !ok {
			continue
		}
		d := c
		d.dom, d.out = n, k+1
		if n != c.dom {
			d.in = k
			for d.in > m.From && f.linkOf(d.in-1) == 0 && f.view.words[d.in-1].Text != "," {
				d.in--
			}
			if d.link = f.linkOf(d.in - 1); d.link == 0 {
				d.link = 2 // a comma
			}
		}
		dst = append(dst, d)
	}
	dst[len(dst)-1].out = out
	return dst
}
