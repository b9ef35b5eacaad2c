package event

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestGold scores the mentions of annotated articles with the scorer of the
// shared material: three articles of the field, both halves of our own, our
// own commentary, press and dispatches.
// Floors are in testdata/floors.txt; a figure below its floor fails.
func TestGold(t *testing.T) {
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		t.Skip("DATELINE_SHARED names no folder with the annotated articles and their scorer")
	}
	for name, set := range map[string]func(*testing.T) (gold, pred []byte){
		"shared": func(t *testing.T) ([]byte, []byte) {
			gold, err := os.ReadFile(filepath.Join(shared, "gold/events.jsonl"))
			if err != nil {
				t.Fatal(err)
			}
			return gold, extract(t, filepath.Join(shared, "seeds/seeds.jsonl"))
		},
		"learnt":         func(t *testing.T) ([]byte, []byte) { return half(t, "articles", false) },
		"unseen":         func(t *testing.T) ([]byte, []byte) { return half(t, "articles", true) },
		"commentary":     func(t *testing.T) ([]byte, []byte) { return mentionsOf(t, annotatedIn(t, "commentary")) },
		"press":          func(t *testing.T) ([]byte, []byte) { return mentionsOf(t, annotatedIn(t, "press")) },
		"dispatches":     func(t *testing.T) ([]byte, []byte) { return mentionsOf(t, annotatedIn(t, "dispatches")) },
		"gazette":        func(t *testing.T) ([]byte, []byte) { return mentionsOf(t, annotatedIn(t, "gazette")) },
		"wire":           func(t *testing.T) ([]byte, []byte) { return mentionsOf(t, annotatedIn(t, "wire")) },
		"courier":        func(t *testing.T) ([]byte, []byte) { return half(t, "courier", false) },
		"courier-unseen": func(t *testing.T) ([]byte, []byte) { return half(t, "courier", true) },
	} {
		t.Run(name, func(t *testing.T) {
			gold, pred := set(t)
			got := scored(t, shared, gold, pred)
			for _, f := range floors(t, name) {
				t.Logf("%-24s %.4f", f.figure, got[f.figure])
				if got[f.figure] < f.least {
					t.Errorf("%s %s is %.4f, below its floor %.4f", name, f.figure, got[f.figure], f.least)
				}
			}
		})
	}
}

// half is gold and mentions of one half of the annotated articles of a folder.
func half(t *testing.T, folder string, unseen bool) (gold, pred []byte) {
	var of []annotated
	for _, a := range annotatedIn(t, folder) {
		if a.unseen() == unseen {
			of = append(of, a)
		}
	}
	return mentionsOf(t, of)
}

// mentionsOf is gold and mentions of annotated articles.
func mentionsOf(t *testing.T, of []annotated) (gold, pred []byte) {
	for _, a := range of {
		for _, g := range a.gold {
			gold = append(append(gold, g...), '\n')
		}
		ms, _ := a.read(t)
		pred = append(pred, lines(t, ms)...)
	}
	return gold, pred
}

// extract is what the command of that name writes for a file of documents.
func extract(t *testing.T, path string) []byte {
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	for line := range bytes.Lines(b) {
		var d struct{ ID, Text, DCT, Title, Source string }
		if err := json.Unmarshal(line, &d); err != nil {
			t.Fatal(err)
		}
		dct, _ := calendar.ParseDate(d.DCT)
		a := article.Plain(d.Text, article.Meta{ID: d.ID, DCT: dct, Title: d.Title, Source: article.Outlet{Name: d.Source}})
		ms, _ := Read(a, []byte(d.Text), actor.Default(), Options{ID: d.ID})
		out = append(out, lines(t, ms)...)
	}
	return out
}

func lines(t *testing.T, ms []Mention) []byte {
	var out []byte
	for i := range ms {
		b, err := json.Marshal(&ms[i])
		if err != nil {
			t.Fatal(err)
		}
		out = append(append(out, b...), '\n')
	}
	return out
}

// scored runs the scorer and returns its figures.
func scored(t *testing.T, shared string, gold, pred []byte) map[string]float64 {
	dir := t.TempDir()
	if keep := os.Getenv("DATELINE_KEEP"); keep != "" {
		dir = filepath.Join(keep, filepath.Base(t.Name())) // to look at what was missed
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	g, p := filepath.Join(dir, "gold.jsonl"), filepath.Join(dir, "mentions.jsonl")
	for path, b := range map[string][]byte{g: gold, p: pred} {
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command("python3", filepath.Join(shared, "gold/score_events.py"), "--gold", g, "--pred", p, "--json")
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("the scorer: %v", err)
	}
	var all map[string]any
	if err := json.Unmarshal(out, &all); err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for k, v := range all {
		if f, ok := v.(float64); ok {
			got[k] = f
		}
	}
	return got
}

type floor struct {
	figure string
	least  float64
}

// floors reads the lines "set figure least" of testdata/floors.txt.
func floors(t *testing.T, set string) []floor {
	f, err := os.Open("testdata/floors.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []floor
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		w := strings.Fields(sc.Text())
		if len(w) != 3 || w[0] != set {
			continue
		}
		least, err := strconv.ParseFloat(w[2], 64)
		if err != nil {
			t.Fatal(fmt.Errorf("testdata/floors.txt: %w", err))
		}
		out = append(out, floor{w[1], least})
	}
	if len(out) == 0 {
		t.Fatalf("testdata/floors.txt has no floor for %s", set)
	}
	return out
}
