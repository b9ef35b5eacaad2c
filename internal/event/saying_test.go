package event

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestSaying: words whose sentence has no room for a line of its own are told by who
// says them and as much as there is room for; what is denied, only meant or not clear
// is not.
func TestSaying(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	for _, c := range []struct{ text, want string }{
		{"On Monday Merkel remarked in a talk with students that the Danes would end up closing the ferry.", "Merkel: the Danes would end up closing the ferry"},
		{"On Monday Macron told Modi that to pull out of the accord would do both states great harm.", "Macron: to pull out of the accord would do both states great harm"},
		{"On Monday the Indian foreign ministry declared that from noon every boat on its way to a Danish island would be held as a carrier of arms.", "Indian foreign ministry: every boat … would be held as a carrier of arms"},
		{"On Monday Macron gave notice that he would quit the treaty on middle-range missiles and warheads in space.", "Macron: he would quit the treaty on middle-range missiles and warheads in space"},
		{"On Monday Macron told Modi in that call that he was ready for a truce, and Modi backed the idea.", ""},
		{"Macron denied on Monday reports that the frigate Ardent, part of the northern fleet, was preparing for a voyage to the south.", ""},
	} {
		a := article.Plain(c.text, article.Meta{ID: "x", DCT: dct})
		ms, trace := Read(a, []byte(c.text), actor.Default(), Options{})
		var got []string
		for _, m := range ms {
			got = append(got, m.Headline)
		}
		if c.want == "" && slices.ContainsFunc(got, func(s string) bool { return strings.HasPrefix(s, "Macron: ") }) || c.want != "" && !slices.Contains(got, c.want) {
			t.Errorf("%s\n\tgives %q; want %q\n%v", c.text, got, c.want, trace)
		}
	}
}
