package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
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
			return len(b.gaps(a)) > 0 || b.is(aDative, ch.From) && b.hasGroup(ch.Extent, &armedNouns)
		}
	}
	return known || len(b.gaps(a)) > 0
}

// sinceIn is the day, month or year in clause c since when what it tells has been
// so, or -1: in prison since October.
func (b *block) sinceIn(c int) int {
	for i := range b.exprs {
		e := &b.exprs[i]
		if k := b.before(e); b.of(e.From) == c && e.When.Known() && e.When.Single() && b.is(aReach, b.reachOver(k)) && !b.is(aTill, b.reachOver(k)) {
			return i
		}
	}
	return -1
}

// stated reports whether a state has a time that makes it an event: since when it has
// been so, a day or month at which the past tense finds it so, or how long it had
// lasted by the time that the story stands at.
func (a *act) stated() bool {
	b, v := a.b, a.verb
	if v == nil || !v.Finite || v.Negated || v.Modality != clause.Plain || v.Tense == clause.Future {
		return false
	}
	if b.sinceIn(a.clause) >= 0 {
		return true
	}
	if v.Tense != clause.Past {
		return false
	}
	if v.Perfect {
		n, _ := a.hadLasted()
		return n > 0
	}
	i := b.exprIn(a.clause)
	return i >= 0 && b.exprs[i].When.Days() <= 31
}

// tellsState reports whether a rule knows what is told with verb v as a state that
// somebody or something is in: was offline, has been in default.
func (b *block) tellsState(v *clause.Verb) bool {
	for _, m := range b.since(onVerb, v.From) {
		if m.From > v.Head {
			break
		}
		if contains(b.g.rules[m.Rule].needs, "stated") && m.To > v.Head {
			return true
		}
	}
	return false
}

// hadLasted is for how many days, weeks, months or years a state had lasted by the
// time that is told of: had been insolvent for a year. It is 0 where nothing says so.
func (a *act) hadLasted() (int, calendar.Grain) {
	b := a.b
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type == timex.Duration && b.of(e.From) == a.clause && e.From >= a.trigger.To && b.is(aFor, b.before(e)) {
			return b.lapse(sentence.Extent{From: e.To, To: e.To})
		}
	}
	return 0, calendar.None
}

// began dates a state that had lasted for so long by when the story stands, or by what
// its sentence dates: by then it had been insolvent for a year.
func (s *story) began(a *act) {
	b := a.b
	if a.nominal || !a.verb.Perfect || a.verb.Tense != clause.Past || a.date.basis == "connective" || !contains(a.rule.needs, "stated") {
		return
	}
	n, unit := a.hadLasted()
	if n == 0 {
		return
	}
	by := a.date
	if !by.known() && s.block == b.index {
		by = s.when
	}
	if by.known() {
		a.shift(by.when, -n, unit)
	}
}

// reachOver is the word before the noun phrase whose day stands behind word k, an "of"
// or "on", else k: in prison | since | the coup of 24 May.
func (b *block) reachOver(k int) int {
	if !b.is(anOf, k) && !b.is(anAt, k) {
		return k
	}
	i := k - 1
	for i > k-5 && i >= 0 && b.word(i).Kind == sentence.Letters && !b.inVerb(i) && !b.is(aPreposition, i) {
		i--
	}
	if b.is(aReach, i) {
		return i
	}
	return k
}
