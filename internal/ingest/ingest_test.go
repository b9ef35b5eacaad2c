package ingest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/source"
)

var update = flag.Bool("update", false, "rewrite the golden cases")

// formatOf is the format that a golden case's input is in.
func formatOf(name string) string {
	switch filepath.Ext(name) {
	case ".json":
		return "timelinejs"
	case ".mw":
		return "markwhen"
	}
	return "csv"
}

// TestRead holds every format to its golden case: the events as they are
// written into a site, and what is said of the file.
func TestRead(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			ar := txtar.Parse(b)
			in := ar.Files[0]
			events, ds := Read(formatOf(in.Name), source.File{Path: in.Name, Bytes: in.Data})
			got := string(WriteTOML(events))
			said := ""
			for _, d := range ds {
				said += d.String() + "\n"
			}
			if *update {
				ar.Files = []txtar.File{in, {Name: "want", Data: []byte(got)}, {Name: "said", Data: []byte(said)}}
				if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := string(ar.Files[1].Data); got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
			if want := string(ar.Files[2].Data); said != want {
				t.Errorf("said\n%s\nwant\n%s", said, want)
			}
			again(t, events)
		})
	}
}

// again holds the law of WriteTOML: the table is read back as what was written.
func again(t *testing.T, events []article.Explicit) {
	t.Helper()
	a, ds := article.ParseTable(source.File{Path: "events.toml", Bytes: WriteTOML(events)})
	for _, d := range ds {
		if d.Level == source.Error {
			t.Errorf("the table is not read back: %s", d)
		}
	}
	if a == nil || len(a.Events) != len(events) {
		t.Fatalf("not all events are read back of\n%s", WriteTOML(events))
	}
	for i, e := range a.Events {
		want := events[i]
		e.Span, e.Block, want.Span, want.Block = source.Span{}, 0, source.Span{}, 0
		if !reflect.DeepEqual(e, want) {
			t.Errorf("event %d read back as\n%+v\nwant\n%+v", i, e, want)
		}
	}
}

func TestReadWhatIsNot(t *testing.T) {
	for _, c := range []struct{ format, text, want string }{
		{"timelinejs", "{\"events\": [}", "x:1:12: not JSON"},
		{"timelinejs", "{", "x:1:2: not JSON"},
		{"timelinejs", "{}", "x:1:1: the file has no events"},
		{"timelinejs", "", "x:1:1: the table is empty"},
		{"timelinejs", "a,b\n", "x:1:1: the first row names no columns Year and Headline"},
		{"csv", "a,b\n", "x:1:1: "},
		{"csv", "a\xffb", "x:1:2: not UTF-8"},
		{"markwhen", "", "x:1:1: the document has no events"},
		{"docx", "", "x:1:1: unknown format \"docx\"; one of csv, markwhen, timelinejs"},
	} {
		events, ds := Read(c.format, source.File{Path: "x", Bytes: []byte(c.text)})
		if len(events) > 0 || len(ds) == 0 || !strings.Contains(fmt.Sprint(ds), c.want) {
			t.Errorf("%s %q: %v, %v", c.format, c.text, events, ds)
		}
	}
}

func TestWritten(t *testing.T) {
	for text, want := range map[string]string{
		"2025-02-12": "2025-02-12", "2025-02": "2025-02", "2025": "2025", "2025-W07": "2025-W07",
		"2025-02-12T10:00:00Z": "2025-02-12", "1/31/2012": "2012-01-31", "1/2012": "2012-01",
		"31 January 2012": "2012-01-31", "January 31, 2012": "2012-01-31", "Jan. 31st 2012": "2012-01-31",
		"Feb 2012": "2012-02", "30 February 2012": "", "soon": "", "": "", "31": "", "12 13 2012": "", "1/2/3/4": "",
	} {
		if got := written(text).String(); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

// FuzzRead holds the law of reading: every event has a place in the file, a
// date and a headline, every diagnostic a place, and what is written is read
// back.
func FuzzRead(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txtar")
	for _, file := range files {
		ar, err := txtar.ParseFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for i, format := range Formats {
			if format == formatOf(ar.Files[0].Name) {
				f.Add(i, string(ar.Files[0].Data))
			}
		}
	}
	f.Fuzz(func(t *testing.T, n int, text string) {
		events, ds := Read(Formats[max(n%len(Formats), 0)], source.File{Path: "x", Bytes: []byte(text)})
		for _, d := range ds {
			if d.Span.Start < 0 || d.Span.End < d.Span.Start || d.Span.End > len(text) {
				t.Errorf("%v in %d bytes", d, len(text))
			}
		}
		for _, e := range events {
			if e.Start < 0 || e.End < e.Start || e.End > len(text) || e.Headline == "" && e.Text == "" {
				t.Errorf("%+v in %d bytes", e, len(text))
			}
			if _, ok := calendar.Parse(e.When); !ok {
				t.Errorf("date %q", e.When)
			}
		}
		if len(events) > 0 {
			a, _ := article.ParseTable(source.File{Path: "events.toml", Bytes: WriteTOML(events)})
			if a == nil || len(a.Events) != len(events) {
				t.Errorf("not read back:\n%s", WriteTOML(events))
			}
		}
	})
}
