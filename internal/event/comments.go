package event

import "github.com/dateline-ssg/dateline/internal/sentence"

// Readers' comments have run into many a saved article: each behind the day and the time
// of day at which it was sent. What readers hold and retell is told by nobody of record.

// place is a word of a document.
type place struct{ block, word int }

// commentSentences is how many sentences a comment has at most, on average: the stamps of
// a page of several reports are farther apart.
const commentSentences = 15

// commented is where the comments of readers begin, the place behind all words where there
// are none: at the first of two stamps or more that stand close to each other.
func commented(blocks []*block) place {
	first, stamps, passed := place{block: len(blocks)}, 0, 0
	for i, b := range blocks {
		if !b.prose() {
			continue
		}
		for _, s := range b.Sentences {
			if b.stampsComment(s) {
				if stamps == 0 {
					first = place{block: i, word: s.From}
				}
				stamps++
			}
			if stamps > 0 {
				passed++
			}
		}
	}
	if stamps < 2 || passed > commentSentences*stamps {
		return place{block: len(blocks)}
	}
	return first
}

// stampsComment reports whether a sentence holds the stamp of a comment: 5 May 2012 at 5:21
// pm | …; At 10:16 on 5 May 2012, reader12 wrote: …; 5th May 2012 - 10:52 ….
func (b *block) stampsComment(s sentence.Extent) bool {
	if x := b.expr(s.From); x != nil && x.From == s.From && x.To+3 < s.To && x.When.Known() && x.When.Days() == 1 && b.g.is(aDash, b.Words[x.To]) && b.clockAt(x.To+1) {
		return true
	}
	if b.is(aPreposition, s.From) && b.clockAt(s.From+1) {
		for i := s.From + 4; i+1 < s.To && i < s.From+16; i++ {
			if b.Words[i+1].Text == ":" && b.inVerb(i) {
				return true
			}
		}
	}
	for i := s.From + 6; i < s.To && b.has(aMeridiem); i++ {
		if b.Words[i].Text == "|" && b.is(aMeridiem, i-1) && b.clockAt(i-4) && b.is(aPreposition, i-5) && b.expr(i-6) != nil {
			return true
		}
	}
	return false
}

// clockAt reports whether a time of day with hour and minute begins at word i: 10:52.
func (b *block) clockAt(i int) bool {
	return b.word(i).Kind == sentence.Number && b.word(i+1).Text == ":" && b.word(i+2).Kind == sentence.Number
}

// before reports whether a sentence of block i begins at p or behind it.
func (p place) before(i int, s sentence.Extent) bool {
	return i > p.block || i == p.block && s.From >= p.word
}
