package sentence

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/source"
)

// TestParts: the parts together hold what the whole holds, and no period is
// cut.
func TestParts(t *testing.T) {
	text := strings.Repeat("Talks began. “We waited. Then we left,” she said on Monday. ", 40)
	whole := Split([]Piece{{Text: text, Span: source.Span{End: len(text)}}}, For("en"))
	parts := whole.Parts(50)
	if len(parts) < 5 {
		t.Fatalf("%d parts", len(parts))
	}
	var all Text
	for _, p := range parts {
		if len(p.Words) > 50 {
			t.Errorf("a part of %d words", len(p.Words))
		}
		at := len(all.Words)
		all.Words = append(all.Words, p.Words...)
		for _, list := range []struct{ from, to *[]Extent }{{&p.Sentences, &all.Sentences}, {&p.Periods, &all.Periods}, {&p.Quotes, &all.Quotes}} {
			for _, e := range *list.from {
				*list.to = append(*list.to, Extent{e.From + at, e.To + at})
			}
		}
	}
	if !slices.Equal(all.Words, whole.Words) || !slices.Equal(all.Sentences, whole.Sentences) ||
		!slices.Equal(all.Periods, whole.Periods) || !slices.Equal(all.Quotes, whole.Quotes) {
		t.Error("the parts are not the whole")
	}
	if got := whole.Parts(len(whole.Words)); len(got) != 1 || got[0] != whole {
		t.Error("a short text is cut")
	}
}
