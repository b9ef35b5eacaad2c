package timex

import (
	"os"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

const report = "The two presidents spoke by telephone on Friday, 15 August 2025, three days before the delegations met in the capital. " +
	"Officials said that the talks, which had begun in March, would go on next week. The minister denied that a deal was near. " +
	"Analysts have long argued that neither side wants to be seen as weak, and that the price of failure is small.\n"

// news is the news texts of the development sets, or where there are none a
// text made of one report.
func news(b *testing.B) string {
	if os.Getenv("DATELINE_SHARED") == "" {
		return strings.Repeat(report, 200)
	}
	var text strings.Builder
	for _, d := range documents(b, "data/timex/timebank.jsonl") {
		text.WriteString(d.Text + "\n")
	}
	return text.String()
}

// split is the words and sentences of each line, without clauses.
func split(text string) []Passage {
	var out []Passage
	lang := sentence.For("en")
	at := 0
	for line := range strings.Lines(text) {
		piece := sentence.Piece{Text: line, Span: source.Span{Start: at, End: at + len(line)}}
		out = append(out, Passage{Text: sentence.Split([]sentence.Piece{piece}, lang)})
		at += len(line)
	}
	return out
}

// Benchmark measures each stage of reading alone, then words and expressions
// together, then all.
func Benchmark(b *testing.B) {
	text := news(b)
	doc := Document{DCT: wednesday, Language: "en", Passages: split(text)}
	for _, s := range []struct {
		name string
		run  func()
	}{
		{"split", func() { split(text) }},
		{"clauses", func() {
			for i := range doc.Passages {
				clause.Find(doc.Passages[i].Text, "en")
			}
		}},
		{"find", func() { Find(doc) }},
		{"split+find", func() { Find(Document{DCT: wednesday, Language: "en", Passages: split(text)}) }},
		{"all", func() { Text(text, wednesday, "en") }},
	} {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				s.run()
			}
		})
	}
}

// TestAllocations holds Find to one allocation an expression, for its value,
// and a few a document.
func TestAllocations(t *testing.T) {
	doc := Document{DCT: wednesday, Language: "en", Passages: Passages(strings.Repeat(report, 50), "en")}
	found := len(Find(doc))
	const few = 100 // 60, and what a pool forgets under the race detector
	if got := testing.AllocsPerRun(5, func() { Find(doc) }); got > float64(found+few) {
		t.Errorf("%.0f allocations for %d expressions", got, found)
	}
	plain := Document{DCT: wednesday, Language: "en", Passages: Passages(strings.Repeat("Nobody knew why the envoys had left the hall.\n", 500), "en")}
	if got := testing.AllocsPerRun(5, func() { Find(plain) }); got > few {
		t.Errorf("%.0f allocations where there are no expressions", got)
	}
}
