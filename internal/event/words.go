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
	if s != "" && s[0] < utf8.RuneSelf {
		return 'a' <= s[0] && s[0] <= 'z'
	}
	return begins(s, unicode.IsLower)
}

// upper reports whether a word begins with a capital.
func upper(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf {
		return 'A' <= s[0] && s[0] <= 'Z'
	}
	return begins(s, unicode.IsUpper)
}

// begins reports whether the first letter of a word is of a kind.
func begins(s string, kind func(rune) bool) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return kind(r)
}

// ly reports whether a word has the ending of an adverb.
func ly(s string) bool { return len(s) > 4 && strings.HasSuffix(s, "ly") }

// gerundial reports whether a word has the ending of a gerund.
func gerundial(s string) bool { return strings.HasSuffix(s, "ing") }

// capital is s with its first letter raised.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// possessive reports whether a word is the mark of a possessive.
func possessive(w sentence.Word) bool {
	switch w.Text {
	case "'s", "’s", "'", "’":
		return true
	}
	return false
}

// empty reports whether e holds no word.
func empty(e sentence.Extent) bool { return e.From >= e.To }

func lowerText(w sentence.Word) string { return strings.ToLower(w.Text) }
