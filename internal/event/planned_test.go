package event

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestPlanners: what is cancelled is of those who stand in the relative clause
// that says which it is.
func TestPlanners(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for _, c := range []struct{ text, want string }{
		{"The summit that Macron and Modi had planned for May was called off on 4 March.", "Emmanuel Macron, Narendra Modi"},
		{"The summit Macron and Modi had planned for May was called off on 4 March.", "Emmanuel Macron, Narendra Modi"},
		{"The talks which Macron was to hold with Modi in Lima were cancelled on 4 March.", "Emmanuel Macron, Narendra Modi"},
		{"On 4 March Modi called off the summit that Macron had proposed.", "Narendra Modi, Emmanuel Macron"},
		{"The summit, which Macron had praised, was called off on 4 March.", ""},
		{"The summit that Macron hoped for was called off on 4 March.", ""},
	} {
		a := article.Plain(c.text, article.Meta{ID: "x", DCT: dct})
		ms, trace := Read(a, []byte(c.text), actor.Default(), Options{})
		i := slices.IndexFunc(ms, func(m Mention) bool { return m.Type == "cancellation" })
		if i < 0 {
			t.Errorf("%s\n\tno cancellation; refused: %v", c.text, trace)
		} else if got := strings.Join(ms[i].Actors, ", "); got != c.want {
			t.Errorf("%s\n\tis of %q; want %q", c.text, got, c.want)
		}
	}
}
