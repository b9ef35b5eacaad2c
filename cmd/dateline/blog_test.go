package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestBlogs builds 500 articles with front matter and markup as other
// generators have them: nothing crashes, and nothing is an error.
func TestBlogs(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "true")
	dir := t.TempDir()
	write(t, dir, "dateline.toml", "title = \"Blogs\"\n")
	write(t, dir, "static/images/a.png", "")
	g := blogger{rand.New(rand.NewPCG(1, 2))}
	for i := range 500 {
		name, text := g.article(i)
		write(t, dir, filepath.Join("content", name), text)
	}
	said := buildSite(t, dir, filepath.Join(dir, "public"), "--drafts")
	if !strings.Contains(said, "from 500 articles") {
		t.Errorf("%.2000s", said)
	}
	for line := range strings.Lines(said) {
		if strings.Contains(line, "unknown key") || strings.Contains(line, "crash") {
			t.Errorf("a word too many: %s", line)
		}
	}
	site := tree(t, filepath.Join(dir, "public"))
	everyEventIsSaid(t, dir, site)
	everyLinkLeads(t, "/", site)
}

// write writes a file and the folders above it.
func write(t testing.TB, dir, name, text string) {
	t.Helper()
	p := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(p, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// blogger makes articles by chance, but always the same ones.
type blogger struct{ *rand.Rand }

func (g blogger) one(of ...string) string { return of[g.IntN(len(of))] }

// some is one of the lines, or none.
func (g blogger) some(lines ...string) string {
	if g.IntN(2) == 0 {
		return ""
	}
	return g.one(lines...) + "\n"
}

// article is an article in the manner of Hugo or Jekyll.
func (g blogger) article(i int) (name, text string) {
	day := fmt.Sprintf("2025-%02d-%02d", 1+i%12, 1+i%28)
	slug := fmt.Sprintf("post-number-%d", i)
	name = g.one("posts/"+slug+".md", "_posts/../posts/"+day+"-"+slug+".md", "posts/"+slug+"/index.md", "blog/2025/"+slug+".markdown", slug+".md")
	stamp := g.one(day, day+"T10:00:00Z", day+"T23:30:00-07:00", day+" 10:00:00 +0200", day+" 10:00:00", day+"T08:15:00.123456+01:00", day+" 08:15")
	if strings.HasSuffix(name, "index.md") {
		name = strings.TrimSuffix(name, "/index.md") + "-leaf/" + slug + ".md"
	}
	switch g.IntN(5) {
	case 0:
		text = g.toml(i, stamp)
	case 1:
		text = g.json(i, stamp)
	default:
		text = g.yaml(i, stamp)
	}
	text += "\n" + g.body(day)
	if g.IntN(6) == 0 {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	if g.IntN(10) == 0 {
		text = "\ufeff" + text
	}
	return strings.ReplaceAll(name, "_posts/../", ""), text
}

func (g blogger) yaml(i int, stamp string) string {
	return "---\n" + g.some("layout: post", "layout: \"single\"", "type: posts") +
		fmt.Sprintf(g.one("title: Post number %d\n", "title: \"Post: number %d\"\n", "title: 'It''s post %d'\n", "title: >-\n  Post\n  number %d\n"), i) +
		"date: " + g.one(stamp, "\""+stamp+"\"", "'"+stamp+"'") + "\n" +
		g.some("draft: false", "draft: true", "published: true") +
		g.some("tags: [talks, \"trade & tariffs\"]", "tags:\n  - talks\n  - C++", "tags: talks", "tags: talks trade", "tags:", "tags: []") +
		g.some("categories: News", "categories:\n- News\n- World", "category: news") +
		g.some("author: Jane Doe", "author:\n  name: Jane Doe\n  twitter: jane", "authors: [Jane Doe, John Roe]", "authors:\n  - name: Jane Doe\n    link: https://example.org") +
		g.some("permalink: /:categories/:title/", "aliases:\n  - /old/post/\n  - /older/", "url: /posts/x/", "redirect_from: /a/") +
		g.some("weight: 10", "toc: true", "math: true", "comments: false", "pin: yes", "featured: no") +
		g.some("params:\n  hero:\n    image: a.png\n    alt: A\n  list: [1, 2.5, true, null]", "menu:\n  main:\n    weight: 1", "cascade:\n  - _target:\n      kind: page\n    banner: x.png") +
		g.some("image: /images/a.png", "image:\n  path: /images/a.png\n  alt: A picture\n  lqip: data:image/webp;base64,AAAA", "cover:\n  image: a.png\n  caption: \"A caption\"", "images: [a.png, b.png]", "featuredImage: a.jpg") +
		g.some("lastmod: "+stamp, "last_modified_at: "+stamp, "publishDate: "+stamp, "expiryDate: 2099-01-01") +
		g.some("description: A few words", "summary: |\n  Two lines\n  of text", "excerpt: \"More\"", "keywords: [a, b]") +
		g.some("# a comment", "subtitle: ~", "sitemap:\n  changefreq: weekly\n  priority: 0.5") +
		"---\n"
}

func (g blogger) toml(i int, stamp string) string {
	if strings.Contains(stamp, " +") || strings.HasSuffix(stamp, " 08:15") {
		stamp = "\"" + stamp + "\""
	}
	return "+++\n" + fmt.Sprintf("title = %q\ndate = %s\n", fmt.Sprintf("Post number %d", i), stamp) +
		g.some("draft = false", "draft = true") + g.some("tags = [\"talks\", \"trade\"]", "tags = []") +
		g.some("categories = ['News']") + g.some("weight = 3", "toc = true", "authors = [\"Jane Doe\"]", "author = \"Jane Doe\"") +
		g.some("aliases = [\"/old/\"]", "slug = \"my-slug-"+fmt.Sprint(i)+"\"") +
		g.some("[params]\nhero = \"a.png\"\n[params.nested]\ndeep = [1, 2]", "[[resources]]\nsrc = \"a.png\"\nname = \"hero\"", "[menu.main]\nweight = 1\n", "[extra]\nx = 1.5", "[taxonomies]\ntags = [\"a\"]") + "+++\n"
}

func (g blogger) json(i int, stamp string) string {
	return fmt.Sprintf("{\n  \"title\": \"Post number %d\",\n  \"date\": %q,\n  \"tags\": [\"talks\", \"trade\"],\n  \"draft\": false,\n  \"params\": {\"a\": {\"b\": [1, null, true]}}\n}\n", i, stamp)
}

func (g blogger) body(day string) string {
	var b strings.Builder
	for range 2 + g.IntN(5) {
		b.WriteString(g.one(
			"Ministers of Norway and Finland signed a fishing treaty in Oslo on 3 September 2025.",
			"On "+day+", the president met his *Finnish* colleague in [Oslo](https://example.org/a_b).",
			"{{< figure src=\"/images/a.png\" title=\"A { brace }\" >}}",
			"{{% notice tip %}}\nTalks began **yesterday**.\n{{% /notice %}}",
			"{% include figure.html src=\"a.png\" %}",
			"{% highlight go %}\nfunc main() {}\n{% endhighlight %}",
			"{{ site.baseurl }}/about and {{ page.title | escape }}",
			"<!--more-->",
			"<!-- a comment -- with hyphens -->",
			"{: .no_toc }",
			"* TOC\n{:toc}",
			"## Background {#background}\n\nSanctions were imposed last week.",
			"| Date | What |\n|---|:-:|\n| 2025-09-03 | A treaty |",
			"```yaml\n---\ntitle: not front matter\n---\n```",
			"---",
			"A claim.[^1]\n\n[^1]: The note of "+day+".",
			"![A picture](/images/a.png){: width=\"700\" }",
			"> “We agreed,” she said on Monday.\n> — *the minister*",
			"- [x] done on 4 May\n- [ ] to do\n  1. nested\n     text",
			"Line one  \nline two\\\nline three with `code {{ x }}` and $x^2$ and H~2~O :smile:",
			"<details><summary>More</summary>\n\nHidden talks.\n\n</details>",
			"Term\n: Definition of "+day+"\n",
			"https://youtu.be/abc?t=1&x=2",
			"<iframe src=\"https://www.youtube.com/embed/abc\" allowfullscreen></iframe>",
		) + "\n\n")
	}
	return b.String()
}
