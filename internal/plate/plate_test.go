package plate_test

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"io/fs"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline"
	"github.com/dateline-ssg/dateline/internal/plate"
)

// page is data of all the kinds that templates show.
type page struct {
	frame
	Title  string
	URL    string
	Count  int
	Small  int8
	Ratio  float64
	Body   template.HTML
	Style  template.CSS
	Named  name
	Flag   bool
	Items  []item
	None   []item
	To     *item
	Nobody *item
	Any    any
	Params map[string]any
	Pair   [2]string
}

type (
	frame struct{ Site *site }
	site  struct{ Name string }
	name  string
	item  struct {
		Name string
		N    int
	}
)

func (n name) String() string                { return "<" + string(n) + ">" }
func (i item) Upper() string                 { return strings.ToUpper(i.Name) }
func (i *item) Far() *item                   { return nil }
func (i item) Drawn() (template.HTML, error) { return template.HTML("<b>" + i.Name + "</b>"), nil }
func (i item) Fails() (string, error)        { return "", errors.New("no") }

var data = page{
	frame: frame{&site{"A & B"}}, Title: `say "<it>" + 'more' & é` + "\x00\xff", URL: "https://example.org/a?b=c&d=e f#g", Count: 12, Small: 3, Ratio: 1.5,
	Body: "<i>kept</i>", Style: "p{color:red}", Named: "n", Flag: true, Items: []item{{"one", 1}, {"two & <half>", 2}},
	To: &item{"there", 3}, Any: map[string]any{"k": []string{"<v>"}}, Params: map[string]any{"licence": "CC <0>", "n": 4, "nil": nil}, Pair: [2]string{"a", "b"},
}

var funcs = template.FuncMap{
	"t": func(key string, pairs ...any) (string, error) {
		if key == "fails" {
			return "", errors.New("no")
		}
		return key + strings.Repeat("!", len(pairs)), nil
	},
	"tn":    func(key string, n int, pairs ...any) (string, error) { return strings.Repeat(key, n), nil },
	"label": func(a, b string) string { return a + b },
	"link":  func(s string) string { return "/" + s },
	"full":  func(s string) string { return "https://example.org/" + s },
	"asset": func(s string) (string, error) { return "/assets/" + s, nil },
	"style": func(s string) template.CSS { return template.CSS("x{}") },
	"param": func(s string) any { return data.Params[s] },
	"list":  func(items ...any) []any { return items },
	"join":  strings.Join, "or2": func(a, b string) string { return a + b },
	"add":      func(a, b int) int { return a + b },
	"lanemark": func(i item) item { return item{i.Name + "'", i.N} },
	"odd":      func(f float64, s ...string) string { return "odd" },
}

// TestDraw: a plate writes what html/template writes.
func TestDraw(t *testing.T) {
	for _, text := range []string{
		`plain`, `{{.Title}}`, `<p title="{{.Title}}" data-n='{{.Count}}'>`, `<title>{{.Title}}</title>`, `<p title={{.Title}}>`,
		`<a href="{{.URL}}">`, `<a href="/x/{{.Title}}">`, `<a href="?q={{.Title}}">`, `<a href="{{"javascript:a()"}}">`, `<a href="{{.Title}}">`,
		`{{.Body}}<p title="{{.Body}}">`, `<script>{{.Any}}</script>`, `<script>"{{.Title}}"</script>`, `<style>{{.Style}}</style>`, `<style>{{.Title}}</style>`,
		`<p style="--n:{{.Count}};--m:{{.Title}}">`, `{{.Small}} {{.Ratio}} {{.Named}} {{.Flag}} {{.Pair}} {{.To}}`, `{{.Site.Name}}{{.To.Name}}{{.To.Upper}}`,
		`{{range .Items}}{{.Name}}{{.Upper}}{{.Drawn}},{{else}}none{{end}}`, `{{range .None}}x{{else}}none{{end}}`, `{{range .Pair}}{{.}}{{end}}`,
		`{{range $i, $x := .Items}}{{if $i}}; {{end}}{{$i}}{{$x.Name}}{{$.Title}}{{end}}`, `{{range $x := .Items}}{{$x.N}}{{.N}}{{end}}`,
		`{{with .To}}{{.Name}}{{$.Count}}{{end}}`, `{{with .Nobody}}x{{else}}nobody{{end}}`, `{{with .To.Far}}x{{else}}far{{end}}`, `{{with $x := .Title}}{{$x}}{{end}}`,
		`{{if .Title}}a{{else if .Flag}}b{{end}}{{if not .Flag}}c{{end}}{{if .Ratio}}d{{end}}{{if .Any}}e{{end}}{{if .Site}}f{{end}}{{if .Body}}g{{end}}`,
		`{{$x := "a"}}{{if .Flag}}{{$x = .Title}}{{$y := 1}}{{$y}}{{end}}{{$x}}`, `{{$x := 1}}{{range .Items}}{{$x}}{{$x = .N}}{{end}}{{$x}}`,
		`{{eq .Count 12}}{{ne .Title "a"}}{{lt .Count 3}}{{le .Count 12}}{{gt .Count 3}}{{ge .Count 13}}{{eq .Flag true}}`,
		`{{and .Flag .Title}}{{or .None .Title}}{{and .None .Title}}{{or "" 0}}`, `{{len .Items}}{{len .Title}}{{len .Params}}{{len .None}}`, `{{printf "%d-%s" .Count .Title}}`,
		`{{t "key"}}{{t "key" "a" .Count}}{{tn "n" 2}}{{tn "n" (len .Items) "x" .Title}}`, `{{label "a" .Title}}{{link "x/"}}<a href="{{asset "a b"}}">`,
		`{{with param "licence"}}{{.}}{{end}}{{with param "nothing"}}x{{end}}{{param "n"}}`, `{{.Params.licence}}{{.Params.n}}`, `{{range list .Title 1 .To}}{{.}}{{end}}`,
		`{{add .Count -3}}{{.Count | add 1}}{{"a" | label "b" | link}}`, `{{range .Items}}{{(lanemark .).Upper}}{{end}}`,
		`{{define "p"}}[{{.}}{{$}}]{{end}}{{template "p" .Title}}{{template "p" .Count}}`, `{{define "p"}}{{$a := .}}{{$b := $a}}{{$b}}{{end}}{{$a := 1}}{{template "p" .Title}}{{$a}}`,
		`{{define "p"}}{{range $i, $x := .Params}}{{$i}}{{.}}{{end}}{{index .Items 0}}{{$.Title}}{{end}}{{$a := .To}}{{template "p" .}}{{$a.Name}}{{.Title}}`,
		`{{define "q"}}{{.Name}}{{end}}{{define "p"}}<style>p{background:url('data:image/svg+xml,<svg>{{template "q" .}}</svg>')}</style>{{end}}{{range .Items}}{{template "p" .}}{{.Name}}{{end}}`,
		`{{define "r"}}{{.}}{{range list}}{{template "r" .}}{{end}}{{end}}{{template "r" 1}}`,
	} {
		want, got, ok := both(t, text, &data)
		if !ok {
			t.Errorf("%s\nis left to the interpreter", text)
		} else if got != want {
			t.Errorf("%s\nis drawn as %q\nwant          %q", text, got, want)
		}
	}
}

// TestLeft: what a plate does not know, and what is wrong, is the
// interpreter's.
func TestLeft(t *testing.T) {
	for _, text := range []string{
		`{{range .Count}}{{.}}{{end}}`, `{{range .Params}}{{.}}{{end}}`, `{{1.5}}`, `{{index .Items 0}}`, `{{range .Items}}{{break}}{{end}}`,
		`{{.Missing}}`, `{{.Nobody.Name}}`, `{{.Params.missing}}`, `{{range .Items}}{{.Fails}}{{end}}`, `{{t "fails"}}`, `{{odd 1.5}}`, `{{t .Count}}`, `{{add .Small 1}}`,
		`{{param "nil"}}`, `{{print 1}}`, `{{html "<"}}`, `{{eq .Count 1 2}}`, `{{eq .Count .Title}}`, `{{define "p"}}{{.}}{{end}}<a href="{{template "p" .Title}}">`,
		`{{define "p"}}{{.Missing}}{{range .Items}}{{break}}{{end}}{{end}}{{template "p" .}}`,
	} {
		if _, got, ok := both(t, text, &data); ok {
			t.Errorf("%s\nis drawn by a plate, as %q", text, got)
		}
	}
}

// both draws a template both ways; ok is whether a plate did.
func both(t testing.TB, text string, data any) (want, got string, ok bool) {
	t.Helper()
	tmpl, err := template.New("page").Funcs(funcs).Option("missingkey=error").Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	var by, fast bytes.Buffer
	err = tmpl.Execute(&by, data)
	p, ok := plate.New(tmpl, funcs)
	if ok {
		ok = p.Draw(&fast, data)
	}
	if ok && err != nil {
		t.Errorf("%s\nis drawn, and the interpreter says: %v", text, err)
	}
	return by.String(), fast.String(), ok
}

// FuzzValue: a text and a number are written in every place as html/template
// writes them.
func FuzzValue(f *testing.F) {
	for _, s := range []string{data.Title, data.URL, "javascript:alert(1)", "a:b/c", "/a:b", "HTTPS://x/%41%zz", "//x/(y)[z]", "mailto:a@b", "</script>", "{}\\", "\xed\xa0\x80"} {
		f.Add(s, 7)
	}
	f.Fuzz(func(t *testing.T, s string, n int) {
		for _, place := range []string{
			`{{.S}}{{.N}}`, `<p title="{{.S}}{{.N}}">`, `<title>{{.S}}{{.N}}</title>`, `<a href="{{.S}}">`, `<a href={{.S}}>`, `<p id={{.S}} title={{.N}}>`, `<a href="/{{.S}}">`, `<a href="?{{.S}}">`, `<a href="#{{.S}}{{.N}}">`,
			`<script>{{.S}}{{.N}}</script>`, `<style>p{a:{{.S}}}{{.N}}</style>`, `<p style="width:{{.N}}px;a:{{.S}}">`, `{{.H}}<p title='{{.H}}'>`, `<meta http-equiv="refresh" content="0;url={{.S}}">`,
		} {
			d := struct {
				S string
				N int
				H template.HTML
			}{s, n, template.HTML(s)}
			if want, got, ok := both(t, place, d); !ok || want != got {
				t.Errorf("%s of %q and %d is %q, want %q", place, s, n, got, want)
			}
		}
	})
}

// TestBuiltin: every page and part of the built-in themes has a plate.
func TestBuiltin(t *testing.T) {
	for _, dir := range []string{"templates", "themes/ledger"} {
		shared := template.New("").Funcs(funcs)
		add := func(folder string) {
			for _, name := range []string{"base.html", "partials/*.html"} {
				found, err := fs.Glob(dateline.Assets, folder+"/"+name)
				if err != nil {
					t.Fatal(err)
				}
				for _, f := range found {
					parse(t, shared, f, strings.TrimPrefix(f, folder+"/"))
				}
			}
		}
		add("templates")
		add(dir)
		pages, err := fs.Glob(dateline.Assets, "templates/*.html")
		if err != nil || len(pages) < 10 {
			t.Fatal(pages, err)
		}
		for _, f := range pages {
			name := strings.TrimPrefix(f, "templates/")
			if name == "base.html" {
				continue // is drawn around the others
			}
			page := template.Must(shared.Clone())
			parse(t, page, f, name)
			main := page.Lookup(name)
			if page.Lookup("main") != nil {
				main = page.Lookup("base.html")
			}
			_ = main.Execute(io.Discard, nil)
			if _, ok := plate.New(main, funcs); !ok {
				t.Errorf("%s has no plate", f)
			}
		}
	}
}

func parse(t *testing.T, to *template.Template, file, name string) {
	t.Helper()
	b, err := fs.ReadFile(dateline.Assets, file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := to.New(name).Parse(string(b)); err != nil {
		t.Fatal(err)
	}
}

// label is something whose method templates call often.
type label struct{ name string }

func (l label) Drawn() (template.HTML, error) {
	if l.name == "" {
		return "", errors.New("no name")
	}
	return template.HTML("<b>" + l.name + "</b>"), nil
}

// TestMethod: a method that is called directly gives what reflection gives,
// also where it fails.
func TestMethod(t *testing.T) {
	tmpl := template.Must(template.New("page").Parse(`{{range .}}{{.Drawn}}{{end}}`))
	if err := tmpl.Execute(&bytes.Buffer{}, nil); err != nil {
		t.Fatal(err)
	}
	called := 0
	p, ok := plate.New(tmpl, nil, plate.MethodOf("Drawn", func(l *label) (template.HTML, error) { called++; return l.Drawn() }))
	if !ok {
		t.Fatal("no plate")
	}
	for _, c := range []struct {
		list []label
		want string
		ok   bool
	}{
		{[]label{{"a"}, {"c"}}, "<b>a</b><b>c</b>", true},
		{[]label{{""}}, "", false},
	} {
		var b bytes.Buffer
		if ok := p.Draw(&b, c.list); ok != c.ok || b.String() != c.want {
			t.Errorf("%v: %q %v, want %q %v", c.list, &b, ok, c.want, c.ok)
		}
	}
	if called != 3 {
		t.Errorf("called %d times, want 3", called)
	}
}
