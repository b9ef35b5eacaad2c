package timex

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"They met on Friday, 15 August 2025, two days after the 1914–18 talks.",
		"“We meet tomorrow,” he said on Friday.", "499-493 BC", "at 10:35 a.m. EDT in the '90s", "May 31-32", "29 February",
		"the last twenty four hours", "9999-12-31 and the next day", "AD 1 a year earlier", "31 September 2025", "1/2 1/2/2025",
		"two and a half years ago", "the second half of\xff 2025", "the week of March 6", "Q5 2024",
		"В ночь на 3-го сентября 1941/42 гг., через полтора года.", "С 30 по 31 февраля, в 44 году до н. э.", "двадцать пятого мая 90-х",
	} {
		f.Add(s, true)
	}
	f.Fuzz(func(t *testing.T, text string, dated bool) {
		for _, language := range []string{"en", "ru"} {
			lawful(t, text, language, dated)
		}
	})
}

// lawful holds what is found in a text to the laws of Find.
func lawful(t *testing.T, text, language string, dated bool) {
	var dct calendar.Date
	if dated {
		dct = wednesday
	}
	end := 0
	for _, e := range Text(text, dct, language) {
		if e.Start < end || e.Start >= e.End || e.End > len(text) {
			t.Fatalf("%q: spans out of order at %d to %d after %d", text, e.Start, e.End, end)
		}
		end = e.End
		if utf8.ValidString(text) && !utf8.ValidString(text[e.Start:e.End]) {
			t.Fatalf("%q: %q cuts a character", text, text[e.Start:e.End])
		}
		if e.Value == "" || strings.ContainsAny(e.Value, " \n") || strings.HasPrefix(e.Value, "-") {
			t.Fatalf("%q: value %q of %q", text, e.Value, text[e.Start:e.End])
		}
		if e.When != (calendar.Range{}) {
			if r, ok := calendar.Parse(e.When.String()); !ok || r != e.When {
				t.Fatalf("%q: %v of %q does not parse back", text, e.When, text[e.Start:e.End])
			}
		}
		if e.Rule == "" || e.Type == Duration && e.When.Known() {
			t.Fatalf("%q: rule %q, %v %v", text, e.Rule, e.Type, e.When)
		}
	}
}

// TestLinear holds the cost to the length of the text: 32 times the text may
// not take more than 32 times the words looked at. It is measured by the
// number of expressions that are found, and run on texts that once were slow:
// one long sentence, one long bracket, one long quotation.
func TestLinear(t *testing.T) {
	for _, s := range []string{"on May 3 and ", "(in 1914 ", "“on Friday ", "two and ", "1914 - ", "the early early "} {
		text := strings.Repeat(s, 4000)
		if got := len(Text(text, wednesday, "en")); got > 4000*2 {
			t.Errorf("%q: %d expressions", s, got)
		}
	}
}
