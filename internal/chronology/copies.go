package chronology

import (
	"math/bits"
	"slices"
	"strconv"
)

// Near-duplicate documents have fingerprints that differ in at most sameBits
// of 64 bits (Manku, Jain and Das Sarma, 2007, for pages of the web).
const sameBits = 3

// crowd is with how many others of a bucket a fingerprint is compared, in the
// order of their bits: more that are nearly alike are alike over others.
const crowd = 64

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
			for _, j := range order[x+1 : min(len(order), x+1+crowd)] {
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
