package chronology

import (
	"cmp"
	"slices"
	"sync"
)

// bid is a finer cluster that a coarser one, or a telling without a date, may
// belong to, and how well it fits.
type bid struct {
	host  *cluster
	fit   float64
	venue bool // the host is not what it tells, but the occasion at which that took place
}

// clearly is by how much the best of several must be better than the next.
const clearly = .06

// lenient is how far the fit may fall short where a week or a month holds only
// one thing that happens once: its coarse date is no ground against it.
const lenient = .06

// Bounds of what is looked at for one guest in one span: keys under which more
// clusters stand point at none, and of those found, the ones that share most
// are compared.
const (
	crowded  = 16
	compared = 8
	offered  = 3 // bids that are kept: the best, and what may be too near it
)

// index finds the clusters of one span by the keys of their tellings.
type index struct {
	clusters []*cluster
	posts    *posts

	// Of the last that was sought.
	met   meeting
	found []*cluster
}

// newIndex is an index for any who ask.
func newIndex(cs []*cluster) *index {
	ix := &index{clusters: cs, posts: newPosts(len(cs) * 64)}
	var keys []uint64
	for i, c := range cs {
		for _, t := range c.sample() {
			keys = t.posted(keys[:0])
			for _, key := range keys {
				ix.posts.add(key, i)
			}
		}
	}
	ix.posts.sift(crowded)
	return ix
}

// keyRooms are rooms for the keys of a month.
var keyRooms = sync.Pool{New: func() any { return new([]uint64) }}

// newIndexFor is an index for those who ask by these keys alone. Most keys under
// which a full month's clusters could be found nobody asks for; a table of all is
// far from the processor, and one of the others is not.
func newIndexFor(cs []*cluster, asked [][]uint64) *index {
	n := 0
	for _, keys := range asked {
		n += len(keys)
	}
	var wanted sieve
	wanted.empty(16 * n)
	for _, keys := range asked {
		for _, key := range keys {
			wanted.add(key)
		}
	}
	room := keyRooms.Get().(*[]uint64)
	defer keyRooms.Put(room)
	keys := (*room)[:0] // one cluster's behind the other's
	ends := make([]int, len(cs))
	for i, c := range cs {
		for _, t := range c.sample() {
			from := len(keys)
			keys = t.posted(keys)
			keys = keys[:from+len(slices.DeleteFunc(keys[from:], func(key uint64) bool { return !wanted.may(key) }))]
		}
		ends[i] = len(keys)
	}
	*room = keys
	ix := &index{clusters: cs, posts: newPosts(len(keys))}
	from := 0
	for i, to := range ends {
		for _, key := range keys[from:to] {
			ix.posts.add(key, i)
		}
		from = to
	}
	ix.posts.sift(crowded)
	return ix
}

// done ends the use of the index.
func (ix *index) done() {
	ix.posts.done()
	ix.posts = nil
}

// sought adds the keys under which several tellings look for others, each once.
func sought(ts []*telling, out []uint64) []uint64 {
	from := len(out)
	for _, t := range ts {
		out = t.sought(out)
	}
	if len(ts) > 1 {
		slices.Sort(out[from:])
		out = out[:from+len(slices.Compact(out[from:]))]
	}
	return out
}

// asked adds the keys under which a cluster looks for a finer one that it may
// belong to: those of its tellings, and behind them those of the occasions at
// which it took place.
func (c *cluster) asked(out []uint64) []uint64 {
	out = sought(c.sample(), out)
	if c.level == undated {
		for _, name := range c.told[0].venue {
			out = append(out, pair(occasions, name))
		}
	}
	return out
}

// venuesAsked are how many of the keys asked are of occasions.
func (c *cluster) venuesAsked() int {
	if c.level == undated {
		return len(c.told[0].venue)
	}
	return 0
}

// near are the clusters that have a day from first to last and share most keys,
// until the next are sought.
func (ix *index) near(keys []uint64, first, last int) []*cluster {
	ix.met.among(len(ix.clusters))
	for _, key := range keys {
		ix.posts.few(key, crowded, &ix.met)
	}
	ix.met.without(func(i int32) bool { return ix.clusters[i].first > last || ix.clusters[i].last < first })
	ix.found = ix.found[:0]
	for _, i := range ix.met.often(compared) {
		ix.found = append(ix.found, ix.clusters[i])
	}
	return ix.found
}

// bids are the finer clusters that c may belong to, the best first, where it asks
// by these keys.
func (ix *index) bids(c *cluster, keys []uint64) []bid {
	if c.level == undated {
		own := len(keys) - c.venuesAsked()
		return append(ix.occasions(c.told[0], keys[:own]), ix.venues(c.told[0], keys[own:])...)
	}
	return bestOf(ix.near(keys, c.first, c.last), func(h *cluster) (float64, bool) {
		if len(h.told) == 1 && len(c.told) == 1 && likeness(h.told[0], c.told[0]) == 0 {
			return 0, false // nothing else could join them
		}
		m, ok := fit(h, c)
		if c.told[0].kind.once && h.told[0].kind.once && c.level <= 2 {
			m += lenient
		}
		return m, ok
	})
}

// bestOf are the best bids, in order; of equals the first.
func bestOf(cs []*cluster, fits func(*cluster) (float64, bool)) []bid {
	var out []bid
	for _, c := range cs {
		if m, ok := fits(c); ok && m > -clearly {
			out = append(out, bid{host: c, fit: m})
		}
	}
	slices.SortStableFunc(out, func(a, b bid) int { return cmp.Compare(b.fit, a.fit) })
	return out[:min(len(out), offered)]
}

// settle is the cluster that fits, and fits clearly better than the next, nil
// where there is none or where two fit nearly as well; so the order of bids
// decides nothing.
func settle(bids []bid) *cluster {
	var host *cluster
	top, next := -1.0, -1.0
	for _, b := range bids {
		switch {
		case b.host == host:
			top = max(top, b.fit)
		case b.fit > top:
			host, top, next = b.host, b.fit, top
		case b.fit > next:
			next = b.fit
		}
	}
	if host == nil || top < 0 || top-next < clearly {
		return nil
	}
	return host
}

// reach is how many days around its document's date an undated telling may
// stand for a dated event: a piece on what has happened looks back further
// than ahead.
const (
	reachBack    = 60
	reachForward = 200
)

func (t *said) reach() (first, last int, ok bool) {
	dct, ok := parseDay(t.DCT)
	if t.Status == "planned" || t.Status == "threatened" {
		return dct - 1, dct + reachForward, ok
	}
	return dct - reachBack, dct + 1, ok
}

// occasions are the dated clusters that an undated telling may tell of.
func (ix *index) occasions(t *telling, keys []uint64) []bid {
	first, last, _ := t.reach()
	return bestOf(ix.near(keys, first, last), func(c *cluster) (float64, bool) { return occasion(t, c) })
}

// may reports whether an undated telling may tell what a dated one does: both
// have the same actors, or name one occasion, or tell a once-happening act of them, or the same paper
// prints both.
func may(t, o *telling) bool {
	return sameActors(t, o) || sameOccasion(t, o) || samePress(t, o) || t.kind.once && o.act == t.act && company(t, o) > .8
}

// singles reports whether an undated telling and a dated one have in common what
// few others have: a rare word, for reports besides one of the matter, or that
// they tell what seldom happens twice.
func singles(t, o *telling) bool {
	if sameOccasion(t, o) {
		return true
	}
	if t.kind.once && o.act == t.act && o.dated() {
		return true
	}
	return overlapOf(t, o).rare > 0 && (t.act != aPublication || sameMatter(t, o))
}

// occasion is how well an undated telling fits a dated cluster, false where it
// may not tell one of its tellings, or singles out none.
func occasion(t *telling, c *cluster) (float64, bool) {
	sum, named := 0.0, false
	for _, o := range c.sample() {
		if !may(t, o) || apart(t, o) != "" {
			return 0, false
		}
		named = named || singles(t, o)
		sum += score(t, o, likeness(t, o), overlapOf(t, o)) + weightDate - enoughOnce
	}
	return sum / float64(len(c.sample())), named
}
