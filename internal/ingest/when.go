package ingest

import (
	"embed"
	"path"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

//go:embed */months.txt
var monthFiles embed.FS

// months are the names of months, of all languages, by small letters.
var months = sync.OnceValue(func() map[string]int {
	out := map[string]int{}
	folders, err := monthFiles.ReadDir(".")
	if err != nil {
		panic(err)
	}
	for _, f := range folders {
		b, err := monthFiles.ReadFile(path.Join(f.Name(), "months.txt"))
		if err != nil {
			panic(err)
		}
		for line := range strings.Lines(string(b)) {
			fields := strings.Fields(line)
			if len(fields) < 2 || strings.HasPrefix(fields[0], "#") {
				continue
			}
			n, err := strconv.Atoi(fields[0])
			if err != nil {
				panic("months.txt: " + line)
			}
			for _, name := range fields[1:] {
				out[name] = n
			}
		}
	}
	return out
})

// number is a whole number as other tools write one: 2025, "2025", "1,932",
// 2025.0; false for anything else.
func number(s string) (int, bool) {
	s = strings.TrimSuffix(strings.ReplaceAll(strings.TrimSpace(s), ",", ""), ".0")
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// dateOf is the date of a year, a month and a day as they are written, each
// finer one only where it is; a year below 1 is before the common era, as
// other tools count: -44 is 44 BC. The second result says what is wrong.
func dateOf(year, month, day string) (calendar.Date, string) {
	y, ok := number(year)
	if !ok {
		return calendar.Date{}, "no year"
	}
	if y < 0 {
		y++ // 1 BC is the year 0 of the calendar
	}
	month, day = strings.TrimSpace(month), strings.TrimSpace(day)
	m, ok := number(month)
	if !ok && month != "" {
		if m, ok = months()[strings.ToLower(strings.TrimSuffix(month, "."))]; !ok {
			return calendar.Date{}, "no month: " + month
		}
	}
	d, ok := number(day)
	if !ok && day != "" {
		return calendar.Date{}, "no day: " + day
	}
	var date calendar.Date
	switch {
	case m == 0:
		date = calendar.NewYear(y)
	case d == 0:
		date = calendar.NewMonth(y, m)
	default:
		date = calendar.NewDay(y, m, d)
	}
	if !date.Known() {
		return date, "no such day: " + strings.Trim(strings.Join([]string{year, month, day}, "-"), "-")
	}
	return date, ""
}

// span is a date, or the range to another; an end that is the start, or lies
// before it, is left out.
func span(from, to calendar.Date) string {
	if r := calendar.Between(from, to); r.Known() && from != to {
		return r.String()
	}
	return from.String()
}

// written reads a date as people write one in a table or a heading: ISO 8601,
// 1/31/2025 with the month first, "31 January 2025", "January 31, 2025",
// "Jan 2025". The zero Date is anything else.
func written(s string) calendar.Date {
	s = strings.TrimSpace(s)
	if r, ok := calendar.Parse(s); ok && r.Single() && !r.From.Coarser(calendar.Year) && len(s) >= 4 {
		return r.From
	}
	if i := strings.IndexByte(s, 'T'); i == len("2006-01-02") {
		if r, ok := calendar.Parse(s[:i]); ok && r.Single() {
			return r.From
		}
	}
	if parts := strings.Split(s, "/"); len(parts) == 3 {
		d, _ := dateOf(parts[2], parts[0], parts[1])
		return d
	}
	if parts := strings.Split(s, "/"); len(parts) == 2 {
		d, _ := dateOf(parts[1], parts[0], "")
		return d
	}
	var year, month, day string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' || r == '.' }) {
		w = strings.ToLower(w)
		n, isNumber := number(strings.TrimRight(w, "stndrh"))
		switch {
		case months()[w] > 0 && month == "":
			month = w
		case isNumber && n > 31 && year == "":
			year = w
		case isNumber && day == "":
			day = strconv.Itoa(n)
		default:
			return calendar.Date{}
		}
	}
	if day != "" && month == "" {
		return calendar.Date{}
	}
	d, _ := dateOf(year, month, day)
	return d
}
