package main

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// TestNothingRuns publishes an article that tries to run: no page has a
// script, a handler, a frame or an address of it, and template syntax is text.
func TestNothingRuns(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "true")
	dir := t.TempDir()
	write(t, dir, "dateline.toml", "title = \"<script>evil(0)</script>\"\n")
	write(t, dir, "static/evil.svg", `<svg xmlns="http://www.w3.org/2000/svg"><script>evil(1)</script></svg>`)
	body := `Ministers of Norway and Finland signed a treaty {{ .Title }} in Oslo on 3 September.

<script>evil(2)</script>

<img src=x onerror=evil(3)> [click](javascript:evil(4)) <a href="JaVaScRiPt:evil(5)" onclick="evil(6)">x</a>

{{ template "evil" }} ${evil} <%= evil %>

<iframe src="https://evil.example"></iframe><style>body{display:none}</style>

![a](data:text/html;base64,ZXZpbA==) ![b](javascript:evil(7)) [c](data:text/html,evil) [d](vbscript:evil) <javascript:evil(8)>

<svg onload=evil(9)><script>evil(10)</script></svg>

On 4 September 2025 Norway sanctioned <b onmouseover=evil(11)>Sweden</b> over <script>evil(12)</script> fish.
`
	matter := "title: \"<img src=x onerror=evil(13)>\"\ndate: 2025-09-05\nauthor: \"<svg onload=evil(14)>\"\n" +
		"source: {name: \"</script><script>evil(15)</script>\", url: \"javascript:evil(16)\"}\nurl: \"javascript:evil(17)\"\n" +
		"tags: [\"<script>evil(18)</script>\", \"../..\"]\nimage: \"javascript:evil(19)\"\nslug: ../../../evil\nsummary: \"<script>evil(20)</script>\"\n"
	write(t, dir, "content/a.md", "---\n"+matter+"---\n"+body)
	write(t, dir, "content/b.txt", "---\n"+strings.Replace(matter, "slug: ../../../evil", "slug: b", 1)+"---\n"+body)
	write(t, dir, "content/c.html", "<html><head><title>&lt;script>evil(21)&lt;/script></title><meta name=date content=2025-09-05></head><body onload=evil(22)><article>"+
		"<p>Ministers of Norway and Iceland signed a treaty in Oslo on 3 September.</p><p><a href='javascript:evil(23)'>x</a><img src=x onerror=evil(24)><object data=evil></object></p>"+body+"</article></body></html>")
	out := filepath.Join(dir, "public")
	buildSite(t, dir, out)
	site := tree(t, out)
	if _, ok := site["articles/evil/index.html"]; !ok {
		t.Error("no page of the article whose slug climbs")
	}
	own := map[string]bool{} // the scripts of a site without articles
	empty := t.TempDir()
	write(t, empty, "dateline.toml", "title = \"x\"\n")
	write(t, empty, "content/a.csv", "date,headline\n2025-09-03,x\n")
	buildSite(t, empty, filepath.Join(empty, "public"))
	for name, page := range tree(t, filepath.Join(empty, "public")) {
		if strings.HasSuffix(name, ".html") {
			for _, s := range scripts(t, name, page) {
				own[s] = true
			}
		}
	}
	pages := 0
	for name, page := range site {
		if strings.HasSuffix(name, ".html") {
			pages++
			for _, s := range scripts(t, name, page) {
				if !own[s] && strings.Contains(s, "evil") {
					t.Errorf("%s runs %q", name, s)
				}
			}
		}
	}
	if pages < 10 || !bytes.Contains(site["articles/b/index.html"], []byte("{{ .Title }}")) {
		t.Errorf("%d pages, and the text of b is not there as it is", pages)
	}
}

// scripts are the inline scripts of a page; whatever else could run is an
// error.
func scripts(t *testing.T, name string, page []byte) []string {
	var out []string
	data := false
	inside := ""
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			tag := z.Token()
			inside, data = tag.Data, false
			for _, a := range tag.Attr {
				value := strings.ToLower(strings.TrimSpace(a.Val))
				switch {
				case strings.HasPrefix(a.Key, "on") && strings.Contains(value, "evil"):
					t.Errorf("%s: <%s %s=%q>", name, tag.Data, a.Key, a.Val)
				case strings.HasPrefix(value, "javascript:") || strings.HasPrefix(value, "vbscript:") || strings.HasPrefix(value, "data:text"):
					t.Errorf("%s: <%s %s=%q>", name, tag.Data, a.Key, a.Val)
				case strings.Contains(value, "zgotmpl"):
					t.Errorf("%s: an address that the template refused: <%s %s>", name, tag.Data, a.Key)
				case a.Key == "type" && value == "application/ld+json":
					data = true
				}
			}
			if tag.Data == "object" || tag.Data == "iframe" && !strings.Contains(name, "embed/help") {
				t.Errorf("%s: <%s>", name, tag.Data)
			}
		case html.TextToken:
			if inside == "script" && !data {
				out = append(out, string(z.Raw()))
			}
			if inside == "style" && bytes.Contains(z.Raw(), []byte("display:none}</")) {
				t.Errorf("%s: a style of the article", name)
			}
		case html.EndTagToken:
			inside = ""
		}
	}
}
