package event

import (
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestDue: a plan is dated by the words that say when it is due, and what is
// only aimed at, or has passed, is none.
func TestDue(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	for _, c := range []struct{ text, want string }{
		{"A second list of firms is planned for August.", "2025-08 planned A second list of firms is planned"},
		{"A hearing on the petition has been pencilled in for May.", "2026-05 planned A hearing on the petition is pencilled in"},
		{"The first part of the duty is to be collected from 15 July.", "2025-07-15 planned The first part of the duty is to be collected"},
		{"Macron is to decide on the sale by the end of the month.", "2025-06 planned Macron is to decide on the sale"},
		{"The mayor has called an extra meeting of the council for next Wednesday.", "2025-06-18 planned The mayor calls an extra meeting of the council"},
		{"The bank's next meeting is on 24 July.", "2025-07-24 planned Bank's next meeting"},
		{"The agenda of the union, from our own desk.\n\nAn extraordinary meeting of the ministers, originally set for 4 July, has been dropped.", "2025-07-04 denied An extraordinary meeting of the ministers is dropped"},
		{"The visit had been planned for the spring.", ""},
		{"Steel output will reach nine million tonnes by 2027.", ""},
		{"The duty was due to apply from 3 May.", ""},
		{"The report may be published from 3 July.", ""},
	} {
		a := article.Plain(c.text, article.Meta{ID: "x", DCT: dct})
		ms, trace := Read(a, []byte(c.text), actor.Default(), Options{})
		var got []string
		for _, m := range ms {
			if m.Date != "" {
				got = append(got, m.Date+" "+m.Status+" "+m.Headline)
			}
		}
		if c.want == "" && len(got) > 0 || c.want != "" && !slices.Contains(got, c.want) {
			t.Errorf("%s\n\tgives %q; want %q\n%v", c.text, got, c.want, trace)
		}
	}
}
