package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// few is how many years are counted to the month.
const few = 2

// counted is n units from a date: weeks are counted in days and a few years in months,
// where it tells these.
func counted(from calendar.Date, n int, unit calendar.Grain) calendar.Date {
	switch {
	case unit == calendar.Week && from.Grain == calendar.Day:
		return from.Add(7*n, calendar.Day)
	case unit == calendar.Year && -few <= n && n <= few && (from.Grain == calendar.Day || from.Grain == calendar.Month):
		return from.In(calendar.Month).Add(12*n, calendar.Month)
	}
	return from.In(unit).Add(n, unit)
}

// countsOn gives "a week later", told from a day, the day that it says, and "a year
// later", told from a day or month, the month. What lies more years off is as vague as
// it is told.
func (b *block) countsOn() {
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type != timex.Date || e.Reference != timex.Story || !e.When.Single() || e.Mod != "" || b.is(aDefinite, e.From) {
			continue // the week before: that of the calendar
		}
		if !b.is(aLater, e.To-1) && !b.is(anEarlier, e.To-1) && !b.is(aThat, e.To-1) {
			continue
		}
		from, to := e.Anchor, e.When.From
		switch {
		case to.Grain == calendar.Week && from.Grain == calendar.Day:
			e.When = calendar.Of(counted(from, weeks(from.WeekOf(), to), calendar.Week))
		case to.Grain == calendar.Year && (from.Grain == calendar.Day || from.Grain == calendar.Month):
			e.When = calendar.Of(counted(from, int(to.Year-from.Year), calendar.Year))
		}
	}
}

// weeks is how many weeks lie between two.
func weeks(from, to calendar.Date) int { return int(to.First()-from.First()) / 7 }
