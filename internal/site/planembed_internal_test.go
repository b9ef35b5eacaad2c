package site

import (
	"fmt"
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestSpan: the name of a part says where it ends, if one of its events lasts
// longer than its year.
func TestSpan(t *testing.T) {
	for want, dates := range map[string][]string{
		"2024":            {"2024-03-01", "2024"},
		"2024/2025-01-02": {"2024-03-01", "2024-12-30/2025-01-02", "2024-12"},
		"2024/2029-12-31": {"2024", "2024/2029"},
		"undated":         {},
	} {
		part := &stretch{id: "2024", when: calendar.NewYear(2024)}
		if len(dates) == 0 {
			part = &stretch{id: "undated", entries: []*entry{{moment: newMoment("")}}}
		}
		for _, d := range dates {
			if _, ok := calendar.Parse(d); !ok {
				t.Fatal(d)
			}
			part.entries = append(part.entries, &entry{moment: newMoment(d)})
		}
		if got := part.span(); got != want {
			t.Errorf("%v: %s, want %s", dates, got, want)
		}
	}
}

// TestDays: a crowded month comes in days, the newest first, and then what is known to the
// month alone; the parts hold every event once.
func TestDays(t *testing.T) {
	m := &stretch{id: "2024-03", when: calendar.NewMonth(2024, 3)}
	for i := range fewEnough + 1 {
		m.entries = append(m.entries, &entry{moment: newMoment(fmt.Sprintf("2024-03-%02d", 1+i*7%5))})
	}
	if got := days(&stretch{entries: m.entries[1:]}); len(got) != 1 {
		t.Errorf("%d parts of a month that is not crowded", len(got))
	}
	m.entries = append(m.entries, &entry{moment: newMoment("2024-03")}, &entry{moment: newMoment("2024-03-04/2024-03-06")})
	var ids []string
	n := 0
	for _, part := range days(m) {
		ids = append(ids, part.span())
		n += len(part.entries)
	}
	if want := []string{"2024-03-05", "2024-03-04/2024-03-06", "2024-03-03", "2024-03-02", "2024-03-01", "2024-03"}; !slices.Equal(ids, want) || n != len(m.entries) {
		t.Errorf("%v with %d events, want %v with %d", ids, n, want, len(m.entries))
	}
}
