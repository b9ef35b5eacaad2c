package timex

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Text finds the time expressions of a plain text. Each line is a passage;
// nothing is set aside. Spans are bytes of the text.
func Text(text string, dct calendar.Date, language string) []Expr {
	return Find(Document{DCT: dct, Language: language, Passages: Passages(text, language)})
}

// Passages cuts a plain text at blank lines and at line breaks after which a
// sentence can begin; a line that was only folded is read on.
func Passages(text, language string) []Passage {
	lang := sentence.For(language)
	var out []Passage
	for at := 0; at < len(text); {
		n := block(text[at:])
		if s := text[at : at+n]; strings.TrimSpace(s) != "" {
			piece := sentence.Piece{Text: s, Span: source.Span{Start: at, End: at + n}}
			t := sentence.Split([]sentence.Piece{piece}, lang)
			out = append(out, Passage{Text: t, Clauses: clause.Find(t, language), Heading: heading(t)})
		}
		at += n
	}
	return out
}

// longest is how many words a heading has at most.
const longest = 16

// heading reports whether a block reads as one: short, and not ended as a
// sentence is.
func heading(t *sentence.Text) bool {
	n := len(t.Words)
	return n > 0 && n <= longest && len(t.Sentences) == 1 && t.Words[n-1].Kind != sentence.Close &&
		!strings.ContainsAny(t.Words[n-1].Text, ".!?;,…")
}

// block is the length of the first block of s, its line break included.
func block(s string) int {
	at := 0
	for {
		i := strings.IndexByte(s[at:], '\n')
		if i < 0 {
			return len(s)
		}
		at += i + 1
		if !folded(s[:at-1], s[at:]) {
			return at
		}
	}
}

// full is how many bytes a line has at least that was folded for its length.
const full = 50

// folded reports whether the line break between before and after is one that
// only fits a paragraph to a page: after a long line that ends no sentence,
// or before a word that goes on in lower case.
func folded(before, after string) bool {
	before = strings.TrimRight(before[strings.LastIndexByte(before, '\n')+1:], " \t\r")
	if before == "" || after == "" || after[0] == '\n' || after[0] == '\r' {
		return false
	}
	if strings.ContainsRune(".!?:", rune(before[len(before)-1])) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(after)
	return len(before) >= full || unicode.IsLower(r)
}
