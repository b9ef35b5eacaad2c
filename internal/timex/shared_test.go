package timex

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

type annotated struct {
	ID      string  `json:"id"`
	DCT     *string `json:"dct"`
	Text    string  `json:"text"`
	Timexes []gold  `json:"timexes"`
}

type gold struct {
	Start       int      `json:"start"`
	End         int      `json:"end"`
	Text        string   `json:"text,omitempty"`
	Type        string   `json:"type"`
	Value       string   `json:"value"`
	Mod         string   `json:"mod,omitempty"`
	Rule        string   `json:"rule,omitempty"`
	Anchor      string   `json:"anchor,omitempty"`
	Why         string   `json:"why,omitempty"`
	Alt         []string `json:"alt_values,omitempty"`
	Optional    bool     `json:"optional,omitempty"`
	Boilerplate bool     `json:"boilerplate,omitempty"`
}

// documents reads a development set, or skips the test.
func documents(t testing.TB, name string) []annotated {
	t.Helper()
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		t.Skip("DATELINE_SHARED names no folder with the annotated texts")
	}
	f, err := os.Open(filepath.Join(shared, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []annotated
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var d annotated
		if err := json.Unmarshal(s.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// TestWritePredictions writes what Find makes of the development sets to the
// folder that DATELINE_PREDICTIONS names, one file a set.
func TestWritePredictions(t *testing.T) {
	dir := os.Getenv("DATELINE_PREDICTIONS")
	if dir == "" {
		t.Skip("DATELINE_PREDICTIONS names no folder to write to")
	}
	for _, s := range sets {
		f, err := os.Create(filepath.Join(dir, s.name+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		enc := json.NewEncoder(f)
		for _, d := range documents(t, s.file) {
			if err := enc.Encode(annotated{ID: d.ID, Timexes: s.predict(d)}); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

type set struct {
	name, file string
	undated    bool
}

var sets = []set{
	{"timebank", "data/timex/timebank.jsonl", false},
	{"aquaint", "data/timex/aquaint.jsonl", false},
	{"wikiwars", "data/timex/wikiwars.jsonl", false},
	{"wikiwars-undated", "data/timex/wikiwars.jsonl", true},
	{"meantime", "data/timex/meantime.jsonl", false},
	{"gum-news", "data/timex/gum-news.jsonl", false},
	{"gum-bio", "data/timex/gum-bio.jsonl", false},
	{"ancienttimes", "data/timex/ancienttimes.jsonl", false},
	{"tweets", "data/timex/tweets-train.jsonl", false},
	{"pate", "data/timex/pate.jsonl", false},
	{"snips", "data/timex/snips.jsonl", false},
	{"seeds", "gold/timex.jsonl", false},
}

func (s set) predict(d annotated) []gold {
	var dct calendar.Date
	if d.DCT != nil && !s.undated {
		dct, _ = calendar.ParseDate((*d.DCT)[:min(len(*d.DCT), 10)])
	}
	out := []gold{}
	for _, e := range Text(d.Text, dct, "en") {
		out = append(out, gold{
			Start: e.Start, End: e.End, Text: d.Text[e.Start:e.End], Type: e.Type.String(), Value: e.Value, Mod: e.Mod, Rule: e.Rule,
			Anchor: e.Reference.String() + " " + e.Anchor.String(), Why: e.Why,
		})
	}
	return out
}
