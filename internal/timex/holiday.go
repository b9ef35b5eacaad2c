package timex

import (
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// holiday is the day of a year that on names: 12-25; 11-4-4, the fourth
// Thursday of November (a fifth is the last), 11-1-1+1, the day after the
// first Monday of November; easter-2; pascha-2, from the
// Easter of the eastern churches; 06-06=1944 for a day of one year alone.
func holiday(on string, year int) calendar.Date {
	if days, ok := strings.CutPrefix(on, "easter"); ok {
		n, _ := strconv.Atoi(days)
		return easter(year).Add(n, calendar.Day)
	}
	if days, ok := strings.CutPrefix(on, "pascha"); ok {
		n, _ := strconv.Atoi(days)
		return pascha(year).Add(n, calendar.Day)
	}
	on, only, once := strings.Cut(on, "=")
	if once {
		year, _ = strconv.Atoi(only)
	}
	on, days, _ := strings.Cut(on, "+")
	after, _ := strconv.Atoi(days)
	p := strings.Split(on, "-")
	month, _ := strconv.Atoi(p[0])
	dom, _ := strconv.Atoi(p[1])
	if len(p) == 2 {
		return calendar.NewDay(year, month, dom)
	}
	nth, _ := strconv.Atoi(p[2])
	return nthWeekday(year, month, dom, nth).Add(after, calendar.Day)
}

// final is a number by which the last day of a month is counted; the last
// weekday is any that is not there, as the fifth.
const final = 31

// nthWeekday is the nth weekday of a month, or the last where there are fewer.
func nthWeekday(year, month, weekday, nth int) calendar.Date {
	first := calendar.NewDay(year, month, 1)
	d := first.Add((weekday-first.Weekday()+7)%7+7*(min(nth, 5)-1), calendar.Day)
	if d.Month() != month {
		d = d.Add(-1, calendar.Week)
	}
	return d
}

// easter is Easter Sunday in the Gregorian calendar, by the method that J. M.
// Oudin published in 1940.
func easter(year int) calendar.Date {
	c := year / 100
	n := year % 19
	k := (c - 17) / 25
	i := (c - c/4 - (c-k)/3 + 19*n + 15) % 30
	i -= (i / 28) * (1 - (i/28)*(29/(i+1))*((21-n)/11))
	j := (year + year/4 + i + 2 - c + c/4) % 7
	l := i - j
	month := 3 + (l+40)/44
	return calendar.NewDay(year, month, l+28-31*(month/4))
}

// pascha is Easter Sunday of the eastern churches, a day of the Gregorian
// calendar: by the method of J. Meeus (Astronomical Algorithms, 1991) in the
// Julian one, which is behind by the leap years of centuries.
func pascha(year int) calendar.Date {
	d := (19*(year%19) + 15) % 30
	e := (2*(year%4) + 4*(year%7) - d + 34) % 7
	n := d + e + 114
	behind := year/100 - year/400 - 2
	return calendar.NewDay(year, n/31, n%31+1).Add(behind, calendar.Day)
}
