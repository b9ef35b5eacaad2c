package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// resolve makes an expression of c; false where it means nothing after all.
func (r *resolver) resolve(c *core) (Expr, bool) {
	e := Expr{Passage: c.passage, Extent: sentence.Extent{From: c.from, To: c.to}, Mod: c.mod, Rule: c.rule.name, Dateline: c == r.dateline}
	e.Span = r.text.Span(e.Extent)
	if e.Mod == "" {
		e.Mod = c.rule.mod
	}
	if !r.holds(c) {
		return e, false
	}
	r.said = calendar.Date{}
	if c.quoted {
		r.said, _ = r.spoken(c)
	}
	r.mean(c, &e)
	r.widen(c, &e)
	if e.Value == "" && e.When.Known() {
		e.Value = e.When.String()
	}
	if c.isTime() && e.Type == Date && e.Value != "" {
		e.Type = Time
		e.Value += timeValue(c)
	}
	if e.Value == "" {
		return e, false
	}
	if e.Why == "" {
		e.Why = reasons[e.Type]
		if e.Type == Date && e.When.Known() {
			e.Why = "it says its date"
		}
	}
	if c.link == 1 && c.at > 0 {
		r.span(&r.own[c.at-1], &e)
	}
	r.tell(c, &e)
	r.strikes(c, &e)
	r.prior = e
	r.before = &r.prior
	return e, true
}

// mean gives e what the operation of c's rule makes of it.
func (r *resolver) mean(c *core, e *Expr) {
	if r.pastPlan(c) {
		defer func(p point) { r.point = p }(r.point)
		r.point = r.done
	}
	r.operate(c, e)
	if r.afterAll(c, e) {
		point, again := r.point, Expr{Passage: e.Passage, Extent: e.Extent, Span: e.Span, Mod: e.Mod, Rule: e.Rule, Dateline: e.Dateline}
		r.point = r.former
		if r.operate(c, &again); again.When.Single() && again.When.From.Grain == e.When.From.Grain && again.When.First() <= r.doc.DCT.Last() {
			*e = again
		}
		r.point = point
	}
}

// afterAll reports whether what c counts from the story, which has come back to the days of
// writing, lies after them though it has been: his trial opened this January. That autumn
// nobody had thought of one.
func (r *resolver) afterAll(c *core, e *Expr) bool {
	return !r.narrative && c.rule.anchor == fromStory && r.former.last.Known() && e.When.Known() && e.When.First() > r.doc.DCT.Last() && r.direction(c) < 0
}

// operate does what c's rule says.
func (r *resolver) operate(c *core, e *Expr) {
	switch c.rule.op {
	case opDate, opISO, opSlash, opDotted, opQuarter, opHalf, opHoliday, opDays, opYears, opWeek:
		r.date(c, e)
		if c.rule.op == opWeek && e.When.Known() {
			w := e.When.From.In(calendar.Week)
			if e.When = calendar.Of(w); c.unit == "weekend" {
				e.When, e.Value = weekendOf(w)
			}
		}
	case opShift:
		r.shift(c, e)
	case opMove:
		r.move(c, e)
	case opRate:
		e.Type, e.Value = Set, durationOf(c)
	case opCount:
		if r.due(c) {
			r.dueOn(c, e)
			break
		}
		e.Type = Duration
		if c.sets {
			e.Type = Set
		}
		e.Value = durationOf(c)
		if c.unit == "month" && c.n >= 6 && c.out-c.in > 2 {
			r.quarter, r.wide = calendar.Date{}, true // "the first nine months": now the year is reported on
		}
	case opDecade:
		if c.hundred {
			e.When = calendar.Of(calendar.NewCentury(int(c.n) + 1))
			break
		}
		r.decade(c, e)
	case opCent:
		year := (int(c.n)-1)*100 + 1
		if c.bc {
			year = -year
		}
		e.When = calendar.Of(calendar.NewCentury(year))
	case opPart, opClock:
		r.timeOfDay(c, e)
	case opSet:
		e.Type = Set
		e.Value = setOf(c)
	case opValue:
		e.Value = c.rule.value
	case opSetVal:
		e.Type, e.Value = Set, c.rule.value
	}
}

// widen takes a holiday for the week or weekend that is named for it, and
// moves a date by the days or weeks that the words before it count.
func (r *resolver) widen(c *core, e *Expr) {
	if c.rule.op == opHoliday && c.unit != "" && e.When.Single() {
		w := e.When.From.In(calendar.Week)
		if c.unit == "weekend" && e.When.From.Weekday() < midweek {
			w = w.Add(-1, calendar.Week) // the long weekend that ends with it
		}
		e.When = calendar.Of(w)
		if c.unit == "weekend" {
			e.When, e.Value = weekendOf(w)
		}
	}
	if c.offset != 0 && e.When.Single() {
		g := grains[c.offsetBy]
		e.Value, e.When = "", calendar.Of(e.When.From.Add(c.offset, g).In(g))
	}
}

// midweek is the weekday from which a holiday goes with the weekend after it.
const midweek = 3

// reasons are what explains an expression that is reckoned from nothing.
var reasons = [...]string{
	Date: "no date follows from it", Time: "a time of day", Duration: "a length of time", Set: "what happens again and again",
}

// span gives the two ends of a range the whole of it.
func (r *resolver) span(a, b *Expr) {
	if a.To == 0 || a.Passage != b.Passage || !a.When.Known() || !b.When.Known() {
		return
	}
	if w := calendar.Between(a.When.From, b.When.To); w.Known() {
		a.Whole, b.Whole = w, w
	}
}

// holds reports whether the condition of a rule is met.
func (r *resolver) holds(c *core) bool {
	if (c.rule.op == opHalf || c.rule.op == opQuarter) && c.lacksYear() && (r.ofThing(c) || r.ofMatch(c)) {
		return false
	}
	switch c.rule.only {
	case "narrative":
		return r.narrative
	case "ahead":
		return r.direction(c) > 0
	case "framed": // not one word of a compound: a morning show
		ws := r.text.Words
		if c.to-c.from > 1 || c.from == 0 || c.to == len(ws) || ws[c.to].Kind != sentence.Letters {
			return true
		}
		m, ok := r.words.get("genitive", ws[c.from-1])
		return !ok || m.n == 0
	case "free": // no noun after it
		ws := r.text.Words
		return c.to == len(ws) || ws[c.to].Kind != sentence.Letters
	}
	return true
}

// ofThing reports whether c is a part of something that is no year: the second half
// of the match.
func (r *resolver) ofThing(c *core) bool {
	ws := r.text.Words
	if c.to+1 >= len(ws) || !r.in("genitive", ws[c.to]) || !r.in("article", ws[c.to+1]) {
		return false
	}
	for i := c.to + 1; i < len(ws) && i <= c.to+phraseReach && ws[i].Kind != sentence.Close; i++ {
		if m, ok := r.words.get("u", ws[i]); ok && m.value == "year" {
			return false // of its fiscal year
		}
	}
	return true
}

// ofMatch reports whether the sentence of c tells of a match, whose half it then is.
func (r *resolver) ofMatch(c *core) bool {
	s := r.text.Sentences[r.text.Sentence(c.from)]
	for _, w := range r.text.Words[s.From:s.To] {
		if r.in("match", w) {
			return true
		}
	}
	return false
}

// date resolves a calendar date.
func (r *resolver) date(c *core, e *Expr) {
	if c.weekday > 0 && c.dom == 0 && c.nth == 0 {
		r.weekday(c, e)
		return
	}
	if c.rule.op == opQuarter && c.quarter == 0 {
		r.period(c, e)
		return
	}
	if c.dom > 0 && c.month == 0 {
		r.dayOfMonth(c, e)
		return
	}
	if !c.hasYear {
		r.yearless(c, e)
		return
	}
	year := c.year
	if c.short {
		year = r.century(c.year)
	}
	if c.borrowed {
		e.Reference = Previous
	}
	r.set(e, c.inYear(year), "XXXX")
}

// nearDays is how many words may part the days of a month from it, or from each other.
const nearDays = 5

// monthBeside is the month that stands shortly before day c in its sentence, or that such a
// day has been found in, or the zero Date: in July, first on the 4th and then on the 28th.
func (r *resolver) monthBeside(c *core) calendar.Date {
	p := r.before
	if p == nil || p.Passage != c.passage || c.from-p.To > nearDays || r.text.Sentence(p.From) != r.text.Sentence(c.from) || !p.When.Single() {
		return calendar.Date{}
	}
	if d := p.When.From; d.Grain == calendar.Month || d.Grain == calendar.Day && p.Reference == Previous {
		return d.In(calendar.Month)
	}
	return calendar.Date{}
}

// dayOfMonth resolves "the 28th": of the month just told, or the next one
// where the story is past that day.
func (r *resolver) dayOfMonth(c *core, e *Expr) {
	if p := r.before; c.link > 0 && p != nil && p.When.Known() && p.When.From.Grain == calendar.Day {
		from := p.When.From // from the 3rd until the 5th
		e.Anchor, e.Reference, e.Why = from, Previous, "of the month of the date beside it"
		r.set(e, calendar.NewDay(int(from.Year), int(from.In(calendar.Month).Unit), c.dom), "")
		return
	}
	if p := r.before; p != nil && p.Passage == c.passage && p.When.From.Grain == calendar.Century && r.text.Sentence(p.From) == r.text.Sentence(c.from) {
		e.Reference, e.Why = Previous, "a century like the one before it" // in the late 19th century and early in the 20th
		r.set(e, calendar.NewCentury((c.dom-1)*100+1), "")
		return
	}
	if m := r.monthBeside(c); m.Known() {
		e.Anchor, e.Reference, e.Why = m, Previous, "of the month beside it"
		r.set(e, calendar.NewDay(int(m.Year), int(m.Unit), c.dom), "")
		return
	}
	base, ref := r.told(calendar.Month)
	if !r.narrative && r.direction(c) > 0 && base.Before(r.doc.DCT) && !r.reset(c) && !c.fallsIn(base) {
		base, ref = r.doc.DCT, DCT // what is to come is no part of what was told
	}
	if !base.Known() || base.Coarser(calendar.Month) {
		return
	}
	year, month := int(base.Year), int(base.In(calendar.Month).Unit)
	d := calendar.NewDay(year, month, c.dom)
	if d.Known() && base.Grain == calendar.Day && ref == Story && d.Last() < base.First()-20 {
		next := calendar.NewMonth(year, month).Add(1, calendar.Month)
		d = calendar.NewDay(int(next.Year), int(next.Unit), c.dom)
	}
	e.Why = "of the month just told"
	if d.Known() && ref == DCT && base.Grain == calendar.Day {
		e.Why = "of the month of publication, or the one beside it that the verb asks for"
		side := 0
		switch dir := r.direction(c); {
		case dir < 0 && d.First() > base.First():
			side = -1
		case dir > 0 && d.First() < base.First():
			side = 1
		}
		m := calendar.NewMonth(year, month).Add(side, calendar.Month)
		d = calendar.NewDay(int(m.Year), int(m.Unit), c.dom)
	}
	e.Anchor, e.Reference = base, ref
	r.set(e, d, "")
}

// fallsIn reports whether c says a weekday as well, which its day has in the month of d:
// Sunday the 7th.
func (c *core) fallsIn(d calendar.Date) bool {
	if c.weekday == 0 || !d.Known() || d.Coarser(calendar.Month) {
		return false
	}
	day := calendar.NewDay(int(d.Year), int(d.In(calendar.Month).Unit), c.dom)
	return day.Known() && day.Weekday() == c.weekday
}

// period resolves "the latest period" and "the 1988 quarter": the quarter
// that is reported on, in the year said.
func (r *resolver) period(c *core, e *Expr) {
	q := r.quarter
	if !q.Known() {
		if c.hasYear {
			e.When = calendar.Of(calendar.NewYear(c.year))
			return
		}
		if !r.doc.DCT.Known() || r.narrative {
			return
		}
		q = r.doc.DCT.In(calendar.Quarter).Add(-1, calendar.Quarter)
	}
	if c.hasYear {
		q = calendar.NewQuarter(c.year, int(q.Unit))
	}
	e.When = calendar.Of(q)
}

// set gives e a date, or where that is impossible a value with unknown parts.
func (r *resolver) set(e *Expr, d calendar.Date, unknown string) {
	if !d.Known() {
		e.Value = unknown
		return
	}
	e.When = calendar.Of(d)
}

// inYear is the date that c says, in a year.
func (c *core) inYear(year int) calendar.Date {
	switch {
	case c.rule.op == opHoliday:
		return holiday(c.rule.on, year)
	case c.quarter > 0:
		return calendar.NewQuarter(year, c.quarter)
	case c.half > 0:
		return calendar.NewHalf(year, c.half)
	case c.season > 0:
		return calendar.NewSeason(year, c.season)
	case c.nth > 0 && c.weekday > 0:
		return nthWeekday(year, c.month, c.weekday, c.nth)
	case c.nth >= final && c.month == 0:
		return calendar.NewDay(year, 12, 31)
	case c.nth >= final:
		return calendar.Civil(calendar.NewMonth(year, c.month).Last())
	case c.nth > 0 && c.month == 0:
		return calendar.NewDay(year, 1, c.nth)
	case c.nth > 0:
		return calendar.NewDay(year, c.month, c.nth)
	case c.dom > 0:
		return calendar.NewDay(year, c.month, c.dom)
	case c.month > 0:
		return calendar.NewMonth(year, c.month)
	}
	return calendar.NewYear(year)
}
