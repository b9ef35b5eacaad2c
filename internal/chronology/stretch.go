package chronology

import (
	"cmp"
	"maps"
	"slices"
	"sync"
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

// portion is the tellings that one stretch needs: those that lie within the
// month, and by span those that reach over its edges or have no date.
type portion struct {
	own      []*telling
	visiting map[span][]*telling
}

// portions deals tellings out to months, in the order given. What covers several
// months goes to each of them.
func portions(ts []*telling) map[int]*portion {
	out := map[int]*portion{}
	at := func(m int) *portion {
		s := out[m]
		if s == nil {
			s = &portion{visiting: map[span][]*telling{}}
			out[m] = s
		}
		return s
	}
	for _, t := range ts {
		s, ok := spanOf(t)
		switch {
		case !ok: // neither a date nor a document's date: it can join nothing
		case s.level == own:
			x := at(s.from)
			x.own = append(x.own, t)
		default:
			for m := s.from; m <= s.to; m++ {
				x := at(m)
				x.visiting[s] = append(x.visiting[s], t)
			}
		}
	}
	return out
}

// merge clusters one month's portion. clusters gives the clusters of a visiting
// span; of one span it gives the same ones in each month that asks.
func (p *portion) merge(m int, clusters func(span, []*telling) *unit) *Stretch {
	home := newUnit(span{m, m, own}, p.own)
	out := &Stretch{month: m, units: []*unit{home}}
	present := []*unit{home}
	for _, s := range slices.SortedFunc(maps.Keys(p.visiting), span.compare) {
		u := clusters(s, p.visiting[s])
		present = append(present, u)
		if s.from == m {
			out.units = append(out.units, u)
		}
	}
	for _, guests := range present[1:] {
		var hosts []*unit
		for _, u := range present {
			if at, ok := guests.span.visits(u.span); ok && at == m {
				hosts = append(hosts, u)
			}
		}
		for _, c := range guests.clusters {
			var bids []bid
			for _, u := range hosts {
				bids = append(bids, u.index().bids(c)...)
			}
			if len(bids) > 0 {
				out.bids = append(out.bids, offer{c, bids})
			}
		}
	}
	return out
}

func newUnit(s span, ts []*telling) *unit {
	u := gather(s, ts)
	u.index = sync.OnceValue(func() *index { return newIndex(u.clusters) })
	return u
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
	late := daysWith(before.clusters, func(t *telling) bool { return t.last >= day-1 })
	early := daysWith(after.clusters, func(t *telling) bool { return t.first <= day })
	if len(late) == 0 || len(early) == 0 {
		return nil
	}
	var out []edge
	ix := newIndex(early)
	for _, c := range late {
		for _, o := range ix.near(c.sample(), c.first, c.last+1) {
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
// as clusters of the same numbers.
func daysWith(cs []*cluster, like func(*telling) bool) []*cluster {
	var out []*cluster
	for _, c := range cs {
		days := c.told
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
