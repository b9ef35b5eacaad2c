package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
)

// unknownYear is the value of a date whose year nothing tells.
func (c *core) unknownYear() string {
	s := c.inYear(2000).String()
	if s == "" {
		return ""
	}
	return "XXXX" + s[4:]
}

// setOf gives e a date that c says, or where it is none its value without the
// year.
func (r *resolver) setOf(c *core, e *Expr, d calendar.Date) {
	if d.Known() {
		e.When = calendar.Of(d)
		return
	}
	e.Value = c.unknownYear()
}

// century is the full year of '98: of the reference's century, but not after
// the reference by more than ten years.
func (r *resolver) century(yy int) int {
	base, _ := r.told(calendar.Year)
	if !r.narrative {
		base = r.doc.DCT
	}
	if !base.Known() {
		return 1900 + yy
	}
	y := int(base.Year)/100*100 + yy
	if y > int(base.Year)+10 {
		y -= 100
	}
	return y
}

// yearless finds the year of a date that does not say it.
func (r *resolver) yearless(c *core, e *Expr) {
	if c.hasShift {
		r.shiftedYear(c, e)
		return
	}
	if r.yearly(c) {
		e.Type, e.Value, e.Why = Set, c.unknownYear(), everyYear
		return
	}
	if c.link > 0 && r.before != nil && r.before.When.Known() && r.before.When.From.Grain < calendar.Year {
		from := r.before.When.From
		year := int(from.Year)
		if d := c.inYear(year); d.Known() && d.Last() < from.First() && r.turnsYear(c, from) {
			year++ // between December and February
		}
		e.Anchor, e.Reference, e.Why = from, Previous, "the year of the date beside it"
		r.setOf(c, e, c.inYear(year))
		return
	}
	if next := r.behindComma(c); c.rule.op == opHoliday && next != nil && next.rule.op == opDate && next.hasYear && next.dom > 0 {
		e.Reference, e.Why = Previous, besideIt // Easter Monday, 24 April 1916
		r.setOf(c, e, next.inYear(next.year))
		return
	}
	if c.directed() && (!r.narrative || c.rule.anchor == fromStory) {
		r.directed(c, e)
		return
	}
	if from := r.counted(c); from.Known() {
		e.Anchor, e.Reference, e.Why = from, Previous, besideIt
		r.setOf(c, e, c.near(from))
		return
	}
	if year := r.saidYear(c); year != 0 {
		e.Anchor, e.Reference, e.Why = r.before.When.From, Previous, "the year of the date beside it"
		r.setOf(c, e, c.inYear(year))
		return
	}
	if r.narrative || r.local != 0 && (r.localIn < 0 || r.localIn == r.text.Sentence(c.from)) && !c.rule.hasDir && int(r.story.Year) == r.local && r.direction(c) <= 0 {
		r.yearOfStory(c, e)
		return
	}
	r.yearOfNow(c, e)
}

// ofFigures reports whether c is the quarter that figures are of: it will report
// second-quarter results; earnings for the second quarter are due on Monday.
func (r *resolver) ofFigures(c *core) bool {
	ws := r.text.Words
	if c.to < len(ws) && r.in("figures", ws[c.to]) {
		return true
	}
	return c.from > 1 && (r.leansOn(c.from-1) || r.in("genitive", ws[c.from-1])) && r.in("figures", ws[c.from-2])
}

// turnsYear reports whether c, which lies before from in its year, is of the year after:
// from November to January, in December and January.
func (r *resolver) turnsYear(c *core, from calendar.Date) bool {
	next := c.inYear(int(from.Year) + 1)
	switch {
	case c.link == 1, r.bounds(r.before):
		return true
	case r.narrative:
		return next.First()-from.Last() <= season
	}
	return next.First() <= r.doc.DCT.Last() || from.Last() >= r.doc.DCT.First() && r.direction(c) > 0
}

// bounds reports whether e is the first end of a stretch: between December and
// February.
func (r *resolver) bounds(e *Expr) bool {
	return e.From > 0 && r.in("bounds", r.text.Words[e.From-1])
}

// byMonths reports whether a set is of months or years: every six months.
func byMonths(set string) bool {
	last := set[len(set)-1]
	return set[0] == 'P' && set[1] != 'T' && (last == 'Y' || last == 'M')
}

// counted is the date that the distance right before c leads to, which c says
// more closely: eight months earlier, in March.
func (r *resolver) counted(c *core) calendar.Date {
	p := r.before
	if p == nil || c.at == 0 || p.Passage != c.passage || !p.When.Single() || c.from-p.To != 2 || c.directed() {
		return calendar.Date{}
	}
	if x := &r.cores[c.at-1]; x.rule.op != opMove || x.from != p.From || r.text.Words[p.To].Text != "," || !r.leansOn(p.To+1) {
		return calendar.Date{}
	}
	return p.When.From
}

// whenOf reports whether the clause of c says what was when the year p was: in 1973, when
// the ban was declared in October.
func (r *resolver) whenOf(c *core, p *Expr) bool {
	x := r.text.Clauses
	if x == nil || c.from >= len(x.Of) || x.Of[c.from] < 0 || p.To >= len(r.text.Words) || r.text.Words[p.To].Text != "," {
		return false
	}
	k := x.Clauses[x.Of[c.from]]
	return (k.Kind == clause.Subordinate || k.Kind == clause.Relative) && k.Marker.Len() == 1 && k.Marker.From == p.To+1 && k.Verb >= 0 && x.Verbs[k.Verb].Tense == clause.Past
}

// saidYear is the year that stands right before c, or 0: in 1980, on September 12.
func (r *resolver) saidYear(c *core) int {
	p := r.before
	if p != nil && p.Passage == c.passage && p.When.Single() && p.When.From.Grain == calendar.Year && !c.directed() && r.whenOf(c, p) && (r.in("when", r.text.Words[p.To+1]) || !r.comparedWith(p)) {
		return int(p.When.From.Year)
	}
	if p != nil && p.Passage == c.passage && r.yearsBack(c, p) {
		return int(p.When.From.Year)
	}
	if p == nil || p.Passage != c.passage || !p.When.Single() || p.When.From.Grain != calendar.Year || c.from-p.To != 2 || c.directed() {
		return 0
	}
	if r.text.Words[p.To].Text != "," || !r.leansOn(p.To+1) && !r.in("onset", r.text.Words[p.To+1]) {
		return 0
	}
	if last := &r.cores[max(c.at-1, 0)]; !(last.from == p.From && last.rule.op == opShift && last.rule.anchor == fromNow) && (p.From == 0 || !r.leansOn(p.From-1)) {
		return 0 // "last year" needs no preposition
	}
	return int(p.When.From.Year)
}

// near is what c says in the year of d, or the year beside it, where that is
// nearer.
func (c *core) near(d calendar.Date) calendar.Date {
	best := c.inYear(int(d.Year))
	if d.Contains(best) || d.Grain >= calendar.Year {
		return best
	}
	for _, year := range [...]int{int(d.Year) - 1, int(d.Year) + 1} {
		if x := c.inYear(year); x.Known() && (!best.Known() || distance(x, d) < distance(best, d)) {
			best = x
		}
	}
	return best
}

// distance is how many days lie between the first days of two dates.
func distance(a, b calendar.Date) int {
	if n := a.First() - b.First(); n > 0 {
		return n
	}
	return b.First() - a.First()
}

// everyYear explains a date that is meant in every year.
const everyYear = "in every year"

// yearly reports whether c stands beside what says that it is meant in every
// year: every year on 4 July.
func (r *resolver) yearly(c *core) bool {
	if c.directed() {
		return false // twice a year. Last December it fell
	}
	if p := r.before; p != nil && p.Passage == c.passage && p.Type == Set && byMonths(p.Value) && c.from >= p.To && r.text.Sentence(c.from) == r.text.Sentence(p.From) && (c.from-p.To <= 1 || c.from-p.To == 2 && r.text.Words[p.To].Text == "," && r.leansOn(p.To+1)) {
		return true
	}
	if p := r.before; c.link == 2 && p != nil && p.Type == Set && p.Why == everyYear {
		return true
	}
	if c.at+1 >= len(r.cores) {
		return false
	}
	next := &r.cores[c.at+1]
	return next.from == c.to && (next.rule.op == opSet && next.unit == "year" || next.rule.op == opSetVal && next.rule.value == "P1Y")
}

// sides explains in which direction from which reference a date was looked for.
var sides = func() (out [3][len(referenceNames)]string) {
	for i, side := range [...]string{"looking back", "the nearest", "looking ahead"} {
		for ref, from := range [...]string{DCT: "publication date", Story: "story", Speech: "day of speaking"} {
			out[i][ref] = side + " from the " + from
		}
	}
	return out
}()

// against is by how many days a date in the other direction than the verb's
// must be nearer to be meant all the same: who means a date almost a year
// away says the year. Where no verb tells, the past is a little likelier.
const (
	against   = 190
	unsaid    = 60
	sure      = 400 // where the verb stands beside it or the sentence opens with it
	surely    = 300 // where the verb is in the future tense
	lastYears = 60  // the more so where it is of the year before: it ends on 31 December
	farthest  = 1 << 30
)

// monthBack is how many days back a text that tells of other years may still
// name a month of its own year without saying so.
const monthBack = 45

// nearest is the date that c says in the year before, of or after the
// reference, whichever is nearest in the direction dir.
func (r *resolver) nearest(c *core, from calendar.Date, dir int) calendar.Date {
	var best calendar.Date
	least := farthest
	against := against
	if _, ok := r.beside(c); dir < 0 && (ok || r.opens(c) || r.backward(c) || r.asked(c) < 0 || r.undergone(c) || r.hadBy(c)) {
		against = sure
	}
	if dir > 0 && (r.will(c) || r.wants(c)) {
		against = surely
	} else if dir > 0 && r.mayBeOver(c) {
		against = 0
	} else if dir > 0 && r.hasPromised(c) {
		against = unsaid
	}
	for year := int(from.Year) - 1; year <= int(from.Year)+1; year++ {
		d := c.inYear(year)
		if !d.Known() {
			continue
		}
		cost := 0
		switch {
		case d.Last() < from.First():
			cost = from.First() - d.Last()
			if dir > 0 {
				cost += against
			}
			if dir > 0 && year < int(from.Year) && against > 0 {
				cost += lastYears
			}
		case d.First() > from.Last():
			cost = d.First() - from.Last()
			if dir < 0 {
				cost += against
			} else if dir == 0 {
				cost += unsaid
			}
		}
		if cost < least {
			best, least = d, cost
		}
	}
	return best
}

// undergone reports whether c is when something was done to the subject of its
// own clause, or had been done, so that nothing in it can lie ahead: was detained on
// 17 February, had met on 2 May.
func (r *resolver) undergone(c *core) bool {
	v := r.verb(c)
	if v == nil || !v.Passive && !v.Perfect || !v.Finite || v.Tense != clause.Past || v.Modality != clause.Plain || v.Head > c.from || c.from == 0 || !r.leansOn(c.from-1) {
		return false
	}
	p := r.text.Clauses
	if k := p.Of[c.from]; k < 0 || p.Clauses[k].Verb < 0 || &p.Verbs[p.Clauses[k].Verb] != v {
		return false
	}
	if w := r.text.Words[c.from-1]; r.in("purpose", w) || r.in("toward", w) {
		return false // was called for 17 February, had shut schools until then
	}
	_, bound := r.words.get("bound", v.Base)
	_, prospect := r.words.get("prospect", v.Base)
	_, moved := r.words.get("reset", v.Base)
	_, be := r.words.get("copula", v.Base) // had been due to open on 2 May
	return !bound && !prospect && !moved && !be
}

// directed reports whether the words of c say where it is looked for, and side
// where that is: -1 back, 1 ahead, 0 in the year of the reference.
func (c *core) directed() bool { return c.rule.hasDir || c.aimed }

func (c *core) side() int {
	if c.aimed {
		return c.aim
	}
	return c.rule.dir
}

// onlyNamed is the date last named where c points to a part of its year, in a passage that
// has told of no date but only named one: brokered a 2022 exchange. That December …
func (r *resolver) onlyNamed(c *core) calendar.Date {
	p := r.before
	if c.rule.anchor != fromStory || c.side() != 0 || r.lastAt.passage == r.index || p == nil || p.Passage != c.passage || p.Type != Date || !p.When.Single() || p.When.From.Coarser(calendar.Year) {
		return calendar.Date{}
	}
	return p.When.From
}

// directed resolves "last December", "next March", "this June", and "the
// following June" as seen from the story.
func (r *resolver) directed(c *core, e *Expr) {
	base, ref := r.nowOf(c)
	if c.rule.anchor == fromStory {
		base, ref = r.told(calendar.Year)
	}
	if d := r.onlyNamed(c); d.Known() {
		base, ref = d, Previous
	}
	if d := r.ofAside(c, calendar.Month); d.Known() {
		base, ref = d, Previous // who came six years ago this month and left the following February
	}
	if !base.Known() || base.Coarser(calendar.Year) { // the summer that follows a decade has no year
		e.Value = c.unknownYear()
		return
	}
	e.Anchor, e.Reference = base, ref
	year := int(base.Year)
	d := c.inYear(year)
	switch dir := c.side(); {
	case dir <= 0 && c.season > 0 && c.inYear(year-1).Contains(base):
		e.Why = "as the winter turns the year"
		year += dir - 1
	case dir < 0:
		e.Why = "the last one before the reference"
		if !d.Known() || d.Last() >= base.First() || d.Grain == calendar.Month && d.Add(1, calendar.Month) == base.In(calendar.Month) && c.rule.anchor == fromNow {
			year-- // "last month" is how the month before is called
		}
	case dir > 0:
		e.Why = "the next one after the reference"
		if !d.Known() || d.First() <= base.First() || d.First() <= base.Last() && base.Coarser(calendar.Month) {
			year++
		}
	default:
		e.Why = "of the year of the reference"
	}
	r.setOf(c, e, c.inYear(year))
}

// decade resolves the 1990s, the '90s, the nineties.
func (r *resolver) decade(c *core, e *Expr) {
	year := int(c.n)
	if c.bc {
		e.When = calendar.Of(calendar.NewDecade(1 - year))
		return
	}
	if c.short || year < 100 {
		base, _ := r.told(calendar.Year)
		if !r.narrative {
			base = r.doc.DCT
		}
		hundred := 1900
		if base.Known() {
			hundred = int(base.Year) / 100 * 100
			if hundred+year > int(base.Year) {
				hundred -= 100
			}
		}
		year += hundred
	}
	e.When = calendar.Of(calendar.NewDecade(year))
}
