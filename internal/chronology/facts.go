package chronology

import (
	"maps"
	"math"
	"slices"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// Facts is the little that merging one stretch of time must know of all the
// others: which words the whole collection uses often, and which documents
// are near-duplicates.
type Facts struct {
	words  map[uint32]usage  // stems, by hash, that are not as rare as can be
	copies map[string]string // document → the first of its near-duplicates, where that is another
	seldom uint8             // class of a word that words does not hold
	months map[int]int       // month → tellings that its merging needs
}

// usage is how often a collection uses a word: class k is a share of its
// tellings of at most one in 2^(k+1). Classes, not counts, so that one more
// article seldom changes what is known of a word, and merging only where it
// does.
type usage struct {
	class uint8
	rare  bool
}

// rarest is the class from which on words count alike.
const rarest = 9

// weight is the inverse document frequency of a class.
func (u usage) weight() float64 { return .65 + math.Ln2*float64(u.class) }

func (f Facts) usage(word uint32) usage {
	if u, ok := f.words[word]; ok {
		return u
	}
	return usage{f.seldom, true}
}

// Census is the first of three steps: it counts what facts are made of, in any
// order. Make one with NewCensus.
type Census struct {
	tellings int
	words    map[uint32]int // stem → tellings
	copies   *copies
	months   map[int]int
	reader   *reader
	spilled  *prints // fingerprints, in place of copies
	err      error   // of the scratch
}

// NewCensus is a census in which nothing has been counted.
func NewCensus() *Census {
	return &Census{words: map[uint32]int{}, copies: newCopies(), months: map[int]int{}, reader: newReader(nil)}
}

// Spill lets the census keep the fingerprints of documents on a scratch, but for
// about so many bytes of them. It is to be called before Add.
func (c *Census) Spill(to Scratch, memory int) {
	c.spilled = newPrints(newDisk(to, 0), memory)
	c.reader.fleets()
}

// Add counts a mention.
func (c *Census) Add(m *event.Mention) {
	if c.err != nil {
		return
	}
	defer mended(&c.err)
	t := c.reader.tell(m)
	c.add(t, 1)
	c.print(t)
}

// add counts a telling by times: 1, or -1 to take it away again.
func (c *Census) add(t *said, times int) {
	c.tellings += times
	for _, x := range t.terms {
		if n := c.words[x.word] + times; n > 0 {
			c.words[x.word] = n
		} else {
			delete(c.words, x.word)
		}
	}
	if s, ok := spanOf(t); ok {
		for m := s.from; m <= s.to; m++ {
			c.months[m] += times
		}
	}
}

// print notes the fingerprint of a telling's document.
func (c *Census) print(t *said) {
	if c.spilled != nil {
		c.spilled.note(t.Doc, t.Fingerprint)
	} else {
		c.copies.note(t.Doc, t.Fingerprint)
	}
}

// Facts is what the census has found. The error is of the scratch.
func (c *Census) Facts() (f Facts, err error) {
	if c.err != nil {
		return f, c.err
	}
	defer mended(&err)
	return c.facts(), nil
}

func (c *Census) facts() Facts {
	n := about(c.tellings)
	f := Facts{words: map[uint32]usage{}, seldom: classOf(1, n), months: c.months}
	if c.spilled != nil {
		f.copies = c.spilled.groups()
	} else {
		f.copies = c.copies.groups()
	}
	for word, df := range c.words {
		if u := (usage{classOf(df, n), df <= max(4, n/100)}); u != f.usage(word) {
			f.words[word] = u
		}
	}
	return f
}

// about is n to the next lower power of the root of two, so that the bounds of
// the classes stay while a collection grows by a third.
func about(n int) int {
	if n < 1 {
		return 0
	}
	return int(math.Pow(2, math.Floor(2*math.Log2(float64(n)))/2))
}

// classOf is the class of a word that df of n tellings use.
func classOf(df, n int) uint8 {
	k := uint8(0)
	for k < rarest && n>>(k+1) >= max(df, 1) {
		k++
	}
	return k
}

// differ is how facts differ from what they were: in words, in documents that
// have become or ceased to be copies, or in everything.
func (f Facts) differ(old Facts) (words map[uint32]bool, docs map[string]bool, all bool) {
	if f.seldom != old.seldom {
		return nil, nil, true
	}
	words, docs = map[uint32]bool{}, map[string]bool{}
	for _, m := range []map[uint32]usage{f.words, old.words} {
		for word := range m {
			if f.usage(word) != old.usage(word) {
				words[word] = true
			}
		}
	}
	for _, m := range []map[string]string{f.copies, old.copies} {
		for doc := range m {
			if f.copies[doc] != old.copies[doc] {
				docs[doc] = true
			}
		}
	}
	return words, docs, false
}

// Months are those that are to be merged, in order.
func (f Facts) Months() []calendar.Date {
	var out []calendar.Date
	for _, m := range slices.Sorted(maps.Keys(f.months)) {
		if f.months[m] > 0 {
			out = append(out, month(m))
		}
	}
	return out
}
