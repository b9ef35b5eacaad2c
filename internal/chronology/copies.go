package chronology

import (
	"maps"
	"math/bits"
	"slices"
	"strconv"
)

// Near-duplicate documents have fingerprints that differ in at most sameBits
// of 64 bits (Manku, Jain and Das Sarma, 2007, for pages of the web).
const sameBits = 3

// copies holds the fingerprints of documents and finds near-duplicates. It knows
// which change leaves all groups as they are: that of a document that is
// nobody's copy before or after. Make one with newCopies.
type copies struct {
	prints map[string]uint64 // by document
	count  map[uint64]int    // documents of a fingerprint
	known  map[string]string // the groups, nil where they may have changed
}

func newCopies() *copies { return &copies{map[string]uint64{}, map[uint64]int{}, nil} }

// note gives a document a fingerprint; of several it has the least.
func (c *copies) note(doc, print string) {
	if n, ok := signature(print); ok && (c.prints[doc] == 0 || n < c.prints[doc]) {
		c.set(doc, n)
	}
}

// set gives a document its fingerprint, 0 where it has none or is taken away.
func (c *copies) set(doc string, print uint64) {
	old := c.prints[doc]
	if old == print {
		return
	}
	if old != 0 {
		if c.count[old]--; c.count[old] == 0 {
			delete(c.count, old)
		}
		c.look(old)
		delete(c.prints, doc)
	}
	if print != 0 {
		c.look(print)
		c.count[print]++
		c.prints[doc] = print
	}
}

// look forgets the groups where a fingerprint is like another document's.
func (c *copies) look(n uint64) {
	if c.known == nil {
		return
	}
	for m := range c.count {
		if alike(m, n) {
			c.known = nil
			return
		}
	}
}

func alike(m, n uint64) bool { return bits.OnesCount64(m^n) <= sameBits }

// groups are document → the first of its near-duplicates by name, where that is
// another. What has no fingerprint is nobody's copy.
func (c *copies) groups() map[string]string {
	if c.known != nil {
		return c.known
	}
	all := slices.Sorted(maps.Keys(c.count))
	leader := grouped(all)
	first := make([]string, len(all)) // document of a group's root
	at := func(n uint64) int {
		i, _ := slices.BinarySearch(all, n)
		return root(leader, i)
	}
	for doc, n := range c.prints {
		if r := at(n); first[r] == "" || doc < first[r] {
			first[r] = doc
		}
	}
	c.known = map[string]string{}
	for doc, n := range c.prints {
		if leads := first[at(n)]; leads != doc {
			c.known[doc] = leads
		}
	}
	return c.known
}

// grouped is the forest of fingerprints that are alike: those that are have a
// band in common, so they stand together in its order.
func grouped(all []uint64) (leader []int) {
	leader, order := make([]int, len(all)), make([]int, len(all))
	for i := range all {
		leader[i], order[i] = i, i
	}
	for _, b := range bands {
		slices.SortFunc(order, func(i, j int) int { return b.compare(all[i], all[j]) })
		for x, i := range order {
			for _, j := range order[x+1:] {
				if b.key(all[i]) != b.key(all[j]) {
					break
				}
				if alike(all[i], all[j]) {
					join(leader, i, j)
				}
			}
		}
	}
	return leader
}

// signature is the bits of a fingerprint, false where it has none.
func signature(print string) (uint64, bool) {
	n, err := strconv.ParseUint(print, 16, 64)
	return n, err == nil && n != 0 && len(print) == 16
}

// band is two fifths of a fingerprint: three changed bits leave two fifths as
// they are, and some 25 bits in common are rare by chance in any collection.
type band uint64

var bands = func() []band {
	var out []band
	for i := range 5 {
		for j := range i {
			out = append(out, fifth(i)|fifth(j))
		}
	}
	return out
}()

func fifth(i int) band { return band((1<<(64*(i+1)/5-64*i/5) - 1) << (64 * i / 5)) }

func (b band) key(n uint64) uint64 { return n & uint64(b) }

func (b band) compare(x, y uint64) int {
	switch k, l := b.key(x), b.key(y); {
	case k < l:
		return -1
	case k > l:
		return 1
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// root and join are a forest of groups whose root is its smallest member.
func root(leader []int, i int) int {
	for leader[i] != i {
		leader[i] = leader[leader[i]]
		i = leader[i]
	}
	return i
}

func join(leader []int, i, j int) {
	i, j = root(leader, i), root(leader, j)
	leader[max(i, j)] = min(i, j)
}
