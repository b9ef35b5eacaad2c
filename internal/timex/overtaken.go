package timex

import "github.com/dateline-ssg/dateline/internal/calendar"

// overtaken is base, or the date just told where that is coarser than g and another:
// in January the mill burned down, and the same day its owner fled. Which day that was
// nobody says, and least of all a day that was told before.
func (r *resolver) overtaken(c *core, base calendar.Date, ref Reference, g calendar.Grain) (calendar.Date, Reference) {
	d := r.last
	if p := r.before; c.rule.form == "again" && p != nil && p.Passage == c.passage && p.Type == Date && p.When.Single() && r.text.Sentence(p.From) == r.text.Sentence(c.from) && p.When.From.Coarser(g) && p.When.From.Finer(calendar.Year) {
		d = p.When.From // had come in April, who left the same week
		ref = DCT
	}
	if !d.Known() || !d.Coarser(g) || !d.Finer(calendar.Decade) || d.Contains(base) || r.besideYear(base, g) {
		return base, ref
	}
	if ref == DCT || d.First() > base.Last() || c.shift > 0 && r.index-r.lastAt.passage <= 1 || c.rule.form == "again" && r.lastLed && r.lastAt.passage == r.index {
		return d, Story
	}
	return base, ref
}

// besideYear reports whether the date just told is a year that an aside has named
// in a passage that tells of days: on 21 December they fled (she recalled it in
// 2009); the following day he fell. No day follows a year.
func (r *resolver) besideYear(base calendar.Date, g calendar.Grain) bool {
	return g == calendar.Day && r.last.Grain == calendar.Year && base == r.day && r.dayIn == r.index && r.lastAt.passage == r.index
}

// justNamed is the month of what was named last, where c is a day that points to it, be it
// only of an aside, which the story has not gone to: froze it on 3 June. In March they had
// met, and on the 9th of that month they signed.
func (r *resolver) justNamed(c *core, g calendar.Grain) calendar.Date {
	p := r.before
	if c.rule.anchor != fromStory || g != calendar.Month || c.dom == 0 && c.rule.form != "last" || p == nil || p.Passage != c.passage || p.Type != Date || !p.When.Single() || p.When.From.Coarser(g) {
		return calendar.Date{}
	}
	if p.Reference == Speech || r.text.Sentence(c.from)-r.text.Sentence(p.From) > 3 {
		return calendar.Date{}
	}
	return p.When.From
}
