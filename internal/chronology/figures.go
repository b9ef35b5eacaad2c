package chronology

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// figures are the numbers of a sentence by their unit: "money", "%", or the
// stem of a noun that is counted through ("18th package", "second phase").
// Numbers of a date, and bare counts, tell nothing apart and are left out.
func figures(ws []word) map[string][]string {
	out := map[string][]string{}
	add := func(unit, value string) {
		if !slices.Contains(out[unit], value) {
			out[unit] = append(out[unit], value)
		}
	}
	lex := words()
	for i, w := range ws {
		next := word{}
		if i+1 < len(ws) {
			next = ws[i+1]
		}
		lower, following := strings.ToLower(w.text), strings.ToLower(next.text)
		number, suffix := numeral(lower)
		switch {
		case lex["ordinals"].has(lower):
			number, suffix = strconv.Itoa(lex["ordinals"][lower]), "th"
		case lex["cardinals"].has(lower):
			number = strconv.Itoa(lex["cardinals"][lower])
		}
		switch {
		case number == "":
		case slices.Contains(ordinalEndings, suffix):
			if lex["series"].has(following) {
				add(stem(following), number)
			}
		case w.after == '%' || lex["percent"].has(following) || lex["percent"].has(suffix) || perCent(ws[i+1:]):
			add("%", number)
		case strings.ContainsRune("$€£¥₽", w.before) && w.before != 0 || lex["magnitudes"].has(following) || lex["magnitudes"].has(suffix):
			add("money", number+"e"+strconv.Itoa(lex["magnitudes"][following]+lex["magnitudes"][suffix]))
		}
	}
	return out
}

var ordinalEndings = []string{"st", "nd", "rd", "th"}

// numeral is the number that a word begins with, without thousands' commas,
// and what follows it in the word: "19th", "1,500", "1.5bn".
func numeral(s string) (number, suffix string) {
	i := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsDigit(r) && r != '.' && r != ',' })
	if i < 0 {
		i = len(s)
	}
	number = strings.ReplaceAll(s[:i], ",", "")
	return number, strings.TrimLeft(s[i:], "-")
}

// perCent reports whether the words begin with "per cent".
func perCent(ws []word) bool {
	return len(ws) > 1 && strings.EqualFold(ws[0].text, "per") && strings.EqualFold(ws[1].text, "cent")
}

// differ reports whether two sentences give different figures of one unit.
func differ(a, b map[string][]string, unit string) bool {
	if len(a[unit]) == 0 || len(b[unit]) == 0 {
		return false
	}
	return !slices.ContainsFunc(a[unit], func(v string) bool { return slices.Contains(b[unit], v) })
}

// inSeries reports whether two sentences name different numbers of a series.
func inSeries(a, b map[string][]string) bool {
	for unit := range a {
		if unit != "%" && unit != "money" && differ(a, b, unit) {
			return true
		}
	}
	return false
}

// sameSeries reports whether two sentences name the same number of a series.
func sameSeries(a, b map[string][]string) bool {
	for unit := range a {
		if unit != "%" && unit != "money" && len(b[unit]) > 0 && !differ(a, b, unit) {
			return true
		}
	}
	return false
}
