package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// person is the subject of a relative clause with who: the name that ends the
// words before it, not the thing that it belongs to.
func (a *act) person(e sentence.Extent) sentence.Extent {
	k := a.b.parse.Clauses[a.clause]
	if k.Kind != clause.Relative || empty(k.Marker) {
		return e
	}
	if r := a.b.ref(e.From - 2); a.b.is(aPossessive, e.From) && a.b.word(e.From-1).Text == "," && r != nil && r.To == e.From-1 && r.Via != actor.ByPronoun && k.Marker.From <= e.To+1 {
		return r.Extent // Chile, its neighbour, which joined
	}
	if !a.b.is(aWhom, k.Marker.From) {
		return a.b.indefinite(e, k)
	}
	for i := e.To - 1; i >= e.From; i-- {
		if r := a.b.ref(i); r != nil && r.Actor != nil && r.Actor.Kind == actor.Person && r.From >= e.From {
			if a.b.is(aJoiner, r.From-1) && r.From-1 > e.From {
				return e // Ruiz and Vega, who met
			}
			return sentence.Extent{From: r.From, To: e.To}
		}
	}
	for i := e.From + 1; i+1 < e.To; i++ {
		people := sentence.Extent{From: i + 1, To: e.To}
		if b := a.b; b.is(anOf, i) && b.human(people) && !b.human(sentence.Extent{From: e.From, To: i}) && b.plural(b.core(people)) {
			return people // the names of | nine pilots who drowned
		}
	}
	return e
}

// indefinite is the end of noun phrase e that relative clause k, which no comma parts from
// it, describes: widened the bed of | a canal | that had opened in 2011.
func (b *block) indefinite(e sentence.Extent, k clause.Clause) sentence.Extent {
	for i := e.From + 1; i+2 < e.To && e.To <= k.Marker.From && b.word(k.Marker.From-1).Text != ","; i++ {
		if b.is(anOf, i) && b.is(anArticle, i+1) && !b.is(aDefinite, i+1) && b.is(aDefinite, e.From) {
			return sentence.Extent{From: i + 1, To: e.To}
		}
	}
	return e
}

// gap reports whether a relative clause leaves its object to the words before
// it (the piano that his mother bought), or may hang on either of two nouns
// (the return of the council, which …): then its own words are no line.
func (a *act) gap() bool {
	k := a.b.parse.Clauses[a.clause]
	if k.Kind == clause.Relative && empty(k.Marker) {
		return !a.passive && empty(a.object) && a.subject.From >= k.From && a.unmarked() // the port Chile opened
	}
	if k.Kind != clause.Relative || a.b.is(aWhose, k.Marker.From) && a.subject.From == k.Marker.To {
		return false
	}
	if a.were() && !a.b.plural(a.b.bare(a.subject)) && a.subject.From < k.From {
		return true // the talks on a treaty that were put off
	}
	if a.b.onTheDay(a.clause) && a.subject.From > k.Marker.From {
		return false // the year that Chile joined the bloc
	}
	if a.subject.From >= k.From {
		if !empty(a.object) && a.object.To <= k.From || a.b.is(aPreposition, k.Marker.From-1) || a.b.is(aPreposition, k.Marker.From) {
			return false
		}
		return a.subject.From > k.Marker.From && !a.b.is(aPronoun, a.subject.From)
	}
	if a.b.is(aWhich, k.Marker.From) && (a.b.endsWith(a.subject, actor.Person) || a.placed(k)) {
		return true // the uprising against Ruiz, which began
	}
	before := a.subject.From - 1
	for a.b.is(aDeterminer, before) {
		before--
	}
	if a.b.inState(a.subject) && a.b.word(k.Marker.From-1).Text == "," {
		return true // talks in Lima, Peru, which begin
	}
	return a.b.word(k.Marker.From-1).Text == "," && (a.b.is(anOf, before) || a.b.is(aConjunction, before) || a.b.is(aBetween, before)) && !a.b.is(aWhom, k.Marker.From)
}

// placed reports whether relative clause k, behind a comma, follows a name that only says
// where the noun before it is or of what, and may mean either: a mission in Chile, which
// collapsed; the politics of neighbouring Chile, which abstained.
func (a *act) placed(k clause.Clause) bool {
	b, i := a.b, k.Marker.From-2
	if b.word(i+1).Text != "," || !b.endsWith(sentence.Extent{From: i, To: i + 1}, actor.State) && !b.endsWith(sentence.Extent{From: i, To: i + 1}, actor.Place) {
		return false
	}
	for i = b.ref(i).From - 1; i > 0 && (b.plainWord(i) && lower(b.Words[i].Text) || b.is(aDeterminer, i)) && !b.inVerb(i); i-- {
	}
	if b.Sentence(max(i-1, 0)) != b.Sentence(i) {
		return false // In Chile, which left, …
	}
	if b.is(aWhere, i) && !b.is(anOf, i) && a.subject.From < i {
		return false // talks in Chile, which ended: of no place
	}
	return (b.is(anOf, i) || b.is(aWhere, i)) && !b.inVerb(i) && !b.inVerb(i-1) && b.word(i-1).Kind == sentence.Letters && !b.is(anAdverb, i-1)
}

// endsWith reports whether the last word of e names an actor of kind k.
func (b *block) endsWith(e sentence.Extent, k actor.Kind) bool {
	r := b.ref(max(e.To-1, 0))
	return !empty(e) && r != nil && r.Actor != nil && r.Actor.Kind == k && r.Via != actor.ByPronoun
}
