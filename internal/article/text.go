package article

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// line is one line of plain text, without the white space around it.
type line struct {
	source.Span
	text  string
	after bool // an empty line stands before it

	written calendar.Date // the day of the message within that it stands in; unknown for none
}

// lines reads plain text, all of the file. Empty lines separate paragraphs; where lines are
// longer than a screen each is a paragraph; lines that were wrapped by hand
// are joined. A span of several lines is one piece: a line break is white
// space.
func (r *reader) lines(all string) {
	lines := r.unprinted(r.unquoted(r.filled(all)))
	r.sortSet()
	r.parts = slices.Grow(r.parts, len(lines))
	for i := 0; i < len(lines); {
		j := i + 1
		for j < len(lines) && !lines[j].after {
			j++
		}
		r.chunk(lines[i:j], all)
		i = j
	}
	r.headings()
}

// sortSet puts what was set aside in the order of the file, in which turns looks for it.
func (r *reader) sortSet() {
	slices.SortStableFunc(r.article.Set, func(a, b Furniture) int { return a.Start - b.Start })
}

// filled are the lines of the body that hold anything, parts of all.
func (r *reader) filled(all string) []line {
	out := make([]line, 0, bytes.Count(r.Bytes[r.start:], []byte{'\n'})+1)
	empty := true
	for i := r.start; i < len(r.Bytes); {
		end := nextLine(r.Bytes, i)
		text := all[i:end]
		lead := len(text) - len(strings.TrimLeftFunc(text, unicode.IsSpace))
		text = strings.TrimSpace(text)
		if text == "" {
			empty = true
		} else {
			out = append(out, line{Span: source.Span{Start: i + lead, End: i + lead + len(text)}, text: text, after: empty})
			empty = false
		}
		i = end
	}
	return out
}

// chunk reads lines between empty ones.
func (r *reader) chunk(lines []line, all string) {
	if r.pasted(lines, all) {
		return
	}
	if r.columned(lines) {
		return
	}
	entered, broken := enteredLines(lines), wrapped(lines)
	from := 0
	for i := 1; i <= len(lines); i++ {
		if i < len(lines) && broken && marker(lines[i].text) == 0 && !entered[i] {
			continue
		}
		r.paragraph(lines[from].Join(lines[i-1].Span), all)
		p := &r.parts[len(r.parts)-1]
		p.written = lines[from].written
		if entered[from] && p.kind == Paragraph {
			r.items++
			p.kind, p.item = Item, r.items // of a list, though no mark says so
		}
		from = i
	}
}

// enteredLines are the lines that begin an entry of a chronicle: with a date and a
// mark behind it. Fewer than a series of them are prose that was broken before a date.
func enteredLines(lines []line) map[int]bool {
	if len(lines) < series {
		return nil
	}
	out := map[int]bool{}
	for i, l := range lines {
		if beginsEntry(l.text[:min(len(l.text), entryHead)]) {
			out[i] = true
		}
	}
	if len(out) < series {
		return nil
	}
	return out
}

// beginsEntry reports whether the head of a line begins with a date and a mark behind it.
// It looks at the first word before it cuts the others: that has a figure, or is a word of
// dates.
func beginsEntry(head string) bool {
	first := strings.TrimLeft(head, "@ ")
	if i := strings.IndexFunc(first, func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) }); i >= 0 {
		first = first[:i]
	}
	figure, word := strings.ContainsFunc(first, unicode.IsDigit), sentence.Word{}.Reworded(first)
	for _, language := range dateLanguages() {
		data := datesIn()[language]
		if !figure && data.Get(&word) == nil {
			continue
		}
		ws := sentence.Words(head, 0, sentence.For(language))
		from, to := readSpan(ws, data)
		if _, marked := afterDate(ws, to.to); from.grain != calendar.None && to.to < len(ws) && marked {
			return true
		}
	}
	return false
}

// entryHead is how many bytes of a line are looked at for the date that it begins with.
const entryHead = 60

// widest is the longest line, in characters, that a hand or an old mail
// program wraps to.
const widest = 100

// wrapped reports whether lines are one text broken to a width: no line could
// have taken in the first word of the next one, or a line goes on in small
// letters.
func wrapped(lines []line) bool {
	width := 0
	for _, l := range lines {
		if len(lines) < 2 || width > widest {
			return false
		}
		width = max(width, utf8.RuneCountInString(l.text))
	}
	if width > widest {
		return false
	}
	full, flows := 0, 0
	for i, l := range lines[1:] {
		before := lines[i]
		first, _, _ := strings.Cut(l.text, " ")
		if utf8.RuneCountInString(before.text)+1+utf8.RuneCountInString(first) > width-6 {
			full++
		}
		c, _ := utf8.DecodeRuneInString(l.text)
		if unicode.IsLower(c) && !strings.ContainsRune(".!?:…", rune(before.text[len(before.text)-1])) {
			flows++
		}
	}
	return width >= 40 && 5*full >= 4*(len(lines)-1) || flows > 0
}

// paragraph adds a part for a span of all the text; a list's marker is left out.
func (r *reader) paragraph(s source.Span, all string) {
	p := part{kind: Paragraph, span: s}
	if n := marker(all[s.Start:s.End]); n > 0 {
		r.items++
		p.kind, p.item, p.number = Item, r.items, number(strings.TrimRight(all[s.Start:s.Start+n], ".) "))
		s.Start += n
		p.span = s
	}
	p.pieces = r.rejoined(s, all)
	r.parts = append(r.parts, p)
}

// together is how many pieces of parts that have one stand in a slice.
const together = 32

// one is a piece by itself. Many share a slice.
func (r *reader) one(p sentence.Piece) []sentence.Piece {
	if len(r.ones) == cap(r.ones) {
		r.ones = make([]sentence.Piece, 0, together)
	}
	n := len(r.ones)
	r.ones = append(r.ones, p)
	return r.ones[n : n+1 : n+1]
}

// marker is the length of the mark that makes s a list item, or 0.
func marker(s string) int {
	for _, m := range []string{"- ", "* ", "• ", "– ", "· ", "‣ ", "▪ "} {
		if strings.HasPrefix(s, m) {
			return len(m) + len(s[len(m):]) - len(strings.TrimLeft(s[len(m):], " \t"))
		}
	}
	n := 0
	for n < len(s) && n < 3 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n > 0 && n+1 < len(s) && (s[n] == ')' || s[n] == '.' && n < 3) && s[n+1] == ' ' {
		return n + 2
	}
	return 0
}
