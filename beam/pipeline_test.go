package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
)

func TestMain(m *testing.M) { ptest.Main(m) }

// demo is the articles of the demo chronology as lines, each body as it is.
func demo(t *testing.T) []string {
	t.Helper()
	var names []string
	err := filepath.WalkDir("../content", func(name string, d fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(name) == ".md" {
			names = append(names, name)
		}
		return err
	})
	if err != nil || len(names) == 0 {
		t.Fatal("no demo articles", err)
	}
	var lines []string
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		_, text, _ := strings.Cut(strings.TrimPrefix(string(b), "---\n"), "\n---\n")
		dct, _, _ := strings.Cut(string(b), "\n\n")
		date := ""
		for line := range strings.Lines(dct) {
			if rest, ok := strings.CutPrefix(line, "date: "); ok {
				date = strings.Trim(strings.TrimSpace(rest), `"`)
			}
		}
		line, err := json.Marshal(map[string]any{"id": filepath.Base(name), "dct": date, "source": fmt.Sprintf("Outlet %d", len(lines)%5), "text": text})
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, string(line))
	}
	return lines
}

// oneProcess is what the commands extract and merge make of lines.
func oneProcess(t *testing.T, lines []string) []byte {
	t.Helper()
	var mentions []*event.Mention
	for _, line := range lines {
		l, err := build.ReadLine([]byte(line))
		if err != nil {
			continue
		}
		// As lines, because a line does not hold all of a mention.
		var b bytes.Buffer
		if err := build.WriteMentions(&b, l.Mentions(gazetteer(), "")); err != nil {
			t.Fatal(err)
		}
		read, _, err := chronology.ReadMentions(&b, "mentions")
		if err != nil {
			t.Fatal(err)
		}
		mentions = append(mentions, read...)
	}
	events, _ := chronology.Merge(mentions, chronology.Options{Actor: gazetteer().Lookup})
	var b bytes.Buffer
	if err := chronology.WriteEvents(&b, events); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestChronology: an engine that gives lines in any order, on any worker, ends
// in the bytes of one process.
func TestChronology(t *testing.T) {
	lines := append(demo(t), "", "{not JSON", `{"id":"without text"}`)
	want := oneProcess(t, lines)
	if n := bytes.Count(want, []byte("\n")); n < 50 {
		t.Fatalf("the demo gives %d events", n)
	}
	r := rand.New(rand.NewPCG(3, 4))
	r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	output := filepath.Join(t.TempDir(), "events.jsonl")
	p, s, in := ptest.CreateList(lines)
	Chronology(s, in, "", output)
	if err := ptest.Run(p); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(output)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("the engine gives %d bytes, one process %d", len(got), len(want))
	}
}
