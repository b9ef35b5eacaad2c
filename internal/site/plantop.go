package site

// topPages plans the page of the most important events and one for each year
// of which it could not show all. They stand in the order of time, as in all
// lists: the rank says which, not when.
func (p *planner) topPages() {
	c, x := p.in.Config.Top, p.index
	if c.Count == 0 {
		return
	}
	asked := PeriodOf(c.From, c.To)
	var es []*entry
	for _, e := range p.entries {
		if asked.holds(e.when) {
			es = append(es, e)
		}
	}
	ys := years(es)
	plan := func(addr, year string, of []*entry) {
		shown := x.weightiest(of, c.Count)
		k := newKey(p.seed, "top").str(itoa(len(of))).entries(ordered(shown, p.order()))
		if year == "" {
			for _, y := range ys {
				k.str(y.id, itoa(len(y.entries)))
			}
		}
		p.add(addr, "list.html", k, func() any {
			v := x.topPage(addr, year, of, shown)
			if year == "" {
				v.Years = x.topYears(ys)
			}
			return v
		})
	}
	plan("top/", "", es)
	for _, y := range ys {
		if len(y.entries) > c.Count && y.entries[0].when.Known() {
			plan("top/"+y.id+"/", y.id, y.entries)
		}
	}
}

// topPage lists those shown of all, of a year or of "".
func (x *index) topPage(addr, year string, all, shown []*entry) *ListPage {
	v := &ListPage{}
	if top := x.nav("top"); year == "" {
		v.Frame = x.frame("top", addr, top.Name)
	} else {
		v.Frame = x.frame("top", addr, x.dates.say("list.of-year", "name", top.Name, "year", x.dates.plain(year)), top)
	}
	v.Count = x.count("count.events", len(all))
	if len(shown) < len(all) {
		v.Cut = x.count("list.weightiest", len(shown))
	}
	v.Groups, v.Rails = x.groups(shown, x.order()), x.rails(shown)
	v.Description = v.Count + ": " + v.Title
	v.Cite = x.cite(v.Title, addr, lastOf(shown))
	return v
}

// topYears lead to the most important of each year; where a year has no more
// than such a page would list, to the year.
func (x *index) topYears(ys []*stretch) []Ref {
	var out []Ref
	for _, y := range ys {
		if !y.entries[0].when.Known() {
			continue
		}
		addr := y.id + "/"
		if len(y.entries) > x.in.Config.Top.Count {
			addr = "top/" + addr
		}
		out = append(out, Ref{Name: x.dates.plain(y.id), URL: x.addr.link(addr), Count: len(y.entries)})
	}
	return out
}
