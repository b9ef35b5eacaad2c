package site

import (
	"maps"
	"slices"
)

// moved plans a page at every address from which an event has gone into
// another: it leads there, by a canonical link for those who read links and at
// once for those who read pages. An id whose event is there again, or whose
// other event is not published, has none.
func (p *planner) moved() {
	x := p.index
	for _, id := range slices.Sorted(maps.Keys(p.in.Moved)) {
		to := p.byID[p.in.Moved[id]]
		if to == nil || p.byID[id] != nil {
			continue
		}
		addr := "events/" + id + "/"
		p.unlisted[addr] = true
		k := newKey(p.seed, "moved").str(to.addr, to.ev.Headline, to.ev.Date, to.ev.Mod)
		p.add(addr, "moved.html", k, func() any {
			v := &MovedPage{Frame: x.frame("moved", addr, to.ev.Headline), To: *x.neighbour(to)}
			v.Canonical, v.Index = x.addr.canonical(to.addr), false
			return v
		})
	}
}
