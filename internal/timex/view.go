package timex

import (
	"slices"
	"strings"
	"sync"

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
	own   []sentence.Word // for words that are not those of the passage
}

// buffers are those of one Find, kept for the next.
type buffers struct {
	view  view
	found []core
}

// spare is true because what buffers hold is begun anew.
var spare = sync.Pool{New: func() any { return new(buffers) }}

// close gives b back.
func (b *buffers) close() {
	if cap(b.view.at) <= roomy && cap(b.found) <= roomy/often {
		b.view.words = nil
		clear(b.found)
		spare.Put(b)
	}
}

// roomy is how many words a text has at most whose buffers are kept.
const roomy = 1 << 14

// read fills v from the words of a passage.
func (v *view) read(ws []sentence.Word, lang *language) {
	v.at, v.own = slices.Grow(v.at[:0], len(ws)+1), v.own[:0]
	done := 0 // the words before it are in own
	for i := 0; i < len(ws); {
		v.at = append(v.at, i)
		if !lang.counts(&ws[i]) {
			i++
			continue
		}
		w, n := lang.number(ws[i:])
		if n == 0 && lang.decadeAt(ws, i) {
			n, w = 2, w.Reworded(w.Text+lang.words.decades[0])
			w.End = ws[i+1].End
		}
		if n > 0 {
			v.own = append(append(v.own, ws[done:i]...), w)
			done = i + n
		}
		i += max(n, 1)
	}
	v.at, v.words = append(v.at, len(ws)), ws
	if done > 0 {
		v.own = append(v.own, ws[done:]...)
		v.words = v.own
	}
}

// counts reports whether a number, or the note of an editor, may begin with w.
func (l *language) counts(w *sentence.Word) bool {
	switch w.Kind {
	case sentence.Letters:
		return l.spells.may(w.Text)
	case sentence.Punct:
		return w.Text == "["
	}
	return w.Kind == sentence.Number
}

// number is the number, or the note of an editor, that ws begins with, as one
// word, and how many words it takes; 0 where it is one word as it is.
func (l *language) number(ws []sentence.Word) (sentence.Word, int) {
	inside := bracketed(ws)
	if !inside && (ws[0].Kind == sentence.Punct || !l.counts(&ws[0])) {
		return ws[0], 0
	}
	w, from, n := ws[0], ws, 0
	if inside {
		w, from, n = ws[1], ws[1:2], 3
		w.Start, w.Space = ws[0].Start, ws[0].Space
	}
	if w.Kind == sentence.Letters && l.spells.may(w.Text) {
		if k, text := spelled(from, l.words); k > 0 {
			n = max(k, n)
			w.Kind = sentence.Number
			if text != "" {
				w = w.Reworded(text)
			}
		}
	}
	if w.Kind == sentence.Number {
		rest := ws[max(n, 1):]
		if k, text := suffixed(rest, w, l.words); k > 0 {
			n = max(n, 1) + k
			w = w.Reworded(text)
		} else if k, text := fraction(rest, w.Text, l.words); k > 0 {
			n = max(n, 1) + k
			w = w.Reworded(text)
		}
	}
	w.End = ws[max(n, 1)-1].End
	return w, n
}

// decadeAt reports whether the number at word i and the genitive behind it are a
// decade, as some papers write it: the 1990's, in the '60's. Before a noun, and
// without an article, they are a year: 1990's harvest.
func (l *language) decadeAt(ws []sentence.Word, i int) bool {
	w := ws[i]
	if len(l.words.decades) == 0 || i+1 == len(ws) || ws[i+1].Space || !l.in("possessive", ws[i+1]) {
		return false
	}
	if !isDigits(w, 2, 4) || len(w.Text) == 3 || w.Text[len(w.Text)-1] != '0' {
		return false
	}
	return i+2 == len(ws) || ws[i+2].Kind != sentence.Letters || i > 0 && l.in("decadelead", ws[i-1]) || l.in("clear", ws[i+2])
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
