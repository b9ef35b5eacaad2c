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
	made *sync.Map // dated → Date; nil to make each anew
}

// dated is all that a date's words depend on, beside the language: a chronology
// has few such, and every card shows three of them.
type dated struct{ value, mod, basis string }

// date is a value with its modifier and the basis on which it rests.
func (d dater) date(value, mod, basis string) Date {
	if d.made == nil {
		return d.newDate(value, mod, basis)
	}
	key := dated{value, mod, basis}
	if known, ok := d.made.Load(key); ok {
		return known.(Date)
	}
	out := d.newDate(value, mod, basis)
	d.made.Store(key, out)
	return out
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
	if d.made != nil {
		if known, ok := d.made.Load(published(value)); ok {
			return known.(Date)
		}
	}
	out := d.date(value, "", "")
	if out.Datetime != "" || out.Last != "" {
		out.Text, out.Why, out.Hint, out.Rests = d.plain(value), "", "", ""
	}
	if d.made != nil {
		d.made.Store(published(value), out)
	}
	return out
}

// published is the value of a day, as opposed to that of an event's date.
type published string

// quiet is the date of an event that another one leads to.
func (d dater) quiet(ev *chronology.Event) Date {
	out := d.date(ev.Date, ev.Mod, "")
	if ev.Mod == "" && out.Last != "" {
		out.Text = d.plain(ev.Date)
	}
	out.Why, out.Hint, out.Rests = "", "", ""
	return out
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
	r, ok := calendar.Parse(value)
	if !ok {
		return value
	}
	return d.text(r)
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
