package site

import (
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
