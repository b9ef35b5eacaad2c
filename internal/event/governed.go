package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// What an act's status owes to what governs its clause: the words before an
// infinitive or a gerund, and the clauses that it hangs on.

// assessInfinitive reads what governs an infinitive: the words right before
// it, else the verb of the clause that it hangs on, else it is a purpose.
func (a *act) assessInfinitive(ci int, v *clause.Verb, add func(state, sentence.Extent)) {
	b, p := a.b, a.b.parse.Clauses[ci].Parent
	pv := b.verbOf(p)
	if b.heldToHave(ci) {
		add(reported, pv.Extent)
		return
	}
	for m := range b.operators(overInfinitive, sentence.Extent{From: max(v.From-5, 0), To: v.From + 1}) {
		if m.To == v.From+1 || m.To == v.From {
			if b.is(anOriginal, m.From-1) {
				add(possible, sentence.Extent{From: m.From - 1, To: m.To}) // originally due to start in March
				return
			}
			add(b.g.rules[m.Rule].makes, sentence.Extent{From: m.From, To: m.To})
			return
		}
	}
	if pv != nil {
		for m := range b.operators(overInfinitive, sentence.Extent{From: pv.From, To: v.From + 1}) {
			if m.From <= pv.Head && pv.Head < m.To || m.From > pv.Head && m.To >= v.From-6 {
				add(b.g.rules[m.Rule].makes, sentence.Extent{From: m.From, To: m.To})
				return
			}
		}
		if pv.Lemma == b.g.said("be") {
			add(planned, sentence.Extent{From: pv.From, To: v.To}) // is to visit
			return
		}
	}
	add(purpose, v.Extent)
}

// heldToHave reports whether clause ci is what somebody is said to have done: is
// believed to have fled on Tuesday.
func (b *block) heldToHave(ci int) bool {
	k := b.parse.Clauses[ci]
	v, pv := b.verbOf(ci), b.verbOf(k.Parent)
	if k.Kind != clause.Infinitive || v == nil || !v.Infinite || !v.Perfect || pv == nil || !pv.Passive || pv.Negated || pv.To != v.From {
		return false
	}
	for m := range b.operators(overClause, sentence.Extent{From: pv.From, To: v.From + 1}) {
		if m.To == v.From+1 && b.g.rules[m.Rule].makes == reported {
			return true
		}
	}
	return false
}

// heldBelow reports whether an infinitive that hangs on clause ci tells what somebody is
// said to have done.
func (b *block) heldBelow(ci int) bool {
	for i := range b.under(ci) {
		if b.heldToHave(i) {
			return true
		}
	}
	return false
}

// assessGerund reads what stands before a verb in -ing.
func (a *act) assessGerund(ci int, v *clause.Verb, add func(state, sentence.Extent)) {
	b := a.b
	switch {
	case b.is(aWithout, v.From-1):
		add(negated, sentence.Extent{From: v.From - 1, To: v.To})
	case b.is(aGerund, v.From-1) && !b.didBy(ci):
		add(possible, sentence.Extent{From: v.From - 1, To: v.To})
	}
	if pv := b.verbOf(b.parse.Clauses[ci].Parent); pv != nil && (pv.To == v.From || pv.To+1 == v.From && b.is(aParticle, pv.To)) {
		for m := range b.opsAt(pv, overInfinitive) {
			if o := b.g.rules[m.Rule].makes; o != actual {
				add(o, pv.Extent)
			}
		}
		for m := range b.opsAt(pv, overThat) {
			add(b.g.rules[m.Rule].makes, pv.Extent)
		}
		if p := b.parse.Clauses[ci].Parent; b.kindIs(p, clause.Infinitive) {
			a.assessInfinitive(p, pv, add) // is expected to continue selling
		} else if pv.Tense == clause.Future {
			add(planned, pv.Extent)
		}
	}
}

// didBy reports whether a clause says by doing what something was done: startled all by
// leaving the rate as it was.
func (b *block) didBy(ci int) bool {
	pv := b.verbOf(b.parse.Clauses[ci].Parent)
	return b.byDoing(ci) && pv != nil && pv.Finite && pv.Tense == clause.Past && pv.Modality == clause.Plain && !pv.Negated
}

// climb composes what the clauses above make of the act.
func (a *act) climb(add func(state, sentence.Extent)) {
	b := a.b
	cs := b.parse.Clauses
	for k := a.clause; k >= 0; k = cs[k].Parent {
		if cs[k].Kind == clause.Condition {
			add(conditional, cs[k].Marker)
		}
		p := cs[k].Parent
		if p < 0 || b.presupposes(k) {
			break
		}
		pv := b.verbOf(p)
		if pv == nil {
			continue
		}
		switch cs[k].Kind {
		case clause.Complement:
			for m := range b.opsAt(pv, overThat) {
				add(b.g.rules[m.Rule].makes, pv.Extent)
			}
			if pv.Negated || pv.Modality != clause.Plain {
				add(possible, pv.Extent)
			}
		case clause.Infinitive:
			a.assessParent(p, pv, add)
			if pv.Tense == clause.Future {
				add(planned, pv.Extent) // will begin to fly
			}
		case clause.Participial:
			if pv.Modality != clause.Plain || pv.Tense == clause.Future {
				a.assessParent(p, pv, add)
			}
		}
	}
}

// presupposes reports whether what clause k tells stands whatever is said
// around it: a relative or a participle that describes a thing by what was
// done on a day. They fear that the canal, on which work began in June, …
func (b *block) presupposes(k int) bool {
	v := b.verbOf(k)
	if v == nil || v.Negated || v.Modality != clause.Plain {
		return false
	}
	if b.parse.Clauses[k].Kind == clause.Subordinate {
		// as it had to in 1995, when a minister was let in
		return v.Finite && v.Tense == clause.Past && b.beforeMoment(k) >= 0
	}
	if b.exprIn(k) < 0 {
		return false
	}
	switch b.parse.Clauses[k].Kind {
	case clause.Relative:
		return v.Finite && v.Tense == clause.Past
	case clause.Participial:
		return v.Passive && !v.Finite && empty(b.parse.Clauses[k].Marker)
	}
	return false
}

// assessParent composes the verb group that an infinitive or a participle
// hangs on.
func (a *act) assessParent(p int, pv *clause.Verb, add func(state, sentence.Extent)) {
	b := a.b
	if pv.Negated {
		add(negated, pv.Extent)
	}
	switch pv.Modality {
	case clause.Possible, clause.Ability, clause.Obligation, clause.Conditional:
		if !(pv.Modality == clause.Conditional && b.told(p)) {
			add(possible, pv.Extent)
		}
	}
	if pv.Infinite {
		a.assessInfinitive(p, pv, add)
	}
}
