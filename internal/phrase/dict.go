package phrase

import (
	"maps"
	"slices"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Dict is a word list: what each of its words means, in any case. It is made
// once and then only read. A look costs no fold and no hash, since a word
// carries its entry in the vocabulary.
type Dict[V any] struct {
	of     []int32        // entry in the vocabulary, from least on → number of the word, from 1; 0 for none, as the first, which is no entry's
	least  sentence.Entry // of its words
	last   sentence.Entry
	values []V // by number; the first is none's
}

// NewDict is the list of the words of m, which are folded as sentence.Fold
// does.
func NewDict[V any](m map[string]V) *Dict[V] {
	words, values := make([]string, 1, len(m)+1), make([]V, 1, len(m)+1)
	for _, w := range slices.Sorted(maps.Keys(m)) {
		words, values = append(words, w), append(values, m[w])
	}
	return newDict(words, values)
}

// newDict is the list of words, by number, with what they mean.
func newDict[V any](words []string, values []V) *Dict[V] {
	d := &Dict[V]{values: values, of: []int32{0}}
	if len(words) == 1 {
		return d
	}
	entries := make([]sentence.Entry, len(words))
	for i, w := range words[1:] {
		entries[i+1] = sentence.Learn(w)
	}
	d.least, d.last = slices.Min(entries[1:]), slices.Max(entries[1:])
	d.of = make([]int32, d.last-d.least+2)
	for i, n := range entries[1:] {
		d.of[n-d.least+1] = int32(i + 1)
	}
	return d
}

// Get is what the word means, or nil.
func (d *Dict[V]) Get(w *sentence.Word) *V {
	if n := d.find(w); n > 0 {
		return &d.values[n]
	}
	return nil
}

// numbers are the numbers of words, into dst, which is as long.
func (d *Dict[V]) numbers(dst []int32, words []sentence.Word) {
	of, before, last := d.of, d.least-1, d.last
	dst = dst[:len(words)]
	for k := range words {
		dst[k] = of[place(words[k].Among(last)-before, len(of))]
	}
}

// place is e where that is one of n places, else the first. Half of all words are in no
// list, and nobody can guess which, so nothing is left to a branch.
func place(e sentence.Entry, n int) uint32 {
	i := uint32(e)
	return i & uint32((int64(i)-int64(n))>>63)
}

// find is the number of a word, from 1, or 0.
func (d *Dict[V]) find(w *sentence.Word) int32 {
	return d.of[place(w.Among(d.last)-d.least+1, len(d.of))]
}
