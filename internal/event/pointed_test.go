package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestPointed says what pronouns and ordinals mean that point to things of the
// sentences before, what states tell, and what the days of a report are carried to.
func TestPointed(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"what came into force is the accord, not who signed it": {
			"Chile and Peru signed an accord on tuna on 4 May 2022. It came into force in June of that year. Chile passed a ban on nets in July 2023. It was lifted in August.",
			[]string{"2022-06 An accord comes into force", "2023-08 A ban is lifted", "not 2023-08 Chile"},
		},
		"what a heading asks about": {
			"Chile asked on 4 March who made the treaty with Peru.\n\nIt was ratified in Lima on 22 July 2022.",
			[]string{"2022-07-22 The treaty is ratified in Lima"},
		},
		"it is what the sentence before acted upon, they are several": {
			"Two brothers opened a mill in Arica in May 2023. It burned down in June. Chile seized two ferries in July 2023. They were returned in August.",
			[]string{"2023-06 A mill burns down", "2023-08 Two ferries are returned"},
		},
		"who owns what acted is not it": {
			"Peru's creditors formed a committee in September 2023. It met for the first time on 29 October.",
			[]string{"2023-10-29 A committee meets for the first time", "not 2023-10-29 Peru"},
		},
		"the first and the second of several, one of them": {
			"Two bills on tin were tabled in May 2023. The first was passed in June; the second failed in July. Chile bought two trams in Lima in 2022. One of them caught fire in August.",
			[]string{"2023-06 The first of two bills is passed", "2023-07 The second of two bills fails", "2023-08 One of two trams catches fire"},
		},
		"a line that tells what was done needs no doer": {
			"None of this means that the policy of his party is soft. On 4 March it expelled 60 Chilean envoys.",
			[]string{"2024-03-04 60 Chilean envoys are expelled"},
		},
		"a state since a day, on a day, for so long by then": {
			"The mayor has been under house arrest since the riot of 24 January. The reactor was back on the grid on 12 March. It had been offline for four weeks. By 15 March the town was without water.",
			[]string{"2024-01-24 The mayor is under house arrest since the riot", "2024-03-12 The reactor is back on the grid", "2024-02-13 The reactor is offline for four weeks", "2024-03-15 The town is without water"},
		},
		"a week later is a day, the week before is that of the calendar": {
			"Chile closed the port on 4 March. A week later Peru opened its own. The week before, Oman had closed two mines.",
			[]string{"2024-03-11 Peru opens its own", "not 2024-02-26 Oman"},
		},
		"what others did when a report tells of one day": {
			"Two Chilean ships entered Peruvian waters on Monday.\n\nPeru protested through its envoy. Oman did the same. Macron called the visit regrettable.",
			[]string{"2024-03-18 Peru protests through its envoy", "2024-03-18 Oman does the same", "2024-03-18 Macron calls the visit regrettable"},
		},
		"somebody denies it, or rejects the plan just told of": {
			"The council published its report on 12 March. Parliament rejected it a day later. Chile proposed a cap on Monday. Peru rejected the plan.",
			[]string{"2024-03-13 Parliament rejects report", "2024-03-18 Peru rejects the plan"},
		},
		"several doers and places behind one verb, each with its day": {
			"Chile closed its border on 12 January, Peru two days later and Oman on the 17th. Sales began in Chad in 2021, in Mali a year later. The older brother was arrested on 4 March, the younger brother a day later. Peru sent tents on 14 March and Chile, on 16 March, its own field hospital.",
			[]string{"2024-01-12 Chile closes its border", "2024-01-14 Peru closes its border", "2024-01-17 Oman closes its border", "2022 Sales begin in Mali", "2024-03-05 The younger brother is arrested", "2024-03-16 Chile sends its own field hospital", "not 2024-03-16 Chile sends tents"},
		},
		"one who owns the office, of several": {
			"Three finance ministers have lost their jobs. Chile's resigned in January, Peru's in February.",
			[]string{"2024-01 Chile's finance minister resigns", "2024-02 Peru's finance minister resigns"},
		},
		"a length of time in front, before a clause with a day": {
			"A week before the strike began on 1 March, a man had robbed the bank. Three days after the king had spoken on 2 February, the minister resigned. An hour before noon Peru said that the mine had flooded.",
			[]string{"2024-02-23 A man robs the bank", "2024-02-05 The minister resigns"},
		},
		"that night, the Sunday after what is told, by the evening": {
			"The tunnel was flooded on 7 March 2021. That night the bridge at Lima was closed. The quarrel broke out on Wednesday 17 January. On the Sunday after the quarrel the two presidents met in Lima. Peru fell to the rebels on 12 March. By the evening the army had shelled the port.",
			[]string{"2021-03-07 The bridge at Lima is closed", "2024-01-21 The two presidents meet in Lima", "2024-03-12 The army shells the port"},
		},
		"what came, in a month each": {
			"In January came a ban on night flights, in February a tax on kerosene.",
			[]string{"2024-01 A ban comes on night flights", "2024-02 A tax comes on kerosene"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}
