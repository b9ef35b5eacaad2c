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
	p := new(paragraph)
	t := &p.Text
	t.Words, t.Sentences = words, sentences(p.few[:0], words, lang)
	t.Quotes = quotes(t.Words)
	t.Periods = periods(t.Sentences, t.Quotes)
	return t
}

// paragraph is a block with room for the sentences that most have.
type paragraph struct {
	Text
	few [3]Extent
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
	return words(dst, m.Text, m.places(), lang)
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

func (m Joined) span(start, end int) source.Span { return m.places().span(start, end) }

// places turns offsets of a text, which are asked for from left to right, into
// the spans of file bytes that say it.
type places struct {
	at int // of the text, where it stands in the file as it is read
	Joined
	k int // the piece that was asked for last
}

func (m Joined) places() *places {
	p := &places{Joined: m}
	if m.starts == nil && len(m.pieces) > 0 {
		p.at = m.pieces[0].Start
	}
	return p
}

func (p *places) span(start, end int) source.Span {
	if p.starts == nil {
		return source.Span{Start: p.at + start, End: p.at + end}
	}
	return p.across(start, end)
}

// across is span where the text is made of pieces.
func (p *places) across(start, end int) source.Span {
	for p.k+1 < len(p.starts) && p.starts[p.k+1] <= start {
		p.k++
	}
	i, j := p.k, p.k
	for j+1 < len(p.starts) && p.starts[j+1] < end {
		j++
	}
	s := source.Span{Start: p.pieces[i].Start, End: p.pieces[j].End}
	if from := p.pieces[i]; len(from.Text) == from.Len() {
		s.Start = from.Start + start - p.starts[i]
	}
	if to := p.pieces[j]; len(to.Text) == to.Len() {
		s.End = to.Start + end - p.starts[j]
	}
	return s
}
