package event

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// listsNames reports whether commas and an "and" join further names to the last word of ch, up
// to the end of all, and no clause: in Lima, Arica and Cusco; not in Lima, and Ruiz left.
func (b *block) listsNames(ch chunk, all sentence.Extent) bool {
	if all.To <= ch.To || b.word(ch.To).Text != "," || b.is(aJoiner, ch.To+1) || b.is(aJoiner, all.To-1) {
		return false
	}
	for i := ch.To; i < all.To; i++ {
		if b.inVerb(i) || b.of(i) != ch.clause && b.Words[i].Kind == sentence.Letters {
			return false
		}
	}
	return true
}

// ofAll is phrase s with the list of names that it begins, in at most n words; where these are
// too many, without the phrase that they end: talks with the heads | of Lima, Arica and Cusco.
func (b *block) ofAll(s string, all sentence.Extent, n int) string {
	if whole := b.closed(b.trim(all, most+1)); count(whole) <= n {
		return whole
	}
	if less := b.lessOf(s); less != "" {
		return less
	}
	return s
}

// linked reports whether chunk i, a further phrase beside the one before it, follows a word
// that joins the two and was left off the end of line l, which was before without it.
func (b *block) linked(l, before line, i int, chunks []chunk) bool {
	at := chunks[i].From - 1
	return i > 0 && chunks[i].prep != "" && chunks[i-1].To == at+1 && chunks[i-1].From < at && b.is(aJoiner, at) && l.n > before.n && !b.g.is(aJoiner, sentence.Word{Text: lastWord(l.s)})
}

// parallel reports whether chunk i, behind a word that joins, goes on with what an earlier
// one began: the same preposition, or a further number of them.
func (a *act) parallel(i int) bool {
	ch := a.chunks[i]
	if a.b.roughly(ch.From) || lowerText(a.b.word(a.trigger.To-1)) == ch.prep {
		return true // two men and about ten others; fled to Lima or to Quito
	}
	return slices.ContainsFunc(a.chunks[:i], func(before chunk) bool { return before.prep == ch.prep })
}

// listGoesOn reports whether chunk i is a further member of the list that the
// chunk before it began.
func (a *act) listGoesOn(i int) bool {
	if i == 0 || empty(a.object) {
		return false
	}
	return a.object.Contains(a.chunks[i].Extent)
}
