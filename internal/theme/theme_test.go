package theme_test

import (
	"errors"
	"html/template"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
	"github.com/dateline-ssg/dateline/internal/theme"
)

func layer(name string, files ...string) theme.Layer {
	l := theme.Layer{Name: name, Files: map[string][]byte{}}
	for i := 0; i < len(files); i += 2 {
		l.Files[files[i]] = []byte(files[i+1])
	}
	return l
}

func TestHighestLayerWins(t *testing.T) {
	s := theme.New([]theme.Layer{
		layer("templates", "event.html", "mine"),
		layer("built-in templates", "event.html", "theirs", "base.html", "base"),
	})
	f, ok := s.Find("event.html")
	if !ok || string(f.Bytes) != "mine" || f.Path != "templates/event.html" || s.Winner("event.html") != "templates" {
		t.Errorf("found %q in %q", f.Bytes, f.Path)
	}
	if got := s.Names(""); !slices.Equal(got, []string{"base.html", "event.html"}) {
		t.Errorf("names %v", got)
	}
	if _, ok := s.Find("missing.html"); ok || s.Winner("missing.html") != "" {
		t.Error("a file that no layer has was found")
	}
}

// TestScriptsAreSqueezed: comments and indentation go, unless a line of the
// script may be text.
func TestScriptsAreSqueezed(t *testing.T) {
	for js, want := range map[string]string{
		"// why\n(() => {\n  // how\n  a(\"//b\"); // c\n\n})();\n": "(() => {\na(\"//b\"); // c\n})();\n",
		"a(`\n// text\n`)\n":           "a(`\n// text\n`)\n",
		"/* of\n// two lines */ a()\n": "/* of\n// two lines */ a()\n",
	} {
		s := theme.New([]theme.Layer{layer("x", "assets/a.js", js)})
		if got := string(s.Assets()[0].Bytes); got != want {
			t.Errorf("%q becomes %q, want %q", js, got, want)
		}
	}
}

// TestHash: the hash covers what wins, and nothing else.
func TestHash(t *testing.T) {
	low := layer("low", "a.html", "1", "b.html", "2")
	base := theme.New([]theme.Layer{low}).Hash()
	if got := theme.New([]theme.Layer{layer("high", "a.html", "1"), low}).Hash(); got != base {
		t.Error("a layer that changes nothing changes the hash")
	}
	if got := theme.New([]theme.Layer{layer("high", "a.html", "other"), low}).Hash(); got == base {
		t.Error("another winning file leaves the hash")
	}
	if theme.New([]theme.Layer{layer("", "ab", "c")}).Hash() == theme.New([]theme.Layer{layer("", "a", "bc")}).Hash() {
		t.Error("name and bytes run together in the hash")
	}
}

func TestPagesInsideTheSkeleton(t *testing.T) {
	s := theme.New([]theme.Layer{layer("templates",
		"base.html", `<main>{{template "main" .}}</main>`,
		"home.html", `{{define "main"}}{{template "partials/x.html" .}}{{end}}`,
		"year.html", `{{define "main"}}year {{.}}{{end}}`,
		"embed.html", `<b>{{.}}</b>`,
		"partials/x.html", `part {{shout .}}`,
	)})
	tmpl, err := s.Templates(template.FuncMap{"shout": strings.ToUpper})
	if err != nil {
		t.Fatal(err)
	}
	for page, want := range map[string]string{
		"home.html": "<main>part A&lt;</main>", "year.html": "<main>year a&lt;</main>", "embed.html": "<b>a&lt;</b>",
	} {
		if got, err := tmpl.Page(page, "a<"); err != nil || string(got) != want {
			t.Errorf("%s: %q, %v; want %q", page, got, err, want)
		}
	}
	if got, err := tmpl.Part("partials/x.html", "b"); err != nil || string(got) != "part B" {
		t.Errorf("part: %q, %v", got, err)
	}
}

// TestTemplateErrors asserts places and wording.
func TestTemplateErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"unclosed", "<p>\n  {{if .}}x\n</p>\n", "templates/home.html:4:1: this template cannot be used: unexpected EOF; close every {{if}}, {{range}}, {{with}} and {{define}} with {{end}}"},
		{"function", "<p>\n<b>{{shuot .}}</b>", `templates/home.html:2:6: this template cannot be used: function "shuot" not defined; use a function or template that exists; the built-in templates show them all`},
		{"missing part", "\n\n {{template \"partials/none.html\" .}}", `templates/home.html:3:13: this template cannot be used: no such template "partials/none.html"; name a file by its path, as in {{template "partials/event.html" .}}`},
		{"open attribute", "<a href='{{.}}", "templates/home.html:1:10: this template cannot be used: ends in a non-text context; close every quote, tag, script and style that the template opens"},
	} {
		_, err := theme.New([]theme.Layer{layer("templates", "home.html", c.text)}).Templates(nil)
		var bad *source.Failure
		if !errors.As(err, &bad) || len(bad.Diagnostics) != 1 {
			t.Errorf("%s: got %v", c.name, err)
			continue
		}
		if got := bad.Diagnostics[0].String(); !strings.HasPrefix(got, c.want) {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestErrorWhileDrawing(t *testing.T) {
	s := theme.New([]theme.Layer{layer("themes/mine", "home.html", "<p>\n<b>{{.Nmae}}</b>")})
	tmpl, err := s.Templates(nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = tmpl.Page("home.html", struct{ Name string }{"x"})
	var bad *source.Failure
	if !errors.As(err, &bad) {
		t.Fatalf("got %v", err)
	}
	d := bad.Diagnostics[0]
	if want := "themes/mine/home.html:2:6: this template cannot be used: at <.Nmae>: can't evaluate field Nmae in type struct { Name string }; use a field of the page's view; see package site"; d.String() != want {
		t.Errorf("got  %s\nwant %s", d, want)
	}
	if d.Line != "<b>{{.Nmae}}</b>" || d.Level != source.Error {
		t.Errorf("line %q, level %v", d.Line, d.Level)
	}
	if _, err := tmpl.Page("none.html", nil); err == nil || !strings.Contains(err.Error(), "none.html: this template cannot be used: there is no such template") {
		t.Errorf("got %v", err)
	}
}

func TestWords(t *testing.T) {
	s := theme.New([]theme.Layer{
		layer("themes/mine", "strings/en.toml", "hello = \"Hi {who}\"\n"),
		layer("built-in", "strings/en.toml", "hello = \"Hello {who}\"\nbye = \"Bye\"\n[n]\nevents = {one = \"{n} event\", other = \"{n} events\"}\n",
			"strings/ru.toml", "[n]\nevents = {one = \"{n} событие\", few = \"{n} события\", many = \"{n} событий\", other = \"{n} события\"}\n"),
	})
	en, err := s.Words("en")
	if err != nil {
		t.Fatal(err)
	}
	ru, err := s.Words("ru-RU")
	if err != nil {
		t.Fatal(err)
	}
	say := func(w *theme.Words, key string, pairs ...any) string {
		text, err := w.Say(key, pairs...)
		if err != nil {
			t.Error(err)
		}
		return text
	}
	count := func(w *theme.Words, n int) string {
		text, err := w.Count("n.events", n)
		if err != nil {
			t.Error(err)
		}
		return text
	}
	for got, want := range map[string]string{
		say(en, "hello", "who", "Ada"): "Hi Ada", // the higher layer wins, word by word
		say(en, "bye"):                 "Bye",
		say(ru, "bye"):                 "Bye", // English where a language has none
		count(en, 1):                   "1 event",
		count(en, 2):                   "2 events",
		count(ru, 1):                   "1 событие",
		count(ru, 3):                   "3 события",
		count(ru, 12):                  "12 событий",
		en.Or("type.cyber", "cyber"):   "cyber",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if _, err := en.Say("nope"); err == nil || err.Error() != `no words for "nope"; add it to strings/en.toml` {
		t.Errorf("got %v", err)
	}
}

func TestBadStrings(t *testing.T) {
	s := theme.New([]theme.Layer{layer("templates", "strings/en.toml", "a = \"x\"\nb = oops\n")})
	_, err := s.Words("en")
	if err == nil || !strings.HasPrefix(err.Error(), "templates/strings/en.toml:2:5: not valid TOML: ") {
		t.Errorf("got %v", err)
	}
}

func TestAssets(t *testing.T) {
	assets := func(css, png string) map[string]theme.Asset {
		out := map[string]theme.Asset{}
		for _, a := range theme.New([]theme.Layer{layer("t", "assets/main.css", css, "assets/img/dot.png", png, "home.html", "x")}).Assets() {
			out[a.Name] = a
		}
		return out
	}
	css := "/* a comment */\nb{\n  background: url('img/dot.png') }\n"
	a := assets(css, "1")
	if len(a) != 2 {
		t.Fatalf("assets %v", a)
	}
	dot, sheet := a["assets/img/dot.png"], a["assets/main.css"]
	if !strings.HasPrefix(dot.Path, "assets/img/dot.") || !strings.HasSuffix(dot.Path, ".png") || dot.Path == "assets/img/dot.png" {
		t.Errorf("no hash in %q", dot.Path)
	}
	if want := "url(../" + dot.Path + ")"; !strings.Contains(string(sheet.Bytes), want) || strings.Contains(string(sheet.Bytes), "comment") {
		t.Errorf("the sheet is %s, want %s in it", sheet.Bytes, want)
	}
	b := assets(css, "2")
	if b["assets/img/dot.png"].Path == dot.Path || b["assets/main.css"].Path == sheet.Path {
		t.Error("another picture, the same path of it or of the sheet that shows it")
	}
	if again := assets(css, "1")["assets/main.css"]; again.Path != sheet.Path {
		t.Error("the same files, other paths")
	}
}

func TestManifest(t *testing.T) {
	m, err := theme.New([]theme.Layer{layer("t", "theme.toml", "name = \"Mine\"\n[params]\na = 1\nb = 2\n")}).Manifest()
	if err != nil || m.Name != "Mine" {
		t.Fatalf("%v, %v", m, err)
	}
	if got := m.With(map[string]any{"b": "site"}); got["a"] != int64(1) || got["b"] != "site" || m.Params["b"] != int64(2) {
		t.Errorf("params %v", got)
	}
	if _, err := theme.New([]theme.Layer{layer("t", "theme.toml", "name = ")}).Manifest(); err == nil || !strings.HasPrefix(err.Error(), "t/theme.toml:1:") {
		t.Errorf("got %v", err)
	}
}
