package clause

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// TestUnread holds that no language is read by another's rules.
func TestUnread(t *testing.T) {
	const text = "He said that will do. Er sagt: will kommen."
	p := Find(sentence.Split([]sentence.Piece{{Text: text, Span: source.Span{End: len(text)}}}, sentence.For("xx")), "xx")
	if len(p.Verbs) != 0 || len(p.Speeches) != 0 || len(p.Clauses) != 2 {
		t.Errorf("got %d verbs, %d speeches, %d clauses; want the two sentences alone", len(p.Verbs), len(p.Speeches), len(p.Clauses))
	}
	for i, c := range p.Of {
		if e := p.Clauses[c].Extent; i < e.From || i >= e.To {
			t.Errorf("word %d is not in its clause %v", i, e)
		}
	}
	if Find(sentence.Split([]sentence.Piece{{Text: text, Span: source.Span{End: len(text)}}}, sentence.For("")), "").Verbs == nil {
		t.Error("without a language it reads no English")
	}
}
