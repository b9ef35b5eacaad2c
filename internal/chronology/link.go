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
func link(ts []*telling) []*cluster {
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
			for _, some := range average(members, func(i, j int) (float64, bool) { return margin(ts[i], ts[j]) }) {
				told := make([]*telling, len(some))
				for k, m := range some {
					told[k] = ts[m]
				}
				out = append(out, newCluster(told))
			}
		}
	}
	return out
}

// candidate is two clusters that may be joined; old clusters are struck out by
// their being gone.
type candidate struct {
	margin float64
	a, b   int
}

// queue gives the best candidate first; of equals, the one that comes first.
type queue []candidate

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q queue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].margin, q[i].margin), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}
func (q *queue) Push(x any) { *q = append(*q, x.(candidate)) }
func (q *queue) Pop() any {
	x := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return x
}

// apartSum stands for a pair of clusters that exclude each other; sums stay
// far above it.
var apartSum = math.Inf(-1)

// average is agglomerative clustering with average link in n² log n. Margins
// are rounded so that the order of summing decides nothing.
func average(members []int, margin func(i, j int) (float64, bool)) [][]int {
	if len(members) == 1 {
		return [][]int{members}
	}
	type node struct {
		members []int
		sums    map[int]float64 // to every other living node
	}
	nodes := make([]*node, 0, 2*len(members))
	var q queue
	offer := func(a, b int) {
		n := float64(len(nodes[a].members) * len(nodes[b].members))
		if m := math.Round(nodes[a].sums[b]/n*1e9) / 1e9; m >= 0 {
			heap.Push(&q, candidate{m, min(a, b), max(a, b)})
		}
	}
	for i, m := range members {
		nodes = append(nodes, &node{[]int{m}, map[int]float64{}})
		for j := range i {
			s, ok := margin(members[j], m)
			if !ok {
				s = apartSum
			}
			nodes[i].sums[j], nodes[j].sums[i] = s, s
			offer(j, i)
		}
	}
	for q.Len() > 0 {
		c := heap.Pop(&q).(candidate)
		a, b := nodes[c.a], nodes[c.b]
		if a == nil || b == nil {
			continue
		}
		id := len(nodes)
		n := &node{append(slices.Clone(a.members), b.members...), map[int]float64{}}
		slices.Sort(n.members)
		nodes = append(nodes, n)
		nodes[c.a], nodes[c.b] = nil, nil
		for k := range id {
			if nodes[k] == nil {
				continue
			}
			s := a.sums[k] + b.sums[k]
			n.sums[k], nodes[k].sums[id] = s, s
			delete(nodes[k].sums, c.a)
			delete(nodes[k].sums, c.b)
			offer(k, id)
		}
	}
	var out [][]int
	for _, n := range nodes {
		if n != nil {
			out = append(out, n.members)
		}
	}
	slices.SortFunc(out, func(a, b []int) int { return cmp.Compare(a[0], b[0]) })
	return out
}
