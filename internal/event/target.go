package event

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// targets are whom or what an act is done to, the nearest first: the subject of
// a passive; the object; where the object is only the noun that names the act
// (imposed sanctions, cancelled a visit) whoever the phrase behind it names;
// where an infinitive says what is agreed, refused or threatened, what that is
// done to; of words that take their root from what they tell, the same of that.
func (a *act) targets() []sentence.Extent {
	var out []sentence.Extent
	add := func(list ...sentence.Extent) { out = a.aimed(out, list) }
	b := a.b
	if a.passive {
		return []sentence.Extent{b.core(a.subject)}
	}
	if a.about != nil {
		switch {
		case a.about.ours(a):
			add(a.about.targets()...)
		default:
			add(a.about.agent(), a.about.patient())
		}
	}
	if c := a.governs(); c >= 0 {
		for n := 0; c >= 0 && n < 2; n++ {
			add(a.b.reached(c)...)
			c = b.purpose(c)
		}
		if last, ok := b.lastOf(a.subject); ok && a.rule.roles == "mutual" {
			add(last)
		}
		return out
	}
	if a.rule.roles == "mutual" && !b.names(a.object) && len(out) == 0 {
		add(a.partners()...)
		if e, ok := b.lastOf(a.subject); ok && len(out) == 0 {
			add(e)
		}
		if len(out) > 0 {
			return out
		}
	}
	if a.light() || b.hasWord(aCurrency, a.object) {
		add(a.given())
		add(b.owned(a.object))
		add(b.recipients(a.chunks, a.clause, true)...)
		if c := b.purpose(a.clause); c >= 0 && len(out) == 0 {
			add(b.reached(c)...)
		}
	}
	if a.light() && len(out) > 0 {
		return out
	}
	if c := a.said(); a.rule.speech && c >= 0 && empty(a.object) && !b.sameSide(a.agent(), b.parse.Clauses[c].Subject) {
		add(b.parse.Clauses[c].Subject) // demanded that the minister resign
	}
	return a.aimedAt(out)
}

// aimedAt adds to targets the object and those behind it to whom something is done; where
// there are none, the place, or the object whatever it is.
func (a *act) aimedAt(out []sentence.Extent) []sentence.Extent {
	add := func(list ...sentence.Extent) { out = a.aimed(out, list) }
	b := a.b
	add(a.object)
	if named := b.recipients(a.chunks, a.clause, false); len(named) > 0 || b.names(a.object) || b.human(a.object) {
		add(named...)
	} else if to := b.recipients(a.chunks, a.clause, true); len(to) > 0 && (b.is(aDative, to[0].From-1) || empty(a.object)) {
		add(to...)
	}
	if len(out) == 0 && !a.nominal {
		add(b.placeOf(a.chunks, a.clause))
	}
	if len(out) == 0 && !empty(a.object) {
		out = append(out, b.core(a.object))
	}
	return out
}

// partners are those named with whom something is done: met in Lima | with Macron.
func (a *act) partners() []sentence.Extent {
	var out []sentence.Extent
	for _, ch := range a.chunks {
		if a.b.is(aWith, ch.From) && ch.clause == a.clause && a.b.names(ch.Extent) {
			out = append(out, sentence.Extent{From: ch.From + 1, To: ch.To})
		}
	}
	return out
}

// aimed is out with those of a list that can be a target: three at most, of
// which no two overlap, and no bare word behind the first.
func (a *act) aimed(out, list []sentence.Extent) []sentence.Extent {
	for _, e := range list {
		e = a.b.core(e)
		if empty(e) || len(out) == 3 || a.names(e) || e.Len() == 1 && !a.b.names(e) && !a.b.human(e) && len(out) > 0 {
			continue
		}
		if !slices.ContainsFunc(out, e.Overlaps) {
			out = append(out, e)
		}
	}
	return out
}

// light reports whether the object of an act is the noun by which its rule
// knew it, which is no one that anything is done to.
func (a *act) light() bool {
	if !a.rule.object.any() || empty(a.object) {
		return false
	}
	at, ok := a.b.findGroup(&a.rule.object, a.object)
	return ok && !a.b.human(at)
}

// names reports whether a phrase is only the one by which the rule of an act
// knew it near by: stood on alert, gave a million in assistance.
func (a *act) names(e sentence.Extent) bool {
	if !a.rule.near.any() {
		return false
	}
	at, ok := a.b.findGroup(&a.rule.near, sentence.Extent{From: max(e.From-1, 0), To: e.To})
	return ok && at.To >= e.To && !a.b.human(e)
}

// given is who stands between a verb of giving and what is given: gave Peru
// permission to land.
func (a *act) given() sentence.Extent {
	b := a.b
	if a.nominal || !a.verbIs(aTwofold) {
		return sentence.Extent{}
	}
	for i := a.object.From; i < a.object.To; i++ {
		r := b.ref(i)
		if r == nil || r.Actor == nil || r.Via == actor.ByAdjective || possessive(b.word(r.To)) || r.Possessive {
			continue
		}
		if r.From-a.object.From < 3 && r.To < a.object.To && !b.is(aPreposition, r.To) {
			return r.Extent
		}
		break
	}
	return sentence.Extent{}
}

// governs is the infinitive clause that completes the verb of an act, or -1:
// agreed to open, refuses to lift.
func (a *act) governs() int {
	if a.nominal || !empty(a.object) && !a.b.is(aPurpose, a.trigger.To-1) {
		return -1
	}
	for i := range a.b.under(a.clause) {
		v := a.b.verbOf(i)
		if v != nil && v.Infinite && a.b.parse.Clauses[i].Kind == clause.Infinitive && v.From >= a.trigger.To-1 && a.b.apartBy(a.trigger.To, v.From) <= 3 {
			return i
		}
	}
	return -1
}

// reached is whom or what the verb of clause c reaches: an object that is
// somebody, else whom its phrases name, then the object.
func (b *block) reached(c int) []sentence.Extent {
	v := b.verbOf(c)
	if v == nil {
		return nil
	}
	chunks := b.tail(c, v.To)
	o := objectOf(chunks, c, b)
	if b.names(o) || b.human(o) {
		return append([]sentence.Extent{o}, b.recipients(chunks, c, true)...)
	}
	return append(b.recipients(chunks, c, true), b.owned(o), o)
}

// purpose is the infinitive clause that hangs on clause c and says what for, or
// -1: sent troops to help the town.
func (b *block) purpose(c int) int {
	for i := range b.under(c) {
		if b.parse.Clauses[i].Kind == clause.Infinitive && b.verbOf(i) != nil {
			return i
		}
	}
	return -1
}

// owned is who stands behind the "of" of a noun phrase: the arrest of two men.
func (b *block) owned(e sentence.Extent) sentence.Extent {
	for i := e.From; i < e.To; i++ {
		if of := (sentence.Extent{From: i + 1, To: e.To}); b.is(anOf, i) && (b.names(of) || b.human(of)) {
			return of
		}
	}
	return sentence.Extent{}
}

// placeOf is the phrase that says where an act of clause c happens.
func (b *block) placeOf(chunks []chunk, c int) sentence.Extent {
	for _, ch := range chunks {
		if ch.clause == c && b.is(aWhere, ch.From) && !ch.time && ch.Len() > 1 {
			return sentence.Extent{From: ch.From + 1, To: ch.To}
		}
	}
	return sentence.Extent{}
}

// recipients are the names behind the prepositions that lead to whom an act
// reaches, in the clause c itself; where loose, the first such phrase counts
// without a name, and where there is none, a place.
func (b *block) recipients(chunks []chunk, c int, loose bool) []sentence.Extent {
	var out []sentence.Extent
	var first, last, at sentence.Extent
	for _, ch := range chunks {
		if v := b.verbOf(ch.clause); ch.clause != c && v != nil && !(ch.prep != "" && v.Passive && v.From == ch.From+1) && !b.reduced(ch.clause, c) {
			break
		}
		e := sentence.Extent{From: ch.From + 1, To: ch.To}
		switch {
		case ch.time || ch.prep == "" || ch.Len() < 2 || b.ingAt(e.From):
		case b.is(aRecipient, ch.From) || b.is(aBetween, ch.From) || b.is(aBy, ch.From):
			switch {
			case b.names(e) || b.human(e):
				out = append(out, e)
			case empty(first) && b.is(aDative, ch.From):
				first = e
			case empty(last) && !b.is(aBy, ch.From):
				last = e
			}
		case b.is(aWhere, ch.From) && empty(at):
			at = e
		}
	}
	if !loose {
		return out
	}
	if !empty(first) {
		out = append([]sentence.Extent{first}, out...)
	}
	for _, e := range []sentence.Extent{at, last} {
		if !empty(e) && (len(out) == 0 || len(out) == 1 && out[0] == first && e == at && b.placeIn(at) && !b.names(first)) {
			out = append(out, e)
		}
	}
	return out
}

// reduced reports whether clause k is a passive participle behind a noun of
// clause c: the sanctions imposed on Peru.
func (b *block) reduced(k, c int) bool {
	v := b.verbOf(k)
	return v != nil && v.Passive && !v.Finite && b.parse.Clauses[k].Kind == clause.Participial && b.parse.Clauses[k].Parent == c
}

// lastOf is the last member of a subject that joins several: A and B met, as A
// met B.
func (b *block) lastOf(e sentence.Extent) (sentence.Extent, bool) {
	for i := e.To - 2; i > e.From; i-- {
		if b.is(aJoiner, i) {
			return sentence.Extent{From: i + 1, To: e.To}, true
		}
	}
	return sentence.Extent{}, false
}

// timeAt reports whether word i belongs to a date that begins after word from
// and is no adjective of what follows.
func (b *block) timeAt(i, from int) bool {
	e := b.expr(i)
	return (e.Type == timex.Date || e.Type == timex.Time) && e.Extent.From > from && !vague(e)
}
