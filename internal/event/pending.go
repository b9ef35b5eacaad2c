package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// pendings adds the plans that only describe a thing: a ruling expected in March; the
// report, due out next week; talks planned for Monday. Each says of a thing when it is
// to be, whatever its sentence tells.
func (b *block) pendings(acts []*act) []*act {
	if !b.dct.Known() || b.g.due == nil {
		return acts
	}
	out := acts
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type == timex.Duration || e.Type == timex.Set || !e.When.Known() || e.When.Last() <= b.dct.Last() || e.When.Days() > 366 || e.From < b.from {
			continue
		}
		if a := b.pending(i, e); a != nil && !a.givenUp(acts) {
			out = append(out, a)
			for _, o := range acts {
				if !o.nominal && o.expr == i {
					o.expr, o.date = -1, dating{} // the report, due on Friday, will name him
				}
			}
		}
	}
	if len(out) > len(acts) {
		sortActs(out)
	}
	return out
}

// pending is the plan that expression i dates, or nil.
func (b *block) pending(i int, e *timex.Expr) *act {
	k, mod := b.before(e), e.Mod
	switch {
	case b.is(aBy, k):
		mod = "ON_OR_BEFORE"
	case b.is(aPreposition, k) && !b.is(anAt, k) && !b.is(aFor, k):
		return nil
	}
	p := b.pendingWord(e)
	if p < 1 {
		return nil
	}
	if e.When.Days() > 92 && !b.is(aFixing, p) {
		return nil // growth expected in 2025
	}
	if v := b.verbOf(b.of(p)); v != nil && v.From <= p && p < v.To && (v.Len() > 1 || v.Infinite || v.Finite && b.parse.Clauses[b.of(p)].Kind != clause.Relative) {
		return nil // is expected: the verb tells it
	}
	c := b.of(p)
	if c < 0 || b.parse.Clauses[c].Kind == clause.Condition {
		return nil
	}
	thing := b.thingBefore(p)
	if empty(thing) || b.is(aNone, thing.From) {
		return nil
	}
	a := b.room.act()
	*a = act{b: b, rule: b.g.due, trigger: sentence.Extent{From: p, To: p + 1}, clause: c, passive: true, leaf: b.g.due.leaf, plover: b.g.due.plover, subject: thing, status: planned, speech: -1, says: -1, expr: i}
	a.verb = &clause.Verb{Extent: a.trigger, Head: p, Lemma: lowerText(&b.Words[p]), Base: b.Words[p], Passive: true}
	a.date = dating{e.When, mod, "own"}
	if b.ingAt(thing.To - 1) {
		a.who = b.closed(b.trim(thing, 8)) // sentencing: a noun, for all its form
	}
	for _, ch := range b.tail(c, p+1) {
		if ch.From < e.To {
			a.chunks = append(a.chunks, ch)
		}
	}
	return a
}

// pendingWord is the word before a time that says of what stands before it that it is
// to be: due | out next week, expected | in Lima on Monday; else -1.
func (b *block) pendingWord(e *timex.Expr) int {
	k := b.before(e)
	if b.is(aPreposition, k) {
		k--
	}
	if b.is(anAlong, k) && b.is(aPending, k-1) || b.is(anAdverb, k) {
		k--
	}
	if r := b.ref(k); r != nil && r.Actor != nil && b.is(anAt, r.From-1) {
		k = r.From - 2
	}
	if k > 0 && b.is(aPending, k) && b.Sentence(k) == b.Sentence(e.From) {
		return k
	}
	return -1
}

// thingBefore is the noun phrase before word p, which a comma may part from it; empty
// where none stands there.
func (b *block) thingBefore(p int) sentence.Extent {
	i := p - 1
	if b.word(i).Text == "," {
		i--
	}
	w := b.word(i)
	if i < 0 || b.Sentence(i) != b.Sentence(p) || w.Kind != sentence.Letters || b.inVerb(i) && !b.ingAt(i) || b.expr(i) != nil {
		return sentence.Extent{}
	}
	for _, c := range [...]class{aPreposition, aConjunction, anAdverb, aDeterminer, aPronoun, aRelative} {
		if b.is(c, i) {
			return sentence.Extent{}
		}
	}
	if ly(w.Text) || b.is(aFalling, i) {
		return sentence.Extent{}
	}
	e := b.nounPhrase(sentence.Extent{From: i, To: i + 1})
	if k := e.From - 1; i < p-1 && k > 0 && b.is(aPreposition, k) && !b.is(anOf, k) && b.word(k-1).Kind == sentence.Letters && !b.inVerb(k-1) && b.expr(k-1) == nil {
		e.From = b.nounPhrase(sentence.Extent{From: k - 1, To: k}).From // a feast in his honour, planned for May
	}
	if r := b.ref(e.To - 1); i == p-1 && r != nil && r.Actor != nil && r.Actor.Kind != actor.Person && (b.is(anAt, e.From-1) || b.is(aPreposition, e.From-1) && sentence.Capital(b.Words[e.From].Text)) {
		return sentence.Extent{} // laws in the UK expected in May
	}
	for n := 0; n < 2 && b.is(anOf, e.From-1) && e.From > 1 && b.word(e.From-2).Kind == sentence.Letters; n++ {
		e.From = b.nounPhrase(sentence.Extent{From: e.From - 2, To: e.From - 1}).From
	}
	return e
}

// givenUp reports whether the sentence of a plan tells that it is put off or called
// off, or a verb tells it already.
func (a *act) givenUp(acts []*act) bool {
	for _, o := range acts {
		if o.b.Sentence(o.trigger.From) != a.b.Sentence(a.trigger.From) {
			continue
		}
		if o.leaf.Name == "cancellation" && o.status != possible && o.status != conditional || o.date.known() && o.trigger.Overlaps(a.trigger) {
			return true
		}
	}
	return false
}

// calledOff is what the noun of a subject says is put off or called off, which had been
// agreed or planned before: the postponement of a visit, agreed in May.
func (b *block) calledOff(subject sentence.Extent) sentence.Extent {
	for _, m := range b.since(onNominal, subject.From) {
		if m.From >= subject.To {
			break
		}
		if m.To < subject.To && b.g.rules[m.Rule].leaf.Name == "cancellation" {
			return sentence.Extent{From: m.To, To: subject.To}
		}
	}
	return subject
}
