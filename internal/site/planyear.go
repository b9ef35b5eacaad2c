package site

import (
	"html/template"
	"slices"
)

// yearPages plans the page of each year and month.
func (p *planner) yearPages() {
	for i, y := range p.years {
		k := newKey(p.seed, "year").str(y.id).entries(y.entries).entries(ordered(p.ofYear(y), p.order()))
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
			k := newKey(p.seed, "month").str(m.id).entries(ordered(m.entries, p.order()))
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
	title := x.dates.plain(y.id)
	if !y.when.Known() {
		title = x.dates.say("list.undated")
	}
	v := &ListPage{Frame: x.frame("year", y.addr, title)}
	v.Count = x.count("count.events", len(y.entries))
	for _, m := range y.months {
		v.Months = append(v.Months, x.monthRef(m))
	}
	es := x.ofYear(y)
	if len(y.entries) > fewEnough {
		v.Cut = x.count("list.weightiest", fewEnough/3)
	}
	if x.crowded[y.id] {
		if v.Onward = len(y.entries)-len(es) > fewOnward; !v.Onward {
			v.All = x.all(y, es)
		}
	}
	v.Groups, v.Rails = x.groups(es, x.order()), x.rails(es)
	v.Prev, v.Next = x.stretchRef(earlier), x.stretchRef(later)
	v.Description = v.Count + ": " + title
	v.Cite = x.cite(title, y.addr, lastOf(y.entries))
	return v
}

// ofYear are the events that the page of a year shows.
func (x *index) ofYear(y *stretch) []*entry {
	es := y.entries
	if len(es) > fewEnough {
		es = x.weightiest(es, fewEnough/3)
	}
	if x.crowded[y.id] {
		es = x.withoutMonth(es, y)
	}
	return es
}

// withoutMonth adds to es those events of a crowded year that stand on no page
// of a month: this is the only one that shows them.
func (x *index) withoutMonth(es []*entry, y *stretch) []*entry {
	out := slices.Clone(es)
	for _, e := range y.entries {
		if _, ok := e.inMonth(); !ok {
			out = append(out, e)
		}
	}
	slices.SortFunc(out, func(a, b *entry) int { return a.at[Oldest] - b.at[Oldest] })
	return slices.Compact(out)
}

// fewOnward is to how many events that it does not show a crowded year links,
// under the anchors that they had. Ten thousand links are no page; above that
// the address itself tells the month, and a script goes there.
const fewOnward = 2000

// all is a list of links to the events of a crowded year that its page does
// not show, each with the anchor that it had there before the year was
// crowded: who follows an old link finds the new one.
func (x *index) all(y *stretch, shown []*entry) template.HTML {
	here := make(map[*entry]bool, len(shown))
	for _, e := range shown {
		here[e] = true
	}
	size := 0
	for _, e := range y.entries {
		size += len(`<li id=""><a href=""></a></li>.`) + len(e.ev.ID) + len(e.url) + len(e.ev.Headline)
	}
	w := &body{}
	w.b.Grow(size + size/32)
	w.b.WriteString("<ol>")
	for _, e := range y.entries {
		if !here[e] {
			w.write(`<li id="`, e.ev.ID, `">`)
			w.write(`<a href="`, e.url, `">`)
			w.write("", e.ev.Headline, "</a></li>\n")
		}
	}
	w.b.WriteString("</ol>")
	return template.HTML(w.b.String())
}

// weightiest are the n events of the highest rank, in their order, which is
// that of all entries; of equal ranks the first.
func (x *index) weightiest(es []*entry, n int) []*entry {
	if len(es) <= n {
		return es
	}
	out, last := make([]*entry, 0, n), x.lightest(es, n)
	for _, e := range es {
		if e.weight <= last {
			out = append(out, e)
		}
	}
	return out
}

// lightest is the weight of the last of the n weightiest of more than n.
func (x *index) lightest(es []*entry, n int) int {
	x.weigh()
	return int(slices.Max(leastOf(len(es), n, func(i int) uint64 { return uint64(es[i].weight) })))
}

// inFull adds to a key which events of a list stand in full where it is abridged.
func (x *index) inFull(k key, es []*entry, n int) key {
	if len(es) <= n {
		return k
	}
	full := make([]byte, len(es))
	for i, last := 0, x.lightest(es, n); i < len(es); i++ {
		full[i] = byte(boolean(es[i].weight <= last))
	}
	k.h.Write(full)
	return k
}

// abridge leaves the n weightiest events of a list in full and makes a line of
// each other. What was planned stays: a page says how it stands with it.
func (x *index) abridge(groups []Group, es []*entry, n int) {
	if len(es) <= n {
		return
	}
	least := x.lightest(es, n)
	for _, g := range groups {
		for i := range g.Items {
			e := g.Items[i].e
			g.Items[i].Brief = e.weight > least && e.ev.Status != "planned"
		}
	}
}

func (x *index) order() Order {
	if x.in.Config.Order == "oldest" {
		return Oldest
	}
	return Newest
}

func (x *index) monthPage(y, m, earlier, later *stretch) *ListPage {
	v := &ListPage{Frame: x.frame("month", m.addr, x.dates.plain(m.id), Ref{Name: x.dates.plain(y.id), URL: x.addr.link(y.addr)})}
	v.Count = x.count("count.events", len(m.entries))
	v.Groups, v.Rails = x.groups(m.entries, x.order()), x.rails(m.entries)
	v.Prev, v.Next = x.stretchRef(earlier), x.stretchRef(later)
	v.Description = v.Count + ": " + v.Title
	v.Cite = x.cite(v.Title, m.addr, lastOf(m.entries))
	return v
}

func (x *index) monthRef(m *stretch) Ref {
	return Ref{Name: x.dates.plain(m.id), URL: x.addr.link(m.addr), Count: len(m.entries)}
}

func (x *index) stretchRef(s *stretch) *Ref {
	if s == nil {
		return nil
	}
	name := x.dates.plain(s.id)
	if !s.when.Known() {
		name = x.dates.say("list.undated")
	}
	return &Ref{Name: name, URL: x.addr.link(s.addr), Count: len(s.entries)}
}
