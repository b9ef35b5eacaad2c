package site

import (
	"maps"
	"slices"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/source"
)

// The page of an article shows the events that it tells, and of all others only
// how many there are, and where. So where a text has changed and nothing that is
// told, its page is laid out alone, from an excerpt of the chronology and what the
// rest of the site is to it.
//
// The law: a page laid out alone has the key and the bytes that it has among all,
// if its Imprint, which is over all that it shows but the text, is the one that
// it had there.

// Rest is what a whole site is to the page of one article.
type Rest struct {
	Terms   []Counted // of actors, types, tags and sources
	Crowded []string  // years whose events are anchors on the pages of their months
	Paths   []string  // of all articles
	Slugs   []string
	Card    bool // the chronology has a picture by which it is shared
}

// dealt is the rest of a site, and the ids of the events of an excerpt that have a
// picture of their own. Of none an index has all of the site itself.
type dealt struct {
	Rest
	carded []string
}

// Counted is the terms of one kind, by name, with how many events each has.
type Counted struct {
	Names  []string
	Events []int
}

// Excerpt is the events that the page of one article shows.
type Excerpt struct {
	Told   []*chronology.Event // by the article, in order
	Led    []*chronology.Event // others to which these lead
	Carded []string            // ids of those told that have a picture of their own
}

// Rest is what the site as it was laid out last is to the page of an article.
func (p *Past) Rest() Rest {
	x := p.last
	r := Rest{Card: x.hasCard}
	for _, ts := range x.kinds() {
		c := Counted{make([]string, len(ts.sorted)), make([]int, len(ts.sorted))}
		for i, t := range ts.sorted {
			c.Names[i], c.Events[i] = t.name, t.count()
		}
		r.Terms = append(r.Terms, c)
	}
	for _, year := range slices.Sorted(maps.Keys(x.crowded)) {
		if x.crowded[year] {
			r.Crowded = append(r.Crowded, year)
		}
	}
	for _, a := range x.in.Articles {
		r.Paths, r.Slugs = append(r.Paths, a.Path), append(r.Slugs, a.Slug)
	}
	return r
}

// Excerpt is what the page of an article shows of the site as it was laid out last,
// with the Imprint of that page; false where there is no such article.
func (p *Past) Excerpt(path string) (func() Excerpt, Imprint, bool) {
	paper := p.last.papers[path]
	if paper == nil {
		return nil, Imprint{}, false
	}
	return func() Excerpt { return p.last.excerpt(paper) }, paper.rest, true
}

func (x *index) excerpt(p *paper) Excerpt {
	var out Excerpt
	there := map[string]bool{}
	for _, e := range p.told {
		out.Told = append(out.Told, e.ev)
		there[e.ev.ID] = true
		if e.card {
			out.Carded = append(out.Carded, e.ev.ID)
		}
	}
	for _, e := range p.told {
		for _, l := range e.ev.Links {
			if to := x.byID[l.ID]; to != nil && !there[l.ID] {
				there[l.ID] = true
				out.Led = append(out.Led, to.ev)
			}
		}
	}
	return out
}

// Alone lays out the page of one article, of an input with the events of its excerpt and
// the articles that tell these. The Imprint says whether that can be: see above. Its error
// is one of the templates, or an empty Failure where the input has no such article.
func Alone(in Input, rest Rest, of Excerpt, path string) (Page, Imprint, error) {
	in.rest, in.Events = &dealt{rest, of.Carded}, slices.Concat(of.Told, of.Led)
	x, err := prepare(in)
	if err != nil {
		return Page{}, Imprint{}, err
	}
	paper := x.papers[path]
	if paper == nil {
		return Page{}, Imprint{}, &source.Failure{}
	}
	p := &planner{index: x, taken: map[string]string{}}
	p.article(paper.Article)
	return p.pages[0], paper.rest, nil
}

// house gives an index the pages of all articles.
func (r *dealt) house(x *index) {
	if r != nil {
		for i, path := range r.Paths {
			x.pages[path] = articleAddr(r.Slugs[i])
		}
	}
}

// crowd gives an index the crowded years of the whole site.
func (r *dealt) crowd(x *index) {
	if r != nil {
		x.crowded = map[string]bool{}
		for _, year := range r.Crowded {
			x.crowded[year] = true
		}
	}
}

// fill gives an index all terms, each with how many events it has.
func (r *dealt) fill(x *index) {
	if r != nil {
		for i, ts := range x.kinds() {
			for j, name := range r.Terms[i].Names {
				if t := ts.add(name, nil); t != nil {
					t.whole = r.Terms[i].Events[j]
				}
			}
		}
	}
}

// deal gives pictures to those events of an index that have one among all.
func (r *dealt) deal(x *index) {
	x.hasCard = r.Card
	for _, id := range r.carded {
		if e := x.byID[id]; e != nil {
			e.card = true
		}
	}
}
