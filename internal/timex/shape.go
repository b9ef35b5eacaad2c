package timex

import (
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// classes are the words that are known by their shape.
func (l *lexicon) classes() map[string]func(sentence.Word) bool {
	return map[string]func(sentence.Word) bool{
		"n":          func(w sentence.Word) bool { return w.Kind == sentence.Number && isNumber(w.Text) },
		"dom":        func(w sentence.Word) bool { n, ok := l.domOf(w); return ok && n >= 1 && n <= 31 },
		"clockdot":   isClockDot,
		"low":        func(w sentence.Word) bool { return isDigits(w, 1, 3) },
		"two":        func(w sentence.Word) bool { return isDigits(w, 1, 2) },
		"yy":         func(w sentence.Word) bool { return isDigits(w, 2, 2) },
		"year":       isYear,
		"ordinalnum": func(w sentence.Word) bool { _, ok := l.ordinalOf(w); return ok },
		"decade":     func(w sentence.Word) bool { return l.isDecade(w, 4) },
		"decades3":   func(w sentence.Word) bool { return l.isDecade(w, 3) || l.isDecade(w, 2) },
		"decades2":   func(w sentence.Word) bool { return l.isDecade(w, 2) },
		"hhmm":       func(w sentence.Word) bool { return isDigits(w, 4, 4) && w.Text[:2] < "24" && w.Text[2] < '6' },
		"dotted":     isDotted,
		"glued":      func(w sentence.Word) bool { _, _, ok := l.gluedClock(w); return ok },
		"gluedmin":   func(w sentence.Word) bool { _, _, ok := l.gluedMinutes(w); return ok },
		"zerohour":   func(w sentence.Word) bool { return isDigits(w, 4, 4) && w.Text[0] == '0' && w.Text[2] < '6' },
		"fiscalyear": func(w sentence.Word) bool { _, ok := l.fiscal(w); return ok },
		"possessive": func(w sentence.Word) bool {
			if c := w.Text[0]; len(w.Text) > 4 || c|0x20 >= 'a' && c|0x20 <= 'z' {
				return false // it begins with its apostrophe, and most words do not
			}
			_, ok := l.get("possessive", w)
			return ok
		},
		"circa": func(w sentence.Word) bool { _, ok := l.get("circa", w); return ok },
		"currency": func(w sentence.Word) bool {
			return w.Kind == sentence.Punct && (w.Text == "$" || w.Text == "€" || w.Text == "£" || w.Text == "¥" || w.Text == "#")
		},
	}
}

// kinds are the kinds of word that each class can hold.
var kinds = func() map[string][]sentence.Kind {
	ks := map[string][]sentence.Kind{"circa": {sentence.Letters}, "fiscalyear": {sentence.Letters}, "possessive": {sentence.Letters}, "currency": {sentence.Punct}}
	for name := range (&lexicon{}).classes() {
		if ks[name] == nil {
			ks[name] = []sentence.Kind{sentence.Number}
		}
	}
	return ks
}()

// firsts and lasts are the bytes with which the words of a class begin and end.
var (
	firsts = map[string]string{"possessive": "'\xe2", "circa": "cC", "currency": "$#\xe2\xc2"}
	lasts  = map[string]string{"fiscalyear": "0123456789", "circa": "."}
)

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

// fiscal is the digits of a year that is glued to what names it: FY2025, FY25.
func (l *lexicon) fiscal(w sentence.Word) (digits string, ok bool) {
	n := len(w.Text)
	for n > 0 && w.Text[n-1] >= '0' && w.Text[n-1] <= '9' {
		n--
	}
	if n == 0 || len(w.Text)-n != 2 && len(w.Text)-n != 4 {
		return "", false
	}
	_, ok = l.named("fiscal", w.Text[:n])
	return w.Text[n:], ok
}

func isYear(w sentence.Word) bool {
	return isDigits(w, 4, 4) && (w.Text[0] == '1' || w.Text[0] == '2' && w.Text[1] < '2')
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

// affixed is the digits of a number and what is glued to them: 3 and rd.
func affixed(w sentence.Word) (digits, suffix string) {
	if w.Kind != sentence.Number {
		return "", ""
	}
	n := 0
	for n < len(w.Text) && w.Text[n] >= '0' && w.Text[n] <= '9' {
		n++
	}
	return w.Text[:n], w.Text[n:]
}

// domOf is the number of a day of the month: 3, 3rd.
func (l *lexicon) domOf(w sentence.Word) (int, bool) {
	if isDigits(w, 1, 2) {
		n, _ := strconv.Atoi(w.Text)
		return n, true
	}
	return l.ordinalOf(w)
}

// ordinalOf is the number of 3rd, 21st, 19th.
func (l *lexicon) ordinalOf(w sentence.Word) (int, bool) {
	digits, suffix := affixed(w)
	if suffix == "" || len(digits) < 1 || len(digits) > 2 || !oneOf(l.ordinals, suffix) {
		return 0, false
	}
	n, err := strconv.Atoi(digits)
	return n, err == nil
}

func oneOf(list []string, suffix string) bool {
	return slices.ContainsFunc(list, func(s string) bool { return strings.EqualFold(s, suffix) })
}

// isDecade reports whether w is so many digits of a decade: 1990s, 90s.
func (l *lexicon) isDecade(w sentence.Word, digits int) bool {
	d, suffix := affixed(w)
	return len(d) == digits && d[digits-1] == '0' && slices.Contains(l.decades, suffix)
}

// isClockDot reports whether w may be a clock time written with a full stop:
// 10.15.
func isClockDot(w sentence.Word) bool {
	h, m, ok := strings.Cut(w.Text, ".")
	if w.Kind != sentence.Number || !ok || len(h) < 1 || len(h) > 2 || len(m) != 2 || m[0] > '5' || strings.Contains(m, ",") {
		return false
	}
	n, err := strconv.Atoi(h)
	return err == nil && n < 24
}

func isDotted(w sentence.Word) bool {
	return w.Kind == sentence.Number && len(w.Text) >= 8 && len(w.Text) <= 10 && strings.Count(w.Text, ".") == 2 &&
		strings.LastIndexByte(w.Text, '.') == len(w.Text)-5
}

// gluedMinutes reads the minutes of 8:30pm, and what its half of the day adds
// to the hour.
func (l *lexicon) gluedMinutes(w sentence.Word) (minute, add int, ok bool) {
	if w.Kind != sentence.Number || len(w.Text) < 4 || len(w.Text) > 6 || w.Text[0] > '5' || w.Text[1] < '0' || w.Text[1] > '9' {
		return 0, 0, false
	}
	half, ok := l.named("meridiem", w.Text[2:])
	minute, err := strconv.Atoi(w.Text[:2])
	return minute, half.n, ok && err == nil
}

// gluedClock reads 4pm, 10.30am.
func (l *lexicon) gluedClock(w sentence.Word) (hour, minute int, ok bool) {
	if w.Kind != sentence.Number || len(w.Text) < 3 || len(w.Text) > 9 {
		return 0, 0, false
	}
	n := strings.IndexFunc(w.Text, func(r rune) bool { return r != '.' && (r < '0' || r > '9') })
	if n < 0 {
		return 0, 0, false
	}
	half, ok := l.named("meridiem", w.Text[n:])
	if !ok {
		return 0, 0, false
	}
	h, m, _ := strings.Cut(w.Text[:n], ".")
	hour, err := strconv.Atoi(h)
	if err != nil || hour > 12 {
		return 0, 0, false
	}
	if m != "" {
		if minute, err = strconv.Atoi(m); err != nil || minute > 59 {
			return 0, 0, false
		}
	}
	return hour%12 + half.n, minute, true
}
