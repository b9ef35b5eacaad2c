package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// Noun phrases: those that end before a word, those that begin at one.

// nounPhrase is the noun phrase that ends before word i, not before word lo:
// the words of a plain phrase up to its determiner, with what "of" adds.
func (p *parser) nounPhrase(i, lo int) sentence.Extent {
	to := i
	for to > lo && p.passes(p.tags[to-1]) {
		to--
	}
	from := to
	for from > lo && to-from < maxReach {
		t := p.tags[from-1]
		if t&of != 0 && from < to && from-1 > lo && p.tags[from-2]&(nominal) != 0 {
			from--
			continue
		}
		if t&nominal == 0 || t&(verbal|helping) != 0 && t&(noun|adjective) == 0 || t&that != 0 && t&determiner == 0 {
			break
		}
		if t&(pronoun|object) != 0 && t&(determiner|noun|number) == 0 && from < to {
			break // told him | output would rise
		}
		from--
		if t&determiner != 0 && t&(pronoun|adjective) == 0 || t&pronoun != 0 && t&(determiner|noun) == 0 {
			if t&determiner == 0 && from > lo+1 && p.tags[from-1]&number != 0 {
				continue // the bank and five others
			}
			if from > lo+1 && p.tags[from-1]&of != 0 {
				continue
			}
			break
		}
	}
	if from == to || p.dated(from, to) || !p.named(from, to) {
		return sentence.Extent{From: i, To: i}
	}
	return sentence.Extent{From: from, To: to}
}

// listPhrase is the noun phrase that ends before word i with those that "and" joins to it.
func (p *parser) listPhrase(i, lo int) sentence.Extent {
	np := p.nounPhrase(i, lo)
	for n := 0; n < maxListed && np.Len() > 0 && np.From-1 > lo && p.tags[np.From-1]&coordinator != 0; n++ {
		before := p.nounPhrase(np.From-1, lo)
		if before.Len() == 0 || before.To != np.From-1 {
			break
		}
		np.From = before.From
	}
	return np
}

// maxListed bounds the phrases that "and" joins.
const maxListed = 3

// named reports whether one of the words can be what a noun phrase is about.
func (p *parser) named(from, to int) bool {
	for i := from; i < to; i++ {
		if p.tags[i]&(noun|name|pronoun|object|number|plural) != 0 || p.tags[i] == determiner {
			return true
		}
	}
	return false
}

// phrase is the noun phrase among the words, without the adverbs and dates
// before it and behind it; empty where they begin with prepositions that no
// noun phrase follows, or are no more than a date.
func (p *parser) phrase(from, to int) sentence.Extent {
	for from < to && p.leads(from) {
		from++
	}
	from = p.pastDate(p.behindThen(p.behindMeasure(from, to), to), to)
	for first := from; from < to && p.tags[from]&preposition != 0 && p.tags[from]&(determiner|adjective) == 0 && !p.roughly(from, to); {
		if from > first && p.counts(from+1, to) {
			break // On Tuesday about a thousand people
		}
		from = p.afterPreposition(from, to) // after six hours with the minister
	}
	if from < to && p.dated(from, to) {
		return sentence.Extent{From: to, To: to} // Last Thursday
	}
	for to > from && p.tags[to-1]&nominal == 0 {
		to--
	}
	if from < to && p.dated(from, to) {
		return sentence.Extent{From: to, To: to} // two days later
	}
	end := to
	for to > from && p.dated(to-1, to) && to-1 > from {
		to--
	}
	if to < end && to-1 > from && p.tags[to-1] == determiner {
		to-- // the strike | that Friday
	}
	for to-1 > from && p.tags[to-1]&preposition != 0 && p.tags[to-1]&nominal == 0 {
		to-- // Trump on Tuesday
	}
	for j := to - 1; j > from && p.tags[j]&(number|timeWord) != 0; j-- {
		if p.tags[j-1]&preposition != 0 && p.tags[j-1]&of == 0 {
			to = j - 1 // the speech on 3 May
		}
	}
	if from < to && p.dated(from, to) {
		return sentence.Extent{From: to, To: to}
	}
	if to-1 > from && p.is(aThere, to-1) && p.tags[to-2]&(noun|name) != 0 && (from == 0 || p.tags[from-1]&preposition == 0) {
		to-- // the flag there was lowered
	}
	if to-1 > from && p.tags[to-1]&pronoun != 0 && p.tags[to-1]&(determiner|number|adjective|noun) == 0 && p.tags[to-2]&(coordinator|of) == 0 && !(p.tags[to-2]&number != 0 && to-3 > from && p.tags[to-3]&coordinator != 0) && (p.tags[to-2]&preposition == 0 || p.tags[to-2]&(noun|name|adverb) != 0) {
		from = to - 1 // With the minister he
	}
	return sentence.Extent{From: from, To: max(from, to)}
}

// pastDate is from, or the preposition right behind the date that begins there: Last
// year | in Canada.
func (p *parser) pastDate(from, to int) int {
	j := from
	for j < to && p.tags[j]&(timeWord|number|determiner|adjective) != 0 && p.tags[j]&preposition == 0 {
		j++
	}
	if j < to && p.tags[j]&preposition != 0 && p.tags[j]&of == 0 && p.dated(from, j) {
		return j
	}
	return from
}

// counts reports whether a number begins at word i: 30, a thousand.
func (p *parser) counts(i, to int) bool {
	if i < to && p.tags[i]&determiner != 0 {
		i++
	}
	return i < to && p.tags[i]&number != 0
}

// roughly reports whether a rough number of something begins at word i: around
// 200 workers, and not over 20 years.
func (p *parser) roughly(i, to int) bool {
	j := i + 1
	if !p.counts(j, to) || !p.is(aRough, i) {
		return false
	}
	for j < to && p.tags[j]&(number|determiner) != 0 {
		j++
	}
	return j < to && p.tags[j]&timeWord == 0 && p.tags[j]&(noun|name|adjective) != 0
}

// leads reports whether word i may stand before a noun phrase and is no part
// of it.
func (p *parser) leads(i int) bool {
	t := p.tags[i]
	if t&adverb != 0 && i+1 < len(p.tags) && p.tags[i+1]&preposition != 0 && p.tags[i+1]&(of|noun|subordinator) == 0 {
		return true // Back in March
	}
	if t&adverb != 0 && t&coordinator == 0 && p.roughly(i, len(p.tags)) {
		return false // On Friday, | nearly 200 people
	}
	return t&(coordinator|negation) != 0 || t&(adverb) != 0 && t&(determiner|pronoun|adjective|noun|preposition) == 0 || t&nominal == 0 && t&preposition == 0
}

// afterPreposition is where the noun phrase begins that follows a leading
// prepositional phrase without a comma: On Monday Putin, In Moscow the minister.
func (p *parser) afterPreposition(i, to int) int {
	j := i + 1
	for j < to && p.ofDate(i, j, to) {
		j++
	}
	if j > i+1 && p.dated(i+1, j) && !(p.tags[i+1]&determiner != 0 && (p.tags[j-1]&(number|name) != 0 || p.capital(j-1)) && j < to && p.tags[j]&noun != 0) {
		return j // On Monday | Putin, but not in a 16 July press conference, a Monday statement
	}
	if p.ordinal(i+2) && p.tags[i+1] == determiner && i+3 < to && p.tags[i+3]&(name|determiner|pronoun) != 0 {
		return i + 3 // On the 21st | Ruiz
	}
	if j == i+2 && p.year(i+1) && j < to && (p.tags[j]&(name|determiner|pronoun) != 0 || p.tags[j]&plural != 0 && p.tags[j]&noun != 0 || p.roughly(j, to)) {
		return j // In 1941 | Moscow
	}
	for j = i + 2; j < to; j++ {
		t := p.tags[j]
		if p.ordinal(j) && p.tags[j-1] == determiner && j+1 < to && p.tags[j+1]&(name|pronoun) != 0 {
			return j + 1 // in the afternoon of the 9th | Ruiz
		}
		if t&pronoun != 0 && t&determiner == 0 || t&determiner != 0 && p.tags[j-1]&(preposition|adjective|determiner|coordinator) == 0 || t&number != 0 && p.tags[j-1]&name != 0 && p.tags[i+1]&name != 0 && j+1 < to && p.tags[j+1]&plural != 0 {
			return j // in Peru two lenders
		}
		if p.tags[j-1] == name && p.is(aStyle, j) {
			return j // in Canada | Mr Ruiz
		}
		if p.tags[i+1] == name && p.tags[j-1] == name && t&adjective != 0 && t&(noun|timeWord|name) == 0 {
			return j // in Oman heavy security
		}
	}
	for j = i + 2; j < to && p.tags[j-1] == name; j++ {
		if p.tags[j]&plural != 0 && p.tags[j]&(name|timeWord) == 0 {
			return j // In Minsk talks resumed
		}
	}
	return to
}

// following is the noun phrase that begins at word i.
func (p *parser) following(i int) sentence.Extent {
	to := i
	for to < len(p.tags) && to-i < maxPhrase && p.tags[to]&(nominal|of|hyphen) != 0 && p.tags[to]&(verbal|helping|that) == 0 {
		if p.dated(to, to+1) || p.tags[to]&pronoun != 0 && to > i && p.tags[to]&determiner == 0 {
			break
		}
		to++
	}
	if s := p.Sentence(i); s >= 0 {
		to = min(to, p.Sentences[s].To)
	}
	return sentence.Extent{From: i, To: max(i, to)}
}
