package clause

import "math/bits"

// readers are the rules of context by what they ask for, one bit a rule, so that those
// that may read a word are known at once, and most are asked nothing.
type readers struct {
	word        [64]uint64 // reading → the rules for words that have it
	left, right neighbour
}

// neighbour is what the rules ask of the word on one side.
type neighbour struct {
	open  uint64                             // those that ask for no reading of it
	sides [64]struct{ asked, barred uint64 } // reading → those that ask for it, and those that it bars
}

// add enters rule number i.
func (r *readers) add(i int, c *context) {
	bit := uint64(1) << i
	for t := c.word; t != 0; t &= t - 1 {
		r.word[bits.TrailingZeros64(uint64(t))] |= bit
	}
	r.left.add(bit, c.left, c.unleft)
	r.right.add(bit, c.right, c.unright)
}

func (n *neighbour) add(bit uint64, asked, barred tag) {
	if asked == 0 {
		n.open |= bit
	}
	for t := asked; t != 0; t &= t - 1 {
		n.sides[bits.TrailingZeros64(uint64(t))].asked |= bit
	}
	for t := barred; t != 0; t &= t - 1 {
		n.sides[bits.TrailingZeros64(uint64(t))].barred |= bit
	}
}

// of is the rules that may read a word of t between words of left and right.
func (r *readers) of(t, left, right tag) uint64 {
	rules := uint64(0)
	for ; t != 0; t &= t - 1 {
		rules |= r.word[bits.TrailingZeros64(uint64(t))]
	}
	return rules & r.left.beside(left) & r.right.beside(right)
}

// beside is the rules that a neighbour of t allows.
func (n *neighbour) beside(t tag) uint64 {
	allowed, barred := n.open, uint64(0)
	for ; t != 0; t &= t - 1 {
		s := &n.sides[bits.TrailingZeros64(uint64(t))]
		allowed |= s.asked
		barred |= s.barred
	}
	return allowed &^ barred
}
