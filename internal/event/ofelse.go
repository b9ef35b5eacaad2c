package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// ofElse reports whether an expression in an act's own clause tells the time of something else:
// of a noun, of what the act came before or is held against, of what it was put off to.
func (b *block) ofElse(a *act, e *timex.Expr) bool {
	switch {
	case b.sinceWhen(a, e), b.ofCombat(a, e), b.behindBound(a, e), b.compared(a, e):
	case b.apposes(a, e), b.asidePerfect(a, e), b.listed(a, e):
	case b.dayOfNoun(a, e), b.ofGround(e), b.ofWhatIs(a.clause, e), b.byName(e):
	case a.defersTo(e), a.setsAs(e), b.wasDue(a, e):
	default:
		return false
	}
	return true
}

// sinceWhen reports whether an expression stands in a phrase that says since or
// until when: the worst since the fall of the bank in May.
func (b *block) sinceWhen(a *act, e *timex.Expr) bool {
	for k := a.trigger.To; k < b.before(e); k++ {
		if b.is(aReach, k) && b.expr(k) == nil && b.expr(k+1) == nil && b.of(k) == a.clause && b.Words[k+1].Kind == sentence.Letters && !b.datedWithin(k+1, e) {
			return true
		}
	}
	return false
}

// ofCombat reports whether an expression is the time of the fighting that an act came before:
// borrowed heavily before the war in 2008.
func (b *block) ofCombat(a *act, e *timex.Expr) bool {
	k := b.before(e)
	for i := k - 1; i >= a.trigger.To && b.of(i) == a.clause && b.Words[i].Kind == sentence.Letters && b.expr(i) == nil; i-- {
		if b.is(anUpper, i) {
			return !b.is(aBy, i) && b.hasGroup(sentence.Extent{From: i + 1, To: k}, &combatNouns)
		}
	}
	return false
}

// apposes reports whether an expression stands in an apposition to the subject, of
// which it says when that was: Liz Truss, prime minister in the autumn of 2022, lost.
func (b *block) apposes(a *act, e *timex.Expr) bool {
	if a.nominal || a.passive && !a.verb.Finite || empty(a.subject) || a.subject.To > e.From || e.To > a.verb.From || b.word(a.subject.To).Text != "," {
		return false
	}
	k := e.From - 1
	for k > a.subject.To && b.Words[k].Text != "," {
		k--
	}
	for i := e.To; i < a.verb.From; i++ {
		if b.Words[i].Text == "," {
			return b.expr(k+1) == nil && !b.is(aPreposition, k+1) && !b.is(anAdverb, k+1) && !b.is(aConjunction, k+1) && !b.inVerb(k+1) && !ly(b.Words[k+1].Text) && !gerundial(b.Words[k+1].Text)
		}
	}
	return false
}

// asidePerfect reports whether an expression of the past stands before a verb in the
// present perfect and is told in an aside: the fleet, hit by the loss of its flagship,
// the Luna, in April 2022, has left.
func (b *block) asidePerfect(a *act, e *timex.Expr) bool {
	v := a.verb
	return v != nil && v.Finite && v.Perfect && v.Tense == clause.Present && e.To < v.From && b.word(e.To).Text == "," && b.sentenceOf(v.From).From+2 < e.From && b.dct.Known() && e.When.Last() < b.dct.First()
}

// listed reports whether an expression stands in a list of years behind a colon,
// which are those of what was told before it: the truces that they broke: 2014, 2015.
func (b *block) listed(a *act, e *timex.Expr) bool {
	return b.word(e.From-1).Text == ":" && e.From-1 >= a.trigger.To && b.word(e.To).Text == "," && b.expr(e.To+1) != nil
}

// behindBound reports whether an expression is the day of what an act only was before or
// after, and one of the act's own stands in front: next month, ahead of a strike | on 20 May.
func (b *block) behindBound(a *act, e *timex.Expr) bool {
	if a.nominal || e.From <= a.trigger.To {
		return false
	}
	for k := b.before(e) - 1; k > a.trigger.To; k-- {
		switch {
		case b.inVerb(k) || b.expr(k) != nil || b.is(aJoiner, k) && b.word(k-1).Text == ",":
			return false
		case b.is(aBound, k):
			x := b.expr(k - 1)
			if x == nil && b.word(k-1).Text == "," {
				x = b.expr(k - 2)
			}
			return x != nil && x.From >= a.trigger.To && b.usable(x) && b.of(x.From) == a.clause
		}
	}
	return false
}

// compared reports whether an expression is the day of what an act's own is only held
// against: put it at 6.3, stronger than the blast | of May 2019; lower than in March.
func (b *block) compared(a *act, e *timex.Expr) bool {
	for k := e.From - 1; k >= max(a.trigger.To, e.From-8) && !a.nominal; k-- {
		switch {
		case b.inVerb(k), b.Words[k].Text == ",":
			return false
		case b.is(aComparing, k):
			return (b.is(aDefinite, k+1) || b.is(aPreposition, k+1)) && b.expr(k+1) == nil && e.When.Days() >= aMonthLong
		}
	}
	return false
}

// byName reports whether a day is the name of what happened on it, as "and" joins it to
// another name and no verb follows: invoked Pearl Harbor and Sept. 11.
func (b *block) byName(e *timex.Expr) bool {
	return e.Type == timex.Date && e.When.Days() == 1 && e.Extent.Len() == 2 && sentence.Capital(b.Words[e.From].Text) && b.is(aJoiner, e.From-1) && b.expr(e.From-2) == nil &&
		b.properName(e.From-2) && !b.inVerb(e.To) && !b.inVerb(e.To+1)
}
