package chronology

import (
	"encoding/binary"
	"math"
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
	if c.known == nil {
		prints := newSorting(nil, math.MaxInt)
		for doc, n := range c.prints {
			prints.add(printRecord(n, doc))
		}
		c.known = nearDuplicates(prints, func() *sorting { return newSorting(nil, math.MaxInt) })
	}
	return c.known
}

// printRecord is the record of a document with its fingerprint.
func printRecord(n uint64, doc string) []byte {
	return append(binary.BigEndian.AppendUint64(nil, n), doc...)
}

// nearDuplicates are groups of documents that come by their fingerprints. What it
// holds are those that are like another; the rest is put in order by sorting.
// Fingerprints that are alike have a band in common, so they stand together in
// its order.
func nearDuplicates(prints *sorting, sorting func() *sorting) map[string]string {
	like := forest{}
	for _, b := range bands {
		by := sorting()
		last := uint64(0)
		for _, record := range prints.each() {
			if n := binary.BigEndian.Uint64(record); n != last {
				by.add(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, b.key(n)), n))
				last = n
			}
		}
		like.grow(by)
	}
	first := map[uint64]string{} // document of a group's root
	for _, record := range prints.each() {
		n, doc := binary.BigEndian.Uint64(record), record[8:]
		if r, ok := like.root(n); ok && (first[r] == "" || string(doc) < first[r]) {
			first[r] = string(doc)
		}
	}
	out := map[string]string{}
	last, lead := uint64(0), ""
	for _, record := range prints.each() {
		n, doc := binary.BigEndian.Uint64(record), string(record[8:])
		if n != last {
			last, lead = n, doc
			if r, ok := like.root(n); ok {
				lead = first[r]
			}
		}
		if lead != doc {
			out[doc] = lead
		}
	}
	return out
}

// forest is fingerprints that are like another, each under one of its group.
type forest map[uint64]uint64

// grow puts those together that are alike, of fingerprints behind their bands.
func (f forest) grow(by *sorting) {
	var same []uint64
	last := uint64(0)
	for _, record := range by.each() {
		band, n := binary.BigEndian.Uint64(record), binary.BigEndian.Uint64(record[8:])
		if band != last {
			last, same = band, same[:0]
		}
		for _, m := range same {
			if alike(m, n) {
				f.join(m, n)
			}
		}
		same = append(same, n)
	}
}

func (f forest) join(m, n uint64) {
	for _, x := range []uint64{m, n} {
		if _, ok := f[x]; !ok {
			f[x] = x
		}
	}
	m, _ = f.root(m)
	n, _ = f.root(n)
	f[max(m, n)] = min(m, n)
}

// root is the root of a fingerprint's group, false where it is like no other.
func (f forest) root(n uint64) (uint64, bool) {
	r, ok := f[n]
	for ok && r != n {
		f[n] = f[r]
		n, r = r, f[r]
	}
	return n, ok
}

// signature is the bits of a fingerprint, false where it has none.
func signature(print string) (uint64, bool) {
	n, err := strconv.ParseUint(print, 16, 64)
	return n, err == nil && n != 0 && len(print) == 16
}

// CopiesOf tells which fingerprints are those of near-duplicates of documents. What is
// no fingerprint is nobody's.
func CopiesOf(prints ...string) func(print string) bool {
	var of []uint64
	for _, print := range prints {
		if n, ok := signature(print); ok {
			of = append(of, n)
		}
	}
	return func(print string) bool {
		m, ok := signature(print)
		return ok && slices.ContainsFunc(of, func(n uint64) bool { return alike(m, n) })
	}
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
