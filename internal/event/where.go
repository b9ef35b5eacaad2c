package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Which names of an act say where it was, and not who was in it.

// whereStates are the states of the places where an act happens: who visits
// Kigali visits Rwanda.
func (a *act) whereStates(refs []*actor.Ref) []*actor.Actor {
	var out []*actor.Actor
	for _, r := range refs {
		if r.Actor.Kind == actor.State && a.b.whereAt(r) || r.Via == actor.ByMetonym && a.b.whereAt(r) {
			out = append(out, r.Actor)
		}
	}
	return out
}

// host is the state of the place that a visit goes to, where only the place is
// named, or "": who lands in Lima is Peru's guest.
func (a *act) host(refs []*actor.Ref) string {
	if a.leaf.Name != "visit" {
		return ""
	}
	for _, r := range refs {
		if r.Actor.Kind == actor.Place && r.Actor.Country != "" && !r.Possessive && r.Via != actor.ByAdjective {
			return r.Actor.Country
		}
	}
	return ""
}

// hosted is the body that sits where an act happens, or "": of the ministers who
// meet in Brussels nothing else is said.
func (a *act) hosted(refs []*actor.Ref) string {
	if !a.b.official(a.agent()) || !a.b.plural(a.b.core(a.agent())) {
		return ""
	}
	for _, r := range refs {
		if r.Actor.Kind == actor.Place && r.Actor.Hosts != "" && !r.Possessive && a.b.whereAt(r) {
			return r.Actor.Hosts
		}
	}
	return ""
}

// whereAt reports whether a reference says where: after in, at, near, into, or
// with a verb of motion before its "to".
func (b *block) whereAt(r *actor.Ref) bool {
	k := r.From - 1
	for b.is(aDeterminer, k) || b.word(k).Kind == sentence.Letters && lower(b.word(k).Text) && !b.is(aPreposition, k) && k > r.From-4 && !b.inVerb(k) {
		k--
	}
	if b.is(aWhere, k) {
		return true
	}
	v := b.verbOf(b.of(k))
	return b.is(aPurpose, k) && v != nil && b.g.is(aMotion, v.Base) && (r.Actor.Kind == actor.State || r.Via == actor.ByMetonym)
}

// placeName is how a place is named: the state's name, or the city that the
// text writes.
func (b *block) placeName(r *actor.Ref) string {
	if r.Via == actor.ByMetonym {
		e := r.Extent
		for b.is(anArticle, e.From) && e.Len() > 1 {
			e.From++
		}
		return b.String(e)
	}
	return r.Actor.Name
}

// inState reports whether e is the state in which the place before it lies: Lima, | Peru.
func (b *block) inState(e sentence.Extent) bool {
	r, place := b.ref(e.To-1), 0
	if r == nil || r.Actor == nil || r.Actor.Kind != actor.State || r.Via == actor.ByAdjective {
		return false
	}
	for place = r.From - 2; place > 0 && sentence.Capital(b.Words[place].Text); place-- {
	}
	return b.word(r.From-1).Text == "," && place < r.From-2 && b.is(aWhere, place)
}
