package site

import "github.com/dateline-ssg/dateline/internal/calendar"

// Period is a time that a configuration asks for; the zero value is all time.
type Period struct{ from, to calendar.Range }

// PeriodOf is the time from the beginning of one date to the end of another,
// each of any grain; "" leaves its side open.
func PeriodOf(from, to string) Period {
	var p Period
	p.from, _ = calendar.Parse(from)
	p.to, _ = calendar.Parse(to)
	return p
}

// Holds reports whether a date may lie in the period: as in frames, one that
// is known roughly does where any of its days does. What has no date lies in
// all time alone.
func (p Period) Holds(date string) bool {
	if !p.from.Known() && !p.to.Known() {
		return true
	}
	when, _ := calendar.Parse(date)
	return p.holds(when)
}

func (p Period) holds(when calendar.Range) bool {
	if !p.from.Known() && !p.to.Known() {
		return true
	}
	return when.Known() &&
		(!p.from.Known() || when.Last() >= p.from.First()) &&
		(!p.to.Known() || when.First() <= p.to.Last())
}

// Filled are the feeds with the defaults that a zero value stands for.
func (f Feeds) Filled() Feeds {
	d := Default().Feeds
	if f.By == "" {
		f.By = d.By
	}
	if f.Count == 0 {
		f.Count = d.Count
	}
	return f
}
