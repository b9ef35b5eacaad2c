package chronology

import (
	"math"
	"slices"
)

// cluster is tellings of one event, in the order of date, document and place.
type cluster struct {
	told        []*telling
	first, last int // of the finest date told
	level       int
	of          span // where it was made, and its number there
	at          int
	rest        rest  // of the tellings, where they are not held
	number      int64 // under which it is written down

	// Found anew each time that stretches are put together.
	into    *cluster   // what it has gone into
	guests  []*cluster // what has come to it, in order
	offered []bid      // its bids from all months
	day     *telling   // what dates the occasion at which it took place, where it has no date itself
	draft   *draft     // the event that was last made of it and its guests
}

func newCluster(ts []*telling) *cluster { return new(cluster).tells(ts) }

// clusters makes the clusters of one span.
type clusters struct {
	made pool[cluster]
	told pool[*telling]
}

// newClusters makes clusters that live together, or where the span had a unit
// before such that live apart: most of that unit's stay in their places.
func newClusters(before *unit) *clusters {
	c := &clusters{}
	c.made.apart, c.told.apart = before != nil, before != nil
	return c
}

func (r *clusters) of(ts ...*telling) *cluster { return r.made.one().tells(r.told.list(ts...)) }

// tells makes c the cluster of some tellings.
func (c *cluster) tells(ts []*telling) *cluster {
	c.told, c.first, c.last, c.level = ts, ts[0].first, ts[0].last, ts[0].level
	for _, t := range ts {
		if t.level < c.level {
			c.level = t.level
		}
		c.first, c.last = min(c.first, t.first), max(c.last, t.last)
	}
	return c
}

// spokesmen is how many tellings speak for a cluster when it is compared: what
// a thousand documents tell is known by a few of them.
const spokesmen = 12

func (c *cluster) sample() []*telling { return c.tellings(spokesmen) }

// gather makes clusters of the tellings of one span, which stand in order,
// from fine dates to coarse: tellings of one level by average link; then each
// cluster of a coarser level joins the finer one that it fits clearly best,
// for "a call in August" may be any of three. It knows nothing of other spans.
// Clusters of the unit that was made before, if there is one, may take their
// places.
func gather(s span, ts []*telling, before *unit) *unit {
	clusters := newClusters(before)
	if s.level == undated { // each for itself
		u := &unit{span: s, clusters: make([]*cluster, len(ts))}
		for i, t := range ts {
			c := clusters.of(t)
			c.of, c.at = s, i
			u.clusters[i] = c
		}
		return u
	}
	levels := make([][]*telling, undated)
	for _, t := range ts {
		levels[t.level] = append(levels[t.level], t)
	}
	var done []*cluster
	for _, level := range levels {
		if len(level) == 0 {
			continue
		}
		made := link(level, clusters)
		if len(done) == 0 {
			done = made
			continue
		}
		asked := askedBy(made)
		ix := newIndexFor(done, asked)
		joins := make([]*cluster, len(made))
		for i, c := range made {
			joins[i] = settle(ix.bids(c, asked[i]))
		}
		ix.done()
		for i, c := range made {
			if host := joins[i]; host != nil {
				host.told = append(host.told, c.told...)
			} else {
				done = append(done, c)
			}
		}
	}
	for _, c := range done {
		if len(c.told) == 1 {
			continue
		}
		slices.SortStableFunc(c.told, func(a, b *telling) int { return compareMentions(a.Mention, b.Mention) })
	}
	slices.SortStableFunc(done, func(a, b *cluster) int { return compareMentions(a.told[0].Mention, b.told[0].Mention) })
	for i, c := range done {
		c.of, c.at = s, i
	}
	return &unit{span: s, clusters: done}
}

// askedBy are the keys that each of some clusters asks for.
func askedBy(cs []*cluster) [][]uint64 {
	const usual = 48 // keys of a cluster
	keys := make([]uint64, 0, usual*len(cs))
	ends := make([]int, len(cs))
	for i, c := range cs {
		keys = c.asked(keys)
		ends[i] = len(keys)
	}
	out := make([][]uint64, len(cs))
	from := 0
	for i, to := range ends {
		out[i], from = keys[from:to:to], to
	}
	return out
}

// unit is the clusters of one span.
type unit struct {
	span     span
	clusters []*cluster
	index    *index     // made when it is first asked for
	asks     [][]uint64 // likewise the keys that each cluster asks for
}

func (u *unit) indexed() *index {
	if u.index == nil {
		u.index = newIndex(u.clusters)
	}
	return u.index
}

// asked are the keys that each cluster asks for.
func (u *unit) asked() [][]uint64 {
	if u.asks == nil {
		u.asks = askedBy(u.clusters)
	}
	return u.asks
}

// drop drops the index and the keys: they are made again if they are asked for
// again.
func (u *unit) drop() {
	u.asks = nil
	if u.index != nil {
		u.index.done()
		u.index = nil
	}
}

// fit is the average margin of two clusters by pairs of documents, each pair
// by its two tellings that fit best: what a document says of an event in a
// second sentence needs not be like what others say in their first. It is
// false where any two of their tellings exclude each other.
func fit(a, b *cluster) (float64, bool) {
	xs, ys := a.sample(), b.sample()
	if len(xs) == 1 && len(ys) == 1 {
		m, ok := margin(xs[0], ys[0])
		return math.Round(m*1e9) / 1e9, ok
	}
	var best [spokesmen][spokesmen]struct {
		margin float64
		known  bool
	}
	left, right := docsOf(xs), docsOf(ys)
	sum, pairs := 0.0, 0
	for i, x := range xs {
		for j, y := range ys {
			m, ok := margin(x, y)
			if !ok {
				return 0, false
			}
			m = math.Round(m*1e9) / 1e9 // so that the order of summing decides nothing
			switch was := &best[left[i]][right[j]]; {
			case !was.known:
				was.margin, was.known = m, true
				sum += m
				pairs++
			case m > was.margin:
				sum += m - was.margin
				was.margin = m
			}
		}
	}
	return sum / float64(pairs), true
}

// docsOf numbers the documents of some tellings.
func docsOf(ts []*telling) (out [spokesmen]uint8) {
	for i, t := range ts {
		out[i] = uint8(i)
		for j := range i {
			if ts[j].Doc == t.Doc {
				out[i] = uint8(j)
				break
			}
		}
	}
	return out
}
