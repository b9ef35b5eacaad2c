package calendar

// A day number counts civil days of the proleptic Gregorian calendar from
// 1970-01-01, which is 0.

// MinYear and MaxYear bound what has a spelling: BC9999 and 9999.
const (
	MinYear = -9998
	MaxYear = 9999
)

// number is the day number of a civil day. The method is Howard Hinnant's
// days_from_civil: years are counted from 1 March, so that the leap day is
// the last of its year.
func number(year, month, dom int) int {
	if month <= 2 {
		year--
	}
	era := floor(year, 400)
	yoe := year - era*400
	doy := (153*((month+9)%12)+2)/5 + dom - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return era*146097 + doe - 719468
}

// civil is the inverse of number.
func civil(n int) (year, month, dom int) {
	n += 719468
	era := floor(n, 146097)
	doe := n - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	dom = doy - (153*mp+2)/5 + 1
	month = (mp+2)%12 + 1
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, dom
}

// floor is a divided by b, rounded towards minus infinity.
func floor(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Leap reports whether the year has a 29 February.
func Leap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// DaysIn is the number of days in a month of a year.
func DaysIn(year, month int) int {
	switch month {
	case 2:
		if Leap(year) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// WeeksIn is the number of ISO weeks in an ISO year, 52 or 53: 28 December is
// always in the last one.
func WeeksIn(year int) int {
	_, w := isoWeek(number(year, 12, 28))
	return w
}

// isoWeek is the ISO year and week of a day: those of its Thursday.
func isoWeek(n int) (year, week int) {
	thursday := n - weekday(n) + 4
	year, _, _ = civil(thursday)
	return year, (thursday-number(year, 1, 1))/7 + 1
}

// monday is the day number of the Monday of an ISO week.
func monday(year, week int) int {
	jan4 := number(year, 1, 4) // always in week 1
	return jan4 - weekday(jan4) + 1 + 7*(week-1)
}

// weekday is 1 for Monday to 7 for Sunday; day 0 was a Thursday.
func weekday(n int) int { return n + 3 - 7*floor(n+3, 7) + 1 }
