package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// What somebody signs, puts into force and lets lapse is an accord, a law or a
// measure, and never the state that did it: after "the bloc passed the ban in May",
// what came into force in June is the ban.

// enforced reports whether clause ci tells what is told of an accord, a law or a
// measure alone: it came into force, it expired, it was ratified.
func (b *block) enforced(ci int) bool {
	v := b.verbOf(ci)
	if v == nil {
		return false
	}
	lemma := v.Base
	if v.Passive {
		return b.g.is(aRatifying, lemma)
	}
	if b.g.is(aLapsing, lemma) {
		return true
	}
	for i := v.To; i < v.To+3; i++ {
		if b.is(aForce, i) {
			return i == v.To || b.is(aTowards, i-1)
		}
	}
	return false
}

// instrumentBefore is the accord, law or measure that the pronoun or ordinal e, a
// subject in block n, means: one that the sentences before it tell of, or the block
// above it; of no block where there is none.
func instrumentBefore(blocks []*block, n int, e sentence.Extent) phraseIn {
	b := blocks[n]
	several := b.is(aSeveral, e.From) || b.is(aDemonstrative, e.From) || e.Len() > 1
	at := b.Sentence(e.From)
	for s := at - 1; s >= max(0, at-1-maxApart); s-- {
		if m := b.instrumentIn(s, several); m.b != nil {
			return m
		}
	}
	if n == 0 || at > 1 {
		return phraseIn{}
	}
	above := blocks[n-1]
	for s := len(above.Sentences) - 1; s >= max(0, len(above.Sentences)-maxApart); s-- {
		if m := above.instrumentIn(s, several); m.b != nil {
			return m
		}
	}
	return phraseIn{}
}

// instrumentIn is the accord, law or measure that a sentence tells of: what is the
// subject of a clause, or stands right behind a verb, before what stands elsewhere,
// and of equals the last; of no block where only the latter are there and are several.
func (b *block) instrumentIn(s int, several bool) phraseIn {
	best, rank, n := sentence.Extent{}, -1, 0
	for i := b.Sentences[s].From; i < b.Sentences[s].To; i++ {
		if !b.is(anInstrument, i) || b.inVerb(i) || b.expr(i) != nil || b.modifiable(i+1) && b.expr(i+1) == nil || possessive(b.word(i+1)) {
			continue
		}
		np := b.nounPhrase(sentence.Extent{From: i, To: i + 1})
		for np.From < i && (b.expr(np.From) != nil || b.is(anAdverb, np.From)) {
			np.From++
		}
		if b.plural(np) != several {
			continue
		}
		of, c := 0, b.of(i)
		switch {
		case c < 0:
		case b.parse.Clauses[c].Subject.Contains(np) && b.parse.Clauses[c].Kind != clause.Relative:
			of = 2
		case !b.is(aPreposition, np.From-1) && b.parse.Clauses[c].Kind != clause.Relative:
			of = 1
		}
		n++
		if of >= rank {
			best, rank = np, of
		}
	}
	if rank < 0 || rank == 0 && n > 1 {
		return phraseIn{}
	}
	return phraseIn{b: b, Extent: best, sentence: s, surely: true}
}

// pointer reports whether the subject e of a clause, one word or an article and an
// ordinal, points to accords, laws or measures before it: it, those, the first.
func (b *block) pointer(e sentence.Extent) bool {
	return e.Len() == 1 && (b.is(anImpersonal, e.From) && !b.is(aPossessive, e.From) && !b.is(aRelative, e.From) || b.is(aSeveral, e.From) || b.is(aDemonstrative, e.From)) || e.Len() == 2 && b.ordinalHead(e)
}
