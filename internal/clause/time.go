package clause

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// dated reports whether all the words are those of a date: last week, Monday.
func (p *parser) dated(from, to int) bool {
	some := false
	for i := from; i < to; i++ {
		if p.tags[i]&timeWord != 0 {
			some = true
		} else if p.tags[i]&comma != 0 && i > from && i+1 < to && p.tags[i-1]&number != 0 && p.tags[i+1]&number != 0 {
			continue // March 29, 2010
		} else if p.tags[i]&(number|determiner|adjective) == 0 && !(p.tags[i]&(coordinator|of) != 0 && i > from && i+1 < to) {
			return false
		}
	}
	return some
}

// when reports whether nothing but a time, with its preposition, stands between words: in
// May, nine days later.
func (p *parser) when(from, to int) bool {
	if from < to && p.tags[from]&preposition != 0 {
		from++
	}
	for to > from && p.tags[to-1]&adverb != 0 {
		to--
	}
	return p.dated(from, to)
}

// untimed is i, or the word with which a time and its preposition begin that end before it:
// the truce signed in Lima | in May, which held.
func (p *parser) untimed(i, lo int) int {
	k := i
	for k > lo && p.tags[k-1]&(timeWord|number) != 0 && p.tags[k-1]&preposition == 0 {
		k--
	}
	if k == i || k-1 <= lo || p.tags[k-1]&preposition == 0 || p.tags[k-1]&of != 0 || !p.dated(k, i) && !(i-k == 1 && p.year(k)) {
		return i
	}
	return k - 1
}

// dayOf reports whether word i is the day or the year of the month before it: On May 3 |
// Trump.
func (p *parser) dayOf(i int) bool {
	return i > 0 && p.tags[i-1]&timeWord != 0 && (p.tags[i]&number != 0 || p.ordinal(i))
}

// behindMeasure is from, or the word after a measure of time that stands
// before a preposition of time: three days | after the vote.
func (p *parser) behindMeasure(from, to int) int {
	i := from
	for i < to && p.tags[i]&(number|timeWord|determiner) != 0 && p.tags[i]&preposition == 0 {
		i++
	}
	if i > from && i < to && p.tags[i-1]&timeWord != 0 && p.tags[i]&preposition != 0 && p.tags[i]&subordinator != 0 {
		return i
	}
	return from
}

// behindThen is from, or the word behind the last one that says since when: two days
// after that | Chile.
func (p *parser) behindThen(from, to int) int {
	for i := to - 1; i > from; i-- {
		if p.tags[i-1] == thenWord {
			return i
		}
	}
	return from
}

// ordinal reports whether word i is an ordinal in figures: 21st.
func (p *parser) ordinal(i int) bool {
	if i >= len(p.Words) {
		return false
	}
	w := p.Words[i].Text
	n := len(w)
	return n > 2 && n < 5 && '0' <= w[0] && w[0] <= '9' && (w[n-1] < '0' || w[n-1] > '9') && (w[n-2] < '0' || w[n-2] > '9')
}

// year reports whether word i may be a year in figures.
func (p *parser) year(i int) bool {
	w := p.Words[i].Text
	return len(w) == 4 && (w[0] == '1' || w[0] == '2') && strings.IndexByte(w, '.') < 0 && p.tags[i]&number != 0
}

// ofDate reports whether word j, with all before it up to the preposition i,
// may be of a date: the next day, Tuesday and Wednesday, 9 and 10 June, but
// not the number of three-way talks.
func (p *parser) ofDate(i, j, to int) bool {
	t, next := p.tags[j], tag(0)
	if j+1 < to {
		next = p.tags[j+1]
	}
	switch {
	case next&hyphen != 0:
		return false
	case t&number != 0 && next&(noun|plural) != 0 && next&timeWord == 0 && j > i+1 && p.is(aDay, j-1):
		return false // On Tuesday | 30 people
	case t&number != 0 && p.Words[j].Kind == sentence.Letters && j > i+1 && (p.tags[j-1]&timeWord != 0 || p.year(j-1)) && next&(noun|plural|name|adjective|number) != 0 && next&timeWord == 0:
		return false // In June | three ships
	case t&number != 0 && j > i+1 && p.tags[j-1]&timeWord != 0 && next&of != 0:
		return false // On Friday | thousands of people
	case t&coordinator != 0:
		return j > i+1 && p.tags[j-1]&(timeWord|number) != 0 && next&(timeWord|number) != 0
	case t&(determiner|that) != 0:
		return j == i+1 || p.tags[j-1]&of != 0 && (next&(timeWord|adjective) != 0 || p.ordinal(j+1)) // 20 May of that year
	case t&of != 0 && j > i+1 && next&(determiner|that) != 0:
		return p.tags[j-1]&(timeWord|number) != 0 && j+2 < to && (p.tags[j+2]&timeWord != 0 || p.ordinal(j+2))
	case t&of != 0:
		return j > i+1 && p.tags[j-1]&timeWord != 0 && next&(timeWord|number) != 0 // the spring of 2021
	case t&adjective != 0 && t&(timeWord|number) == 0 && j > i+1 && p.tags[j-1]&timeWord != 0:
		return next&(noun|plural|name) == 0 || next&timeWord != 0 // On Friday | armed men
	}
	return t&(timeWord|number|adjective) != 0
}

// beforeTime is the word before a phrase of time and adverbs that ends with word
// i, not before word lo: …; a month later | the fund collapsed.
func (p *parser) beforeTime(i, lo int) int {
	for i > lo && (p.tags[i]&(adverb|timeWord|number) != 0 || p.tags[i] == determiner) {
		i--
	}
	return i
}
