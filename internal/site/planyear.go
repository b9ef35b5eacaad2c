package site

import "slices"

// yearPages plans the page of each year and month.
func (p *planner) yearPages() {
	for i, y := range p.years {
		k := newKey(p.seed, "year").str(y.id).entries(y.entries)
		var later, earlier *stretch
		if i > 0 {
			later = p.years[i-1]
			k.str("later", later.id)
		}
		if i+1 < len(p.years) {
			earlier = p.years[i+1]
			k.str("earlier", earlier.id)
		}
		x := p.index
		p.add(y.addr, "list.html", k, func() any { return x.yearPage(y, earlier, later) })
		for j, m := range y.months {
			k := newKey(p.seed, "month").str(m.id).entries(m.entries)
			earlier, later := p.monthBeside(i, j, -1), p.monthBeside(i, j, 1)
			for _, s := range []*stretch{earlier, later} {
				if s != nil {
					k.str(s.id)
				}
			}
			p.add(m.addr, "list.html", k, func() any { return x.monthPage(y, m, earlier, later) })
		}
	}
}

// monthBeside is the month before or after the j-th of the i-th year, among
// those that have events.
func (x *index) monthBeside(i, j, step int) *stretch {
	if k := j + step; 0 <= k && k < len(x.years[i].months) {
		return x.years[i].months[k]
	}
	for i -= step; 0 <= i && i < len(x.years); i -= step { // years run from new to old
		if ms := x.years[i].months; len(ms) > 0 {
			if step > 0 {
				return ms[0]
			}
			return ms[len(ms)-1]
		}
	}
	return nil
}

// yearPage lists a year. Where events are anchors it holds all of them;
// else a crowded year lists its weightiest and leads to its months.
func (x *index) yearPage(y, earlier, later *stretch) *ListPage {
	title := y.id
	if !y.when.Known() {
		title = x.dates.say("list.undated")
	}
	v := &ListPage{Frame: x.frame("year", y.addr, title)}
	v.Count = x.count("count.events", len(y.entries))
	for _, m := range y.months {
		v.Months = append(v.Months, x.monthRef(m))
	}
	es := y.entries
	if len(es) > fewEnough && x.in.Config.Publish.Events != "anchors" {
		es = weightiest(es, fewEnough/3)
		v.Cut = x.count("list.weightiest", len(es))
	}
	v.Groups, v.Rails = x.groups(es, x.order()), x.rails(es)
	v.Prev, v.Next = x.stretchRef(earlier), x.stretchRef(later)
	v.Description = v.Count + ": " + title
	return v
}

// weightiest are the n events of the highest rank, in their order.
func weightiest(es []*entry, n int) []*entry {
	ranked := slices.Clone(es)
	slices.SortStableFunc(ranked, func(a, b *entry) int {
		if a.ev.Rank != b.ev.Rank {
			return boolean(a.ev.Rank < b.ev.Rank) - boolean(a.ev.Rank > b.ev.Rank)
		}
		return 0
	})
	least := map[*entry]bool{}
	for _, e := range ranked[:n] {
		least[e] = true
	}
	return slices.DeleteFunc(slices.Clone(es), func(e *entry) bool { return !least[e] })
}

func (x *index) order() Order {
	if x.in.Config.Order == "oldest" {
		return Oldest
	}
	return Newest
}

func (x *index) monthPage(y, m, earlier, later *stretch) *ListPage {
	v := &ListPage{Frame: x.frame("month", m.addr, x.dates.plain(m.id), Ref{Name: y.id, URL: x.addr.link(y.addr)})}
	v.Count = x.count("count.events", len(m.entries))
	v.Groups, v.Rails = x.groups(m.entries, x.order()), x.rails(m.entries)
	v.Prev, v.Next = x.stretchRef(earlier), x.stretchRef(later)
	v.Description = v.Count + ": " + v.Title
	return v
}

func (x *index) monthRef(m *stretch) Ref {
	return Ref{Name: x.dates.plain(m.id), URL: x.addr.link(m.addr), Count: len(m.entries)}
}

func (x *index) stretchRef(s *stretch) *Ref {
	if s == nil {
		return nil
	}
	name := s.id
	switch {
	case !s.when.Known():
		name = x.dates.say("list.undated")
	case len(s.id) > len("2025"):
		name = x.dates.plain(s.id)
	}
	return &Ref{Name: name, URL: x.addr.link(s.addr), Count: len(s.entries)}
}
