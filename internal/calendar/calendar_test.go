package calendar

import (
	"fmt"
	"testing"
	"time"
)

func date(t testing.TB, s string) Date {
	t.Helper()
	d, ok := ParseDate(s)
	if !ok {
		t.Fatalf("%q is no date", s)
	}
	return d
}

func TestBounds(t *testing.T) {
	for _, c := range []struct{ value, first, last string }{
		{"2025-09-03", "2025-09-03", "2025-09-03"},
		{"2025-W36", "2025-09-01", "2025-09-07"},
		{"2020-W53", "2020-12-28", "2021-01-03"},
		{"2024-02", "2024-02-01", "2024-02-29"},
		{"2025-SP", "2025-03-01", "2025-05-31"},
		{"2023-WI", "2023-12-01", "2024-02-29"},
		{"2025-Q3", "2025-07-01", "2025-09-30"},
		{"2025-H1", "2025-01-01", "2025-06-30"},
		{"2025", "2025-01-01", "2025-12-31"},
		{"202", "2020-01-01", "2029-12-31"},
		{"20", "2000-01-01", "2099-12-31"},
		{"000", "0001-01-01", "0009-12-31"},
		{"BC004", "BC0049-01-01", "BC0040-12-31"},
		{"BC000", "BC0009-01-01", "BC0001-12-31"},
		{"BC04", "BC0499-01-01", "BC0400-12-31"},
		{"BC0044", "BC0044-01-01", "BC0044-12-31"},
		{"2025-09/2025-10-02", "2025-09-01", "2025-10-02"},
	} {
		r, ok := Parse(c.value)
		if !ok {
			t.Errorf("%s does not parse", c.value)
			continue
		}
		if f, l := Civil(r.First()).String(), Civil(r.Last()).String(); f != c.first || l != c.last {
			t.Errorf("%s: got %s to %s, want %s to %s", c.value, f, l, c.first, c.last)
		}
	}
}

func TestParseRejects(t *testing.T) {
	for _, s := range []string{
		"", "2", "20256", "2025-13", "2025-00", "2025-02-29", "2025-W54", "2021-W53", "2025-Q5", "2025-Q0",
		"2025-H3", "2025-9-3", "2025-XX", "0000", "2025-09-03/2025-09-02", "2025/2025", "2025/", "/2025",
		"P1D", "PAST_REF", "2025-09-03T10:00", "BC0000", "202-SP", "+202", "2025-W1",
	} {
		if r, ok := Parse(s); ok {
			t.Errorf("%q parses as %v", s, r)
		}
	}
}

func TestAdd(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		g    Grain
		want string
	}{
		{"2025-01-31", 1, Month, "2025-02-28"},
		{"2021-11-10", 1, Month, "2021-12-10"},
		{"2024-02-29", 1, Year, "2025-02-28"},
		{"2024-12-31", 1, Day, "2025-01-01"},
		{"2025-09-03", -1, Week, "2025-08-27"},
		{"2020-W53", 1, Week, "2021-W01"},
		{"2021-W01", -1, Week, "2020-W53"},
		{"2025-W01", -1, Year, "2024-W01"},
		{"2025-11", 2, Month, "2026-01"},
		{"2025-01", -1, Month, "2024-12"},
		{"2025-Q4", 1, Quarter, "2026-Q1"},
		{"2025-Q1", -4, Quarter, "2024-Q1"},
		{"2025-H2", 1, Half, "2026-H1"},
		{"2025-WI", 1, Season, "2026-SP"},
		{"2025-SP", -1, Season, "2024-WI"},
		{"2025-WI", 1, Year, "2026-WI"},
		{"199", 1, Decade, "200"},
		{"000", -1, Decade, "BC000"},
		{"BC000", -1, Decade, "BC001"},
		{"BC00", 1, Century, "00"},
		{"19", 1, Century, "20"},
		{"2025", -5, Year, "2020"},
		{"0001", -1, Year, "BC0001"},
		{"2025", 1, Month, "2025"},
		{"2025-09", 3, Decade, "2055-09"},
	} {
		if got := date(t, c.from).Add(c.n, c.g).String(); got != c.want {
			t.Errorf("%s + %d %v: got %s, want %s", c.from, c.n, c.g, got, c.want)
		}
	}
	if d := date(t, "2025").Add(9000, Year); d.Known() {
		t.Errorf("a year beyond the calendar: %v", d)
	}
}

// TestDays compares with the standard library over 800 years.
func TestDays(t *testing.T) {
	for n := -200_000; n < 100_000; n += 3 {
		at := time.Unix(int64(n)*86400, 0).UTC()
		d := Civil(n)
		if d.String() != at.Format(time.DateOnly) || d.First() != n {
			t.Fatalf("day %d: got %v, want %s", n, d, at.Format(time.DateOnly))
		}
		if want := (int(at.Weekday())+6)%7 + 1; d.Weekday() != want {
			t.Fatalf("%v: weekday %d, want %d", d, d.Weekday(), want)
		}
		y, w := at.ISOWeek()
		if got, want := d.WeekOf().String(), fmt.Sprintf("%04d-W%02d", y, w); got != want {
			t.Fatalf("%v: week %s, want %s", d, got, want)
		}
	}
}

// TestAt holds At to its law: the date that a day stands in contains it, its
// neighbours are disjoint, and adding 1 unit gives the neighbour.
func TestAt(t *testing.T) {
	for n := -900_000; n < 100_000; n += 97 {
		for g := Day; g <= Century; g++ {
			d := at(n, g)
			if d.First() > n || n > d.Last() {
				t.Fatalf("%v does not contain %v", d, Civil(n))
			}
			next := at(d.Last()+1, g)
			if next.First() != d.Last()+1 || d.Add(1, g) != next || next.Add(-1, g) != d {
				t.Fatalf("%v, then %v; one added %v, taken away %v", d, next, d.Add(1, g), next.Add(-1, g))
			}
			if d.In(Day) != d || !d.Before(next) || d.Compare(next) != -1 {
				t.Fatalf("%v and %v are out of order", d, next)
			}
		}
	}
}

func TestRange(t *testing.T) {
	p := func(s string) Range {
		r, ok := Parse(s)
		if !ok {
			t.Fatal(s)
		}
		return r
	}
	for _, c := range []struct{ a, b, want string }{
		{"2025-09", "2025-09-03", "2025-09-03"},
		{"2025-W36", "2025-09", "2025-W36"},
		{"2025-W40", "2025-09", "2025-09-29/2025-09-30"},
		{"2025", "2024", ""},
		{"2024-06/2025-03", "2025", "2025-01-01/2025-03-31"},
	} {
		if got := p(c.a).Intersect(p(c.b)).String(); got != c.want {
			t.Errorf("%s and %s: got %q, want %q", c.a, c.b, got, c.want)
		}
	}
	for _, c := range []struct{ value, want string }{
		{"2025-09-03", "day"}, {"2025-W36", "week"}, {"2025-09", "month"}, {"2025-FA", "season"}, {"2025-Q1", "quarter"},
		{"2025-H2", "half"}, {"2025", "year"}, {"202", "decade"}, {"20", "range"}, {"2024/2025", "range"},
	} {
		if got := p(c.value).Precision(); got != c.want {
			t.Errorf("%s: got %s, want %s", c.value, got, c.want)
		}
	}
	if (Range{}).Precision() != "none" || (Range{}).String() != "" || (Range{}).Days() != 0 {
		t.Error("the zero range is not unknown")
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2025-09-03", "2025-W36", "BC0044-03-15", "199", "19", "2025-WI/2026-Q1", "BC00", "000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r, ok := Parse(s)
		if !ok {
			if r != (Range{}) {
				t.Fatalf("%q: false and %v", s, r)
			}
			return
		}
		if r.String() != s {
			t.Fatalf("%q prints as %q", s, r.String())
		}
		if r.First() > r.Last() {
			t.Fatalf("%q ends before it begins", s)
		}
	})
}

func FuzzAdd(f *testing.F) {
	f.Add(20_000, 5, uint8(Month), uint8(Day))
	f.Fuzz(func(t *testing.T, day, n int, by, grain uint8) {
		if day < -3_000_000 || day > 2_000_000 {
			return
		}
		d := at(day, Grain(grain%10))
		if !d.Known() {
			return
		}
		e := d.Add(n, Grain(by%10))
		if e.Known() && e.Grain != d.Grain {
			t.Fatalf("%v + %d %v changes its grain: %v", d, n, Grain(by%10), e)
		}
		if e.Known() {
			if r, ok := Parse(e.String()); !ok || r != Of(e) {
				t.Fatalf("%v does not parse back: %v", e, r)
			}
		}
	})
}
