package clause

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestGolden reads testdata/*.txtar: pairs of files NAME.txt (a text) and
// NAME.want (its parse as show prints it).
func TestGolden(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal("no golden files", err)
	}
	for _, path := range paths {
		a, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var out []txtar.File
		for i, f := range a.Files {
			name, ok := strings.CutSuffix(f.Name, ".txt")
			if !ok {
				continue
			}
			x := text(strings.TrimSpace(string(f.Data)))
			got := show(x, Find(x, "en"))
			out = append(out, f, txtar.File{Name: name + ".want", Data: []byte(got)})
			if *update {
				continue
			}
			if i+1 == len(a.Files) || a.Files[i+1].Name != name+".want" {
				t.Errorf("%s: %s has no .want", path, f.Name)
			} else if want := string(a.Files[i+1].Data); got != want {
				t.Errorf("%s: %s\n got:\n%s\nwant:\n%s", path, f.Name, got, want)
			}
		}
		if *update {
			a.Files = out
			if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

// TestExamples runs the examples of all rule files.
func TestExamples(t *testing.T) {
	paths, err := fs.Glob(files, "en/*.rules")
	if err != nil || len(paths) == 0 {
		t.Fatal("no rule files", err)
	}
	for _, path := range paths {
		if path == "en/context.rules" {
			continue // its examples are run by reading, below
		}
		b, err := files.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		rules, err := phrase.Parse(source.File{Path: path, Bytes: b})
		if err != nil {
			t.Fatal(err)
		}
		set, err := phrase.Compile(rules, phrase.Options{Language: "en"})
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range set.Test() {
			t.Error(err)
		}
	}
	for _, c := range lexiconOf("en").context {
		for _, line := range c.rule.Yes {
			if got, want := resolved(line); !strings.Contains(" "+got+" ", " "+want+" ") {
				t.Errorf("%s:%d: rule %s: %q is read as %s, want %s", c.rule.File, c.rule.Line, c.rule.Name, line, got, want)
			}
		}
		for _, line := range c.rule.No {
			if got, want := resolved(line); strings.Contains(" "+got+" ", " "+want+" ") {
				t.Errorf("%s:%d: rule %s: %q is read as %s", c.rule.File, c.rule.Line, c.rule.Name, line, got)
			}
		}
	}
}

// resolved is how the bracketed word of an example is read, and how it is to
// be read.
func resolved(line string) (got, want string) {
	set, _ := phrase.Compile(nil, phrase.Options{Language: "en"})
	e := set.Example(line)
	x := text(e.Text)
	p := newParser(x, lexiconOf("en"))
	for _, s := range x.Sentences {
		p.read(s)
	}
	var out []string
	for _, n := range []string{"be", "have", "base", "s", "past", "part", "ing", "noun", "adjective", "possessive", "adverb", "condition"} {
		if p.tags[e.From]&tagNames[n] != 0 {
			out = append(out, n)
		}
	}
	return strings.Join(out, " "), e.Want
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"The man who met Putin, Xi and Kim left.", "“We won. They,” he said, “lost.” It was to have been signed",
		"He said that that was that, which — if so — (when asked) who's been told by", "and and to to be been being had had, that who which",
		"“a “b” c”: ’s not. 's", "",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := text(s)
		judge(t, x, Find(x, "en"))
	})
}

func BenchmarkFind(b *testing.B) {
	x := text(strings.Repeat("The minister, who arrived on Monday, said that talks held in Riyadh had ended and that they would meet again if Moscow agreed. ", 200))
	b.SetBytes(int64(x.Words[len(x.Words)-1].End))
	for b.Loop() {
		Find(x, "en")
	}
}
