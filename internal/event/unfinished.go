package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// unfinished reports whether a beginning e of what is told breaks off where it says nothing
// yet: in brackets, in a clause whose verb stands behind it, or right before what its last
// verb tells: makes sure | that; says that rights and | the law are kept.
func (b *block) unfinished(e sentence.Extent) bool {
	for c := b.of(e.To - 1); c >= 0 && b.parse.Clauses[c].From >= e.From; c = b.parse.Clauses[c].Parent {
		if v := b.verbOf(c); v != nil && v.From >= e.To {
			return true
		}
	}
	open := 0
	for i := e.From; i < e.To; i++ {
		switch b.Words[i].Text {
		case "(":
			open++
		case ")":
			open--
		}
	}
	next := e.To
	for b.is(anAdverb, next) {
		next++ // knows | exactly that
	}
	return open > 0 || b.awaited(e.To) || b.awaited(next) || b.partedVerb(e.To)
}

// partedVerb reports whether word i is the particle of the verb before it: was calling | off
// the talks.
func (b *block) partedVerb(i int) bool {
	v := b.verbOf(b.of(i - 1))
	return v != nil && v.To == i && b.is(aParticle, i) && b.of(i) == b.of(i-1)
}

// endsPhrase reports whether a word at i shows that the phrase before it is over: one that
// leads to another, or an adverb.
func (b *block) endsPhrase(i int) bool {
	return b.of(i) != b.of(i-1) || b.Words[i].Kind != sentence.Letters && b.Words[i].Kind != sentence.Number || b.is(aPreposition, i) || b.is(aConjunction, i) || b.is(aRelative, i) || b.is(aDeterminer, i) || b.is(aPossessive, i) || b.is(aPronoun, i) || b.is(anAdverb, i) || ly(b.Words[i].Text)
}

// awaited reports whether what stands before word i is not complete without the clause that
// begins there: knows | that; told them | that; it is clear | that; the fact | that.
func (b *block) awaited(i int) bool {
	c := b.of(i)
	if c < 0 || b.is(aJoiner, i) || b.word(i).Kind == sentence.Punct || b.parse.Clauses[c].Kind != clause.Complement || b.parse.Clauses[c].From != i || b.parse.Clauses[c].Parent != b.of(i-1) {
		return false
	}
	v := b.verbOf(b.of(i - 1))
	return v != nil && (v.To >= i-1 || v.Lemma == b.g.said("be") || b.g.is(aSaying, v.Base) || b.g.is(aTwofold, v.Base)) || b.is(aFact, i-1)
}

// takenAs reports whether the verb of chunk ch says what something is taken for, which the
// next chunk tells: calls to refer to the sea | as another's.
func (b *block) takenAs(ch, next chunk) bool {
	v := b.verbOf(b.of(ch.To - 1))
	return v != nil && b.is(anAs, next.From) && !next.time && !next.comma && b.of(next.From) == b.of(ch.To-1) && b.g.is(aTaking, v.Base)
}

// interrupted reports whether an act says who says e between commas, and e ends with a verb
// that what follows the second one belongs to: that has led, they said, | to a strike.
func (a *act) interrupted(e sentence.Extent) bool {
	b, last := a.b, e.To-1
	for last > e.From && b.Words[last].Kind != sentence.Letters {
		last--
	}
	v := b.verbOf(b.of(last))
	if v == nil || v.Head != last || v.Passive {
		return false
	}
	for i := a.trigger.To; i < b.sentenceOf(a.trigger.From).To-1; i++ {
		if b.Words[i].Text == "," {
			return b.is(aPreposition, i+1) || b.is(aPurpose, i+1)
		}
	}
	return false
}
