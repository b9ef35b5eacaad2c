package chronology

import (
	"math"
)

// Facts is the little that merging one stretch of time must know of all the
// others: which words the whole collection uses often, and which documents
// are near-duplicates.
type Facts struct {
	words  map[string]usage  // stems that are not as rare as can be
	copies map[string]string // document → the first of its near-duplicates, where that is another
	seldom uint8             // class of a word that words does not hold
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

func (f Facts) usage(word string) usage {
	if u, ok := f.words[word]; ok {
		return u
	}
	return usage{f.seldom, true}
}

// census counts what facts are made of. It may be counted in any order.
type census struct {
	tellings int
	words    map[string]int    // stem → tellings
	prints   map[string]string // document → fingerprint
}

func newCensus() *census { return &census{words: map[string]int{}, prints: map[string]string{}} }

// add counts a telling by times: 1, or -1 to take it away again.
func (c *census) add(t *telling, times int) {
	c.tellings += times
	for _, x := range t.terms {
		if n := c.words[x.word] + times; n > 0 {
			c.words[x.word] = n
		} else {
			delete(c.words, x.word)
		}
	}
}

// print notes the fingerprint of a telling's document.
func (c *census) print(t *telling) {
	if old := c.prints[t.Doc]; old == "" || t.Fingerprint != "" && t.Fingerprint < old {
		c.prints[t.Doc] = t.Fingerprint
	}
}

func (c *census) facts() Facts {
	n := about(c.tellings)
	f := Facts{words: map[string]usage{}, copies: copies(c.prints), seldom: classOf(1, n)}
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
