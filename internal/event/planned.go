package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
)

// planners are those who stand in the relative clause that says which occasion
// is cancelled: the summit that Macron and Modi had planned was called off.
// Behind a comma, or where it is said or thought of the occasion, a relative
// tells more of it, and its people need not be those who were to meet.
func (a *act) planners() []*actor.Ref {
	if a.leaf.Name != "cancellation" {
		return nil
	}
	b := a.b
	var out []*actor.Ref
	for c := range b.under(a.clause) {
		k := b.parse.Clauses[c]
		// Who cancels says nothing: what is read as said by it is a relative, too.
		describes := k.Kind == clause.Relative || k.Kind == clause.Complement && k.From == a.object.To
		if !describes || b.word(k.From-1).Text == "," || !a.thingBefore(k.From) {
			continue
		}
		v := b.verbOf(c)
		if v == nil || b.g.is(aSaying, v.Base) {
			continue
		}
		for _, r := range b.refsIn(k.Extent) {
			if b.of(r.From) == c {
				out = append(out, r)
			}
		}
	}
	return out
}

// thingBefore reports whether what the act is done to ends before word i, with
// no verb of its clause between: the subject of a passive, else the object.
func (a *act) thingBefore(i int) bool {
	thing := a.object
	if a.verb != nil && a.verb.Passive {
		thing = a.subject
	}
	if empty(thing) || thing.To > i {
		return false
	}
	return a.verb == nil || i <= a.verb.From || thing.From >= a.verb.To
}
