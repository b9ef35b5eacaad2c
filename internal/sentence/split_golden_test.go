package sentence

import (
	"os"
	"strings"
	"testing"
)

// TestSentences runs testdata/sentences.txt.
func TestSentences(t *testing.T) {
	b, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		want := strings.TrimSpace(line)
		if want == "" || want[0] == '#' {
			continue
		}
		text := read(strings.ReplaceAll(strings.ReplaceAll(want, " | ", " "), "|", ""))
		g := ""
		for i, e := range text.Sentences {
			if i > 0 && text.Words[e.From].Space {
				g += " | "
			} else if i > 0 {
				g += "|"
			}
			g += text.String(e)
		}
		if g != want {
			t.Errorf("line %d\n got %s\nwant %s", n, g, want)
		}
	}
}

// TestQuotes lists the quotations of a text.
func TestQuotes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"He said: “We ‘never’ left.” Then “no.”", "“We ‘never’ left.”|“no.”"},
		{"“One. Two.", "“One. Two."},
		{"He “began. “He went on,” she wrote.", "“began. “He went on,”"},
		{"„Wir warten“, sagte er. »Vi venter«, sagde hun. ”Vi väntar”, sa han.", "„Wir warten“|»Vi venter«|”Vi väntar”"},
		{"Он сказал: «Ждём „их“ тут». Да.", "«Ждём „их“ тут»"},
		{"‘We don’t know the ministers’ plan,’ he said. ‘Nor will we.’", "‘We don’t know the ministers’ plan,’|‘Nor will we.’"},
		{"The drivers’ roof isn’t new; it’s old.", ""},
		{"He wrote \"a letter\" and (\"two\") more.", "\"a letter\"|\"two\""},
		{"部长说「我们等」。", "「我们等」"},
		{"A 5\" pipe and no quotation.", ""},
	} {
		text := read(c.text)
		if got := joinExtents(text, text.Quotes); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestPieces reads words through syntax: an atomic piece stands for its whole
// span.
func TestPieces(t *testing.T) {
	text := Split([]Piece{
		{"Caf", span(0, 3)}, {"é", span(3, 11)}, {" ", span(11, 14)}, {"no", span(14, 16)}, {"w", span(18, 19)},
	}, For("en"))
	if len(text.Words) != 2 || text.Words[0].Text != "Café" || text.Words[0].Span != span(0, 11) || text.Words[1].Span != span(14, 19) {
		t.Errorf("got %+v", text.Words)
	}
	if empty := Split(nil, For("en")); len(empty.Words)+len(empty.Sentences)+len(empty.Periods) != 0 {
		t.Errorf("got %+v", empty)
	}
}
