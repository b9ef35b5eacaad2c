package chronology

import (
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// Near-duplicate documents have fingerprints that differ in at most sameBits
// of 64 bits (Manku, Jain and Das Sarma, 2007, for pages of the web), or, as
// lists, share at least sameParts of all their parts.
const (
	sameBits  = 3
	sameParts = .8
)

// copies puts documents into groups of near-duplicates: document → group. The
// groups are numbered in the order of the documents' names.
func copies(ts []*telling) map[string]int {
	prints := map[string]string{}
	for _, t := range ts {
		if prints[t.Doc] == "" {
			prints[t.Doc] = t.Fingerprint
		}
	}
	docs := make([]string, 0, len(prints))
	for doc := range prints {
		docs = append(docs, doc)
	}
	slices.Sort(docs)
	leader := make([]int, len(docs))
	buckets := map[string][]int{} // part of a fingerprint → documents
	for i, doc := range docs {
		leader[i] = i
		for _, key := range bands(prints[doc]) {
			for _, j := range buckets[key] {
				if alike(prints[doc], prints[docs[j]]) {
					join(leader, i, j)
				}
			}
			buckets[key] = append(buckets[key], i)
		}
	}
	group := make(map[string]int, len(docs))
	for i, doc := range docs {
		group[doc] = root(leader, i)
	}
	return group
}

// bands are the keys under which a near-duplicate is found: of four quarters
// of 64 bits, three changed bits leave one as it is.
func bands(print string) []string {
	if parts := strings.Split(print, ","); len(parts) > 1 {
		return parts
	}
	if len(print) != 16 || strings.Trim(print, "0") == "" {
		return nil
	}
	var out []string
	for i := 0; i < 16; i += 4 {
		out = append(out, strconv.Itoa(i)+print[i:i+4])
	}
	return out
}

func alike(a, b string) bool {
	if x, y := strings.Split(a, ","), strings.Split(b, ","); len(x) > 1 && len(y) > 1 {
		slices.Sort(x)
		slices.Sort(y)
		x, y = slices.Compact(x), slices.Compact(y)
		n := common(x, y)
		return float64(n) >= sameParts*float64(len(x)+len(y)-n)
	}
	x, err1 := strconv.ParseUint(a, 16, 64)
	y, err2 := strconv.ParseUint(b, 16, 64)
	return err1 == nil && err2 == nil && bits.OnesCount64(x^y) <= sameBits
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
