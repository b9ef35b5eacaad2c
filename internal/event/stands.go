package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
)

// What is told as a state tells an event where its time says when it began, or
// that it was no more than a visit.

// stays reports whether somebody is told to have been at a named place at a time
// no longer than a month: the envoy, who was in Lima last week.
func (a *act) stays() bool {
	b, v := a.b, a.verb
	if v == nil || !v.Finite || v.Tense != clause.Past && v.Tense != clause.Future || v.Perfect || v.Negated || v.Ing || v.Modality != clause.Plain {
		return false
	}
	who := a.subject
	if !b.personal(who) && !b.official(who) && !(who.Len() == 1 && b.is(aPersonal, who.From)) {
		return false
	}
	i := b.exprIn(a.clause)
	if i < 0 || b.exprs[i].When.Days() > 31 || empty(a.object) {
		return false
	}
	at := a.object.From
	if b.is(anArticle, at) {
		at++
	}
	if e := b.bare(a.object); b.is(aCity, e.To-1) && e.Len() == 3 && b.ref(e.From+1) != nil {
		return true // in the Russian capital
	}
	r := b.ref(at)
	if r == nil {
		return b.properName(at)
	}
	return r.Actor != nil && !r.Possessive && r.Via != actor.ByAdjective && r.Via != actor.ByPronoun &&
		(r.Actor.Kind == actor.Place || r.Actor.Kind == actor.State || r.Via == actor.ByMetonym)
}

// falls reports whether a place is told to have fallen, and not how far: Lima fell
// on Friday, the town fell to the rebels.
func (a *act) falls() bool {
	b := a.b
	known := b.hasKind(a.subject, actor.Place)
	if !known && !(a.subject.Len() < 3 && b.properName(a.subject.To-1)) || a.subject.Len() > 3 || b.exprIn(a.clause) < 0 {
		return false
	}
	for _, ch := range a.chunks {
		if !ch.time && ch.clause == a.clause && !ch.comma {
			return b.is(aDative, ch.From) && b.hasGroup(ch.Extent, "armed")
		}
	}
	return known
}

// sinceIn is the day, month or year in clause c since when what it tells has been
// so, or -1: in prison since October.
func (b *block) sinceIn(c int) int {
	for i := range b.exprs {
		e := &b.exprs[i]
		if k := b.before(e); b.of(e.From) == c && e.When.Known() && e.When.Single() && b.is(aReach, k) && !b.is(aTill, k) {
			return i
		}
	}
	return -1
}
