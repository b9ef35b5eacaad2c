package article

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// explicit finds the events that the author wrote down as such in the prose:
// headings, list items, terms, paragraphs of a chronicle and rows of a table
// that begin with a date.
func (r *reader) explicit() {
	a := r.article
	entries := entriesOf(a.Blocks, dateWordsOf(r.language))
	reckon(entries, a.DCT)
	for i := range entries {
		n := &entries[i]
		value, ok := n.value()
		if !ok || n.as == isContext || n.isSection(a.Blocks) {
			continue
		}
		e := Explicit{When: value, Mod: n.from.mod, Span: a.Blocks[n.block].Span, Block: n.block, Blocks: n.blocks, Tells: n.tells, From: n.rest, Loose: n.loose}
		e.say(a.Blocks[n.block:n.block+n.blocks], n)
		if e.Headline != "" || e.Text != "" {
			a.Events = append(a.Events, e)
		}
	}
}

// longest is how many sentences below a mere date, or of a paragraph, tell one
// event.
const longest = 2

// isSection reports whether an entry is a date above, or before, more than one
// event takes: the prose of a day, which is read as such.
func (n *entry) isSection(bs []Block) bool {
	if n.as != asParagraph && n.rest < len(bs[n.tells].Words) {
		return false
	}
	told := 0
	for _, b := range bs[n.block : n.block+n.blocks] {
		told += len(b.Sentences)
	}
	if n.rest == len(bs[n.tells].Words) {
		told -= len(bs[n.tells].Sentences)
	}
	return told > longest
}

// value is the date of an entry as TIMEX3 spells it, or a range.
func (n *entry) value() (string, bool) {
	a, b := n.from.date(), n.to.date()
	switch {
	case !a.Known() || !b.Known():
		return "", false
	case a == b:
		return iso(a), true
	}
	r := calendar.Between(a, b)
	return r.String(), r.Known() && !b.Before(a)
}

// maxHeadlineWords is the most words of a headline.
const maxHeadlineWords = 14

// say fills headline and text: the words after the date, else the first
// sentence below. An item whose words are more than a headline keeps its first
// sentence as one.
func (e *Explicit) say(blocks []Block, n *entry) {
	var text []string
	first, below := &blocks[n.tells-n.block], blocks[n.tells-n.block+1:]
	e.Span = e.Span.Join(first.Span)
	if n.rest < len(first.Words) {
		e.Headline, e.Prose = headline(first.Text, n.rest)
		text = append(text, first.String(sentence.Extent{From: n.rest, To: len(first.Words)}))
		if first.Kind == Heading || text[0] == e.Headline {
			text = nil
		}
	}
	for i := range below {
		b := &below[i]
		if b.Grid.Column != first.Grid.Column {
			continue // another cell of the row
		}
		if e.Headline == "" && len(b.Words) > 0 {
			e.Headline, _ = headline(b.Text, 0)
			e.Prose = true
		}
		text = append(text, b.String(sentence.Extent{From: 0, To: len(b.Words)}))
		e.Span = e.Span.Join(source.Span{Start: b.Start, End: b.End})
	}
	e.Text = strings.Join(text, "\n")
}

// headline is the sentence at word i, without its full stop, cut to a
// headline's length, and whether it was.
func headline(t *sentence.Text, i int) (line string, cut bool) {
	s := t.Sentences[t.Sentence(i)]
	s.From = i
	if s.Len() > 0 && t.Words[s.To-1].Text == "." {
		s.To--
	}
	if s.Len() <= maxHeadlineWords+4 {
		return short(t.String(s)), false
	}
	s.To = s.From + maxHeadlineWords
	return short(t.String(s) + "…"), true
}

// maxHeadline bounds the characters of a headline: a text without spaces is
// one word.
const maxHeadline = 300

// short is s, cut where it is too long for a headline.
func short(s string) string {
	if r := []rune(s); len(r) > maxHeadline {
		return string(r[:maxHeadline]) + "…"
	}
	return s
}
