package article

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// reckon gives the entries that say no year one: that of the heading above
// them, until one of their run says its own; else what the years of the run
// leave, else that nearest to the day of publication.
func reckon(es []entry, dct calendar.Date) {
	year := 0
	for i := 0; i < len(es); {
		if es[i].as == isContext {
			year = es[i].from.year
			i++
			continue
		}
		j := i + 1
		for j < len(es) && es[j].run == es[i].run {
			j++
		}
		run := es[i:j]
		said := slices.IndexFunc(run, func(e entry) bool { return e.from.year > 0 })
		if year > 0 {
			if said < 0 {
				said = len(run)
			}
			for k := range run[:said] {
				run[k].set(year)
			}
			run, said = run[said:], 0
		}
		fill(run, said, dct)
		i = j
	}
}

// set gives an entry the year, where it says none.
func (e *entry) set(year int) {
	if e.from.year == 0 {
		e.from.year = year
	}
	if e.to.year == 0 {
		e.to.year = e.from.year
	}
}

// fill reckons the years of a run without a year above it from those that some
// of it say, the first of them entry said, else from the day of publication.
func fill(run []entry, said int, dct calendar.Date) {
	step := direction(run)
	if said >= 0 {
		spread(run, said, step)
		return
	}
	if !dct.Known() {
		return
	}
	best, nearest := 0, 0
	for year := int(dct.Year) - 1; year <= int(dct.Year)+1; year++ {
		tried := slices.Clone(run)
		tried[0].set(year)
		spread(tried, 0, step)
		if far := farthest(tried, dct); best == 0 || far < nearest {
			best, nearest = year, far
		}
	}
	if len(run) < series && nearest > recent {
		return // too little to go by: its prose is read as any other
	}
	run[0].set(best)
	spread(run, 0, step)
}

// recent is how many days from publication a few entries may be, of which none
// says its year: of another year they would be far off.
const recent = 60

// spread reckons the years of a run both ways from entry k, which has one.
func spread(run []entry, k, step int) {
	for i := k + 1; i < len(run); i++ {
		run[i].beside(run[i-1].from, step)
	}
	for i := k - 1; i >= 0; i-- {
		run[i].beside(run[i+1].from, -step)
	}
}

// farthest is the greatest number of days between a day of a run and another.
func farthest(run []entry, day calendar.Date) int {
	far := 0
	for _, e := range run {
		if d := e.from.date(); d.Known() {
			far = max(far, abs(d.First()-day.First()))
		}
	}
	return far
}

// direction is 1 where a run goes forward in time and -1 where it goes back: as
// the years that it says do, else as most of its steps within a year, and if
// these say nothing as they go by the shorter way around the year.
func direction(run []entry) int {
	years, steps, way, last := 0, 0, 0, 0
	for k := range run {
		b := run[k].from
		if b.year > 0 && last > 0 {
			years += sign(b.year - last)
		}
		if b.year > 0 {
			last = b.year
		}
		if k == 0 || b.month == 0 || run[k-1].from.month == 0 {
			continue
		}
		d := b.order() - run[k-1].from.order()
		steps += sign(d)
		way += d - yearOrder*sign(d/(yearOrder/2+1))
	}
	switch {
	case years != 0:
		return sign(years)
	case steps < -1 || steps <= 0 && way < 0:
		return -1
	}
	return 1
}

// order is where in a year a date stands, in days of months of 32.
func (w written) order() int { return 32*w.month + w.day }

// yearOrder is the order of a year.
const yearOrder = 32 * 12

func abs(n int) int { return max(n, -n) }

// sign is -1, 0 or 1.
func sign(n int) int { return cmp.Compare(n, 0) }

// beside gives an entry without a year the year of its neighbour, or the next
// one in the direction of the list where it would stand on the wrong side.
func (e *entry) beside(w written, step int) {
	year := w.year
	if e.from.year == 0 && e.from.month > 0 && w.month > 0 && step*(e.from.order()-w.order()) < 0 && e.from.month != w.month {
		year += step
	}
	e.set(year)
}
