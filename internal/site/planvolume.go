package site

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// volume is the articles of a year, of a month of a year that has many, or those
// without a date, newest first.
type volume struct {
	name     string // as pages say it
	addr     string // "2025/articles/", "2025/03/articles/"
	articles []*Article
}

// fewListed is how many articles one index lists; above it the index lists the newest of
// them and leads to volumes. A hundred thousand articles in one list are 32 MB.
const fewListed = 1000

// articleIndex plans the index of articles, and its volumes.
func (p *planner) articleIndex() {
	newest, x := p.newest, p.index
	volumes := x.volumes(newest)
	if len(volumes) > 0 {
		newest = newest[:fewListed/5]
	}
	refs := make([]Ref, len(volumes))
	for i, v := range volumes {
		refs[i] = Ref{Name: v.name, URL: x.addr.link(v.addr), Count: len(v.articles)}
	}
	title := x.dates.say("nav.articles")
	p.listArticles("articles/", newest, newKey(p.seed, "articles").any(refs), func() *ArticlesPage {
		return &ArticlesPage{Frame: x.frame("articles", "articles/", title), Volumes: refs}
	})
	for _, v := range volumes {
		p.listArticles(v.addr, v.articles, newKey(p.seed, "volume").str(v.name), func() *ArticlesPage {
			return &ArticlesPage{Frame: x.frame("articles", v.addr, title+x.dates.say("colon")+v.name, x.nav("articles"))}
		})
	}
}

// listArticles plans a page that lists articles, which are put into what begin gives.
func (p *planner) listArticles(addr string, list []*Article, k key, begin func() *ArticlesPage) {
	x := p.index
	for _, a := range list {
		paper := x.papers[a.Path]
		k.sums(paper.shown).any(len(paper.told))
	}
	p.add(addr, "articles.html", k, func() any {
		v := begin()
		for _, a := range list {
			v.Articles = append(v.Articles, x.articleRef(a))
		}
		return v
	})
}

// volumes are those of articles, in their order; none of few.
func (x *index) volumes(newest []*Article) []volume {
	if len(newest) <= fewListed {
		return nil
	}
	var out []volume
	for _, year := range x.bound(newest, calendar.Year) {
		if len(year.articles) > fewListed && year.addr != undatedAddr {
			out = append(out, x.bound(year.articles, calendar.Month)...)
		} else {
			out = append(out, year)
		}
	}
	return out
}

const undatedAddr = "undated/articles/"

// bound are articles by the span of a grain in which each came out.
func (x *index) bound(newest []*Article, grain calendar.Grain) []volume {
	var out []volume
	for _, a := range newest {
		name, addr := x.dates.say("list.undated"), undatedAddr
		if r, ok := calendar.Parse(a.Date); ok {
			when := calendar.Civil(r.First()).In(grain)
			name, addr = x.dates.plain(when.String()), when.String()+"/articles/"
			if grain == calendar.Month {
				addr = monthAddr(when) + "articles/"
			}
		}
		if n := len(out); n == 0 || out[n-1].addr != addr {
			out = append(out, volume{name: name, addr: addr})
		}
		v := &out[len(out)-1]
		v.articles = append(v.articles, a)
	}
	return out
}

func (x *index) newestArticles() []*Article {
	var out []*Article
	for i := range x.in.Articles {
		out = append(out, &x.in.Articles[i])
	}
	slices.SortStableFunc(out, func(a, b *Article) int {
		return cmp.Or(strings.Compare(b.Date, a.Date), strings.Compare(a.Slug, b.Slug))
	})
	return out
}
