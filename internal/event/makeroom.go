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

// lessOf is a phrase without the last one that only describes it, or "": the customs
// commission | of the council.
func (b *block) lessOf(who string) string {
	w := strings.Fields(who)
	k := len(w) - 1
	for k > 1 && !b.g.is(aPreposition, sentence.Word{Text: w[k]}) {
		k--
	}
	if k < 2 {
		return ""
	}
	return b.closed(strings.Join(w[:k], " "))
}
