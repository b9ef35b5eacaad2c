package site

import (
	"strconv"
	"sync"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// Date is a date as the page shows it: exactly as precise as it is known.
type Date struct {
	Value    string // TIMEX3 value or range: "2025-09", "2025-02-12/2025-02-14"
	Text     string // "early September 2025", "12–14 February 2025"
	Short    string // as Text, without the day of the week
	Datetime string // for <time datetime>; "" where HTML has no such value
	Why      string // why it is no finer, and on what it rests
	Hint     string // why it is no finer, or on what a day rests that the text does not give itself; "" where nothing asks for a reason
	Rests    string // as Hint, where a list's headings and the date itself do not say it: of a day, and of what is scheduled
	Last     string // ISO day on which it is over, "" where unknown
}

// dater writes dates in the words of a language.
type dater struct {
	w    *theme.Words
	made *dates // nil to make each anew
}

// dates are those that were put into words already: a chronology has few, and
// every card shows three of them.
type dates struct {
	mu sync.RWMutex
	of map[dated]*Date
}

// dated is all that a date's words depend on, beside the language: the value,
// its modifier, the basis on which it rests, and what asks for it.
type dated struct {
	value, mod, basis string
	as                manner
}

// manner is what a date is put into words for.
type manner uint8

const (
	asDate  manner = iota
	asDay          // of publication
	asQuiet        // beside a link
	asPlain        // words alone
	asText         // words with the modifier
)

// once is the date of a key, made where it is the first.
func (d dater) once(key dated, make func() Date) *Date {
	if d.made == nil {
		out := make()
		return &out
	}
	d.made.mu.RLock()
	known := d.made.of[key]
	d.made.mu.RUnlock()
	if known == nil {
		out := make()
		known = &out
		d.made.mu.Lock()
		d.made.of[key] = known
		d.made.mu.Unlock()
	}
	return known
}

// date is a value with its modifier and the basis on which it rests.
func (d dater) date(value, mod, basis string) Date {
	return *d.once(dated{value, mod, basis, asDate}, func() Date { return d.newDate(value, mod, basis) })
}

// sureWeekday is the first year in which no state of Europe kept the Julian
// calendar any more (Greece gave it up in 1923). Which day of the week an
// earlier date was depends on the calendar that its text counts by.
const sureWeekday = 1924

func (d dater) newDate(value, mod, basis string) Date {
	out := Date{Value: value}
	r, ok := calendar.Parse(value)
	if !ok || !r.Known() {
		out.Text = d.say("date.unknown")
		out.Short = out.Text
		out.Why = d.w.Or("basis.none", "")
		out.Hint = out.Why
		return out
	}
	out.Text = d.text(r)
	if r.Single() && r.From.Grain == calendar.Day && mod == "" && r.From.Year >= sureWeekday {
		out.Short = out.Text
		out.Text = d.say("date.day", "weekday", d.say("weekday."+strconv.Itoa(r.From.Weekday())), "plain", out.Text)
	}
	if mod != "" {
		if d.w.Has("mod." + mod) {
			out.Text = d.say("mod."+mod, "date", out.Text)
		}
	}
	if out.Short == "" {
		out.Short = out.Text
	}
	out.Datetime = datetime(r)
	out.Last = calendar.Civil(r.Last()).String()
	out.Why = d.why(r, basis)
	switch {
	case r.Precision() != "day":
		out.Hint = d.w.Or("why."+r.Precision(), out.Why)
	case basis != "explicit" && basis != "own":
		out.Hint, out.Rests = out.Why, out.Why
	}
	return out
}

// day is the day on which something was published or changed: what date is,
// without the day of the week and the reasons, which concern events.
func (d dater) day(value string) Date {
	return *d.once(dated{value: value, as: asDay}, func() Date {
		out := d.newDate(value, "", "")
		if out.Datetime != "" || out.Last != "" {
			out.Text, out.Why, out.Hint, out.Rests = d.plain(value), "", "", ""
		}
		return out
	})
}

// quiet is the date of an event that another one leads to.
func (d dater) quiet(ev *chronology.Event) Date {
	return *d.once(dated{value: ev.Date, mod: ev.Mod, as: asQuiet}, func() Date {
		out := d.newDate(ev.Date, ev.Mod, "")
		if ev.Mod == "" && out.Last != "" {
			out.Text = d.plain(ev.Date)
		}
		out.Why, out.Hint, out.Rests = "", "", ""
		return out
	})
}

// why is why a date is no finer, and on what it rests.
func (d dater) why(r calendar.Range, basis string) string {
	why := d.w.Or("why."+r.Precision(), "")
	if b := d.w.Or("basis."+basis, ""); b != "" {
		if why != "" {
			why += " "
		}
		why += b
	}
	return why
}

// say never fails for the keys of this file, which the strings test holds.
func (d dater) say(key string, pairs ...any) string {
	text, err := d.w.Say(key, pairs...)
	if err != nil {
		return key
	}
	return text
}

// text is a range in words, with what both ends share said once.
func (d dater) text(r calendar.Range) string {
	if r.Single() {
		return d.single(r.From)
	}
	a, b := r.From, r.To
	switch {
	case a.Grain == calendar.Day && b.Grain == calendar.Day && a.Year == b.Year && a.Unit == b.Unit:
		return d.say("range.days", "a", a.Dom, "b", b.Dom, "month", d.monthOf(int(a.Unit)), "year", d.year(a))
	case a.Grain == calendar.Day && b.Grain == calendar.Day && a.Year == b.Year:
		return d.say("range.tight", "a", d.say("date.monthday", "day", a.Dom, "month", d.monthOf(int(a.Unit)), "year", d.year(a)), "b", d.single(b))
	case a.Grain == calendar.Month && b.Grain == calendar.Month && a.Year == b.Year:
		return d.say("range.months", "a", d.month(int(a.Unit)), "b", d.month(int(b.Unit)), "year", d.year(a))
	case a.Grain == calendar.Year && b.Grain == calendar.Year:
		return d.say("range.years", "a", d.year(a), "b", d.year(b))
	}
	return d.say("range.open", "a", d.single(a), "b", d.single(b))
}

func (d dater) single(c calendar.Date) string {
	unit, y := int(c.Unit), d.year(c)
	switch c.Grain {
	case calendar.Day:
		return d.say("date.plainday", "day", c.Dom, "month", d.monthOf(unit), "year", y)
	case calendar.Week:
		return d.say("date.week", "monday", d.single(calendar.Civil(c.First())), "week", unit, "year", y)
	case calendar.Month:
		return d.say("date.month", "month", d.month(unit), "year", y)
	case calendar.Season:
		if unit == 4 {
			return d.say("date.winter", "season", d.say("season.4"), "year", y, "next", d.year(calendar.NewYear(int(c.Year)+1)))
		}
		return d.say("date.season", "season", d.say("season."+strconv.Itoa(unit)), "year", y)
	case calendar.Quarter:
		return d.say("date.quarter", "quarter", d.say("quarter."+strconv.Itoa(unit)), "year", y)
	case calendar.Half:
		return d.say("date.half", "half", d.say("half."+strconv.Itoa(unit)), "year", y)
	case calendar.Decade:
		return d.span("date.decade", c, 10)
	case calendar.Century:
		return d.span("date.century", c, 100)
	}
	return y
}

// plain is a date without the day of the week; a value that is no date stays
// as it is.
func (d dater) plain(value string) string {
	return d.once(dated{value: value, as: asPlain}, func() Date {
		if r, ok := calendar.Parse(value); ok {
			return Date{Text: d.text(r)}
		}
		return Date{Text: value}
	}).Text
}

func (d dater) month(n int) string { return d.say("month." + strconv.Itoa(n)) }

// monthOf is a month as it stands beside a day, which in some languages is
// another form of its name.
func (d dater) monthOf(n int) string { return d.w.Or("month-of."+strconv.Itoa(n), d.month(n)) }

// year is a year in numbers. One before our era is counted as people count,
// without a year 0, and one of less than three digits says its era: "March 14"
// is a day.
func (d dater) year(c calendar.Date) string {
	switch y := int(c.Year); {
	case y < 1:
		return d.say("date.bc", "year", strconv.Itoa(1-y))
	case y < 100:
		return d.say("date.ad", "year", strconv.Itoa(y))
	default:
		return strconv.Itoa(y)
	}
}

// span is a decade or a century, named by its round year.
func (d dater) span(key string, c calendar.Date, size int) string {
	if y := int(c.Year); y < 0 {
		return d.say("date.bc", "year", d.say(key, "year", -y/size*size))
	}
	return d.say(key, "year", strconv.Itoa(int(c.Year)))
}

// datetime is the finest value that HTML has for a range and that is no finer
// than the range.
func datetime(r calendar.Range) string {
	a, b := r.From, r.To
	if a.Year < 1000 || b.Year > 9999 {
		return ""
	}
	if r.Single() {
		switch a.Grain {
		case calendar.Day, calendar.Week, calendar.Month, calendar.Year:
			return a.String()
		}
	}
	first, last := calendar.Civil(r.First()), calendar.Civil(r.Last())
	switch {
	case first.Year != last.Year:
		return ""
	case first.Unit == last.Unit:
		return first.In(calendar.Month).String()
	}
	return first.In(calendar.Year).String()
}
