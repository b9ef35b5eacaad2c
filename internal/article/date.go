package article

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

var (
	isoStamp  = regexp.MustCompile(`^(\d{4})[-/](\d{1,2})[-/](\d{1,2})`)
	compact   = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	slashed   = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})`)
	dottedDay = regexp.MustCompile(`^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})`)
	// clockTime is what may follow a day and is not read: the civil date is as
	// written, and no zone moves it.
	clockTime = regexp.MustCompile(`^[\sT,]*(at\s+)?(\d{1,2}([:.]\d{2}){1,2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|[A-Z]{2,5}|[A-Z][a-z]+/[A-Za-z_]+)?\s*([+-]\d{2}:?\d{2}|[+-]\d{1,2})?\s*(\([A-Z]{2,5}\))?\s*$`)
)

// stamp reads the date of an article. Its problem is empty where it is one.
func stamp(s string) (d calendar.Date, problem string) {
	s = strings.TrimSpace(s)
	switch {
	case isoStamp.MatchString(s):
		return civil(s, isoStamp, 1, 2, 3)
	case compact.MatchString(s):
		return civil(s, compact, 1, 2, 3)
	case dottedDay.MatchString(s):
		return civil(s, dottedDay, 3, 2, 1)
	case slashed.MatchString(s):
		return slashes(s)
	}
	words := sentence.Words(s, 0, sentence.For(fallback))
	from, to := readDate(words, 0, dateWordsOf(fallback))
	if from.grain == calendar.None || from != to && from.date() != to.date() {
		return d, fmt.Sprintf("the date %q is not understood", s)
	}
	rest := ""
	if from.to < len(words) {
		rest = s[words[from.to].Start:]
	}
	if !clockTime.MatchString(rest) {
		return d, fmt.Sprintf("the date %q is not understood", s)
	}
	if from.year == 0 {
		return d, fmt.Sprintf("the date %q has no year", s)
	}
	if d = from.date(); !d.Known() {
		return d, fmt.Sprintf("there is no day %q", s)
	}
	return d, ""
}

// civil reads the day that form finds at the start of s; the numbers are those
// of its groups for year, month and day.
func civil(s string, form *regexp.Regexp, year, month, day int) (calendar.Date, string) {
	m := form.FindStringSubmatch(s)
	if !clockTime.MatchString(s[len(m[0]):]) {
		return calendar.Date{}, fmt.Sprintf("the date %q is not understood", s)
	}
	d := calendar.NewDay(number(m[year]), number(m[month]), number(m[day]))
	if !d.Known() {
		return d, fmt.Sprintf("there is no day %q", s)
	}
	return d, ""
}

// slashes reads 25/09/2025 and 9/25/2025; where both orders give a day it
// names both.
func slashes(s string) (calendar.Date, string) {
	m := slashed.FindStringSubmatch(s)
	british := calendar.NewDay(number(m[3]), number(m[2]), number(m[1]))
	american := calendar.NewDay(number(m[3]), number(m[1]), number(m[2]))
	if british.Known() && american.Known() && british != american {
		return calendar.Date{}, fmt.Sprintf("the date %q is %s or %s", s, iso(british), iso(american))
	}
	if british.Known() {
		return civil(s, slashed, 3, 2, 1)
	}
	return civil(s, slashed, 3, 1, 2)
}

// when reads the date of an event: an ISO value or range to any grain, or a
// date as people write it.
func when(s string) (value, mod, problem string) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", "", "a date without a value"
	}
	if r, ok := calendar.Parse(s); ok {
		return r.String(), "", ""
	}
	if d, problem := stamp(s); problem == "" {
		return iso(d), modOf(s), ""
	} else if slashed.MatchString(s) {
		return "", "", problem
	}
	words := sentence.Words(s, 0, sentence.For(fallback))
	n := entry{}
	n.from, n.to = readSpan(words, dateWordsOf(fallback))
	value, ok := n.value()
	if !ok || n.to.to < len(words) {
		if _, problem = stamp(s); problem == "" {
			problem = fmt.Sprintf("the date %q is not understood", s)
		}
		return "", "", problem
	}
	return value, n.from.mod, ""
}

// modOf is the modifier that a written date begins with: "early May 2025".
func modOf(s string) string {
	from, _ := readDate(sentence.Words(s, 0, sentence.For(fallback)), 0, dateWordsOf(fallback))
	return from.mod
}

// readSpan is readDate, which reads "3–5 September 2025" as well; years that
// are not said are 0.
func readSpan(words []sentence.Word, data dateWords) (from, to written) {
	d := dateReader{words, data}
	if !d.opens() {
		return from, to
	}
	if from, to = d.leadingDays(0); from.grain == calendar.None {
		from, to = readDate(words, 0, data)
	}
	to.to = max(from.to, to.to)
	return from, to
}

// isoDay is a day written as 2025-09-03, and nothing else.
func isoDay(s string) (calendar.Date, bool) {
	if len(s) != 10 || s[4] != '-' || s[7] != '-' {
		return calendar.Date{}, false
	}
	d := calendar.NewDay(number(s[:4]), number(s[5:7]), number(s[8:]))
	return d, d.Known()
}

func iso(d calendar.Date) string { return d.String() }
