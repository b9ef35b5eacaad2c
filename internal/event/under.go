package event

import (
	"iter"

	"github.com/dateline-ssg/dateline/internal/clause"
)

// behind are the clauses behind clause c in its sentence, in order. What hangs on a
// clause comes behind it and leaves no sentence, so that a walk over these, and not
// over all of a block, finds it: else a long block would take the square of its length.
func (b *block) behind(c int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if c < 0 {
			return
		}
		cs := b.parse.Clauses
		end := b.sentenceOf(cs[c].From).To
		for i := c + 1; i < len(cs) && cs[i].From < end && yield(i); i++ {
		}
	}
}

// under are the clauses that hang on clause c, in order.
func (b *block) under(c int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if c < 0 {
			return
		}
		cs := b.parse.Clauses
		end := b.sentenceOf(cs[c].From).To
		for i := c + 1; i < len(cs) && cs[i].From < end; i++ {
			if cs[i].Parent == c && !yield(i) {
				return
			}
		}
	}
}

// withinRelative reports whether clause c hangs on a relative one.
func (b *block) withinRelative(c int) bool {
	for c = b.parse.Clauses[c].Parent; c >= 0; c = b.parse.Clauses[c].Parent {
		if b.parse.Clauses[c].Kind == clause.Relative {
			return true
		}
	}
	return false
}

// goesOnFrom is the clause that clause c goes on with "and": who called it poor and
// took it.
func (b *block) goesOnFrom(c int) int {
	for b.parse.Clauses[c].Kind == clause.Coordinate && b.parse.Clauses[c].Parent >= 0 {
		c = b.parse.Clauses[c].Parent
	}
	return c
}
