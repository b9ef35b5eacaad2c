package sentence

import (
	"sort"
	"strings"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Split reads the pieces of one block. The words point into the file; they
// are ordered and disjoint except where one atomic piece holds several.
func Split(pieces []Piece, lang Language) *Text {
	m := Join(pieces)
	return Read(m.AppendWords(make([]Word, 0, Expected(len(m.Text))), lang), lang)
}

// Read is the block whose words have been cut already.
func Read(words []Word, lang Language) *Text {
	t := &Text{Words: words}
	t.Sentences = sentences(t.Words, lang)
	t.Quotes = quotes(t.Words)
	t.Periods = periods(t.Sentences, t.Quotes)
	return t
}

// Joined is the pieces of one block as one text.
type Joined struct {
	Text   string
	pieces []Piece
	starts []int // where each piece begins in Text; nil where one piece is the text
}

// Join joins pieces. Nothing is copied where there is one.
func Join(pieces []Piece) Joined {
	if len(pieces) == 1 && len(pieces[0].Text) == pieces[0].Len() {
		return Joined{Text: pieces[0].Text, pieces: pieces}
	}
	m := Joined{pieces: pieces, starts: make([]int, len(pieces))}
	n := 0
	for i, p := range pieces {
		m.starts[i] = n
		n += len(p.Text)
	}
	var b strings.Builder
	b.Grow(n)
	for _, p := range pieces {
		b.WriteString(p.Text)
	}
	m.Text = b.String()
	return m
}

// AppendWords appends to dst the words of the text.
func (m Joined) AppendWords(dst []Word, lang Language) []Word {
	if m.starts == nil && len(m.pieces) == 1 {
		return words(dst, m.Text, identity(m.pieces[0].Start), lang)
	}
	return words(dst, m.Text, m, lang)
}

// At is where the file says what stands at an offset of the text.
func (m Joined) At(offset int) int { return m.span(offset, offset+1).Start }

// Offset is where the text has what stands at a place of the file.
func (m Joined) Offset(at int) int {
	i := max(sort.Search(len(m.pieces), func(i int) bool { return m.pieces[i].Start > at })-1, 0)
	p, start := m.pieces[i], 0
	if m.starts != nil {
		start = m.starts[i]
	}
	if len(p.Text) == p.Len() {
		start += at - p.Start
	}
	return start
}

func (m Joined) span(start, end int) source.Span {
	if m.starts == nil {
		return identity(m.pieces[0].Start).span(start, end)
	}
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
