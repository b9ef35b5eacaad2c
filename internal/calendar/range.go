package calendar

import "strings"

// Of is the range of one date.
func Of(d Date) Range { return Range{d, d} }

// Between is the range from the first day of a to the last of b, or the zero
// Range where b ends before a begins or one is unknown.
func Between(a, b Date) Range {
	if !a.Known() || !b.Known() || b.Last() < a.First() {
		return Range{}
	}
	return Range{a, b}
}

// Parse reads a date or a range a/b as String writes them; false where s is
// anything else.
func Parse(s string) (Range, bool) {
	a, b, both := strings.Cut(s, "/")
	from, ok := ParseDate(a)
	if !ok {
		return Range{}, false
	}
	if !both {
		return Of(from), true
	}
	to, ok := ParseDate(b)
	if !ok || to == from {
		return Range{}, false
	}
	r := Between(from, to)
	return r, r.Known()
}

// String is the spelling of r, "" for the zero Range.
func (r Range) String() string {
	if r.From == r.To {
		return r.From.String()
	}
	return r.From.String() + "/" + r.To.String()
}

// Known reports whether r is known at all.
func (r Range) Known() bool { return r.From.Known() && r.To.Known() }

// Single reports whether r is one date.
func (r Range) Single() bool { return r.Known() && r.From == r.To }

// First is the number of the first day of r.
func (r Range) First() int { return r.From.First() }

// Last is the number of the last day of r.
func (r Range) Last() int { return r.To.Last() }

// CompareGrain is below 0 where r says a date more finely than o, above 0 where it does
// less, and 0 where both are as fine: by their grains where both are one date, so that a
// month is a month be it short or long, else by their days.
func (r Range) CompareGrain(o Range) int {
	if r.Single() && o.Single() {
		return int(r.From.Grain) - int(o.From.Grain)
	}
	return r.Days() - o.Days()
}

// Days is how many days r covers, 0 for the zero Range.
func (r Range) Days() int {
	if !r.Known() {
		return 0
	}
	return r.Last() - r.First() + 1
}

// Contains reports whether every day of o is a day of r.
func (r Range) Contains(o Range) bool {
	return r.Known() && o.Known() && r.First() <= o.First() && o.Last() <= r.Last()
}

// Overlaps reports whether r and o share a day.
func (r Range) Overlaps(o Range) bool {
	return r.Known() && o.Known() && r.First() <= o.Last() && o.First() <= r.Last()
}

// Intersect is the days that r and o share: the one that lies inside the
// other as it is, else the common days, else the zero Range.
func (r Range) Intersect(o Range) Range {
	switch {
	case !r.Overlaps(o):
		return Range{}
	case r.Contains(o):
		return o
	case o.Contains(r):
		return r
	}
	from, to := Civil(max(r.First(), o.First())), Civil(min(r.Last(), o.Last()))
	return Range{from, to}
}

// Compare orders ranges by first day, then the one that ends first, then by
// the grain of their ends. The zero Range comes first.
func (r Range) Compare(o Range) int {
	switch {
	case r == o:
		return 0
	case !r.Known():
		return -1
	case !o.Known():
		return 1
	}
	if c := r.First() - o.First(); c != 0 {
		return sign(c)
	}
	if c := r.Last() - o.Last(); c != 0 {
		return sign(c)
	}
	if c := r.From.Compare(o.From); c != 0 {
		return c
	}
	return r.To.Compare(o.To)
}

var precisions = [...]string{
	None: "none", Day: "day", Week: "week", Month: "month", Season: "season", Quarter: "quarter",
	Half: "half", Year: "year", Decade: "decade", Century: "range",
}

// Precision is how finely r is known, in the words of the command's output:
// day week month season quarter half year decade range none. A century is a
// range.
func (r Range) Precision() string {
	switch {
	case !r.Known():
		return "none"
	case r.From != r.To:
		return "range"
	}
	return precisions[r.From.Grain]
}

// String is the name of a grain.
func (g Grain) String() string {
	if g == Century {
		return "century"
	}
	return precisions[g]
}
