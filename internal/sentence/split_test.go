package sentence

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
)

func read(s string) *Text {
	return Split([]Piece{{s, source.Span{Start: 0, End: len(s)}}}, For("en"))
}

// joinExtents is the text of es, separated by bars.
func joinExtents(t *Text, es []Extent) string {
	var out []string
	for _, e := range es {
		out = append(out, t.String(e))
	}
	return strings.Join(out, "|")
}

func TestSplit(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Mr. Smith met Sen. Jones. They spoke.", "Mr. Smith met Sen. Jones.|They spoke."},
		{"It began on Sept. 3 in the U.S. The talks went on.", "It began on Sept. 3 in the U.S.|The talks went on."},
		{"The U.S. Treasury acted at 5 p.m. on Friday.", "The U.S. Treasury acted at 5 p.m. on Friday."},
		{"He said: “Stop! Go home.” Then he left.", "He said: “Stop!|Go home.”|Then he left."},
		{"Prices rose 3.5 percent… and fell.", "Prices rose 3.5 percent… and fell."},
		{"Vega wrote on X. Ana Ruiz replied. X. Ruiz and J. Vega met on X.", "Vega wrote on X.|Ana Ruiz replied.|X. Ruiz and J. Vega met on X."},
		{"Did they? They did.", "Did they?|They did."},
	} {
		text := read(c.text)
		if got := joinExtents(text, text.Sentences); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestPeriods(t *testing.T) {
	text := read("He said: “Stop! Go home.” Then he left. “We won. We did,” she wrote.")
	want := "He said: “Stop! Go home.”|Then he left.|“We won. We did,” she wrote."
	if got := joinExtents(text, text.Periods); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Trump’s mid-October trip", "Trump|’s|mid|-|October|trip"},
		{"on 9/7/2025 at 10:30", "on|9|/|7|/|2025|at|10|:|30"},
		{"1,145 views, 44bcm, 3rd, 1990s", "1,145|views|,|44bcm|,|3rd|,|1990s"},
		{"O’Neill didn't go to the U.S.", "O’Neill|didn't|go|to|the|U.S."},
		{"this year 's visit , the ministers ' seats", "this|year|'s|visit|,|the|ministers|'|seats"},
		{"a ' so-called ' truce, the 's-Hertogenbosch road", "a|'|so|-|called|'|truce|,|the|'s|-|Hertogenbosch|road"},
	} {
		var got []string
		for _, w := range read(c.text).Words {
			got = append(got, w.Text)
		}
		if g := strings.Join(got, "|"); g != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, g, c.want)
		}
	}
}

// TestEndless: a text without marks is cut, between words, into sentences of
// bounded length.
func TestEndless(t *testing.T) {
	text := strings.Repeat("talks went on and ", 1000)
	got := Split([]Piece{{Text: text, Span: source.Span{End: len(text)}}}, For("en"))
	if len(got.Sentences) != 8 {
		t.Fatalf("%d sentences", len(got.Sentences))
	}
	for i, s := range got.Sentences {
		if s.Len() != maxSentence || i > 0 && got.Sentences[i-1].To != s.From {
			t.Errorf("sentence %d is %v", i, s)
		}
	}
}
