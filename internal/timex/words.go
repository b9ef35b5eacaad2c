package timex

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// meaning is one class that a word stands in, with its value there.
type meaning struct {
	class string
	value string
	n     int // value as a number, where it is one
	mark  mark
}

// lexicon is the words of a language, lower case, with what they may mean.
type lexicon struct {
	words   map[string][]meaning
	list    *phrase.Dict[[]meaning] // the same
	phrases []numberPhrase
	// halves are the ways to say "and a half" after a number.
	halves [][]string
	// endings are what unknown words are by their ending; a verb's tense.
	endings map[string]string
	ends    [256]uint64 // last byte → the lengths of the endings that have it, one bit each
	// ordinals, decades and cardinals are what is written behind digits,
	// glued or with a hyphen: 3rd, 1990s. The first of each is how view
	// writes it.
	ordinals, decades, cardinals []string
	comma                        bool // 2,5 is two and a half
}

// numberPhrase is several words that say a number together: half a dozen.
type numberPhrase struct {
	words []string
	n     int
}

// mark is how a word is to be written to mean what it says.
type mark uint8

const (
	anyCase mark = iota
	capital      // ^Mon: with a capital
	small        // ~марта: without one
)

// readWords reads lines "class [class …]: word|word=value …".
func readWords(path, s string, lang sentence.Language) (*lexicon, []phrase.Rule, error) {
	lex := &lexicon{words: map[string][]meaning{}, endings: map[string]string{}}
	var rules []phrase.Rule
	n := 0
	for line := range strings.Lines(s) {
		n++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		head, list, ok := strings.Cut(line, ":")
		if !ok {
			return nil, nil, fmt.Errorf("%s:%d:1: no colon after the classes; write class: word=value", path, n)
		}
		for _, class := range strings.Fields(head) {
			var say []string
			for _, entry := range strings.Fields(list) {
				words, value, _ := strings.Cut(entry, "=")
				for w := range strings.SplitSeq(words, "|") {
					if lex.affix(class, w, value) {
						continue
					}
					bare := strings.TrimLeft(w, "^~")
					m := meaning{class: class, value: value, mark: marks[w[:len(w)-len(bare)]]}
					m.n, _ = strconv.Atoi(value)
					key := strings.ToLower(bare)
					lex.words[key] = append(lex.words[key], m)
					if len(sentence.Words(bare, 0, lang)) != 1 {
						continue // an abbreviation that the language does not know as one
					}
					say = append(say, bare)
				}
			}
			if len(say) == 0 {
				continue
			}
			rules = append(rules, phrase.Rule{
				Name: fmt.Sprintf("%s.%d", class, n), File: path, Line: n,
				Attrs: phrase.Attrs{{Key: "class", Value: class}}, Say: []string{strings.Join(say, "|")},
			})
		}
	}
	lex.list = phrase.NewDict(lex.words)
	return lex, rules, nil
}

var marks = map[string]mark{"^": capital, "~": small}

// affix takes an entry of a class that holds parts of words or phrases.
func (l *lexicon) affix(class, w, value string) bool {
	switch class {
	case "ending":
		l.endings[w] = value
		l.ends[w[len(w)-1]] |= 1 << (len(w) & 63)
	case "decimal":
		l.comma = w == ","
	case "numberphrase":
		n, _ := strconv.Atoi(value)
		l.phrases = append(l.phrases, numberPhrase{strings.Split(w, "_"), n})
	case "andahalf":
		l.halves = append(l.halves, strings.Split(w, "_"))
	case "ordinalsuffix":
		l.ordinals = append(l.ordinals, w)
	case "decadesuffix":
		l.decades = append(l.decades, w)
	case "cardinalsuffix":
		l.cardinals = append(l.cardinals, w)
	default:
		return false
	}
	return true
}

// stem is how many letters stand before a known ending at least.
const stem = 3

// ending is what a word is by its longest known ending, if enough is left
// before it.
func (l *lexicon) ending(w string) (string, bool) {
	n, lengths := 0, l.ends[w[len(w)-1]]
	for i := range w {
		if lengths>>((len(w)-i)&63)&1 == 0 {
			n++
			continue
		}
		if v, ok := l.endings[w[i:]]; ok && n > 0 {
			return v, n >= stem
		}
		n++
	}
	return "", false
}

// get is what word w means in class, or false.
func (l *lexicon) get(class string, w sentence.Word) (meaning, bool) {
	for _, m := range l.of(&w) {
		if m.class == class {
			return m, true
		}
	}
	return meaning{}, false
}

// named is what a word by its text means in class, or false.
func (l *lexicon) named(class, text string) (meaning, bool) {
	return l.get(class, sentence.Word{Text: text})
}

// of is all that a word may mean.
func (l *lexicon) of(w *sentence.Word) []meaning {
	if ms := l.list.Get(w); ms != nil {
		return *ms
	}
	return nil
}
