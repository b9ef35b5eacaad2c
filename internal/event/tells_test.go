package event

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// tells holds what a text of a day tells against what is wanted: each line is a
// date, a space and a headline; none may begin with what follows "not ".
func tells(t *testing.T, name, text string, dct calendar.Date, want []string) {
	t.Helper()
	a := article.Plain(text, article.Meta{ID: "x", DCT: dct})
	ms, _ := Read(a, []byte(text), actor.Default(), Options{})
	var got []string
	for _, m := range ms {
		got = append(got, m.Date+" "+m.Headline)
	}
	for _, want := range want {
		unwanted, not := strings.CutPrefix(want, "not ")
		there := slices.ContainsFunc(got, func(s string) bool { return s == want || not && strings.HasPrefix(s, unwanted) })
		if there == not {
			t.Errorf("%s: gave\n\t%s\nwant %s", name, strings.Join(got, "\n\t"), want)
		}
	}
}
