package chronology

import (
	"cmp"
	"container/heap"
	"iter"
	"math"
	"slices"
)

// Bounds of what one telling is compared with: of each key's tellings of its
// days those that stand next before it, and of all of these the ones that
// share most keys. What is told a hundred times in a day is held together over
// its neighbours.
const (
	neighbourhood = 24
	likely        = 16
)

// link makes clusters of the tellings of one level by average link: the two
// clusters whose tellings fit best on average are joined, as long as any two
// fit and none of their tellings exclude each other.
func link(all []*telling, clusters *clusters) []*cluster {
	ts, again := repeats(all)
	leader := make([]int, len(ts))
	for i := range ts {
		leader[i] = i
	}
	for i, others := range pairs(ts) {
		for _, j := range others {
			if m, ok := margin(ts[j], ts[i]); ok && m >= 0 {
				join(leader, int(j), i)
			}
		}
	}
	groups := make([][]int, len(ts)) // by root, of those that are no root themselves
	for i := range ts {
		if r := root(leader, i); r != i {
			groups[r] = append(groups[r], i)
		}
	}
	out := make([]*cluster, 0, len(ts))
	for i := range ts {
		switch others := groups[i]; {
		case root(leader, i) != i:
		case len(others) == 0 && len(again[ts[i]]) == 0: // most
			out = append(out, clusters.of(ts[i]))
		default:
			for _, some := range average(append([]int{i}, others...), ts) {
				var told []*telling
				for _, m := range some {
					told = append(append(told, ts[m]), again[ts[m]]...)
				}
				out = append(out, clusters.of(told...))
			}
		}
	}
	return out
}

// pairs are, for each telling, the earlier ones that it is to be compared
// with. Days are looked at one at a time with the day before, so two tables of a
// day each do, however full the month is; what is coarser has one table.
func pairs(ts []*telling) iter.Seq2[int, []int32] {
	return func(yield func(int, []int32) bool) {
		days := &twoDays{room: perDay(ts) * 48}
		defer days.done()
		var met meeting
		met.among(len(ts))
		var keys []uint64
		for i, t := range ts {
			keys = t.sought(keys[:0])
			now, before := days.of(t)
			for _, p := range []*posts{now, before} {
				if p == nil {
					continue
				}
				for _, key := range keys {
					p.newest(key, neighbourhood, &met)
				}
			}
			if !yield(i, met.often(likely)) {
				return
			}
			keys = t.posted(keys[:0])
			for _, key := range keys {
				now.add(key, i)
			}
		}
	}
}

// twoDays are the tables of a day and the day before it, while days come in
// order; of what is coarser, one.
type twoDays struct {
	room        int
	day         int
	now, before *posts
}

// of are the tables in which a telling is to be sought, that of its own day
// first; nil for one that is empty.
func (d *twoDays) of(t *telling) (now, before *posts) {
	day := 0
	if t.level == 0 {
		day = t.when.First()
	}
	switch {
	case d.now == nil:
		d.now = newPosts(d.room)
	case day == d.day:
	case day == d.day+1:
		if d.before != nil {
			d.before.done()
		}
		d.now, d.before = newPosts(d.room), d.now
	default:
		d.done()
		d.now = newPosts(d.room)
	}
	d.day = day
	return d.now, d.before
}

func (d *twoDays) done() {
	for _, p := range []*posts{d.now, d.before} {
		if p != nil {
			p.done()
		}
	}
	d.now, d.before = nil, nil
}

// perDay is about how many of tellings of one level a table is to hold.
func perDay(ts []*telling) int {
	n := len(ts)
	if n > 0 && ts[0].level == 0 {
		n = n/16 + 1
	}
	return n
}

// repeats takes out what one document says of one event a second time in the
// same words: it goes where the first goes, and has no say in it. A page that
// holds one sentence ten thousand times costs no more than one that says it
// once. What the author wrote down as an event is told each time on purpose.
func repeats(all []*telling) (ts []*telling, again map[*telling][]*telling) {
	twice := sentencesTwice(all)
	if len(twice) == 0 {
		return all, nil
	}
	type words struct {
		doc, date, mod, kind, headline string
		text                           uint64
	}
	first := map[words]*telling{}
	again = map[*telling][]*telling{}
	for _, t := range all {
		if _, more := slices.BinarySearch(twice, t.words); !more {
			ts = append(ts, t)
			continue
		}
		key := words{t.Doc, t.Date, t.Mod, t.Type, t.Headline, t.words}
		if was := first[key]; was != nil && t.DateBasis != "explicit" {
			again[was] = append(again[was], t)
			continue
		}
		first[key] = t
		ts = append(ts, t)
	}
	return ts, again
}

// sentencesTwice are the sentences, in order, that several tellings have.
func sentencesTwice(all []*telling) []uint64 {
	out := make([]uint64, len(all))
	for i, t := range all {
		out[i] = t.words
	}
	slices.Sort(out)
	n := 0
	for i := 1; i < len(out); i++ {
		if out[i] == out[i-1] && (n == 0 || out[n-1] != out[i]) {
			out[n] = out[i]
			n++
		}
	}
	return out[:n]
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
// their margins grows with the square. What is told more often is clustered in
// parts, in order, and then the clusters of the parts by their spokesmen.
const largest = 96

// average is agglomerative clustering with average link in n² log n of at most
// largest members.
func average(members []int, ts []*telling) [][]int {
	groups := make([][]int, len(members))
	for i, m := range members {
		groups[i] = []int{m}
	}
	for {
		var next [][]int
		for part := range slices.Chunk(groups, largest) {
			next = append(next, newTable(part, ts).join()...)
		}
		if len(groups) <= largest || len(next) == len(groups) {
			return next
		}
		groups = next
	}
}

// groupMargin is the margin of two groups of tellings: the mean over their
// spokesmen, false where any two exclude each other.
func groupMargin(a, b []int, ts []*telling) (float64, bool) {
	a, b = a[:min(len(a), spokesmen)], b[:min(len(b), spokesmen)]
	sum := 0.0
	for _, i := range a {
		for _, j := range b {
			m, ok := margin(ts[i], ts[j])
			if !ok {
				return 0, false
			}
			sum += m
		}
	}
	return sum / float64(len(a)*len(b)), true
}

// table is the clusters of some groups and the sums of margins between them.
type table struct {
	members [][]int // nil for a cluster that has gone into another
	size    []int   // groups in each
	sums    [][]float64
	offers  queue
	ts      []*telling
}

func newTable(groups [][]int, ts []*telling) *table {
	n := len(groups)
	t := &table{slices.Clone(groups), make([]int, n), make([][]float64, n), nil, ts}
	for i, g := range groups {
		t.size[i] = 1
		t.sums[i] = make([]float64, n)
		for j := range i {
			s, ok := groupMargin(groups[j], g, ts)
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
	if m := math.Round(t.sums[a][b]/float64(t.size[a]*t.size[b])*1e9) / 1e9; m >= 0 {
		alike := t.ts[t.members[a][0]].Type == t.ts[t.members[b][0]].Type
		heap.Push(&t.offers, candidate{alike, m, a, b, t.size[a], t.size[b]})
	}
}

// join joins the best two clusters for as long as any two fit.
func (t *table) join() [][]int {
	for t.offers.Len() > 0 {
		c := heap.Pop(&t.offers).(candidate)
		if t.size[c.a] != c.sizeA || t.size[c.b] != c.sizeB {
			continue
		}
		t.members[c.a] = slices.Concat(t.members[c.a], t.members[c.b])
		t.size[c.a] += t.size[c.b]
		t.members[c.b], t.size[c.b] = nil, 0
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
