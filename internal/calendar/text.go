package calendar

import (
	"strconv"
	"strings"
)

var seasons = [...]string{"", "SP", "SU", "FA", "WI"}

// String is the ISO 8601 or TIMEX3 spelling, "" for the zero Date.
func (d Date) String() string {
	var buf [16]byte
	return string(d.Append(buf[:0]))
}

// Append appends the spelling of d to b.
func (d Date) Append(b []byte) []byte {
	if d.Grain == None {
		return b
	}
	y := int(d.Year)
	if y < 1 && (d.Grain < Decade || y < 0) {
		b = append(b, "BC"...)
		y = 1 - y
	}
	switch d.Grain {
	case Century:
		return pad(b, y/100, 2)
	case Decade:
		return pad(b, y/10, 3)
	}
	b = pad(b, y, 4)
	switch d.Grain {
	case Day:
		b = pad(append(b, '-'), int(d.Unit), 2)
		return pad(append(b, '-'), int(d.Dom), 2)
	case Week:
		return pad(append(b, "-W"...), int(d.Unit), 2)
	case Month:
		return pad(append(b, '-'), int(d.Unit), 2)
	case Season:
		return append(append(b, '-'), seasons[d.Unit]...)
	case Quarter:
		return pad(append(b, "-Q"...), int(d.Unit), 1)
	case Half:
		return pad(append(b, "-H"...), int(d.Unit), 1)
	}
	return b
}

// pad appends n with zeros before it up to width.
func pad(b []byte, n, width int) []byte {
	for p := 1; width > 1; width-- {
		if p *= 10; n < p {
			b = append(b, zeros[:width-1]...)
			break
		}
	}
	return strconv.AppendInt(b, int64(n), 10)
}

const zeros = "000"

// ParseDate reads one date as String writes it; false where s is anything
// else, an impossible date included.
func ParseDate(s string) (Date, bool) {
	rest, bc := strings.CutPrefix(s, "BC")
	head, tail, dashed := strings.Cut(rest, "-")
	n, ok := digits(head)
	if !ok {
		return Date{}, false
	}
	var d Date
	switch {
	case len(head) == 4:
		if n == 0 {
			return Date{}, false
		}
		if bc {
			n = 1 - n
		}
		d = parseUnit(n, tail, dashed)
	case dashed:
	case len(head) == 3:
		d = parseSpan(Decade, n, 10, bc)
	case len(head) == 2:
		d = parseSpan(Century, n, 100, bc)
	}
	return d, d.Known()
}

func parseSpan(g Grain, n, size int, bc bool) Date {
	if bc {
		return newSpan(g, 1-(n*size+size-1), size)
	}
	return newSpan(g, max(n*size, 1), size)
}

// parseUnit reads what follows a year.
func parseUnit(year int, s string, dashed bool) Date {
	if !dashed {
		return NewYear(year)
	}
	if len(s) == 5 && s[2] == '-' {
		m, ok := digits(s[:2])
		d, fine := digits(s[3:])
		if !ok || !fine {
			return Date{}
		}
		return NewDay(year, m, d)
	}
	if n, ok := digits(s); ok && len(s) == 2 {
		return NewMonth(year, n)
	}
	for i, name := range seasons {
		if i > 0 && s == name {
			return NewSeason(year, i)
		}
	}
	if len(s) < 2 {
		return Date{}
	}
	n, ok := digits(s[1:])
	switch {
	case !ok:
	case s[0] == 'W' && len(s) == 3:
		return NewWeek(year, n)
	case s[0] == 'Q' && len(s) == 2:
		return NewQuarter(year, n)
	case s[0] == 'H' && len(s) == 2:
		return NewHalf(year, n)
	}
	return Date{}
}

// digits is the number that s writes with digits alone, at most four.
func digits(s string) (int, bool) {
	if s == "" || len(s) > 4 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}
