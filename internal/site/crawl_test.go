package site_test

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/dateline-ssg/dateline/internal/site"
)

// drawn is a site as it would be published: the pages' bytes by path.
func drawn(t testing.TB, in site.Input) map[string][]byte {
	t.Helper()
	pages, warnings, err := site.Pages(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range warnings {
		t.Error(w)
	}
	if !slices.IsSortedFunc(pages, func(a, b site.Page) int { return strings.Compare(a.Path, b.Path) }) {
		t.Error("the pages are not sorted by path")
	}
	out := map[string][]byte{}
	for _, p := range pages {
		b, err := p.Draw()
		if err != nil {
			t.Fatalf("%s: %v", p.Path, err)
		}
		if _, twice := out[p.Path]; twice {
			t.Errorf("%s is there twice", p.Path)
		}
		if len(p.Key) != 32 {
			t.Errorf("%s has the key %q", p.Path, p.Key)
		}
		out[p.Path] = b
	}
	return out
}

// element is what the crawl wants of a page.
type element struct {
	ids   map[string]bool
	links []string
	root  *html.Node
}

func parse(t testing.TB, name string, b []byte) element {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	e := element{ids: map[string]bool{}, root: root}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			switch {
			case a.Key == "id":
				if e.ids[a.Val] {
					t.Errorf("%s: the id %q is there twice", name, a.Val)
				}
				e.ids[a.Val] = true
			case a.Key == "href" || a.Key == "src" || a.Key == "cite":
				e.links = append(e.links, a.Val)
			case (a.Key == "aria-labelledby" || a.Key == "for"):
				e.links = append(e.links, "#"+a.Val)
			}
		}
	}
	return e
}

// crawl finds no link into nothing, no anchor that is not there, and no
// link that forgets the path under which the site is published.
func crawl(t *testing.T, in site.Input) {
	files := drawn(t, in)
	const host, base = "https://example.org", "/sub/path/"
	elsewhere := map[string]bool{"events.schema.json": true}
	for _, f := range site.Formats {
		elsewhere[f.File] = true
	}
	pages := map[string]element{}
	for name, b := range files {
		if strings.HasSuffix(name, ".html") {
			pages[name] = parse(t, name, b)
		}
	}
	for name, page := range pages {
		for _, link := range page.links {
			u, err := url.Parse(strings.TrimPrefix(link, host))
			if err != nil || u.Host != "" {
				if u == nil || u.Scheme != "https" || u.Host != "gazette.example" {
					t.Errorf("%s: a strange link %q", name, link)
				}
				continue
			}
			target := name
			if u.Path != "" {
				rest, ok := strings.CutPrefix(u.Path, base)
				if !ok {
					t.Errorf("%s: %q leaves %s", name, link, base)
					continue
				}
				target = rest
				if rest == "" || strings.HasSuffix(rest, "/") {
					target = path.Join(rest, "index.html")
				}
			}
			if _, ok := files[target]; !ok && !elsewhere[target] {
				t.Errorf("%s: %q leads nowhere", name, link)
				continue
			}
			if p, ok := pages[target]; ok && u.Fragment != "" && !p.ids[u.Fragment] {
				t.Errorf("%s: %q has no such anchor", name, link)
			}
		}
	}
}

func TestLinks(t *testing.T) {
	crawl(t, sample(t, 60, config()))
}

func TestLinksToAnchors(t *testing.T) {
	c := config()
	c.Publish.Events, c.Order = "anchors", "oldest"
	crawl(t, sample(t, 60, c))
}

// TestLinksToAnchorsOfCrowdedYears: an event of a year that is too large for
// one page stands on that of its month, and its old anchor leads there.
func TestLinksToAnchorsOfCrowdedYears(t *testing.T) {
	c := config()
	c.Publish.Events = "anchors"
	in := sample(t, 1500, c)
	crawl(t, in)
	pages := drawn(t, in)
	if !bytes.Contains(pages["2025/index.html"], []byte(`<li id="`)) {
		t.Error("the page of a crowded year has no anchors of the events that it does not show")
	}
	for _, e := range in.Events {
		anchor := []byte(`id="` + e.ID + `"`)
		if len(e.Date) != len("2025-03-01") {
			continue
		}
		if year := pages[e.Date[:4]+"/index.html"]; bytes.Count(year, anchor) != 1 {
			t.Errorf("%s has %d anchors on the page of its year, want 1", e.ID, bytes.Count(year, anchor))
		}
	}
}

func TestLinksOfLongLists(t *testing.T) {
	c := config()
	c.Publish.Articles = "mentions"
	crawl(t, sample(t, 1500, c))
}

func TestLinksWithoutArticles(t *testing.T) {
	c := config()
	c.Publish.Articles = "link"
	crawl(t, sample(t, 20, c))
	in := sample(t, 20, config())
	in.Events, in.Articles, in.Now = nil, nil, ""
	crawl(t, in)
}

// TestNothingWithoutItsSentence: wherever an event stands, a sentence that
// tells it stands too, and who tells it.
func TestNothingWithoutItsSentence(t *testing.T) {
	n := 0
	for name, b := range drawn(t, sample(t, 60, config())) {
		if !strings.HasSuffix(name, ".html") {
			continue
		}
		for node := range parse(t, name, b).root.Descendants() {
			if node.Data != "article" {
				continue
			}
			n++
			var quote, source string
			for d := range node.Descendants() {
				switch d.Data {
				case "blockquote":
					quote += text(d)
				case "cite":
					source += text(d)
				}
			}
			if strings.TrimSpace(quote) == "" || strings.TrimSpace(source) == "" {
				t.Errorf("%s: an event without its sentence or its source: %.200s", name, text(node))
			}
		}
	}
	if n < 500 {
		t.Errorf("only %d events were looked at", n)
	}
}

func text(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// TestSameInputSameBytes draws a site twice, from two inputs that are equal.
func TestSameInputSameBytes(t *testing.T) {
	a, b := drawn(t, sample(t, 40, config())), drawn(t, sample(t, 40, config()))
	for name := range a {
		if !bytes.Equal(a[name], b[name]) {
			t.Errorf("%s differs", name)
		}
	}
}

// TestKeys is the law of Page.Key: whatever changes a page's bytes changes
// its key. One thing after the other is changed, and all pages are compared.
func TestKeys(t *testing.T) {
	type both struct {
		key   string
		bytes []byte
	}
	all := func(in site.Input) map[string]both {
		pages, _, err := site.Pages(in)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]both{}
		for _, p := range pages {
			b, err := p.Draw()
			if err != nil {
				t.Fatal(err)
			}
			out[p.Path] = both{p.Key, b}
		}
		return out
	}
	base := all(sample(t, 40, config()))
	for name, change := range map[string]func(*site.Input){
		"headline":     func(in *site.Input) { in.Events[11].Headline = "Something else" },
		"date":         func(in *site.Input) { in.Events[11].Date = "2024-05" },
		"sentence":     func(in *site.Input) { in.Events[11].Told[0].Text = "Another sentence." },
		"source":       func(in *site.Input) { in.Events[11].Told[0].Outlet = "The New Paper" },
		"author":       func(in *site.Input) { in.Events[11].Told[0].Author = "Somebody" },
		"actors":       func(in *site.Input) { in.Events[11].Actors = []string{"A New One"} },
		"type":         func(in *site.Input) { in.Events[11].Type = "aid" },
		"status":       func(in *site.Input) { in.Events[11].Status = "denied" },
		"confidence":   func(in *site.Input) { in.Events[11].Confidence = "Disputed" },
		"image":        func(in *site.Input) { in.Events[11].Told[0].Image = "a.png" },
		"link":         func(in *site.Input) { in.Events[11].Links = nil; in.Events[12].Links = nil; in.Events[14].Links = nil },
		"note":         func(in *site.Input) { in.Events[11].Note = "A note." },
		"article":      func(in *site.Input) { in.Articles[5].Title = "Another title" },
		"summary":      func(in *site.Input) { in.Articles[5].Summary = "Another" },
		"slug":         func(in *site.Input) { in.Articles[5].Slug = "moved" },
		"tags":         func(in *site.Input) { in.Articles[5].Tags = []string{"new tag"} },
		"article gone": func(in *site.Input) { in.Articles = in.Articles[1:] },
		"now":          func(in *site.Input) { in.Now = "2028-01-01" },
		"title":        func(in *site.Input) { in.Config.Title = "Another site" },
		"order":        func(in *site.Input) { in.Config.Order = "oldest" },
		"base":         func(in *site.Input) { in.Config.BaseURL = "https://example.net/" },
		"lanes":        func(in *site.Input) { in.Config.Lanes = people[:1] },
		"event gone":   func(in *site.Input) { in.Events = in.Events[:30] },
	} {
		in := sample(t, 40, config())
		change(&in)
		changed := 0
		for p, now := range all(in) {
			was, ok := base[p]
			if !ok || bytes.Equal(was.bytes, now.bytes) {
				continue
			}
			changed++
			if was.key == now.key {
				t.Errorf("%s: %s shows something else under the same key", name, p)
			}
		}
		if changed == 0 {
			t.Errorf("%s: no page changed", name)
		}
	}
}

// TestKeysStay: an edit of one article leaves most pages as they are.
func TestKeysStay(t *testing.T) {
	keys := func(in site.Input) map[string]string {
		pages, _, err := site.Pages(in)
		if err != nil {
			t.Fatal(err)
		}
		out := map[string]string{}
		for _, p := range pages {
			out[p.Path] = p.Key
		}
		return out
	}
	in := sample(t, 200, config())
	before := keys(in)
	in.Articles[40].Digest = "other words, the same events"
	var changed []string
	for p, k := range keys(in) {
		if before[p] != k {
			changed = append(changed, p)
		}
	}
	slices.Sort(changed)
	if want := []string{"articles/piece-40/index.html"}; !slices.Equal(changed, want) {
		t.Errorf("other words in one article change %v, want %v", changed, want)
	}
}

func TestClash(t *testing.T) {
	in := sample(t, 20, config())
	in.Articles[3].Slug = in.Articles[2].Slug
	_, _, err := site.Pages(in)
	want := `content/2024/piece-3.md:1:1: it has the same address as content/2024/piece-2.md: articles/piece-2/; give one of them another "slug" in its front matter`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
