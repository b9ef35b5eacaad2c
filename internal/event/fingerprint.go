package event

import (
	"fmt"
	"math/bits"
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// shingle is the number of words that are hashed together.
const shingle = 3

// Fingerprint is the near-duplicate signature of a document: a 64-bit simhash
// (Charikar 2002) over all runs of three words of its prose, in lower case and
// without punctuation, as 16 hexadecimal digits. Copies of an article differ
// in few bits (Distance). A document without words has the
// signature of zeros.
func Fingerprint(blocks []article.Block) string {
	var t tally
	var runs [shingle]uint64 // the hashes of the runs that are being read, the oldest first
	n := 0
	for _, b := range blocks {
		if b.Text == nil {
			continue
		}
		for i := range b.Words {
			w := &b.Words[i]
			if w.Kind != sentence.Letters && w.Kind != sentence.Number {
				continue
			}
			runs = [shingle]uint64{runs[1], runs[2], basis}
			hash(&runs, w.Text)
			if n++; n >= shingle {
				t.add(runs[0])
			}
		}
	}
	if n > 0 && n < shingle {
		t.add(short(blocks))
	}
	return fmt.Sprintf("%016x", t.most())
}

// short is the hash of a document of fewer words than a run has: empty words
// stand before them.
func short(blocks []article.Block) uint64 {
	var words []string
	for _, b := range blocks {
		if b.Text == nil {
			continue
		}
		for _, w := range b.Words {
			if w.Kind == sentence.Letters || w.Kind == sentence.Number {
				words = append(words, w.Text)
			}
		}
	}
	runs := [shingle]uint64{basis}
	for range shingle - len(words) {
		hash(&runs, "")
	}
	for _, w := range words {
		hash(&runs, w)
	}
	return runs[0]
}

// basis and prime are those of the 64-bit FNV-1a hash.
const basis, prime = 14695981039346656037, 1099511628211

// inLower are the bytes of ASCII in lower case; beyond stands for the others.
var inLower = func() (t [256]byte) {
	for c := range t {
		switch {
		case c >= utf8.RuneSelf:
			t[c] = beyond
		case 'A' <= c && c <= 'Z':
			t[c] = byte(c) + 'a' - 'A'
		default:
			t[c] = byte(c)
		}
	}
	return t
}()

const beyond = 0xff

// hash takes a word in lower case, and the zero behind it, into the FNV-1a
// hashes of all runs that it is part of, side by side.
func hash(runs *[shingle]uint64, word string) {
	a, b, c := runs[0], runs[1], runs[2]
	for i := range len(word) {
		x := uint64(inLower[word[i]])
		if x == beyond {
			if low := strings.ToLower(word); low != word {
				hash(runs, low)
				return
			}
			x = uint64(word[i])
		}
		a, b, c = (a^x)*prime, (b^x)*prime, (c^x)*prime
	}
	runs[0], runs[1], runs[2] = a*prime, b*prime, c*prime
}

// tally counts, for each of 64 bits, in how many hashes it is set: plane k
// holds bit k of all 64 counts.
type tally struct {
	planes [40]uint64
	n      uint64
	held   [8]uint64 // hashes that wait until they are eight
}

// add counts a hash. Eight at a time go into the first three planes, so that few carry
// on (Harley and Seal; Warren, Hacker's Delight, 5-1).
func (t *tally) add(h uint64) {
	t.held[t.n%8] = h
	if t.n++; t.n%8 != 0 {
		return
	}
	x, p := &t.held, &t.planes
	low := sum(&p[1], sum(&p[0], x[0], x[1]), sum(&p[0], x[2], x[3]))
	high := sum(&p[1], sum(&p[0], x[4], x[5]), sum(&p[0], x[6], x[7]))
	t.carry(sum(&p[2], low, high), 3)
}

// sum adds a and b to a plane and returns what it carries.
func sum(plane *uint64, a, b uint64) uint64 {
	p := *plane ^ a
	carry := *plane&a | p&b
	*plane = p ^ b
	return carry
}

// carry adds bits to the planes from k on.
func (t *tally) carry(bits uint64, k int) {
	for ; bits != 0; k++ {
		t.planes[k], bits = t.planes[k]^bits, t.planes[k]&bits
	}
}

// most has the bits that are set in more than half of the hashes: counts are compared
// with the half from the highest plane down, all at once.
func (t *tally) most() uint64 {
	for _, h := range t.held[:t.n%8] {
		t.carry(h, 0)
	}
	half, above, same := t.n/2, uint64(0), ^uint64(0)
	for k := bits.Len64(t.n) - 1; k >= 0; k-- {
		h := -(half >> k & 1)
		above |= same & t.planes[k] &^ h
		same &^= t.planes[k] ^ h
	}
	return above
}
