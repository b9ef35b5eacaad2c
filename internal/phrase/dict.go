package phrase

import (
	"maps"
	"slices"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Dict is a word list: what each of its words means, in any case. It is made
// once and then only read. A look costs no fold and no hash, since a word
// carries its key, and most words that no list has cost one look at the table.
type Dict[V any] struct {
	slots []slot // open addressing, at most half full
	mask  uint32
	words []known[V]
}

// known is a word, folded, and what it means.
type known[V any] struct {
	word  string
	value V
}

// slot is the key of a word and its number plus one; 0 for none.
type slot struct {
	key uint32
	n   int32
}

// NewDict is the list of the words of m, which are folded as sentence.Fold
// does.
func NewDict[V any](m map[string]V) *Dict[V] {
	d := &Dict[V]{words: make([]known[V], 0, len(m))}
	for _, w := range slices.Sorted(maps.Keys(m)) {
		d.words = append(d.words, known[V]{w, m[w]})
	}
	size := uint32(4)
	for size < 2*uint32(len(d.words)) {
		size *= 2
	}
	d.slots, d.mask = make([]slot, size), size-1
	for n := range d.words {
		key := (&sentence.Word{Text: d.words[n].word}).Key()
		i := key >> 1 & d.mask
		for d.slots[i].n != 0 {
			i = (i + 1) & d.mask
		}
		d.slots[i] = slot{key, int32(n + 1)}
	}
	return d
}

// Get is what the word means, or nil.
func (d *Dict[V]) Get(w *sentence.Word) *V {
	if n := d.find(w); n > 0 {
		return &d.words[n-1].value
	}
	return nil
}

// find is the number of a word, from 1, or 0.
func (d *Dict[V]) find(w *sentence.Word) int32 {
	key := w.Key()
	for i := key >> 1 & d.mask; ; i = (i + 1) & d.mask {
		s := d.slots[i]
		if s.n == 0 || s.key == key && sentence.Folds(w.Text, d.words[s.n-1].word) {
			return s.n
		}
	}
}
