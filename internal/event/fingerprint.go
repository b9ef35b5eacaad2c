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
			copy(runs[:], runs[1:])
			runs[shingle-1] = basis
			hash(&runs, w.Text)
			if n++; n >= shingle {
				t.add(runs[0])
			}
		}
	}
	if n > 0 && n < shingle {
		t.add(short(blocks))
	}
	return fmt.Sprintf("%016x", t.sum())
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
	odd    uint64 // the last hash, where their number is odd, which waits for the next
}

// add counts a hash. Two at a time go into plane 0, whose carry goes on.
func (t *tally) add(h uint64) {
	if t.n++; t.n%2 != 0 {
		t.odd = h
		return
	}
	p := t.planes[0] ^ t.odd
	carry := t.planes[0]&t.odd | p&h
	t.planes[0] = p ^ h
	t.carry(carry, 1)
	t.odd = 0
}

// carry adds bits to the planes from k on.
func (t *tally) carry(bits uint64, k int) {
	for ; bits != 0; k++ {
		t.planes[k], bits = t.planes[k]^bits, t.planes[k]&bits
	}
}

// sum has the bits that are set in more than half of the hashes.
func (t *tally) sum() uint64 {
	t.carry(t.odd, 0)
	t.odd = 0
	var out uint64
	planes := t.planes[:bits.Len64(t.n)]
	for i := range 64 {
		count := uint64(0)
		for k, p := range planes {
			count |= p >> i & 1 << k
		}
		if 2*count > t.n {
			out |= 1 << i
		}
	}
	return out
}
