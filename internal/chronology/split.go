package chronology

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// split cuts a sentence into words: letters and digits, with what binds them
// inside (full-scale, U.S., 1,500, O'Brien). A possessive 's is left out.
// They are added to out.
func split(out []word, s string) []word {
	c := cutter{text: s, start: true}
	for w, ok := c.next(); ok; w, ok = c.next() {
		out = append(out, w)
	}
	return out
}

// cutter cuts a sentence into words, one at a time.
type cutter struct {
	text   string
	at     int
	start  bool // as of the next word
	before rune // likewise
}

// next is the next word, false where there is none.
func (c *cutter) next() (w word, ok bool) {
	for c.at < len(c.text) {
		r, n := rune(c.text[c.at]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(c.text[c.at:])
		}
		if !alphanumeric(r) {
			c.pass(r)
			c.at += n
			continue
		}
		from := c.at
		c.at = end(c.text, from)
		w = word{text: possessor(c.text[from:c.at]), start: c.start, before: c.before}
		if w.after = utf8.RuneError; c.at < len(c.text) {
			w.after, _ = utf8.DecodeRuneInString(c.text[c.at:])
		}
		c.start, c.before = false, 0
		return w, true
	}
	return word{}, false
}

// pass notes a character between words.
func (c *cutter) pass(r rune) {
	switch r {
	case ' ':
		return
	case '.', '!', '?', ':', '“', '"':
		c.start = true
	}
	if !unicode.IsSpace(r) {
		c.before = r
	}
}

// possessor is a word without a possessive 's.
func possessor(word string) string {
	if n := len(word); n == 0 || word[n-1] != 's' {
		return word
	}
	return strings.TrimSuffix(strings.TrimSuffix(word, "'s"), "’s")
}

// end is where the word that begins at i ends.
func end(s string, i int) int {
	for i < len(s) {
		if r := rune(s[i]); r < utf8.RuneSelf && alphanumeric(r) {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r >= utf8.RuneSelf && (alphanumeric(r) || unicode.IsMark(r)) {
			i += n
			continue
		}
		if r == ' ' || !binds(r) {
			break
		}
		if next, _ := utf8.DecodeRuneInString(s[i+n:]); !alphanumeric(next) {
			break
		}
		i += n
	}
	return i
}

// binds reports whether a character between letters parts no words.
func binds(r rune) bool {
	switch r {
	case '-', '\'', '’', '.', ',':
		return true
	}
	return false
}

// alphanumeric reports whether a character is a letter or digit; those of
// ASCII are most.
func alphanumeric(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}
