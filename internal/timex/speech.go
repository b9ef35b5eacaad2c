package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// passage appends the expressions of passage i to dst, in the order of the
// text. The narrator's own come first, then those in quotations, for the day
// of speaking may be said after the quotation: "…", he said on Friday.
func (r *resolver) passage(dst []Expr, i int, cores []core) []Expr {
	r.enter(i)
	n := len(dst)
	dst = append(dst, make([]Expr, len(cores))...)
	r.own, r.cores = dst[n:], cores
	for _, quoted := range [...]bool{false, true} {
		for k := range cores {
			c := &cores[k]
			if c.quoted = r.text.Quote(c.from) >= 0; c.quoted != quoted {
				continue
			}
			c.at = k
			if e, ok := r.resolve(c); ok {
				r.own[k] = e
			}
		}
	}
	out := dst[:n]
	for _, e := range dst[n:] {
		if e.To > 0 {
			out = append(out, e)
		}
	}
	return out
}

// fresh is how many days before the publication date a day of speaking may
// be to be carried from the passage before.
const fresh = 45

// around bounds how many expressions before and after a quoted one are asked
// for the day of speaking.
const around = 24

// spoken is the day on which what c stands in was said: a day in the
// narrator's words of the same sentence, the one after the quotation first;
// else the last one told before it in this passage or the one before it.
func (r *resolver) spoken(c *core) (calendar.Date, bool) {
	p := r.text.Period(c.from)
	if p >= 0 {
		period := r.text.Periods[p]
		if d, ok := r.attributed(period, c); ok {
			return d, true
		}
	}
	told := false // something in the narrator's words is told between
	for k := c.at - 1; k >= max(0, c.at-around); k-- {
		e := &r.own[k]
		if !r.tellsDay(e) {
			told = told || e.To > 0 && e.When.Known() && r.text.Quote(e.From) < 0
			continue
		}
		if r.longPast(e.When.From) && (told || r.cores[k].link == 1) {
			break // born on 18 July 1918 …, in 1941 …; in hospital to 1 June. “Today we mourn him”
		}
		return e.When.From, true
	}
	if r.carried.Known() && r.doc.DCT.Known() && r.doc.DCT.First()-r.carried.First() < fresh && !r.carried.Before(r.doc.DCT.Add(-fresh, calendar.Day)) {
		return r.carried, true
	}
	return calendar.Date{}, false
}

// longPast reports whether a report of today says nothing of what was said on day d, unless
// it tells of that day alone.
func (r *resolver) longPast(d calendar.Date) bool {
	return !r.narrative && r.doc.DCT.Known() && r.doc.DCT.First()-d.First() >= fresh
}

// attributed is the narrator's day in a sentence with a quotation.
func (r *resolver) attributed(s sentence.Extent, c *core) (calendar.Date, bool) {
	var d calendar.Date
	for k := max(0, c.at-around); k < min(len(r.own), c.at+around); k++ {
		e := &r.own[k]
		if !s.Overlaps(e.Extent) || !r.tellsDay(e) {
			continue
		}
		if d = e.When.From; e.From > c.from {
			break
		}
	}
	return d, d.Known()
}

// tellsDay reports whether e is a day of the past in the narrator's words.
func (r *resolver) tellsDay(e *Expr) bool {
	return e.To > 0 && e.When.Single() && e.When.From.Grain == calendar.Day && r.text.Quote(e.From) < 0 &&
		(!r.doc.DCT.Known() || e.When.First() <= r.doc.DCT.Last())
}
