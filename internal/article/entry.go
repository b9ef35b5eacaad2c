package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// entry is a place where an author begins what happened with its date.
type entry struct {
	as       manner
	run      int     // entries of one run are of one list: they may share a year
	block    int     // the first block of it
	blocks   int     // how many belong to it
	tells    int     // the block that tells what happened; of a row, that cell
	rest     int     // the word of that block behind the date
	from, to written // the year is 0 where the entry does not say it
	sure     bool    // a mark stands behind the date, or it is a day
	loose    bool    // it counts where its prose tells nothing of its date
}

// manner is how an entry is written.
type manner uint8

const (
	isContext manner = iota // nothing but a year or a month: what stands below is of it
	asHeading
	asItem // of a list, or a term
	asParagraph
	asRow
)

// entriesOf finds the entries of an article in order.
func entriesOf(bs []Block, data dateWords) []entry {
	var all []entry
	var above under
	level := 0 // of the heading that gives a year
	for i := 0; i < len(bs); i++ {
		if bs[i].Grid.Table > 0 {
			n := 1
			for i+n < len(bs) && bs[i+n].Grid.Table == bs[i].Grid.Table {
				n++
			}
			all = append(all, rows(bs[:i+n], i, data)...)
			i += n - 1
			continue
		}
		e, ok := begins(&bs[i], above.days[i], data)
		above.heading(bs, i, &e, data)
		if ok = ok && (e.as != isContext || e.from.year > 0); ok && e.as == isContext {
			level = bs[i].Level
		}
		if !ok && bs[i].Kind == Heading && bs[i].Level <= level {
			e, ok, level = entry{sure: true}, true, 0 // another section, which is not of that year
		}
		if ok {
			e.block, e.tells = i, i
			all = append(all, e)
		}
	}
	chronicle, items := chronicled(all, bs), 0
	for _, e := range all {
		if e.as == asItem && e.sure {
			items++
		}
	}
	all = slices.DeleteFunc(all, func(e entry) bool {
		return e.as == asParagraph && !chronicle || !e.sure && (e.as != asItem || items < series)
	})
	if len(all) == 1 && all[0].isDateline(bs) {
		return nil
	}
	for k := range all {
		e := &all[k]
		if e.as == isContext && e.from.year > 0 && bs[e.block].Kind == Heading && !heads(e.block, all[k+1:], bs) {
			e.as, e.loose = asHeading, true
		}
	}
	extend(all, bs)
	return all
}

// heads reports whether an entry stands below the heading at block i, before the
// next of its level.
func heads(i int, es []entry, bs []Block) bool {
	if len(es) == 0 {
		return false
	}
	for _, b := range bs[i+1 : es[0].block+1] {
		if b.Kind == Heading && b.Level <= bs[i].Level {
			return false
		}
	}
	return true
}

// isDateline reports whether an entry is nothing but a date above all the prose:
// the article's own, or that of what it is about.
func (e *entry) isDateline(bs []Block) bool {
	return e.as == asHeading && e.rest == len(bs[e.block].Words) &&
		!slices.ContainsFunc(bs[:e.block], func(b Block) bool { return b.Kind != Heading && ends(b.String(sentence.Extent{To: len(b.Words)})) })
}

// series is how many paragraphs that begin with a date make a chronicle.
const series = 3

// chronicled reports whether the paragraphs that begin with a date are a
// chronicle, and no scenes that are set by one: they are many, and from the
// first to the last of them every other one, or they are nothing but their date.
func chronicled(es []entry, bs []Block) bool {
	n, bare, first, last := 0, 0, -1, 0
	for _, e := range es {
		if bs[e.block].Kind != Paragraph {
			continue
		}
		if n++; first < 0 {
			first = e.block
		}
		if e.rest == len(bs[e.block].Words) {
			bare++
		}
		last = e.block
	}
	if n < series {
		return false
	}
	all := 0
	for _, b := range bs[first : last+1] {
		if b.Kind == Paragraph {
			all++
		}
	}
	return 2*n >= all || bare >= series
}

// begins reads the date at the beginning of a block, where it stands for an
// entry and not in its first sentence. Where no date begins it, it may be a day
// alone, of the month above.
func begins(b *Block, alone stretch, data dateWords) (entry, bool) {
	e := entry{}
	switch b.Kind {
	case Heading:
		e.as = asHeading
	case Item:
		e.as = asItem
	case Paragraph:
		e.as = asParagraph
	default:
		return e, false
	}
	e.from, e.to = readSpan(b.Words, data)
	isAlone := e.from.grain == calendar.None
	if isAlone {
		e.from, e.to = alone.from, alone.to
	}
	if e.from.grain == calendar.None {
		return e, false
	}
	separated := false
	e.rest, separated = afterDate(b.Words, e.to.to)
	e.loose = e.as == asParagraph && !(isAlone && separated)
	if next, _ := readSpan(b.Words[e.rest:], data); isClock(b.Words, e.rest) || next.grain == calendar.Day {
		return e, false // a stamp: when something was written
	}
	bare := e.rest == len(b.Words)
	if bare && e.from.grain != calendar.Day && e.as != asItem {
		e.as, e.sure = isContext, true
		return e, true
	}
	if bare && e.as == asParagraph && e.from.year == 0 {
		return e, false
	}
	if rest := b.Words[e.rest:]; lettered(rest) < few && slices.ContainsFunc(rest, func(w sentence.Word) bool { return w.Kind == sentence.Number }) {
		e.loose = true // a figure of that year, unless it is told as an act
	}
	e.sure = separated || isAlone || e.as != asParagraph && e.from.grain == calendar.Day && headlineLike(b.Words, e.rest)
	return e, e.sure || e.as == asItem && e.from.year > 0 && headlineLike(b.Words, e.rest)
}

// few is of how many words fewer are a figure with its unit: 3.4 billion pesos.
const few = 3

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
	case ":", ";", "–", "—", "|", ".", "→", "·", "--":
		return i + 1, i+1 == len(ws) || ws[i+1].Space || ws[i].Text != "."
	case "-":
		return i + 1, ws[i].Space && i+1 < len(ws) && ws[i+1].Space
	case ",":
		return i + 1, false
	}
	return i, false
}

// isClock reports whether a time of day stands at word i: 7:46.
func isClock(ws []sentence.Word, i int) bool {
	return i+2 < len(ws) && number(ws[i].Text) < 24 && ws[i].Kind == sentence.Number && ws[i+1].Text == ":" && !ws[i+2].Space && ws[i+2].Kind == sentence.Number
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

// extend gives each entry the blocks that belong to it: up to the next entry or
// the next heading of its level, and of an item what stands in it. The last paragraph of a
// chronicle takes none, for what follows may be of the article again, unless
// it is nothing but its date.
func extend(es []entry, bs []Block) {
	runs := 0
	for k := range es {
		e := &es[k]
		if e.run = runs; k > 0 && (e.as != es[k-1].as || e.as == asRow && bs[e.block].Grid.Table != bs[es[k-1].block].Grid.Table) {
			runs++
			e.run = runs
		}
		if e.as == asRow {
			continue
		}
		to := len(bs)
		if k+1 < len(es) {
			to = es[k+1].block
		}
		if e.as == asParagraph && (k+1 == len(es) || es[k+1].as != asParagraph) {
			own := 1
			if e.rest == len(bs[e.block].Words) {
				own = 2
			}
			to = min(e.block+own, to)
		}
		e.blocks = 1
		for _, b := range bs[e.block+1 : to] {
			if b.Grid.Table > 0 || b.Kind == Heading && (e.as != asHeading || b.Level <= bs[e.block].Level) || e.as == asItem && b.Item != bs[e.block].Item {
				break
			}
			e.blocks++
		}
	}
}
