package chronology

import (
	"cmp"
	"encoding/binary"
	"slices"
)

// union is clusters of several stretches while they are put together.
type union struct {
	into   map[*cluster]*cluster   // what has gone into another
	guests map[*cluster][]*cluster // what has come to each, in order
}

// together puts the stretches of all months together, which stand in order:
// first what the edge of a month cut, then each coarser cluster with the finer
// one that it fits clearly best, from fine to coarse. A guest stays out where
// it and an earlier one exclude each other. What has no date and found no
// place is dropped.
func together(ss []*Stretch, edges func(a, b *unit) []edge) []*cluster {
	u := &union{map[*cluster]*cluster{}, map[*cluster][]*cluster{}}
	for i, s := range ss[:max(len(ss)-1, 0)] {
		if next := ss[i+1]; next.month == s.month+1 {
			u.mend(edges(s.units[0], next.units[0]))
		}
	}
	for _, o := range guests(ss) {
		u.place(o)
	}
	var out []*cluster
	for _, s := range ss {
		for _, unit := range s.units {
			for _, c := range unit.clusters {
				if u.into[c] == nil && c.level < undated {
					out = append(out, u.whole(c))
				}
			}
		}
	}
	return inOrder(out)
}

// inOrder sorts clusters by their first tellings. The beginnings of dates are
// compared as numbers: what does not fit into them is seldom asked for.
func inOrder(cs []*cluster) []*cluster {
	type place struct {
		begins [2]uint64
		c      *cluster
	}
	places := make([]place, len(cs))
	for i, c := range cs {
		var b [16]byte
		copy(b[:], c.told[0].Date)
		places[i] = place{[2]uint64{binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:])}, c}
	}
	slices.SortFunc(places, func(a, b place) int {
		if n := cmp.Or(cmp.Compare(a.begins[0], b.begins[0]), cmp.Compare(a.begins[1], b.begins[1])); n != 0 {
			return n
		}
		return compareMentions(a.c.told[0].Mention, b.c.told[0].Mention)
	})
	for i, p := range places {
		cs[i] = p.c
	}
	return cs
}

// mend joins over one edge, the best first, each cluster at most once.
func (u *union) mend(edges []edge) {
	used := map[*cluster]bool{}
	for _, e := range edges {
		if !used[e.before] && !used[e.after] {
			used[e.before], used[e.after] = true, true
			u.join(e.after, u.find(e.before))
		}
	}
}

func (u *union) join(guest, host *cluster) {
	u.into[guest] = host
	u.guests[host] = append(append(u.guests[host], guest), u.guests[guest]...)
	delete(u.guests, guest)
}

// find is the cluster that c has gone into, or c.
func (u *union) find(c *cluster) *cluster {
	for u.into[c] != nil {
		c = u.into[c]
	}
	return c
}

// guests are the bids of each guest from all months, in the order in which
// they are placed.
func guests(ss []*Stretch) []offer {
	at := map[*cluster]int{}
	var out []offer
	for _, s := range ss {
		for _, o := range s.bids {
			i, ok := at[o.guest]
			if !ok {
				i = len(out)
				at[o.guest] = i
				out = append(out, offer{guest: o.guest})
			}
			out[i].bids = append(out[i].bids, o.bids...)
		}
	}
	slices.SortFunc(out, func(a, b offer) int {
		return cmp.Or(a.guest.of.compare(b.guest.of), cmp.Compare(a.guest.at, b.guest.at))
	})
	return out
}

// place joins a guest to the host that its bids make out.
func (u *union) place(o offer) {
	var bids []bid
	for _, b := range o.bids {
		host := u.find(b.host)
		if o.guest.level == undated && host != b.host {
			if _, ok := occasion(o.guest.told[0], host); !ok {
				continue // it would follow another guest to what it does not tell
			}
		}
		bids = append(bids, bid{host, b.fit})
	}
	slices.SortStableFunc(bids, func(a, b bid) int { return cmp.Compare(b.fit, a.fit) })
	host := settle(bids)
	if host == nil || host == u.find(o.guest) {
		return
	}
	for _, g := range u.guests[host][:min(len(u.guests[host]), spokesmen)] {
		if excludes(g, o.guest) {
			return
		}
	}
	u.join(o.guest, host)
}

func excludes(a, b *cluster) bool {
	for _, x := range a.sample() {
		for _, y := range b.sample() {
			if apart(x, y) != "" {
				return true
			}
		}
	}
	return false
}

// whole is a cluster with all that has come to it.
func (u *union) whole(c *cluster) *cluster {
	if len(u.guests[c]) == 0 {
		return c
	}
	told := slices.Clone(c.told)
	for _, g := range u.guests[c] {
		told = append(told, g.told...)
	}
	slices.SortStableFunc(told, func(a, b *telling) int { return compareMentions(a.Mention, b.Mention) })
	return newCluster(told)
}
