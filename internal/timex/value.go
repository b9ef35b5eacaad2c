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

// durationOf is the value of n units: P3D, PT2H, P2Y6M, PXY.
func durationOf(c *core) string {
	if len(c.above) > 0 {
		return sumOf(c)
	}
	n, unit := c.n, c.unit
	switch unit {
	case "decade":
		n, unit = n*10, "year"
	case "century":
		n, unit = n*100, "year"
	case "millennium":
		n, unit = n*1000, "year"
	case "fortnight":
		n, unit = n*2, "week"
	case "weekend":
		n, unit = n*2, "day"
	}
	letter := letters[unit]
	p := "P"
	if unit == "hour" || unit == "minute" || unit == "second" {
		p = "PT"
	}
	if c.vague {
		switch c.unit {
		case "decade":
			return "PXY"
		case "century":
			return "PXY"
		}
		return p + "X" + letter
	}
	whole := int(n)
	rest := n - float64(whole)
	if rest == 0 {
		return p + strconv.Itoa(whole) + letter
	}
	small, size := "", 0.0
	switch unit {
	case "year":
		small, size = "M", 12
	case "week":
		small, size = "D", 7
	case "day":
		small, size = "H", 24
	case "hour":
		small, size = "M", 60
	case "minute":
		small, size = "S", 60
	case "month":
		small, size = "D", 30
	}
	part := rest * size
	if size == 0 || part != float64(int(part)) {
		return p + strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", n), "0"), ".") + letter
	}
	first := ""
	if whole > 0 {
		first = strconv.Itoa(whole) + letter
	}
	if unit == "day" {
		small = "TH"
		return p + first + "T" + strconv.Itoa(int(part)) + "H"
	}
	return p + first + strconv.Itoa(int(part)) + small
}

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
