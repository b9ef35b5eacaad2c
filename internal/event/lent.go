package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// A time that stands in a clause below an act's own may yet be the act's: ordered the
// ship seized on Friday, stopped serving it the next day.

// bears reports whether a clause says by a participle what date a paper bears: in
// a letter dated 3 May he asked.
func (b *block) bears(c int, e *timex.Expr) bool {
	if !b.kindIs(c, clause.Participial) {
		return false
	}
	return b.is(aBearing, e.From-1)
}

// ordered reports whether clause c is a participle that says what somebody orders to be
// done: ordered the ship seized on Friday.
func (b *block) ordered(c int) bool {
	if !b.kindIs(c, clause.Participial) || b.parse.Clauses[c].Parent < 0 || b.word(b.parse.Clauses[c].From-1).Text == "," {
		return false
	}
	v, p := b.verbOf(c), b.verbOf(b.parse.Clauses[c].Parent)
	return v != nil && v.Passive && !v.Finite && p != nil && !p.Passive && b.g.is(aCommanding, p.Base)
}

// spokenOf reports whether clause c is a gerund behind a preposition that only says what
// something is about: a motion on turning back refugees.
func (b *block) spokenOf(c int) bool {
	if !b.kindIs(c, clause.Participial) || b.parse.Clauses[c].Marker.Len() != 1 || !b.is(aTopic, b.parse.Clauses[c].Marker.From) {
		return false
	}
	v := b.verbOf(c)
	return v != nil && v.Ing && !v.Finite && v.From == b.parse.Clauses[c].Marker.To
}

// ends reports whether a gerund that hangs on an act of beginning or ending has
// the date of that: they stopped serving it the next day.
func (b *block) ends(c int, e *timex.Expr, a *act) bool {
	if !b.kindIs(c, clause.Participial) || a.nominal || b.verbOf(c) == nil || !b.verbOf(c).Ing {
		return false
	}
	return b.verbOf(c).From == a.trigger.To && e.From > a.trigger.From
}

// carriedOver reports whether a relative that no word marks stands inside of an act
// that brings its object somewhere, so that "to" and the time behind it are the act's:
// sold the mine it had opened | to Peru in May.
func (b *block) carriedOver(c int, e *timex.Expr, a *act) bool {
	if !b.kindIs(c, clause.Relative) || a.nominal {
		return false
	}
	if b.ofWhatIs(c, e) && e.From > a.trigger.To {
		return a.past()
	}
	if !empty(b.parse.Clauses[c].Marker) || !a.verbIs(aTransfer) {
		return false
	}
	v := b.verbOf(c)
	if v == nil || v.From < a.trigger.To || b.g.is(aTransfer, v.Base) || b.g.is(aMotion, v.Base) {
		return false
	}
	for i := v.To; i < e.From; i++ {
		if b.is(aTowards, i) && b.of(i) == c {
			return true
		}
	}
	return false
}

// ofWhatIs reports whether clause c is a relative that says in the present what somebody or
// something is, so that a day of the past behind it is not its own: shelled the village it
// calls a base on 17 May.
func (b *block) ofWhatIs(c int, e *timex.Expr) bool {
	if !b.kindIs(c, clause.Relative) {
		return false
	}
	v := b.verbOf(c)
	return v != nil && v.Finite && v.Tense == clause.Present && !v.Perfect && !v.Ing && v.Modality == clause.Plain && v.To <= e.From && b.dct.Known() && e.When.Last() < b.dct.First() && e.When.Days() <= 31 && b.word(b.parse.Clauses[c].From-1).Text != ","
}

// inWords reports whether the verb of clause c is of the words by which an act is told:
// ceased | to exist on Friday.
func (b *block) inWords(c int, a *act) bool {
	v := b.verbOf(c)
	return v != nil && v.Infinite && a.trigger.Contains(v.Extent)
}

// beforeItsVerb reports whether an expression stands in a coordinate clause
// whose "and" only joins two names: A and B in December, and led to. A subject behind the
// expression has it for its own: …; in June 2021 Chile and Peru left.
func (b *block) beforeItsVerb(c int, e *timex.Expr) bool {
	if !b.kindIs(c, clause.Coordinate) {
		return false
	}
	v := b.verbOf(c)
	if v == nil || e.To > v.From || b.parse.Clauses[c].Subject.From >= e.To && !empty(b.parse.Clauses[c].Subject) {
		return false
	}
	for k := e.To; k < v.From; k++ {
		if b.is(aConjunction, k) && b.of(k) == c {
			return true
		}
	}
	return false
}

// behindColon reports whether an expression opens clause c right behind a colon, and the clause
// before, which it explains and which has no time itself, is of its day: they used the dark: on
// the night of 7 March bombs fell.
func (b *block) behindColon(c int, e *timex.Expr) bool {
	if !b.kindIs(c, clause.Coordinate) || e.When.Days() > 1 || b.exprIn(b.parse.Clauses[c].Parent) >= 0 {
		return false
	}
	at := b.parse.Clauses[c].From
	return b.before(e) == at && b.is(aPreposition, at) && b.word(at-1).Text == ":" && !b.inVerb(at-2) && empty(b.parse.Clauses[c].Marker)
}

// behindQuote reports whether clause c begins in a quotation that ends before e.
func (b *block) behindQuote(c int, e *timex.Expr) bool {
	if c < 0 || len(b.Quotes) == 0 || b.parse.Clauses[c].Parent < 0 || b.Quote(e.From) >= 0 {
		return false
	}
	k := b.parse.Clauses[c]
	return k.Kind == clause.Participial && b.Quote(k.From) >= 0
}
