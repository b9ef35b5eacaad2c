package main

import (
	_ "embed"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// layout says what is laid out badly in the page that is shown.
//
//go:embed testdata/layout.js
var layout string

// TestLayout measures pages of each kind, in both themes and in scripts of both
// directions, on a phone, a tablet, a desk and a wide screen: nothing is wider
// than the screen, no text lies over its edge or is cut, no line of running
// text is longer than 70 characters.
func TestLayout(t *testing.T) {
	bin := browserPath(t)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "true")
	out := t.TempDir()
	server := httptest.NewServer(http.FileServer(http.Dir(out)))
	t.Cleanup(server.Close)
	l := &looked{base: server.URL + "/"}
	publish := func(name, source string) map[string][]byte {
		dir := filepath.Join(out, name)
		buildSite(t, source, dir, "--base-url", l.base+name+"/")
		return tree(t, dir)
	}
	dir := demo(t)
	site := publish("demo", dir)
	b, err := os.ReadFile(filepath.Join(dir, "dateline.toml"))
	if err != nil {
		t.Fatal(err)
	}
	write(t, dir, "dateline.toml", strings.Replace(string(b), `theme = "broadsheet"`, `theme = "ledger"`, 1))
	publish("ledger", dir)
	longest := ""
	for name, b := range site { // the event that is told most
		if strings.HasPrefix(name, "events/") && strings.HasSuffix(name, ".html") && (len(b) > len(site[longest]) || len(b) == len(site[longest]) && name > longest) {
			longest = name
		}
	}
	event := strings.TrimSuffix(longest, "index.html")
	pages := []string{"ledger/", "ledger/" + event, "ledger/lanes/"}
	for _, p := range []string{"", "oldest/", event, "actors/", "actors/vladimir-putin/", "pairs/vladimir-putin--xi-jinping/", "types/call/", "sources/", "articles/",
		"2025/08/", "lanes/", "embed/", "embed/help/", "data/", "about/", "404.html"} {
		pages = append(pages, "demo/"+p)
	}
	for _, g := range tongues {
		if g.code != "en" {
			publish(g.code, g.site(t, ""))
			pages = append(pages, g.code+"/", g.code+"/lanes/", g.code+"/articles/a0/")
		}
	}
	l.start(t, bin)
	tab := l.open(t, pages[0], page.SetBypassCSP(true))
	said := func() (what []string) {
		tab.do(chromedp.Evaluate(layout, &what))
		return what
	}
	for _, p := range pages {
		for i, width := range []int64{390, 768, 1280, 1920} {
			tab.do(emulation.SetDeviceMetricsOverride(width, 900, 1, width < 700))
			if i == 0 {
				tab.do(tab.visit(p))
			}
			if what := said(); len(what) > 0 {
				t.Errorf("%s at %d: %s", p, width, strings.Join(what, "; "))
			}
		}
	}

	// What is wrong is seen.
	for style, want := range map[string]string{
		`.terms a{display:inline-block}`: "alone on a line: ", `main{width:2500px}`: "wide: ", `.stand{position:relative;left:-30rem}`: "over the edge: ", `h1{overflow:hidden;height:9px}`: "cut: ", `main p{max-width:none!important}`: "line of ",
	} {
		of := "demo/about/"
		if strings.HasPrefix(style, ".terms") {
			of = "demo/actors/"
		}
		tab.do(tab.visit(of), evaluate(`document.head.append(Object.assign(document.createElement("style"),{textContent:`+"`"+style+"`"+`}))`))
		if what := strings.Join(said(), "; "); !strings.Contains(what, want) {
			t.Errorf("with %s the page is said to be %q", style, what)
		}
	}
}
