package event

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

func contains(list []string, s string) bool { return slices.Contains(list, s) }

// lower reports whether a word begins with a small letter.
func lower(s string) bool {
	return s != "" && (s[0]-'a' < 26 || s[0] >= utf8.RuneSelf && lowerBeyond(s))
}

// lowerBeyond is the same for letters beyond ASCII.
func lowerBeyond(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// ly reports whether a word has the ending of an adverb.
func ly(s string) bool { return len(s) > 4 && strings.HasSuffix(s, "ly") }

// lastWord is what stands behind the last space of s, or all of it.
func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// initials reports whether a word of several letters is all in capitals.
func initials(s string) bool {
	return len(s) > 1 && sentence.Capital(s) && strings.ToUpper(s) == s
}

// gerundial reports whether a word has the ending of a gerund.
func gerundial(s string) bool { return strings.HasSuffix(s, "ing") }

// capital is s with its first letter raised.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// possessive reports whether a word is the mark of a possessive.
func possessive(w *sentence.Word) bool {
	switch w.Text {
	case "'s", "’s", "'", "’":
		return true
	}
	return false
}

// empty reports whether e holds no word.
func empty(e sentence.Extent) bool { return e.From >= e.To }

func lowerText(w *sentence.Word) string { return strings.ToLower(w.Text) }
