package event

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/source"
)

// annotated is one annotated article: the file as it stands and the events
// that a careful reader finds in it, one JSON object a line, in the form that
// the scorer reads.
type annotated struct {
	name string
	file source.File
	gold [][]byte
}

// unseen reports whether an article belongs to the half that is scored but
// not read while rules are written.
func (a annotated) unseen() bool {
	sum := sha256.Sum256([]byte(a.name))
	return sum[len(sum)-1]%2 == 0
}

func annotatedArticles(t *testing.T) []annotated { return annotatedIn(t, "articles") }

// annotatedIn is the annotated articles of a folder of testdata.
func annotatedIn(t *testing.T, folder string) []annotated {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no annotated articles: %v", err)
	}
	var out []annotated
	for _, p := range paths {
		ar, err := txtar.ParseFile(p)
		if err != nil {
			t.Fatal(err)
		}
		a := annotated{name: strings.TrimSuffix(filepath.Base(p), ".txtar")}
		for _, f := range ar.Files {
			if strings.HasPrefix(f.Name, "article.") {
				a.file = source.File{Path: a.name + filepath.Ext(f.Name), Bytes: f.Data}
				continue
			}
			for line := range bytes.Lines(f.Data) {
				if len(bytes.TrimSpace(line)) > 0 {
					a.gold = append(a.gold, a.located(t, line))
				}
			}
		}
		out = append(out, a)
	}
	return out
}

// located gives an annotated event the offsets of its sentences.
func (a annotated) located(t *testing.T, line []byte) []byte {
	t.Helper()
	var e map[string]any
	if err := json.Unmarshal(line, &e); err != nil {
		t.Fatalf("%s: %v\n%s", a.name, err, line)
	}
	find := func(s string) (int, int) {
		i := bytes.Index(a.file.Bytes, []byte(s))
		if i < 0 {
			t.Fatalf("%s: not in the article: %q", a.name, s)
		}
		return i, i + len(s)
	}
	e["doc"] = a.name
	e["sentence_start"], e["sentence_end"] = find(e["sentence"].(string))
	if ms, ok := e["mentions"].([]any); ok {
		var spans [][2]int
		for _, m := range ms {
			from, to := find(m.(string))
			spans = append(spans, [2]int{from, to})
		}
		e["mentions"] = spans
	}
	b, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// read is the mentions of an article.
func (a annotated) read(t *testing.T) ([]Mention, Trace) {
	t.Helper()
	art, ds := article.Parse(a.file, article.Options{})
	if art == nil {
		t.Fatalf("%s: %v", a.name, ds)
	}
	return Read(art, a.file.Bytes, actor.Default(), Options{ID: a.name})
}
