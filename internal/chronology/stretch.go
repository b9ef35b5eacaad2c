package chronology

import (
	"cmp"
	"maps"
	"math"
	"slices"
)

// Stretch is what one month gives: the clusters of its own tellings, those of
// the spans that begin in it, and what these spans' clusters, and others that
// cover the month, bid for.
type Stretch struct {
	month int
	units []*unit // the month's own first, then in order
	bids  []offer
}

// offer is the bids of one guest in one month.
type offer struct {
	guest *cluster
	bids  []bid
}

// shelf is tellings by span, each span's in order, and what was made of them.
// The result of a span stays until its tellings change; so does what the
// clusters of one span bid for those of another, which is a matter of the two,
// and what a month gives, which is a matter of the spans that it sees. A cluster
// of the same tellings is the same cluster when its span is done anew.
type shelf struct {
	told    map[span][]*telling
	units   map[span]*unit
	was     map[span]*unit // before its tellings changed
	bids    map[[2]*unit][]offer
	edges   map[[2]*unit][]edge
	months  map[int]*Stretch
	changed map[int]bool // months that see another span, or one whose tellings have changed
	passing bool         // all months are merged one after the other, and nothing is asked of one again
}

func newShelf() *shelf {
	return &shelf{map[span][]*telling{}, map[span]*unit{}, map[span]*unit{}, map[[2]*unit][]offer{}, map[[2]*unit][]edge{}, map[int]*Stretch{}, map[int]bool{}, false}
}

// change takes tellings out and puts others in. What has neither a date nor a
// document's date can join nothing and has no place.
func (s *shelf) change(out, in []*telling) {
	gone := map[*telling]bool{}
	touched := map[span][]*telling{} // with those that come in
	for _, t := range out {
		gone[t] = true
		if at, ok := spanOf(t.said); ok {
			touched[at] = nil
		}
	}
	for _, t := range in {
		if at, ok := spanOf(t.said); ok {
			touched[at] = append(touched[at], t)
		}
	}
	for at, fresh := range touched {
		ts := slices.DeleteFunc(slices.Concat(s.told[at], fresh), func(t *telling) bool { return gone[t] })
		slices.SortFunc(ts, func(a, b *telling) int { return compareMentions(a.Mention, b.Mention) })
		s.told[at] = ts
		s.forget(at)
		if len(ts) == 0 {
			delete(s.told, at)
		}
	}
}

// forget drops what was made of a span.
func (s *shelf) forget(at span) {
	for m := at.from; m <= at.to; m++ {
		s.changed[m] = true
	}
	if u := s.units[at]; u != nil {
		delete(s.units, at)
		s.was[at] = u
	}
}

// sweep drops what was made with spans that have changed.
func (s *shelf) sweep() {
	if len(s.was) == 0 {
		return
	}
	dead := map[*unit]bool{}
	for _, u := range s.was {
		dead[u] = true
	}
	maps.DeleteFunc(s.bids, func(pair [2]*unit, _ []offer) bool { return dead[pair[0]] || dead[pair[1]] })
	maps.DeleteFunc(s.edges, func(pair [2]*unit, _ []edge) bool { return dead[pair[0]] || dead[pair[1]] })
	clear(s.was)
}

func (s *shelf) unit(at span) *unit {
	u := s.units[at]
	if u == nil {
		u = s.made(at)
		s.units[at] = u
	}
	return u
}

// made makes a unit, of the tellings of its span alone.
func (s *shelf) made(at span) *unit {
	u := gather(at, eachOnce(s.told[at]), s.was[at])
	u.keep(s.was[at])
	return u
}

// gather makes the units that the changed months see, all at once.
func (s *shelf) gather(present map[int][]span) {
	wanted := map[span]bool{}
	for m := range s.changed {
		for _, at := range present[m] {
			if s.units[at] == nil {
				wanted[at] = true
			}
		}
	}
	spans := slices.SortedFunc(maps.Keys(wanted), span.compare)
	units := make([]*unit, len(spans))
	atOnce(len(spans), func() func(int) {
		return func(i int) { units[i] = s.made(spans[i]) }
	})
	for i, at := range spans {
		s.units[at] = units[i]
	}
}

// keep puts the clusters of an older unit in the place of equal ones.
func (u *unit) keep(old *unit) {
	if old == nil {
		return
	}
	by := make(map[*telling]*cluster, len(old.clusters))
	for _, c := range old.clusters {
		by[c.told[0]] = c
	}
	for i, c := range u.clusters {
		if o := by[c.told[0]]; o != nil && slices.Equal(o.told, c.told) {
			o.at, u.clusters[i] = c.at, o
		}
	}
}

// present are the spans that each month sees, its own first.
func (s *shelf) present() map[int][]span {
	out := map[int][]span{}
	for at := range s.told {
		for m := at.from; m <= at.to; m++ {
			if out[m] == nil {
				out[m] = []span{{m, m, own}}
			}
			if at.level != own {
				out[m] = append(out[m], at)
			}
		}
	}
	for _, spans := range out {
		slices.SortFunc(spans, span.compare)
	}
	return out
}

// merge merges one month, of which these spans are seen.
func (s *shelf) merge(m int, spans []span) *Stretch {
	out := &Stretch{month: m}
	for _, at := range spans {
		if at.from == m {
			out.units = append(out.units, s.unit(at))
		}
	}
	if s.passing {
		s.expect(m, spans)
	}
	for _, guests := range spans[1:] {
		for _, hosts := range spans {
			if at, ok := guests.visits(hosts); ok && at == m {
				out.bids = append(out.bids, s.bidsOf(s.unit(guests), s.unit(hosts))...)
			}
		}
	}
	return out
}

// expect makes the index of a month for those who ask in it.
func (s *shelf) expect(m int, spans []span) {
	hosts := s.unit(spans[0])
	var asked [][]uint64
	for _, guests := range spans[1:] {
		if at, ok := guests.visits(hosts.span); ok && at == m {
			asked = append(asked, s.unit(guests).asked()...)
		}
	}
	if hosts.index == nil && len(asked) > 0 {
		hosts.index = newIndexFor(hosts.clusters, asked)
	}
}

// bidsOf is what the clusters of one span bid for those of another. Where only
// guests have changed, the others' bids are those of the last time.
func (s *shelf) bidsOf(guests, hosts *unit) []offer {
	pair := [2]*unit{guests, hosts}
	out, ok := s.bids[pair]
	if ok {
		return out
	}
	var known map[*cluster][]bid // nil where no bids are known; of none, none
	if old, ok := s.bids[[2]*unit{s.was[guests.span], hosts}]; ok {
		known = make(map[*cluster][]bid, len(guests.clusters))
		for _, c := range s.was[guests.span].clusters {
			known[c] = nil
		}
		for _, o := range old {
			known[o.guest] = o.bids
		}
	}
	for i, c := range guests.clusters {
		bids, ok := known[c]
		if !ok {
			bids = hosts.indexed().bids(c, guests.asked()[i])
		}
		if len(bids) > 0 {
			out = append(out, offer{c, bids})
		}
	}
	s.bids[pair] = out
	return out
}

func (s *shelf) edgesOf(before, after *unit) []edge {
	pair := [2]*unit{before, after}
	out, ok := s.edges[pair]
	if !ok {
		out = edges(before, after)
		s.edges[pair] = out
	}
	return out
}

// several is how many months may change at once for their indexes to be kept for
// the next time.
const several = 36

// stretches are those of all months, in order.
func (s *shelf) stretches() []*Stretch {
	if len(s.changed) > 0 {
		present, many := s.present(), len(s.changed) > several
		s.gather(present)
		s.passing = many
		for _, m := range slices.Sorted(maps.Keys(s.changed)) {
			delete(s.months, m)
			if len(present[m]) > 0 {
				s.months[m] = s.merge(m, present[m])
			}
			for _, at := range present[m] {
				if u := s.units[at]; many && u != nil && at.to == m {
					u.drop() // no later month asks for it, and it is the greatest of all that is kept
				}
			}
		}
		clear(s.changed)
		s.sweep()
	}
	out := make([]*Stretch, 0, len(s.months))
	for _, m := range slices.Sorted(maps.Keys(s.months)) {
		out = append(out, s.months[m])
	}
	return out
}

// edge is two clusters of neighbouring months, of the last day of the one and
// the first of the other, that may be one.
type edge struct {
	before, after *cluster
	alike         bool
	fit           float64
}

// edges are what may be one across the edge of two months, best first. Only
// days are held against each other: a telling of all September in the one
// cluster says nothing against a first of October in the other.
func edges(before, after *unit) []edge {
	day := month(after.span.from).First()
	late := daysWith(before.clusters, func(c *cluster) bool { return c.last >= day-1 }, func(t *telling) bool { return t.last >= day-1 })
	early := daysWith(after.clusters, func(c *cluster) bool { return c.first <= day }, func(t *telling) bool { return t.first <= day })
	if len(late) == 0 || len(early) == 0 {
		return nil
	}
	var out []edge
	ix := newIndex(early)
	defer ix.done()
	var keys [256]uint64
	for _, c := range late {
		for _, o := range ix.near(sought(c.sample(), keys[:0]), c.first, c.last+1) {
			if m, ok := fit(c, o); ok && m >= 0 {
				out = append(out, edge{before.clusters[c.at], after.clusters[o.at], c.told[0].Type == o.told[0].Type, m})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b edge) int {
		return cmp.Or(order(!a.alike, !b.alike), cmp.Compare(b.fit, a.fit))
	})
	return out
}

// daysWith are the tellings of days of those clusters that have one like that,
// as clusters of the same numbers. Only those are looked at that may.
func daysWith(cs []*cluster, may func(*cluster) bool, like func(*telling) bool) []*cluster {
	var out []*cluster
	for _, c := range cs {
		if !may(c) {
			continue
		}
		days := c.tellings(math.MaxInt)
		if slices.ContainsFunc(days, func(t *telling) bool { return t.level > 0 }) {
			days = slices.DeleteFunc(slices.Clone(days), func(t *telling) bool { return t.level > 0 })
		}
		if slices.ContainsFunc(days, like) {
			d := newCluster(days)
			d.of, d.at = c.of, c.at
			out = append(out, d)
		}
	}
	return out
}

// eachOnce leaves out lines that are given twice.
func eachOnce(ts []*telling) []*telling {
	var out []*telling
	for i, t := range ts {
		if i == 0 || t.Doc != ts[i-1].Doc || t.ID != ts[i-1].ID || t.ID == "" {
			out = append(out, t)
		}
	}
	return out
}
