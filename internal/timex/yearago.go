package timex

import "github.com/dateline-ssg/dateline/internal/calendar"

// yearAgo is the date that c says not long after a day of a former year that was told, or
// else in the year told last or the one after it, where d, what it says from the day of
// writing, lies back nearly a year: who means that says the year.
func (r *resolver) yearAgo(c *core, d calendar.Date, dir int) calendar.Date {
	if dir >= 0 || r.said.Known() || !d.Known() || r.doc.DCT.First()-d.Last() < nearlyYear {
		return calendar.Date{}
	}
	if x := r.afterDay(c); x.Known() {
		return x
	}
	from := r.year
	if !from.Known() || from.Coarser(calendar.Year) || from.Year >= r.doc.DCT.Year-1 {
		return calendar.Date{}
	}
	for year := int(from.Year); year <= int(from.Year)+1; year++ {
		if x := c.inYear(year); c.isOn(x) && (from.Grain == calendar.Year || x.Last() >= from.First()) {
			return x
		}
	}
	return calendar.Date{}
}

// afterDay is the day that c says not long after one of a former year that was told before,
// the nearest of them; else the zero Date.
func (r *resolver) afterDay(c *core) calendar.Date {
	var best calendar.Date
	least := onward
	for _, from := range r.days {
		d := c.inYear(int(from.Year))
		if gap := d.First() - from.First(); c.isOn(d) && gap >= 0 && gap < least {
			best, least = d, gap
		}
	}
	return best
}

// isOn reports whether d is a date, and on the weekday that c says, if any.
func (c *core) isOn(d calendar.Date) bool {
	return d.Known() && (c.weekday == 0 || d.Grain == calendar.Day && d.Weekday() == c.weekday)
}

// yearOfNow finds the year of a date that says none from the day of writing, or from a story
// that the text has told beside it.
func (r *resolver) yearOfNow(c *core, e *Expr) {
	dct, ref := r.now()
	e.Anchor, e.Reference = dct, ref
	dir := r.direction(c)
	if dir > 0 && r.names(c) {
		dir = 0 // they go on talking, under a June agreement
	}
	if dir > 0 && c.quarter > 0 && r.ofFigures(c) {
		dir = -1
	}
	if d := r.follows(c, dir); d.Known() {
		e.Anchor, e.Reference, e.Why = r.story, Story, "the next one in the story"
		r.setOf(c, e, d)
		return
	}
	d := r.nearest(c, dct, dir)
	if told := r.yearAgo(c, d, dir); told.Known() {
		e.Anchor, e.Reference, e.Why = r.year, Story, "the year that the story has reached"
		r.setOf(c, e, told)
		return
	}
	e.Why = sides[dir+1][ref]
	r.setOf(c, e, d)
}

// shiftedYear finds the year of a date that says it from another one: in May last year.
func (r *resolver) shiftedYear(c *core, e *Expr) {
	base, ref := r.nowOf(c)
	if c.shiftFrom == fromStory || c.shiftFrom == fromBare && c.yearShift > 0 && r.direction(c) < 0 {
		base, ref = r.told(calendar.Year)
	}
	if p := r.before; c.shiftFrom == fromStory && c.yearShift == 0 && p != nil && p.Passage == c.passage && p.When.Single() && p.When.From.Grain == calendar.Year && r.text.Sentence(c.from)-r.text.Sentence(p.From) <= 1 {
		base = p.When.From // has held since 2020. In August of that year …
	}
	if p := r.before; c.shiftFrom == fromStory && c.yearShift > 0 && c.at > 0 && p != nil && p.Passage == c.passage && p.From == r.cores[c.at-1].from && c.from-p.To <= 2 && !r.cores[c.at-1].hasYear && r.bounds(p) && p.Anchor.Known() {
		base = p.Anchor // between January and March of the following year
	}
	if !base.Known() {
		e.Value = c.unknownYear()
		return
	}
	e.Anchor, e.Reference, e.Why = base, ref, "the year is said from the reference"
	r.setOf(c, e, c.inYear(int(base.Year)+c.yearShift))
}
