package phrase

// Sieve knows of most words that no list has them, without a look at the list:
// by their first two bytes, their last one, and their length where they are
// short. A word with a byte beyond ASCII in one of these places passes.
type Sieve [32 * 32]uint32

// Add takes a word, lower case, that a list has.
func (s *Sieve) Add(w string) {
	i, bit := sift(w)
	s[i] |= bit
}

// Passes reports whether a list may have the word w, which is not empty.
func (s *Sieve) Passes(w string) bool {
	i, bit := sift(w)
	if s[i]&bit != 0 {
		return true
	}
	return w[0] >= 0x80 || w[len(w)-1] >= 0x80 || len(w) > 1 && w[1] >= 0x80
}

// short is the length from which on words are not told apart by it. In a longer
// one an apostrophe may be one byte or three.
const short = 4

// sift is the same for a letter and its capital.
func sift(w string) (int, uint32) {
	second := byte(0)
	if len(w) > 1 {
		second = w[1]
	}
	return int(w[0]&31)<<5 | int(w[len(w)-1]&31), 1 << ((second + 8*byte(min(len(w), short))) & 31)
}
