package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
)

// aspect reports whether the verb of clause c only says how an infinitive that
// follows it goes on: began, continued, managed to.
func (b *block) aspect(c int) bool {
	v := b.verbOf(c)
	if v == nil {
		return false
	}
	for i := range b.under(c) {
		w := b.verbOf(i)
		if w == nil || !w.Infinite || w.From < v.To || b.apartBy(v.To, w.From) > 2 {
			continue
		}
		for m := range b.opsAt(v, overInfinitive) {
			if b.g.rules[m.Rule].makes == actual {
				return true
			}
		}
	}
	return false
}

// let reports whether clause c is an infinitive without "to" that is told by the verb
// before it: let the pact lapse, made him resign.
func (b *block) let(c int) bool {
	k := b.parse.Clauses[c]
	v, p := b.verbOf(c), b.verbOf(k.Parent)
	return k.Kind == clause.Infinitive && v.Infinite && p != nil && p.Finite && !b.is(aPurpose, v.From) && b.g.is(aLetting, p.Base)
}

// lets reports whether such an infinitive follows the verb of clause c.
func (b *block) lets(c int) bool {
	for i := range b.under(c) {
		if b.verbOf(i) != nil && b.let(i) {
			return true
		}
	}
	return false
}

// apartBy is the number of words from one word to another, those of dates left
// out with their prepositions: managed on 4 March | to free.
func (b *block) apartBy(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if b.expr(i) == nil && !(b.is(aPreposition, i) && b.expr(i+1) != nil) {
			n++
		}
	}
	return n
}

// leads reports whether the verb of clause c only says that what an infinitive
// tells is to come, and has the day of it: is expected on Friday to leave.
func (b *block) leads(c int) bool {
	v := b.verbOf(c)
	if v == nil || !v.Passive || !v.Finite || v.Modality != clause.Plain || v.Negated {
		return false
	}
	for i := range b.under(c) {
		w := b.verbOf(i)
		if w == nil || !w.Infinite || w.From < v.To || b.apartBy(v.To, w.From) > 4 {
			continue
		}
		for m := range b.opsAt(v, overInfinitive) {
			if b.g.rules[m.Rule].makes == planned {
				return true
			}
		}
	}
	return false
}

// goesOnStill reports whether an act only tells that something went on: was still working.
func (a *act) goesOnStill() bool {
	v := a.verb
	if v == nil || !v.Ing || !v.Finite {
		return false
	}
	for i := v.From; i < v.Head; i++ {
		if a.b.is(aStill, i) {
			return true
		}
	}
	return false
}

// begun is the clause that tells that the infinitive of clause c was begun or ended, or c.
func (b *block) begun(c int) int {
	if on := b.parse.Clauses[c].Parent; b.kindIs(c, clause.Infinitive) && on >= 0 && b.aspect(on) {
		return on
	}
	return c
}
