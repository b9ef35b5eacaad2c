package timex

import (
	"fmt"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
)

// timeValue is the part of a value after its day.
func timeValue(c *core) string {
	if c.time {
		s := fmt.Sprintf("T%02d:%02d", c.hour, c.min)
		if c.zulu {
			s += "Z"
		}
		return s
	}
	return "T" + c.part
}

// backToLead reports whether a time of day in this paragraph is of the day that the report
// is about, and not of the one shortly before it that another paragraph has told last: the
// ship sailed on Monday. / It sank on Tuesday. … / By dawn the crew was safe.
func (r *resolver) backToLead(told calendar.Date) bool {
	return told == r.day && r.dayIn < r.index && told.Before(r.lead) && r.lead.First()-told.First() <= wire && !r.retold
}

// leftBehind reports whether c is not of the day told last, which the text has looked back
// to in passing: a clock time after another paragraph (their largest loss since 6 April
// 1986. / At 9:25 a.m. …), and what is told of a market (in afternoon trading). Parts of a
// day are rather of what is retold at length: that morning.
func (r *resolver) leftBehind(c *core, told calendar.Date) bool {
	if r.narrative || r.retold || told != r.day || r.doc.DCT.First()-told.First() <= recently {
		return false
	}
	if ws := r.text.Words; c.to < len(ws) && r.in("session", ws[c.to]) {
		return true
	}
	return c.rule.op == opClock && !r.dayLed && r.dayIn < r.index
}

// onAgenda reports whether c is still to come, told in the future tense or of what is planned
// after a sentence on a day that is over: it crashed on Friday. Talks are set for 3 p.m.
// The present alone may tell a story: at 3 p.m. it takes off.
func (r *resolver) onAgenda(c *core, told calendar.Date, ref Reference) bool {
	if r.narrative || ref != Story || c.rule.op != opClock || !told.Before(r.doc.DCT) || r.lastAt == (place{r.index, r.text.Sentence(c.from)}) {
		return false
	}
	return r.isPresent(c) && r.look(c) > 0
}

// leftDay reports whether c points to the day just told, where the passage has since gone to
// a month or a year, of which no day is known: in November 2013 he refused; that night they
// came. One word does so within the sentence: in 1971 it fell overnight.
func (r *resolver) leftDay(c *core) bool {
	d := r.last
	if !d.Known() || !d.Coarser(calendar.Week) || !r.lastLed || r.lastAt.passage != r.index {
		return false
	}
	if c.rule.anchor != fromStory && (c.to-c.from > 1 || r.lastAt.sentence != r.text.Sentence(c.from)) {
		return false
	}
	return !r.day.Known() || r.dayIn < r.index || !d.Contains(r.day)
}

// timeOfDay resolves a part of a day or a clock time without a date.
func (r *resolver) timeOfDay(c *core, e *Expr) {
	base, ref := r.hourBase(c)
	e.Type = Time
	if r.onDayBehind(c, e) {
		return
	}
	if _, ok := r.words.get("habit", r.text.Words[max(0, c.from-1)]); ok && c.part == "NI" && c.rule.op == opPart && c.out-c.in == 1 {
		// They travelled at night: on any.
		e.Value = "XXXX-XX-XX" + timeValue(c)
		return
	}
	if p := r.before; p == nil || p.Passage != c.passage || c.from-p.To > 2 || p.When.From != base {
		base, ref = r.reached(c, base, ref)
	}
	if c.rule.anchor == fromStory && c.rule.shift < 0 {
		base = r.outset(c, base)
	}
	fresh := ref == DCT || base != r.last && r.doc.DCT.First()-base.First() <= 7
	if base.Grain != calendar.Day || fresh && r.ofEvent(c) {
		e.Value = "XXXX-XX-XX" + timeValue(c)
		return
	}
	e.Anchor, e.Reference = base, ref
	d := base.Add(c.rule.shift+c.small, calendar.Day)
	if r.pastMidnight(c, d) {
		d = d.Add(1, calendar.Day)
	}
	e.When = calendar.Of(d)
	e.Value = d.String() + timeValue(c)
}

// hourBase is the day on which a part of a day or a clock time without a date stands,
// before what it says of that itself is counted, and where it is known from.
func (r *resolver) hourBase(c *core) (calendar.Date, Reference) {
	base, ref := r.now()
	if c.rule.anchor == fromStory || !c.rule.hasShift {
		if d, from := r.told(calendar.Day); d.Grain == calendar.Day {
			base, ref = d, from
		}
		switch {
		case r.leftBehind(c, base), c.rule.op == opPart && base != r.doc.DCT && r.clock.day == r.doc.DCT && r.clock.in == r.index && !r.narrative:
			base, ref = r.doc.DCT, DCT // at 1 p.m. they met. Late in the evening he left
		case r.backToLead(base):
			base, ref = r.lead, Story
		case r.act.Known() && base == r.day && r.direction(c) < 0:
			base, ref = r.act, Story // shot them on Monday, officials said on Tuesday. It began at 8 a.m.
		case r.onAgenda(c, base, ref):
			base, ref = r.doc.DCT, DCT
		}
		switch {
		case r.leftDay(c):
			base, ref = r.last, Story
		case r.narrative && ref == Story:
			base, ref = r.overtaken(c, base, ref, calendar.Day)
		}
	}
	return base, ref
}

// onDayBehind gives c the day that it has behind it, if that is known: 5 p.m. on Tuesday.
func (r *resolver) onDayBehind(c *core, e *Expr) bool {
	if c.day == nil {
		return false
	}
	var day Expr
	for k := c.at + 1; k < len(r.cores) && r.cores[k].from <= c.day.from; k++ {
		c.day.at = k
	}
	if c.day.rule.op == opShift {
		r.shift(c.day, &day)
	} else {
		r.date(c.day, &day)
	}
	if !day.When.Known() {
		return false
	}
	e.Anchor, e.Reference, e.Why = day.When.From, Previous, "the day that follows it"
	e.When = day.When
	e.Value = e.When.String() + timeValue(c)
	return true
}

// ofEvent reports whether c is a part of the day of what its noun or its clause names, and
// not of the day of writing: on the morning of his death, the night he died, the morning on
// which he was to speak.
func (r *resolver) ofEvent(c *core) bool {
	ws := r.text.Words
	if c.rule.op != opPart || c.rule.hasShift || c.to+1 >= len(ws) || c.from == 0 || !r.in("article", ws[c.from]) {
		return false
	}
	if m, ok := r.words.get("genitive", ws[c.to]); ok && m.n == 0 || r.in("side", ws[c.to]) {
		return r.in("article", ws[c.to+1])
	}
	return (r.begins(c.to) || r.relative(c.to)) && !r.in("dated", ws[c.from-1])
}

// relative reports whether a relative clause begins with word i.
func (r *resolver) relative(i int) bool {
	p := r.text.Clauses
	if p == nil || i >= len(p.Of) || p.Of[i] < 0 {
		return false
	}
	k := p.Clauses[p.Of[i]]
	return k.Kind == clause.Relative && k.From == i && k.Marker.Len() > 0
}

// clocked gives e the time that c counts from the last clock time told: two
// hours later. It is false where none has been told, or another day since.
func (r *resolver) clocked(c *core, e *Expr) bool {
	minutes := c.n
	if c.unit == "hour" {
		minutes *= 60
	}
	if c.rule.anchor != fromStory || !r.clock.day.Known() || c.unit == "second" || minutes != float64(int(minutes)) {
		return false
	}
	for _, x := range c.above {
		if x.unit != "hour" {
			return false
		}
		minutes += float64(60 * x.n)
	}
	const most = 48 * 60 // beyond it one counts in days
	if minutes > most {
		return false
	}
	at := r.clock.minute + c.rule.sign*int(minutes)
	days := 0
	for ; at < 0; at += 24 * 60 {
		days--
	}
	then := fields{time: true, hour: at / 60 % 24, min: at % 60, zulu: r.clock.zulu}
	d := r.clock.day.Add(days+at/(24*60), calendar.Day)
	e.Type, e.When, e.Value = Time, calendar.Of(d), d.String()+timeValue(&core{fields: then})
	e.Anchor, e.Reference, e.Why = r.clock.day, Story, "counted from the time told before"
	r.clock = clock{d, at % (24 * 60), r.clock.zulu, c.to, r.index}
	return true
}

// strikes takes note of a clock time; after another day, one that is not said
// with it, it is that time no more.
func (r *resolver) strikes(c *core, e *Expr) {
	switch {
	case !e.When.Single() || e.When.From.Grain != calendar.Day:
	case c.time:
		r.clock = clock{e.When.From, c.hour*60 + c.min, c.zulu, max(c.to, c.past), r.index}
	case e.Type == Date && r.clock.day.Known() && (e.When.From != r.clock.day || c.from < r.clock.to || c.from-r.clock.to > 1) && !r.measured(c):
		r.clock = clock{}
	}
}

// pastMidnight reports whether c, told as a time of d, is of the morning after:
// from 10 p.m. to 5 a.m.; on the night of the 29th they crossed. By dawn …
func (r *resolver) pastMidnight(c *core, d calendar.Date) bool {
	p := r.before
	if p == nil || p.Passage != c.passage || c.at == 0 || p.When.From != d || c.rule.hasShift {
		return false
	}
	last := &r.cores[c.at-1]
	if c.time {
		return last.time && last.from == p.From && c.from-p.To == 1 && r.linkAt(p.To) == 1 && c.hour < noon && last.hour >= noon && !r.moved(c)
	}
	if c.part != "MO" || c.rule.op != opPart || r.bygone(c) {
		return false
	}
	return p.Value == d.String()+"TNI" || p.Value == d.String()+"TEV" || r.clock.day == d && r.clock.minute >= sunset*60
}

// sunset is the hour from which a morning told next is that of the day after.
const sunset = 18

// noon is the hour from which a time that a morning one follows is of the day
// before it.
const noon = 12

// moved reports whether one time is changed for c: moved from 6 p.m. to 9 a.m.
func (r *resolver) moved(c *core) bool {
	if v := r.verb(c); v != nil {
		_, ok := r.words.get("reset", v.Base)
		return ok
	}
	for i := c.from - 1; i >= 0 && i > c.from-reach; i-- { // an order has no verb that is told from a noun
		if r.in("reset", r.text.Words[i]) {
			return true
		}
	}
	return false
}

// linkAt is how word k of the passage joins two dates, as linkOf.
func (r *resolver) linkAt(k int) int {
	m, _ := r.words.get("link", r.text.Words[k])
	return m.n
}

// reached is base, or the publication date where base is a day of a plan told
// before and c is of what has happened.
func (r *resolver) reached(c *core, base calendar.Date, ref Reference) (calendar.Date, Reference) {
	if !r.narrative && r.doc.DCT.Grain == calendar.Day && ref == Story && base.First() > r.doc.DCT.Last() && r.direction(c) < 0 {
		return r.doc.DCT, DCT
	}
	return base, ref
}

// outset is base, or where base is the last of two dates told together the
// first: they met on 23 and 24 January, and the night before they had dined.
func (r *resolver) outset(c *core, base calendar.Date) calendar.Date {
	for k := c.at - 1; k > 0 && k >= c.at-around; k-- {
		if !r.own[k].When.Single() || r.own[k].When.From != base {
			continue
		}
		if first := r.own[k-1].When; r.cores[k].link > 0 && first.Single() && first.From.Grain == base.Grain && first.From.Before(base) {
			return first.From
		}
		break
	}
	return base
}
