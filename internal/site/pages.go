package site

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-ssg/dateline/internal/source"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// Pages lays out a site: every page with its key, sorted by path, none of
// them drawn. The files of other formats are not among them; package export
// adds them. A template that cannot be used and two pages with one address are
// a *source.Failure.
func Pages(in Input) ([]Page, []source.Diagnostic, error) {
	if in.Past != nil {
		defer func() { in.Past.lanes = sum{} }() // Know told of this run alone, laid out or not
	}
	x, err := prepare(in)
	if err != nil {
		return nil, nil, err
	}
	p := &planner{index: x, taken: map[string]string{}, unlisted: map[string]bool{"embed/": true}}
	p.front()
	p.events()
	p.articleList()
	p.termPages()
	p.yearPages()
	p.topPages()
	p.moved()
	p.others()
	p.cards()
	p.files()
	if len(p.clashes) > 0 {
		return nil, nil, &source.Failure{Diagnostics: p.clashes}
	}
	slices.SortFunc(p.pages, func(a, b Page) int { return strings.Compare(a.Path, b.Path) })
	if in.Past != nil {
		in.Past.last = x
	}
	return p.pages, append(p.warnings, x.undrawable()...), nil
}

// prepare makes the index of a site and all that drawing needs.
func prepare(in Input) (*index, error) {
	in.Config = in.Config.filled()
	x := newIndex(in)
	l, err := in.Looks.look(in)
	if err != nil {
		return nil, err
	}
	x.drawer = drawer{look: l, dates: dater{l.words, &dates{of: map[dated]*Date{}}}, outlines: new(sync.Map), kept: new(kept)}
	x.site = x.newSite(l.manifest)
	x.refer()
	x.split()
	x.fonts, x.badFont = x.cardFonts()
	if x.in.rest == nil {
		x.weighty()
		_, x.hasCard = x.wholeCard()
	} else {
		x.in.rest.deal(x)
	}
	x.seal()
	return x, nil
}

// filled is a configuration with the defaults that a zero value stands for.
func (c Config) filled() Config {
	d := Default()
	c.Title = cmp.Or(c.Title, "Chronology")
	c.Language = cmp.Or(c.Language, d.Language)
	c.Theme = cmp.Or(c.Theme, d.Theme)
	c.Order = cmp.Or(c.Order, d.Order)
	c.BaseURL = cmp.Or(c.BaseURL, d.BaseURL)
	c.Publish.Events = cmp.Or(c.Publish.Events, d.Publish.Events)
	c.Publish.Articles = cmp.Or(c.Publish.Articles, d.Publish.Articles)
	c.Feeds = c.Feeds.Filled()
	return c
}

// seal gives every event its mark and its hash. They come last, because they
// depend on lanes and on other events. A mark depends on the event and on who
// acts in it and in the lanes, so where neither has changed it is that of the last
// time; a card is, where the whole hash is.
func (x *index) seal() {
	x.cast = x.castOf()
	lanes := make([]string, len(x.lanes))
	for i, l := range x.lanes {
		lanes[i] = l.name + "/" + l.surname
	}
	x.seed = newKey(sum{}, "site").str(x.in.Theme.Hash(), x.in.Version).any(x.in.Config).any(lanes).sum()
	past := x.in.Past
	known := past != nil && past.last != nil && past.last.cast == x.cast
	opened := past != nil && past.lanes == x.cast
	seeded := known && past.last.seed == x.seed
	inParts(x.entries, func(part []*entry) {
		k := newKey(sum{}, "")
		for _, e := range part {
			was := e.was
			switch e.was = nil; {
			case was != nil && known && !slices.ContainsFunc(e.actors, func(t *term) bool { return t.recast }):
				e.rail = was.rail
			case !opened || !e.railed:
				e.rail = x.railOf(e)
			}
			if was != nil && seeded && x.stands(e, was) {
				e.sum = was.sum
			} else {
				e.sum = x.sumOf(k, e)
			}
			if was != nil && was.sum == e.sum {
				e.still = e.stays && was.ev.Rank == e.ev.Rank
				x.kept.carry(&e.drawn, &was.drawn)
				x.kept.carry(&e.brief, &was.brief)
			}
		}
	})
}

// castOf is a hash over the lanes, and what is known of who they are.
func (x *index) castOf() sum {
	k := newKey(sum{}, "lanes")
	for _, t := range x.lanes {
		if k.str(t.name); t.known != nil {
			k.any(*t.known)
		}
	}
	return k.sum()
}

// sumOf is the hash over all that an event shows on a card and on its page,
// made by a key that is done with.
func (x *index) sumOf(k key, e *entry) sum {
	k.begin(x.seed, "event").str(e.addr, e.rail)
	k.h.Write(e.imprint[:])
	for _, list := range [...][]*term{e.actors, e.sources, e.tags} {
		for _, t := range list {
			k.str(t.addr, t.class)
		}
	}
	for _, a := range e.papers {
		if a != nil {
			k.str(a.url[len(x.addr.base):], a.Language)
		}
	}
	for _, l := range e.ev.Links {
		if to, ok := x.byID[l.ID]; ok {
			k.str(to.addr, to.ev.Headline, to.ev.Date, to.ev.Mod)
		}
	}
	if e.card {
		k.str("card")
	}
	if e.scheduled {
		k.str("scheduled")
	}
	return k.sum()
}

// letter names the i-th choice of a filter: a, b, c … and z for what is none
// of them.
func letter(i int) string {
	if i < 0 {
		return "z"
	}
	return string(rune('a' + i))
}

// planner collects pages.
type planner struct {
	*index
	pages    []Page
	taken    map[string]string // path → what has it
	unlisted map[string]bool   // addresses that the sitemap leaves out
	clashes  []source.Diagnostic
	warnings []source.Diagnostic
}

// add plans the page of an address, drawn by a template from a view that is
// made when it is drawn.
func (p *planner) add(addr, tmpl string, k key, view func() any) {
	t, x := tmpl, p.index
	p.drawn(addr, "the page "+addr, k.str(addr, tmpl).hex(), func() ([]byte, error) { return x.tmpl.Page(t, view()) })
}

// drawn plans a file that a template draws.
func (p *planner) drawn(addr, what, key string, draw func() ([]byte, error)) {
	if p.raw(addr, what, key, draw) {
		p.pages[len(p.pages)-1].Release = theme.Release
	}
}

// raw plans a file, and reports whether there was none at its address.
func (p *planner) raw(addr, what, key string, draw func() ([]byte, error)) bool {
	path := file(addr)
	if other, ok := p.taken[path]; ok {
		p.clashes = append(p.clashes, source.File{Path: what}.Err(source.Span{},
			"it has the same address as "+other+": "+addr, "give one of them another slug"))
		return false
	}
	p.taken[path] = what
	p.pages = append(p.pages, Page{Path: path, Key: key, Draw: draw})
	return true
}

// fixed plans a file whose bytes are known.
func (p *planner) fixed(addr string, b []byte) {
	k := newKey(sum{}, "file").str(string(b)).hex()
	p.raw(addr, "the file "+addr, k, func() ([]byte, error) { return b, nil })
}
