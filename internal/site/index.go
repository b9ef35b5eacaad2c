package site

import (
	"cmp"
	"fmt"
	"html/template"
	"maps"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/card"
	"github.com/dateline-ssg/dateline/internal/chronology"
)

// entry is an event with all that placing it needs, made once.
type entry struct {
	ev *chronology.Event
	*moment
	at        [2]int // its place among all entries, by Order
	weight    int    // its place among them by rank, once weigh was called
	addr      string // "events/ID/" or "2025/#ID"
	url       string // the same as a page links to it
	actors    []*term
	tags      []*term
	sources   []*term
	leaf      *term
	papers    []*paper // whose tellings Told are, nil for an article that is not shown
	rail      string   // name of the mark on the rail; before seal, as another process found it
	railed    bool     // it did
	scheduled bool
	card      bool // has a picture of its own, by which it is shared
	imprint   Imprint
	was       *entry // the last time's, if it is as it was; nil once the site is laid out
	stays     bool   // it is filed as that was, and has its address
	still     bool   // it shows what that showed, and has its rank
	sum       sum
	told      string                        // day of the newest article that tells it
	drawn     atomic.Pointer[template.HTML] // for lists, in full
	brief     atomic.Pointer[template.HTML] // and as a line
}

// term is something events are gathered under: an actor, a type, a tag, a
// source.
type term struct {
	name, slug, addr string
	no               int      // among those of its kind, in no order
	stays            bool     // it has the address and class that it had the last time
	ref              ActorRef // as pages link to it
	entries          []*entry
	years            []yearly     // of them, in their order
	whole            int          // how many events the site has under it, where entries are a part of them
	class            string       // of an outlet's tellings, or of an actor's name, by which filters work; "" where it cannot be asked for, or a lane tells
	known            *actor.Actor // what the gazetteer knows of an actor, or nil
	recast           bool         // that is not what it knew the last time
	surname          string       // of a lane, as surnameOf has it
	lists            []sum        // see listSums
}

// yearly is what a term knows of its events of one year: to look at all of them again is
// dear where they are many.
type yearly struct {
	id   string
	to   int    // where they end among its events
	last string // day of the newest article that tells one
}

// terms are the terms of one kind, sorted by name.
type terms struct {
	kind   string // "actors", "types", "tags", "sources": also the folder
	byName map[string]*term
	sorted []*term
	last   *terms  // of the last time, or nil
	next   []*term // what has taken the place of those, by their numbers
}

func newTerms(kind string) *terms { return &terms{kind: kind, byName: map[string]*term{}} }

func (ts *terms) add(name string, e *entry) *term {
	if name == "" {
		return nil
	}
	t := ts.byName[name]
	if t == nil {
		t = &term{name: name, no: len(ts.byName)}
		ts.byName[name] = t
	}
	if e != nil {
		t.gather(e)
	}
	return t
}

// gather takes an entry in, once.
func (t *term) gather(e *entry) {
	n := len(t.entries)
	if n > 0 && t.entries[n-1] == e {
		return
	}
	if n == cap(t.entries) {
		t.entries = slices.Grow(t.entries, max(n, 4)) // twice as many: long lists grow by less otherwise
	}
	t.entries = append(t.entries, e)
	if k := len(t.years); k == 0 || t.years[k-1].id != e.year {
		t.years = append(t.years, yearly{id: e.year})
	}
	y := &t.years[len(t.years)-1]
	y.to, y.last = n+1, max(y.last, e.told)
}

// count is how many events the site has under a term.
func (t *term) count() int { return max(t.whole, len(t.entries)) }

// finish sorts the terms and gives each its address. Two names with one slug
// are told apart by a number, in the order of the names.
func (ts *terms) finish() {
	taken := map[string]int{}
	for _, name := range slices.Sorted(maps.Keys(ts.byName)) {
		t := ts.byName[name]
		t.slug = Slug(name)
		taken[t.slug]++
		if n := taken[t.slug]; n > 1 {
			t.slug = fmt.Sprintf("%s-%d", t.slug, n)
		}
		t.addr = ts.kind + "/" + t.slug + "/"
		ts.sorted = append(ts.sorted, t)
	}
}

// busiest are the n terms with most events, in the order of their names.
func (ts *terms) busiest(n int) []*term {
	all := slices.Clone(ts.sorted)
	slices.SortStableFunc(all, func(a, b *term) int { return cmp.Compare(b.count(), a.count()) })
	all = all[:min(n, len(all))]
	slices.SortFunc(all, func(a, b *term) int { return strings.Compare(a.name, b.name) })
	return all
}

// index is the whole site, looked up from all sides. Nothing changes it once
// it is made.
type index struct {
	in      Input
	addr    address
	seed    sum
	cast    sum        // as castOf says
	newest  []*Article // all, newest first
	now     int        // day number
	entries []*entry
	byID    map[string]*entry
	lanes   []*term
	filters []*term // actors one can filter by: the lanes first
	actors  *terms
	types   *terms
	tags    *terms
	sources *terms
	papers  map[string]*paper     // by path
	later   []*paper              // what has taken the place of those of the last time, by their numbers
	outlets map[string][]*Article // by the outlet's name, else the article's title; newest first
	pages   map[string]string     // path of an article's file → address of its page
	lists   lists
	years   []*stretch      // newest first
	crowded map[string]bool // ids of years whose events are anchors on the pages of their months
	hasCard bool            // the chronology has a picture by which it is shared
	fonts   *card.Fonts     // of the cards
	badFont error           // what is wrong with the site's own
	weigh   func()          // gives all entries their weight, once
	drawer
}

func newIndex(in Input) *index {
	x := &index{
		in: in, addr: newAddress(in.Config.BaseURL),
		actors: newTerms("actors"), types: newTerms("types"), tags: newTerms("tags"), sources: newTerms("sources"),
		papers: make(map[string]*paper, len(in.Articles)), pages: make(map[string]string, len(in.Articles)),
	}
	if r, ok := calendar.Parse(in.Now); ok {
		x.now = r.Last()
	}
	for i := range in.Articles {
		a := &in.Articles[i]
		x.pages[a.Path] = articleAddr(a.Slug)
		x.papers[a.Path] = &paper{Article: a, no: len(x.papers), url: x.addr.link(x.pages[a.Path])}
	}
	in.rest.house(x)
	x.outlets = map[string][]*Article{}
	inParts(slices.Collect(maps.Values(x.papers)), func(part []*paper) {
		k := newKey(sum{}, "")
		for _, p := range part {
			p.shown = k.begin(sum{}, "paper").any(p.Article).sum()
		}
	})
	x.newest = x.newestArticles()
	for _, a := range x.newest {
		name := cmp.Or(a.Source.Name, a.Title)
		x.outlets[name] = append(x.outlets[name], a)
	}
	x.gather()
	x.weigh = sync.OnceFunc(func() {
		type ranked struct {
			rank float64
			at   int
		}
		all := make([]ranked, len(x.entries))
		for i, e := range x.entries {
			all[i] = ranked{e.ev.Rank, i}
		}
		slices.SortFunc(all, func(a, b ranked) int {
			switch { // no rank is not a number, and cmp.Compare asks
			case a.rank > b.rank:
				return -1
			case a.rank < b.rank:
				return 1
			}
			return a.at - b.at
		})
		for i, r := range all {
			x.entries[r.at].weight = i
		}
	})
	return x
}

// enter makes an entry of every event, in order of time.
func (x *index) enter() {
	imprints := x.in.Imprints
	if imprints == nil {
		imprints = x.in.Past.Imprints(x.in.Events)
	}
	x.entries = make([]*entry, len(x.in.Events))
	x.byID = make(map[string]*entry, len(x.in.Events))
	counts := map[string]int{}
	moments := map[string]*moment{} // by date
	room := make([]entry, len(x.in.Events))
	for i, ev := range x.in.Events {
		e := &room[i]
		e.ev, e.imprint, e.was = ev, imprints[i], x.in.Past.entry(ev.ID, imprints[i])
		if e.was != nil {
			e.told, e.moment = e.was.told, e.was.moment
		} else {
			e.told = lastTold(ev)
			if e.moment = moments[ev.Date]; e.moment == nil {
				e.moment = newMoment(ev.Date)
				moments[ev.Date] = e.moment
			}
		}
		e.scheduled = ev.Status == "planned" && (!e.when.Known() || e.last > x.now)
		e.rail, e.railed = x.in.Past.rail(i, ev)
		counts[e.year]++
		x.byID[ev.ID], x.entries[i] = e, e
	}
	x.crowded = crowdedYears(x.in.Config, counts)
	x.in.rest.crowd(x)
	x.address()
	if !slices.IsSortedFunc(x.entries, byTime) {
		slices.SortStableFunc(x.entries, byTime)
	}
}

// address gives every entry its address.
func (x *index) address() {
	addressed := x.in.Past.addressed(x)
	for _, e := range x.entries {
		if e.was != nil && addressed {
			e.addr, e.url = e.was.addr, e.was.url
		} else {
			e.url = x.addr.link(eventAddr(x.in.Config, x.crowded, e.ev.ID, e.moment))
			e.addr = e.url[len(x.addr.base):]
		}
	}
}

func byTime(a, b *entry) int {
	if a.moment != b.moment { // events of one date mostly share it
		if c := a.when.Compare(b.when); c != 0 {
			return c
		}
	}
	return strings.Compare(a.ev.ID, b.ev.ID)
}

// kinds are the terms of each kind.
func (x *index) kinds() [4]*terms { return [...]*terms{x.actors, x.types, x.tags, x.sources} }

// gather makes the entries and files them under their terms.
func (x *index) gather() {
	x.enter()
	x.place()
	x.follow()
	for _, e := range x.entries {
		if !x.refile(e) {
			x.file(e)
		}
	}
	x.in.rest.fill(x)
	for _, ts := range x.kinds() {
		ts.finish()
	}
	for _, t := range x.actors.sorted {
		t.known = x.actor(t.name)
	}
	x.lanes = x.chooseLanes()
	for _, t := range x.lanes {
		t.surname = surnameOf(t.name, t.known)
	}
	x.filters = slices.Clone(x.lanes)
	for _, t := range x.actors.busiest(maxFilters) {
		if len(x.filters) < maxFilters && !slices.Contains(x.filters, t) {
			x.filters = append(x.filters, t)
		}
	}
	x.nameChoices()
	for _, ts := range x.kinds() {
		ts.settle()
	}
	x.later = nil
}

// eventAddr is the address of an event. Without a page of its own it is an
// anchor on its year's page, or, in a crowded year, on that of its month.
func eventAddr(c Config, crowded map[string]bool, id string, at *moment) string {
	if c.Publish.Events != "anchors" {
		return "events/" + id + "/"
	}
	if m, ok := at.inMonth(); ok && crowded[at.year] {
		return monthAddr(m) + "#" + id
	}
	return at.year + "/#" + id
}

// monthAddr is the address of the page of a month.
func monthAddr(m calendar.Date) string {
	return m.In(calendar.Year).String() + "/" + pad2(int(m.Unit)) + "/"
}

// crowdedYears are the years that have too many events for one page to hold
// them all, where events have no pages of their own; counts are the events of
// each year.
func crowdedYears(c Config, counts map[string]int) map[string]bool {
	if c.Publish.Events != "anchors" {
		return nil
	}
	crowded := map[string]bool{}
	for year, n := range counts {
		crowded[year] = n > fewEnough
	}
	return crowded
}

// articleAddr is the address of the page of an article.
func articleAddr(slug string) string { return "articles/" + slug + "/" }

const (
	maxLanes   = 6  // more do not fit on a rail
	maxFilters = 10 // the style sheet has as many rules
	maxOutlets = 20 // likewise
)

// nameChoices gives the outlets and the actors that can be asked for their
// classes. A lane is its own.
func (x *index) nameChoices() {
	for i, t := range x.filters[len(x.lanes):] {
		t.class = "a" + letter(len(x.lanes)+i)
	}
	for i, t := range x.sources.busiest(maxOutlets) {
		t.class = "o" + letter(i)
	}
}

// chooseLanes are the principals: the configured ones that occur, else the
// three that most events name.
func (x *index) chooseLanes() []*term {
	var out []*term
	for _, name := range x.in.Config.Lanes {
		if t := x.actors.byName[name]; t != nil && len(out) < maxLanes {
			out = append(out, t)
		}
	}
	if len(x.in.Config.Lanes) == 0 {
		out = x.actors.busiest(3)
	}
	return out
}
