package chronology

import (
	"math"
	"slices"
)

// together puts the stretches of all months together, which stand in order:
// first what the edge of a month cut, then each coarser cluster with the finer
// one that it fits clearly best, from fine to coarse. A guest stays out where
// it and an earlier one exclude each other. What has no date and found no
// place is dropped. What is returned are the clusters that have gone into no
// other, each with what has come to it.
func together(ss []*Stretch, edges func(a, b *unit) []edge) []*cluster {
	for _, s := range ss {
		for _, u := range s.units {
			for _, c := range u.clusters {
				c.into, c.guests, c.offered, c.day = nil, nil, c.offered[:0], nil
			}
		}
	}
	for i, s := range ss[:max(len(ss)-1, 0)] {
		if next := ss[i+1]; next.month == s.month+1 {
			mend(edges(s.units[0], next.units[0]))
		}
	}
	placed := guests(ss)
	for _, guest := range placed {
		guest.place()
	}
	assembled(placed)
	var out []*cluster
	for _, s := range ss {
		for _, u := range s.units {
			for _, c := range u.clusters {
				if c.into == nil && (c.level < undated || c.day != nil) {
					out = append(out, c)
				}
			}
		}
	}
	return out
}

// mend joins over one edge, the best first, each cluster at most once, and
// returns those that have gone into another, in the order in which they went.
func mend(edges []edge) []*cluster {
	if len(edges) == 0 {
		return nil
	}
	var joined []*cluster
	used := map[*cluster]bool{}
	for _, e := range edges {
		if !used[e.before] && !used[e.after] {
			used[e.before], used[e.after] = true, true
			e.after.join(e.before.host())
			joined = append(joined, e.after)
		}
	}
	return joined
}

func (c *cluster) join(host *cluster) {
	c.into = host
	host.guests = append(append(host.guests, c), c.guests...)
	c.guests = nil
}

// host is the cluster that c has gone into, or c.
func (c *cluster) host() *cluster {
	for c.into != nil {
		c = c.into
	}
	return c
}

// guests are the clusters that bid in any month, each with all its bids, in
// the order in which they are placed: by span, and in it by number.
func guests(ss []*Stretch) []*cluster {
	units := map[span][]*cluster{}
	for _, s := range ss {
		for _, o := range s.bids {
			if len(o.guest.offered) == 0 {
				units[o.guest.of] = append(units[o.guest.of], o.guest)
			}
			o.guest.offered = append(o.guest.offered, o.bids...)
		}
	}
	spans := make([]span, 0, len(units))
	n := 0
	for s, list := range units {
		spans = append(spans, s)
		n += len(list)
	}
	slices.SortFunc(spans, span.compare)
	out := make([]*cluster, 0, n)
	for _, s := range spans {
		slices.SortFunc(units[s], func(a, b *cluster) int { return a.at - b.at })
		out = append(out, units[s]...)
	}
	return out
}

// place joins a guest to the host that its bids make out.
func (c *cluster) place() {
	var room [16]bid
	bids := room[:0]
	for _, b := range c.offered {
		if b.venue {
			continue
		}
		host := b.host.host()
		if c.level == undated && host != b.host {
			if _, ok := occasion(c.sample()[0], host); !ok {
				continue // it would follow another guest to what it does not tell
			}
		}
		bids = append(bids, bid{host: host, fit: b.fit})
	}
	host := settle(bids)
	if host == nil {
		c.day = c.occasion()
	}
	if host == nil || host == c.host() {
		return
	}
	for _, g := range host.come(spokesmen) {
		if excludes(g, c) {
			return
		}
	}
	c.join(host)
}

func excludes(a, b *cluster) bool {
	others := b.sample()
	for _, x := range a.sample() {
		for _, y := range others {
			if apart(x, y) != "" {
				return true
			}
		}
	}
	return false
}

// whole is a cluster with all that has come to it.
func (c *cluster) whole() *cluster {
	if len(c.guests) == 0 && c.told != nil && c.day == nil {
		return c
	}
	told := slices.Clone(c.tellings(math.MaxInt))
	for _, g := range c.come(math.MaxInt) {
		told = append(told, g.tellings(math.MaxInt)...)
	}
	onDay(told, c.day)
	slices.SortStableFunc(told, func(a, b *telling) int { return compareMentions(a.Mention, b.Mention) })
	return newCluster(told)
}

// drafted is the event of a cluster and its guests: that of the last time where
// the same have come together. moved says that some telling has another mention.
func (c *cluster) drafted(r *drafter, moved bool) *draft {
	if c.draft == nil || c.draft.day != c.day || !slices.Equal(c.draft.guests, c.guests) ||
		moved && c.moved() {
		c.draft = r.assemble(c.whole())
		c.draft.guests, c.draft.day = c.guests, c.day
	}
	return c.draft
}

// moved reports whether a telling of the cluster or its guests has another mention.
func (c *cluster) moved() bool {
	is := func(t *telling) bool { return t.moved }
	return slices.ContainsFunc(c.told, is) || slices.ContainsFunc(c.guests, func(g *cluster) bool { return slices.ContainsFunc(g.told, is) })
}
