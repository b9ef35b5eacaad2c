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
	n     int  // value as a number, where it is one
	cased bool // only where written with a capital
}

// lexicon is the words of a language, lower case, with what they may mean.
type lexicon map[string][]meaning

// readWords reads lines "class [class …]: word|word=value …".
func readWords(path, s string, lang sentence.Language) (lexicon, []phrase.Rule, error) {
	lex := lexicon{}
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
					bare := strings.TrimPrefix(w, "^")
					m := meaning{class: class, value: value, cased: bare != w}
					m.n, _ = strconv.Atoi(value)
					key := strings.ToLower(bare)
					lex[key] = append(lex[key], m)
					if len(sentence.Words(bare, 0, lang)) != 1 {
						continue // an abbreviation that the language does not know as one
					}
					say = append(say, bare)
				}
			}
			rules = append(rules, phrase.Rule{
				Name: fmt.Sprintf("%s.%d", class, n), File: path, Line: n,
				Attrs: phrase.Attrs{{Key: "class", Value: class}}, Say: []string{strings.Join(say, "|")},
			})
		}
	}
	return lex, rules, nil
}

// get is what word w means in class, or false.
func (l lexicon) get(class string, w sentence.Word) (meaning, bool) {
	return l.named(class, w.Text)
}

// named is what a word by its text means in class, or false.
func (l lexicon) named(class, text string) (meaning, bool) {
	for _, m := range l.of(text) {
		if m.class == class {
			return m, true
		}
	}
	return meaning{}, false
}

// of is all that a word may mean.
func (l lexicon) of(text string) []meaning {
	var buf [24]byte
	if len(text) > len(buf) {
		return nil
	}
	n := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case c == 0xe2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2] == 0x99: // ’
			c = '\''
			i += 2
		}
		buf[n] = c
		n++
	}
	return l[string(buf[:n])]
}

// classes are the words that are known by their shape.
var classes = map[string]func(sentence.Word) bool{
	"n":   func(w sentence.Word) bool { return w.Kind == sentence.Number && isNumber(w.Text) },
	"dom": func(w sentence.Word) bool { n, ok := domOf(w); return ok && n >= 1 && n <= 31 },
	"two": func(w sentence.Word) bool { return isDigits(w, 1, 2) },
	"yy":  func(w sentence.Word) bool { return isDigits(w, 2, 2) },
	"year": func(w sentence.Word) bool {
		return isDigits(w, 4, 4) && (w.Text[0] == '1' || w.Text[0] == '2' && w.Text[1] < '2')
	},
	"ordinalnum": func(w sentence.Word) bool { _, ok := ordinalOf(w); return ok },
	"decade":     func(w sentence.Word) bool { return isDecade(w, 4) },
	"decades3":   func(w sentence.Word) bool { return isDecade(w, 3) || isDecade(w, 2) },
	"decades2":   func(w sentence.Word) bool { return isDecade(w, 2) },
	"hhmm":       func(w sentence.Word) bool { return isDigits(w, 4, 4) && w.Text[:2] < "24" && w.Text[2] < '6' },
	"dotted":     isDotted,
	"possessive": func(w sentence.Word) bool {
		return len(w.Text) <= 4 && strings.HasSuffix(w.Text, "s") && (w.Text == "'s" || w.Text == "’s")
	},
	"glued": func(w sentence.Word) bool { _, _, ok := gluedClock(w); return ok },
	"quarterword": func(w sentence.Word) bool {
		return w.Kind == sentence.Letters && len(w.Text) == 2 && (w.Text[0] == 'Q') && '1' <= w.Text[1] && w.Text[1] <= '4'
	},
	"currency": func(w sentence.Word) bool {
		return w.Kind == sentence.Punct && (w.Text == "$" || w.Text == "€" || w.Text == "£" || w.Text == "¥" || w.Text == "#")
	},
}

// kinds are the kinds of word that each class can hold.
var kinds = func() map[string][]sentence.Kind {
	ks := map[string][]sentence.Kind{"quarterword": {sentence.Letters}, "possessive": {sentence.Letters}, "currency": {sentence.Punct}}
	for name := range classes {
		if ks[name] == nil {
			ks[name] = []sentence.Kind{sentence.Number}
		}
	}
	return ks
}()

// isNumber reports whether a number is written in digits with commas and one
// full stop, or in letters.
func isNumber(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && c != ',' && c != '.' {
			return s[0] > '9' // a number word, marked by view
		}
	}
	return true
}

func isDigits(w sentence.Word, least, most int) bool {
	if w.Kind != sentence.Number || len(w.Text) < least || len(w.Text) > most {
		return false
	}
	for i := range len(w.Text) {
		if w.Text[i] < '0' || w.Text[i] > '9' {
			return false
		}
	}
	return true
}

// domOf is the number of a day of the month: 3, 3rd.
func domOf(w sentence.Word) (int, bool) {
	if isDigits(w, 1, 2) {
		n, _ := strconv.Atoi(w.Text)
		return n, true
	}
	return ordinalOf(w)
}

// ordinalOf is the number of 3rd, 21st, 19th.
func ordinalOf(w sentence.Word) (int, bool) {
	if w.Kind != sentence.Number || len(w.Text) < 3 || len(w.Text) > 4 {
		return 0, false
	}
	n, err := strconv.Atoi(w.Text[:len(w.Text)-2])
	if err != nil {
		return 0, false
	}
	switch w.Text[len(w.Text)-2:] {
	case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
		return n, true
	}
	return 0, false
}

func isDecade(w sentence.Word, digits int) bool {
	if w.Kind != sentence.Number {
		return false
	}
	s := strings.TrimSuffix(w.Text, "s")
	return len(s) == digits && s != w.Text && s[digits-1] == '0' && isDigits(sentence.Word{Text: s, Kind: sentence.Number}, digits, digits)
}

func isDotted(w sentence.Word) bool {
	return w.Kind == sentence.Number && len(w.Text) >= 8 && len(w.Text) <= 10 && strings.Count(w.Text, ".") == 2 &&
		strings.LastIndexByte(w.Text, '.') == len(w.Text)-5
}

// gluedClock reads 4pm, 10.30am.
func gluedClock(w sentence.Word) (hour, minute int, ok bool) {
	if w.Kind != sentence.Number || len(w.Text) < 3 || len(w.Text) > 9 {
		return 0, 0, false
	}
	s := strings.ToLower(strings.ReplaceAll(w.Text, ".m.", "m"))
	add := 0
	switch {
	case strings.HasSuffix(s, "pm"):
		add = 12
	case !strings.HasSuffix(s, "am"):
		return 0, 0, false
	}
	h, m, _ := strings.Cut(s[:len(s)-2], ".")
	hour, err := strconv.Atoi(h)
	if err != nil || hour > 12 {
		return 0, 0, false
	}
	if m != "" {
		if minute, err = strconv.Atoi(m); err != nil || minute > 59 {
			return 0, 0, false
		}
	}
	return hour%12 + add, minute, true
}
