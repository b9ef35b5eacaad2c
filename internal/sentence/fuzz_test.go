package sentence

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/source"
)

func span(start, end int) source.Span { return source.Span{Start: start, End: end} }

// FuzzSplit holds the laws of a Text: words are in order, inside the text and
// their bytes; they hold all that is seen; sentences and periods cover them
// without gaps; no period cuts a quotation, and quotations are in order.
func FuzzSplit(f *testing.F) {
	b, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		f.Add(line)
	}
	for _, s := range []string{"“a “b” c", "‘a’s ’", "…”.", "U.S", "a.m.", "\u00ad\u200b", "http://a.b/c).", "'s’s", "1.,2", "\xff.", "「a。」"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, code := range []string{"en", "ru"} {
			text := Split([]Piece{{s, span(0, len(s))}}, For(code))
			lawful(t, s, text)
		}
		half := len(s) / 2
		for half < len(s) && !utf8.RuneStart(s[half]) {
			half++
		}
		parts := Split([]Piece{{s[:half], span(0, half)}, {s[half:], span(half, len(s))}}, For("en"))
		whole := Split([]Piece{{s, span(0, len(s))}}, For("en"))
		if joinExtents(parts, parts.Sentences) != joinExtents(whole, whole.Sentences) {
			t.Error("two pieces read differently from one")
		}
	})
}

func lawful(t *testing.T, s string, text *Text) {
	t.Helper()
	var all strings.Builder
	end := 0
	for _, w := range text.Words {
		if w.Start < end || w.End <= w.Start || w.End > len(s) || s[w.Start:w.End] != w.Text {
			t.Fatalf("word %+v after %d in %q", w, end, s)
		}
		end = w.End
		all.WriteString(w.Text)
	}
	if !utf8.ValidString(s) {
		return // no file that is read holds such bytes
	}
	seen := strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.In(r, unicode.Cf, unicode.Cc) {
			return -1
		}
		return r
	}, s)
	if got := strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.Cf, unicode.Cc) {
			return -1
		}
		return r
	}, all.String()); got != seen {
		t.Errorf("words say %q, the text %q", got, seen)
	}
	for name, es := range map[string][]Extent{"sentence": text.Sentences, "period": text.Periods} {
		at := 0
		for _, e := range es {
			if e.From != at || e.To <= e.From {
				t.Errorf("%s %v after %d", name, e, at)
			}
			at = e.To
		}
		if at != len(text.Words) {
			t.Errorf("%ss cover %d of %d words", name, at, len(text.Words))
		}
	}
	at := 0
	for _, q := range text.Quotes {
		if q.From < at || q.To <= q.From || q.To > len(text.Words) {
			t.Errorf("quotation %v after %d", q, at)
		}
		at = q.To
		if p := text.Periods[text.Period(q.From)]; !p.Contains(q) {
			t.Errorf("quotation %v in period %v", q, p)
		}
	}
}
