package sentence

import (
	"sort"
	"strings"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Split reads the pieces of one block. The words point into the file; they
// are ordered and disjoint except where one atomic piece holds several.
func Split(pieces []Piece, lang Language) *Text {
	if len(pieces) == 1 && len(pieces[0].Text) == pieces[0].Len() {
		return Read(Words(pieces[0].Text, pieces[0].Start, lang), lang)
	}
	m := join(pieces)
	return Read(words(make([]Word, 0, Expected(len(m.text))), m.text, m, lang), lang)
}

// Read is the block whose words have been cut already.
func Read(words []Word, lang Language) *Text {
	t := &Text{Words: words}
	t.Sentences = sentences(t.Words, lang)
	t.Quotes = quotes(t.Words)
	t.Periods = periods(t.Sentences, t.Quotes)
	return t
}

// joined is several pieces as one text.
type joined struct {
	text   string
	pieces []Piece
	starts []int // where each piece begins in text
}

func join(pieces []Piece) joined {
	m := joined{pieces: pieces, starts: make([]int, len(pieces))}
	var b strings.Builder
	for i, p := range pieces {
		m.starts[i] = b.Len()
		b.WriteString(p.Text)
	}
	m.text = b.String()
	return m
}

func (m joined) span(start, end int) source.Span {
	i := sort.SearchInts(m.starts, start+1) - 1
	j := sort.SearchInts(m.starts, end) - 1
	s := source.Span{Start: m.pieces[i].Start, End: m.pieces[j].End}
	if p := m.pieces[i]; len(p.Text) == p.Len() {
		s.Start = p.Start + start - m.starts[i]
	}
	if p := m.pieces[j]; len(p.Text) == p.Len() {
		s.End = p.Start + end - m.starts[j]
	}
	return s
}
