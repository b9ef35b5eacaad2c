package event

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// kind is the rule that names what an act is where the rule of its verb leaves
// it open or takes it for something else, with the words that it stands on, or
// nil: to put one's name to a paper is an agreement, what a court does is law.
// A kind names what is found: it makes an event of no verb, but an act that it
// knows is held to say enough (complete). Of several the one that asks for most
// is taken, then the longer, then the first; the sense of a noun alone counts
// only behind all verbs, and only where the rule itself is vague. A kind that
// says from which types corrects a rule that knows the verb and not its nouns:
// police who raid an office make no war.
func (a *act) kind() (*rule, sentence.Extent) {
	b := a.b
	if a.nominal || a.verb == nil {
		return nil, sentence.Extent{}
	}
	k := b.room.act()
	defer b.room.drop(k, nil)
	*k = *a
	then := k.object
	if empty(k.object) && !k.passive && empty(k.left()) {
		then = k.nextPhrase() // began with a duty on steel
	}
	holds := func(r *rule) bool {
		k.rule, k.object = r, a.object
		if r.object.any() {
			k.object = then
		}
		return k.holds()
	}
	var best *rule
	var at sentence.Extent
	for _, m := range b.since(onKind, a.verb.From) {
		if m.From > a.verb.Head {
			break
		}
		r := &b.g.rules[m.Rule]
		if !slices.Contains(r.from, a.leaf) || m.To <= a.verb.Head || m.From != a.verb.Head && !b.is(aCopula, m.From) {
			continue
		}
		n := m.To - m.From
		if best != nil && (r.weight < best.weight || r.weight == best.weight && n <= at.Len()) {
			continue
		}
		if holds(r) {
			best, at = r, sentence.Extent{From: m.From, To: m.To}
		}
	}
	if best != nil || !a.rule.vague || a.leaf.Name != "other" {
		return best, at
	}
	for _, r := range b.g.senses {
		if holds(r) {
			return r, a.trigger
		}
	}
	return nil, sentence.Extent{}
}

// complete reports whether the verb of an act, of no rule itself, says with its
// nouns what the act is, and neither its subject nor its object only points
// back: the lira sank. What a noun alone names says nothing of the verb.
func (a *act) complete() bool {
	b := a.b
	for _, e := range []sentence.Extent{a.subject, a.object} {
		if b.demonstrative(e) || b.pointsBack(e) && (e.Len() == 1 || !b.is(anArticle, e.From)) || b.is(aNone, e.From) {
			return false
		}
	}
	if a.passive && empty(a.by) && b.pointsBack(a.subject) && !b.is(anArticle, a.subject.From) || b.ordinalHead(a.subject) || a.reckons() {
		return false
	}
	r, _ := a.kind()
	return r != nil && len(r.Say) > 0
}

// settle gives an act the type of its kind.
func (a *act) settle() {
	if r, _ := a.kind(); r != nil {
		a.leaf = r.leaf
		if a.plover == "" {
			a.plover = r.plover
		}
	}
}
