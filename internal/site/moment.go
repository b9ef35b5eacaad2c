package site

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// moment is a place in time: all that a layout takes from a date. Events of
// one date share it.
type moment struct {
	when        calendar.Range
	first, last int           // numbers of its first and last day
	begins      calendar.Date // its first day
	month       calendar.Date // as inMonth gives it
	rough       int           // as coarse says
	year        string        // id of the year in which it begins
	on          bool          // it goes on in another year than that
	group       string        // anchor under which it is listed
}

// newMoment is the place of a date value, undated for one that is none.
func newMoment(date string) *moment {
	m := &moment{year: "undated", group: "undated", rough: 3}
	if m.when, _ = calendar.Parse(date); !m.when.Known() {
		return m
	}
	m.first, m.last = m.when.First(), m.when.Last()
	m.begins = calendar.Civil(m.first)
	m.rough = coarse(m.last - m.first + 1)
	m.year = m.begins.In(calendar.Year).String()
	m.on = calendar.Civil(m.last).Year != m.begins.Year
	switch {
	case m.rough <= 1:
		m.month = m.begins.In(calendar.Month)
		m.group = m.month.String()
	case m.on:
		m.group = m.year + "-on"
	default:
		m.group = m.year
	}
	return m
}

// coarse is 0 for days of which all is known to a week or better, 1 to a month,
// 2 for all that is coarser and so comes after the months of its year; 3 is
// what has no date.
func coarse(days int) int {
	switch {
	case days <= 16:
		return 0
	case days <= 31:
		return 1
	}
	return 2
}

// inMonth is the month in which a moment stands: that of its first day, unless
// it is coarser than a month and so belongs to its year alone.
func (m *moment) inMonth() (calendar.Date, bool) { return m.month, m.month != calendar.Date{} }
