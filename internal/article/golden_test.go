package article

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

var update = flag.Bool("update", false, "rewrite the wanted parts of testdata/golden")

// TestGolden reads the first file of each archive and compares what was read
// with the second, "want".
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/golden/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := dump(source.File{Path: ar.Files[0].Name, Bytes: ar.Files[0].Data})
			if *update {
				ar.Files = append(ar.Files[:1], txtar.File{Name: "want", Data: []byte(got)})
				if err := os.WriteFile(name, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(string(ar.Files[1].Data), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

var kindNames = map[BlockKind]string{
	Paragraph: "paragraph", Heading: "heading", Item: "item", Quote: "quote", Cell: "cell", Caption: "caption", Teaser: "teaser",
}

// dump is all that was read of a file, a line a thing.
func dump(f source.File) string {
	var b strings.Builder
	line := func(format string, args ...any) { fmt.Fprintf(&b, format+"\n", args...) }
	var a *Article
	var ds []source.Diagnostic
	if ext := filepath.Ext(f.Path); ext == ".csv" || ext == ".toml" {
		a, ds = ParseTable(f)
	} else {
		a, ds = Parse(f, Options{})
	}
	for _, d := range ds {
		line("%s: %s", d.Level, d)
	}
	if a == nil {
		return b.String()
	}
	for _, x := range []struct{ key, value string }{
		{"slug", a.Slug}, {"title", a.Title}, {"summary", a.Summary}, {"author", a.Author},
		{"source", strings.TrimSpace(a.Source.Name + " " + a.Source.URL)}, {"url", a.URL}, {"language", a.Language},
		{"tags", strings.Join(a.Tags, ", ")}, {"image", a.Image.Path}, {"date", dateOf(a)},
	} {
		if x.value != "" {
			line("%s: %s", x.key, x.value)
		}
	}
	if a.Updated.Known() {
		line("updated: %s", a.Updated)
	}
	for _, o := range a.Outlets {
		line("outlet: %s", strings.TrimSpace(o.Name+" "+o.URL))
	}
	if a.Draft || !a.Extract {
		line("draft %t, extract %t", a.Draft, a.Extract)
	}
	for _, s := range a.Set {
		line("aside %s %d-%d %q", s.Rule, s.Start, s.End, f.Text(s.Span))
	}
	for i, bl := range a.Blocks {
		kind := kindNames[bl.Kind]
		if bl.Level > 0 {
			kind += fmt.Sprint(" ", bl.Level)
		}
		line("%d %s %d-%d %s", i, kind, bl.Start, bl.End, bl.String(sentence.Extent{From: 0, To: len(bl.Words)}))
	}
	for _, e := range a.Events {
		kind := "event"
		if e.Loose {
			kind = "loose event"
		}
		line("%s %s%s %q text %q type %q actors %q status %q source %q blocks %d+%d at %d-%d", kind, e.When, strings.TrimRight(" "+e.Mod, " "), e.Headline, e.Text, e.Type, e.Actors, e.Status, e.Source.Name, e.Block, e.Blocks, e.Start, e.End)
	}
	if len(a.Body) > 0 {
		b.WriteString("body:\n" + strings.TrimRight(bodyOf(a), "\n") + "\n")
	}
	return b.String()
}

func dateOf(a *Article) string {
	if !a.DCT.Known() {
		return ""
	}
	return a.DCT.String() + [...]string{"", " (front matter)", " (file name)", " (page)", " (a line)"}[a.Dated]
}

func bodyOf(a *Article) string {
	var b strings.Builder
	for _, bit := range a.Body {
		b.WriteString(bit.Markup + html.EscapeString(bit.Text))
	}
	return b.String()
}
