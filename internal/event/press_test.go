package event

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestPress: what a paper makes public, or is leaked to it, is an event with
// the paper among its actors, and with a date where the text gives one; whom a
// sentence only names as its source tells none. Wanted are the dates of the
// publications, "none" for one without, and who is among the actors.
func TestPress(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	const opening = "Few people in Lima care about the sea, and that is a pity.\n\n"
	for _, c := range []struct{ text, date, who string }{
		{"The draft was leaked to the Guardian on 4 March.", "2024-03-04", "The Guardian"},
		{"Two officials leaked the draft to Der Spiegel on 4 March.", "2024-03-04", "Der Spiegel"},
		{"China’s consent to the loan was leaked to Nikkei by unnamed bankers.", "none", "Nikkei"},
		{"Clerks passed the documents to Haaretz on 4 March.", "2024-03-04", "Haaretz"},
		{"The secret talks were first reported by Axios on 4 March.", "2024-03-04", "Axios"},
		{"The secret talks were revealed by the Washington Post on 4 March.", "2024-03-04", "Washington Post"},
		{"An interview with Macron was published in Le Figaro on 4 March.", "2024-03-04", "Le Figaro"},
		{"The recording was broadcast by Al Jazeera on 4 March.", "2024-03-04", "Al Jazeera"},
		{"The article appeared in Kommersant on 4 March.", "2024-03-04", "Kommersant"},
		{"The BBC aired an interview with Modi on 4 March.", "2024-03-04", "BBC"},
		{"Bloomberg reported on 4 March that Peru would sell the port.", "2024-03-04", "Bloomberg"},
		{"According to a report published in the Economist on 4 March, Peru will sell the port.", "2024-03-04", "The Economist"},
		{"A story in the New York Times on 4 March, that Peru would sell the port, caused a stir.", "2024-03-04", "New York Times"},
		{"A Reuters report of 4 March about the port caused a stir.", "2024-03-04", "Reuters"},
		{"The draft was leaked to Bild. “Peru is getting ready to sell the port of Ilo to India, against the wish of the navy.”", "none", "India"},
		// Sources, and papers that do other things.
		{"Peru sold the port on 4 March, Reuters reported.", "", ""},
		{"Peru sold the port on 4 March, according to the Financial Times.", "", ""},
		{"The sale, first reported by Axios, took place on 4 March.", "", ""},
		{"The tanker leaked oil into the bay on 4 March.", "", ""},
		{"The loss was reported to the police on 4 March.", "", ""},
		{"Macron told the Guardian on 4 March that he was tired.", "", ""},
		{"The police raided the Guardian on 4 March.", "", ""},
	} {
		text := opening + c.text
		a := article.Plain(text, article.Meta{ID: "a", DCT: dct})
		ms, _ := Read(a, []byte(text), actor.Default(), Options{ID: "a"})
		got := ""
		for _, m := range ms {
			if m.Type != "publication" {
				continue
			}
			if got = m.Date; got == "" {
				got = "none"
			}
			if !contains(m.Actors, c.who) {
				t.Errorf("%s\n%s is not among %s", c.text, c.who, strings.Join(m.Actors, ", "))
			}
		}
		if got != c.date {
			t.Errorf("%s\ngot %q, want %q", c.text, got, c.date)
		}
	}
}
