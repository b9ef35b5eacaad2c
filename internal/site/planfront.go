package site

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// fewEnough is how many events one page lists; above it, lists are split.
const fewEnough = 600

// fewScheduled is how many scheduled events stand open above the others.
const fewScheduled = 5

// front plans the front page in both orders and the page for frames.
func (p *planner) front() {
	all := newKey(p.seed, "front").entries(p.entries).str(p.in.Now).sum()
	told := p.told()
	add := func(addr string, o Order) {
		shown, _ := p.part(told, o, fewEnough)
		p.add(addr, "home.html", newKey(all, addr).entries(ordered(shown, o)), func() any { return p.home(addr, o) })
	}
	add("", p.order())
	add("oldest/", Oldest)
	if p.order() == Oldest {
		add("newest/", Newest)
	}
	p.embeds(all)
}

func (x *index) home(addr string, o Order) *HomePage {
	title := x.site.Title
	if addr != "" {
		title = x.dates.say("order." + map[Order]string{Newest: "newest", Oldest: "oldest"}[o])
	}
	v := &HomePage{Frame: x.frame("home", addr, title)}
	v.Description = cmp.Or(x.in.Config.Subtitle, x.site.Title)
	told := x.told()
	for _, e := range x.scheduled() {
		v.Scheduled = append(v.Scheduled, Item{x: x, e: e})
	}
	if len(v.Scheduled) > fewScheduled {
		v.Scheduled, v.Later = v.Scheduled[:fewScheduled], v.Scheduled[fewScheduled:]
	}
	shown, more := x.part(told, o, fewEnough)
	v.Groups = x.groups(shown, o)
	for i := range v.Groups {
		v.Groups[i].URL = ""
	}
	v.Shown, v.Total, v.More = len(shown)+len(v.Scheduled)+len(v.Later), len(x.entries), more
	v.Rails = x.rails(x.entries)
	v.Count, v.Span = x.count("count.events", len(x.entries)), x.span(told)
	v.Updated = x.dates.day(x.in.Now)
	v.Band = x.band(x.entries, v.Groups)
	v.Filter = x.filter(slices.Concat(shown, x.scheduled()))
	v.Filter.Periods = x.periods(v.Groups)
	v.Years = x.yearRefs(x.years)
	for _, t := range x.sources.sorted {
		v.Sources = append(v.Sources, x.termRef(t))
	}
	slices.SortStableFunc(v.Sources, func(a, b Ref) int { return cmp.Compare(b.Count, a.Count) })
	if Exports(x.in.Config, "search") {
		v.Search = x.addr.link("search-index.json")
	}
	v.Newest = Ref{Name: x.dates.say("order.newest"), URL: x.addr.link(orderAddr(Newest, x.order())), Here: o == Newest}
	v.Oldest = Ref{Name: x.dates.say("order.oldest"), URL: x.addr.link(orderAddr(Oldest, x.order())), Here: o == Oldest}
	v.Canonical, v.Cite = x.addr.canonical(orderAddr(o, x.order())), x.cite("", "", x.in.Now)
	if x.in.Config.Publish.OEmbed {
		v.Alternate = append(slices.Clone(v.Alternate), Alternate{"application/json+oembed", x.site.Title, x.addr.full("oembed.json")})
	}
	if addr == "" {
		v.JSONLD = script(x.collection())
	}
	return v
}

// orderAddr is where the front page is in an order, of a site whose own order
// is first. The page "oldest/" is there in both, because addresses stay.
func orderAddr(o, first Order) string {
	switch {
	case o == first:
		return ""
	case o == Oldest:
		return "oldest/"
	}
	return "newest/"
}

func (x *index) scheduled() []*entry {
	var out []*entry
	for _, e := range x.entries {
		if e.scheduled {
			out = append(out, e)
		}
	}
	return out
}

// told are the events that are not scheduled.
func (x *index) told() []*entry {
	return slices.DeleteFunc(slices.Clone(x.entries), func(e *entry) bool { return e.scheduled })
}

// part is what of a long list one page shows: the first year in its order,
// and of a crowded one the first months, with a link to where it goes on.
func (x *index) part(es []*entry, o Order, few int) ([]*entry, *Ref) {
	if len(es) <= few {
		return es, nil
	}
	sorted := foremost(es, o, few+1)
	year := sorted[0].year
	n := 0
	for n < len(sorted) && sorted[n].year == year {
		n++
	}
	next := Ref{}
	if n < len(sorted) {
		id := sorted[n].year
		next = Ref{Name: x.dates.plain(id), URL: x.addr.link(id + "/")}
	}
	if n > few {
		cut := few
		for cut > 1 && sorted[cut-1].group == sorted[cut].group {
			cut--
		}
		if cut == 1 { // a month is more than a page holds: it goes on on its own
			cut = few
		}
		n = cut
		g := x.group(sorted[n].group, sorted[n])
		next = Ref{Name: g.Title, URL: g.URL}
	}
	if next.URL == "" {
		return sorted[:n], nil
	}
	next.Count = len(es) - n
	return sorted[:n], &next
}

// span is from when to when the events run, in words. What is known to its
// year alone says nothing of either end, unless nothing is known better.
func (x *index) span(es []*entry) string {
	var first, last calendar.Range
	vague := !slices.ContainsFunc(es, func(e *entry) bool { return e.rough <= 1 })
	for _, e := range es {
		if !e.when.Known() || e.rough > 1 && !vague {
			continue
		}
		if !first.Known() {
			first = e.when
		}
		if !last.Known() || e.last > last.Last() {
			last = e.when
		}
	}
	if !first.Known() {
		return ""
	}
	if first == last {
		return x.dates.text(first)
	}
	return x.dates.say("range.open", "a", x.dates.plain(first.From.String()), "b", x.dates.plain(last.To.String()))
}

func (x *index) yearRefs(years []*stretch) []Ref {
	var out []Ref
	for _, y := range years {
		name := x.dates.plain(y.id)
		if !y.when.Known() {
			name = x.dates.say("list.undated")
		}
		out = append(out, Ref{Name: name, URL: x.addr.link(y.addr), Count: len(y.entries)})
	}
	return out
}

// cite is how to cite a page: title, site, the day it is as of, address.
func (x *index) cite(title, addr, day string) string {
	parts := []string{x.site.Title}
	if title != "" {
		parts = append([]string{title}, parts...)
	}
	if day == "" {
		return x.dates.say("cite.undated", "what", strings.Join(parts, x.dates.say("stop")), "url", x.addr.full(addr))
	}
	return x.dates.say("cite.line", "what", strings.Join(parts, x.dates.say("stop")), "updated", x.dates.plain(day), "url", x.addr.full(addr))
}
