package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// move resolves n units ago, earlier, later.
func (r *resolver) move(c *core, e *Expr) {
	n, unit := c.n, c.unit
	switch unit {
	case "fortnight":
		n, unit = 2*n, "week"
	case "weekend":
		unit = "week"
	case "hour", "minute", "second":
		days, whole := wholeDays(c)
		if !whole {
			if !r.clocked(c, e) {
				e.Type, e.Value = Duration, durationOf(c)
			}
			return
		}
		n, unit = days, "day"
	}
	g, ok := grains[unit]
	if !ok {
		e.Value = "PAST_REF"
		return
	}
	if n != float64(int(n)) {
		if n, g = finer(n, g); n != float64(int(n)) {
			n = float64(int(n + 0.5))
		}
	}
	if v := r.verb(c); c.rule.form == "since" && (!r.last.Known() || r.last.Add(int(n), g).First() > r.doc.DCT.Last() && r.doc.DCT.Known() || v == nil || v.Tense != clause.Past) {
		e.Type, e.Value = Duration, durationOf(c) // two years on, nothing has changed
		e.To--
		e.Span = r.text.Span(e.Extent)
		return
	}
	if !r.moveBeside(c, e, n, g) {
		r.moveFrom(c, e, int(n), g)
	}
}

// finer is n times a unit in one of which it is rather counted where n is no whole number:
// half a century in decades, a year and a half in months.
func finer(n float64, g calendar.Grain) (float64, calendar.Grain) {
	switch g {
	case calendar.Century:
		return 10 * n, calendar.Decade
	case calendar.Decade:
		return 10 * n, calendar.Year
	case calendar.Year:
		return 12 * n, calendar.Month
	}
	return n, g
}

// wholeDays is how many days the hours of c are, where no clock is needed to
// count them: 48 hours ago.
func wholeDays(c *core) (float64, bool) {
	days := c.n / 24
	return days, c.unit == "hour" && len(c.above) == 0 && days >= 1 && days == float64(int(days))
}

// moveBeside resolves n units ago where another expression or the report says
// from when, and reports whether one does.
func (r *resolver) moveBeside(c *core, e *Expr, n float64, g calendar.Grain) bool {
	if d := r.apposed(c, g); d.Known() {
		e.Anchor, e.Reference, e.Why = d, Previous, besideIt
		if to, ok := grains[c.rule.form]; ok && !d.Coarser(to) {
			g = to
		}
		r.set(e, d.In(g), "")
		return true
	}
	if n == 1 && g == calendar.Year && len(c.above) == 0 && r.quarter.Known() && !r.narrative {
		// A report compares with the same quarter of the year before.
		e.Anchor, e.Reference, e.Why = r.quarter, Story, "the quarter reported on, a year before"
		r.set(e, r.quarter.Add(c.rule.sign, calendar.Year), "")
		return true
	}
	if d := r.compared(c); d.Known() {
		e.Anchor, e.Reference, e.Why = d, Previous, "what it is compared with, a year before"
		r.set(e, d.Add(c.rule.sign, calendar.Year), "")
		return true
	}
	return false
}

// moveFrom resolves n units ago, counted from the present or the story.
func (r *resolver) moveFrom(c *core, e *Expr, n int, g calendar.Grain) {
	base, ref := r.nowOf(c)
	if c.rule.anchor == fromStory || r.onwards(c) {
		base, ref = r.told(g)
		if g == calendar.Day {
			base, ref = r.ofAct(c, base, ref)
		}
	}
	if d := r.ofAside(c, g); d.Known() {
		e.Anchor, e.Reference, e.Why = d, Previous, "counted from the date beside it"
		r.set(e, c.away(d, n, g).In(g), "")
		return
	}
	if !base.Known() && !r.last.Known() || r.fromNothing(c, ref) {
		e.Value = shiftUnknown(c, base)
		return
	}
	stale := g == calendar.Day && c.rule.anchor == fromStory && r.stale(c)
	if stale {
		base, ref = r.doc.DCT, DCT
	}
	e.Anchor, e.Reference, e.Why = base, ref, "counted from the reference"
	if d := r.last; !stale && (c.rule.anchor == fromStory || r.onwards(c)) && d.Known() && d.Coarser(g) && d.Finer(calendar.Decade) && !d.Contains(base) && !r.besideYear(base, g) {
		// Told to the month, and days later: to the month still.
		e.Anchor, e.Reference = d, Story
		if e.Mod == "" {
			e.Mod = "APPROX"
		}
		to := c.away(d, n, g)
		if m := r.fromPart(c, d, n, g); m.Known() {
			to = m
		}
		r.set(e, to, "")
		return
	}
	if base.Coarser(g) {
		e.Value = shiftUnknown(c, base.In(calendar.Year).Add(0, calendar.Year))
		return
	}
	if c.weekday > 0 && base.Grain == calendar.Day {
		base = base.Add((c.weekday-base.Weekday()+10)%7-3, calendar.Day) // a year ago Monday
	}
	moved := c.away(base, n, g)
	if (base.Grain == calendar.Quarter || base.Grain == calendar.Half) && g == calendar.Year && !r.wide {
		r.set(e, moved, "") // compared with the same part of another year
		return
	}
	if to, ok := grains[c.rule.form]; ok {
		r.set(e, moved.In(to).Add(c.rule.shift, to), "") // two weeks ago today, ten years ago next month
		return
	}
	r.set(e, moved.In(g), "")
}

// fromPart is the month in which every day lies that is n days from one of the part of month
// d that was told, where that is another: ten days after late September is in October.
func (r *resolver) fromPart(c *core, d calendar.Date, n int, g calendar.Grain) calendar.Date {
	p := r.before
	if p == nil || g != calendar.Day || d.Grain != calendar.Month || p.When != calendar.Of(d) || len(c.above) > 0 {
		return calendar.Date{}
	}
	const third = 10
	from, to := d.First(), d.Last()
	switch p.Mod {
	case "START":
		to = from + third - 1
	case "MID":
		from, to = from+third, from+2*third-1
	case "END":
		from += 2 * third
	default:
		return calendar.Date{}
	}
	n *= c.rule.sign
	m := calendar.Civil(from + n).In(calendar.Month)
	if m == d || !m.Contains(calendar.Civil(to+n)) {
		return calendar.Date{}
	}
	return m
}

// fromNothing reports whether what came n units later has nothing told that it is counted
// from, and is no prospect: two weeks later he left, at the beginning of a text.
func (r *resolver) fromNothing(c *core, ref Reference) bool {
	return c.rule.anchor == fromStory && c.rule.sign > 0 && ref == DCT && !r.last.Known() && r.direction(c) < 0
}

// stale reports whether days that a report counts in a sentence of its own day cannot
// be from what it has told last: a month or a year that another paragraph looked back
// to. The minister said a day earlier …
func (r *resolver) stale(c *core) bool {
	if r.narrative || r.retold || r.doc.DCT.Grain != calendar.Day || r.opens(c) {
		return false
	}
	return r.last.Known() && r.last.Coarser(calendar.Week) && r.lastAt.passage < r.index && r.dayIn < r.index && r.reportedOn(c)
}

// apposed is the full date that says once more what c counts: about 170 years
// later, in 1896.
func (r *resolver) apposed(c *core, g calendar.Grain) calendar.Date {
	if d := r.afterSaid(c); d.Known() && !d.Coarser(g) {
		return d
	}
	if c.at+1 >= len(r.cores) {
		return calendar.Date{}
	}
	next := &r.cores[c.at+1]
	if !next.hasYear || next.short || next.rule.op != opDate || next.from-c.to != 2 || r.text.Words[c.to].Text != "," {
		return calendar.Date{}
	}
	if _, ok := r.words.get("beside", r.text.Words[c.to+1]); !ok {
		return calendar.Date{}
	}
	d := next.inYear(next.year)
	if d.Coarser(g) {
		return calendar.Date{}
	}
	return d
}

// compared is the month told before in the sentence that a year ago is compared
// with: it fell to 7 in March from 8 a year ago.
func (r *resolver) compared(c *core) calendar.Date {
	p := r.before
	if p == nil || !c.aYearBefore() || p.Passage != c.passage || !p.When.Single() || p.When.From.Grain != calendar.Month || p.From >= c.from {
		return calendar.Date{}
	}
	if r.text.Sentence(p.From) != r.text.Sentence(c.from) {
		return calendar.Date{}
	}
	for _, w := range r.text.Words[p.To:c.from] {
		if r.in("comparing", w) {
			return p.When.From
		}
	}
	return calendar.Date{}
}

// yearsBack reports whether p, the expression before c, opens the sentence with the years ago
// that c goes on in: ten years ago they voted for war in a debate that ended on 18 March.
func (r *resolver) yearsBack(c *core, p *Expr) bool {
	if c.at == 0 || c.month == 0 || c.directed() || !p.When.Single() || p.When.From.Grain != calendar.Year || r.direction(c) > 0 {
		return false
	}
	if x := &r.cores[c.at-1]; x.from != p.From || x.rule.op != opMove || x.rule.anchor != fromNow || x.rule.sign > 0 || !r.opens(x) {
		return false
	}
	x := r.text.Clauses
	if x == nil || c.from >= len(x.Of) {
		return false
	}
	k := x.Of[c.from]
	for n := 0; k >= 0 && k != x.Of[p.From] && n < reach; n++ {
		k = x.Clauses[k].Parent
	}
	return k >= 0 && k == x.Of[p.From]
}

// comparedWith reports whether p is the year of a figure that another is only compared with,
// from which nothing that is told takes its year: down from 3 million in 2004.
func (r *resolver) comparedWith(p *Expr) bool {
	for i := p.From - 1; i > 0 && i >= p.From-phraseReach; i-- {
		if !r.in("comparing", r.text.Words[i]) {
			continue
		}
		if i++; r.in("article", r.text.Words[i]) {
			i++ // than the 3 million of the June quarter
		}
		return r.text.Words[i].Kind != sentence.Letters
	}
	return false
}

// ofAside is the date that the clause of c, or the one that it goes on with "and",
// has told before c in an aside that the story did not follow: Bout, who was
// arrested in March 2008 and extradited two years later, was convicted.
func (r *resolver) ofAside(c *core, g calendar.Grain) calendar.Date {
	p, x := r.before, r.text.Clauses
	if c.rule.anchor != fromStory || p == nil || x == nil || p.Passage != c.passage || !p.When.Single() || c.from >= len(x.Of) {
		return calendar.Date{}
	}
	d := p.When.From
	if d.Coarser(g) || d == r.last || r.text.Sentence(p.From) != r.text.Sentence(c.from) {
		return calendar.Date{}
	}
	for k := x.Of[c.from]; k >= 0; k = x.Clauses[k].Parent {
		if k == x.Of[p.From] && (x.Clauses[k].Kind == clause.Relative || x.Clauses[k].Kind == clause.Participial) {
			return d
		}
		if x.Clauses[k].Kind != clause.Coordinate {
			break
		}
	}
	k := r.leading(p.From)
	if ahead := c.rule.sign > 0 || c.rule.op == opShift && c.shift > 0; k < 0 || !ahead || x.Clauses[k].Parent != x.Of[c.from] || x.Clauses[k].To > c.from {
		return calendar.Date{}
	}
	switch y := &x.Clauses[k]; {
	case y.Kind == clause.Participial:
		return d // brought in as chairman in April 2021, he resigned nine months later
	case y.Kind == clause.Relative && y.Verb >= 0 && x.Verbs[y.Verb].Tense == clause.Past && (!x.Verbs[y.Verb].Perfect || d.First() > r.last.Last()):
		return d // Vega, who was applauded on Tuesday, left the next day
	}
	return calendar.Date{}
}
