package site

import (
	"cmp"
	"html/template"
	"path"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/source"
)

// articleList plans the page of each article, and their index.
func (p *planner) articleList() {
	slugs := map[string]string{}
	for i := range p.in.Articles {
		a := &p.in.Articles[i]
		if other, ok := slugs[a.Slug]; ok {
			p.clashes = append(p.clashes, source.File{Path: a.Path}.Err(source.Span{},
				"it has the same address as "+other+": articles/"+a.Slug+"/", `give one of them another "slug" in its front matter`))
			continue
		}
		slugs[a.Slug] = a.Path
		p.article(a)
	}
	p.articleIndex()
}

// article plans the page of an article.
func (p *planner) article(a *Article) {
	x, paper := p.index, p.papers[a.Path]
	paper.rest = x.articleRest(a)
	k := newKey(sum(paper.rest), "text").str(a.Digest)
	if a.Digest == "" && a.Body != nil {
		bits, err := a.Body()
		k.any(bits).any(err != nil)
	}
	p.drawn(x.pages[a.Path], a.Path, k.hex(), func() ([]byte, error) {
		v, err := x.articlePage(a)
		if err != nil {
			return nil, err
		}
		return x.tmpl.Page("article.html", v)
	})
}

// articleRest is a hash over all that the page of an article shows but its text.
func (x *index) articleRest(a *Article) Imprint {
	paper := x.papers[a.Path]
	k := newKey(x.seed, "article").str(x.pages[a.Path]).sums(paper.shown).entries(paper.told)
	for _, ref := range a.Refs {
		k.str(x.pages[path.Join(path.Dir(a.Path), ref)])
	}
	return Imprint(k.sum())
}

func (x *index) articlePage(a *Article) (*ArticlePage, error) {
	addr := x.pages[a.Path]
	v := &ArticlePage{Frame: x.frame("article", addr, a.Title, x.nav("articles")), Article: x.articleRef(a)}
	v.Description = a.Summary
	v.Cite = x.cite(a.Title, addr, cmp.Or(a.Updated, a.Date))
	es := x.papers[a.Path].told
	for _, e := range es {
		v.Events = append(v.Events, Item{x: x, e: e})
	}
	v.Rails = x.rails(es)
	v.JSONLD = script([]ld{x.articleLD(a, v), x.crumbs(&v.Frame)})
	if x.in.Config.Publish.Articles == "link" || !a.Extract {
		return v, nil
	}
	if !x.marks(a) {
		v.Mentions = true
		return v, nil
	}
	bits, err := a.Body()
	if err != nil {
		return nil, err
	}
	marks := x.markedIn(a)
	body, lost := writeBody(bits, marks, func(ref string) string { return x.addr.Resolve(a.Path, ref, x.pages) })
	v.Body, v.Lost, v.Mentions = template.HTML(strings.TrimSpace(string(body))), lost, true
	x.abridgeTold(v.Events, a, lost)
	return v, nil
}

// abridgeTold makes a line of each event whose sentence stands in the text
// above: it would be told twice on one page.
func (x *index) abridgeTold(events []Item, a *Article, lost []string) {
	above := map[*entry]bool{}
	for _, t := range x.papers[a.Path].tales {
		if t.marked() && t.e.ev.Status != "planned" && !slices.Contains(lost, t.m.ID) {
			above[t.e] = true
		}
	}
	for i := range events {
		events[i].Brief = above[events[i].e]
	}
}

// markedIn are the sentences of an article that tell its events.
func (x *index) markedIn(a *Article) []marked {
	tales := x.papers[a.Path].tales
	out := make([]marked, 0, len(tales))
	for _, t := range tales {
		if t.marked() {
			out = append(out, marked{
				Span: t.m.Span(), anchor: t.m.ID, url: t.e.url,
				date: x.dates.plain(cmp.Or(t.m.Date, t.e.ev.Date)), name: t.e.ev.Headline,
			})
		}
	}
	return out
}

func (x *index) articleRef(a *Article) ArticleRef {
	v := ArticleRef{
		Ref:     Ref{Name: cmp.Or(a.Title, a.Slug), URL: x.addr.link(x.pages[a.Path]), Count: len(x.papers[a.Path].told)},
		Summary: a.Summary, Author: a.Author, Original: a.URL, Language: a.Language,
	}
	if a.Date != "" {
		v.When = x.dates.day(a.Date)
	}
	if a.Updated != "" {
		v.Updated = x.dates.day(a.Updated)
	}
	v.Source = Ref{Name: a.Source.Name, URL: a.Source.URL}
	if t := x.sources.byName[cmp.Or(a.Source.Name, a.Title)]; t != nil {
		v.Source = x.termRef(t)
	}
	for _, tag := range a.Tags {
		if t := x.tags.byName[tag]; t != nil {
			v.Tags = append(v.Tags, x.termRef(t))
		}
	}
	for _, o := range a.Outlets {
		v.Outlets = append(v.Outlets, Ref{Name: o.Name, URL: o.URL})
	}
	if a.Image.Path != "" {
		v.Image = &Picture{x.addr.Resolve(a.Path, a.Image.Path, x.pages), a.Image.Alt, a.Image.Caption, a.Image.Credit}
	}
	return v
}

// Refs are the links in an article's text to files beside it, sorted.
func Refs(bits []article.Bit) []string {
	var out []string
	w := &body{placed: map[string]bool{}, resolve: func(ref string) string {
		name, _, _ := strings.Cut(ref, "#")
		if name != "" && !strings.Contains(name, ":") && !strings.HasPrefix(name, "/") {
			out = append(out, name)
		}
		return ref
	}}
	for _, bit := range bits {
		if strings.Contains(bit.Markup, "href=") {
			w.markup(bit.Markup)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// outletsOf are the articles of an outlet, newest first.
func (x *index) outletsOf(name string) []*Article { return x.outlets[name] }
