package site

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/source"
)

// bits reads a compact form: text in the order of the file, with markup in
// square brackets that takes as many bytes as stand between them.
func bits(s string) []article.Bit {
	var out []article.Bit
	for i := 0; i < len(s); {
		end := strings.IndexByte(s[i:], '[')
		if end != 0 {
			if end < 0 {
				end = len(s) - i
			}
			out = append(out, article.Bit{Text: s[i : i+end], Span: source.Span{Start: i, End: i + end}})
			i += end
			continue
		}
		end = strings.IndexByte(s[i:], ']')
		out = append(out, article.Bit{Markup: "<" + s[i+1:i+end] + ">"})
		i += end + 1
	}
	return out
}

func TestBody(t *testing.T) {
	mark := func(text, of string) marked {
		at := strings.Index(text, of)
		if at < 0 {
			at = 10000
		}
		return marked{Span: source.Span{Start: at, End: at + len(of)}, anchor: "m" + of[:1], url: "/e/" + of[:1], date: "D", name: "N"}
	}
	for _, c := range []struct {
		name, text string
		of         []string
		want       string
		lost       int
	}{
		{"a sentence", "[p]One. Two. Three.[/p]", []string{"Two."},
			`<p>One. <mark id="mT">Two.</mark> <a class="tell" href="/e/T" title="N">D</a> Three.</p>`, 0},
		{"over markup", "[p]Two [em]words[/em] here. x[/p]", []string{"Two [em]words[/em] here."},
			`<p><mark id="mT">Two </mark><em><mark>words</mark></em><mark> here.</mark> <a class="tell" href="/e/T" title="N">D</a> x</p>`, 0},
		{"ends at markup", "[p][em]Two.[/em][/p][p]Next[/p]", []string{"[em]Two.[/em]"},
			`<p><em><mark id="m[">Two.</mark> <a class="tell" href="/e/[" title="N">D</a></em></p><p>Next</p>`, 0},
		{"two in one sentence", "A and B.", []string{"A and B.", "B."},
			`<mark id="mA">A and </mark><mark id="mB">B.</mark> <a class="tell" href="/e/A" title="N">D</a> <a class="tell" href="/e/B" title="N">D</a>`, 0},
		{"inside a link", "[a href='/x']Two.[/a] y", []string{"Two."},
			`<a href='/x'><mark id="mT">Two.</mark></a> <a class="tell" href="/e/T" title="N">D</a> y`, 0},
		{"no place", "nothing", []string{"elsewhere"}, "nothing", 1},
		{"escaped", "a < b & c", nil, "a &lt; b &amp; c", 0},
	} {
		var marks []marked
		for _, of := range c.of {
			marks = append(marks, mark(c.text, of))
		}
		got, lost := writeBody(bits(c.text), marks, func(ref string) string { return ref })
		if string(got) != c.want || len(lost) != c.lost {
			t.Errorf("%s:\n got %s %v\nwant %s", c.name, got, lost, c.want)
		}
	}
}

// An entity is one piece of text: what stands for it is never cut.
func TestBodyAtomicText(t *testing.T) {
	text := []article.Bit{
		{Text: "caf", Span: source.Span{Start: 0, End: 3}}, {Text: "é", Span: source.Span{Start: 3, End: 11}}, {Text: " x", Span: source.Span{Start: 11, End: 13}},
	}
	got, _ := writeBody(text, []marked{{Span: source.Span{Start: 0, End: 11}, anchor: "m1", url: "u", date: "D"}}, nil)
	if want := `<mark id="m1">caf</mark><mark>é</mark> <a class="tell" href="u" title="">D</a> x`; string(got) != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// FuzzBody is the law of marking: what is marked says what it said, and every
// mark is placed or named as lost.
func FuzzBody(f *testing.F) {
	f.Add("One. Two & <three>. |Four| five.", 3, 12, 8, 30)
	f.Add("|a b| c |d|", 0, 30, 2, 4)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		if strings.ContainsAny(text, "[]\x00\x01\r") || !utf8.ValidString(text) {
			t.Skip("the compact form has no way to write it")
		}
		for i := 0; strings.Contains(text, "|"); i++ { // a link, then its end
			text = strings.Replace(text, "|", []string{"[a href='/x']", "[/a]"}[i%2], 1)
		}
		body := bits(text)
		marks := []marked{
			{Span: source.Span{Start: a, End: b}, anchor: "m1", url: "u", date: "\x01"},
			{Span: source.Span{Start: c, End: d}, anchor: "m2", url: "u", date: "\x01"},
		}
		got, lost := writeBody(body, marks, func(ref string) string { return ref })
		var plain strings.Builder
		z := html.NewTokenizer(strings.NewReader(string(got)))
		for z.Next() != html.ErrorToken {
			if tok := z.Token(); tok.Type == html.TextToken {
				plain.WriteString(tok.Data)
			}
		}
		var want strings.Builder
		for _, bit := range body {
			want.WriteString(bit.Text)
		}
		if said := strings.ReplaceAll(plain.String(), " \x01", ""); said != want.String() {
			t.Errorf("it said %q and says %q", want.String(), said)
		}
		for _, m := range marks {
			placed := strings.Contains(string(got), `id="`+m.anchor+`"`)
			if placed == slices.Contains(lost, m.anchor) {
				t.Errorf("%s is placed: %v, lost: %v in %s", m.anchor, placed, lost, got)
			}
		}
	})
}

func TestResolve(t *testing.T) {
	a := newAddress("https://example.org/sub/")
	pages := map[string]string{"content/2025/b.md": "articles/b/"}
	for ref, want := range map[string]string{
		"https://x.example/":   "https://x.example/",
		"//x.example/a":        "//x.example/a",
		"mailto:a@x.example":   "mailto:a@x.example",
		"#note":                "#note",
		"/logo.png":            "/sub/logo.png",
		"pic.png":              "/sub/media/2025/pic.png",
		"../pic one.png":       "/sub/media/pic%20one.png",
		"b.md":                 "/sub/articles/b/",
		"b.md#part":            "/sub/articles/b/#part",
		"../../outside.png":    "../../outside.png",
		"pic.png?v=1&amp;w=2#": "/sub/media/2025/pic.png?v=1&amp;w=2#",
	} {
		if got := a.Resolve("content/2025/a.md", ref, pages); got != want {
			t.Errorf("%s is %s, want %s", ref, got, want)
		}
	}
	for base, want := range map[string]string{
		"": "/x", "/": "/x", "/sub": "/sub/x", "https://e.org": "/x", "https://e.org/a/b/": "/a/b/x",
	} {
		if got := newAddress(base).link("x"); got != want {
			t.Errorf("below %q a page is %s, want %s", base, got, want)
		}
	}
}

func TestRail(t *testing.T) {
	r := newRail("fnf2", 3)
	if r.Width != 36 || len(r.Marks) != 2 || r.Bar == nil || !r.Bar.Arrow || !r.Bar.Back || r.Bar.From != 6 || r.Bar.To != 30 {
		t.Errorf("%+v %+v", r, r.Bar)
	}
	if got, want := newRail("fhfb", 3).Bar.Pieces, []Piece{{6, 14}, {22, 30}}; !slices.Equal(got, want) {
		t.Errorf("a bar past a hollow mark is %v, want %v", got, want)
	}
	if r := newRail("fhn", 3); r.Bar != nil || !r.Marks[1].Hollow {
		t.Errorf("%+v", r)
	}
	for text, want := range map[string]bool{"Lind left": true, "to Lind.": true, "Lindens": false, "McLind": false, "": false} {
		if hasWord(text, "Lind") != want {
			t.Errorf("hasWord(%q) is %v", text, !want)
		}
	}
}
