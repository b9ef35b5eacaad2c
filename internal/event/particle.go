package event

import (
	"iter"
	"slices"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Particles of a verb: beside it, or behind its object.

// particleAt is 1 where word i belongs to the verb before it and begins no phrase:
// stepped in on Monday, held up by rain; else 0.
func (b *block) particleAt(i int) int {
	if !b.is(anAlong, i) || i+1 >= len(b.Words) || b.Sentence(i) != b.Sentence(i-1) {
		return 0
	}
	n := b.word(i + 1)
	switch x := b.expr(i + 1); {
	case n.Kind == sentence.Punct && n.Text != "-" && !b.is(aCurrency, i+1), b.is(aPreposition, i+1) && x == nil, b.is(aConjunction, i+1):
		return 1
	case x != nil && x.From == i+1 && !b.is(aDated, i) && x.When.Days() <= 1 && n.Kind == sentence.Letters && !b.is(aMonth, i+1) && !b.is(aDeterminer, i+1):
		return 1 // stepped in overnight
	}
	return 0
}

// particled reports whether a particle follows the verb that its rule leaves out, and no
// preposition: flew on to Lima; not were hurt in Monday's clashes.
func (a *act) particled() bool {
	i := a.verb.Head + 1
	if a.trigger.To != i || !empty(a.object) || a.b.particleAt(i) == 0 {
		return false
	}
	return len(a.chunks) == 0 || a.chunks[0].From != i || a.chunks[0].Len() < 3 || a.b.is(aPreposition, i+1)
}

// strayBehind is strayAt where no tail of verb v, of clause ci, is cut yet: it is cut
// where a particle stands in the clause.
func (b *block) strayBehind(ci int, v *clause.Verb) int {
	if v.Passive || !b.has(aParticle) {
		return 0
	}
	for i := v.Head + 2; i < b.parse.Clauses[b.of(v.Head)].To; i++ {
		if b.is(aParticle, i) {
			return b.strayAt(v, b.tail(ci, v.Head+1))
		}
	}
	return 0
}

// strayAt is the particle of verb v that stands behind its object, which the first of the
// chunks behind it begins with, or 0: called the talks | off; turned it | down on Monday.
func (b *block) strayAt(v *clause.Verb, chunks []chunk) int {
	if v.Passive || len(chunks) == 0 || chunks[0].From != v.Head+1 || chunks[0].prep != "" || chunks[0].time || chunks[0].comma {
		return 0
	}
	p := chunks[0].To - 1
	if !b.is(aParticle, p) && len(chunks) > 1 && chunks[1].From == chunks[0].To && !chunks[1].comma {
		p = chunks[1].From
	}
	if p == chunks[0].From || !b.is(aParticle, p) || !lower(b.Words[p].Text) || b.word(p-1).Text == "-" || b.of(p) != b.of(v.Head) {
		return 0
	}
	for i := chunks[0].From; i < p; i++ {
		if b.is(aJoiner, i) {
			return 0 // shows news and the build up
		}
		if i > chunks[0].From && b.is(anArticle, i) && b.ref(i-1) != nil && !b.is(aPreposition, b.ref(i-1).From-1) {
			return 0 // gave Merkel a way out
		}
	}
	n := b.word(p + 1)
	switch {
	case b.Sentence(p+1) != b.Sentence(p), n.Kind == sentence.Punct && n.Text != "-" && !b.is(aCurrency, p+1), b.expr(p+1) != nil, b.is(aConjunction, p+1):
		return p
	case b.is(aPreposition, p+1) && !b.is(anOf, p+1) && !b.is(aTowards, p+1) && !b.is(aStarting, p+1):
		return p // not out of Lima, back to Lima
	}
	return 0
}

// keepsBeside reports whether a particle stays behind the object that chunk ch is, which is a
// pronoun that a line keeps: woke me up, blew himself up.
func (b *block) keepsBeside(ch chunk, p int) bool {
	i := ch.From
	return min(ch.To, p)-i == 1 && b.is(aPronoun, i) && b.antecedent(i) == "" && b.meant(i) == ""
}

// withoutStray is chunks without word p, the particle that stands among them.
func (b *block) withoutStray(chunks []chunk, p int) []chunk {
	out := slices.Clone(chunks)
	for i := range out {
		ch := &out[i]
		switch {
		case ch.From == p && ch.To == p+1:
			return slices.Delete(out, i, i+1)
		case ch.From == p:
			ch.From, ch.prep = p+1, ""
			if b.is(aPreposition, ch.From) {
				ch.prep = lowerText(b.word(ch.From))
			}
			e := b.expr(ch.To - 1)
			ch.time = e != nil && ch.From >= e.From-1 && b.times(e)
			return out
		case ch.To == p+1:
			ch.To = p
			return out
		}
	}
	return out
}

// splitMatches are the rules that match a verb and its particle together, as if nothing
// stood between them.
func (b *block) splitMatches(v *clause.Verb, p int) []match {
	var out []match
	for _, m := range b.g.set.Find(nil, []sentence.Word{b.Words[v.Head], b.Words[p]}) {
		if b.g.on[m.Rule] == onVerb && m.To-m.From == 2 {
			out = append(out, match{m.Rule, v.Head, v.Head + 1})
		}
	}
	return out
}

// ofVerb are the matches of verb rules at verb v of clause ci: those with a particle behind
// its object, where there are such.
func (b *block) ofVerb(ci int, v *clause.Verb) iter.Seq[match] {
	return func(yield func(match) bool) {
		if p := b.strayBehind(ci, v); p > 0 {
			if split := b.splitMatches(v, p); len(split) > 0 {
				for _, m := range split {
					if !yield(m) {
						return
					}
				}
				return // to call a meeting is not to call it off
			}
		}
		for _, m := range b.since(onVerb, v.From) {
			if m.From > v.Head {
				return
			}
			if m.To > v.Head && (m.From == v.Head || b.is(aCopula, m.From)) && !yield(m) {
				return
			}
		}
	}
}
