package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// tell takes note of an expression's date, and moves the story to it where
// it moves.
func (r *resolver) tell(c *core, e *Expr) {
	d := e.When.From
	if e.Type == Duration || e.Type == Set || !d.Known() || c.weekday > 0 && r.declared(c) {
		return // nothing is told of a day that is declared a holiday
	}
	r.notes(c, e, d)
	r.dated(c, d)
	said := r.onlySaid(c)
	if said {
		r.act, r.actAt = r.before.When.From, place{r.index, r.text.Sentence(c.from)}
	}
	if !r.lead.Known() && r.topical(d) {
		r.lead = d
	}
	aside := r.aside(c) || r.incidental(c, d) || r.horizon(c)
	compared := c.rule.op == opMove && c.rule.sign < 0 && c.unit == "year" && c.n == 1
	within := !aside && r.within(c)
	if !aside && !compared && (!within || r.still(c) && r.lasted(c)) && !(d.Grain == calendar.Day && d.Before(r.day) && r.owns(c)) && !(c.yearOnly() && r.describing(c)) || !r.last.Known() {
		at := place{r.index, r.text.Sentence(c.from)}
		led := r.opens(c)
		if e.Reference == DCT && r.point.last.Known() && c.isDeictic() && r.point.last.Year < r.doc.DCT.Year {
			r.former = r.point
		}
		r.point.lookedBack = r.bygone(c)
		if r.point.tell(d, at, led); d.Grain == calendar.Day && !said {
			r.act = calendar.Date{}
		}
		if d.First() <= r.doc.DCT.Last() {
			r.done.tell(d, at, led)
		}
	}
	if !aside && c.hasYear {
		r.visit(c, d)
	}
	if !aside && !r.narrative && c.isDeictic() && c.rule.anchor == fromNow && int(d.Year) > r.local {
		r.local = 0 // in 2008 a warship passed; work began last June; in April ten were held
		if r.text.Asks {
			r.section = 0 // and today?
		}
	}
	now := c.isOfDays() || c.isDeictic() && d.Year == r.doc.DCT.Year && c.rule.op != opMove
	present := e.Reference == DCT && now && d.First() <= r.doc.DCT.Last() // on Monday, this spring
	if moves := !aside && !within && (present || r.moves(c, d)); moves || !r.story.Known() {
		if !(d.Grain == calendar.Year && r.story.Grain < calendar.Year && r.story.Year == d.Year) {
			r.story, r.tentative = d, !moves
		}
	}
}

// notes keeps what later expressions may ask of the date d of an expression, wherever the
// story stands: the quarter of a report, the day over a passage or an entry, a weekday with
// its date, days of long ago.
func (r *resolver) notes(c *core, e *Expr, d calendar.Date) {
	if r.reported(c, d) && !r.comparedWith(e) {
		r.quarter, r.wide = d, false
	}
	if d.Grain != calendar.Day {
		return
	}
	if c.dom > 0 && !r.narrative {
		switch {
		case r.text.Heading && r.opens(c):
			r.under = d
		case r.alone(c):
			r.entry = d
		}
	}
	if c.weekday > 0 && (e.Why == besideDay || c.dom > 0 && (r.opens(c) || r.leansOn(c.from-1))) {
		r.named, r.namedIn = d, r.index
	}
	if d.Year < r.doc.DCT.Year-1 && r.doc.DCT.Year-d.Year < living {
		r.days = append(r.days, d)
	}
}

// living is how many years back days lie that a text may go on from without saying the year.
const living = 100

// topical reports whether d is a day that a report may be about: one of the last before it
// came out.
func (r *resolver) topical(d calendar.Date) bool {
	ago := r.doc.DCT.First() - d.First()
	return !r.narrative && d.Grain == calendar.Day && !r.text.Heading && ago >= 0 && ago <= wire
}

// reported reports whether d is the quarter that a text of its date reports
// on: one that has ended, not long ago.
func (r *resolver) reported(c *core, d calendar.Date) bool {
	if d.Grain != calendar.Quarter || c.rule.op == opMove || r.narrative {
		return false
	}
	if ws := r.text.Words; c.to < len(ws) {
		if _, ok := r.words.get("ended", ws[c.to]); ok {
			return true // a company's own quarters
		}
	}
	ago := r.doc.DCT.First() - d.Last()
	return ago > -31 && ago < 200
}

// visit takes note that a heading or the opening of a sentence tells of
// another year than that of publication.
func (r *resolver) visit(c *core, d calendar.Date) {
	if d.Coarser(calendar.Year) {
		return
	}
	year := int(d.Year)
	if r.narrative {
		if r.text.Heading || r.text.Asks {
			if r.section = year; c.link == 1 {
				r.section = 0 // over several years
			}
		}
		return
	}
	if year >= int(r.doc.DCT.Year) {
		year = 0
	}
	switch {
	case r.text.Heading || r.text.Asks:
		r.section, r.local, r.localIn = year, year, -1
	case (r.opens(c) || r.asks(c) || r.calls(c)) && !r.names(c):
		r.local, r.localIn = year, -1
		if r.bygone(c) {
			r.localIn = r.text.Sentence(c.from) // in 2014 it had ended: a look back of one sentence
		}
	}
}

// asks reports whether the sentence of c is a question, whose year what answers it goes
// on in: And in 2011? – The war began in March.
func (r *resolver) asks(c *core) bool {
	i := r.text.Sentence(c.from)
	return i >= 0 && r.text.Quote(c.from) < 0 && r.text.asks(r.text.Sentences[i])
}

// asks reports whether sentence s of t is a question.
func (t *Passage) asks(s sentence.Extent) bool {
	k := s.To - 1
	for k > s.From && t.Words[k].Kind == sentence.Close {
		k--
	}
	return k >= s.From && t.Words[k].Text == "?"
}

// calls reports whether c ends a sentence that only calls the reader's mind to it, and goes
// on there: Compare that with 2002. Old hands remember January 2009.
func (r *resolver) calls(c *core) bool {
	i, v := r.text.Sentence(c.from), r.verb(c)
	if i < 0 || v == nil || v.Head >= c.from || v.Perfect || v.Passive || v.Modality != clause.Plain {
		return false
	}
	s := r.text.Sentences[i]
	if s.To-c.to > 1 || c.quoted {
		return false
	}
	return v.From == s.From || v.Finite && v.Tense == clause.Present && !r.leansOn(c.from-1) && v.Head+1 == c.from
}

// alone reports whether c is all that the first sentence of its passage says.
func (r *resolver) alone(c *core) bool {
	if len(r.text.Sentences) < 2 || !r.text.Sentences[0].Contains(sentence.Extent{From: c.from, To: c.to}) {
		return false
	}
	s := r.text.Sentences[0]
	for i := s.From; i < s.To; i++ {
		if (i < c.from || i >= c.to) && r.text.Words[i].Kind != sentence.Punct {
			return false
		}
	}
	return true
}

// opens reports whether c stands at the beginning of its sentence.
func (r *resolver) opens(c *core) bool {
	s := r.text.Sentence(c.from)
	return s >= 0 && c.from-r.text.Sentences[s].From <= 1
}

// aside reports whether c stands in a quotation or between brackets.
func (r *resolver) aside(c *core) bool {
	if r.text.Quote(c.from) >= 0 {
		return true
	}
	ws := r.text.Words
	for i, n := c.from-1, 0; i >= 0 && n < reach; i, n = i-1, n+1 {
		switch ws[i].Text {
		case ")", "]":
			return false
		case "(", "[":
			return i > 0 || c.from > 1
		}
	}
	return false
}

// incidental reports whether c stands in a clause that looks back, or in one between
// commas that says of what is told next when something older was: the abbey, founded
// in 1600, burned down.
func (r *resolver) incidental(c *core, d calendar.Date) bool {
	p := r.text.Clauses
	if p == nil || c.from >= len(p.Of) || !r.last.Known() {
		return false
	}
	if r.backward(c) {
		return true // the hall burned down in May; previously, on 8 January, …
	}
	if d.Last() >= r.last.First() {
		return false
	}
	k := r.leading(c.from)
	if k < 0 {
		return false
	}
	x := &p.Clauses[k]
	had := x.Verb >= 0 && p.Verbs[x.Verb].Perfect && p.Verbs[x.Verb].Tense == clause.Past
	if x.Kind == clause.Main && had && !r.narrative && d.Coarser(calendar.Week) && r.last.Grain == calendar.Day && r.lastAt.passage == r.index {
		return true // froze it on 3 June. It had opened its inquiry in March. Two days later …
	}
	if r.lastAt == (place{r.index, r.text.Sentence(c.from)}) && (x.Kind == clause.Relative || x.Kind == clause.Subordinate || x.Kind == clause.Complement) && had {
		return true // reported on 4 May on a tape that its men had found a week earlier
	}
	if x.Kind != clause.Relative && x.Kind != clause.Participial || x.Parent < 0 || x.From == 0 {
		return false
	}
	if x.Kind == clause.Relative && had && p.Verbs[x.Verb].From < c.from {
		return true // announced in May that it would widen a canal that had opened in 2011
	}
	closed := c.to < len(r.text.Words) && r.text.Words[c.to].Text == ","
	if r.text.Words[x.From-1].Text != "," && !(had && closed) && !(x.Kind == clause.Participial && closed && x.From > 1 && r.text.Words[x.From-2].Text == ",") {
		return false // but Vega, the aide who had left in May 2015, was
	}
	if x.Kind == clause.Relative && closed {
		return true // quit the pact, which Ruiz signed in 1972, and a year later left
	}
	v := p.Clauses[x.Parent].Verb
	return v >= 0 && p.Verbs[v].Head >= c.to
}

// backward reports whether a word right before c and what leads to it says that it lies
// before what is told: previously, on 8 January.
func (r *resolver) backward(c *core) bool {
	for i := c.from - 1; i >= 0 && c.from-i <= 3; i-- {
		if r.in("backward", r.text.Words[i]) {
			return true
		}
		if r.text.Words[i].Text != "," && !r.in("beside", r.text.Words[i]) {
			return false
		}
	}
	return false
}

// onlySaid reports whether c is when somebody told what stands before it with a day of its
// own, from which the text counts on: the ferry sank on Tuesday, officials said on Thursday.
// A day later …
func (r *resolver) onlySaid(c *core) bool {
	p, x := r.before, r.text.Clauses
	if p == nil || x == nil || p.Type > Time || p.Passage != c.passage || !p.When.Single() || p.When.From.Grain != calendar.Day || r.text.Sentence(p.From) != r.text.Sentence(c.from) {
		return false
	}
	for i := range x.Speeches {
		if s := &x.Speeches[i]; !s.Direct && s.Contains(p.Extent) && s.To <= s.Verb.From && s.Verb.To <= c.from && c.from-s.Verb.To <= phraseReach {
			return true
		}
	}
	return false
}

// ofAct is the day of what the sentence before c tells with the day on which it was said, or
// base: days are counted from what was done.
func (r *resolver) ofAct(c *core, base calendar.Date, ref Reference) (calendar.Date, Reference) {
	if c.rule.anchor == fromStory && r.act.Known() && r.actAt == (place{r.index, r.text.Sentence(c.from) - 1}) && base == r.last && r.lastAt == r.actAt {
		return r.act, Story
	}
	return base, ref
}

// leap is how many years a story goes ahead at most without beginning a
// sentence there.
const leap = 3

// moves reports whether the narration goes on from d: a heading, or a date
// that opens a sentence, always; else not what the text only looks at: the
// end of a stretch, a prospect, a date far off, one that names something.
func (r *resolver) moves(c *core, d calendar.Date) bool {
	switch {
	case r.text.Heading || r.text.Asks:
		return c.link != 1
	case c.link == 1 || d.Coarser(calendar.Year) || c.back() || r.names(c):
		return false
	}
	initial := r.opens(c) || r.asks(c) || r.calls(c)
	s := r.text.Sentence(c.from)
	gap := int(d.Year) - int(r.story.Year)
	switch {
	case r.tentative && !r.bygone(c):
		gap = 0
	case r.tentative, !r.story.Known():
		gap = -1
	}
	if gap > leap && (!initial || s > 0 && r.narrative) && !r.tells(c) {
		// So far ahead only a second date shows that it stays there.
		ahead := int(d.Year) - int(r.ahead.Year)
		r.ahead, r.leapt = d, place{r.index, s}
		return ahead >= -1 && ahead <= leap
	}
	if initial {
		return true
	}
	return !(gap < 0 && r.flashback(c)) && r.around(c) <= 0
}

// tells reports whether a main clause tells in the simple past what happened on c,
// a day that says its year: the talks opened on 9 January 1961.
func (r *resolver) tells(c *core) bool {
	x, v := r.text.Clauses, r.verb(c)
	if c.dom == 0 || !c.hasYear || v == nil || !v.Finite || v.Tense != clause.Past || v.Perfect {
		return false
	}
	k := r.leading(c.from)
	return k >= 0 && x.Clauses[k].Kind == clause.Main && r.text.Quote(c.from) < 0
}

// back reports whether c is reckoned back from the story.
func (c *core) back() bool {
	return c.rule.op == opDate && c.rule.anchor == fromStory && c.rule.dir < 0 || c.rule.op == opShift && c.shift < 0 || c.rule.op == opMove && c.rule.sign < 0
}

// names reports whether c only names a thing: the 2003 invasion.
func (r *resolver) names(c *core) bool { return r.namesIn(r.text, c) }

// namesIn is names for a core of passage t.
func (l *language) namesIn(t *Passage, c *core) bool {
	ws := t.Words
	if c.from == 0 || c.to >= len(ws) || ws[c.to].Kind != sentence.Letters {
		return false
	}
	return !l.in("link", ws[c.to]) && l.in("article", ws[c.from-1])
}

// owns reports whether c only says which thing is meant behind a verb: it climbed
// above Thursday's close. What such a thing does in front of one is done on its day.
func (r *resolver) owns(c *core) bool {
	if c.to >= len(r.text.Words) {
		return false
	}
	m, ok := r.words.get("genitive", r.text.Words[c.to])
	v := r.verb(c)
	return ok && m.n > 0 && v != nil && v.Head < c.from
}

// describing reports whether a year only tells of which thing a noun speaks, in a
// text whose story stands at a day of another: under the law of 1977, the 2016
// election.
func (r *resolver) describing(c *core) bool {
	if !r.day.Known() || r.last != r.day || r.narrative {
		return false
	}
	if r.names(c) {
		return true
	}
	if c.from < 2 || r.text.Words[c.from-2].Kind != sentence.Letters {
		return false
	}
	_, date := r.words.get("month", r.text.Words[c.from-2])
	return !date && r.in("genitive", r.text.Words[c.from-1])
}
