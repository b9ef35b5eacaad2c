package timex

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// What is told of a date by a noun, or by more than the tense of a verb.

// phraseReach is how many words of one noun phrase are looked at.
const phraseReach = 6

// nominal is the direction that the noun phrase around c tells: the planned
// visit in September, Wednesday's ruling.
func (r *resolver) nominal(c *core) (int, bool) {
	ws := r.text.Words
	for i := c.from - 1; i > 0 && i >= c.from-phraseReach && ws[i].Kind == sentence.Letters; i-- {
		if _, ok := r.words.get("pending", ws[i]); ok && r.attributive(i) {
			return 1, true
		}
		if _, ok := r.tense(ws, i); ok {
			break
		}
	}
	if c.weekday == 0 {
		return 0, false
	}
	i := c.to
	if i < len(ws) {
		if _, ok := r.words.get("genitive", ws[i]); ok {
			i++
		}
	}
	for n := 0; n < 3 && i < len(ws) && ws[i].Kind == sentence.Letters; i, n = i+1, n+1 {
		if _, ok := r.words.get("outcome", ws[i]); ok {
			return -1, !r.expects(c)
		}
		if _, ok := r.words.get("fixture", ws[i]); ok && r.setFor(c) {
			return 1, true
		}
		if _, ok := r.words.get("beside", ws[i]); ok {
			break
		}
	}
	return 0, false
}

// setFor reports whether a weekday with a genitive stands behind "for", so that what
// it is the day of has not been: tickets for Saturday's match.
func (r *resolver) setFor(c *core) bool {
	ws := r.text.Words
	if c.from == 0 || c.to >= len(ws) {
		return false
	}
	_, of := r.words.get("genitive", ws[c.to])
	p, ok := r.words.get("beside", ws[c.from-1])
	return of && ok && p.n == 2
}

// attributive reports whether word i stands before a noun: behind an article
// or a genitive.
func (r *resolver) attributive(i int) bool {
	w := r.text.Words[i-1]
	if _, ok := r.words.get("article", w); ok {
		return true
	}
	m, ok := r.words.get("genitive", w)
	return ok && m.n > 0
}

// verb is the finite verb group that governs c, or nil.
func (r *resolver) verb(c *core) *clause.Verb {
	p := r.text.Clauses
	if p == nil || c.from >= len(p.Of) {
		return nil
	}
	for k, n := p.Of[c.from], 0; k >= 0 && k < len(p.Clauses) && n < reach; k, n = p.Clauses[k].Parent, n+1 {
		if v := p.Clauses[k].Verb; v >= 0 && v < len(p.Verbs) {
			return &p.Verbs[v]
		}
	}
	return nil
}

// reset reports whether c is what another date was changed for: the summit has
// been pushed back to late June.
func (r *resolver) reset(c *core) bool {
	v := r.verb(c)
	if v == nil || c.from == 0 || v.Head > c.from || v.Perfect && v.Tense == clause.Past {
		return false
	}
	to, ok := r.words.get("infinitive", r.text.Words[c.from-1])
	_, moved := r.words.get("reset", v.Base)
	return ok && to.n == 2 && moved
}

// declared reports whether c is a day of which the verb before it says what it is to be:
// declared Monday a holiday, has proclaimed Friday a day of mourning.
func (r *resolver) declared(c *core) bool {
	v, ws := r.verb(c), r.text.Words
	if v == nil || v.Head+1 != c.from || v.Passive || c.to+1 >= len(ws) {
		return false
	}
	if _, ok := r.words.named("declaring", v.Lemma); !ok {
		return false
	}
	if _, ok := r.words.get("article", ws[c.to]); !ok {
		return false
	}
	for k := c.to + 1; k < min(c.to+5, len(ws)) && ws[k].Kind == sentence.Letters; k++ {
		if r.in("holiday", ws[k]) {
			return true
		}
	}
	return false
}

// timetable reports whether the verb before c, in the present, says what is
// on the programme: the council meets on Monday, the deadline is Thursday. In a
// headline the present is the past.
func (r *resolver) timetable(c *core) bool {
	if r.text.Heading {
		return false
	}
	v := r.verb(c)
	if v == nil {
		return r.announced(c)
	}
	if !v.Finite || v.Tense != clause.Present || v.Perfect || v.Passive || v.Modality != clause.Plain || r.singular(v) {
		return false
	}
	_, be := r.words.get("copula", v.Base)
	if v.Head > c.from {
		if be {
			return v.From == c.to && c.isDay() // Monday is his birthday
		}
		front := c.opening() == 1+r.text.Sentences[r.text.Sentence(c.from)].From
		return c.isDay() && front && c.to < len(r.text.Words) && !r.in("genitive", r.text.Words[c.to]) && r.leansOn(c.opening()-1) && r.in("programme", v.Base) // on Monday the council meets
	}
	if be {
		return c.opening()-v.To == 0 || c.opening()-v.To == 1 && r.leansOn(v.To)
	}
	_, ok := r.words.get("programme", v.Base)
	return ok
}

// singular reports whether v, in the form of the plural, stands behind one thing, so that
// it is rather a noun: in a media release on Wednesday.
func (r *resolver) singular(v *clause.Verb) bool {
	ws := r.text.Words
	return v.From > 1 && ws[v.From].Text == v.Lemma && (r.in("one", ws[v.From-1]) || r.in("one", ws[v.From-2]))
}

// announced reports whether what stands before c, in a sentence without a sure
// verb, may be one in the present that says what is on the programme: the
// exhibition opens at noon on Friday.
func (r *resolver) announced(c *core) bool {
	i := c.opening() - 1
	for i > 0 && r.leansOn(i) {
		i--
	}
	if i < 1 {
		return false
	}
	_, ok := r.words.get("announces", r.text.Words[i])
	return ok
}

// will reports whether the verb that governs c is in the future tense.
func (r *resolver) will(c *core) bool {
	v := r.verb(c)
	return v != nil && v.Tense == clause.Future && !r.wasTo(v)
}

// wasTo reports whether v tells what lay ahead then, and may be over now: the
// cuts were to begin in January.
func (r *resolver) wasTo(v *clause.Verb) bool {
	m, ok := r.words.get("tense", r.text.Words[v.From])
	return ok && m.value == "P" && v.Tense == clause.Future
}

// mayBeOver reports whether the verb that governs c tells what was to be.
func (r *resolver) mayBeOver(c *core) bool {
	v := r.verb(c)
	return v != nil && r.wasTo(v)
}

// horizon reports whether c only says by when something was meant, wished or said to be
// done, or from when it holds, so that nothing that is told goes on from it: threatened to
// leave by 1 June; it would cut the flow by May; with the words that all could sell from
// 1 April; banned it with effect from 1 June.
func (r *resolver) horizon(c *core) bool {
	at := c.opening()
	if at == 0 {
		return false
	}
	if r.effective(at) {
		return true
	}
	v := r.verb(c)
	if v == nil || !r.isBy(r.text.Words[at-1]) {
		return v != nil && v.Modality == clause.Possible && r.hungOnPast(c)
	}
	return v.Infinite || v.Tense == clause.Future || v.Modality != clause.Plain
}

// effective reports whether a time that begins at word i is from when something holds: with
// effect from 1 June, with force as of May.
func (r *resolver) effective(i int) bool {
	ws := r.text.Words
	for k := i - 1; k > 0 && k >= i-3 && ws[k].Kind == sentence.Letters; k-- {
		if r.in("effect", ws[k]) {
			return r.in("having", ws[k-1])
		}
	}
	return false
}

// isBy reports whether a word says by when something is done.
func (r *resolver) isBy(w sentence.Word) bool {
	m, ok := r.words.get("toward", w)
	return ok && m.n == 2
}

// aheadThen is the date that c says next after what the passage has just told of a former
// year, where its verb tells what lay ahead then; else the zero Date: agreed on it in
// September 2022; the cap was to take effect on 5 December.
func (r *resolver) aheadThen(c *core) calendar.Date {
	last, v := r.last, r.verb(c)
	if v == nil || !last.Known() || last.Coarser(calendar.Month) || r.lastAt.passage != r.index || r.doc.DCT.First()-last.Last() <= half {
		return calendar.Date{}
	}
	apart := r.text.Sentence(c.from) - r.lastAt.sentence
	would := v.Modality == clause.Conditional && !v.Perfect || v.Tense == clause.Future && r.wasTo(v) || v.Modality == clause.Possible && r.hungOnPast(c)
	if !(would && apart <= 1) && !(v.Infinite && apart == 0) {
		return calendar.Date{}
	}
	for year := int(last.Year); year <= int(last.Year)+1; year++ {
		if d := c.inYear(year); d.Known() && d.First() > last.Last() && d.First() <= r.doc.DCT.Last() {
			return d
		}
	}
	return calendar.Date{}
}

// wants reports whether c is when something is to be done that the present asks for: they
// want it done by January; they plan to open in May, close behind the verb.
func (r *resolver) wants(c *core) bool {
	p, at := r.text.Clauses, c.opening()-1
	if p == nil || r.text.Heading || c.from >= len(p.Of) || at < 0 {
		return false
	}
	by := r.isBy(r.text.Words[at])
	m, in := r.words.get("beside", r.text.Words[at])
	if !by && (!in || m.n > 1 || c.month == 0) {
		return false
	}
	var hung *clause.Verb
	for k, n := p.Of[c.from], 0; k >= 0 && n < reach; k, n = p.Clauses[k].Parent, n+1 {
		v := p.Clauses[k].Verb
		if v < 0 {
			continue
		}
		x := &p.Verbs[v]
		if !x.Finite && x.Infinite && hung == nil {
			hung = x
		}
		if x.Finite {
			present := x.Tense == clause.Present && !x.Perfect && x.Head < c.from
			near := hung != nil && (by || r.prospects(x) && c.from-hung.Head <= phraseReach)
			return present && (near || by && r.prospects(x))
		}
	}
	return false
}

// hasPromised reports whether c is a day that a past act was about, so that it
// may be over: they voted to join on 16 March.
func (r *resolver) hasPromised(c *core) bool {
	v := r.verb(c)
	if v == nil || !v.Infinite || c.dom == 0 || c.from == 0 {
		return false
	}
	if _, toward := r.words.get("toward", r.text.Words[c.from-1]); toward {
		return false
	}
	p := r.text.Clauses
	k := p.Clauses[p.Of[c.from]].Parent
	return k >= 0 && p.Clauses[k].Verb >= 0 && p.Verbs[p.Clauses[k].Verb].Tense == clause.Past
}

// due reports whether a length of time says when something will be: the talks
// resume in two weeks. What is counted within it is none: the third in two
// weeks.
func (r *resolver) due(c *core) bool {
	if c.vague || c.sets || c.from == 0 || c.mod != "" && c.mod != "APPROX" || r.narrative || grains[c.unit] == 0 && c.unit != "day" && c.unit != "fortnight" || c.unit == "decade" || c.unit == "century" {
		return false
	}
	ws := r.text.Words
	if _, ok := r.words.get("ends", ws[c.from-1]); !ok {
		return false
	}
	at := c.from
	if c.mod != "" && at+1 < c.to {
		at++ // in about two weeks
	}
	if _, one := r.words.get("one", ws[at]); !one && ws[at].Kind != sentence.Number {
		if _, ok := r.words.get("number", ws[at]); !ok {
			return false
		}
	}
	for i := c.from - 2; i >= 0 && i > c.from-phraseReach && ws[i].Kind == sentence.Letters; i-- {
		if _, ok := r.words.get("ordinal", ws[i]); ok {
			return false
		}
	}
	if d, ok := r.beside(c); ok && d > 0 {
		return true // due in two weeks
	}
	v := r.verb(c)
	if v != nil && v.Passive && v.Tense == clause.Present && !v.Perfect && r.prospects(v) {
		return true // is expected in port in two weeks
	}
	return r.timetable(c) || v != nil && v.Tense == clause.Future && !v.Perfect
}

// dueOn resolves a length of time as the date that it leads to.
func (r *resolver) dueOn(c *core, e *Expr) {
	later := *c.rule
	later.sign, later.anchor = 1, fromNow
	then := *c
	then.rule = &later
	r.move(&then, e)
}
