package timex

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

var update = flag.Bool("update", false, "rewrite the wanted lines below the texts of testdata")

func TestReference(t *testing.T) { testPassages(t, "testdata/reference.txtar", "en") }

func TestRussian(t *testing.T) { testPassages(t, "testdata/ru/passages.txtar", "ru") }

// TestFresh holds what Find makes of texts of our own, by kind of text. Their
// values were written before they were run, those of choices and stories read by
// eye and mended.
func TestFresh(t *testing.T) {
	paths, err := filepath.Glob("testdata/fresh/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d files, %v", len(paths), err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) { testPassages(t, path, "en") })
	}
}

// testPassages holds what Find makes of each text in a file to the lines below it.
func testPassages(t *testing.T, path, language string) {
	a, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range a.Files {
		text, want, ok := strings.Cut(string(f.Data), "----\n")
		if !ok {
			t.Fatalf("%s: no line ---- below the text", f.Name)
		}
		var dct calendar.Date
		if date, _, _ := strings.Cut(f.Name, " "); date != "undated" {
			if dct, ok = calendar.ParseDate(date); !ok {
				t.Fatalf("%s: does not begin with a date", f.Name)
			}
		}
		got := lines(text, dct, language)
		if *update {
			a.Files[i].Data = []byte(text + "----\n" + got)
		} else if got != want {
			t.Errorf("%s: got\n%swant\n%s", f.Name, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(path, txtar.Format(a), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func lines(text string, dct calendar.Date, language string) string {
	var b strings.Builder
	for _, e := range Text(text, dct, language) {
		fmt.Fprintf(&b, "%s | %s", text[e.Start:e.End], e.Value)
		if e.Mod != "" {
			b.WriteString(" " + e.Mod)
		}
		b.WriteString(" | " + e.Reference.String())
		if e.Whole.Known() {
			b.WriteString(" | whole " + e.Whole.String())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestRegion holds that the region of the language tells the day from the month
// where the text does not.
func TestRegion(t *testing.T) {
	for language, want := range map[string]string{"en": "2013-02-03", "en-US": "2013-02-03", "en-GB": "2013-03-02", "ru": "2013-03-02"} {
		got, _, _ := strings.Cut(lines("2/3/2013", calendar.Date{}, language), "\n")
		if !strings.Contains(got, "| "+want+" |") {
			t.Errorf("%s: got %s, want %s", language, got, want)
		}
	}
}
