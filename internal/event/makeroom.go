package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// makeRoom composes a line anew whose subject leaves no room for the object: the
// phrases go that only describe it, the last first.
func (a *act) makeRoom(l *line, who string, plural bool) {
	if len(a.chunks) == 0 || a.object.From != a.chunks[0].From || a.chunks[0].prep != "" || count(who) < 7 {
		return
	}
	b := a.b
	want := a.wants()
	for want > 0 {
		if who = b.lessOf(who); who == "" {
			return
		}
		short := newLine(who)
		short.add(a.verbWords(plural))
		if n := short.n; n+want <= most {
			if a.rest(short); short.n > n {
				*l = *short
			}
			return
		}
	}
}

// wants is how many words a line needs behind its verb: for the object, and for what
// somebody is to do who is asked to: urged Lima | to shelter the fishermen.
func (a *act) wants() int {
	if len(a.chunks) == 0 {
		return 0
	}
	n := count(a.b.closed(a.b.chunkText(a.chunks[0])))
	if len(a.chunks) > 1 && a.leaf.Name == "demand" && a.b.is(aPurpose, a.chunks[1].From) && a.b.wanted(a.chunks[1]) {
		n += count(a.b.closed(a.b.chunkText(a.chunks[1])))
	}
	return n
}

// asksNothing reports whether the n words of a line behind the verb of a demand say who is
// asked and not to do what, which an infinitive tells: urges the mayor | to leave.
func (a *act) asksNothing(n int) bool {
	b := a.b
	if a.leaf.Name != "demand" {
		return false
	}
	var of []chunk // but for times
	for _, ch := range a.chunks {
		if !ch.time {
			of = append(of, ch)
		}
	}
	if len(of) < 2 || !b.is(aPurpose, of[1].From) || !b.wanted(of[1]) {
		return false
	}
	who := of[0].Extent
	for i := who.From + 1; i < who.To; i++ {
		if b.is(aPreposition, i) {
			who.To = i // a meeting | of the council
		}
	}
	return (b.personal(who) || b.human(who) || b.official(who)) && n <= count(b.closed(b.chunkText(of[0])))
}

// lessOf is a phrase without the last one that only describes it, or "": the customs
// commission | of the council.
func (b *block) lessOf(who string) string {
	w := strings.Fields(who)
	k := len(w) - 1
	for k > 1 && (!b.g.is(aPreposition, sentence.Word{Text: w[k]}) || b.g.is(aComparing, sentence.Word{Text: w[k]})) {
		k--
	}
	if k < 2 {
		return ""
	}
	return b.closed(strings.Join(w[:k], " "))
}

// longestNoun is how many words a line has for a noun phrase.
const longestNoun = 11

// fitting is a noun phrase of at most n words, without phrases at its end for which there
// is no room: students and farmers | from more than twenty countries of the world.
func (b *block) fitting(e sentence.Extent, n int) string {
	s := b.closed(b.trim(e, 2*n))
	for count(s) > n {
		less := b.lessOf(s)
		if less == "" {
			return b.closed(b.trim(e, n))
		}
		s = less
	}
	return s
}
