package actor

import (
	"slices"
	"sync"

	"github.com/dateline-ssg/dateline/internal/phrase"
)

// desk is what a reading needs on its way and does not give out, so that the
// next one may have it.
type desk struct {
	named     []Ref
	back      []seen
	all       []phrase.Classes // of the words of all passages
	begins    []int            // passage → its first in all
	sentences []int            // passage → sentences before it
	brought   []at             // of nouns, as finder says
	key       []byte           // by which a name is looked up

	// Of the passage at hand.
	first    []int32  // word → first match that begins there
	starts   []bool   // word → a sentence begins there
	speaking []bool   // word → it is of the speaker of what is said
	headline []bool   // word → it stands in a headline, where capitals mean nothing
	voices   []*Actor // word → who speaks it
}

// desks keeps desks. It is true because a desk is cleared when it is closed.
var desks = sync.Pool{New: func() any { return new(desk) }}

// wide is how many words a document has at most whose desk is kept.
const wide = 1 << 15

// close clears the desk and gives it back.
func (d *desk) close() {
	if cap(d.all) > wide {
		return
	}
	clear(d.named)
	clear(d.back[:cap(d.back)])
	clear(d.voices)
	d.named, d.back, d.all, d.begins, d.sentences = d.named[:0], d.back[:0], d.all[:0], d.begins[:0], d.sentences[:0]
	desks.Put(d)
}

// zeroed is s with n zero values.
func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}
