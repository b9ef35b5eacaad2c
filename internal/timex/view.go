package timex

import (
	"strconv"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// view is the words of a passage with each number as one word: "twenty-five"
// is a Number "25", "two and a half" is "2.5". at says at which word of the
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
		if w.Kind == sentence.Letters && lang.spells.may(w.Text) {
			if k, text := spelled(ws[i:], lex); k > 0 {
				n = k
				w.Kind = sentence.Number
				if text != "" {
					w.Text = text
				}
			}
		}
		if w.Kind == sentence.Number {
			if k, text := fraction(ws[i+n:], w.Text, lex); k > 0 {
				n += k
				w.Text = text
			}
		}
		w.End = ws[i+n-1].End
		v.words = append(v.words, w)
		v.at = append(v.at, i)
		i += n
	}
	v.at = append(v.at, len(ws))
}

// spelling tells by first letter and length which words cannot begin a number
// in words; most cannot, and are not looked up.
type spelling [256]uint32

func (s *spelling) add(word string) {
	s[word[0]] |= 1 << min(len(word), 31)
	s[word[0]&^0x20] |= 1 << min(len(word), 31)
}

func (s *spelling) may(word string) bool { return s[word[0]]&(1<<min(len(word), 31)) != 0 }

// spelled reads a number in words at ws[0]. It returns how many words say it,
// and its digits where they are more than one word; 0 where there is none.
func spelled(ws []sentence.Word, lex lexicon) (int, string) {
	if _, ok := lex.get("hundred", ws[0]); ok && len(ws) > 1 { // a hundred, a dozen
		m, ok := lex.get("number", ws[1])
		if !ok || m.n != 100 && m.n != 1000 && m.n != 12 {
			return 0, ""
		}
		return 2, strconv.Itoa(m.n)
	}
	m, ok := lex.get("number", ws[0])
	if !ok || m.n == 100 || m.n == 1000 || m.n == 12 && ws[0].Text[0]|0x20 == 'd' {
		return 0, ""
	}
	total, part, used := 0, m.n, 1
	for i := 1; i < len(ws) && i < 10; i++ {
		w := ws[i]
		if (w.Text == "-" || w.Text == "and") && i+1 < len(ws) {
			next, ok := lex.get("number", ws[i+1])
			if w.Text == "-" && !ok { // twenty-fifth
				if o, is := lex.get("ordinal", ws[i+1]); is && part%10 == 0 && part >= 20 && o.n < 10 {
					return i + 2, ordinal(total + part + o.n)
				}
				break
			}
			if !ok || w.Text == "and" && (total+part)%100 != 0 || w.Text == "-" && w.Space {
				break
			}
			if w.Text == "-" && (part%10 != 0 || part == 0 || next.n >= 10) && next.n < 100 && (part < 10 || part > 20) {
				break
			}
			continue
		}
		m, ok := lex.get("number", w)
		switch {
		case !ok:
			if o, is := lex.get("ordinal", w); is && part%10 == 0 && part >= 20 && o.n < 10 && ws[i-1].Text == "-" {
				return i + 1, ordinal(total + part + o.n)
			}
			return finish(total+part, used, i)
		case m.n == 100 && part > 0 && part < 100:
			part *= 100
		case m.n == 1000 && part > 0:
			total += part * 1000
			part = 0
		case m.n == 12 && w.Text[0]|0x20 == 'd':
			part *= 12
		case part%100 == 0 && part >= 100 && m.n < 100 || part == 0:
			part += m.n
		case part%10 == 0 && part >= 20 && part < 100 && m.n < 10:
			part += m.n
		case total == 0 && part >= 11 && part <= 20 && m.n >= 10 && m.n < 100: // nineteen ninety-six
			total, part = part*100, m.n
		case total >= 1100 && part%10 == 0 && part >= 20 && m.n < 10:
			part += m.n
		default:
			return finish(total+part, used, i)
		}
		used = i + 1
	}
	return finish(total+part, used, used)
}

func finish(n, used, _ int) (int, string) {
	if used == 1 {
		return 1, ""
	}
	return used, strconv.Itoa(n)
}

func ordinal(n int) string {
	s := "th"
	switch {
	case n%10 == 1 && n != 11:
		s = "st"
	case n%10 == 2 && n != 12:
		s = "nd"
	case n%10 == 3 && n != 13:
		s = "rd"
	}
	return strconv.Itoa(n) + s
}

// fraction reads what makes a whole number one with a half or a quarter:
// "1/2", "and a half", "½" after it.
func fraction(ws []sentence.Word, whole string, lex lexicon) (int, string) {
	match := func(words ...string) bool {
		if len(ws) < len(words) {
			return false
		}
		for i, w := range words {
			if ws[i].Text != w {
				return false
			}
		}
		return true
	}
	n, ok := numberOf(whole, lex)
	if !ok || n != float64(int(n)) {
		return 0, ""
	}
	half := strconv.Itoa(int(n)) + ".5"
	switch {
	case match("1", "/", "2") && ws[0].Space:
		return 3, half
	case match("and", "a", "half"):
		return 3, half
	case match("-", "and", "-", "a", "-", "half"):
		return 6, half
	case match("½"):
		return 1, half
	}
	return 0, ""
}

// numberOf is the number that a word of a view says.
func numberOf(s string, lex lexicon) (float64, bool) {
	if s == "" || s[0] > '9' {
		for _, m := range lex.of(s) {
			if m.class == "number" {
				return float64(m.n), true
			}
		}
		return 0, false
	}
	n, scale := 0.0, 0.0
	for i := range len(s) {
		switch c := s[i]; {
		case c == ',':
		case c == '.' && scale == 0:
			scale = 1
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
