package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestEssay: what essays and analyses tell between their opinions: by when something was
// done, what somebody is supposed to have done, what was done in the year that a doubt
// only mentions, and by doing what.
func TestEssay(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a month by which something was done, in front": {
			"By January the former chief of the bank, Ana Ruiz, wrote that the fund was empty. By February Chile had closed its ports.",
			[]string{"2024-01 The former chief of the bank writes the fund was empty", "2024-02 Chile closes its ports"},
		},
		"a month by which something was so tells no act": {
			"By January the mood was bad. By 2021 the firm sold more than before.",
			[]string{"not 2024", "not 2021"},
		},
		"what somebody is supposed to have done": {
			"Macron is supposed to have said in 1992 that Peru had tin. He was supposed to have left by May.",
			[]string{"1992 Macron is supposed to have said Peru had tin", "not 2024"},
		},
		"what a doubt mentions of a year": {
			"It cannot be ruled out that Chile will give in, as it did in 2006, when it stopped gas to Peru.",
			[]string{"2006 Chile stops gas to Peru"},
		},
		"by doing what, where the verb tells nothing": {
			"Macron surprised them all by raising the key rate to 9% on 4 March.",
			[]string{"2024-03-04 Macron raises the key rate to 9%"},
		},
		"by doing what, told once": {
			"Chile responded by banning exports of tin on 4 March.",
			[]string{"2024-03-04 Chile responds by banning exports of tin", "not 2024-03-04 Chile bans"},
		},
		"having just done it": {
			"In July 2022 Macron flew to Peru, shook hands and called Modi a partner, having just signed a memorandum on gas.",
			[]string{"2022-07 Macron signs a memorandum on gas"},
		},
		"a subject behind a colon and what stands in front of it": {
			"Macron blinked: in Lima in May the two ministers agreed on a truce.",
			[]string{"2023-05 The two ministers agree on a truce"},
		},
		"a weekday brings the story back": {
			"In 2014 the council froze the fund. On Monday it extended the freeze. It would have lapsed on 15 March.",
			[]string{"not 2014-03"},
		},
		"what was done in the end": {
			"Chile cancelled the order in January, only to renew it nine days later.",
			[]string{"2024-01 Chile cancels the order", "2024-01 Chile renews the order"},
		},
		"who says it stands between the subject and the verb of what he says": {
			"On Tuesday Macron spoke to the chamber. The port, he said, had lost its last ship.",
			[]string{"2024-03-19 Macron: the port had lost its last ship"},
		},
		"who is brought in by what he thinks is not he who acted before": {
			"Modi met Macron in Lima on 4 March. Mario Vega of the harbour board thinks they will fail. “They are far too late,” he said.",
			[]string{"2024-03-04 Modi meets Macron in Lima", "not 2024-03-04 Macron:", "not 2024-03-04 Modi: "},
		},
		"what began when": {
			"That was in May 2018, when Chile began to pour concrete for the harbour.",
			[]string{"2018-05 Chile begins to pour concrete for the harbour"},
		},
		"the year in which": {
			"Macron landed in Lima in February as the first guest since 1979, the year in which Chile broke relations with Peru.",
			[]string{"2024-02 Macron lands in Lima as the first guest", "1979 Chile breaks relations with Peru"},
		},
		"what ceased on a day, and a deadline": {
			"On Friday that pact ceased to exist. The deadline passed on 2 March, and the cap went into effect on 4 March.",
			[]string{"2024-03-15 That pact ceases to exist", "2024-03-02 The deadline passes", "2024-03-04 The cap goes into effect"},
		},
		"days from some day of a month": {
			"Chile lifted the duty in January 2020, two days before Modi signed the pact in Lima.",
			[]string{"2020-01 Chile lifts the duty", "2020-01 Modi signs the pact in Lima"},
		},
		"it took them, and nobody took anything": {
			"Nothing of it was fated. It took Macron and Modi a walk in the rain in October 2016, when it was cold, to find the way to Lima.",
			[]string{"not 2016-10"},
		},
		"an aside that parts a verb from its object": {
			"In August of last year Macron signed, with visible disgust, a law on ports.",
			[]string{"2023-08 Macron signs a law on ports"},
		},
		"the two, the four": {
			"On 4 March the four met in Lima. On 6 March the two ships met a storm.",
			[]string{"2024-03-04 The four meet in Lima"},
		},
		"what was said where others met": {
			"At the end of February the foreign ministers met in Lima, where Macron said that the pact was dead.",
			[]string{"2024-02 The foreign ministers meet in Lima", "2024-02 Macron says the pact was dead"},
		},
		"by a month in which something was going on": {
			"By December 2003 Macron was rebuking Modi in public.",
			[]string{"2003-12 Macron rebukes Modi in public"},
		},
		"who met when one told another": {
			"Officials in Lima have tried to calm the markets. Macron reaffirmed the pact to Modi when they met for the last time, in Lima on 4 March.",
			[]string{"not 2024-03-04 Officials"},
		},
		"a look back behind which the telling goes on": {
			"On Tuesday Macron spoke to the chamber. The proof he had promised two days earlier was missing; instead he asked who had paid.",
			[]string{"2024-03-19 Macron asks who had paid"},
		},
		"an anniversary and its day": {
			"On the second anniversary of the war, 24 February, Chile put out a paper in ten points.",
			[]string{"2024-02-24 Chile puts out a paper in ten points"},
		},
		"a few hours later": {
			"Two ferries burned in the bay on Thursday. The navy released a film a few hours later.",
			[]string{"2024-03-14 The navy releases a film"},
		},
		"an aside about rates": {
			"In 2014 the two sides signed for the eastern route: 38 billion a year over thirty years.",
			[]string{"2014 The two sides sign for the eastern route"},
		},
		"what his predecessor did": {
			"Macron walked out of the tin pact that his predecessor had signed with five states in July 2015.",
			[]string{"2015-07 Macron’s predecessor signs the tin pact with five states"},
		},
		"as late as a year in which it was done": {
			"As late as December 2017 Chile voted for a cap on tin. As late as 2019 Peru was calm.",
			[]string{"2017-12 Chile votes for a cap on tin", "not 2019"},
		},
		"a pronoun that means somebody known": {
			"In February 2007 Chile blew up the tower, and in April 2009 it threw the inspectors out.",
			[]string{"2009-04 Chile throws out the inspectors"},
		},
		"by a later month, behind a dated act": {
			"Macron and Modi signed the pact on 8 September 2005; by the following March he was heading its council.",
			[]string{"2005-09-08 Macron and Modi sign the pact", "not 2005-09-08 Modi"},
		},
		"a few words without a verb": {
			"“A hard decision,” the prime minister said on 4 March.",
			[]string{"2024-03-04 The prime minister: “A hard decision”"},
		},
		"the second of two participles": {
			"The report, written in Lima and published in May, caused a row.",
			[]string{"2023-05 The report is published"},
		},
		"begun at a time": {
			"Chile began in December to send all its tin to the port.",
			[]string{"2023-12 Chile begins to send all its tin to the port"},
		},
		"a remark in brackets": {
			"On Monday Macron looked well or drunk (take your pick).",
			[]string{"not 2024"},
		},
		"words of which a part is quoted": {
			"Macron insisted last Friday that the firm “lived, is living and will live” in his country. Macron said on Monday that the chamber should “respond further”.",
			[]string{"2024-03-15 Macron: the firm “lived, is living and will live” in his country", "2024-03-18 Macron: the chamber should respond further"},
		},
		"voted no": {
			"The Chilean parliament voted no on 14 March.",
			[]string{"2024-03-14 Chilean parliament votes no"},
		},
		"a report that appeared": {
			"The report on the camps appeared in January.",
			[]string{"2024-01 The report on the camps appears"},
		},
		"what stands behind a semicolon is no part of a noun": {
			"They took part in the storming of Lima in March 2016; in May between a dozen and several hundred of them were killed by gunners.",
			[]string{"2016-03 Storming of Lima"},
		},
		"a number behind a month": {
			"In June 2019 two ferries sank, and in July three ships burned.",
			[]string{"2019-06 Two ferries sink", "2019-07 Three ships burn"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}
