package chronology

import (
	"cmp"
	"math"
	"slices"
)

// cluster is tellings of one event, in the order of date, document and place.
type cluster struct {
	told        []*telling
	first, last int // of the finest date told
	level       int
}

// gather makes clusters of tellings, from fine dates to coarse: tellings of
// one level by average link; then each cluster of a coarser level joins the
// finer one that it fits clearly best, for "a call in August" may be any of
// three. What has no date joins last, or is dropped.
//
// Only what stands in one time block and shares an actor is compared.
func gather(ts []*telling) []*cluster {
	levels := make([][]*telling, undated+1)
	for _, t := range ts {
		levels[t.level] = append(levels[t.level], t)
	}
	var done []*cluster
	for _, level := range levels[:undated] {
		ix := newIndex(done)
		var apart []*cluster
		for _, c := range link(level) {
			if host := ix.host(c); host != nil {
				host.told = append(host.told, c.told...)
			} else {
				apart = append(apart, c)
			}
		}
		done = append(done, apart...)
	}
	ix := newIndex(done)
	for _, t := range levels[undated] {
		if host := ix.occasion(t); host != nil {
			host.told = append(host.told, t)
		}
	}
	for _, c := range done {
		slices.SortStableFunc(c.told, func(a, b *telling) int { return compareMentions(a.Mention, b.Mention) })
	}
	slices.SortStableFunc(done, func(a, b *cluster) int { return compareMentions(a.told[0].Mention, b.told[0].Mention) })
	return done
}

func newCluster(ts []*telling) *cluster {
	c := &cluster{told: ts, first: ts[0].first, last: ts[0].last, level: ts[0].level}
	for _, t := range ts {
		if t.level < c.level {
			c.level = t.level
		}
		c.first, c.last = min(c.first, t.first), max(c.last, t.last)
	}
	return c
}

// fit is the average margin of two clusters by pairs of documents, each pair
// by its two tellings that fit best: what a document says of an event in a
// second sentence needs not be like what others say in their first. It is
// false where any two of their tellings exclude each other.
func fit(a, b *cluster) (float64, bool) {
	best := map[[2]string]float64{}
	sum := 0.0
	for _, x := range a.told {
		for _, y := range b.told {
			m, ok := margin(x, y)
			if !ok {
				return 0, false
			}
			m = math.Round(m*1e9) / 1e9 // so that the order of summing decides nothing
			pair := [2]string{x.Doc, y.Doc}
			if old, ok := best[pair]; !ok {
				best[pair] = m
				sum += m
			} else if m > old {
				best[pair] = m
				sum += m - old
			}
		}
	}
	return sum / float64(len(best)), true
}

// index finds the clusters of a span of days that share an actor, or the
// state of one, with a telling.
type index struct {
	byActor map[string][]*cluster // in order of first
	longest map[string]int        // days that a cluster under the key covers
}

func newIndex(cs []*cluster) *index {
	ix := &index{map[string][]*cluster{}, map[string]int{}}
	sorted := slices.Clone(cs)
	slices.SortStableFunc(sorted, func(a, b *cluster) int { return cmp.Compare(a.first, b.first) })
	for _, c := range sorted {
		for _, key := range append(keysOf(c.told), everybody) {
			ix.byActor[key] = append(ix.byActor[key], c)
			ix.longest[key] = max(ix.longest[key], c.last-c.first)
		}
	}
	return ix
}

// Keys of what names no actor, and of everything: a telling without actors is
// compared with all of its time, one with actors with those without as well.
const (
	nobody    = "\x00nobody"
	everybody = "\x00everybody"
)

// keysOf are the actors of tellings and the states they belong to, sorted, and
// the key of those that name nobody.
func keysOf(ts []*telling) []string {
	var keys []string
	for _, t := range ts {
		for _, p := range t.who {
			keys = append(keys, p.name)
			if p.country != "" {
				keys = append(keys, p.country)
			}
		}
		if len(t.who) == 0 {
			keys = append(keys, nobody)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// sought are the keys under which what may be the same as these stands.
func sought(ts []*telling) []string {
	keys := keysOf(ts)
	if slices.Contains(keys, nobody) {
		return []string{everybody}
	}
	return append(keys, nobody)
}

// near are the clusters that have a day from first to last and share a key,
// in no order that matters.
func (ix *index) near(ts []*telling, first, last int) []*cluster {
	var out []*cluster
	seen := map[*cluster]bool{}
	for _, key := range sought(ts) {
		list := ix.byActor[key]
		from, _ := slices.BinarySearchFunc(list, first-ix.longest[key], func(c *cluster, day int) int { return cmp.Compare(c.first, day) })
		for _, c := range list[from:] {
			if c.first > last {
				break
			}
			if c.last >= first && !seen[c] {
				seen[c] = true
				out = append(out, c)
			}
		}
	}
	return out
}

// clearly is by how much the best of several must be better than the next.
const clearly = .06

// lenient is how far the fit may fall short where a week or a month holds only
// one thing that happens once: its coarse date is no ground against it.
const lenient = .06

// host is the finer cluster that c belongs to, nil where there is none or
// where two fit nearly as well.
func (ix *index) host(c *cluster) *cluster {
	return best(ix.near(c.told, c.first, c.last), func(h *cluster) (float64, bool) {
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

// best is the one that fits, and fits clearly better than the next; so their
// order decides nothing.
func best(cs []*cluster, fits func(*cluster) (float64, bool)) *cluster {
	var host *cluster
	top, next := -1.0, -1.0
	for _, c := range cs {
		m, ok := fits(c)
		switch {
		case !ok:
		case m > top:
			host, top, next = c, m, top
		case m > next:
			next = m
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

// occasion is the dated cluster that an undated telling tells of: the same
// actors and a rare word in common, or the same once-happening act of the
// same actors where only one lies near.
func (ix *index) occasion(t *telling) *cluster {
	dct, ok := parseDay(t.DCT)
	if !ok {
		return nil
	}
	first, last := dct-reachBack, dct+1
	if t.Status == "planned" || t.Status == "threatened" {
		first, last = dct-1, dct+reachForward
	}
	return best(ix.near([]*telling{t}, first, last), func(c *cluster) (float64, bool) {
		sum, named := 0.0, false
		for _, o := range c.told {
			if apart(t, o) != "" || !sameActors(t, o) && !(t.kind.once && o.Type == t.Type && company(t, o) > .8) {
				return 0, false
			}
			if common(t.rare, o.rare) > 0 || t.kind.once && o.Type == t.Type && o.dated() {
				named = true
			}
			sum += score(t, o) + weightDate - enoughOnce
		}
		return sum / float64(len(c.told)), named
	})
}
