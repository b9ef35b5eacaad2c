package calendar

// NewDay is the civil day, or the zero Date where there is no such day.
func NewDay(year, month, dom int) Date {
	if month < 1 || month > 12 || dom < 1 || dom > DaysIn(year, month) || !inBounds(year) {
		return Date{}
	}
	return Date{Year: int32(year), Grain: Day, Unit: uint8(month), Dom: uint8(dom)}
}

// NewMonth is a month, or the zero Date.
func NewMonth(year, month int) Date { return newUnit(Month, year, month, 12) }

// NewWeek is an ISO week of an ISO year, or the zero Date.
func NewWeek(year, week int) Date { return newUnit(Week, year, week, WeeksIn(year)) }

// NewSeason is a season (1 to 4: SP, SU, FA, WI), or the zero Date.
func NewSeason(year, season int) Date { return newUnit(Season, year, season, 4) }

// NewQuarter is a quarter, or the zero Date.
func NewQuarter(year, quarter int) Date { return newUnit(Quarter, year, quarter, 4) }

// NewHalf is half a year, or the zero Date.
func NewHalf(year, half int) Date { return newUnit(Half, year, half, 2) }

// NewYear is a year, or the zero Date; 0 is 1 BC.
func NewYear(year int) Date { return newUnit(Year, year, 0, 0) }

// NewDecade is the decade that the year stands in: 1994 is in 199.
func NewDecade(year int) Date { return newSpan(Decade, year, 10) }

// NewCentury is the hundred years that the year stands in, by its first
// digits: 1994 is in 19.
func NewCentury(year int) Date { return newSpan(Century, year, 100) }

func newUnit(g Grain, year, unit, most int) Date {
	if !inBounds(year) || unit > most || unit < min(most, 1) {
		return Date{}
	}
	return Date{Year: int32(year), Grain: g, Unit: uint8(unit)}
}

// newSpan is the decade or century of a year. Years are grouped by how they
// are written, so that the first decade is 1 to 9 and BC years count back:
// BC004 is BC0049 to BC0040.
func newSpan(g Grain, year, size int) Date {
	switch {
	case !inBounds(year):
		return Date{}
	case year < 1:
		bc := 1 - year
		return Date{Year: int32(1 - (bc/size*size + size - 1)), Grain: g}
	}
	return Date{Year: int32(year / size * size), Grain: g}
}

func inBounds(year int) bool { return MinYear <= year && year <= MaxYear }

// Civil is the day with a day number.
func Civil(n int) Date {
	y, m, d := civil(n)
	return NewDay(y, m, d)
}

// Known reports whether d is known at all.
func (d Date) Known() bool { return d.Grain != None }

// Month is the month 1 to 12 that a Day or Month stands in, else 0.
func (d Date) Month() int {
	if d.Grain == Day || d.Grain == Month {
		return int(d.Unit)
	}
	return 0
}

// First is the number of the first day of d.
func (d Date) First() int {
	y, u := int(d.Year), int(d.Unit)
	switch d.Grain {
	case Day:
		return number(y, u, int(d.Dom))
	case Week:
		return monday(y, u)
	case Month:
		return number(y, u, 1)
	case Season: // SP begins in March, WI in December
		return number(y, 3*u, 1)
	case Quarter:
		return number(y, 3*u-2, 1)
	case Half:
		return number(y, 6*u-5, 1)
	case Decade, Century:
		if y == 0 {
			y = 1 // there is no year 0 in 000 and 00
		}
	}
	return number(y, 1, 1)
}

// Last is the number of the last day of d.
func (d Date) Last() int {
	y, u := int(d.Year), int(d.Unit)
	switch d.Grain {
	case Day:
		return d.First()
	case Week:
		return d.First() + 6
	case Month:
		return number(y, u, DaysIn(y, u))
	case Season:
		if u == 4 {
			return number(y+1, 2, DaysIn(y+1, 2))
		}
		return number(y, 3*u+2, DaysIn(y, 3*u+2))
	case Quarter:
		return number(y, 3*u, DaysIn(y, 3*u))
	case Half:
		return number(y, 6*u, DaysIn(y, 6*u))
	case Decade:
		return number(lastYear(y, 10), 12, 31)
	case Century:
		return number(lastYear(y, 100), 12, 31)
	}
	return number(y, 12, 31)
}

func lastYear(first, size int) int {
	last := first + size - 1
	if first < 0 {
		last = min(last, 0)
	}
	return last
}

// Weekday is 1 for Monday to 7 for Sunday, and 0 for what is not a Day.
func (d Date) Weekday() int {
	if d.Grain != Day {
		return 0
	}
	return weekday(d.First())
}

// WeekOf is the ISO week that the first day of d stands in.
func (d Date) WeekOf() Date { return d.In(Week) }

// Finer reports whether d is known more finely than g.
func (d Date) Finer(g Grain) bool { return d.Grain != None && d.Grain < g }

// Coarser reports whether d is known less finely than g.
func (d Date) Coarser(g Grain) bool { return d.Grain > g }

// Compare orders dates by their first day, then the shorter first, then by
// grain. The zero Date comes first.
func (d Date) Compare(e Date) int {
	switch {
	case d == e:
		return 0
	case !d.Known():
		return -1
	case !e.Known():
		return 1
	}
	if c := d.First() - e.First(); c != 0 {
		return sign(c)
	}
	if c := d.Last() - e.Last(); c != 0 {
		return sign(c)
	}
	return sign(int(d.Grain) - int(e.Grain))
}

// Before reports whether all of d is before all of e.
func (d Date) Before(e Date) bool { return d.Known() && e.Known() && d.Last() < e.First() }

// Contains reports whether every day of e is a day of d.
func (d Date) Contains(e Date) bool {
	return d.Known() && e.Known() && d.First() <= e.First() && e.Last() <= d.Last()
}

func sign(n int) int { return min(max(n, -1), 1) }
