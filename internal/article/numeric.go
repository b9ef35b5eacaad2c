package article

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// iso is 2025-09-03, 2025/09/03, 2025-09 and 2025-Q3. A time behind a T is read
// over.
func (d dateReader) iso(i int) written {
	if len(d.text(i)) != 4 || d.number(i) == 0 || !d.tied(i+1, "-/") {
		return written{}
	}
	year, unit := d.number(i), d.text(i+2)
	if len(unit) == 2 && (unit[0] == 'Q' || unit[0] == 'q') && '1' <= unit[1] && unit[1] <= '4' {
		return written{year: year, unit: int(unit[1] - '0'), grain: calendar.Quarter, to: i + 3}
	}
	if len(unit) != 2 || d.number(i+2) < 1 || d.number(i+2) > 12 {
		return written{}
	}
	if d.text(i+1) == "/" && d.number(i+2) == year%100+1 && !d.tied(i+3, "/") {
		return written{} // 2008/09: a month, or two years; the years hold both
	}
	w := written{year: year, month: d.number(i + 2), grain: calendar.Month, to: i + 3}
	if last := d.text(i + 4); d.tied(i+3, d.text(i+1)) && len(last) >= 2 {
		if day := number(last[:2]); day > 0 {
			w.day, w.grain, w.to = day, calendar.Day, i+5
			if len(last) > 2 && last[2] == 'T' {
				w.to = d.clock(i + 5)
			}
		}
	}
	return w
}

// clock is the word behind the minutes and seconds that go on at word i.
func (d dateReader) clock(i int) int {
	for d.tied(i, ":") && d.text(i+1) != "" && '0' <= d.text(i + 1)[0] && d.text(i + 1)[0] <= '9' {
		i += 2
	}
	return i
}

// slashed is 25/9/2025 and 9/25/2025, where only one order gives a day.
func (d dateReader) slashed(i int) written {
	if !d.tied(i+1, "/") || !d.tied(i+3, "/") || len(d.text(i+4)) != 4 {
		return written{}
	}
	day, month, year := d.number(i), d.number(i+2), d.number(i+4)
	if day <= 12 && month <= 12 && day != month {
		return written{}
	}
	if month > 12 {
		day, month = month, day
	}
	if day < 1 || month < 1 || month > 12 || year == 0 {
		return written{}
	}
	return written{year: year, month: month, day: day, grain: calendar.Day, to: i + 5}
}

// shortYear is the second year of 1914–18 and 1998/99, of which only two figures
// are written; a slash joins a year and the next. Without one it is w.
func (d dateReader) shortYear(w written) written {
	last := d.text(w.to + 1)
	year := w.year/100*100 + number(last)
	if len(last) != 2 || !d.tied(w.to, "-–/") || year <= w.year || d.text(w.to) == "/" && year != w.year+1 {
		return w
	}
	return written{year: year, grain: calendar.Year, to: w.to + 2}
}

// dashed is 3-Sep-2025.
func (d dateReader) dashed(i int) written {
	if !d.tied(i+1, "-") || !d.tied(i+3, "-") || len(d.text(i+4)) != 4 {
		return written{}
	}
	month, ok := d.month(i + 2)
	if day := d.ordinal(i); ok && day > 0 && d.number(i+4) > 0 {
		return written{year: d.number(i + 4), month: month, day: day, grain: calendar.Day, to: i + 5}
	}
	return written{}
}

// tied reports whether word i is one of the marks, without a blank on either side.
func (d dateReader) tied(i int, marks string) bool {
	return i+1 < len(d.words) && d.text(i) != "" && strings.Contains(marks, d.text(i)) && !d.words[i].Space && !d.words[i+1].Space
}

// dotted is 3.9.2025 and 03.09.2025: day, month, year.
func (d dateReader) dotted(i int) written {
	parts := strings.Split(d.text(i), ".")
	if len(parts) != 3 || len(parts[2]) != 4 {
		return written{}
	}
	w := written{year: number(parts[2]), month: number(parts[1]), day: number(parts[0]), grain: calendar.Day, to: i + 1}
	if w.month < 1 || w.month > 12 || w.day < 1 || w.year == 0 {
		return written{}
	}
	return w
}
