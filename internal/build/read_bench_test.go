package build

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// told is a text of our own: dated and undated sentences, people, places,
// quotations, as articles have them.
const told = `The two presidents spoke by telephone on Friday, 15 August 2025, three days before their delegations met in Geneva.

Officials in Washington said on Monday that the talks, which had begun in March, would go on next week. “We are ready to sign,” the finance minister of Norway told reporters in Oslo, “but nobody should expect it before the autumn.” He denied that a deal was near.

In June 2024 the European Union imposed sanctions on two shipping companies, and Beijing answered a week later with tariffs of its own. Analysts have long argued that neither side wants to be seen as weak, and that the price of failure is small. If the ceasefire does not hold, Turkey will close the strait to warships on 1 October.

The river had risen for nine days. Nobody in the village remembered such a spring, although the old people told stories of one; the bridge, built by hand, was said to have held for a hundred years. Children carried stones to the dam until it was dark.

`

// text is one article's text and day.
type text struct {
	id, text string
	dct      calendar.Date
}

// texts are news texts of the development sets, or articles made of one text.
func texts(b *testing.B) []text {
	b.Helper()
	shared := os.Getenv("DATELINE_SHARED")
	if shared == "" {
		out := make([]text, 100)
		for i := range out {
			out[i] = text{fmt.Sprintf("a%d", i), strings.Repeat(told, 3), calendar.NewDay(2025, 8, 1+i%28)}
		}
		return out
	}
	var out []text
	for _, name := range []string{"semeval15", "meantime", "timeset"} {
		f, err := os.Open(filepath.Join(shared, "data/timelines", name+".docs.jsonl"))
		if err != nil {
			b.Fatal(err)
		}
		defer f.Close()
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<24)
		for s.Scan() {
			var d struct{ ID, DCT, Date, Text string }
			if err := json.Unmarshal(s.Bytes(), &d); err != nil {
				b.Fatal(err)
			}
			r, _ := calendar.Parse(d.DCT + d.Date)
			out = append(out, text{d.ID, d.Text, r.From})
		}
	}
	return out
}

// BenchmarkRiver measures the way from a file's bytes to its mentions, stage
// after stage: words and blocks alone; with clauses, dates and actors; all;
// and all of it for files as a site has them. As anywhere, texts are read in
// companies.
func BenchmarkRiver(b *testing.B) {
	docs := texts(b)
	names := actor.Default()
	size := 0
	var companies [][]text
	files := map[string]Content{}
	for from, i, n := 0, 0, 0; i < len(docs); i++ {
		d := docs[i]
		size += len(d.text)
		if n += len(d.text); n >= event.Company || i == len(docs)-1 {
			companies = append(companies, docs[from:i+1])
			from, n = i+1, 0
		}
		head := fmt.Sprintf("---\ntitle: %q\ndate: %s\n---\n", d.id, d.dct)
		files[d.id] = Held(source.File{Path: fmt.Sprintf("%d.md", i), Bytes: []byte(head + d.text)})
	}
	plain := func(company []text) []event.Document {
		out := make([]event.Document, len(company))
		for i, d := range company {
			out[i] = event.NewDocument(article.Plain(d.text, article.Meta{ID: d.id, DCT: d.dct}), []byte(d.text), event.Options{})
		}
		return out
	}
	done := func(docs []event.Document) {
		for i := range docs {
			docs[i].Close()
		}
	}
	reader := Reader{Language: "en", Extract: true, Gazetteer: names}
	for _, s := range []struct {
		name string
		run  func(company []text)
	}{
		{"blocks", func(company []text) { done(plain(company)) }},
		{"prepared", func(company []text) {
			docs := plain(company)
			event.PrepareAll(docs, names)
			done(docs)
		}},
		{"mentions", func(company []text) {
			docs := plain(company)
			event.PrepareAll(docs, names)
			event.FindAll(docs)
			done(docs)
		}},
		{"files", func(company []text) {
			some := make([]Content, len(company))
			for i, d := range company {
				some[i] = files[d.id]
			}
			reader.ReadAll(some)
		}},
	} {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, company := range companies {
					s.run(company)
				}
			}
		})
	}
}
