package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
)

// Whether a paragraph goes on where the one before it stood.

// runsOn reports whether a block continues the story of the one before: the
// one before was a sentence or two, and this one opens with a word that looks
// back.
func (s *story) runsOn(b *block) bool {
	if !s.when.known() || b.index-s.block > 1 || len(b.Words) == 0 {
		return false
	}
	if s.when.when.Days() > 2 && s.words == 1 && s.opens {
		return true // a sentence that only sets the frame: in the past week
	}
	if s.words > 4 || s.news.known() && (s.news.when.First()-s.when.when.Last() > 31 || s.when.when.Days() > 7 && s.when.when.Last() < s.news.when.First()) {
		return false // a look back does not run on in a day's report
	}
	for i := 0; i < 4; i++ {
		if b.is(anAlso, i) {
			return true
		}
	}
	return b.is(aContinues, 0) && !(s.news.known() && s.when.when.Last() < s.news.when.First() && b.elsewhere())
}

// elsewhere reports whether a block begins with the place that it tells of, as where a day's
// report goes on to another scene: In Lima, nine were hurt.
func (b *block) elsewhere() bool {
	if !b.is(aPreposition, 0) || b.expr(1) != nil {
		return false
	}
	for i := 1; i < min(len(b.Words), 8); i++ {
		switch {
		case b.Words[i].Text == ",":
			r := b.ref(i - 1)
			return b.properName(i-1) || r != nil && r.Actor != nil && r.Actor.Kind != actor.Person
		case b.inVerb(i) || b.is(anOf, i):
			return false // in the heart of Lima: still there
		}
	}
	return false
}

// saidAside reports whether an act is what somebody is told to have said in a clause that
// only says when or of whom, or on a day of its own: recalled its envoy after Ruiz had said that she believed it.
func (a *act) saidAside() bool {
	k := a.b.parse.Clauses[a.clause]
	for n := 0; k.Kind == clause.Complement && k.Parent >= 0 && n < 6; n++ {
		if e := a.b.exprIn(k.Parent); e >= 0 && a.b.exprs[e].When.Known() {
			return true // said on Monday | that she believed it
		}
		k = a.b.parse.Clauses[k.Parent]
	}
	return k.Kind == clause.Subordinate || k.Kind == clause.Relative || k.Kind == clause.Condition
}
