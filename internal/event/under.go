package event

import "iter"

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
