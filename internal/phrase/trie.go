package phrase

import (
	"cmp"
	"slices"
)

// trie is the patterns of a set, laid out flat. Node 0 is the root. The edges
// of node n are those from nodes[n].edge to nodes[n+1].edge: their symbols, in
// order, and the nodes that they lead to. Most words have no pattern that
// begins with them, so the root has a table of its own, by symbol.
type trie struct {
	nodes   []node // one more for the end
	symbols []symbol
	to      []int32
	root    []int32 // by symbol + least; 0 for no edge
	least   symbol
	ends    []int32  // rules, of the nodes where they end
	asks    []uint64 // sets of operations, one bit each
}

type node struct {
	edge  int32  // its first
	end   int32  // where its rules begin in ends
	asks  int32  // which of the trie's sets of operations edges lead on from it by
	leads filter // of the symbols that edges lead on from it by
}

// filter tells of most sets of symbols that they have none in common: each
// symbol sets one bit, by its number spread as Knuth does (volume 3, 6.4).
type filter uint64

func (s symbol) filter() filter { return 1 << (uint32(s) * 2654435769 >> 26) }

// growth is a trie while patterns are added to it. Each node but the root is
// led to by one edge.
type growth struct {
	to   map[uint64]int32 // node and symbol → the node that an edge leads to
	from []int32          // node → the one that leads to it
	by   []symbol         // and its symbol
	last []int32          // node → the rule that ended there last, from 1
	ends []end            // in the order of the rules
}

// end is a node where a rule ends.
type end struct{ node, rule int32 }

// newGrowth is a root that about so many nodes will grow from.
func newGrowth(nodes int) growth {
	return growth{to: make(map[uint64]int32, nodes), from: make([]int32, 1, nodes), by: make([]symbol, 1, nodes), last: make([]int32, 1, nodes)}
}

// edge is the node to which sym leads from n, made where there is none.
func (g *growth) edge(n int32, sym symbol) int32 {
	k := uint64(n)<<32 | uint64(uint32(sym))
	if m, ok := g.to[k]; ok {
		return m
	}
	m := int32(len(g.from))
	g.to[k] = m
	g.from, g.by, g.last = append(g.from, n), append(g.by, sym), append(g.last, 0)
	return m
}

// end lets rule i, which is not before those that have ended so far, end at n.
func (g *growth) end(n int32, i int) {
	if g.last[n] != int32(i+1) {
		g.last[n], g.ends = int32(i+1), append(g.ends, end{n, int32(i)})
	}
}

// sorted is every node but the root, in the order of the nodes that lead to
// them, then of their symbols.
func (g *growth) sorted() []int32 {
	at := make([]int32, len(g.from)+1) // node → the place behind its edges
	for _, n := range g.from[1:] {
		at[n+1]++
	}
	for n := range g.from {
		at[n+1] += at[n]
	}
	out := make([]int32, len(g.from)-1)
	for m := 1; m < len(g.from); m++ {
		out[at[g.from[m]]] = int32(m)
		at[g.from[m]]++
	}
	for from := int32(0); int(from) < len(out); {
		to := at[g.from[out[from]]]
		slices.SortFunc(out[from:to], func(a, b int32) int { return cmp.Compare(g.by[a], g.by[b]) })
		from = to
	}
	return out
}

// lay lays out a trie, in which the first symbols below zero are so many
// operations.
func lay(g *growth, operations int) trie {
	t := trie{nodes: make([]node, len(g.from)+1), symbols: make([]symbol, len(g.from)-1), to: g.sorted(), ends: make([]int32, len(g.ends))}
	slices.SortFunc(g.ends, func(a, b end) int { return cmp.Or(cmp.Compare(a.node, b.node), cmp.Compare(a.rule, b.rule)) })
	k, ended := 0, 0
	for n := range g.from {
		t.nodes[n] = node{edge: int32(k), end: int32(ended)}
		asks, leads := uint64(0), filter(0)
		for ; k < len(t.to) && g.from[t.to[k]] == int32(n); k++ {
			sym := g.by[t.to[k]]
			t.symbols[k] = sym
			if sym < 0 && int(-sym) <= operations {
				asks |= 1 << (-sym - 1)
			}
			leads |= sym.filter()
		}
		t.nodes[n].asks, t.nodes[n].leads = t.asking(asks), leads
		for ; ended < len(g.ends) && g.ends[ended].node == int32(n); ended++ {
			t.ends[ended] = g.ends[ended].rule
		}
	}
	t.nodes[len(g.from)] = node{edge: int32(k), end: int32(ended)}
	if n := t.nodes[1].edge; n > 0 {
		t.least = t.symbols[0]
		t.root = make([]int32, t.symbols[n-1]-t.least+1)
		for i := range n {
			t.root[t.symbols[i]-t.least] = t.to[i]
		}
	}
	return t
}

// asking is the number of a set of operations. The first is that of the root.
func (t *trie) asking(set uint64) int32 {
	k := slices.Index(t.asks, set)
	if k < 0 {
		k = len(t.asks)
		t.asks = append(t.asks, set)
	}
	return int32(k)
}

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
	from, to := t.nodes[n].edge, t.nodes[n+1].edge
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
