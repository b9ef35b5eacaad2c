package article

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
)

// TestSeeds compares what is set aside in the shared articles with what people
// marked as boilerplate: all of it, and nothing else but teasers.
func TestSeeds(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		t.Skip("DATELINE_SHARED names no folder with the shared articles")
	}
	b, err := os.ReadFile(filepath.Join(shared, "gold", "docs.json"))
	if err != nil {
		t.Fatal(err)
	}
	var docs []struct {
		ID          string
		Author      string
		Boilerplate []source.Span
	}
	if err := json.Unmarshal(b, &docs); err != nil || len(docs) == 0 {
		t.Fatal(err, len(docs))
	}
	for _, d := range docs {
		text, err := os.ReadFile(filepath.Join(shared, "seeds", d.ID+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		a := Plain(string(text), Meta{ID: d.ID})
		if d.Author != "" && a.Author != d.Author {
			t.Errorf("%s: author %q, want %q", d.ID, a.Author, d.Author)
		}
		marked := func(s source.Span) bool {
			for _, m := range d.Boilerplate {
				if m.Contains(s) {
					return true
				}
			}
			return false
		}
		for _, s := range a.Set {
			if !marked(s.Span) {
				t.Errorf("%s: %v set aside by %s", d.ID, s.Span, s.Rule)
			}
		}
		for _, bl := range a.Blocks {
			if bl.Kind != Teaser && marked(bl.Span) {
				t.Errorf("%s: %v is read as prose", d.ID, bl.Span)
			}
		}
	}
}
