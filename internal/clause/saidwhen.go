package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// saidWhen is where the noun phrase begins that ends before the verb of what is
// said, where words that only tell when it was said stand before it: said on
// Tuesday | Chileans had to wait; said last week | 40 people had died.
func (p *parser) saidWhen(np sentence.Extent) int {
	if i := p.day(np.From, np.To); i > np.From && p.named(i, np.To) {
		return i
	}
	return np.From
}

// onlyWhen reports whether nothing stands among the words but when it was: on
// Tuesday, late on 4 May.
func (p *parser) onlyWhen(from, to int) bool {
	for from < to && p.tags[from]&(preposition|adverb|adjective) != 0 && p.tags[from]&(determiner|timeWord) == 0 {
		from++
	}
	return from < to && p.day(from, to) == to
}

// day is the end of the day or week that word i begins, before word to; i where
// it begins none. A month alone is none, since it may describe what follows (said
// May exports fell), and neither is what something belongs to (Tuesday's vote).
func (p *parser) day(i, to int) int {
	j := i
	for j < to && p.tags[j]&(determiner|adjective) != 0 && p.tags[j]&timeWord == 0 {
		j++ // last
	}
	if j >= to || p.tags[j]&timeWord == 0 {
		return i
	}
	switch {
	case p.is(aDay, j), j > i && p.tags[j-1]&adjective != 0 && p.is(aWeek, j):
		j++
	case j == i && p.capital(j) && j+1 < to && p.tags[j+1]&number != 0 && len(p.Words[j+1].Text) < 3 && p.Words[j+1].Text[0] <= '9':
		j += 2 // May 4
	default:
		return i
	}
	for j < to && p.tags[j]&timeWord != 0 {
		j++
	}
	if j < len(p.tags) && p.tags[j]&(hyphen|possessive) != 0 {
		return i
	}
	return j
}

// saidOf is where a clause begins right behind verb v of saying, or the time behind
// it, whose subject an aside between commas parts from its verb g: said | the driver,
// aged 45, died. It is -1 where there is none.
func (p *parser) saidOf(v Verb, g group) int {
	if !p.lex.report[v.Lemma] || p.lex.addressee[v.Lemma] || p.fresh != g.From || !g.Finite || g.baseForm || v.From == 0 || p.tags[v.From-1]&(comma|closing|stop) != 0 {
		return -1
	}
	first := v.To
	for first < g.From && p.tags[first]&comma == 0 {
		first++
	}
	if first >= g.From-2 || g.From-1-first > maxPhrase || p.tags[first+1]&(coordinator|relative|that|question|subordinator) != 0 {
		return -1
	}
	for i := first + 1; i < g.From-1; i++ {
		if p.tags[i]&(comma|stop|opening|closing) != 0 || p.tags[i]&(verbal|helping) != 0 && p.tags[i]&(noun|adjective|name|part|preposition) == 0 {
			return -1
		}
	}
	np := p.nounPhrase(first, v.To)
	np.From = p.saidWhen(np)
	if np.Len() > 0 && (np.From == v.To || p.onlyWhen(v.To, np.From)) {
		return np.From
	}
	return -1
}
