package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// pressBehind reports whether an outlet, or the press, stands in a phrase
// behind the trigger of the same clause: leaked to the Guardian, published in a
// newspaper.
func (a *act) pressBehind() bool {
	for i, ch := range a.chunks {
		if a.stopsCast(i, ch) {
			return false
		}
		if ch.prep != "" && !ch.time || i == 0 && a.nominal {
			if a.b.hasKind(ch.Extent, actor.Outlet) {
				return true
			}
			if a.b.hasGroup(ch.Extent, &pressNouns) {
				return true
			}
		}
	}
	return a.b.hasKind(a.by, actor.Outlet)
}

// inline reports whether an act stands in a line of its own: in a main clause,
// or with a day of its own.
func (a *act) inline() bool {
	switch a.b.parse.Clauses[a.clause].Kind {
	case clause.Main, clause.Coordinate, clause.Complement:
		return true
	}
	return a.b.exprIn(a.clause) >= 0
}

// timed reports whether a time is named in the clause of an act, be it resolved
// or not.
func (a *act) timed() bool {
	for i := range a.b.exprs {
		if e := &a.b.exprs[i]; a.b.of(e.From) == a.clause && a.b.Sentence(e.From) == a.b.Sentence(a.trigger.From) {
			return true
		}
	}
	return false
}

// relayed is the first sentence of a quotation that nobody is said to speak and
// that follows the sentence of a publication: what was leaked or printed, in
// its words. It is empty where none stands there.
func (a *act) relayed() sentence.Extent {
	b := a.b
	if a.leaf.Name != "publication" || a.quoted() {
		return sentence.Extent{}
	}
	to := b.sentenceOf(a.trigger.From).To
	for _, s := range b.parse.Speeches {
		if s.From == to && s.Direct && empty(s.Speaker) && empty(s.Verb) {
			return sentence.Extent{From: s.From, To: min(s.To, b.sentenceOf(s.From+1).To)}
		}
	}
	return sentence.Extent{}
}
