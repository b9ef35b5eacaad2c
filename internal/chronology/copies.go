package chronology

import (
	"math/bits"
	"slices"
	"strconv"
)

// Near-duplicate documents have fingerprints that differ in at most sameBits
// of 64 bits (Manku, Jain and Das Sarma, 2007, for pages of the web).
const sameBits = 3

// copies finds near-duplicates: document → the first of its group by name,
// where that is another. What has no fingerprint is nobody's copy.
func copies(prints map[string]string) map[string]string {
	first := map[uint64]string{} // fingerprint → first document
	for doc, print := range prints {
		if n, ok := signature(print); ok {
			if old, known := first[n]; !known || doc < old {
				first[n] = doc
			}
		}
	}
	all := make([]uint64, 0, len(first))
	for n := range first {
		all = append(all, n)
	}
	slices.Sort(all)
	leader := make([]int, len(all))
	for i := range all {
		leader[i] = i
	}
	for _, b := range bands {
		order := make([]int, len(all))
		for i := range order {
			order[i] = i
		}
		slices.SortFunc(order, func(i, j int) int { return b.compare(all[i], all[j]) })
		for x, i := range order {
			for _, j := range order[x+1:] {
				if b.key(all[i]) != b.key(all[j]) {
					break
				}
				if bits.OnesCount64(all[i]^all[j]) <= sameBits {
					join(leader, i, j)
				}
			}
		}
	}
	name := make([]string, len(all)) // of a group's root
	for i, n := range all {
		if r := root(leader, i); name[r] == "" || first[n] < name[r] {
			name[r] = first[n]
		}
	}
	out := map[string]string{}
	for doc, print := range prints {
		if n, ok := signature(print); ok {
			i, _ := slices.BinarySearch(all, n)
			if leads := name[root(leader, i)]; leads != doc {
				out[doc] = leads
			}
		}
	}
	return out
}

// copyIndex holds fingerprints by document, and knows which change leaves all
// groups as they are: that of a document that is nobody's copy before or after.
type copyIndex struct {
	prints  map[string]string
	count   map[uint64]int // documents of a fingerprint
	buckets []map[uint64][]uint64
	known   map[string]string // the groups, nil where they may have changed
}

func newCopyIndex() *copyIndex {
	ix := &copyIndex{map[string]string{}, map[uint64]int{}, make([]map[uint64][]uint64, len(bands)), nil}
	for i := range ix.buckets {
		ix.buckets[i] = map[uint64][]uint64{}
	}
	return ix
}

// set gives a document its fingerprint, "" where it is taken away.
func (ix *copyIndex) set(doc, print string) {
	old, held := ix.prints[doc]
	if held && old == print {
		return
	}
	if n, ok := signature(old); ok {
		ix.count[n]--
		if ix.count[n] == 0 {
			delete(ix.count, n)
			for i, b := range bands {
				key := b.key(n)
				list := ix.buckets[i][key]
				if at := slices.Index(list, n); at >= 0 {
					list[at] = list[len(list)-1]
					ix.buckets[i][key] = list[:len(list)-1]
				}
				if len(list) == 1 {
					delete(ix.buckets[i], key)
				}
			}
		}
		ix.look(n)
	}
	if ix.prints[doc] = print; print == "" {
		delete(ix.prints, doc)
	}
	if n, ok := signature(print); ok {
		ix.look(n)
		if ix.count[n]++; ix.count[n] == 1 {
			for i, b := range bands {
				ix.buckets[i][b.key(n)] = append(ix.buckets[i][b.key(n)], n)
			}
		}
	}
}

// look forgets the groups where a fingerprint is like another document's.
func (ix *copyIndex) look(n uint64) {
	if ix.known == nil {
		return
	}
	for i, b := range bands {
		for _, m := range ix.buckets[i][b.key(n)] {
			if bits.OnesCount64(m^n) <= sameBits {
				ix.known = nil
				return
			}
		}
	}
}

// groups are those of copies, of all fingerprints.
func (ix *copyIndex) groups() map[string]string {
	if ix.known == nil {
		ix.known = copies(ix.prints)
	}
	return ix.known
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
