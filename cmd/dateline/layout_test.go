package main

import (
	_ "embed"
	"fmt"
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
	for _, p := range []string{"", "oldest/", event, "actors/", "actors/vladimir-putin/", "pairs/vladimir-putin--xi-jinping/", "pairs/", "events/", "types/call/", "sources/", "articles/",
		"2025/08/", "lanes/", "embed/", "embed/help/", "data/", "about/", "404.html"} {
		pages = append(pages, "demo/"+p)
	}
	for _, g := range tongues {
		if g.code != "en" {
			publish(g.code, g.site(t, ""))
			pages = append(pages, g.code+"/", g.code+"/lanes/", g.code+"/articles/a0/")
		}
	}
	for name := range publish("long", longNamed(t)) {
		if strings.HasPrefix(name, "events/2025-01-01") && strings.HasSuffix(name, "index.html") {
			pages = append(pages, "long/"+strings.TrimSuffix(name, "index.html"))
		}
	}
	publish("empty", nothing(t))
	pages = append(pages, "long/", "long/lanes/", "long/actors/", "empty/", "empty/actors/", "empty/articles/")
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
		`.terms a{display:inline-block}`: "alone on a line: ", `main{width:2500px}`: "wide: ", `.stand{position:relative;left:-30rem}`: "over the edge: ", `h1{overflow:hidden;height:9px}`: "cut: ", `main,main *{max-width:none!important}`: "line of ",
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

// longNamed is a chronology whose names and headlines are as long as a table
// may hold, with words that no line has room for.
func longNamed(t *testing.T) string {
	dir := t.TempDir()
	board := "Federal Board for the Coordination of Crossborder Waterways and the Subsidies that They Are Granted"
	word := strings.Repeat("Hafenschlepperversicherungsgesellschaft", 3)
	headline := strings.Repeat("Ministers of states whose names fill a line of their own talk about fees, ", 3)
	write(t, dir, "dateline.toml", fmt.Sprintf("title = %q\nlanes = [%q, %q, \"Li\"]\n", strings.Repeat("The Long Chronology of Coasts and Canals ", 4), board, word))
	var b strings.Builder
	fmt.Fprintf(&b, "source = %q\n", board+" "+word)
	for i := range 12 {
		fmt.Fprintf(&b, "[[events]]\ndate = \"2025-%02d-01\"\nheadline = %q\nactors = [%q, %q, \"Li\"]\ntype = \"meeting\"\nplaces = [%q]\n",
			i+1, []string{headline, word + " https://example.org/" + strings.Repeat("a", 90)}[i%2], board, word, word)
	}
	write(t, dir, "content/long.toml", b.String())
	return dir
}

// nothing is a chronology of an article that tells nothing.
func nothing(t *testing.T) string {
	dir := t.TempDir()
	write(t, dir, "dateline.toml", "title = \"Nothing yet\"\n")
	write(t, dir, "content/a.md", "---\ntitle: A day\ndate: 2025-03-04\n---\nIt rained.\n")
	return dir
}
