package chronology

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// figure is a number of a sentence with its unit: money, per cent, the stem of
// a noun that is counted through ("18th package", "second phase"), or of things
// that are counted.
type figure struct {
	unit  uint32
	value string
}

// Units that are no nouns; no hash of a stem is so small but by chance.
const (
	perCent uint32 = 1 + iota
	money
	ballot // of a vote: 93 to 18
)

// bare marks the unit of a count of things, which tells apart only what lies on
// different days: accounts of one day differ in what they count.
const bare uint32 = 1 << 31

// figures are the figures of a sentence. Numbers of a date tell nothing apart and
// are left out.
func figures(ws []word) []figure {
	var out []figure
	add := func(unit uint32, value string) {
		if f := (figure{unit, value}); !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	for i, w := range ws {
		if w.number == "" {
			continue
		}
		next := nothing
		if i+1 < len(ws) {
			next = ws[i+1].lexeme
		}
		if against := tally(ws, i); against != "" {
			add(ballot, w.number+":"+against)
			continue
		}
		switch {
		case w.has(ordinalEnd):
			if next.has(ofSeries) {
				add(next.stem&^bare, w.number)
			}
		case w.after == '%' || next.has(ofPercent) || w.has(percentEnd) || twoWords(ws[i+1:]):
			add(perCent, w.number)
		case strings.ContainsRune("$€£¥₽", w.before) && w.before != 0 || next.has(multiplies) || w.has(multipleEnd):
			add(money, w.number+"e"+strconv.Itoa(next.magnitude+w.fraction))
		case w.suffix == "" && w.after == ' ':
			if thing := countedBy(ws, i); thing != nil {
				add(thing.stem|bare, w.number)
			}
		}
	}
	return out
}

// countedBy is the noun that the number at word i counts, behind one name at
// most (22 tankers, 22 Russian tankers), or nil.
func countedBy(ws []word, i int) *lexeme {
	for j := i + 1; j < len(ws) && j <= i+2; j++ {
		switch l := ws[j].lexeme; {
		case l.has(empty) || j > i+1 && l.has(capitalised):
			return nil
		case l.has(capitalised):
			if ws[j].after != ' ' {
				return nil
			}
		case l.has(long):
			return l
		default:
			return nil
		}
	}
	return nil
}

// tally is the votes against those that word i counts, or "": by 93 votes to 18.
func tally(ws []word, i int) string {
	j := i + 1
	if j < len(ws) && ws[j].has(ofBallot) {
		j++
	} else if i == 0 || !ws[i-1].has(ofBallot) {
		return ""
	}
	if j+1 >= len(ws) || !ws[j].has(ofTally) || ws[j+1].digits != len(ws[j+1].text) || ws[j+1].after == '%' {
		return ""
	}
	if j+2 < len(ws) && (ws[j+2].has(ofPercent) || ws[j+2].has(multiplies)) {
		return ""
	}
	return ws[j+1].number
}

// nothing is the word behind the last.
var nothing = &lexeme{}

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

// twoWords reports whether the words begin with "per cent".
func twoWords(ws []word) bool {
	return len(ws) > 1 && ws[0].lower == "per" && ws[1].lower == "cent"
}

// differ reports whether two sentences give different figures of one unit.
func differ(a, b []figure, unit uint32) bool {
	both := 0
	for _, f := range a {
		if f.unit != unit {
			continue
		}
		both |= 1
		if slices.Contains(b, f) {
			return false
		}
	}
	return both > 0 && slices.ContainsFunc(b, func(g figure) bool { return g.unit == unit })
}

// inSeries reports whether two sentences name different numbers of a series.
func inSeries(a, b []figure) bool {
	return len(b) > 0 && slices.ContainsFunc(a, func(f figure) bool { return f.counts() && differ(a, b, f.unit) })
}

// sameSeries reports whether two sentences name the same number of a series.
func sameSeries(a, b []figure) bool {
	return len(b) > 0 && slices.ContainsFunc(a, func(f figure) bool { return f.counts() && slices.Contains(b, f) })
}

// counts reports whether a figure is of a noun that is counted through.
func (f figure) counts() bool { return f.unit > ballot && f.unit&bare == 0 }

// recounted reports whether two sentences count things of one name otherwise.
func recounted(a, b []figure) bool {
	return len(b) > 0 && slices.ContainsFunc(a, func(f figure) bool { return f.unit&bare != 0 && differ(a, b, f.unit) })
}
