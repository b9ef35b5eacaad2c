package site_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// TestDates is how dates are shown: exactly as precise as they are known.
func TestDates(t *testing.T) {
	w, err := builtin(t).Words("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ value, mod, want string }{
		{"2025-02-12", "", "12 February 2025"},
		{"2025-02", "", "February 2025"},
		{"2025-09", "START", "early September 2025"},
		{"2025-09", "MID", "mid-September 2025"},
		{"2025", "END", "late 2025"},
		{"2030", "ON_OR_BEFORE", "by 2030"},
		{"2025-02-12", "APPROX", "about 12 February 2025"},
		{"2025-02-12/2025-02-14", "", "12–14 February 2025"},
		{"2025-02-27/2025-03-02", "", "27 February – 2 March 2025"},
		{"2024-12-30/2025-01-02", "", "30 December 2024 – 2 January 2025"},
		{"2025-02/2025-04", "", "February–April 2025"},
		{"2022/2025", "", "2022–2025"},
		{"2025-W36", "", "week of 1 September 2025"},
		{"2025-Q3", "", "third quarter of 2025"},
		{"2025-H1", "", "first half of 2025"},
		{"2025-FA", "", "autumn 2025"},
		{"2024-WI", "", "winter 2024–2025"},
		{"2025", "", "2025"},
		{"199", "", "1990s"},
		{"BC0044-03-15", "", "15 March 44 BC"},
		{"BC0044-03-15/BC0044-03-17", "", "15–17 March 44 BC"},
		{"BC0001-WI", "", "winter 1 BC–AD 1"},
		{"BC024", "", "240s BC"},
		{"0014-08", "", "August AD 14"},
		{"0476", "", "476"},
		{"1066-10-14", "", "14 October 1066"},
		{"1923-12-31", "", "31 December 1923"},
	} {
		if got := site.DateTexts(w)(c.value, c.mod); !strings.EqualFold(got, c.want) && got != c.want {
			t.Errorf("%s %s is %q, want %q", c.value, c.mod, got, c.want)
		}
	}
}

// one is a site of one event with that date.
func one(t *testing.T, date, mod string) string {
	in := sample(t, 2, config())
	in.Events = in.Events[:1]
	in.Events[0].Date, in.Events[0].Mod, in.Events[0].ID = date, mod, "x"
	in.Events[0].Told[0].Date, in.Events[0].Told[0].DateBasis = date, "carried"
	return string(drawn(t, in)["events/x/index.html"])
}

// TestDatetime: what machines read is no finer than what people read.
func TestDatetime(t *testing.T) {
	for date, want := range map[string]string{
		"2025-02-12":            `<time datetime="2025-02-12" title="The date is carried on from the sentences before.">Wed 12 February 2025</time>`,
		"2025-02":               `<time datetime="2025-02" title="The text gives the month and not the day.">`,
		"1923-12-31":            `<time datetime="1923-12-31" title="The date is carried on from the sentences before.">31 December 1923</time>`,
		"2025-W36":              `<time datetime="2025-W36"`,
		"2025-Q3":               `<time datetime="2025" title="The text gives the quarter`,
		"2025-02-12/2025-02-14": `<time datetime="2025-02"`,
		"2025-02-12/2025-03-14": `<time datetime="2025"`,
		"199":                   `<span class="time" title="The text gives the decade`,
		"":                      `<span class="time"`,
	} {
		if page := one(t, date, ""); !strings.Contains(page, want) {
			t.Errorf("%q: no %s", date, want)
		}
	}
}

// asked finds the words that templates and this package's code ask for.
var asked = regexp.MustCompile(`\b(t |tn |say\(|count\(|Say\(|Count\()"([a-z.-]+)"`)

// TestWordsAreTheThemes: every word that templates and pages ask for is in
// the English strings.
func TestWordsAreTheThemes(t *testing.T) {
	w, err := builtin(t).Words("en")
	if err != nil {
		t.Fatal(err)
	}
	sources := map[string][]byte{}
	set := builtin(t)
	for _, name := range set.Names("") {
		if f, _ := set.Find(name); strings.HasSuffix(name, ".html") {
			sources[name] = f.Bytes
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !strings.HasSuffix(f, "_test.go") {
			if sources[f], err = os.ReadFile(f); err != nil {
				t.Fatal(err)
			}
		}
	}
	n := 0
	for name, b := range sources {
		for _, m := range asked.FindAllSubmatch(b, -1) {
			n++
			key := string(m[2])
			if strings.HasSuffix(key, ".") || strings.HasSuffix(key, "-") {
				continue // the rest is the name of a month, a type …
			}
			if f := string(m[1]); f == "tn " || strings.EqualFold(f, "count(") {
				key += ".other"
			}
			if !w.Has(key) {
				t.Errorf("%s asks for %q, which the English strings lack", name, key)
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d words were looked for", n)
	}
}

// TestPlacesAreFilled: no {place} of a word is left on a page, but in what
// the script fills.
func TestPlacesAreFilled(t *testing.T) {
	place := regexp.MustCompile(`>[^<]*\{[a-z]+\}`)
	for name, b := range drawn(t, sample(t, 120, config())) {
		if m := place.Find(b); m != nil && strings.HasSuffix(name, ".html") && !bytes.Contains(m, []byte("=>")) {
			t.Errorf("%s shows %s", name, m)
		}
	}
}

// TestOverrides: a site's own template, part or word wins.
func TestOverrides(t *testing.T) {
	in := sample(t, 10, config())
	own := theme.Layer{Name: "templates", Files: map[string][]byte{
		"partials/foot-extra.html": []byte("<p>counted by nobody</p>"),
		"strings/en.toml":          []byte("[nav]\nabout = \"How it was made\"\n"),
	}}
	in.Theme = theme.New(append([]theme.Layer{own}, layers(t)...))
	page := string(drawn(t, in)["index.html"])
	if !strings.Contains(page, "<p>counted by nobody</p>") || !strings.Contains(page, ">How it was made</a>") {
		t.Error("the site's own part or word is not on the page")
	}
}

// TestBadTemplate: nothing is laid out with a template that cannot be used.
func TestBadTemplate(t *testing.T) {
	in := sample(t, 10, config())
	own := theme.Layer{Name: "templates", Files: map[string][]byte{"home.html": []byte("{{define \"main\"}}\n{{.Site.Titel}}{{end}}"), "list.html": []byte("{{if}}")}}
	in.Theme = theme.New(append([]theme.Layer{own}, layers(t)...))
	_, _, err := site.Pages(in)
	if err == nil || !strings.HasPrefix(err.Error(), "templates/list.html:1:1: this template cannot be used: missing value for if") {
		t.Errorf("got %v", err)
	}
	delete(own.Files, "list.html")
	pages, _, err := site.Pages(in)
	if err == nil {
		for _, p := range pages {
			if p.Path == "index.html" {
				_, err = p.Draw()
			}
		}
	}
	if err == nil || !strings.HasPrefix(err.Error(), "templates/home.html:2:8: this template cannot be used: at <.Site.Titel>: can't evaluate field Titel") {
		t.Errorf("got %v", err)
	}
}

func TestScheduled(t *testing.T) {
	in := sample(t, 4, config())
	in.Now = "2025-01-01"
	for i, e := range in.Events {
		e.Status = "planned"
		e.Date = []string{"2025-01-02", "2025-01-01", "2025", "2024-12-31"}[i]
	}
	page := string(drawn(t, in)["index.html"])
	soon, _, _ := strings.Cut(page[strings.Index(page, `id="scheduled"`):], "</section>")
	if n := strings.Count(soon, "<article"); n != 2 {
		t.Errorf("%d events are scheduled; want what ends after the newest article, 2", n)
	}
	if !strings.Contains(soon, `data-last="2025-12-31"`) {
		t.Error("no last day by which the reader's script tells what is overdue")
	}
	if !strings.Contains(soon, `title="The text gives the year and no more."`) {
		t.Error("no heading says why a date is no finer, and nor does the date")
	}
}

// TestFolders: who cuts the end off an address of an event or a pair finds the
// pages that list them.
func TestFolders(t *testing.T) {
	c := config()
	site := drawn(t, sample(t, 40, c))
	for at, want := range map[string]string{"events/": "/sub/path/2025/", "pairs/": "/sub/path/pairs/"} {
		_, list, _ := strings.Cut(string(site[at+"index.html"]), `<ul class="terms">`)
		if !strings.Contains(list, `<a href="`+want) {
			t.Errorf("%s leads nowhere: %s", at, list)
		}
	}
	c.Publish.Events = "anchors"
	if _, ok := drawn(t, sample(t, 40, c))["events/index.html"]; ok {
		t.Error("a page of a folder that is not there")
	}
}

// TestSaid: what an author wrote down as an event, without a sentence, is
// said by its headline and never by the bytes of a table.
func TestSaid(t *testing.T) {
	for _, c := range []struct {
		m    event.Mention
		want string
	}{
		{event.Mention{Text: "A sentence.", Quote: "A&nbsp;sentence."}, "A sentence."},
		{event.Mention{Quote: "A sentence."}, "A sentence."},
		{event.Mention{Quote: "date: 2025", Headline: "They meet", DateBasis: "explicit"}, "They meet"},
		{event.Mention{Text: "They met.", Quote: "date: 2025", Headline: "They meet", DateBasis: "explicit"}, "They met."},
	} {
		if got := site.Said(&c.m); got != c.want {
			t.Errorf("said %q, want %q", got, c.want)
		}
	}
}
