package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// sides reports whether several who are named act together: the subject joins
// them, or the phrase behind "with" names the other.
func (a *act) sides() bool {
	who := a.agent()
	if last, ok := a.b.lastOf(who); ok && (a.b.names(last) || a.b.human(last) || len(a.b.refsIn(last)) > 0) {
		return true
	}
	for _, ch := range a.chunks {
		if a.b.is(aWith, ch.From) && a.b.names(ch.Extent) {
			return a.b.names(who) || a.b.human(who)
		}
	}
	return false
}

// partner reports whether somebody stands behind "with" or "to": shared the
// files with Peru.
func (a *act) partner() bool {
	for _, ch := range a.chunks {
		e := sentence.Extent{From: ch.From + 1, To: ch.To}
		if (a.b.is(aWith, ch.From) || a.b.is(aPurpose, ch.From)) && (a.b.names(e) || a.b.human(e)) {
			return true
		}
	}
	return false
}

// power reports whether a state or a body acts, not people of it.
func (a *act) power() bool {
	for i := a.subject.From; i < a.subject.To && !a.b.is(aPreposition, i); i++ {
		if r := a.b.ref(i); r != nil && r.Actor != nil && r.To == a.subject.To && (r.Actor.Kind == actor.State && r.Via != actor.ByAdjective || r.Via == actor.ByMetonym || r.Actor.Kind == actor.Body) {
			return true
		}
	}
	return false
}

// twoSides reports whether two sides are named: subject and object, or a
// subject that is plural.
func (a *act) twoSides() bool {
	if a.b.names(a.subject) && (a.b.names(a.object) || a.b.official(a.object)) {
		return true
	}
	for _, ch := range a.chunks {
		if a.b.is(aWith, ch.From) && (a.b.names(ch.Extent) || a.b.official(ch.Extent)) {
			return !empty(a.subject)
		}
	}
	if !empty(a.object) {
		return a.b.human(a.subject) && a.b.human(a.object)
	}
	return (a.b.names(a.subject) || a.b.official(a.subject)) && a.b.plural(a.subject)
}

// hasWord reports whether a word of a closed class stands in e.
func (b *block) hasWord(c class, e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if b.is(c, i) {
			return true
		}
	}
	return false
}
