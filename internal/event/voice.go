package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
)

// voiced is the verb of clause ci in the voice that its clause gives it, where a
// form in -ed may be a past tense or a passive participle.
func (b *block) voiced(ci int, v *clause.Verb) *clause.Verb {
	lemma := v.Base
	if v.Passive && !v.Finite && v.Len() == 1 && b.g.is(anIntransitive, lemma) {
		w := *v // died, arrived: nothing does that to anybody
		w.Passive, w.Finite, w.Tense = false, true, clause.Past
		v = &w
	}
	if v.Finite && v.Tense == clause.Past && !v.Passive && !v.Perfect && v.Len() == 1 && b.is(aPreposition, v.To) && !b.is(anAs, v.To) && b.g.is(aVictim, lemma) && !b.aboutSoMany(v.To) && !b.is(anAim, v.To) && b.expr(v.To+1) == nil {
		w := *v // two men charged in Lima: they are, where nobody else is
		w.Passive, w.Finite, w.Tense = true, false, clause.NoTense
		v = &w
	}
	if k := b.parse.Clauses[ci]; v.Passive && !v.Finite && v.Len() == 1 && !(b.is(aPreposition, v.To) && b.g.is(aVictim, lemma)) &&
		(k.Kind == clause.Main || k.Kind == clause.Coordinate && !b.onParticiple(ci) || k.Kind == clause.Participial && b.kindIs(k.Parent, clause.Main) && b.verbOf(k.Parent) == nil) {
		w := *v // a bare participle as the verb of a main clause is a past tense: talked by phone
		w.Passive, w.Finite, w.Tense = false, true, clause.Past
		v = &w
	}
	if v.Passive && !v.Finite && v.Len() == 1 && b.is(aDeterminer, v.Head+1) && b.expr(v.Head+1) == nil && !b.g.is(aTwofold, v.Base) && v.From > 0 && !empty(b.parse.Clauses[ci].Subject) {
		w := *v // a participle with an object is a past tense: the firm, which …, received a grade
		w.Passive, w.Finite, w.Tense = false, true, clause.Past
		v = &w
	}
	return v
}

// onParticiple reports whether clause ci goes on with "and" from a participle that says what
// was done to something: a report written in Lima | and published in May.
func (b *block) onParticiple(ci int) bool {
	on := b.goesOnFrom(ci)
	v := b.verbOf(on)
	return on != ci && b.parse.Clauses[on].Kind == clause.Participial && v != nil && v.Passive && !v.Finite
}

// aboutSoMany reports whether a rough number begins at word i: about 1 million people.
func (b *block) aboutSoMany(i int) bool {
	return b.is(aRough, i) && b.expr(i+1) == nil && b.numberFirst(i+1)
}
