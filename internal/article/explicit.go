package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// explicit finds the events that the author wrote down as such in the prose:
// headings, list items and terms that begin with a date. A heading that is
// nothing but a year or a month gives its year to the dates below it.
func (r *reader) explicit() {
	a := r.article
	year := 0
	for i := range a.Blocks {
		b := &a.Blocks[i]
		if b.Kind != Heading && b.Kind != Item {
			continue
		}
		value, mod, n := dated(b.Words, year)
		if n == 0 {
			continue
		}
		rest, separated := afterDate(b.Words, n)
		from, _ := readDate(b.Words, year)
		if rest == len(b.Words) && b.Kind == Heading && from.grain != calendar.Day {
			year = from.year
			continue
		}
		if !separated && !(from.grain == calendar.Day && headlineLike(b.Words, rest)) {
			continue
		}
		e := Explicit{When: value, Mod: mod, Span: b.Span, Block: i, Blocks: below(a.Blocks, i)}
		e.say(b, rest, a.Blocks[i:i+e.Blocks])
		if e.Headline != "" {
			a.Events = append(a.Events, e)
		}
	}
}

// afterDate is the word after a date and the mark that separates it from what
// happened, and whether there is such a mark or nothing at all.
func afterDate(ws []sentence.Word, n int) (int, bool) {
	i := n
	for i < len(ws) && ws[i].Kind == sentence.Punct && strings.Contains(",.*", ws[i].Text) && i+1 < len(ws) && ws[i+1].Kind == sentence.Punct {
		i++
	}
	if i == len(ws) {
		return i, true
	}
	switch ws[i].Text {
	case ":", "–", "—", "|", ".", "→", "·", "--":
		return i + 1, i+1 == len(ws) || ws[i+1].Space || ws[i].Text != "."
	case "-":
		return i + 1, ws[i].Space && i+1 < len(ws) && ws[i+1].Space
	case ",":
		return i + 1, false
	}
	return i, false
}

// headlineLike reports whether what follows a day at word i may be a headline:
// it begins with a capital.
func headlineLike(ws []sentence.Word, i int) bool {
	if i >= len(ws) || ws[i].Kind != sentence.Letters {
		return false
	}
	c, _ := utf8.DecodeRuneInString(ws[i].Text)
	return unicode.IsUpper(c) && len(ws)-i >= 3
}

// below is the number of blocks from block i on that belong to the event that
// begins there: up to the next heading of its level, the next item, or the
// next block that begins with a date.
func below(bs []Block, i int) int {
	n := 1
	for j := i + 1; j < len(bs); j++ {
		b := bs[j]
		if b.Kind == Heading && (bs[i].Kind != Heading || b.Level <= bs[i].Level) || b.Kind == Item && bs[i].Kind == Item {
			break
		}
		if b.Kind == Heading || b.Kind == Item {
			if _, _, dated := dated(b.Words, 1); dated > 0 {
				break
			}
		}
		n++
	}
	return n
}

// maxHeadlineWords is the most words of a headline.
const maxHeadlineWords = 14

// say fills headline and text: the words after the date, else the first
// sentence below. An item whose words are more than a headline keeps its first
// sentence as one.
func (e *Explicit) say(b *Block, rest int, blocks []Block) {
	var text []string
	if rest < len(b.Words) {
		e.Headline = headline(b.Text, rest)
		text = append(text, b.String(sentence.Extent{From: rest, To: len(b.Words)}))
		if b.Kind == Heading || text[0] == e.Headline {
			text = nil
		}
	}
	for _, below := range blocks[1:] {
		if e.Headline == "" && len(below.Words) > 0 {
			e.Headline = headline(below.Text, 0)
		}
		text = append(text, below.String(sentence.Extent{From: 0, To: len(below.Words)}))
		e.Span = e.Span.Join(source.Span{Start: below.Start, End: below.End})
	}
	e.Text = strings.Join(text, "\n")
}

// headline is the sentence at word i, without its full stop, cut to a
// headline's length.
func headline(t *sentence.Text, i int) string {
	s := t.Sentences[t.Sentence(i)]
	s.From = i
	if s.Len() > 0 && t.Words[s.To-1].Text == "." {
		s.To--
	}
	if s.Len() <= maxHeadlineWords+4 {
		return short(t.String(s))
	}
	s.To = s.From + maxHeadlineWords
	return short(t.String(s) + "…")
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
