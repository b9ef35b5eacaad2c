package calendar

// In is the date of grain g that d stands in, judged by its middle for a
// week (a week belongs to the year of its Thursday) and by its first day
// otherwise. A date is never made finer: it is returned as it is.
func (d Date) In(g Grain) Date {
	if d.Grain == None || g <= d.Grain {
		return d
	}
	if d.Grain == Week && g >= Month {
		return at(d.First()+3, g)
	}
	return at(d.First(), g)
}

// at is the date of grain g that the day with number n stands in.
func at(n int, g Grain) Date {
	y, m, dom := civil(n)
	switch g {
	case Day:
		return NewDay(y, m, dom)
	case Week:
		return NewWeek(isoWeek(n))
	case Month:
		return NewMonth(y, m)
	case Season:
		if m < 3 {
			return NewSeason(y-1, 4)
		}
		return NewSeason(y, m/3)
	case Quarter:
		return NewQuarter(y, (m+2)/3)
	case Half:
		return NewHalf(y, (m+5)/6)
	case Year:
		return NewYear(y)
	case Decade:
		return NewDecade(y)
	case Century:
		return NewCentury(y)
	}
	return Date{}
}

// Add moves d by n units of grain g and keeps its grain: a day plus a month
// is the same day of the next month, or that month's last day where it has
// no such day; a month plus a day is the month that the day after its first
// one stands in. A result beyond the calendar's bounds is the zero Date.
func (d Date) Add(n int, g Grain) Date {
	if d.Grain == None || g == None {
		return Date{}
	}
	const most = 4_000_000 // days; beyond it every sum is out of bounds
	if n > most || n < -most {
		return Date{}
	}
	if d.Grain == Decade && g == Decade || d.Grain == Century && g == Century {
		return d.addSpans(n)
	}
	from := d.First()
	if d.Grain == Week {
		from += 3
	}
	to, ok := move(from, n, g)
	if !ok {
		return Date{}
	}
	return at(to, d.Grain)
}

// addSpans counts decades and centuries as they are written, over the one
// with nine years.
func (d Date) addSpans(n int) Date {
	size := 10
	if d.Grain == Century {
		size = 100
	}
	i := floor(int(d.Year), size) // the groups of BC years end in 1 BC = 0
	if d.Year < 0 {
		i = -((1 - int(d.Year)) / size) - 1
	}
	if i += n; i < 0 {
		return newSpan(d.Grain, 1-(-i*size-1), size)
	}
	return newSpan(d.Grain, max(i*size, 1), size)
}

// move is the day n units of g after day from.
func move(from, n int, g Grain) (int, bool) {
	months := 0
	switch g {
	case Day:
		months, from = 0, from+n
	case Week:
		months, from = 0, from+7*n
	case Month:
		months = n
	case Season, Quarter:
		months = 3 * n
	case Half:
		months = 6 * n
	case Year:
		months = 12 * n
	case Decade:
		months = 120 * n
	case Century:
		months = 1200 * n
	}
	y, m, dom := civil(from)
	if months != 0 {
		i := y*12 + m - 1 + months
		y = floor(i, 12)
		m = i - 12*y + 1
		dom = min(dom, DaysIn(y, m))
	}
	return number(y, m, dom), inBounds(y)
}
