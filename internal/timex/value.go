package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// letters are the units of a TIMEX3 duration; those of time follow a T.
var letters = map[string]string{
	"second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y",
}

// larger are the units that TIMEX3 has no letter for, as so many of another.
var larger = map[string]measure{
	"decade": {10, "year"}, "century": {100, "year"}, "millennium": {1000, "year"},
	"fortnight": {2, "week"}, "weekend": {2, "day"},
}

// smaller are the units that a part of another is told in, and how many make one.
var smaller = map[string]measure{
	"year": {12, "month"}, "month": {30, "day"}, "week": {7, "day"}, "day": {24, "hour"},
	"hour": {60, "minute"}, "minute": {60, "second"},
}

// measure is so many of a unit.
type measure struct {
	n    float64
	unit string
}

// durationOf is the value of n units: P3D, PT2H, P2Y6M, PXY.
func durationOf(c *core) string {
	if len(c.above) > 0 {
		return spell(append(c.above[:len(c.above):len(c.above)], amount{int(c.n), c.unit})...)
	}
	n, unit := c.n, c.unit
	if m, ok := larger[unit]; ok {
		n, unit = n*m.n, m.unit
	}
	whole := int(n)
	rest := n - float64(whole)
	small, ok := smaller[unit]
	switch part := rest * small.n; {
	case c.vague:
		return lengthOf(unit, "X")
	case rest == 0:
		return spell(amount{whole, unit})
	case !ok || part != float64(int(part)):
		return lengthOf(unit, strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", n), "0"), "."))
	case whole == 0:
		return spell(amount{int(part), small.unit})
	default:
		return spell(amount{whole, unit}, amount{int(part), small.unit})
	}
}

// lengthOf is the value of n of one unit, as n is written.
func lengthOf(unit, n string) string {
	if ofClock(unit) {
		return "PT" + n + letters[unit]
	}
	return "P" + n + letters[unit]
}

// spell is the value of a length of time in one unit or several, the largest first: P3D,
// P2Y3M, P1DT3H.
func spell(amounts ...amount) string {
	var day, time strings.Builder
	for _, x := range amounts {
		b := &day
		if ofClock(x.unit) {
			b = &time
		}
		b.WriteString(strconv.Itoa(x.n) + letters[x.unit])
	}
	if time.Len() > 0 {
		return "P" + day.String() + "T" + time.String()
	}
	return "P" + day.String()
}

// ofClock reports whether a unit is one of a day's.
func ofClock(unit string) bool { return unit == "hour" || unit == "minute" || unit == "second" }

// setOf is the value of every unit, weekday or month.
func setOf(c *core) string {
	switch {
	case c.weekday > 0:
		v := fmt.Sprintf("XXXX-WXX-%d", c.weekday)
		if c.part != "" {
			v += "T" + c.part
		}
		return v
	case c.month > 0 && c.n > 0:
		return fmt.Sprintf("XXXX-%02d-%02d", c.month, int(c.n))
	case c.month > 0:
		return fmt.Sprintf("XXXX-%02d", c.month)
	case c.season > 0:
		return "XXXX-" + [...]string{"", "SP", "SU", "FA", "WI"}[c.season]
	}
	if c.n == 0 {
		c.n = 1
	}
	return durationOf(c)
}
