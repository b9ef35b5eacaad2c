package article

import (
	"embed"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

//go:embed any en ru
var rules embed.FS

// written is a date as people write it, perhaps without its year, and the
// words that it takes.
type written struct {
	year, month, day int
	unit             int            // of a season, quarter or half
	grain            calendar.Grain // None: no date
	mod              string
	to               int // words read, exclusive
}

// date is the calendar's date, unknown where no such day exists or the year is
// missing.
func (w written) date() calendar.Date {
	switch {
	case w.year == 0:
		return calendar.Date{}
	case w.grain == calendar.Day:
		return calendar.NewDay(w.year, w.month, w.day)
	case w.grain == calendar.Month:
		return calendar.NewMonth(w.year, w.month)
	case w.grain == calendar.Season:
		return calendar.NewSeason(w.year, w.unit)
	case w.grain == calendar.Quarter:
		return calendar.NewQuarter(w.year, w.unit)
	case w.grain == calendar.Half:
		return calendar.NewHalf(w.year, w.unit)
	case w.grain == calendar.Decade:
		return calendar.NewDecade(w.year)
	case w.grain == calendar.Year:
		return calendar.NewYear(w.year)
	}
	return calendar.Date{}
}

// dateReader reads dates from words.
type dateReader struct {
	words []sentence.Word
	data  dateWords
}

// readDate reads a date or a range of dates from the first words. The year of
// a date that has none is that of the context, or it is left unknown (0).
func readDate(words []sentence.Word, context int, data dateWords) (from, to written) {
	d := dateReader{words, data}
	if !d.opens() {
		return from, from
	}
	from = d.one(d.skip(0, "@"))
	if from.grain == calendar.None {
		return from, from
	}
	to = from
	if i := d.dash(from.to); i > 0 {
		if second := d.one(i); second.grain == from.grain && (second.year > 0 || from.grain == calendar.Day && from.year > 0) {
			to = second
		}
	}
	if to == from { // "3–5 September 2025", "September 3–5, 2025"
		from, to = d.days(from)
	}
	if from.grain == calendar.Year {
		to = d.shortYear(to)
	}
	if from.year == 0 {
		from.year = to.year
	}
	if to.year == 0 {
		to.year = from.year
	}
	if from.year == 0 {
		from.year, to.year = context, context
	}
	from.to = max(from.to, to.to)
	return from, to
}

// opens reports whether a date may begin with the first word, which is seen at
// once: it ends in a figure, or is a word of dates.
func (d dateReader) opens() bool {
	if len(d.words) == 0 {
		return false
	}
	w := &d.words[min(d.skip(0, "@"), len(d.words)-1)]
	n := len(w.Text)
	return w.Kind == sentence.Number || d.data.Get(w) != nil || n > 0 && '0' <= w.Text[n-1] && w.Text[n-1] <= '9'
}

// one reads a single date at word i.
func (d dateReader) one(i int) written {
	mod := ""
	for i < len(d.words) {
		if _, ok := d.is(i, "weekday"); ok {
			i = d.skip(i+1, ",")
			continue
		}
		v, ok := d.is(i, "part")
		if !ok {
			break
		}
		mod = v
		i = d.skip(i+1, "-")
	}
	for _, form := range []func(int) written{d.iso, d.dotted, d.slashed, d.dashed, d.dayMonth, d.monthDay, d.named, d.half, d.yearFirst, d.plain} {
		if w := form(i); w.grain != calendar.None {
			w.mod = mod
			return w
		}
	}
	return written{}
}

// dayMonth is 3 September 2025, 3rd of September, 3 Sept.
func (d dateReader) dayMonth(i int) written {
	i = d.skip(i, "the")
	day := d.ordinal(i)
	j := d.skip(i+1, "of")
	month, ok := d.month(j)
	if day == 0 || !ok {
		return written{}
	}
	w := written{month: month, day: day, grain: calendar.Day, to: j + 1}
	return d.year(w, ",")
}

// monthDay is September 3, 2025 and Sept. 3.
func (d dateReader) monthDay(i int) written {
	month, ok := d.month(i)
	if !ok {
		return written{}
	}
	if day := d.ordinal(i + 1); day > 0 {
		return d.year(written{month: month, day: day, grain: calendar.Day, to: i + 2}, ",")
	}
	return d.year(written{month: month, grain: calendar.Month, to: i + 1}, ",")
}

// named is summer 2025 and Q3 2025.
func (d dateReader) named(i int) written {
	if v, ok := d.is(i, "season"); ok {
		j := d.skip(i+1, "of")
		if w := d.year(written{unit: number(v), grain: calendar.Season, to: j}, ","); w.year > 0 {
			return w
		}
	}
	if t := d.text(i); len(t) == 2 && (t[0] == 'Q' || t[0] == 'q') && '1' <= t[1] && t[1] <= '4' {
		if w := d.year(written{unit: int(t[1] - '0'), grain: calendar.Quarter, to: i + 1}, ","); w.year > 0 {
			return w
		}
	}
	return written{}
}

// half is "first half of 2025".
func (d dateReader) half(i int) written {
	i = d.skip(i, "the")
	v, ok := d.is(i, "half")
	if w, isHalf := d.is(i+1, "word"); !ok || !isHalf || w != "half" {
		return written{}
	}
	w := d.year(written{unit: number(v), grain: calendar.Half, to: d.skip(i+2, "of")}, "")
	if w.year == 0 {
		return written{}
	}
	return w
}

// yearFirst is 2003, May and 2003 May 4.
func (d dateReader) yearFirst(i int) written {
	w := d.year(written{to: i}, "")
	if w.year == 0 {
		return written{}
	}
	j := d.skip(w.to, ",")
	month, ok := d.month(j)
	if !ok {
		return written{}
	}
	if w.month, w.grain, w.to = month, calendar.Month, j+1; d.ordinal(j+1) > 0 {
		w.day, w.grain, w.to = d.ordinal(j+1), calendar.Day, j+2
	}
	return w
}

// plain is a year, or a decade such as 1990s.
func (d dateReader) plain(i int) written {
	i = d.skip(i, "the")
	t := d.text(i)
	if w := d.year(written{grain: calendar.Year, to: i}, ""); w.year > 0 {
		return w
	}
	if len(t) == 5 && t[4] == 's' && t[3] == '0' && number(t[:4]) > 0 {
		return written{year: number(t[:4]), grain: calendar.Decade, to: i + 1}
	}
	return written{}
}

// days is a range of days within a month, whose first day first has.
func (d dateReader) days(first written) (from, to written) {
	j := d.dash(first.to)
	if day := d.ordinal(j); j > 0 && day > 0 && first.grain == calendar.Day && first.year == 0 && day > first.day {
		last := d.year(written{month: first.month, day: day, grain: calendar.Day, to: j + 1}, ",")
		return first, last
	}
	return first, first
}

// leadingDays reads "3–5 September 2025", whose first day stands alone.
func (d dateReader) leadingDays(i int) (from, to written) {
	j := d.dash(i + 1)
	day := d.ordinal(i)
	if day == 0 || j == 0 {
		return written{}, written{}
	}
	last := d.dayMonth(j)
	if last.grain == calendar.None || last.day <= day {
		return written{}, written{}
	}
	from = last
	from.day = day
	return from, last
}

// year reads the year that may follow w, after an optional mark.
func (d dateReader) year(w written, mark string) written {
	i := w.to
	if mark != "" {
		i = d.skip(i, mark)
	}
	if t := d.text(i); len(t) == 4 && number(t) >= 1000 {
		w.year, w.to = number(t), d.skip(i+1, "year")
	}
	return w
}

// dash is the word after a dash or "to" at word i, or 0.
func (d dateReader) dash(i int) int {
	if v, ok := d.is(i, "word"); ok && v == "to" {
		return i + 1
	}
	switch d.text(i) {
	case "-", "–", "—", "→":
		return i + 1
	}
	return 0
}

func (d dateReader) text(i int) string {
	if i < 0 || i >= len(d.words) {
		return ""
	}
	return d.words[i].Text
}

// is the value of word i as a word of kind.
func (d dateReader) is(i int, kind string) (string, bool) {
	w, ok := d.word(i, kind)
	return w.value, ok
}

func (d dateReader) word(i int, kind string) (dateWord, bool) {
	if i < 0 || i >= len(d.words) {
		return dateWord{}, false
	}
	if known := d.data.Get(&d.words[i]); known != nil {
		for _, w := range *known {
			if w.kind == kind {
				return w, true
			}
		}
	}
	return dateWord{}, false
}

func (d dateReader) month(i int) (int, bool) {
	if w, ok := d.word(i, "month"); ok && (!w.proper || sentence.Capital(d.text(i))) {
		return number(w.value), true
	}
	return 0, false
}

// skip is the word after i if word i is a mark or a word of that name.
func (d dateReader) skip(i int, what string) int {
	if d.text(i) == what {
		return i + 1
	}
	if v, ok := d.is(i, "word"); ok && v == what {
		return i + 1
	}
	return i
}

func (d dateReader) number(i int) int { return number(d.text(i)) }

// ordinal is the day of a month: 3, 03, 3rd; 0 for anything else.
func (d dateReader) ordinal(i int) int {
	t := d.text(i)
	digits := t[:len(t)-len(strings.TrimLeft(t, "0123456789"))]
	if digits == "" {
		return 0
	}
	if digits != t {
		if o := d.data.Get(&sentence.Word{Text: t[len(digits):]}); o == nil || (*o)[0].kind != "ordinal" {
			return 0
		}
	}
	if n := number(digits); len(digits) <= 2 && n <= 31 {
		return n
	}
	return 0
}

// maxNumber is the greatest number that is read.
const maxNumber = 1<<31 - 1

// number is the value of decimal digits, or 0.
func number(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' || n > maxNumber/10 {
			return 0
		}
		n = 10*n + int(s[i]-'0')
	}
	if n > maxNumber {
		return 0
	}
	return n
}
