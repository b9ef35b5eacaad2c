package timex

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// numeral is what a word says as a part of a number; multiple where it counts
// in hundreds, thousands or dozens.
func (l *lexicon) numeral(w sentence.Word) (n int, multiple, ok bool) {
	for _, m := range l.of(&w) {
		switch m.class {
		case "number":
			return m.n, false, true
		case "multiple":
			return m.n, true, true
		}
	}
	return 0, false, false
}

// spelled reads a number in words at ws[0]. It returns how many words say it,
// and its digits where they are more than one word; 0 where there is none.
func spelled(ws []sentence.Word, lex *lexicon) (int, string) {
	for _, p := range lex.phrases {
		if begins(ws, p.words) {
			return len(p.words), strconv.Itoa(p.n)
		}
	}
	if _, ok := lex.get("hundred", ws[0]); ok && len(ws) > 1 { // a hundred, a dozen
		n, multiple, ok := lex.numeral(ws[1])
		if !ok || !multiple {
			return 0, ""
		}
		return 2, strconv.Itoa(n)
	}
	return added(ws, lex)
}

// added reads a number in words whose parts are added up and multiplied, as spelled does:
// two hundred and twelve, twenty-five, twenty-fifth.
func added(ws []sentence.Word, lex *lexicon) (int, string) {
	first, multiple, ok := lex.numeral(ws[0])
	if !ok || multiple {
		return 0, ""
	}
	total, part, used := 0, first, 1
	for i := 1; i < len(ws) && i < 10; i++ {
		w := ws[i]
		_, join := lex.get("numberjoin", w)
		if (w.Text == "-" || join) && i+1 < len(ws) {
			next, _, ok := lex.numeral(ws[i+1])
			if w.Text == "-" && !ok { // twenty-fifth
				if o, is := lex.get("ordinal", ws[i+1]); is && part%10 == 0 && part >= 20 && o.n < 10 {
					return i + 2, lex.ordinal(total + part + o.n)
				}
				break
			}
			if !ok || join && (total+part)%100 != 0 || w.Text == "-" && w.Space {
				break
			}
			if w.Text == "-" && (part%10 != 0 || part == 0 || next >= 10) && next < 100 && (part < 10 || part > 20) {
				break
			}
			continue
		}
		n, multiple, ok := lex.numeral(w)
		switch {
		case !ok:
			if o, is := lex.get("ordinal", w); is && part%10 == 0 && part >= 20 && o.n < 10 {
				if _, tens := lex.get("tens", ws[i-1]); tens { // as Russian counts: двадцать пятое
					return i + 1, lex.ordinal(total + part + o.n)
				}
			}
			return finish(total+part, used)
		case multiple && n == 1000 && part > 0:
			total += part * 1000
			part = 0
		case multiple && n < 1000 && part > 0 && part < 100:
			part *= n
		case part%100 == 0 && part >= 100 && n < 100 || part == 0:
			part += n
		case part%10 == 0 && part >= 20 && part < 100 && n < 10:
			part += n
		case total == 0 && part >= 11 && part <= 20 && n >= 10 && n < 100: // nineteen ninety-six
			total, part = part*100, n
		case total >= 1100 && part%10 == 0 && part >= 20 && n < 10:
			part += n
		default:
			return finish(total+part, used)
		}
		used = i + 1
	}
	return finish(total+part, used)
}

// begins reports whether ws begins with words, whatever their case.
func begins(ws []sentence.Word, words []string) bool {
	if len(ws) < len(words) {
		return false
	}
	for i, w := range words {
		// Most differ in their first letter, which is cheaper to ask.
		if t := ws[i].Text; t[0] < utf8.RuneSelf && t[0]|0x20 != w[0]|0x20 || !strings.EqualFold(t, w) {
			return false
		}
	}
	return true
}

func finish(n, used int) (int, string) {
	if used == 1 {
		return 1, ""
	}
	return used, strconv.Itoa(n)
}

// ordinal is the nth as the language's texts write it in digits.
func (l *lexicon) ordinal(n int) string {
	if len(l.ordinals) == 0 {
		return strconv.Itoa(n)
	}
	return strconv.Itoa(n) + l.ordinals[0]
}

// suffixed reads a hyphen and a suffix that the language knows behind digits:
// 1990-х, 3-го, 5-ти.
func suffixed(ws []sentence.Word, w sentence.Word, lex *lexicon) (int, string) {
	if len(ws) < 2 || ws[0].Text != "-" || ws[0].Space || ws[1].Space || ws[1].Kind != sentence.Letters || !isDigits(w, 1, 4) {
		return 0, ""
	}
	n := len(w.Text)
	switch s := ws[1].Text; {
	case n%2 == 0 && w.Text[n-1] == '0' && slices.Contains(lex.decades, s):
		return 2, w.Text + s
	case n <= 2 && slices.Contains(lex.ordinals, s):
		return 2, w.Text + s
	case n == 4 && slices.Contains(lex.ordinals, s), slices.Contains(lex.cardinals, s):
		return 2, w.Text
	}
	return 0, ""
}

// fraction reads what makes a whole number one with a half: "1/2", "and a
// half", "½" after it.
func fraction(ws []sentence.Word, whole string, lex *lexicon) (int, string) {
	match := func(words ...string) bool { return begins(ws, words) }
	n, ok := lex.numberOf(whole)
	if !ok || n != float64(int(n)) {
		return 0, ""
	}
	used := 0
	switch {
	case match("1", "/", "2") && ws[0].Space:
		used = 3
	case match("½"):
		used = 1
	default:
		for _, words := range lex.halves {
			if match(words...) {
				used = len(words)
			}
		}
	}
	if used > 0 {
		return used, strconv.Itoa(int(n)) + ".5"
	}
	return 0, ""
}

// numberOf is the number that a word of a view says.
func (l *lexicon) numberOf(s string) (float64, bool) {
	if s == "" || s[0] > '9' {
		for _, m := range l.of(&sentence.Word{Text: s}) {
			if m.class == "number" {
				return float64(m.n), true
			}
		}
		return 0, false
	}
	n, scale := 0.0, 0.0
	for i := range len(s) {
		switch c := s[i]; {
		case (c == '.' || c == ',' && l.comma) && scale == 0:
			scale = 1
		case c == ',':
		case c >= '0' && c <= '9':
			if scale > 0 {
				scale /= 10
				n += float64(c-'0') * scale
			} else {
				n = n*10 + float64(c-'0')
			}
		default:
			return 0, false
		}
	}
	return n, true
}
