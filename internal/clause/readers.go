package clause

import "math/bits"

// mostRules is how many rules of context a language may have.
const mostRules = 128

// ruleSet is a set of rules by number, one bit a rule. Its words are joined one by one,
// without a loop: who raises mostRules adds to join, of and beside.
type ruleSet [mostRules / 64]uint64

func (r *ruleSet) put(i int) { r[i/64] |= 1 << (i % 64) }

func (r *ruleSet) join(o *ruleSet) {
	r[0] |= o[0]
	r[1] |= o[1]
}

// take is the first rule of a set, which it takes out, or -1.
func (r *ruleSet) take() int {
	for w := range r {
		if x := r[w]; x != 0 {
			r[w] = x & (x - 1)
			return 64*w + bits.TrailingZeros64(x)
		}
	}
	return -1
}

// readers are the rules of context by what they ask for, so that those that may read a
// word are known at once, and most are asked nothing.
type readers struct {
	word        [64]ruleSet // reading → the rules for words that have it
	left, right neighbour
}

// neighbour is what the rules ask of the word on one side.
type neighbour struct {
	open  ruleSet                             // those that ask for no reading of it
	sides [64]struct{ asked, barred ruleSet } // reading → those that ask for it, and those that it bars
}

// add enters rule number i.
func (r *readers) add(i int, c *context) {
	for t := c.word; t != 0; t &= t - 1 {
		r.word[bits.TrailingZeros64(uint64(t))].put(i)
	}
	r.left.add(i, c.left, c.unleft)
	r.right.add(i, c.right, c.unright)
}

func (n *neighbour) add(i int, asked, barred tag) {
	if asked == 0 {
		n.open.put(i)
	}
	for t := asked; t != 0; t &= t - 1 {
		n.sides[bits.TrailingZeros64(uint64(t))].asked.put(i)
	}
	for t := barred; t != 0; t &= t - 1 {
		n.sides[bits.TrailingZeros64(uint64(t))].barred.put(i)
	}
}

// of is the rules that may read a word of t between words of left and right.
func (r *readers) of(t, left, right tag) ruleSet {
	var rules ruleSet
	for ; t != 0; t &= t - 1 {
		rules.join(&r.word[bits.TrailingZeros64(uint64(t))])
	}
	if rules == (ruleSet{}) {
		return rules
	}
	l, w := r.left.beside(left), r.right.beside(right)
	return ruleSet{rules[0] & l[0] & w[0], rules[1] & l[1] & w[1]}
}

// beside is the rules that a neighbour of t allows.
func (n *neighbour) beside(t tag) ruleSet {
	allowed, barred := n.open, ruleSet{}
	for ; t != 0; t &= t - 1 {
		s := &n.sides[bits.TrailingZeros64(uint64(t))]
		allowed.join(&s.asked)
		barred.join(&s.barred)
	}
	return ruleSet{allowed[0] &^ barred[0], allowed[1] &^ barred[1]}
}
