package article

import (
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-ssg/dateline/internal/source"
)

// seeds adds the inputs of the golden files to a fuzz target.
func seeds(f *testing.F, ext ...string) {
	files, _ := filepath.Glob("testdata/golden/*.txtar")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		in := txtar.Parse(b).Files[0]
		for _, e := range ext {
			if filepath.Ext(in.Name) == e {
				f.Add(string(in.Data))
			}
		}
	}
}

// lawful holds what is promised of every article: blocks in order and inside
// the file, words in order within their block, and the bytes of each word say
// its text.
func lawful(t *testing.T, f source.File, a *Article) {
	t.Helper()
	if a == nil {
		return
	}
	whole := source.Span{Start: 0, End: len(f.Bytes)}
	before := 0
	for _, b := range a.Blocks {
		if b.Start < before || !whole.Contains(b.Span) {
			t.Errorf("block %v after %d of %v", b.Span, before, whole)
		}
		before = b.Start
		last := source.Span{}
		for _, w := range b.Words {
			if !b.Span.Contains(w.Span) || w.Start >= w.End || w.Start < last.Start || w.Start < last.End && w.Span != last && f.Text(w.Span)[0] != '&' {
				t.Errorf("word %q %v after %v in block %v", w.Text, w.Span, last, b.Span)
			}
			last = w.Span
			if !says(f, f.Text(w.Span), w.Text) {
				t.Errorf("word %q stands for %q", w.Text, f.Text(w.Span))
			}
		}
	}
	for _, e := range a.Events {
		if !whole.Contains(e.Span) || e.Block >= 0 && e.Block+e.Blocks > len(a.Blocks) {
			t.Errorf("event %v of %d blocks", e, len(a.Blocks))
		}
	}
	for _, s := range a.Set {
		if !whole.Contains(s.Span) {
			t.Errorf("aside %v", s)
		}
	}
	for _, bit := range a.Body {
		if bit.Markup == "" && !whole.Contains(bit.Span) {
			t.Errorf("bit %v", bit)
		}
		if m := strings.ToLower(bit.Markup); strings.Contains(m, "<script") || strings.Contains(m, `="javascript:`) {
			t.Errorf("unsafe markup %q", bit.Markup)
		}
	}
}

// says reports whether raw bytes of a file, with syntax and entities read, say
// text: the letters and digits of the word stand in them in order.
func says(f source.File, raw, text string) bool {
	if raw == text || text == picture {
		return true
	}
	for _, read := range []string{raw, html.UnescapeString(raw)} {
		rest, ok := read, true
		for _, c := range text {
			i := strings.IndexRune(rest, c)
			if i < 0 {
				ok = false
				break
			}
			rest = rest[i+len(string(c)):]
		}
		if ok {
			return true
		}
	}
	return strings.ContainsRune(raw, '&') // one of the signs that two readers of entities read differently
}

func fuzz(f *testing.F, name string) {
	f.Fuzz(func(t *testing.T, text string) {
		file := source.File{Path: name, Bytes: []byte(text)}
		a, ds := Parse(file, Options{})
		lawful(t, file, a)
		if again, _ := Parse(file, Options{}); (a == nil) != (again == nil) || a != nil && bodyOf(a) != bodyOf(again) {
			t.Error("a second reading differs")
		}
		whole := source.Span{Start: 0, End: len(text)}
		failed := false
		for _, d := range ds {
			failed = failed || d.Level == source.Error
			if d.Problem == "" || d.Pos.Line < 1 || !whole.Contains(d.Span) {
				t.Errorf("diagnostic %+v", d)
			}
		}
		if failed && a != nil {
			t.Error("an error and an article")
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	seeds(f, ".md")
	for _, s := range []string{"&ngE;a", "a\\\nb", "> a\n> b\n- c\n\td", "[a]: <b>\n[a]", "![a&amp;b](c)", "<http://a.b>", "a@b.cc", "www.a.bc/d", "~~a~~`b`", "|a|\n|-|\n|b\\|c", "a\n: b\n\n    c", "[^1]\n\n[^1]: a\n    b", "a  \nb\\\nc", "# a #\n===\n"} {
		f.Add(s)
	}
	fuzz(f, "a.md")
}

func FuzzText(f *testing.F) {
	seeds(f, ".txt")
	fuzz(f, "a.txt")
}

func FuzzHTML(f *testing.F) {
	seeds(f, ".html")
	for _, s := range []string{"<p>a&ampb&notit;&#x41;&#0;", "<li>a<li>b</ul>", "<p>a<br><br>b", "<td>a<td>b", "<a href=javascript:x>a", "<b>a<p>b</b>c", "<pre>\na"} {
		f.Add(s)
	}
	fuzz(f, "a.html")
}

func FuzzFrontMatter(f *testing.F) {
	seeds(f, ".md", ".txt")
	for _, s := range []string{"---\na: [b\n---\n", "---\na: *b\n---", "+++\n[a]\nb=1\n[a]\n+++\n", "{\n\"a\":\n}\n", ";;;\n\"a\":1\n;;;", "---\nevents: [{date: 2025}]\n---\n", "+++\na.b=1\na.b.c=2\n+++\n", "+++\n[[a]]\n[a.b]\n[[a]]\n[a.b]\n+++\n", "---\n? a\n: b\n---\n", "---\ntitle: !!binary x\n---"} {
		f.Add(s)
	}
	fuzz(f, "a.md")
}

func FuzzTable(f *testing.F) {
	seeds(f, ".csv")
	f.Add("date\theadline\n2025\tx\"y\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, name := range []string{"a.csv", "a.toml"} {
			file := source.File{Path: name, Bytes: []byte(text)}
			a, _ := ParseTable(file)
			lawful(t, file, a)
		}
	})
}
