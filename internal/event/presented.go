package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Clauses that say of an event only that it was, and when: there were clashes on
// Friday; last week saw three strikes; the answer came on Monday.

// presented reports whether the clause of a noun act says only that it was.
func (a *act) presented() bool {
	b := a.b
	v := b.verbOf(a.clause)
	if !a.nominal || v == nil || !v.Finite || v.Passive || v.To > a.trigger.From {
		return false
	}
	for k := v.To; k < a.trigger.From; k++ {
		if b.is(aPreposition, k) || b.Words[k].Text == "," {
			return false // there was talk of a coup
		}
	}
	k := v.From - 1
	for b.is(anAlso, k) {
		k--
	}
	if v.Lemma == b.g.said("be") {
		return b.is(anExistential, k) && b.of(k) == a.clause
	}
	if b.word(k).Text == "," {
		k-- // then, in May, came the flood
	}
	x := b.expr(k)
	return x != nil && x.To == k+1 && b.g.is(aPresenting, v.Base) && b.bareName(a.clause).From >= v.To
}

// bareName is the subject of clause c where it is more than a time.
func (b *block) bareName(c int) sentence.Extent {
	e := b.parse.Clauses[c].Subject
	for i := e.From; i < e.To; i++ {
		if b.expr(i) == nil && !b.is(anArticle, i) {
			return e
		}
	}
	return sentence.Extent{From: len(b.Words), To: len(b.Words)}
}

// present dates noun acts that their clause presents by the time that it gives.
func (b *block) present(acts []*act) {
	for _, a := range acts {
		if !a.nominal || a.date.known() || !a.presented() {
			continue
		}
		if i := b.exprIn(a.clause); i >= 0 {
			a.offer(i)
		}
		if v := b.verbOf(a.clause); v.Tense == clause.Future && a.status == happened {
			a.status = planned
		}
	}
}

// comes reports whether an act tells of an event, by its noun, that it came on a day or
// in a month: the retaliation followed on Friday, their answer came in May.
func (a *act) comes() bool {
	b := a.b
	if a.passive || !a.main() || a.date.basis != "own" || a.date.when.Days() > 31 || a.date.when.From.Grain == calendar.Year || !a.verbIs(aComing) || !empty(a.object) {
		return false
	}
	e := b.core(a.subject)
	if empty(e) {
		return false
	}
	inverted := e.From >= a.verb.To
	for i := e.From + 1; i < e.To; i++ {
		if b.is(aPreposition, i) && !b.is(aPreposition, i-1) {
			e.To = i // the ruling | against Chile
		}
	}
	for _, m := range b.since(onNominal, e.From) {
		if m.From >= e.To {
			break
		}
		if m.To == e.To {
			return !inverted // in May came the attack
		}
	}
	return b.is(aSummary, e.To-1) || b.hasGroup(sentence.Extent{From: e.To - 1, To: e.To}, &deedNouns)
}
