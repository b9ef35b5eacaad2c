package event

import "github.com/dateline-ssg/dateline/internal/sentence"

// One or more of several things that the text has told of: of two ferries the first,
// of three finance ministers Chile's.

// elliptic reports whether a noun phrase leaves its noun to the sentence
// before: the second, ten of them.
func (b *block) elliptic(e sentence.Extent) bool {
	if b.is(anOrdinal, e.To-1) && e.Len() <= 2 {
		return true
	}
	return e.Len() >= 3 && b.is(aPronoun, e.To-1) && b.is(anOf, e.To-2)
}

// theRest reports whether a noun phrase means those who are left of some: the others,
// and not the US.
func (b *block) theRest(e sentence.Extent) bool {
	return e.Len() == 2 && b.is(aPronoun, e.To-1) && lower(b.word(e.To-1).Text) && b.is(aDeterminer, e.From)
}

// oneOfSeveral reports whether e is one or more of several that the text has told of:
// the first, one of them.
func (b *block) oneOfSeveral(e sentence.Extent) bool {
	return e.Len() == 2 && b.ordinalHead(e) || b.elliptic(e) && e.Len() == 3 && b.is(aSeveral, e.To-1) || b.possessiveEnd(e)
}

// possessiveEnd reports whether a noun phrase leaves its noun out behind whose it is:
// Chile's resigned.
func (b *block) possessiveEnd(e sentence.Extent) bool {
	return !empty(e) && possessive(&b.Words[e.To-1])
}

// ofOwner is a headline's name for the one of several that m names whose owner is e:
// Chile's finance minister, of three finance ministers.
func (b *block) ofOwner(e sentence.Extent, m phraseIn) string {
	one := m.b.plain(sentence.Extent{From: m.From + 1, To: m.To})
	if b.is(aPlural, m.To-1) || one == "" {
		return ""
	}
	return b.plain(e) + " " + singular(one)
}

// countedBefore is what the sentences before e, in its block, count: two electric
// ferries; of no block where they count nothing, or one of them several things.
func (b *block) countedBefore(e sentence.Extent) phraseIn {
	at := b.Sentence(e.From)
	for s := at - 1; s >= max(0, at-1-maxApart); s-- {
		found := sentence.Extent{}
		for i := b.Sentences[s].From; i < b.Sentences[s].To; i++ {
			w := &b.Words[i]
			if !b.is(aPlural, i) && w.Kind != sentence.Number || b.expr(i) != nil || b.is(aJoiner, i) || b.is(aCurrency, i-1) || b.is(aPronoun, i) {
				continue
			}
			np := sentence.Extent{From: i, To: b.phraseEnd(i)}
			if last := b.word(np.To - 1); np.Len() < 2 || np.To > b.Sentences[s].To || !lower(last.Text) || b.is(aUnit, np.To-1) || singular(last.Text) == last.Text && !b.is(aPlural, np.To-1) {
				continue
			}
			if !empty(found) {
				return phraseIn{}
			}
			found, i = np, np.To-1
		}
		if !empty(found) {
			return phraseIn{b: b, Extent: found, sentence: s, surely: true}
		}
	}
	return phraseIn{}
}

// oneOf is a headline's name for what counts out one or more of the things that m
// names: the first tariff, the second of two tariffs, one of two ferries.
func (b *block) oneOf(e sentence.Extent, m phraseIn) string {
	what := m.b.closed(m.b.trim(m.Extent, 8))
	if what == "" {
		return ""
	}
	if !b.ordinalHead(e) {
		e.To -= 2 // one | of them
	}
	if !m.b.plural(m.Extent) {
		return b.plain(e) + " " + m.b.Words[m.To-1].Text
	}
	return b.plain(e) + " " + b.g.said("of") + " " + small(m.b, what)
}
