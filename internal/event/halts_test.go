package event

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestHalts says of each reason for which a date is not carried to an act where it holds:
// explain names it, unless the act, whose trigger is not given then, has another date.
func TestHalts(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	cases := map[string]struct{ text, trigger string }{
		"nothing dated goes before it in its paragraph": {
			"The law of ports is old. On 4 May 2022 Chile left the pact.\n\nPeru blamed Macron for the loss.", "blamed",
		},
		"told as past before the past": {
			"On 4 May 2022 Chile left the pact. Peru had blamed Macron for the loss.", "blamed",
		},
		"in a clause that only describes": {
			"On 4 May 2022 Chile left the pact. Peru, which blamed Macron for the loss, stayed.", "blamed",
		},
		"in a clause that gives no moment": {
			"On 4 May 2022 Chile left the pact. Peru waited because Chile blamed Macron for the loss.", "blamed",
		},
		"a habit": {
			"On 4 May 2022 Chile left the pact. Peru was blaming Macron every week.", "blaming",
		},
		"earlier, or long after": {
			"On 4 May 2022 Chile left the pact. Earlier Peru blamed Macron for the loss.", "blamed",
		},
		"words that look back to that day": {
			"On 4 May 2022 Chile left the pact. Macron recalled that he had met Modi that very day.", "recalled",
		},
		"in between": {
			"On 4 May 2022 Chile left the pact. In between, Peru blamed Macron for the loss.", "blamed",
		},
		"behind a clause before the past that has no day": {
			"On 4 May 2022 Chile left the pact. Macron had asked for help; Peru blamed Chile for the loss.", "blamed",
		},
		"before a later day": {
			"On 4 May 2022 Chile left the pact. Peru blamed Macron for the loss before it signed the pact in June 2022.", "blamed",
		},
		"words of the report’s own day, in a paragraph of their own": {
			"Macron met Modi in Lima on Tuesday. Chile closed its ports on Monday.\n\nOn Sunday Chile banned tin. Peru denied this.\n\nThe mayor said the ban was unfair.", "",
		},
		"words that come back to the report’s day": {
			"LIMA, March 20 (Wire) - Chile left the pact on Tuesday. On 4 May 2022 Oman left the pact. Macron said that Peru would pay a price.", "",
		},
		"behind a participle of another time": {
			"On 4 May 2022 Chile left the pact. Recalled by Modi in 2023, Ana Ruiz blamed Macron for the loss.", "blamed",
		},
		"a participle in a sentence of other times": {
			"On 4 May 2022 Chile left the pact. Peru stayed away from the talks this March, saying the flood had kept it from preparing its case, and on 9 April it left the pact.", "",
		},
		"a participle of a clause that is counted from what has no day": {
			"On 4 May 2022 Chile left the pact. Two days before the vote Peru signed the law, blaming Macron for the loss.", "blaming",
		},
		"done by a later day": {
			"On 4 March Chile took two ports. They were retaken by mid-March.", "",
		},
		"counted from what has no day": {
			"On 4 May 2022 Chile left the pact. In the second week Peru blamed Macron for the loss.", "blamed",
		},
		"on a day that is told by what was then": {
			"On 4 May 2022 Chile left the pact. On the eve of the poll Peru blamed Macron for the loss.", "blamed",
		},
		"words of somebody brought in by what he thinks": {
			"On 4 May 2022 Chile left the pact. Ana Ruiz thinks that it was wrong. She said that Peru would pay a price.", "",
		},
		"words behind others of the report’s own day": {
			"Macron met Modi in Lima on Tuesday. Chile closed its ports on Monday.\n\nA court in Quito ordered Peru on 11 March to pay a fine.\n\nOn Sunday Chile banned tin.\n\nThe mayor said the ban was unfair. Ana Ruiz called it a farce.", "",
		},
		"behind a look back": {
			"On 4 May 2022 Chile left the pact. Oman had joined it on 6 March 2021. Peru blamed Macron for the loss.", "blamed",
		},
	}
	fired := map[string]bool{}
	for _, reasons := range [][]halt{unfit[:], halts[:]} {
		for i := range reasons {
			why := reasons[i]
			if _, ok := cases[why.name]; !ok {
				t.Errorf("%q has no case", why.name)
			}
			reasons[i].holds = func(s *story, a *act) bool {
				fired[why.name] = fired[why.name] || why.holds(s, a)
				return why.holds(s, a)
			}
			defer func() { reasons[i] = why }()
		}
	}
	for name, c := range cases {
		clear(fired)
		_, refused := allTold(c.text, dct)
		if c.trigger == "" {
			if !fired[name] {
				t.Errorf("%q does not hold", name)
			}
			continue
		}
		got := ""
		for _, r := range refused {
			if r.Text == c.trigger {
				got = strings.TrimPrefix(r.Why, "no date: ")
			}
		}
		if got != name && !strings.HasPrefix(got, name+": ") {
			t.Errorf("%q: got %q\n%v", name, got, refused)
		}
	}
}

// TestCarried says which date is carried to an act behind several: that of the clause it
// goes on from, and of a speaker's own words only where these are not older.
func TestCarried(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"words behind a relative with an older day of the speaker": {
			"Macron, who in May 2022 threatened Peru with a ban, met Modi in Lima ten months later. Macron then told the press that he would lift the ban.",
			[]string{"2023-03 Macron tells the press that he would lift the ban"},
		},
		"a leader who had warned of it": {
			"Modi, who warned Chile in January 2021 that the price would rise, flew to Lima in June 2022. Modi told reporters that the price had risen.",
			[]string{"2022-06 Modi tells reporters that the price had risen"},
		},
		"words behind and": {
			"For two decades Chile told itself that the pact would last. The idea faded slowly. In May 2014 Macron annexed Lima. Chile imposed sanctions on Peru, and Modi warned that Peru would pay a price.",
			[]string{"2014-05 Modi warns that Peru would pay a price", "not 2024-03-20"},
		},
		"how long something went on opens its sentence": {
			"For ten years Peru called the pact a farce. For several months Chile said the same.",
			[]string{"not 2024-03-20"},
		},
		"a time that is the subject": {
			"For miners in Lima, the morning of 8 March was a long time coming. Macron announced that Chile would leave the pact. Macron signed a bill to restore the ban.",
			[]string{"2024-03-08 Macron announces Chile would leave the pact", "2024-03-08 Macron signs a bill to restore the ban"},
		},
		"that month in front of a subject": {
			"In June 2022 Chile left the pact. At a summit in Lima that month the leaders of Peru asked Modi for help. In Goa that week the ministers of Oman signed an accord on tuna.",
			[]string{"2022-06 The leaders of Peru ask Modi for help"},
		},
		"who applies": {
			"On 4 March Chile applied to join the agreement that Peru left. On 5 March Modi applied for a licence. On 6 March Peru applied to the court. The law applied to banks on 7 March.",
			[]string{"2024-03-04 Chile applies to join the agreement", "2024-03-05 Modi applies for a licence", "not 2024-03-07"},
		},
		"they behind a semicolon": {
			"Several lawyers left Lima in 2020. Peruvian miners left the pits on 4 March 2021; on 6 March they returned.",
			[]string{"2021-03-06 Peruvian miners return"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}
