package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// termPages plans the indexes of actors, types, tags and sources, a page for
// each of them, and one for each pair of lanes.
func (p *planner) termPages() {
	for _, ts := range []*terms{p.actors, p.types, p.tags, p.sources} {
		k := newKey(p.seed, ts.kind)
		for _, t := range ts.sorted {
			k.str(t.name, t.addr, itoa(len(t.entries)))
		}
		p.add(ts.kind+"/", "terms.html", k, func() any { return p.termsPage(ts) })
		for _, t := range ts.sorted {
			p.term(ts, t)
		}
	}
	for i, a := range p.lanes {
		for _, b := range p.lanes[i+1:] {
			if es := both(a, b); len(es) > 0 {
				pair := &term{name: p.pairName(a, b), addr: pairAddr(a, b)}
				for _, e := range es {
					pair.gather(e)
				}
				p.list(pair, p.nav("actors"), nil)
			}
		}
	}
	p.folders()
}

// folders plans the pages of the two folders whose pages others list: who cuts
// the end off an address finds where to go on.
func (p *planner) folders() {
	x := p.index
	folder := func(of, title string, refs []Ref) {
		if len(refs) == 0 {
			return
		}
		p.add(of+"/", "terms.html", newKey(p.seed, of).any(refs), func() any {
			return &TermsPage{Frame: x.frame("terms", of+"/", title), Of: of, Terms: refs}
		})
	}
	folder("pairs", x.dates.say("terms.pairs"), x.pairs(nil))
	if p.in.Config.Publish.Events != "anchors" {
		folder("events", x.count("count.events", len(x.entries)), x.yearRefs(x.years))
	}
}

func pairAddr(a, b *term) string {
	if a.slug > b.slug {
		a, b = b, a
	}
	return "pairs/" + a.slug + "--" + b.slug + "/"
}

func (x *index) pairName(a, b *term) string {
	return x.dates.say("pair", "a", a.name, "b", b.name)
}

// both are the events in which two take part.
func both(a, b *term) []*entry {
	var out []*entry
	for _, e := range a.entries {
		if slices.Contains(e.actors, b) {
			out = append(out, e)
		}
	}
	return out
}

func (x *index) termsPage(ts *terms) *TermsPage {
	v := &TermsPage{Frame: x.frame("terms", ts.kind+"/", x.dates.say("nav."+ts.kind)), Of: ts.kind}
	for _, t := range ts.sorted {
		v.Terms = append(v.Terms, x.termRef(t))
	}
	switch ts.kind {
	case "types":
		for _, f := range Families {
			g := TermGroup{Title: x.words.Or("family."+f, f)}
			for _, t := range ts.sorted {
				if Family(t.name) == f {
					g.Terms = append(g.Terms, x.termRef(t))
				}
			}
			if len(g.Terms) > 0 {
				v.Groups = append(v.Groups, g)
			}
		}
	case "actors":
		v.Pairs = x.pairs(nil)
	}
	return v
}

// pairs are the links to pairs of lanes: all, or those of one.
func (x *index) pairs(of *term) []Ref {
	var out []Ref
	for i, a := range x.lanes {
		for _, b := range x.lanes[i+1:] {
			if of != nil && of != a && of != b {
				continue
			}
			if es := both(a, b); len(es) > 0 {
				out = append(out, Ref{Name: x.pairName(a, b), URL: x.addr.link(pairAddr(a, b)), Count: len(es)})
			}
		}
	}
	return out
}

// company are those who take part in an actor's events, by how often.
func (x *index) company(of *term) []Ref {
	n := map[*term]int{}
	for _, e := range of.entries {
		for _, t := range e.actors {
			if t != of {
				n[t]++
			}
		}
	}
	all := slices.SortedFunc(maps.Keys(n), func(a, b *term) int {
		return cmp.Or(cmp.Compare(n[b], n[a]), strings.Compare(a.name, b.name))
	})
	var out []Ref
	for _, t := range all[:min(fewCompany, len(all))] {
		r := x.termRef(t)
		r.Count = n[t]
		if slices.Contains(x.lanes, t) && slices.Contains(x.lanes, of) {
			r.URL = x.addr.link(pairAddr(of, t))
		}
		out = append(out, r)
	}
	return out
}

// fewCompany is how many of those an actor's page names.
const fewCompany = 12

// term plans the page of one actor, type, tag or source.
func (p *planner) term(ts *terms, t *term) {
	p.list(t, p.nav(ts.kind), func(v *ListPage) {
		switch ts.kind {
		case "actors":
			if slices.Contains(p.lanes, t) {
				v.Pairs = p.pairs(t)
			}
			v.With = p.company(t)
		case "sources":
			for _, a := range p.outletsOf(t.name) {
				v.Articles = append(v.Articles, p.articleRef(a))
				if a.Source.URL != "" && v.Link == nil {
					v.Link = &Ref{Name: cmp.Or(a.Source.Name, a.Title), URL: a.Source.URL}
				}
			}
		}
	})
}

// fewOfTerm is how many events the pages of a term list where it has pages of
// its years, fewInFull how many of those that one lists stand in full: the
// weightiest. Every event has several terms: would each page tell all of them,
// the site would hold an event ten times, and who looks through more than a hundred
// wants their headlines, which lead to the sentences.
const (
	fewOfTerm = 200
	fewInFull = 100
)

// list plans the page of a term, and above fewEnough events a page for each
// of its years.
func (p *planner) list(t *term, up Ref, more func(*ListPage)) {
	var ys []*stretch
	if len(t.entries) > fewEnough {
		ys = t.byYear()
	}
	sums := p.listSums(t, ys)
	k := newKey(p.seed, "list").str(t.name).sums(sums[0])
	if t == p.sources.byName[t.name] {
		for _, a := range p.outletsOf(t.name) {
			k.sums(p.papers[a.Path].shown)
		}
	}
	x := p.index
	p.add(t.addr, "list.html", k, func() any {
		v := x.listPage(t, t.addr, t.entries, up)
		for _, y := range ys {
			v.Years = append(v.Years, Ref{Name: x.dates.plain(y.id), URL: x.addr.link(t.addr + y.id + "/"), Count: len(y.entries)})
		}
		if more != nil {
			more(v)
		}
		return v
	})
	for i, y := range ys {
		addr := t.addr + y.id + "/"
		p.add(addr, "list.html", newKey(p.seed, "list-year").str(t.name).sums(sums[i+1]), func() any {
			v := x.listPage(t, addr, y.entries, up)
			v.Title = x.dates.say("list.of-year", "name", x.termName(t), "year", x.dates.plain(y.id))
			v.Trail = append(v.Trail, x.termRef(t))
			v.Cite = x.cite(v.Title, addr, lastOf(y.entries))
			if addr != t.addr && len(y.entries) > fewOfTerm {
				v.Cut = x.count("list.weightiest", fewOfTerm)
			}
			return v
		})
	}
}

// listSums are hashes over what the page of a term shows of its events, and over what those
// of its years do. Where each event is shown and ranked as it was the last time, they are
// those of that time.
func (p *planner) listSums(t *term, ys []*stretch) []sum {
	if t.lists != nil && !slices.ContainsFunc(t.entries, func(e *entry) bool { return !e.still }) {
		return t.lists
	}
	k := p.listKey("list", t, t.addr, t.entries).str(itoa(len(t.years)))
	for _, y := range t.years { // it shows how many, and the day of the last
		k.str(y.id, itoa(y.to), y.last)
	}
	switch t {
	case p.sources.byName[t.name]:
		k.entries(t.entries) // for each of its articles the page says how many it tells
	case p.actors.byName[t.name]:
		k.any(p.company(t))
		if slices.Contains(p.lanes, t) {
			k.any(p.pairs(t))
		}
	}
	t.lists = []sum{k.sum()}
	for i, y := range ys {
		k := p.listKey("list-year", t, t.addr+y.id+"/", y.entries).str(itoa(len(y.entries)), t.years[len(ys)-1-i].last)
		t.lists = append(t.lists, k.sum())
	}
	return t.lists
}

// listKey begins the key of a list of a term: over the events that the page shows, as it
// shows them, and where it goes on. What it says of the others is for the caller to add.
func (x *index) listKey(kind string, t *term, addr string, es []*entry) key {
	shown, more := x.listed(t, addr, es)
	k := newKey(x.seed, kind).str(t.name).any(more)
	return x.inFull(k.entries(ordered(shown, Newest)), shown, fewInFull)
}

// listed is what of its events the page of a term or of a year of it shows, and where
// it goes on.
func (x *index) listed(t *term, addr string, es []*entry) ([]*entry, *Ref) {
	switch {
	case addr != t.addr && len(es) > fewOfTerm:
		return x.weightiest(es, fewOfTerm), nil
	case addr != t.addr || len(es) <= fewEnough:
		return es, nil
	}
	es = t.newest(fewOfTerm + 1)
	shown, more := x.part(es, Newest, fewOfTerm)
	if more != nil { // on the page of a year of the term, not of all events
		next := foremost(es, Newest, len(shown)+1)[len(shown)].year
		more.Name, more.URL, more.Count = x.dates.plain(next), x.addr.link(t.addr+next+"/"), len(t.entries)-len(shown)
	}
	return shown, more
}

// byYear are the events of a term by year, newest first.
func (t *term) byYear() []*stretch {
	out := make([]*stretch, len(t.years))
	from := 0
	for i, y := range t.years {
		out[len(out)-1-i], from = &stretch{id: y.id, entries: t.entries[from:y.to:y.to]}, y.to
	}
	return out
}

// newest are the events of the newest years of a term that have n with a date, of all
// where they have not.
func (t *term) newest(n int) []*entry {
	for i := len(t.years) - 1; i > 0; i-- {
		from := t.years[i-1].to
		if t.entries[from].when.Known() {
			n -= t.years[i].to - from
		}
		if n <= 0 {
			return t.entries[from:]
		}
	}
	return t.entries
}

// years are entries, which stand in order of time, by year, newest first.
func years(es []*entry) []*stretch {
	t := term{entries: make([]*entry, 0, len(es))}
	for _, e := range es {
		t.gather(e)
	}
	return t.byYear()
}

func (x *index) listPage(t *term, addr string, es []*entry, up Ref) *ListPage {
	v := &ListPage{Frame: x.frame("list", addr, x.termName(t), up)}
	v.Count = x.count("count.events", len(es))
	shown, more := x.listed(t, addr, es)
	v.More = more
	v.Groups = x.groups(shown, Newest)
	x.abridge(v.Groups, shown, fewInFull)
	v.Rails = x.rails(shown)
	v.Description = v.Count + ": " + v.Title
	v.Cite = x.cite(v.Title, addr, lastOf(es))
	return v
}
