package main

import (
	"html"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// docs builds sites from what a document shows, as it shows it.
type docs struct {
	*testing.T
	text, dir string
}

func readDocs(t *testing.T, name string) *docs {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "true")
	b, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return &docs{t, string(b), t.TempDir()}
}

// after is the example that stands behind words of the document, a line with more
// of its sentence between them or not.
func (d *docs) after(words string) string {
	d.Helper()
	_, rest, ok := strings.Cut(d.text, words)
	_, rest, more := strings.Cut(rest, "\n\n    ")
	if !ok || !more {
		d.Fatalf("no example behind %q", words)
	}
	var out strings.Builder
	for line := range strings.Lines("    " + rest + "\n") {
		if strings.TrimSpace(line) != "" && !strings.HasPrefix(line, "    ") {
			break
		}
		out.WriteString(strings.TrimPrefix(line, "    "))
	}
	return strings.TrimRight(out.String(), "\n") + "\n"
}

// files writes examples, each under the name that stands before it.
func (d *docs) files(names ...string) {
	d.Helper()
	for _, name := range names {
		write(d, d.dir, name, d.after("`"+name+"`"))
	}
}

// build is the site, about which there is nothing to say.
func (d *docs) build() map[string][]byte {
	d.Helper()
	out := filepath.Join(d.dir, "public")
	buildSite(d.T, d.dir, out, "--strict")
	return tree(d.T, out)
}

// tells wants a row of events.csv that begins with each of some texts.
func (d *docs) tells(rows ...string) {
	d.Helper()
	table := string(d.build()["events.csv"])
	if strings.Count(table, "\n") != len(rows)+1 {
		d.Errorf("%d rows are wanted, not\n%s", len(rows), table)
	}
	for _, want := range rows {
		if !strings.Contains(table, "\n"+want) {
			d.Errorf("no %q in\n%s", want, table)
		}
	}
}

// TestReadme finds in the articles of the README the events that anybody finds.
func TestReadme(t *testing.T) {
	d := readDocs(t, "README.md")
	write(t, d.dir, "dateline.toml", "title = \"Test\"\n")
	write(t, d.dir, "content/talks.md", d.after("lines of front matter:"))
	write(t, d.dir, "content/own.md", "---\ntitle: Own\n"+d.after("write down as an event")+"---\n")
	d.tells("2025-05-12,The two delegations sign a joint statement in Geneva,agreement,",
		"2025-05-14,The truce takes effect,",
		"2025-05-12,Geneva truce suspends most tariffs,agreement,United States;China,")
}

// TestSiteDocs: the actors of the document are known as it says, and the decisions
// in it can be read.
func TestSiteDocs(t *testing.T) {
	d := readDocs(t, "docs/site.md")
	write(t, d.dir, "dateline.toml", "title = \"Test\"\n")
	d.files("actors.toml")
	write(t, d.dir, "content/a.md", "---\ntitle: Who\ndate: 2025-05-14\n---\n"+d.after("an article of 14 May 2025"))
	d.tells("2025-05-12,France's foreign minister meets Trump in Paris,meeting,Wanda Moreau;Donald Trump,",
		"2025-05-13,Iron Lady of Lyon signs a treaty with Japan,agreement,Wanda Moreau;Japan,")

	write(t, d.dir, "content/a.md", `---
title: What
date: 2025-05-15
events:
  - {date: 2025-05-12, headline: Geneva truce}
  - {date: 2025-05-13, headline: Talks}
---
On Monday the two delegations signed a joint statement in Geneva.
`)
	d.files("edits.toml")
	d.tells("2025-05-14,Most tariffs are suspended,", "2025-05-12,The two delegations sign a joint statement in Geneva,agreement,")
}

// TestThemeDocs makes the theme of the document, and calls each function as the
// table does.
func TestThemeDocs(t *testing.T) {
	d := readDocs(t, "docs/themes.md")
	write(t, d.dir, "dateline.toml", "title = \"Test\"\nbaseURL = \"https://you.example/t/\"\n"+d.after("In `dateline.toml`"))
	d.files("themes/mine/theme.toml", "themes/mine/assets/mine.css", "themes/mine/partials/head-extra.html",
		"themes/mine/strings/en.toml", "themes/mine/404.html")
	write(t, d.dir, "content/a.md", "---\ntitle: A\ndate: 2025-05-14\n---\nDonald Trump met Xi Jinping in Lima on 12 May 2025.\n")
	calls := regexp.MustCompile("(?m)^\\| `(\\{\\{.*)` \\| (.*) \\|$").FindAllStringSubmatch(d.text, -1)
	if len(calls) < 10 {
		t.Fatalf("%d functions", len(calls))
	}
	var all strings.Builder
	for _, c := range calls {
		all.WriteString("<p>[" + c[1] + "]\n")
	}
	write(t, d.dir, "templates/partials/foot-extra.html", all.String())
	site := d.build()
	home, missing := html.UnescapeString(string(site["index.html"])), string(site["404.html"])
	for _, c := range calls {
		if !strings.Contains(home, "["+c[2]+"]") {
			t.Errorf("%s is not %s", c[1], c[2])
		}
	}
	for _, want := range []string{"assets/mine.", "Since 1875", "Who we are", `content="#14110c"`} {
		if !strings.Contains(home, want) {
			t.Errorf("the front page has no %q", want)
		}
	}
	if !strings.Contains(missing, "To the 3 events and the others") {
		t.Error("the page for what is missing is not the theme's")
	}
}
