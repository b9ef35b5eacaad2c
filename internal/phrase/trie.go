package phrase

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
// symbol sets one bit of either half, by its number spread as Knuth does (volume
// 3, 6.4).
type filter struct{ a, b uint64 }

func (f *filter) add(s symbol) { f.join(s.filter()) }

func (f *filter) join(o filter) { f.a, f.b = f.a|o.a, f.b|o.b }

// meets reports whether the two may have a symbol in common.
func (f *filter) meets(o *filter) bool { return f.a&o.a != 0 && f.b&o.b != 0 }

// filter is that of one symbol.
func (s symbol) filter() filter {
	h := uint32(s) * 2654435769
	return filter{1 << (h >> 26), 1 << (h >> 20 & 63)}
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
