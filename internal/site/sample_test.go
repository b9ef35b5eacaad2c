package site_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	dateline "github.com/dateline-ssg/dateline"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// dice gives the same numbers on every run.
type dice uint64

func (d *dice) roll(n int) int {
	*d = *d*6364136223846793005 + 1442695040888963407
	return int(uint64(*d)>>33) % n
}

func pick[T any](d *dice, xs []T) T { return xs[d.roll(len(xs))] }

var (
	people  = []string{"Ada Lind", "Boris Kuhn", "Chen Wei"}
	bodies  = []string{"Northland", "Harbour Council", "Steel Union", "Bank of Orr", "Eastmark"}
	outlets = []string{"Northland Gazette", "The Orr Courier", "Eastmark Wire", "Harbour Post"}
	plots   = []struct{ leaf, headline, sentence string }{
		{"meeting", "%s and %s meet in Orr", "%s received %s in the old customs house at Orr and both stayed until midnight."},
		{"call", "%s and %s speak by telephone", "%s rang %s early in the morning, an aide to both said."},
		{"sanction", "%s bars steel from %s", "%s struck the steel of %s from the list of goods that may enter."},
		{"statement", "%s warns %s over the canal", "“Nobody owns the canal,” %s told %s before the boats left."},
		{"agreement", "%s and %s sign the ferry accord", "%s put a name under the ferry accord, and %s followed an hour later."},
		{"visit", "%s travels to %s", "%s crossed the strait to %s with three ministers and a choir."},
		{"tariff", "%s raises duties on %s to 12%%", "%s lifted the duty on everything from %s to 12%%."},
		{"legal", "A court in Orr rules for %s against %s", "The court in Orr found for %s, and %s has a month to answer."},
	}
	places = []string{"Orr", "Westbay", "Lindhaven"}
)

// sample is a made-up site: n events told by n/2 articles over some years.
func sample(t testing.TB, n int, config site.Config) site.Input {
	t.Helper()
	d := dice(7)
	in := site.Input{Config: config, Theme: builtin(t), Version: "test"}
	var arts []*article.Article
	for i := range n/2 + 1 {
		day := calendar.Civil(calendar.NewDay(2024, 2, 1).First() + i*2*720/n)
		arts = append(arts, &article.Article{
			Path: fmt.Sprintf("content/%d/piece-%d.md", day.Year, i), Slug: fmt.Sprintf("piece-%d", i),
			Title: fmt.Sprintf("What happened on the strait, part %d", i+1), Author: pick(&d, []string{"", "M. Okafor", "Lena Strand"}),
			Source: article.Outlet{Name: pick(&d, outlets), URL: "https://gazette.example/"}, URL: fmt.Sprintf("https://gazette.example/%d?a=1&b=2", i),
			Tags: []string{pick(&d, []string{"ferries", "steel", "canal & locks"})}, DCT: day, Extract: i%11 != 10,
			Summary: "A made-up report from a made-up strait.",
		})
	}
	for i := range n {
		a := arts[i/2]
		ev := tell(&d, a, i)
		if i%5 == 1 && i > 2 {
			more := *ev.Told[0]
			b := arts[max(0, i/2-1)]
			more.Doc, more.Path, more.Outlet, more.Title, more.URL = b.Path, b.Path, b.Source.Name, b.Title, b.URL
			more.Text = "Later that week it was told again: " + more.Text
			more.SentenceStart, more.SentenceEnd = 0, 0
			ev.Told = append(ev.Told, &more)
			ev.Mentions = append(ev.Mentions, chronology.MentionID{Doc: more.Doc, ID: more.ID})
			ev.Confidence = "Confirmed"
		}
		if len(in.Events) > 3 && i%7 == 0 {
			ev.Links = append(ev.Links, chronology.Link{Rel: "follows", ID: in.Events[i-3].ID})
		}
		in.Events = append(in.Events, ev)
	}
	for i, a := range arts {
		in.Articles = append(in.Articles, site.FromArticle(a, fmt.Sprint("digest ", i)))
		in.Now = a.DCT.String()
	}
	return in
}

// tell makes an event and writes the sentence that tells it into its article.
func tell(d *dice, a *article.Article, i int) *chronology.Event {
	plot := pick(d, plots)
	who := pick(d, people)
	whom := pick(d, append(append([]string{}, people...), bodies...))
	for whom == who {
		whom = pick(d, bodies)
	}
	when, status, confidence := calendar.Civil(a.DCT.First()-d.roll(9)).String(), "happened", "Reported"
	mod := ""
	switch i % 13 {
	case 3:
		when = when[:7]
	case 5:
		when = when[:4]
	case 7:
		r, _ := calendar.Parse(when)
		when += "/" + calendar.Civil(r.Last()+2).String()
	case 9:
		when, mod = when[:7], "START"
	case 11:
		r, _ := calendar.Parse(when)
		when = r.From.In(calendar.Week).String()
	}
	if i%17 == 16 {
		status, confidence = "planned", "Planned"
		when, mod = calendar.Civil(a.DCT.First()+400).String(), ""
	}
	if i%19 == 18 {
		confidence = "Disputed"
	}
	r, _ := calendar.Parse(when)
	text := fmt.Sprintf(plot.sentence, who, whom)
	m := &event.Mention{
		Doc: a.Path, ID: fmt.Sprintf("m%d", i%2+1), DCT: a.DCT.String(), Outlet: a.Source.Name, URL: a.URL, Author: a.Author,
		Date: when, Mod: mod, Precision: r.Precision(), DateBasis: pick(d, []string{"own", "sentence", "document", "carried"}),
		Quote: text, Text: text, Headline: fmt.Sprintf(plot.headline, who, whom), Actors: []string{who, whom},
		Agents: []string{who}, Targets: []string{whom}, Places: []string{pick(d, places)}, Type: plot.leaf, Status: status,
		Importance: 1 + d.roll(3), Title: a.Title, Slug: a.Slug, Path: a.Path,
	}
	write(a, m)
	ev := &chronology.Event{
		ID: fmt.Sprintf("%s-%s-%d", strings.ReplaceAll(when, "/", "-"), plot.leaf, i), Date: when, Mod: mod, Precision: m.Precision,
		Dates: []chronology.DateVote{{Date: when, Docs: []string{a.Path}}}, Headline: m.Headline, Actors: m.Actors, Places: m.Places,
		Type: m.Type, Status: status, Confidence: confidence, Importance: m.Importance, Rank: float64(d.roll(100)),
		Mentions: []chronology.MentionID{{Doc: m.Doc, ID: m.ID}}, Links: []chronology.Link{}, Told: []*event.Mention{m},
	}
	if i%23 == 4 && len(when) == len("2025-01-01") {
		ev.Dates = append(ev.Dates, chronology.DateVote{Date: when[:7], Docs: []string{"content/other.md"}})
	}
	if i%29 == 8 {
		ev.Note = "The two accounts differ on who was in the room."
		ev.Corrections = []chronology.Correction{{Date: a.DCT.String(), Text: "the place was wrong at first"}}
	}
	return ev
}

// write appends a paragraph to an article: one sentence around the telling,
// with emphasis and a link to a neighbour.
func write(a *article.Article, m *event.Mention) {
	at := 1000
	if n := len(a.Body); n > 0 {
		at = a.Body[n-2].End + 20
	}
	text := func(s string) {
		a.Body = append(a.Body, article.Bit{Text: s, Span: source.Span{Start: at, End: at + len(s)}})
		at += len(s)
	}
	markup := func(s string) { a.Body = append(a.Body, article.Bit{Markup: s}) }
	markup("<p>")
	text("The boats had hardly left. ")
	m.SentenceStart = at
	half := len(m.Text) / 2
	for half < len(m.Text) && m.Text[half] != ' ' {
		half++
	}
	text(m.Text[:half])
	markup("<em>")
	at += 1
	text(m.Text[half:])
	m.SentenceEnd = at
	markup("</em>")
	text(" Nobody was surprised; see ")
	markup(`<a href="https://gazette.example/?x=1&amp;y=2">`)
	text("the last report")
	markup("</a>")
	text(".")
	markup("</p>\n")
}

// builtin are the templates and the theme that the program carries.
func builtin(t testing.TB) *theme.Set { return theme.New(layers(t)) }

func layers(t testing.TB) []theme.Layer {
	t.Helper()
	layer := func(name, dir string) theme.Layer { return theme.Layer{Name: name, Files: filesBelow(t, dir)} }
	return []theme.Layer{layer("built-in themes/broadsheet", "themes/broadsheet"), layer("built-in templates", "templates")}
}

// filesBelow are the files that the program carries below a folder.
func filesBelow(t testing.TB, dir string) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	err := fs.WalkDir(dateline.Assets, dir, func(p string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		files[strings.TrimPrefix(p, dir+"/")], err = dateline.Assets.ReadFile(p)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func config() site.Config {
	c := site.Default()
	c.Title, c.Subtitle = "Across the Strait", "Two governments, one union and a great many ferries: what they did, and who says so."
	c.BaseURL = "https://example.org/sub/path/"
	c.Lanes = people
	c.Eras = []site.Era{{Name: "Ferry truce", From: "2024-06", To: "2024-11"}, {Name: "Canal years", From: "2024-09"}}
	return c
}

// TestWrite writes the sample site to the folder that DATELINE_SAMPLE names,
// to be looked at.
func TestWrite(t *testing.T) {
	dir := os.Getenv("DATELINE_SAMPLE")
	if dir == "" {
		t.Skip("DATELINE_SAMPLE names no folder to write the sample site to")
	}
	c := config()
	c.BaseURL = os.Getenv("DATELINE_SAMPLE_URL")
	pages, _, err := site.Pages(sample(t, 160, c))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		b, err := p.Draw()
		if err != nil {
			t.Fatalf("%s: %v", p.Path, err)
		}
		f := filepath.Join(dir, filepath.FromSlash(p.Path))
		if err := os.MkdirAll(filepath.Dir(f), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(f, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
