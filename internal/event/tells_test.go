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
	got, _ := allTold(text, dct)
	for _, want := range want {
		unwanted, not := strings.CutPrefix(want, "not ")
		there := slices.ContainsFunc(got, func(s string) bool { return s == want || not && strings.HasPrefix(s, unwanted) })
		if there == not {
			t.Errorf("%s: gave\n\t%s\nwant %s", name, strings.Join(got, "\n\t"), want)
		}
	}
}

// tellsJust holds all that a text of a day tells, in its order, against what is wanted.
func tellsJust(t *testing.T, text string, dct calendar.Date, want []string) {
	t.Helper()
	if got, trace := allTold(text, dct); !slices.Equal(got, want) {
		t.Errorf("got %q; want %q\n%v", got, want, trace)
	}
}

// allTold is the date and headline of each mention of a text of a day, and why others
// were refused.
func allTold(text string, dct calendar.Date) (told []string, refused Trace) {
	ms, refused := Read(article.Plain(text, article.Meta{ID: "x", DCT: dct}), []byte(text), actor.Default(), Options{})
	for _, m := range ms {
		told = append(told, m.Date+" "+m.Headline)
	}
	return told, refused
}
