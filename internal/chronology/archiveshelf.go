package chronology

import (
	"maps"
	"math"
	"slices"
)

// comparePairs orders pairs of units by their spans.
func comparePairs(a, b [2]*unit) int {
	if c := a[0].span.compare(b[0].span); c != 0 {
		return c
	}
	return a[1].span.compare(b[1].span)
}

// shelf writes the spans with their tellings and clusters, and what these bid
// for each other.
func (a *archivist) shelf(s *shelf) {
	spans := slices.SortedFunc(maps.Keys(s.units), span.compare)
	numbers := make(map[*unit]int, len(spans))
	a.size(len(spans))
	for i, at := range spans {
		u := s.units[at]
		numbers[u] = i
		a.signed(at.from)
		a.signed(at.to)
		a.signed(at.level)
		a.tellingsOf(s.told[at])
		a.size(len(u.clusters))
		for _, c := range u.clusters {
			a.clusters[c] = len(a.clusters)
			a.tellingsOf(c.told)
			a.signed(c.first)
			a.signed(c.last)
			a.size(c.level)
		}
		a.turn()
	}
	a.offers(s, numbers)
	a.edges(s, numbers)
}

// offers writes what the clusters of one span bid for those of another.
func (a *archivist) offers(s *shelf, numbers map[*unit]int) {
	a.size(len(s.bids))
	for _, pair := range slices.SortedFunc(maps.Keys(s.bids), comparePairs) {
		a.size(numbers[pair[0]])
		a.size(numbers[pair[1]])
		a.size(len(s.bids[pair]))
		for _, o := range s.bids[pair] {
			a.size(o.guest.at)
			a.size(len(o.bids))
			for _, b := range o.bids {
				a.size(b.host.at)
				a.long(math.Float64bits(b.fit))
				a.mark(mark(b.venue))
			}
		}
		a.turn()
	}
}

// edges writes which clusters of two spans fit each other.
func (a *archivist) edges(s *shelf, numbers map[*unit]int) {
	a.size(len(s.edges))
	for _, pair := range slices.SortedFunc(maps.Keys(s.edges), comparePairs) {
		a.size(numbers[pair[0]])
		a.size(numbers[pair[1]])
		a.size(len(s.edges[pair]))
		for _, e := range s.edges[pair] {
			a.size(e.before.at)
			a.size(e.after.at)
			a.mark(mark(e.alike))
			a.long(math.Float64bits(e.fit))
		}
	}
}

func (a *archivist) tellingsOf(list []*telling) {
	a.size(len(list))
	for _, t := range list {
		a.size(a.tellings[t])
	}
}

func (a *archive) tellingsOf() []*telling {
	out := a.told.take(a.count())
	for i := range out {
		if n := a.index(len(a.tellings)); !a.blind {
			out[i] = a.tellings[n]
		}
	}
	return out
}

// shelf reads the spans, and puts together the months that see them.
func (a *archive) shelf() {
	s := a.keeper.shelf
	n := a.count()
	for range n {
		at := span{a.signed(), a.signed(), a.signed()}
		if told := a.tellingsOf(); len(told) > 0 {
			s.told[at] = told
		}
		u := &unit{span: at}
		made := make([]cluster, a.count())
		u.clusters = make([]*cluster, len(made))
		for i := range made {
			c := &made[i]
			c.told, c.first, c.last, c.level, c.of, c.at = a.tellingsOf(), a.signed(), a.signed(), a.index(undated+1), at, i
			if len(c.told) == 0 {
				a.fail()
			}
			u.clusters[i] = c
		}
		if at.to < at.from || at.to-at.from > mostMonths || a.blind {
			a.fail()
			return
		}
		s.units[at] = u
		a.units, a.clusters = append(a.units, u), append(a.clusters, u.clusters...)
	}
	a.offers(s)
	a.edges(s)
	if a.blind {
		return
	}
	for m, spans := range s.present() {
		s.months[m] = s.merge(m, spans)
	}
}

func (a *archive) offers(s *shelf) {
	for range a.count() {
		pair := a.pair()
		offers := make([]offer, a.count())
		for i := range offers {
			offers[i].guest = a.clusterOf(pair[0])
			offers[i].bids = a.bids.take(a.count())
			for j := range offers[i].bids {
				offers[i].bids[j] = bid{a.clusterOf(pair[1]), math.Float64frombits(a.long()), a.mark() > 0}
			}
		}
		s.bids[pair] = offers
	}
}

func (a *archive) edges(s *shelf) {
	for range a.count() {
		pair := a.pair()
		var list []edge
		for range a.count() {
			list = append(list, edge{a.clusterOf(pair[0]), a.clusterOf(pair[1]), a.mark() > 0, math.Float64frombits(a.long())})
		}
		s.edges[pair] = list
	}
}

// mostMonths is how many months a span covers at most: what covers more than a
// year is seen in one.
const mostMonths = 1 << 10

// pair is two units by number.
func (a *archive) pair() [2]*unit {
	i, j := a.index(len(a.units)), a.index(len(a.units))
	if a.blind {
		return [2]*unit{{}, {}}
	}
	return [2]*unit{a.units[i], a.units[j]}
}

// clusterOf is a cluster of a unit by number.
func (a *archive) clusterOf(u *unit) *cluster {
	i := a.index(len(u.clusters))
	if a.blind {
		return &cluster{}
	}
	return u.clusters[i]
}
