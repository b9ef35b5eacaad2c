// Package calendar knows dates to some grain and reckons with them.
//
// A Date is a civil date: no time zone shifts it, and it is no finer than its
// grain. A Range is what the chronology sorts and merges by. Both are small
// comparable values whose zero means unknown.
package calendar

// Grain is how finely a date is known.
type Grain uint8

// From fine to coarse, so that a larger Grain is a coarser date.
const (
	None Grain = iota
	Day
	Week    // ISO week, Monday to Sunday
	Month   //
	Season  // SP, SU, FA, WI; WI runs from December into the next year
	Quarter //
	Half    //
	Year    //
	Decade  //
	Century //
)

// Date is a civil date known to a grain. Unit is the month 1–12 (Day, Month),
// the ISO week 1–53, the quarter 1–4, the half 1–2, or the season 1–4 (SP, SU,
// FA, WI). Dom is the day of the month and set for Day alone. Year is the ISO
// year for Week, the first year for Decade and Century, the starting year for
// the season WI; years before 1 are BC (0 is 1 BC).
type Date struct {
	Year  int32
	Grain Grain
	Unit  uint8
	Dom   uint8
}

// Range is the span of time from the first day of From to the last day of To.
// A single date has To equal to From. The zero Range is unknown.
type Range struct {
	From, To Date
}
