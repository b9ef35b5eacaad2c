package phrase

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Dict is a word list: what each of its words means, in any case. It is made
// once and then only read. A look costs no fold and no hash, since a word
// carries its key, and most words that no list has cost one look at the table.
type Dict[V any] struct {
	slots  []slot // open addressing, at most half full
	mask   uint32
	words  []string // folded
	values []V
}

// slot is the key of a word and its number plus one; 0 for none.
type slot struct {
	key uint32
	n   int32
}

// NewDict is the list of the words of m, which are folded as sentence.Fold
// does.
func NewDict[V any](m map[string]V) *Dict[V] {
	d := &Dict[V]{words: make([]string, 0, len(m))}
	for w := range m {
		d.words = append(d.words, w)
	}
	slices.Sort(d.words)
	size := uint32(4)
	for size < 2*uint32(len(d.words)) {
		size *= 2
	}
	d.slots, d.mask = make([]slot, size), size-1
	for n, w := range d.words {
		d.values = append(d.values, m[w])
		key := (&sentence.Word{Text: w}).Key()
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
	key := w.Key()
	for i := key >> 1 & d.mask; ; i = (i + 1) & d.mask {
		s := d.slots[i]
		switch {
		case s.n == 0:
			return nil
		case s.key == key && sentence.Folds(w.Text, d.words[s.n-1]):
			return &d.values[s.n-1]
		}
	}
}
