package phrase

import (
	"cmp"
	"maps"
	"slices"
)

// trie is the patterns of a set, laid out flat. Node 0 is the root. The edges
// of node n are those from first[n] to first[n+1]: their symbols, in order,
// and the nodes that they lead to. Most words have no pattern that begins with
// them, so the root has a table of its own, by symbol.
type trie struct {
	first   []int32
	symbols []symbol
	to      []int32
	root    []int32 // by symbol + least; 0 for no edge
	least   symbol
	endAt   []int32 // node → where its rules begin in ends; one more for the end
	ends    []int32 // rules, of the nodes where they end
}

// lay lays out edges and ends of as many nodes as there are behind the root.
func lay(edges map[uint64]int32, ends map[int32][]int32, nodes int32) trie {
	t := trie{first: make([]int32, nodes+2), endAt: make([]int32, nodes+2)}
	keys := slices.SortedFunc(maps.Keys(edges), func(a, b uint64) int {
		return cmp.Or(cmp.Compare(a>>32, b>>32), cmp.Compare(symbol(uint32(a)), symbol(uint32(b))))
	})
	for _, k := range keys {
		t.first[k>>32+1]++
		t.symbols = append(t.symbols, symbol(uint32(k)))
		t.to = append(t.to, edges[k])
	}
	for n := range nodes + 1 {
		t.first[n+1] += t.first[n]
		t.ends = append(t.ends, ends[n]...)
		t.endAt[n+1] = int32(len(t.ends))
	}
	if n := t.first[1]; n > 0 {
		t.least = t.symbols[0]
		t.root = make([]int32, t.symbols[n-1]-t.least+1)
		for i := range n {
			t.root[t.symbols[i]-t.least] = t.to[i]
		}
	}
	return t
}

// endsAt is the rules that end at node n.
func (t *trie) endsAt(n int32) []int32 { return t.ends[t.endAt[n]:t.endAt[n+1]] }

// leaf reports whether no edge leads on from node n.
func (t *trie) leaf(n int32) bool { return t.first[n] == t.first[n+1] }

// few is how many edges are looked through one by one.
const few = 8

// next is the node that the edge from n by sym leads to, or 0.
func (t *trie) next(n int32, sym symbol) int32 {
	if n == 0 {
		if i := int(sym - t.least); i >= 0 && i < len(t.root) {
			return t.root[i]
		}
		return 0
	}
	from, to := t.first[n], t.first[n+1]
	for to-from > few {
		m := (from + to) / 2
		if t.symbols[m] <= sym {
			from = m
		} else {
			to = m
		}
	}
	for i := from; i < to; i++ {
		if t.symbols[i] == sym {
			return t.to[i]
		}
	}
	return 0
}
