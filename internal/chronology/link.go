package chronology

import (
	"cmp"
	"container/heap"
	"math"
	"slices"
)

// link makes clusters of the tellings of one level by average link: the two
// clusters whose tellings fit best on average are joined, as long as any two
// fit and none of their tellings exclude each other.
func link(all []*telling) []*cluster {
	ts, again := repeats(all)
	ix := make([]*cluster, len(ts))
	at := map[*cluster]int{}
	for i, t := range ts {
		ix[i] = newCluster([]*telling{t})
		at[ix[i]] = i
	}
	find := newIndex(ix)
	pairs := map[[2]int]float64{}
	leader := make([]int, len(ts))
	for i, t := range ts {
		leader[i] = i
		for _, c := range find.near([]*telling{t}, t.first-1, t.last+1) {
			j := at[c]
			if j <= i {
				continue
			}
			if m, ok := margin(t, ts[j]); ok && m >= 0 {
				pairs[[2]int{i, j}] = m
			}
		}
	}
	for p := range pairs { // the groups are the same in any order
		join(leader, p[0], p[1])
	}
	groups := map[int][]int{}
	for i := range ts {
		groups[root(leader, i)] = append(groups[root(leader, i)], i)
	}
	var out []*cluster
	for i := range ts {
		if members := groups[i]; len(members) > 0 {
			for _, some := range average(members, func(i, j int) (float64, bool) { return margin(ts[i], ts[j]) },
				func(i, j int) bool { return ts[i].Type == ts[j].Type }) {
				told := make([]*telling, 0, len(some))
				for _, m := range some {
					told = append(append(told, ts[m]), again[ts[m]]...)
				}
				out = append(out, newCluster(told))
			}
		}
	}
	return out
}

// repeats takes out what one document says of one event a second time in the
// same words: it goes where the first goes, and has no say in it. A page that
// holds one sentence ten thousand times costs no more than one that says it
// once. What the author wrote down as an event is told each time on purpose.
func repeats(all []*telling) (ts []*telling, again map[*telling][]*telling) {
	type words struct{ doc, date, mod, kind, headline, text string }
	first := map[words]*telling{}
	again = map[*telling][]*telling{}
	for _, t := range all {
		key := words{t.Doc, t.Date, t.Mod, t.Type, t.Headline, t.text()}
		if was := first[key]; was != nil && t.DateBasis != "explicit" {
			again[was] = append(again[was], t)
			continue
		}
		first[key] = t
		ts = append(ts, t)
	}
	return ts, again
}

// candidate is two clusters that may be joined, as they were when offered:
// once either has grown, the offer is void.
type candidate struct {
	alike        bool // of one type
	margin       float64
	a, b         int
	sizeA, sizeB int
}

// queue gives candidates of one type first, for a type that was read otherwise
// must not come between two that agree; then the best; of equals, the one that
// comes first.
type queue []candidate

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q queue) Less(i, j int) bool {
	return cmp.Or(order(q[j].alike, q[i].alike), cmp.Compare(q[j].margin, q[i].margin), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}
func (q *queue) Push(x any) { *q = append(*q, x.(candidate)) }
func (q *queue) Pop() any {
	x := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return x
}

// apartSum stands for a pair of clusters that exclude each other; what is
// added to it changes nothing.
var apartSum = math.Inf(-1)

// largest bounds how many tellings are clustered at once, for the table of
// their margins grows with the square. A day that is told more often is cut
// into parts in the order of documents.
const largest = 1000

// average is agglomerative clustering with average link in n² log n.
func average(members []int, margin func(i, j int) (float64, bool), alike func(i, j int) bool) [][]int {
	var out [][]int
	for part := range slices.Chunk(members, largest) {
		out = append(out, newTable(part, margin, alike).join()...)
	}
	return out
}

// table is the clusters of some members and the sums of margins between them.
type table struct {
	members [][]int // nil for a cluster that has gone into another
	sums    [][]float64
	offers  queue
	alike   func(i, j int) bool
}

func newTable(members []int, margin func(i, j int) (float64, bool), alike func(i, j int) bool) *table {
	t := &table{make([][]int, len(members)), make([][]float64, len(members)), nil, alike}
	for i, m := range members {
		t.members[i] = []int{m}
		t.sums[i] = make([]float64, len(members))
		for j := range i {
			s, ok := margin(members[j], m)
			if !ok {
				s = apartSum
			}
			t.sums[i][j], t.sums[j][i] = s, s
			t.offer(j, i)
		}
	}
	return t
}

// offer puts two clusters into the queue if they fit. Margins are rounded so
// that the order of summing decides nothing.
func (t *table) offer(a, b int) {
	a, b = min(a, b), max(a, b)
	x, y := len(t.members[a]), len(t.members[b])
	if m := math.Round(t.sums[a][b]/float64(x*y)*1e9) / 1e9; m >= 0 {
		heap.Push(&t.offers, candidate{t.alike(t.members[a][0], t.members[b][0]), m, a, b, x, y})
	}
}

// join joins the best two clusters for as long as any two fit.
func (t *table) join() [][]int {
	for t.offers.Len() > 0 {
		c := heap.Pop(&t.offers).(candidate)
		if len(t.members[c.a]) != c.sizeA || len(t.members[c.b]) != c.sizeB {
			continue
		}
		t.members[c.a] = append(t.members[c.a], t.members[c.b]...)
		t.members[c.b] = nil
		for k := range t.members {
			if k == c.a || t.members[k] == nil {
				continue
			}
			s := t.sums[c.a][k] + t.sums[c.b][k]
			t.sums[c.a][k], t.sums[k][c.a] = s, s
			t.offer(c.a, k)
		}
	}
	var out [][]int
	for _, m := range t.members {
		if m != nil {
			slices.Sort(m)
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return out
}
