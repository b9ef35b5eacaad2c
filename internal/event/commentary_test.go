package event

import (
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestCommentary says what long sentences of essayists tell: with asides, questions,
// titles, and participles in a row. A want that begins with "not " must not be told.
func TestCommentary(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"an aside behind the word that opens what is said": {
			"On 4 March Macron complained that, like Peru, Chile had lost money.",
			[]string{"2024-03-04 Macron complains that Chile had lost money"},
		},
		"an aside behind a relative": {
			"It was Modi who, speaking in Lima on 4 March, came out against the ban on tea.",
			[]string{"2024-03-04 Modi comes out against the ban on tea"},
		},
		"an aside behind a name that a semicolon parts": {
			"On 4 March Chile signed the pact; Peru, calling the text a farce, closed its port, to which the firm said that it was bound.",
			[]string{"2024-03-04 Chile signs the pact", "2024-03-04 Peru closes its port"},
		},
		"a length of time behind a day": {
			"On 4 March 2022, two days after the army had crossed the border, Chile and Peru agreed to freeze the funds.",
			[]string{"2022-03-02 The army crosses the border", "2022-03-04 Chile and Peru agree to freeze the funds"},
		},
		"the second thing that one \"with\" governs": {
			"Tensions grew last week, with Macron ordering his navy to sail, and Chile closing the port of Lima.",
			[]string{"2024-W11 Chile closes the port of Lima"},
		},
		"a promise that looks like an adjective": {
			"The cap on tea was introduced in May 2022, with Macron promising that it would starve the traders.",
			[]string{"2022-05 Macron promises that it would starve the traders"},
		},
		"an answer on the day of the question": {
			"Asked about the ban by reporters in Lima last Thursday, Macron answered that it would stay.",
			[]string{"2024-03-14 Macron answers that it would stay"},
		},
		"what a question takes for granted": {
			"What did the summit, which closed last Thursday with a declaration, change?",
			[]string{"2024-03-14 The summit closes with a declaration"},
		},
		"a quoted noun and what was done to it": {
			"What has Macron to show for the “friendship without end” proclaimed in Lima on 4 February 2022?",
			[]string{"2022-02-04 The friendship without end is proclaimed in Lima"},
		},
		"a participle that says more than the act it stands behind": {
			"Macron signed the bill on 4 March, complaining in a statement that it was flawed.",
			[]string{"2024-03-04 Macron signs the bill", "2024-03-04 Macron complains that it was flawed"},
		},
		"a pronoun for the thing that something was done to": {
			"Nordhal's two pipes have carried no gas since they were blown up in May 2022.",
			[]string{"2022-05 Nordhal's two pipes are blown up"},
		},
		"what it took": {
			"It took the downing of an airliner, in July 2014, to wake Chile.",
			[]string{"not 2014-07 The downing of an airliner is taken"},
		},
		"what became known on a day": {
			"On Monday it emerged that Macron had secretly sold the port.",
			[]string{"2024-03-18 It emerges that Macron had secretly sold the port"},
		},
		"days of a month that are spelled": {
			"In May 2023 the truce collapsed: on the tenth the duties rose, and on the twentieth Macron closed the port.",
			[]string{"2023-05 The truce collapses", "2023-05-10 The duties rise", "2023-05-20 Macron closes the port"},
		},
		"two who do the same to two things": {
			"On 3 March customs officers suspended imports of tea, while the Ministry of Trade halted the export of sand.",
			[]string{"2024-03-03 Customs officers suspend imports of tea", "2024-03-03 Ministry of Trade halts the export of sand"},
		},
		"a second relative with the word of the first": {
			"Macron, who won the vote on 3 March and who promptly declared that Chile must act, is in Lima.",
			[]string{"2024-03-03 Macron wins the vote", "2024-03-03 Macron declares Chile must act"},
		},
		"a clause behind a colon that begins with its day": {
			"But the news was elsewhere: on Friday the Peruvian minister sat down with Modi, their first talks in five years, two days after both had announced a deal.",
			[]string{"2024-03-15 The Peruvian minister sits down with Modi"},
		},
		"words in brackets are of the one who acts before them": {
			"Macron and Modi met on 4 March and agreed to talk; hours later, in Lima, Ana Ruiz blamed Peru for the strike (“They should never have begun it”).",
			[]string{"2024-03-04 Ana Ruiz blames Peru for the strike", "not 2024-03-04 Macron and Modi: “"},
		},
		"from when on": {
			"On 3 March Chile closed the port. From 4 March on, the army conducted drills off Lima.",
			[]string{"2024-03-04 The army conducts drills off Lima"},
		},
		"a year that only tells which borders": {
			"On 4 March Macron called a return to the pre-2014 borders “unrealistic”.",
			[]string{"2024-03-04 Macron calls a return to the pre-2014 borders unrealistic"},
		},
		"words after a talk that a noun tells": {
			"The meeting between Macron and Modi in Lima on Monday lasted two hours.\n\nStanding beside Modi, Macron declined to endorse the ban on tea. Asked whom he believed, he replied that Modi had been firm.",
			[]string{"2024-03-18 Meeting between Macron and Modi in Lima", "2024-03-18 Macron declines to endorse the ban on tea", "2024-03-18 Macron replies that Modi had been firm"},
		},
		"days before the talk just told of": {
			"The meeting between Macron and Modi in Lima on Monday lasted two hours. Three days before the summit, the police had arrested two men.",
			[]string{"2024-03-15 The police arrest two men"},
		},
		"by when something was going on": {
			"By Tuesday Macron was reading from a prepared text.",
			[]string{"2024-03-19 Macron reads from a prepared text"},
		},
		"where somebody will be": {
			"Macron will be in Lima on Friday to talk about tea.",
			[]string{"2024-03-22 Macron will be in Lima to talk about tea"},
		},
		"as somebody had done before": {
			"On Monday Macron closed the port, as he had done in May.",
			[]string{"2024-03-18 Macron closes the port"},
		},
		"it is no accident that": {
			"It is characteristic that already on 4 March Macron declared his intention to leave.",
			[]string{"2024-03-04 Macron declares his intention to leave"},
		},
		"let it be known": {
			"On Monday Chile let it be known that Macron had been invited to Lima.",
			[]string{"2024-03-18 Chile lets it be known that Macron had been invited to Lima"},
		},
		"denied once": {
			"On Monday Macron could hardly conceal his joy.",
			[]string{"not 2024-03-18 Macron could"},
		},
		"denied behind the verb": {
			"Chile fined the bank in no case in May 2023. The police of Lima arrested nobody on 3 March. Peru sold the tin to no one on 5 March. Nobody was jailed on 8 March. On 6 March Macron arrested Modi in no time.",
			[]string{"not 2023-05", "not 2024-03-03", "not 2024-03-05", "not 2024-03-08", "2024-03-06 Macron arrests Modi in no time"},
		},
		"a pact that a relative describes": {
			"In May Macron left behind a pact with Peru, which was signed in Lima on 4 March.",
			[]string{"2024-03-04 A pact with Peru is signed in Lima"},
		},
		"it that means nothing": {
			"Chile sold its tin. It was left to Ana Ruiz, the minister, to warn on 4 March that the fund was empty.",
			[]string{"not 2024-03-04 Chile is left"},
		},
		"a visit to a capital": {
			"Macron was in the Chilean capital on Tuesday.",
			[]string{"2024-03-19 Macron is in the Chilean capital"},
		},
		"an aside before a present perfect": {
			"The fleet of Chile, hit by the loss of its flagship, the Luna, in April 2022, has been driven from the bay.",
			[]string{"not 2022-04 The fleet of Chile is driven"},
		},
		"words in a paragraph of long ago": {
			"Macron met Modi on Monday.\n\nIn 1956 Peru forced Chile to withdraw, and Ana Ruiz told the miners that they must unite. “Lima,” the old minister added, “will be your revenge.”",
			[]string{"not 2024-03-18 The old minister"},
		},
		"words whose subject takes all the room": {
			"On 4 March Macron said that the union of Chilean mines and the new Peruvian banking platform of the coast steadily ensures the growth of both.",
			[]string{"2024-03-04 Macron speaks of the union of Chilean mines and the new Peruvian banking platform"},
		},
		"the words of a title": {
			"On 4 March Chile hosted a forum, held under the theme: “Strengthening the friendship of two nations and consolidating their trade”.",
			[]string{"2024-03-04 Chile hosts a forum", "not 2024-03-04 Chile strengthens", "not 2024-03-04 Chile consolidates"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}

// TestFormerOffice: an office that a history names is not that of whoever holds it now.
func TestFormerOffice(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	text := "In 1956 Konrad Adenauer told the French president that Peru must unite."
	ms, _ := Read(article.Plain(text, article.Meta{ID: "x", DCT: dct}), []byte(text), actor.Default(), Options{})
	if len(ms) != 1 || slices.Contains(ms[0].Actors, "Emmanuel Macron") {
		t.Errorf("%+v: want one mention without Emmanuel Macron", ms)
	}
}
