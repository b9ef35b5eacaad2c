package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
)

// tidings reports whether an act says on what day something became known, and of
// nobody that he told it: it was announced on Thursday that the port will close; on
// Monday it emerged that they had met.
func (a *act) tidings() bool {
	b := a.b
	if a.subject.Len() != 1 || !b.is(anImpersonal, a.subject.From) || a.date.basis != "own" || a.date.when.Days() > 31 {
		return false
	}
	v := a.verb
	return v != nil && v.Finite && v.Tense == clause.Past && !v.Negated && a.main() && b.g.is(aTidings, v.Base) && a.tellsWhat()
}

// tidingsLine is the headline of such an act: It is announced that the port will
// close; or "".
func (a *act) tidingsLine() string {
	line := newLine(capital(lowerText(&a.b.Words[a.subject.From])))
	line.add(a.verbWords(false))
	k := a.contentChunk()
	if k < 0 || a.b.headless(a.chunks[k]) || !a.addContent(line, k) {
		return ""
	}
	return a.finish(line.String())
}
