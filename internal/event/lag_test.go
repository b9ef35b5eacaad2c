package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestLag says when that was from which an act is reckoned, or what is reckoned from it.
func TestLag(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"nouns on both sides of an act": {
			"The raid on the mint on 4 March came two days after the fire in Arica and a week before the referendum in Cusco.",
			[]string{"2024-03-02 Fire in Arica", "2024-03-11 Referendum in Cusco"},
		},
		"a noun that lies ahead is a plan": {
			"Macron flew to Lima on Monday, ten days before the trial of two spies in Callao.",
			[]string{"2024-03-28 Trial of two spies in Callao"},
		},
		"days of which no number is told are a week": {
			"The visit to Lima was called off on Monday, coming days after the arrest of two bankers in Quito.",
			[]string{"2024-03-18 The visit to Lima is called off", "2024-03-11/2024-03-17 Arrest of two bankers in Quito"},
		},
		"a noun inside of the clause that is reckoned": {
			"Macron left Lima on Monday, days after a bomb attack killed six guards.",
			[]string{"2024-03-11/2024-03-17 A bomb attack kills six guards", "not 2024-03-11/2024-03-17 Bomb attack"},
		},
		"a length of something else": {
			"Banks will be shut for two days, the ministry said on Monday after protests at the mint.",
			[]string{"2024-03-18 The ministry says banks will be shut for two days", "not 2024-03-16 Protests at the mint"},
		},
		"a rough length": {
			"Macron flew to Lima on Monday, about two weeks after the arrest of two bankers in Quito.",
			[]string{"not 2024-03-04 Arrest of two bankers in Quito"},
		},
		"what an office is left in, with a month": {
			"Three days after the resignation of the finance minister in January, prices fell.",
			[]string{"2024-01 Resignation of the finance minister"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}
