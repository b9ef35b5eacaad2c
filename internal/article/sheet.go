package article

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// unprinted leaves out of plain text what print put around it: lines that only
// draw a rule, which part as an empty line does; numbers of pages; and what
// stands at the head or foot of each page. What a page's end had parted goes on.
func (r *reader) unprinted(lines []line) []line {
	pages := pageNumbers(lines)
	heads := runningHeads(lines, pages)
	out, parted, turned := lines[:0], false, false
	for i, l := range lines {
		switch {
		case pages[i]:
			turned = true
			r.article.Set = append(r.article.Set, Furniture{l.Span, "page.number"})
		case heads[i]:
			turned = true
			r.article.Set = append(r.article.Set, Furniture{l.Span, "page.head"})
		case isRule(l.text):
			parted = true
		default:
			l.after = l.after || parted || turned
			if n := len(out); turned && !parted && n > 0 && goesOn(out[n-1].text, l.text) {
				l.after = false
			}
			out = append(out, l)
			parted, turned = false, false
		}
	}
	return out
}

// ruled is the fewest marks that draw a rule.
const ruled = 3

// isRule reports whether a line is a rule drawn with marks: ----, ====, * * *.
func isRule(s string) bool {
	n, first := 0, rune(0)
	for _, c := range s {
		switch {
		case c == ' ':
			continue
		case first == 0 && strings.ContainsRune("-=_*~#–—─═", c):
			first = c
		case c != first:
			return false
		}
		n++
	}
	return n >= ruled
}

// goesOn reports whether a sentence that a page's end parted goes on.
func goesOn(before, after string) bool {
	c, _ := utf8.DecodeRuneInString(after)
	return !ends(before) && unicode.IsLower(c)
}

// pageLines is how many lines a page has at least, between two numbers.
const pageLines = 5

// pageNumbers finds the lines that number pages: figures that stand alone and
// go up by one from page to page.
func pageNumbers(lines []line) map[int]bool {
	var at []int
	last := 0
	for i, l := range lines {
		n := number(strings.Trim(l.text, "- –—[]"))
		if n == 0 || n >= 1000 || len(at) > 0 && n != last+1 {
			continue
		}
		if len(at) > 0 && i-at[len(at)-1] <= pageLines {
			return nil
		}
		at, last = append(at, i), n
	}
	if len(at) < 2 {
		return nil
	}
	pages := map[int]bool{}
	for _, i := range at {
		pages[i] = true
	}
	return pages
}

// runningHeads finds the lines beside numbers of pages that stand there again
// and again, but for their figures.
func runningHeads(lines []line, pages map[int]bool) map[int]bool {
	times := map[string][]int{}
	for i, l := range lines {
		if len(l.text) > maxTitle || ends(l.text) || pages[i] || isRule(l.text) {
			continue
		}
		if pages[i-1] || pages[i+1] {
			times[withoutFigures(l.text)] = append(times[withoutFigures(l.text)], i)
		}
	}
	heads := map[int]bool{}
	for _, at := range times {
		if len(at) > 1 {
			for _, i := range at {
				heads[i] = true
			}
		}
	}
	return heads
}

// withoutFigures is s with single blanks and without figures.
func withoutFigures(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return -1
		}
		return c
	}, s)), " ")
}

// hyphenKept are the first parts of words that keep their hyphen at the end of
// a line.
var hyphenKept = sync.OnceValue(func() map[string]bool {
	files, err := fs.Glob(rules, "*/hyphens.txt")
	if err != nil {
		panic(err)
	}
	kept := map[string]bool{}
	for _, file := range files {
		b, err := rules.ReadFile(file)
		if err != nil {
			panic(err)
		}
		for line := range strings.Lines(string(b)) {
			for _, word := range strings.Fields(line) {
				kept[word] = kept[word] || !strings.HasPrefix(line, "#")
			}
		}
	}
	return kept
})

// rejoined is a span of text as pieces, without the hyphens and line ends that
// part its words: Feb-, ruary. A word that has its hyphen of its own keeps it.
func (r *reader) rejoined(s source.Span, all string) []sentence.Piece {
	var out []sentence.Piece
	at := s.Start
	for i := r.pause(s.Start, s.End, all); i < s.End; i = r.pause(i+1, s.End, all) {
		if end := r.turns(i, s.End); end > i {
			out = append(out, sentence.Piece{Text: all[at:i], Span: source.Span{Start: at, End: i}})
			at, i = end, end
			continue
		}
		if all[i] != '\n' || i < at {
			continue
		}
		end := i
		for end > at && (all[end-1] == '\r' || all[end-1] == ' ' || all[end-1] == '\t') {
			end--
		}
		next := i + 1
		for next < s.End && (all[next] == ' ' || all[next] == '\t') {
			next++
		}
		word, ok := parted(all[at:end], all[next:s.End])
		if !ok {
			continue
		}
		if !hyphenKept()[strings.ToLower(word)] {
			end--
		}
		out = append(out, sentence.Piece{Text: all[at:end], Span: source.Span{Start: at, End: end}})
		at = next
	}
	if out == nil {
		return r.one(sentence.Piece{Text: all[s.Start:s.End], Span: s})
	}
	return append(out, sentence.Piece{Text: all[at:s.End], Span: source.Span{Start: at, End: s.End}})
}

// pause is the first place of a span where it may be parted: at a line's end, or where
// something was set aside. It is end where there is none.
func (r *reader) pause(at, end int, all string) int {
	if at >= end {
		return end
	}
	next := end
	if i := strings.IndexByte(all[at:end], '\n'); i >= 0 {
		next = at + i
	}
	if i, _ := slices.BinarySearchFunc(r.article.Set, at, startsAt); i < len(r.article.Set) {
		next = min(next, r.article.Set[i].Start)
	}
	return next
}

func startsAt(f Furniture, at int) int { return f.Start - at }

// turns is where a text goes on that a page's head or number interrupts at a
// place, or 0. What interrupts it has been set aside, in order.
func (r *reader) turns(at, end int) int {
	i, found := slices.BinarySearchFunc(r.article.Set, at, startsAt)
	if !found || r.article.Set[i].End >= end {
		return 0
	}
	return r.article.Set[i].End
}

// parted is the beginning of a word that a line ends in with a hyphen and the
// next goes on with.
func parted(before, after string) (word string, ok bool) {
	head, found := strings.CutSuffix(before, "-")
	c, _ := utf8.DecodeRuneInString(after)
	if !found || !unicode.IsLower(c) {
		return "", false
	}
	i := strings.LastIndexFunc(head, func(c rune) bool { return !unicode.IsLetter(c) }) + 1
	return head[i:], i < len(head)
}
