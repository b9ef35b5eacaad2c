package phrase

import (
	"cmp"
	"slices"
)

// growth is a trie while patterns are added to it. Each node but the root is
// led to by one edge.
type growth struct {
	to   map[uint64]int32 // node and symbol → the node that an edge leads to
	from []int32          // node → the one that leads to it
	by   []symbol         // and its symbol
	last []int32          // node → the last of ends there, from 1; 0 for none
	ends []end            // in the order of the rules
}

// end is that a rule ends at a node, and the one of ends before it there, from 1.
type end struct{ rule, before int32 }

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
	before := g.last[n]
	if before > 0 && g.ends[before-1].rule == int32(i) {
		return
	}
	g.ends = append(g.ends, end{int32(i), before})
	g.last[n] = int32(len(g.ends))
}

// appendEnds appends to dst the rules that end at n, in their order.
func (g *growth) appendEnds(dst []int32, n int) []int32 {
	from := len(dst)
	for k := g.last[n]; k > 0; k = g.ends[k-1].before {
		dst = append(dst, g.ends[k-1].rule)
	}
	slices.Reverse(dst[from:])
	return dst
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
	t := trie{nodes: make([]node, len(g.from)+1), symbols: make([]symbol, len(g.from)-1), to: g.sorted(), ends: make([]int32, 0, len(g.ends))}
	k := 0
	for n := range g.from {
		t.nodes[n] = node{edge: int32(k), end: int32(len(t.ends))}
		asks, leads := uint64(0), filter{}
		for ; k < len(t.to) && g.from[t.to[k]] == int32(n); k++ {
			sym := g.by[t.to[k]]
			t.symbols[k] = sym
			if sym < 0 && int(-sym) <= operations {
				asks |= 1 << (-sym - 1)
			}
			leads.add(sym)
		}
		t.nodes[n].asks, t.nodes[n].leads = t.asking(asks), leads
		t.ends = g.appendEnds(t.ends, n)
	}
	t.nodes[len(g.from)] = node{edge: int32(k), end: int32(len(t.ends))}
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
