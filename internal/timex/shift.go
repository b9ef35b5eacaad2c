package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
)

var grains = map[string]calendar.Grain{
	"day": calendar.Day, "week": calendar.Week, "month": calendar.Month, "quarter": calendar.Quarter,
	"year": calendar.Year, "decade": calendar.Decade, "century": calendar.Century, "weekend": calendar.Week,
}

// shift resolves this, last and next unit.
func (r *resolver) shift(c *core, e *Expr) {
	g, ok := grains[c.unit]
	if !ok {
		if c.unit != "fortnight" && c.rule.anchor == fromNow {
			e.Value = [...]string{"PAST_REF", "PRESENT_REF", "FUTURE_REF"}[c.shift+1]
		}
		return
	}
	if r.someWeekend(c) {
		e.Type, e.Value = Duration, "P2D"
		return
	}
	base, ref := r.shiftBase(c, g)
	if !base.Known() || base.Coarser(g) {
		e.Value = shiftUnknown(c, base)
		return
	}
	e.Anchor, e.Reference = base, ref
	e.Why = "counted from the reference"
	shift := c.shift
	if c.unit == "weekend" {
		r.weekend(base, shift, c, e)
		return
	}
	if g == calendar.Day && shift == 0 && c.rule.anchor == fromNow && !c.isTime() && r.thisAge(c) {
		e.Value, e.Why = "PRESENT_REF", "the present, after what was years ago"
		return
	}
	d := base.In(g)
	if c.rule.anchor == fromBare && g == calendar.Year && r.ended(c).Known() {
		e.Type, e.Value = Duration, "P1Y"
		return
	}
	if c.rule.anchor == fromBare && shift == 0 {
		d, shift = r.justEnded(c, d, base)
	}
	if said := r.saidAgain(c, g); said.Known() {
		e.Anchor, e.Reference, e.Why = said, Previous, besideIt
		r.set(e, said, "")
		return
	}
	if c.rule.form == "turn" && r.turned(c, base) {
		shift = 0
	}
	r.inUnit(c, e, d.Add(shift, g))
}

// inUnit sets e to d, which this, last or next unit is, or to the day of it that c names:
// Tuesday of last week, the first Monday of the month, the last day of this year.
func (r *resolver) inUnit(c *core, e *Expr, d calendar.Date) {
	if c.rule.form == "nth" && d.Grain == calendar.Month {
		if c.rule.anchor == fromBare && r.direction(c) >= 0 {
			e.Type, e.Value = Set, setOf(&core{fields: fields{weekday: c.weekday}}) // they meet on the first Monday of the month
			return
		}
		r.set(e, nthWeekday(int(d.Year), int(d.Unit), c.weekday, c.dom), "")
		return
	}
	if c.weekday > 0 && d.Grain == calendar.Week { // Tuesday of last week
		d = calendar.Civil(d.First() + c.weekday - 1)
	}
	if c.dom > 0 && d.Grain == calendar.Month {
		d = calendar.NewDay(int(d.Year), int(d.Unit), c.dom)
	}
	if c.rule.form == "last" {
		d = calendar.Civil(d.Last())
	}
	r.set(e, r.again(c, d), "")
}

// justEnded is the quarter or year d that c means by "the quarter", "the year", and how many
// further on or back it is: in a report the one that has ended.
func (r *resolver) justEnded(c *core, d, base calendar.Date) (calendar.Date, int) {
	switch {
	case d.Grain == calendar.Year && r.over(c, base):
		return d, -1
	case d.Grain != calendar.Quarter || r.narrative:
		return d, 0
	}
	if q := r.ended(c); q.Known() {
		return q, 0
	}
	if r.quarter.Known() {
		return r.quarter, 0
	}
	return d, -1
}

// turned reports whether the new year is the one that has begun at base, and not the next.
func (r *resolver) turned(c *core, base calendar.Date) bool {
	begun := !base.Coarser(calendar.Half) && base.In(calendar.Half).Unit == 1
	if r.narrative {
		return begun
	}
	dir := r.direction(c)
	return dir < 0 || begun && dir == 0
}

// shiftBase is what this, last and next unit of grain g are counted from.
func (r *resolver) shiftBase(c *core, g calendar.Grain) (calendar.Date, Reference) {
	base, ref := r.nowOf(c)
	if d := r.ofAside(c, g); c.shift > 0 && d.Known() {
		return d, Previous
	}
	if c.rule.anchor == fromStory || c.rule.anchor == fromBare && (r.narrative || r.onwards(c) || r.dwells(c, g) || r.weekendThen(c)) {
		base, ref = r.told(g)
	}
	if c.rule.anchor == fromBare && ref == Story && c.shift > 0 {
		base, ref = r.overtaken(c, base, ref, g)
	}
	if c.rule.anchor == fromBare && ref == DCT && r.endOfStory(c, g) {
		base, ref = r.told(g)
	}
	if c.rule.anchor == fromStory && g >= calendar.Decade && r.direction(c) > 0 {
		base, ref = r.now()
	}
	if d := r.justNamed(c, g); d.Known() {
		return d, Story
	}
	if c.rule.anchor == fromStory {
		if g == calendar.Day {
			base, ref = r.ofAct(c, base, ref)
		}
		base, ref = r.overtaken(c, base, ref, g)
		if g == calendar.Day && c.shift <= 0 {
			base, ref = r.reached(c, base, ref)
		}
		if g == calendar.Day && c.shift == 0 && ref == Story && !r.narrative && !r.retold && r.dayIn < r.index && base == r.day && !r.opens(c) && r.doc.DCT.First()-base.Last() > 31 {
			return calendar.Date{}, Story // a paragraph of a report does not go on from what the one before has looked back to
		}
		if c.shift < 0 {
			base = r.outset(c, base)
		}
	}
	return base, ref
}

// again is d, or where c says a year what d is in that one: the same month last
// year.
func (r *resolver) again(c *core, d calendar.Date) calendar.Date {
	year := int(d.Year)
	switch {
	case c.hasYear:
		year = c.year
	case c.hasShift && c.shiftFrom == fromNow:
		now, _ := r.now()
		if !now.Known() {
			return calendar.Date{}
		}
		year = int(now.Year) + c.yearShift
	case c.hasShift:
		year += c.yearShift
	}
	return d.Add(year-int(d.Year), calendar.Year)
}

// longAgo is after how many years today is rather the present age.
const longAgo = 3

// thisAge reports whether today is set against a time years ago that the passage
// has told of before, and what is true today is a state: in the 1990s the mill
// closed; today most people work in shops.
func (r *resolver) thisAge(c *core) bool {
	p := r.before
	if p == nil || p.Passage != c.passage || !p.When.Known() || r.narrative || c.quoted || r.doc.DCT.Year-p.When.From.Year <= longAgo {
		return false
	}
	v := r.verb(c)
	return v != nil && v.Finite && v.Tense == clause.Present && !v.Perfect && !v.Ing && v.Modality == clause.Plain
}

// over reports whether c is the year that is over, in a report of its last
// quarter: sales rose 5% for the year.
func (r *resolver) over(c *core, base calendar.Date) bool {
	q := r.quarter
	if r.narrative || !q.Known() || q.Unit != 4 || q.Year != base.Year-1 || c.from == 0 || c.mod != "" {
		return false
	}
	_, whole := r.words.get("whole", r.text.Words[c.from-1])
	return whole && r.direction(c) <= 0
}

// onwards reports whether words that may look ahead from now or from the
// story (через два дня) do so from the story: where the verb looks back.
func (r *resolver) onwards(c *core) bool {
	return c.rule.anchor == fromBare && (c.rule.shift > 0 || c.rule.sign > 0) && r.direction(c) < 0
}

// dwells reports whether the passage has opened a sentence with an earlier year
// and is still in it, or the sentence of c tells of one: what is "the year" there is not
// that of publication. It fell in July 2020, and on the 21st the year's target was met.
func (r *resolver) dwells(c *core, g calendar.Grain) bool {
	if g != calendar.Year && g != calendar.Month || r.last.Coarser(g) {
		return false
	}
	if r.local != 0 && int(r.last.Year) == r.local {
		return true
	}
	return c.shift == 0 && r.last.Known() && !r.quarter.Known() && r.lastAt == (place{r.index, r.text.Sentence(c.from)}) && r.last.Year < r.doc.DCT.Year && r.direction(c) < 0
}

// endOfStory reports whether c is the end of the month or year that the story has
// reached, as the one of publication is still to come: on 20 January he resigned; by
// the end of the month his party had split. So does what lay ahead then: in
// October he said that he would leave by the end of the year.
func (r *resolver) endOfStory(c *core, g calendar.Grain) bool {
	d, now := r.last, r.doc.DCT.In(g)
	if c.mod != "END" && c.rule.form != "last" || g < calendar.Week || g > calendar.Year || !d.Known() || d.Coarser(g) || d.First() >= now.First() || now.Last() <= r.doc.DCT.Last() {
		return false
	}
	if r.direction(c) < 0 {
		return true
	}
	return r.lastAt == (place{r.index, r.text.Sentence(c.from)}) && r.hungOnPast(c)
}

// hungOnPast reports whether the verb that governs c is an infinitive or tells what
// would be, and hangs on one in the past: he said that he would leave.
func (r *resolver) hungOnPast(c *core) bool {
	p := r.text.Clauses
	if p == nil || c.from >= len(p.Of) {
		return false
	}
	hung := false
	for k, n := p.Of[c.from], 0; k >= 0 && k < len(p.Clauses) && n < reach; k, n = p.Clauses[k].Parent, n+1 {
		v := p.Clauses[k].Verb
		if v < 0 || v >= len(p.Verbs) {
			continue
		}
		if x := &p.Verbs[v]; x.Finite && x.Modality == clause.Plain {
			return hung && x.Tense == clause.Past
		}
		hung = true
	}
	return false
}

// ended is the quarter that a period ended in, where its end follows: "the
// quarter ended Sept. 30".
func (r *resolver) ended(c *core) calendar.Date {
	ws := r.text.Words
	i := c.to
	if i < len(ws) {
		if _, ok := r.words.get("which", ws[i]); ok {
			i++ // the year that ended
		}
	}
	if i+1 >= len(ws) {
		return calendar.Date{}
	}
	_, ended := r.words.get("ended", ws[i])
	if _, to := r.words.get("upto", ws[i]); !ended && !to {
		return calendar.Date{}
	}
	if i+2 < len(ws) && r.leansOn(i+1) {
		i++ // ended on March 31
	}
	m, ok := r.words.get("month", ws[i+1])
	if !ok || !r.doc.DCT.Known() {
		return calendar.Date{}
	}
	d := calendar.NewMonth(int(r.doc.DCT.Year), m.n)
	if d.First() > r.doc.DCT.Last() {
		d = d.Add(-1, calendar.Year)
	}
	return d.Add(-1, calendar.Month).In(calendar.Quarter) // the one that most of its months are in
}

// weekendOf is the two days that end a week, and their value.
func weekendOf(w calendar.Date) (calendar.Range, string) {
	return calendar.Range{From: calendar.Civil(w.Last() - 1), To: calendar.Civil(w.Last())}, w.String() + "-WE"
}

// shiftUnknown is the value of last, this and next unit where there is no
// reference.
func shiftUnknown(c *core, base calendar.Date) string {
	year := "XXXX"
	if base.Known() {
		year = base.In(calendar.Year).String()
	}
	switch c.unit {
	case "day":
		if c.shift == 0 && c.rule.anchor == fromNow {
			return "PRESENT_REF"
		}
		if base.Grain == calendar.Month && c.shift == 0 {
			return base.String() + "-XX" // that day in January
		}
		return year + "-XX-XX"
	case "week", "weekend":
		return year + "-WXX"
	case "month":
		return year + "-XX"
	case "quarter":
		return year + "-QX"
	case "decade":
		return "XXX"
	case "century":
		return "XX"
	}
	return "XXXX"
}

// besideIt explains what a date beside it says once more.
const besideIt = "the date beside it"

// saidAgain is the date that says once more what c counts from the story: the
// next day, 16 April.
func (r *resolver) saidAgain(c *core, g calendar.Grain) calendar.Date {
	if p := r.before; c.rule.anchor == fromBare && c.shift == 0 && p != nil && p.Passage == c.passage && p.To == c.from-1 && r.text.Words[p.To].Text == "," && p.When.Single() && p.When.From.Grain == g {
		return p.When.From // since 1979, the year in which they met
	}
	if c.rule.anchor != fromStory {
		return calendar.Date{}
	}
	next := r.behindComma(c)
	if next == nil || next.rule.op != opDate || next.month == 0 && !next.hasYear || next.weekday > 0 && next.dom == 0 {
		return calendar.Date{}
	}
	var said Expr
	r.date(next, &said)
	if !said.When.Single() || said.When.From.Grain != g {
		return calendar.Date{}
	}
	return said.When.From
}

// behindComma is what a comma or a bracket parts from c, or nil.
func (r *resolver) behindComma(c *core) *core {
	if c.at+1 >= len(r.cores) {
		return nil
	}
	next := &r.cores[c.at+1]
	if next.from-c.to != 1 {
		return nil
	}
	if mark := r.text.Words[c.to].Text; mark != "," && mark != "(" {
		return nil
	}
	return next
}

// afterSaid is the full date before c that c only says how long after the last
// one it was: in December 1918, two years later, they won.
func (r *resolver) afterSaid(c *core) calendar.Date {
	ws, p := r.text.Words, r.before
	if p == nil || c.at == 0 || p.Passage != c.passage || c.from-p.To != 1 || ws[p.To].Text != "," || c.to == len(ws) || ws[c.to].Text != "," {
		return calendar.Date{}
	}
	if x := &r.cores[c.at-1]; x.from != p.From || !x.hasYear || x.rule.op != opDate || !p.When.Single() || c.rule.anchor != fromStory || c.rule.sign < 0 {
		return calendar.Date{}
	}
	return p.When.From
}
