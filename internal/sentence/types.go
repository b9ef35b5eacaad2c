// Package sentence turns text into words, sentences and quotations.
//
// What comes in is the text of one block (a paragraph, a heading) as pieces
// that say where they stand in the file; what goes out points into the file
// by byte offsets, through Markdown syntax and HTML entities alike. The words
// of a block are kept in one slice; sentences and quotations are ranges of
// it, so that no later stage scans text again.
package sentence

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Piece is text to read together with the bytes of the file that say it.
// Where len(Text) equals Span.Len() every byte stands for itself; otherwise
// the piece is atomic (an entity, a soft line break) and each part of it
// stands for the whole span.
type Piece struct {
	Text string
	source.Span
}

// Kind is the kind of a word.
type Kind uint8

const (
	Letters Kind = iota // a word, also with inner apostrophe or full stop: U.S., Sept., don't, O’Neill
	Number              // begins with a digit: 3, 3rd, 1,145, 3.5, 03.09.2025, 44bcm, 1990s
	Punct               // one punctuation mark or symbol, or a run of the same one: , . … -- $ %
	Open                // opening quotation mark
	Close               // closing quotation mark
)

// Word is one token. Text is the word as read (entities decoded); the span is
// in the file. Space says whether white space stands before it.
//
// Hyphens, dashes, slashes and colons are words of their own (mid - October,
// 10 : 30, Trump - Putin), and so is a possessive 's (Trump ’s); the missing
// Space keeps what was written together.
type Word struct {
	Text string
	source.Span
	Kind  Kind
	Space bool
	entry Entry // in the vocabulary
}

// Extent is a range of words, To exclusive, in the Words of a Text.
type Extent struct {
	From, To int
}

// Len is the number of words in e.
func (e Extent) Len() int { return e.To - e.From }

// Contains reports whether o lies wholly inside e.
func (e Extent) Contains(o Extent) bool { return e.From <= o.From && o.To <= e.To }

// Overlaps reports whether e and o share a word.
func (e Extent) Overlaps(o Extent) bool { return e.From < o.To && o.From < e.To }

// Text is one block, read. Sentences cover all words in order and without
// gaps, also inside quotations. Periods cover them likewise but keep every
// quotation whole: each is one sentence, or the run of sentences that one
// quotation joins. Quotes are ordered, include their marks, and run on over
// sentences; nested quotations are not listed.
type Text struct {
	Words     []Word
	Sentences []Extent
	Periods   []Extent
	Quotes    []Extent
}

// Span is the bytes of the file from the first word of e to the last.
func (t *Text) Span(e Extent) source.Span {
	if e.From >= e.To {
		return source.Span{}
	}
	return source.Span{Start: t.Words[e.From].Start, End: t.Words[e.To-1].End}
}

// String is the text of e as it is read: words, with one space where the
// text has white space.
func (t *Text) String(e Extent) string {
	words, n := t.Words[e.From:e.To], 0
	for i := range words {
		n += len(words[i].Text) + 1
	}
	var b strings.Builder
	b.Grow(n)
	for i := range words {
		if i > 0 && words[i].Space {
			b.WriteByte(' ')
		}
		b.WriteString(words[i].Text)
	}
	return b.String()
}

// Reads reports whether s is the text of e, as String makes it.
func (t *Text) Reads(e Extent, s string) bool {
	words := t.Words[e.From:e.To]
	for i := range words {
		if i > 0 && words[i].Space {
			if s == "" || s[0] != ' ' {
				return false
			}
			s = s[1:]
		}
		rest, ok := strings.CutPrefix(s, words[i].Text)
		if !ok {
			return false
		}
		s = rest
	}
	return s == ""
}

// Sentence is the index of the sentence that holds word i, or -1.
func (t *Text) Sentence(i int) int { return find(t.Sentences, i) }

// Period is the index of the period that holds word i, or -1.
func (t *Text) Period(i int) int { return find(t.Periods, i) }

// Quote is the index of the quotation that holds word i, or -1.
func (t *Text) Quote(i int) int { return find(t.Quotes, i) }

// find is the index of the extent that holds word i among ordered, disjoint
// extents, or -1.
func find(es []Extent, i int) int {
	if len(es) == 1 && es[0].From <= i && i < es[0].To {
		return 0 // as most paragraphs of news have one sentence
	}
	from, to := 0, len(es) // it is among these
	for from < to {
		switch k := int(uint(from+to) / 2); {
		case es[k].To <= i:
			from = k + 1
		case i < es[k].From:
			to = k
		default:
			return k
		}
	}
	return -1
}
