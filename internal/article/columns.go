package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/source"
)

// columnGap is the blanks between two columns of print, at least.
const columnGap = "   "

// columnLines and columnWords are how many lines stand side by side at least, and how
// many words a line of a column has at least, on average.
const (
	columnLines = 3
	columnWords = 3
)

// columned reports whether lines are prose in two columns side by side, as a page of
// print gives them: read across, they say what nobody has written. All have a gap at one
// place, words on both sides of it, and lines go on in small letters. A table has no such
// lines. Once a text has shown its columns, fewer lines do.
func (r *reader) columned(lines []line) bool {
	at, split, words, flows := r.column, 0, 0, false
	for i, l := range lines {
		k := strings.Index(l.text, columnGap)
		if k < 0 {
			continue
		}
		right := strings.TrimLeft(l.text[k:], " ")
		place := utf8.RuneCountInString(l.text) - utf8.RuneCountInString(right)
		if strings.Contains(right, columnGap) || at > 0 && place != at {
			return false
		}
		at = place
		split++
		for _, s := range [2]string{l.text[:k], right} {
			words += len(strings.Fields(s))
			c, _ := utf8.DecodeRuneInString(s)
			flows = flows || i > 0 && unicode.IsLower(c)
		}
	}
	if r.column == 0 && (split < columnLines || !flows || words < 2*columnWords*split) || 5*split < 4*len(lines) || split == 0 {
		return false
	}
	if r.column == 0 {
		s := lines[0].Span
		r.warn(source.Span{Start: s.Start, End: s.Start}, "text in two columns side by side is left out", "put one column below the other")
	}
	r.column = at
	r.article.Set = append(r.article.Set, Furniture{lines[0].Join(lines[len(lines)-1].Span), "columns"})
	r.sortSet()
	return true
}
