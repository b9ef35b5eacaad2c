package build

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
)

// TestReadLinear: what reading allocates grows with the text and no faster, in
// paragraphs and in one line without end. Allocations are counted, since a
// clock tells little on a busy machine.
func TestReadLinear(t *testing.T) {
	names := actor.Default()
	read := func(text string) float64 {
		return testing.AllocsPerRun(1, func() {
			a := article.Plain(text, article.Meta{ID: "a", DCT: calendar.NewDay(2025, 9, 1)})
			event.Read(a, []byte(text), names, event.Options{})
		})
	}
	for _, unit := range []string{told, strings.ReplaceAll(told, "\n", " ")} {
		small, large := read(strings.Repeat(unit, 16)), read(strings.Repeat(unit, 128))
		if large > 8*1.25*small {
			t.Errorf("16 times %q allocate %.0f, 128 times %.0f", unit[:20], small, large)
		}
	}
}
