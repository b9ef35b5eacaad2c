package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Names that only say to whom or to what another belongs.

// compound reports whether a name is only a part of an adjective: Biden-era, US-led,
// pro-EU; not of a pair of names. A currency is no state either: US$100, nine million Swiss francs.
func (b *block) compound(r *actor.Ref) bool {
	if h := b.word(r.From - 1); h.Text == "-" && !h.Space && !b.word(r.From).Space && lower(b.word(r.From-2).Text) {
		return true
	}
	h := b.word(r.To)
	if b.is(aCurrency, r.To) && r.From > 0 && (b.word(r.From-1).Kind == sentence.Number || b.is(aCurrency, r.From-1)) {
		return true // 190 billion U.S. dollars
	}
	return !h.Space && b.is(aCurrency, r.To) || h.Text == "-" && !h.Space && lower(b.word(r.To+1).Text) && b.word(r.To+1).Kind == sentence.Letters
}

// owns reports whether somebody is only the one whose officer is named: his
// Treasury Secretary Ana Ruiz; Peru’s envoy, Ana Ruiz. A company acts through its head.
func (b *block) owns(r *actor.Ref) bool {
	return r.Actor.Kind != actor.Company && (b.is(aPossessive, r.From) || possessive(b.word(r.To)) || r.Possessive) && b.officer(r.To)
}

// officer reports whether the words from i are an office and whoever holds it, with a
// comma between them or none.
func (b *block) officer(i int) bool {
	for k := i; k < i+8; k++ {
		n := b.ref(k)
		switch {
		case n != nil && n.Actor != nil && n.From == k && n.Actor.Kind == actor.Person && n.Via != actor.ByPronoun:
			return true
		case b.is(aTitle, k), possessive(b.word(k)), n != nil && n.Actor != nil && n.Actor.Kind == actor.Body:
		case b.word(k).Text == "," && k > i && b.is(aTitle, k-1):
		default:
			return false
		}
	}
	return false
}

// ofOffice reports whether a state or a body of one only says which office somebody holds who is
// named beside it: Ana Ruiz, the envoy to Peru; the speaker of the Duma, Ana Ruiz.
func (b *block) ofOffice(r *actor.Ref) bool {
	if r.Actor.Kind != actor.State && (r.Actor.Kind != actor.Body || r.Actor.Country == "") {
		return false
	}
	k := r.From - 1
	if b.is(anArticle, k) {
		k--
	}
	if !b.is(anOf, k) && !b.is(aPurpose, k) || !b.is(aTitle, k-1) {
		return false
	}
	if n := b.ref(r.To + 1); b.word(r.To).Text == "," && n != nil && n.Actor != nil && n.From == r.To+1 && n.Actor.Kind == actor.Person {
		return true
	}
	k--
	for n := 0; n < 5 && (b.is(aTitle, k) || b.is(aDeterminer, k)); n++ {
		k--
	}
	if b.word(k).Text != "," {
		return false
	}
	n := b.ref(k - 1)
	return n != nil && n.Actor != nil && n.Actor.Kind == actor.Person || b.properName(k-1)
}

// describes reports whether an adjective belongs to a name that follows it:
// the Russian in "Russian President Vladimir Putin" and in "his Russian counterpart,
// Vladimir Putin".
func (b *block) describes(r *actor.Ref) bool {
	if b.officer(r.To) {
		return true
	}
	for k := r.To; k < len(b.Words) && k < r.To+5; k++ {
		n := b.ref(k)
		if n != nil && n.Actor != nil && n.Actor.Kind != actor.Place {
			return n.Actor.Country == r.Actor.Name && n.Via != actor.ByAdjective
		}
		if !b.is(aTitle, k) && b.Words[k].Kind != sentence.Letters {
			return false
		}
		if !b.is(aTitle, k) && lower(b.Words[k].Text) {
			return false
		}
	}
	return false
}

// governs reports whether somebody is named as who leads a government, which acts, and
// not he: his administration, Peru’s president’s cabinet.
func (b *block) governs(r *actor.Ref) bool {
	if r.Actor.Kind != actor.Person || r.Actor.Country == "" {
		return false
	}
	k := r.To
	if possessive(b.word(k)) {
		k++
	}
	return (k > r.To || b.is(aPossessive, r.From)) && b.is(aGovernment, k) && !b.modifies(k+1)
}

// strikes reports whether an act is done to the state in which it is done.
func (a *act) strikes() bool {
	return a.leaf.Family == "force" || a.leaf.Name == "aid"
}

// strike adds to a cast the state in which it does something by force. That of a place
// only counts where nobody else is named: in a civil war all places are of one.
func (c *cast) strike(x *actor.Actor) {
	switch {
	case x.Kind == actor.State:
		c.behind = push(c.behind, x.Name)
	case x.Country != "":
		c.struck = push(c.struck, x.Country)
	}
}
