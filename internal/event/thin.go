package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// A verb that no rule knows may be told though its clause says little more: where
// it needs no object, or has a pronoun for one, and has a time of its own.

// thin reports whether the line of a verb that no rule knows, of n words, is too
// short to tell anything. Two words do where the verb needs no object and its
// clause has a time of its own: Finland joins.
func (a *act) thin(n int) bool {
	if a.date.basis == "carried" {
		return n < 4
	}
	return n < 3 && !a.verbIs(aPhase) && !a.byItself()
}

// byItself reports whether an act without an object is told by its verb alone, on
// a time of its own, of somebody or something that is named: Finland joined last
// April, the lease expired in June; in May, when two ships sank.
func (a *act) byItself() bool {
	b := a.b
	v := a.verb
	return (a.date.basis == "own" || b.thenDone(a.clause, v)) && a.date.when.Days() <= 366 && !a.passive && empty(a.object) && v.Finite && v.Modality == clause.Plain && (v.Tense == clause.Past || a.status == planned && a.date.when.Days() <= 31) &&
		!b.pointsBack(a.subject) && !b.moody(a.subject) && (!b.g.is(aHollow, v.Base) || a.doesLikewise()) && b.Quote(v.From) < 0 && a.spanless() && a.objectless()
}

// doesLikewise reports whether somebody who is known does on a day or in a month what was
// told of others: the union followed on 24 June.
func (a *act) doesLikewise() bool {
	return a.b.g.is(aSequel, a.verb.Base) && a.date.when.Days() <= 31 && a.b.names(a.subject)
}

// likens gives an act that tells by "followed" alone that somebody did likewise the type of
// the act o told before it: left the pact on 4 March; Peru followed on 8 March.
func (a *act) likens(o *act) {
	if a.nominal || a.rule != a.b.g.plain || !a.doesLikewise() || !a.byItself() || o.b != a.b || o.words() || a.b.Sentence(a.trigger.From)-a.b.Sentence(o.trigger.From) > 1 {
		return
	}
	a.leaf, a.plover = o.leaf, o.plover
}

// moody reports whether a noun phrase means what people feel, or nothing in particular:
// the mood in Lima, two things.
func (b *block) moody(e sentence.Extent) bool {
	for i := e.From; i < e.To && !b.is(aPreposition, i); i++ {
		if b.is(aMood, i) {
			return true
		}
	}
	return false
}

// objectless reports whether nothing in an act's clause may be its object, nor what a
// relative leaves to the words before it: dropped, in March, a case; the accord that
// he had refused in June.
func (a *act) objectless() bool {
	b := a.b
	if k := b.parse.Clauses[a.clause]; k.Kind == clause.Relative && a.subject.From >= k.From && !b.is(aPlace, k.Marker.From) {
		return false
	}
	for _, ch := range a.chunks {
		if ch.clause == a.clause && ch.prep == "" && !ch.time && !b.is(anAdverb, ch.From) && !b.is(aConjunction, ch.From) {
			return false
		}
	}
	return true
}

// spanless reports whether what dates an act says when it came, not how long it
// went on or from when: it burned until June, has grown since 2012, ran throughout
// 2023.
func (a *act) spanless() bool {
	b := a.b
	if a.expr < 0 {
		return true
	}
	k := b.before(&b.exprs[a.expr])
	return !b.is(aStretch, k) && !b.is(anAfter, k) && !(b.is(aPreposition, k) && !b.is(aVessel, k) && a.date.when.Days() > 7)
}

// upon reports whether an act whose object is a pronoun tells enough without saying
// what that means: its own clause gives the time, and says who acted. The ministry
// denied it on Tuesday.
func (a *act) upon(object sentence.Extent) bool {
	b := a.b
	switch v := a.verb; {
	case object.Len() != 1 || !b.is(anActed, object.From) && !b.is(aPatient, object.From) || a.date.basis != "own" && (a.date.basis != "carried" || a.rule == b.g.plain) || a.date.when.Days() > 366 || !a.spanless():
		return false
	case !v.Finite || v.Modality != clause.Plain || v.Tense != clause.Past || b.Quote(v.From) >= 0:
		return false
	case b.g.is(aHollow, v.Base) || b.g.is(aCausative, v.Base) || b.g.is(aPredicative, v.Base) && !a.goesOnBehind(object):
		return false
	}
	return b.acting(a.subject) && (a.subject.Len() > 1 || !b.is(aPronoun, a.subject.From) || b.meant(a.subject.From) != "")
}

// goesOnBehind reports whether more of an act's own clause than a time stands behind
// its object.
func (a *act) goesOnBehind(object sentence.Extent) bool {
	for _, ch := range a.chunks {
		if ch.From >= object.To && !ch.time && !ch.comma && ch.clause == a.clause {
			return true
		}
	}
	return false
}
