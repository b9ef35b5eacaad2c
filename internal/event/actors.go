package event

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// rankOf orders actors: persons, then bodies, companies and outlets, then
// states.
func rankOf(a *actor.Actor) int {
	switch a.Kind {
	case actor.Person:
		return 0
	case actor.Body:
		return 1
	case actor.Company:
		return 2
	case actor.Outlet:
		return 3
	case actor.State:
		return 4
	}
	return 5
}

// cast is who takes part in an act.
type cast struct {
	actors  []string
	agents  []string
	targets []string
	places  []string
	who     []*actor.Actor
	behind  []string // who is named by what is theirs: a government by its head, a body by its summit
	struck  []string // states of places where something is done by force: nobody else may be named
}

// casting collects the actors of an act's clause: its subject, its object,
// whoever stands in its other phrases, and the speaker of a quotation in the
// first person.
func (a *act) casting() cast {
	b := a.b
	c, refs := a.players()
	slices.SortStableFunc(c.who, func(x, y *actor.Actor) int { return cmp.Compare(rankOf(x), rankOf(y)) })
	for _, x := range c.who {
		c.actors = push(c.actors, x.Name)
	}
	c.actors = push(c.actors, a.host(refs))
	for _, name := range c.behind {
		c.actors = push(c.actors, name)
	}
	if len(c.actors) == 0 {
		c.actors = append(c.actors, c.struck...)
	}
	for _, e := range []sentence.Extent{a.fullSubject(), a.apposed(), a.by, a.object} {
		for _, name := range b.strangers(e) {
			c.actors = push(c.actors, name)
		}
	}
	c.actors = push(c.actors, a.loneName())
	if s := b.phrase(a.agent()); s != "" {
		c.agents = append(c.agents, s)
	}
	for _, e := range a.targets() {
		c.targets = push(c.targets, b.phrase(e))
	}
	return c
}

// known is how many take part in an act whom the gazetteer knows.
func (a *act) known() int {
	c, _ := a.players()
	return len(c.who)
}

// players is whom a cast has of those that the gazetteer knows, unsorted, and the
// references by which they are found, which hold until the next call.
func (a *act) players() (cast, []*actor.Ref) {
	b := a.b
	var c cast
	refs := a.castRefs(b.room.refs[:0])
	if a.first() {
		if s := a.speaker(); s != nil {
			c.who = append(c.who, s)
		}
	}
	if m, ok := b.means[a.subject.From]; ok && a.subject.Len() == 1 {
		refs = m.b.addRefs(refs, m.Extent)
		for _, name := range m.b.strangers(m.Extent) {
			c.actors = push(c.actors, name)
		}
	}
	for _, r := range refs {
		if a.ownerless && r.From == b.bare(a.subject).From {
			continue
		}
		a.takePart(&c, r)
	}
	if len(c.who) == 0 {
		c.actors = push(c.actors, a.hosted(refs))
	}
	if len(c.who) == 0 && a.leaf.Family != "diplomacy" || a.leaf.Name == "visit" {
		c.who = append(c.who, a.whereStates(refs)...)
	}
	b.room.refs = refs
	return c, refs
}

// castRefs appends to refs those of the phrases of an act's clause.
func (a *act) castRefs(refs []*actor.Ref) []*actor.Ref {
	b := a.b
	if e := a.fullSubject(); e == a.subject {
		refs = b.addRefs(refs, e)
		refs = b.addRefs(refs, a.apposed())
	} else {
		refs = b.addRefs(refs, e)
	}
	refs = append(b.addRefs(refs, a.by), a.planners()...)
	if a.nominal {
		for _, r := range b.refsIn(b.nounPhrase(a.trigger)) {
			if r.Via != actor.ByPronoun || b.onePerson(r.From) {
				refs = append(refs, r) // whose it is where two are named would be a guess
			}
		}
		refs = b.addRefs(refs, a.pair())
	}
	for i, ch := range a.chunks {
		if a.stopsCast(i, ch) {
			break
		}
		if ch.time {
			continue
		}
		if b.meansThing(sentence.Extent{From: ch.From, To: ch.From + 1}) {
			ch.From++
		}
		refs = b.addRefs(refs, ch.Extent)
	}
	if b.meansThing(a.object) {
		m := b.means[a.object.From]
		for _, r := range m.b.refsIn(m.Extent) {
			if r.Via != actor.ByPronoun {
				refs = append(refs, r)
			}
		}
	} else {
		refs = b.addRefs(refs, a.object)
	}
	return b.addRefs(refs, a.told())
}

// takePart puts whom a reference means among the places or the actors of a
// cast, or leaves it out: an occasion, an outlet that only prints, a name that
// belongs to another.
func (a *act) takePart(c *cast, r *actor.Ref) {
	b := a.b
	switch {
	case r.Actor.Kind == actor.Place || r.Actor.Kind == actor.State && b.whereAt(r) || r.Via == actor.ByMetonym && b.whereAt(r):
		c.places = push(c.places, b.placeName(r))
		if a.strikes() {
			c.strike(r.Actor)
		}
	case r.Actor.Kind == actor.Occasion:
		if !b.is(anOf, r.From-1) && !b.is(anOf, r.From-2) { // on the margins of it others met
			c.behind = push(c.behind, r.Actor.Hosts)
		}
	case a.agent().Contains(r.Extent) && b.governs(r):
		c.behind = push(c.behind, r.Actor.Country)
	case r.Via == actor.ByTitle && r.Actor.Kind == actor.Person && a.beforeOffice(r.Actor):
	case r.Actor.Kind == actor.Outlet && a.leaf.Name != "publication" && a.leaf.Name != "deal":
	case r.Via == actor.ByAdjective && b.describes(r), b.compound(r), b.owns(r), b.ofOffice(r):
	case r.Actor.Kind == actor.Company && a.words() && b.is(aWhere, r.From-1):
	case r.Actor.Kind == actor.Company && b.is(aPlatform, r.From) && b.is(aPreposition, r.From-1): // wrote on Facebook
	default:
		c.who = append(c.who, r.Actor)
	}
}

// beforeOffice reports whether an act lies years before all that is known of a person's
// offices: whom an office means that a history of 1956 names is not today's minister.
func (a *act) beforeOffice(x *actor.Actor) bool {
	if !a.date.known() || len(x.Roles) == 0 {
		return false
	}
	for _, r := range x.Roles {
		if !r.From.Known() || r.From.First()-a.date.when.Last() <= 366 {
			return false
		}
	}
	return true
}

// told is what an act of words says in quotation marks, as far as its mention
// goes: those of whom it speaks are addressed.
func (a *act) told() sentence.Extent {
	b := a.b
	if e := a.relayed(); !empty(e) {
		return e
	}
	if a.says < 0 || !b.parse.Speeches[a.says].Direct || !a.words() && empty(a.point) {
		return a.point
	}
	e, span := b.parse.Speeches[a.says].Extent, a.span()
	e.From, e.To = max(e.From, span.From), min(e.To, span.To)
	if e.From >= e.To {
		return a.point
	}
	return e
}

// fullSubject is the subject with the apposition that parts it from its verb:
// the finance minister, Miftah Ismail, said.
func (a *act) fullSubject() sentence.Extent {
	e := a.subject
	if a.verb == nil || empty(e) || e.To > a.verb.From || a.verb.From-e.To > 14 || a.b.word(e.To).Text != "," || a.b.Sentence(e.From) != a.b.Sentence(a.verb.From) {
		return e
	}
	for i := e.To; i < a.verb.From; i++ {
		if a.b.inVerb(i) || a.b.is(aRelative, i) {
			return e
		}
	}
	e.To = a.verb.From
	return e
}

// apposed is the name of a person between commas behind a subject that is an
// office, or empty: his Peruvian counterpart, Ana Ruiz, left and flew home.
func (a *act) apposed() sentence.Extent {
	b, e := a.b, a.subject
	oneOf := e.Len() > 2 && b.elliptic(e) // one of them, Ana Ruiz,
	if empty(e) || b.word(e.To).Text != "," || b.hasWord(aJoiner, e) || !oneOf && (!b.is(aTitle, e.To-1) || !lower(b.Words[e.To-1].Text)) {
		return sentence.Extent{}
	}
	k := e.To + 1
	for k < len(b.Words) && k-e.To <= 4 && sentence.Capital(b.Words[k].Text) && b.Words[k].Kind == sentence.Letters {
		k++
	}
	if k-e.To < 3 || b.word(k).Text != "," || b.Sentence(k) != b.Sentence(e.From) {
		return sentence.Extent{}
	}
	if r := b.ref(e.To + 1); r != nil && r.Actor != nil && r.Actor.Kind != actor.Person {
		return sentence.Extent{}
	}
	return sentence.Extent{From: e.To + 1, To: k}
}

// strangers are the names of two words or more in e that the gazetteer does
// not know: Ronald Reagan, Centre Party.
func (b *block) strangers(e sentence.Extent) []string {
	var out []string
	for i := e.From; i < e.To; i++ {
		if name := b.fullName(i); name != "" {
			out = append(out, name)
			continue
		}
		k, n := i, 0
		for ; k < e.To && b.partOfName(k); n++ {
			k = b.behindHyphen(k + 1)
		}
		k = min(k, e.To)
		if n >= 2 && !possessive(b.word(k)) && b.ref(i-1) == nil && b.ref(k) == nil && (b.sentenceOf(i).From != i || !b.is(anAdverb, i) && !b.is(aConjunction, i)) {
			out = append(out, b.String(sentence.Extent{From: i, To: k}))
		}
		i = max(i, k-1)
	}
	return out
}

// partOfName reports whether word i may stand in a name that no list has.
func (b *block) partOfName(i int) bool {
	w := &b.Words[i]
	return w.Kind == sentence.Letters && sentence.Capital(w.Text) && b.ref(i) == nil && b.expr(i) == nil && !b.is(aTitle, i) && !b.is(aDeterminer, i) && !b.is(aPreposition, i) && !possessive(w)
}

// behindHyphen is the word behind what a hyphen joins to the name before word i: Kim
// Min-seok |; i where none does, and where an adjective is made: a Nobel Prize|-winning head.
func (b *block) behindHyphen(i int) int {
	h, w := b.word(i), b.word(i+1)
	if h.Text != "-" || h.Space || w.Space || w.Kind != sentence.Letters {
		return i
	}
	if lower(w.Text) && (len(b.g.forms.Readings(w.Text)) > 0 || b.modifies(i+2)) {
		return i
	}
	return i + 2
}

// loneName is a name of one word that no list has, of somebody who says or does
// something to another: Nordlett told staff. It is "" where there is none.
func (a *act) loneName() string {
	b, e := a.b, a.subject
	if a.passive || a.nominal || e.Len() != 1 || b.ref(e.From) != nil || b.fullName(e.From) != "" || b.official(e) || !a.words() && empty(a.object) {
		return ""
	}
	if (!a.words() || !b.lone(e)) && (!b.properName(e.From) || b.sentenceOf(e.From).From == e.From || b.is(aPlural, e.From) || b.is(aTitle, e.From)) {
		return ""
	}
	return b.Words[e.From].Text
}

// stopsCast reports whether chunk i begins a clause whose people take no part
// in the act: a relative, a subordinate clause, what is said at length.
func (a *act) stopsCast(i int, ch chunk) bool {
	if ch.clause == a.clause || ch.clause < 0 {
		return false
	}
	switch a.b.parse.Clauses[ch.clause].Kind {
	case clause.Infinitive, clause.Participial:
		return i > 9
	case clause.Complement:
		return !a.rule.speech || i > 7
	case clause.Coordinate:
		if a.b.parse.Clauses[ch.clause].Parent == a.clause {
			return true // what goes on is another act
		}
	}
	return !a.rule.speech || i > 5
}

// first reports whether the act's subject is the speaker: I, we.
func (a *act) first() bool {
	return (a.speech >= 0 || a.b.voice != nil) && !empty(a.subject) && a.subject.Len() <= 2 && a.b.is(aFirst, a.subject.From)
}

// speaker is who says I: the speaker of the quotation, or of the interview.
func (a *act) speaker() *actor.Actor {
	if a.speech >= 0 {
		return a.b.speakerActor(a.b.parse.Speeches[a.speech].Speaker)
	}
	return a.b.voice
}

// refsIn are the references that begin in e.
func (b *block) refsIn(e sentence.Extent) []*actor.Ref { return b.addRefs(nil, e) }

// addRefs appends them to a list.
func (b *block) addRefs(out []*actor.Ref, e sentence.Extent) []*actor.Ref {
	for i := e.From; i < e.To; i++ {
		if r := b.ref(i); r != nil && r.Actor != nil && r.From == i {
			out = append(out, r)
		}
	}
	k, _ := slices.BinarySearchFunc(b.couples, e.From, func(c couple, at int) int { return c.From - at })
	for ; k < len(b.couples) && b.couples[k].To <= e.To; k++ {
		c := &b.couples[k]
		out = append(out, &c.refs[0], &c.refs[1])
	}
	return out
}

// usual is how many names a part of a cast mostly has at most.
const usual = 4

// push appends s to a list that has it not.
func push(list []string, s string) []string {
	if s == "" || contains(list, s) {
		return list
	}
	if list == nil {
		list = make([]string, 0, usual)
	}
	return append(list, s)
}
