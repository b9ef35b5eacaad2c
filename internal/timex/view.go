package timex

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// view is the words of a passage with each number as one word: "twenty-five"
// is a Number "25", "two and a half" is "2.5"; a suffix behind a hyphen is glued
// to its number. at says at which word of the
// passage each begins; it has one more entry, for the end.
type view struct {
	words []sentence.Word
	at    []int
}

// read fills v from the words of a passage.
func (v *view) read(ws []sentence.Word, lang *language) {
	lex := lang.words
	v.words, v.at = v.words[:0], v.at[:0]
	for i := 0; i < len(ws); {
		w := ws[i]
		n := 1
		inside := bracketed(ws[i:])
		if inside {
			w, n = ws[i+1], 3
			w.Start, w.Space = ws[i].Start, ws[i].Space
		}
		if w.Kind == sentence.Letters && lang.spells.may(w.Text) {
			from := ws[i:]
			if inside {
				from = ws[i+1 : i+2]
			}
			if k, text := spelled(from, lex); k > 0 {
				n = max(k, n)
				w.Kind = sentence.Number
				if text != "" {
					w = w.Reworded(text)
				}
			}
		}
		if w.Kind == sentence.Number {
			if k, text := suffixed(ws[i+n:], w, lex); k > 0 {
				n += k
				w = w.Reworded(text)
			} else if k, text := fraction(ws[i+n:], w.Text, lex); k > 0 {
				n += k
				w = w.Reworded(text)
			}
		}
		w.End = ws[i+n-1].End
		v.words = append(v.words, w)
		v.at = append(v.at, i)
		i += n
	}
	v.at = append(v.at, len(ws))
}

// bracketed reports whether ws begins with one word that an editor has put in
// brackets: “[Ten] years ago”. A number there is a note.
func bracketed(ws []sentence.Word) bool {
	return ws[0].Kind == sentence.Punct && ws[0].Text == "[" && len(ws) > 2 && ws[1].Kind == sentence.Letters && ws[2].Text == "]"
}

// spelling tells by first letter, length and a sieve which words cannot begin a
// number in words; most cannot, and are not looked up.
type spelling struct {
	lengths [256]uint32
	sieve   phrase.Sieve
}

func (s *spelling) add(word string) {
	s.lengths[word[0]] |= 1 << min(len(word), 31)
	s.lengths[strings.ToUpper(word)[0]] |= 1 << min(len(word), 31)
	s.sieve.Add(word)
}

func (s *spelling) may(word string) bool {
	return s.lengths[word[0]]&(1<<min(len(word), 31)) != 0 && s.sieve.Passes(word)
}
