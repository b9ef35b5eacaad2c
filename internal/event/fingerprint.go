package event

import (
	"fmt"
	"hash/fnv"
	"math/bits"
	"strconv"
	"strings"

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
	var votes [64]int
	var last [shingle]string
	n := 0
	for _, b := range blocks {
		if b.Text == nil {
			continue
		}
		for _, w := range b.Words {
			if w.Kind != sentence.Letters && w.Kind != sentence.Number {
				continue
			}
			copy(last[:], last[1:])
			last[shingle-1] = strings.ToLower(w.Text)
			if n++; n >= shingle {
				vote(&votes, last)
			}
		}
	}
	if n > 0 && n < shingle {
		vote(&votes, last)
	}
	var sum uint64
	for i, v := range votes {
		if v > 0 {
			sum |= 1 << i
		}
	}
	return fmt.Sprintf("%016x", sum)
}

func vote(votes *[64]int, words [shingle]string) {
	h := fnv.New64a()
	for _, w := range words {
		h.Write([]byte(w))
		h.Write([]byte{0})
	}
	sum := h.Sum64()
	for i := range votes {
		if sum>>i&1 == 1 {
			votes[i]++
		} else {
			votes[i]--
		}
	}
}

// Distance is the number of bits in which two fingerprints differ, or 64 where
// one is none. Manku, Jain and Das Sarma (2007) take up to 3 of 64 bits as a
// near-duplicate.
func Distance(a, b string) int {
	x, err1 := strconv.ParseUint(a, 16, 64)
	y, err2 := strconv.ParseUint(b, 16, 64)
	if err1 != nil || err2 != nil {
		return 64
	}
	return bits.OnesCount64(x ^ y)
}
