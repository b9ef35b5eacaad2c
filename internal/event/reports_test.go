package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestReports says of paragraphs in the manner of agencies which events they tell, and
// when: each wanted line is a date, a space and the headline; one that begins with
// "not " must not be there.
func TestReports(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20") // a Wednesday
	lead := "Macron met Modi in Lima on Tuesday. Chile closed its ports on Monday.\n\n"
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a report comes back from what a paragraph opens by looking back to": {
			lead + "Four firms had lost their licences in January. Peru blacklisted a shipping line.",
			[]string{"2024-01 Four firms lose their licences", "2024-03-19 Peru blacklists a shipping line"},
		},
		"another scene, and who speaks behind who spoke, are of the day of the report": {
			lead + "A court in Quito ordered Peru on 11 March to pay a fine.\n\nIn Lima, police arrested Ana Ruiz.\n\nOn Sunday Chile banned tin. Peru denied this.\n\nThe mayor said the ban was unfair. Ana Ruiz called it a farce.",
			[]string{"2024-03-11 A court in Quito orders Peru to pay a fine", "2024-03-19 Police arrest Ana Ruiz", "2024-03-17 Chile bans tin", "2024-03-19 The mayor says the ban was unfair", "2024-03-19 Ana Ruiz calls it a farce"},
		},
		"a dateline that ends with a point, and its agency": {
			"LIMA, March 20. /Agency/. Peru recalled its envoy. The envoy had come to Quito in May. Chile left the pact on 5 February, and Brazil on 9 February.\n\nThe mayor said the act was unfair.",
			[]string{"2024-03-20 Peru recalls its envoy", "2024-03-20 The mayor says the act was unfair"},
		},
		"who goes on with a pronoun, or within the hour, stays there": {
			lead + "Ana Ruiz had phoned Modi on Friday. Within the hour Peru recalled its envoy.",
			[]string{"2024-03-15 Ana Ruiz phones Modi", "2024-03-15 Peru recalls its envoy"},
		},
		"a word for an office sees somebody, and nobody is seen to leave": {
			"China's most senior diplomat, Wang Yi, saw Putin in the Kremlin on Monday. Macron saw Putin as a threat on Tuesday.",
			[]string{"2024-03-18 China's most senior diplomat sees Putin in the Kremlin", "not 2024-03-19"},
		},
		"what somebody goes on to announce is told beside what he did": {
			"In June 2021 Macron and Modi met in Lima and announced a dialogue on tea. On Monday rockets killed thirty people in Arica, and Ana Ruiz announced an offensive.",
			[]string{"2021-06 Macron and Modi meet in Lima", "2021-06 Macron and Modi announce a dialogue on tea", "2024-03-18 Rockets kill thirty people in Arica", "2024-03-18 Ana Ruiz announces an offensive"},
		},
		"by a day it had been done, and what was done then": {
			"By Friday night rebels had taken the town of Arica, and the governor resigned.",
			[]string{"2024-03-15 Rebels take the town of Arica", "2024-03-15 The governor resigns"},
		},
		"what was before is no day of what came of it": {
			lead + "Shares in Airbus rose 4 percent, having lost 2 percent on Friday.",
			[]string{"2024-03-15 Shares in Airbus lose 2 percent", "not 2024-03-15 Shares in Airbus rise"},
		},
		"the day that is declared a holiday is no day of saying so": {
			"Macron met Modi in Lima on Tuesday. Chile closed its ports on Tuesday.\n\nThe mayor of Callao declared Friday a holiday. Peru recalled its envoy.",
			[]string{"2024-03-19 The mayor of Callao declares Friday a holiday", "2024-03-19 Peru recalls its envoy", "not 2024-03-15", "not 2024-03-22"},
		},
		"an emergency may be declared on a weekday": {
			"The governor of Callao declared Monday a state of emergency.",
			[]string{"2024-03-18 The governor of Callao declares a state of emergency"},
		},
		"prices of the day": {
			"Macron met Modi in Lima on Tuesday. Chile closed its ports on Tuesday.\n\nThe lira slid to a record low of 18.4. Brent settled at $61 a barrel.",
			[]string{"2024-03-19 The lira slides to a record low of 18.4", "2024-03-19 Brent settles at $61 a barrel"},
		},
		"what somebody said whom another met": {
			"On Monday Macron met Narendra Modi, who told him that the port was shut.",
			[]string{"2024-03-18 Macron meets Modi", "2024-03-18 Modi tells Macron that the port was shut"},
		},
		"a present relative has no day of the past": {
			"Insurers in Lima widened the area they consider unsafe on 4 March. The army shelled the village it calls a base on Monday.",
			[]string{"2024-03-04 Insurers in Lima widen the area", "2024-03-18 The army shells the village", "not 2024-03-04 The army calls"},
		},
		"what had been done, on a day of its own": {
			"The club, having sold its stadium in January, moved to Lima on Monday.",
			[]string{"2024-01 The club sells its stadium", "2024-03-18 The club moves to Lima"},
		},
		"a disaster of a year and what it did": {
			"The flood of 1953, which drowned 1,800 people, led to the dams.",
			[]string{"1953 The flood drowns 1,800 people"},
		},
		"blame and refusal in three words": {
			lead + "Macron condemned Chile. Modi refused on Friday.",
			[]string{"2024-03-19 Macron condemns Chile", "2024-03-15 Modi refuses"},
		},
		"a purpose of the day itself": {
			"Peru stepped in to prop up the peso on Wednesday.",
			[]string{"2024-03-20 Peru steps in to prop up the peso"},
		},
		"an office whose name begins like a denial": {
			"No 10 denied on Monday that Johnson had known of it. No envoy came on Monday.",
			[]string{"2024-03-18 No 10 denies that Johnson had known of it", "not 2024-03-18 No envoy"},
		},
		"what is the first in years is not reckoned by them": {
			"Peru agreed on Tuesday to cut its output, its first cut in eight years, after Chile accepted a cap on tin.",
			[]string{"2024-03-19 Peru agrees to cut its output", "not 2016", "not 2008"},
		},
		"the day ahead of what is said is no day of saying it": {
			lead + "Emmanuel Macron arrives tomorrow, his office announced.",
			[]string{"2024-03-21 Macron arrives", "not 2024-03-14"},
		},
		"an amount is no ordinal": {
			"On Tuesday clients pulled $42bn.",
			[]string{"2024-03-19 Clients pull $42bn"},
		},
		"a year in a name": {
			lead + "Ana Ruiz wrote to the chairman of the 1922 Committee on Monday. Peru was caught off guard at the time of the 1991 Gulf War.",
			[]string{"2024-03-18 Ana Ruiz writes to the chairman of the 1922 Committee", "1991 Peru is caught off guard at the time of the 1991 Gulf War", "not 1922"},
		},
		"two verbs of words are two": {
			"Macron condemned the new tariff on Monday and accused Chile of neglect.",
			[]string{"2024-03-18 Macron condemns the new tariff", "2024-03-18 Macron accuses Chile of neglect"},
		},
		"what is to come is no day of saying so": {
			lead + "The senate would vote on Friday, Macron said.",
			[]string{"not 2024-03-15"},
		},
		"what somebody did to the noun before, without a relative": {
			"The deal Macron signed in May 2021 is dead. Washington halved the duty it had slapped on wine in September 2019. The base Chile opened in Lima in 2017 is empty. The steps the bank announced on Monday have failed. They are glad Ruiz left in May 2020.",
			[]string{"2021-05 Macron signs the deal", "2019-09 United States slaps the duty on wine", "2017 Chile opens the base in Lima", "2024-03-18 The bank announces the steps", "not 2020-05 Ruiz leaves glad"},
		},
		"a list of names is whole, or its noun stands alone": {
			"On Monday Macron signed treaties with the heads of Lima, Arica, Cusco and Puno. A curfew was imposed on Tuesday in Lima, Arica and Cusco. The army was sent on Friday to crush dissent in the restive northern cities of Lima, Arica, Cusco, Puno and Tacna.",
			[]string{"2024-03-18 Macron signs treaties with the heads of Lima, Arica, Cusco and Puno", "2024-03-19 A curfew is imposed in Lima, Arica and Cusco", "2024-03-15 The army is sent to crush dissent in the restive northern cities"},
		},
		"at least so many, more than so many": {
			"The strike on a convoy of civilian cars outside Lima killed at least 30 people on Friday. On Monday the attack on a column of army trucks near the port of Arica wounded more than 90 men. Chile expelled at least nine envoys on Tuesday.",
			[]string{"2024-03-15 The strike on a convoy of civilian cars kills at least 30 people", "2024-03-18 The attack on a column of army trucks wounds more than 90 men", "2024-03-19 Chile expels at least nine envoys"},
		},
		"a word behind a verb stands once": {
			"Macron flew on to Lima on Monday. At least nine men were hurt in Tuesday's clashes in Arica. Guards moved in from Cusco on Friday. A court ruled against Peru on 4 March, and Chile has ignored it ever since.",
			[]string{"2024-03-18 Macron flies on to Lima", "2024-03-19 At least nine men are hurt in the clashes in Arica", "2024-03-15 Guards move in from Cusco", "not 2024-03-04 Chile"},
		},
		"until when somebody has time": {
			"Peru has until 5 April to answer. The ministers gave Chile until Sunday to open its ports.",
			[]string{"2024-04-05 Peru to answer", "2024-03-24 Chile to open its ports"},
		},
		"to when something is moved": {
			"The election was put off to June. On Monday Chile put off its census.",
			[]string{"2024-06 The election is put off to June", "2024-03-18 Chile puts off its census"},
		},
		"when it was due is not when it was moved": {
			"The vote, due in January, was put off to May.",
			[]string{"2024-05 The vote is put off to May", "not 2024-01"},
		},
		"a lead in the present is of the day, and what is said in its report too": {
			"Peru urges Chile to open its ports.\n\nBolivia closed two roads. Macron said the strike had hurt France.",
			[]string{"2024-03-20 Peru urges Chile to open its ports", "2024-03-20 Macron says the strike had hurt France"},
		},
		"which day is set": {
			"The court set 9 April as the date for the hearing.",
			[]string{"2024-04-09 The court sets 9 April as the date for the hearing"},
		},
		"a term that is made longer": {
			"The ministry extended its deadline in January to 31 May.",
			[]string{"2024-01 The ministry extends its deadline", "not 2024-05"},
		},
		"are to meet next week": {
			"The two sides are to meet again next week.",
			[]string{"2024-W13 The two sides are to meet"},
		},
		"one of them": {
			"The six men had fled, and one of them was arrested in January for carrying a gun.",
			[]string{"2024-01 One of them is arrested for carrying a gun"},
		},
		"the day behind a quotation": {
			"The minister declared the mine “frozen, not dead” on Monday.",
			[]string{"2024-03-18 The minister declares the mine frozen"},
		},
		"the day after that": {
			"Ana Ruiz resigned on 11 March and was charged with fraud the day after that.",
			[]string{"2024-03-11 Ana Ruiz resigns", "2024-03-12 Ana Ruiz is charged with fraud"},
		},
		"what was done likewise": {
			"Chile summoned the envoy on Friday; Peru had done the same a day earlier.",
			[]string{"2024-03-14 Peru does the same"},
		},
		"a measure is nobody": {
			"The truce was extended by two months in January.",
			[]string{"2024-01 The truce is extended"},
		},
		"what is ordered to be done": {
			"A judge ordered Ana Ruiz released on bail on Monday.",
			[]string{"2024-03-18 A judge orders Ana Ruiz released", "not 2024-03-18 Ana Ruiz"},
		},
		"what a motion is about": {
			"The council passed a motion on freezing the assets of two banks on Monday.",
			[]string{"2024-03-18 The council passes a motion", "not 2024-03-18 The council freezes"},
		},
		"when a day is only counted from another": {
			lead + "In the second week the chief of police resigned.",
			[]string{"not 2024-03-18 The chief", "not 2024-03-19 The chief"},
		},
		"the ruling against somebody came": {
			"The ruling against Chile came this month.",
			[]string{"2024-03 The ruling against Chile comes"},
		},
		"said that doing so would": {
			lead + "Chile said in a statement on Monday that raising duties would hurt Peru.",
			[]string{"2024-03-18 Chile says raising duties would hurt Peru"},
		},
		"what a paragraph opens with has the day of what follows": {
			lead + "Stocks slid. In Lima the main index lost 3 percent on Friday.",
			[]string{"2024-03-15 Stocks slide", "2024-03-15 The main index loses 3 percent"},
		},
		"by when it was done, and by when it was asked": {
			"Power was restored to the port by Monday morning. An answer was demanded by Friday.",
			[]string{"2024-03-18 Power is restored to the port", "not 2024-03-15"},
		},
		"what was once due is no plan": {
			"Disarmament, originally due to start in May, began on 11 March.",
			[]string{"2024-03-11 Disarmament begins", "not 2024-05"},
		},
		"the day after somebody came": {
			"Ana Ruiz was arrested on 4 March, the day after she had flown to Lima.",
			[]string{"2024-03-04 Ana Ruiz is arrested", "2024-03-03 Ruiz flies to Lima"},
		},
		"what has been so since is of no day before it": {
			lead + "Rockets hit Lima on Friday; Arica has been shelled from the first day.",
			[]string{"2024-03-15 Rockets hit Lima", "not 2024-03-15 Arica"},
		},
		"called for a month to come, to close by then, to appear": {
			"A session of both chambers has been called for April. The deal is to close by the end of the year. Modi appears before the committee on Friday.",
			[]string{"2024-04 A session of both chambers is called", "2024 The deal is to close", "2024-03-22 Modi appears before the committee"},
		},
		"an accusation has the day behind what it is of": {
			"Chile and Peru accused each other of shelling on Monday.",
			[]string{"2024-03-18 Chile and Peru accuse each other of shelling"},
		},
		"a rough length of time is no day, nor is the day that it is counted from": {
			"About a week after Peru closed its port on 4 March, Chile left the pact. More than two years after the war had begun on 2 March 2022, Oman banned two firms. Nearly a week after the mine had flooded on 5 March, Modi resigned.",
			[]string{"2024-03-04 Peru closes its port", "not 2024-03-04 Chile", "not 2024-03-2", "not 2022-03-02 Oman", "not 2024-03-12 Modi", "not 2024-03-05 Modi"},
		},
		"what came long before a day": {
			"Long before the war began on 4 March 2022, Chile had left the pact.",
			[]string{"2022-03-04 The war begins", "not 2022-03-04 Chile", "not 2024"},
		},
		"participles behind what is recalled": {
			"Ruiz recalled the pact signed on 4 March. Vega noted the deal reached on 5 March. The court noted the appeal filed on 6 March.",
			[]string{"2024-03-04 The pact is signed", "2024-03-05 The deal is reached", "2024-03-06 The appeal is filed"},
		},
		"what is held": {
			"We note the results of the vote held on 4 March. Chile praised the outcome of the meeting of ministers held on 5 March. The release of the man held on 6 March in Lima was welcomed.",
			[]string{"2024-03-04 The vote is held", "2024-03-05 The meeting of ministers is held", "not 2024-03-06 The release of the man is held"},
		},
		"a name with a comma": {
			"President Joseph R. Biden, Jr. met Macron on 4 March. Volta, Inc. closed two mines on 5 March. Ana Ruiz, Sr., left Chile on 6 March.",
			[]string{"2024-03-04 Biden meets Macron", "2024-03-05 Volta closes two mines", "2024-03-06 Ana Ruiz leaves Chile"},
		},
		"who we are": {
			"We, the foreign ministers of Peru and Chile, signed the pact on 4 March. We, the heads of the union, met in Lima on 5 March.",
			[]string{"2024-03-04 The foreign ministers of Peru and Chile sign the pact", "2024-03-05 The heads of the union meet in Lima"},
		},
		"the day of what a deed rests on": {
			"Pursuant to the decree of 4 March, the ministry froze the account. Chile closed the port in line with a ruling of 5 March. Under a law of 6 March the court banned the party. In a letter of 7 March, Ruiz resigned.",
			[]string{"not 2024-03-04 The ministry", "not 2024-03-05", "not 2024-03-06", "2024-03-07 Ruiz resigns"},
		},
		"a ministry is not he": {
			"The Ministry recalled that both sides had agreed. He was found guilty on 4 March.",
			[]string{"not The Ministry is found"},
		},
		"what became something": {
			"We welcome the accession of Peru and Chile, which became members on 4 March.",
			[]string{"not Members are become"},
		},
		"due to speak at a conference": {
			"Macron is due to speak to a conference in Lima on Friday.",
			[]string{"2024-03-22 Macron is due to speak to a conference in Lima"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}

// TestOverBy: what had been done by a day may have been done before it; what goes on
// from there is of the day.
func TestOverBy(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	text := "By 4 March 2023 rebels had taken the port. Ana Ruiz resigned."
	ms, _ := Read(article.Plain(text, article.Meta{ID: "x", DCT: dct}), []byte(text), actor.Default(), Options{})
	want := []string{"2023-03-04 ON_OR_BEFORE Rebels take the port", "2023-03-04  Ana Ruiz resigns"}
	for i, m := range ms {
		if got := m.Date + " " + m.Mod + " " + m.Headline; i >= len(want) || got != want[i] {
			t.Errorf("%q", got)
		}
	}
	if len(ms) != len(want) {
		t.Errorf("%d mentions of %d", len(ms), len(want))
	}
}
