package event

import (
	"github.com/dateline-ssg/dateline/internal/timex"
)

// nounOwner is the noun act that an expression describes: it stands in front
// of it (last month's call), or follows it with nothing but phrases of place
// and person between (the invasion of Ukraine in 2022).
func (b *block) nounOwner(acts []*act, e *timex.Expr) *act {
	var best *act
	for _, a := range acts {
		if !a.nominal || b.Sentence(a.trigger.From) != b.Sentence(e.From) || a.status == possible && e.From >= a.trigger.To && b.dct.Known() && e.When.Last() < b.dct.First() {
			continue // issued a warrant for his arrest in March
		}
		switch {
		case b.precedes(e, a.trigger.From):
			return a
		case b.Quote(a.trigger.From) != b.Quote(e.From): // called it a “thief of elections” on Monday
		case e.From >= a.trigger.To && e.From-a.trigger.To <= 14 && b.of(e.From) == a.clause && !b.manner(a) && (b.follows(a, e.From) || b.alone(a, acts, e.From)) && !b.led(a):
			if best == nil || a.trigger.From > best.trigger.From {
				best = a
			}
		}
	}
	return best
}

// precedes reports whether an expression says from in front when what the noun at word i
// tells was: Monday's talks.
func (b *block) precedes(e *timex.Expr, i int) bool {
	return e.To <= i && i-e.To <= 4 && !b.is(aBy, b.before(e)) && b.premodifies(e, i)
}

// led reports whether a time stands in front of a noun act, which then takes none from
// behind: praised Monday's talks on Tuesday.
func (b *block) led(a *act) bool {
	for k := a.trigger.From - 1; k >= max(a.trigger.From-5, 0); k-- {
		if e := b.expr(k); e != nil && possessive(b.word(e.To)) {
			return e.When.Known() && b.precedes(e, a.trigger.From)
		}
	}
	return false
}

// manner reports whether a noun act only says how another act was done, as one bare
// word behind "to" or "by" (sentenced to death on Tuesday), or behind the "by" of an
// active verb: ratified it by a single vote the following spring.
func (b *block) manner(a *act) bool {
	at := a.trigger.From
	if v := b.verbOf(a.clause); v != nil && v.To <= at && b.g.is(aBlaming, v.Base) && b.is(anOf, b.nounPhrase(a.trigger).From-1) && !b.inPhrase(b.nounPhrase(a.trigger).From-1, v.To) {
		return true // accused each other of shelling on Friday
	}
	if v := b.verbOf(a.clause); v != nil && !v.Passive && v.To <= at && b.is(aBy, b.nounPhrase(a.trigger).From-1) {
		return true
	}
	return a.trigger.Len() == 1 && (b.is(aPurpose, at-1) || b.is(aBy, at-1)) && singular(lowerText(b.word(at))) == lowerText(b.word(at))
}
