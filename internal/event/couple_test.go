package event

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestCouple: who speaks of two means the two who were named together last, and
// nobody where that is not clear.
func TestCouple(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	for _, c := range []struct{ text, trigger, want string }{
		{"Modi met Macron in Nice on Tuesday. The two leaders signed a pact on ships.", "signed", "Emmanuel Macron|Narendra Modi"},
		{"Modi met Macron in Nice on Tuesday. Both leaders condemned the attack on Mali.", "condemned", "Emmanuel Macron|Mali|Narendra Modi"},
		{"Modi met Macron in Nice on Tuesday. The two sides signed a pact on ships.", "signed", "France|India"},
		{"Indian and French diplomats met in Nice on Tuesday. The two countries signed a pact on ships.", "signed", "France|India"},
		{"Modi met Macron in Nice on Tuesday.\n\nThe two men signed a pact on ships.", "signed", "Emmanuel Macron|Narendra Modi"},
		{"Modi met Macron in Nice on Tuesday. The leaders signed a pact on ships.", "signed", "Emmanuel Macron|Narendra Modi"},
		{"Modi met Macron and Merz in Nice on Tuesday. The two leaders signed a pact on ships.", "signed", ""},
		{"Modi met Macron in Nice on Tuesday. The two leaders of Chad and Mali signed a pact.", "signed", "Chad|Mali"},
		{"Modi met Macron in Nice on Tuesday, and the two signed a pact on ships.", "signed", "Emmanuel Macron|Narendra Modi"},
		{"Merkel flew to Nice on Tuesday to see Macron. The two signed a pact on ships.", "signed", "Angela Merkel|Emmanuel Macron"},
		{"Modi met Macron in Nice on Tuesday. They signed a pact on ships.", "signed", "Emmanuel Macron|Narendra Modi"},
		{"Modi and Macron talked in Nice on Tuesday. They promised each other to share their ships.", "promised", "Emmanuel Macron|Narendra Modi"},
		{"Modi said on Tuesday that he would see Macron. The two presidents met on Wednesday.", "met", "Emmanuel Macron|Narendra Modi"},
		{"Peskov told reporters on Tuesday that Putin had rung Macron. The two leaders met on Wednesday.", "met", "Emmanuel Macron|Vladimir Putin"},
		{"Rosneft sued Gazprom in May. The two companies signed a pact in June.", "signed", "Gazprom|Rosneft"},
		{"Modi told Macron on Tuesday of the sanctions. They were imposed in May.", "imposed", ""},
		{"Syria shot nine men in Lebanon on Tuesday and two were shot in Iraq.", "shot in", ""},
		{"Modi met Macron in Nice on Tuesday. The two pilots signed a pact.", "signed", ""},
	} {
		takePart(t, c.text, dct, c.trigger, c.want)
	}
}

// takePart holds that the act of a trigger has these actors, sorted and joined by bars;
// want is empty where it has none or is not told.
func takePart(t *testing.T, text string, dct calendar.Date, trigger, want string) {
	t.Helper()
	ms, _ := Read(article.Plain(text, article.Meta{ID: "x", DCT: dct}), []byte(text), actor.Default(), Options{})
	got := ""
	for _, m := range ms {
		if m.Trigger.Text == trigger {
			got = strings.Join(slices.Sorted(slices.Values(m.Actors)), "|")
		}
	}
	if got != want {
		t.Errorf("%s\n\t%q has the actors %q; want %q", text, trigger, got, want)
	}
}
