package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// Words of another language that look like English verbs and months tell nothing.
func TestForeign(t *testing.T) {
	const text = "Der Minister sagte am Montag in Lima, dass die Gespräche nicht einfach gewesen seien und dass man im April wieder zusammenkommen wolle. Die beiden Staaten wollen den Hafen für Schiffe unter beiden Flaggen öffnen."
	dct, _ := calendar.ParseDate("2024-03-05")
	if ms, _ := Read(article.Plain(text, article.Meta{ID: "x", DCT: dct}), []byte(text), actor.Default(), Options{}); len(ms) > 0 {
		t.Errorf("told %q", ms[0].Headline)
	}
}
