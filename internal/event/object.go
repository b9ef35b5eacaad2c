package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// maxBack is how many clauses before its own an object pronoun looks for the
// thing that it means.
const maxBack = 3

// objectPronouns finds what "it" and "them" mean where somebody acts upon them:
// what the clause before acted upon (made an offer and renewed it), or what it
// tells of where it has no object (the warrant was old: a court had issued it).
// Objects go with objects: where that gives a thing, it is surer than the actor
// whom the gazetteer would take, who is mostly the one that acts.
func (b *block) objectPronouns() {
	if !b.has(anActed, aPatient) {
		return
	}
	for i := range b.Words {
		if b.plainWord(i) {
			continue
		}
		thing, person := b.is(anActed, i), b.is(aPatient, i)
		if !thing && !person {
			continue
		}
		ci := b.of(i)
		v := b.verbOf(ci)
		if v == nil || v.Passive || i < v.To || i > v.To+1 || b.is(aPreposition, i-1) {
			continue
		}
		m, ok := phraseIn{}, false
		switch {
		case thing:
			m, ok = b.actedUpon(i, ci)
		case b.ref(i) == nil || b.ref(i).Actor == nil:
			m, ok = b.personUpon(i, ci)
		}
		if ok {
			b.mean(i, m)
		}
	}
}

// personUpon is whom the pronoun at word i, the object of clause ci, means: the
// person of whom the clauses before tell and who does not act here.
func (b *block) personUpon(i, ci int) (phraseIn, bool) {
	own := b.parse.Clauses[ci].Subject
	for k := ci - 1; k >= 0 && ci-k <= 2*maxBack; k-- {
		c := b.parse.Clauses[k]
		if c.Verb < 0 || c.Kind != clause.Main && c.Kind != clause.Coordinate || empty(c.Subject) || c.Subject == own {
			continue
		}
		e := b.bare(c.Subject)
		if m, ok := b.means[e.From]; ok && e.Len() == 1 && b.is(aPersonal, e.From) {
			return m, true
		}
		if !empty(e) && e.To <= i && (b.fullPerson(e) || b.speaks(e) && !b.plural(e)) {
			return phraseIn{b: b, Extent: e, sentence: b.Sentence(e.From)}, true
		}
	}
	return phraseIn{}, false
}

// actedUpon is what the pronoun at word i, the object of clause ci, means.
func (b *block) actedUpon(i, ci int) (phraseIn, bool) {
	at, seen := b.Sentence(i), 0
	for k := ci - 1; k >= 0 && seen < maxBack; k-- {
		c := b.parse.Clauses[k]
		v := b.verbOf(k)
		if v == nil || v.To > i || !v.Finite || c.Kind == clause.Complement || c.Kind == clause.Condition || c.Kind == clause.Subordinate {
			continue
		}
		if at-b.Sentence(v.From) > 1 {
			break
		}
		if b.Sentence(v.From) != at && (c.Kind == clause.Relative || c.Kind == clause.Subordinate) {
			continue
		}
		if c.Kind == clause.Relative && c.Parent != ci && b.Sentence(v.From) == at {
			continue // struck it after a crisis that had led to war; Vega tore it up
		}
		seen++
		if b.saysWhat(k) {
			break // it is what was said
		}
		if o := objectOf(b.tail(k, v.To), k, b); o.Len() == 1 && !v.Passive && b.is(anActed, o.From) && b.is(aSeveral, o.From) == b.is(aSeveral, i) {
			m, ok := b.means[o.From]
			return m, ok // the same thing still
		}
		e := b.thingOf(k, v)
		if empty(e) || e.Overlaps(b.parse.Clauses[ci].Subject) || e.To > i || b.is(aSeveral, i) != b.plural(e) {
			continue
		}
		return phraseIn{b: b, Extent: e, sentence: b.Sentence(e.From)}, true
	}
	return phraseIn{}, false
}

// actedBefore is what the pronoun e, the subject of clause ci, means where it is no
// subject of the sentence before: what that one tells of, as it fits in number (two
// ministers opened the bridge in May; it fell in June). It is of no block where the
// main clause of that sentence tells of nothing that fits.
func (b *block) actedBefore(ci int, e sentence.Extent) phraseIn {
	at, several := b.Sentence(e.From), b.is(aSeveral, e.From)
	if !several && (!b.is(anImpersonal, e.From) || b.is(aRelative, e.From) || b.expletive(ci)) || b.Quote(e.From) >= 0 {
		return phraseIn{}
	}
	for k := ci - 1; k >= 0; k-- {
		c := b.parse.Clauses[k]
		v := b.verbOf(k)
		if v == nil || !v.Finite || v.To > e.From || c.Kind != clause.Main && c.Kind != clause.Coordinate {
			continue
		}
		if at-b.Sentence(v.From) > 1 {
			break
		}
		if b.Sentence(v.From) == at || b.saysWhat(k) {
			continue
		}
		if np := b.thingOf(k, v); !empty(np) && b.plural(np) == several && b.Quote(np.From) < 0 {
			return phraseIn{b: b, Extent: np, sentence: b.Sentence(np.From)}
		}
	}
	return phraseIn{}
}

// saysWhat reports whether clause k has what is said, known or asked behind it.
func (b *block) saysWhat(k int) bool {
	for i := range b.under(k) {
		if b.parse.Clauses[i].Kind == clause.Complement {
			return true
		}
	}
	return false
}

// thingOf is the thing that clause k tells of: its object, or its subject where
// it is passive or has none. It is empty where that is a person, a pronoun or
// points elsewhere.
func (b *block) thingOf(k int, v *clause.Verb) sentence.Extent {
	e := b.parse.Clauses[k].Subject
	if !v.Passive && !b.is(aState, v.Head) && !b.g.is(aState, v.Base) {
		if o := objectOf(b.tail(k, v.To), k, b); !empty(o) {
			e = o
			if b.g.is(aPredicative, v.Base) && o.Len() > 2 && b.is(aDefinite, o.From) {
				e.To = o.From + 2 // made the offer | public
			}
		}
	}
	e = b.bare(e)
	for e.Len() > 1 && (b.is(aNone, e.From) || b.is(aPossessive, e.From)) {
		e.From++ // buys no oil: the oil; cut its quotas: the quotas
	}
	if empty(e) || b.expr(e.To-1) != nil || e.Len() == 1 && b.is(aDeterminer, e.From) || b.is(aPronoun, e.From) || b.is(aThing, e.From) || b.is(aRelative, e.From) || b.human(e) && !b.common(e) || b.fullPerson(e) || b.office(e) || b.pointsBack(e) && !b.is(anArticle, e.From) || b.ordinalHead(e) {
		return sentence.Extent{}
	}
	return e
}

// meansThing reports whether e is a pronoun of which it is known what thing it means.
func (b *block) meansThing(e sentence.Extent) bool {
	if e.Len() != 1 || !b.is(anActed, e.From) && !b.is(aPatient, e.From) {
		return false
	}
	_, ok := b.means[e.From]
	return ok
}
