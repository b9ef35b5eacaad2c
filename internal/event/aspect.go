package event

import "github.com/dateline-ssg/dateline/internal/clause"

// aspect reports whether the verb of clause c only says how an infinitive that
// follows it goes on: began, continued, managed to.
func (b *block) aspect(c int) bool {
	v := b.verbOf(c)
	if v == nil {
		return false
	}
	for i := range b.parse.Clauses {
		w := b.verbOf(i)
		if w == nil || !w.Infinite || b.parse.Clauses[i].Parent != c || w.From < v.To || b.apartBy(v.To, w.From) > 2 {
			continue
		}
		for _, m := range b.opsAt(v, "infinitive") {
			if b.g.rules[m.Rule].makes == actual {
				return true
			}
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
	for i := range b.parse.Clauses {
		w := b.verbOf(i)
		if w == nil || !w.Infinite || b.parse.Clauses[i].Parent != c || w.From < v.To || b.apartBy(v.To, w.From) > 4 {
			continue
		}
		for _, m := range b.opsAt(v, "infinitive") {
			if b.g.rules[m.Rule].makes == planned {
				return true
			}
		}
	}
	return false
}
