package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestDatedByStory says of whole paragraphs, as TestDated does, what events have their day
// from what is told around them: the day of the report, of the sentence before or of an
// occasion, from which theirs is reckoned.
func TestDatedByStory(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"what was begun in a year, what was threatened, what was said on a visit": {
			"Chile left the pact in 2018 and Peru began to breach its limits in 2019. Macron threatened a levy on tea on Monday. During a visit to Lima on Tuesday, Modi pledged more rice. In the spring of 2021 Chile massed troops at the border.",
			[]string{"2019 Peru begins to breach its limits", "2024-03-18 Macron threatens a levy on tea", "2024-03-19 Visit to Lima", "2024-03-19 Modi pledges more rice", "2021-SP Chile masses troops at the border"},
		},
		"what is told as past at a day after its text is of no day at all": {
			"On Monday the two delegations signed a pact in Lima. The pact took effect three days later. Macron met Modi in Lima on Tuesday. A week later, Modi visited Quito. Peru shelled the town on 28 March.",
			[]string{"2024-03-18 The two delegations sign a pact in Lima", "2024-03-19 Macron meets Modi in Lima", "not effect", "not Quito", "not shell"},
		},
		"the last time it was so is of no day of the telling": {
			"The last time a president of Peru insulted an ally before cameras it was 1956, and there were no cameras. On Monday Chile left the pact. The first time the army crossed the river was in 2012.",
			[]string{"2024-03-18 Chile leaves the pact", "not insult", "not 2024-03-18 The army"},
		},
		"what lies between two times is at neither": {
			"On 3 March Chile closed the port. On 5 March Peru sank a ship. In between, Modi offered a truce. In November 2021 Peru banned tin. Nine people were killed before Modi fled to Lima in February 2022.",
			[]string{"2024-03-05 Peru sinks a ship", "not Modi offers a truce", "2022-02 Modi flees to Lima", "not Nine"},
		},
		"until a day before doing": {
			"Macron waited until 11 March before calling a vote. Chile hesitated until January 2023, before sending tanks. Peru held out until May 2022 before signing the pact. On Monday Chile left the pact.",
			[]string{"2024-03-11 Macron calls a vote", "2023-01 Chile sends tanks", "2022-05 Peru signs the pact"},
		},
		"of two months beside a verb the nearer is its own, however long": {
			"In May 2022 envoys met in Lima, twice in June 2022. Peru closed the port in January 2023 after Modi's threat of February 2022. Chile sold tin in July 2022 and again in September 2022.",
			[]string{"2022-05 Envoys meet in Lima", "2023-01 Peru closes the port after Modi's threat", "2022-07 Chile sells tin", "2022-09 Chile sells tin"},
		},
		"the day behind of is the noun's": {
			"Chile lifted the ban of 4 March on Monday. The accord of May 2015 was signed in Lima in July 2015.",
			[]string{"2024-03-18 Chile lifts the ban", "2015-07 The accord is signed in Lima"},
		},
		"the day behind what somebody is accused of is that of the words": {
			"Macron accused Chile of breaking the law on Monday. Modi accused Peru of hiding a fleet on 4 March.",
			[]string{"2024-03-18 Macron accuses Chile of breaking the law", "2024-03-04 Modi accuses Peru of hiding a fleet"},
		},
		"what goes on behind an undated look back is not of the story's day": {
			"On Monday Peru sank a ship. Modi had asked Chile for a meeting; Chile expressed support for the plan.",
			[]string{"2024-03-18 Peru sinks a ship", "not Chile expresses"},
		},
		"at the time is when the sentence before has told, be it in an aside": {
			"On 1 March Peru jailed two men. That was the bill for December, when Chile had expelled 35 clerks. At the time Macron accused Lima of theft. In 2014 Chile seized the port. At that point Peru withdrew its envoy.",
			[]string{"2023-12 Macron accuses Lima of theft", "2014 Peru withdraws its envoy"},
		},
		"who follows does likewise on a day of its own": {
			"Peru banned tin on 4 March; Chile followed on 8 March. Denmark followed the next day. The rest followed in May. A second round followed on 12 March.",
			[]string{"2024-03-08 Chile follows", "2024-03-09 Denmark follows", "not rest", "not round"},
		},
		"within hours is of the look back only where it stands behind that": {
			"Last Tuesday Macron signed the act. The senate had passed it on 4 February. The president called it flawed. Modi replied within hours that Chile was weak.",
			[]string{"2024-02-04 The senate passes the act", "not 2024-02-04 Modi"},
		},
		"a day of no year is not that of publication": {
			"Obama came to Lima in 1996. In 2001 Chile left the pact. In 2003 Peru joined it. In 2007 Modi sold tin. In 2008 Chile closed the port. Peru sanctioned the exchange on June 12.",
			[]string{"not 2024-03-20"},
		},
		"the day of a clause with when ends its infinitive": {
			"When Macron rose to speak in Lima in September 2017, he called for a European army. When Chile moved to close its port in May 2011, Peru sent a frigate. As Modi prepared to leave for Lima in June 2012, Chile withdrew its envoy.",
			[]string{"2017-09 Macron calls for a European army", "2011-05 Peru sends a frigate", "2012-06 Chile withdraws its envoy"},
		},
		"a time behind and is nobody who acts": {
			"Macron landed in Lima on 4 March and, two days later, flew to Quito. Chile closed its port in May 2011 and a month later expelled the envoy of Peru.",
			[]string{"2024-03-06 Macron flies to Quito", "2011-06 Chile expels the envoy of Peru"},
		},
		"a week that nothing tells is not the time of the story": {
			"In January Chile banned tin. The following week Peru recalled its envoy. In 2014 Chile left the union. The next month Peru lifted the ban.",
			[]string{"2024-01 Chile bans tin", "not Peru recalls", "2014 Chile leaves the union", "not 2014 Peru lifts"},
		},
		"what was said years ago is not of the day of the report": {
			"The committees concluded in January 2017 that Modi had ordered the campaign.",
			[]string{"2017-01 The committees conclude that Modi had ordered the campaign", "not 2024"},
		},
		"the lead of a day's report does what no rule knows": {
			"Eighty miners sang and prayed in front of the ministry. On Monday Peru closed the mine, and Modi flew to Lima on Tuesday.",
			[]string{"2024-03-20 Eighty miners sing", "2024-03-18 Peru closes the mine", "2024-03-19 Modi flies to Lima"},
		},
		"a day beside no act in the lead": {
			"The feud of the miners was back on the front pages on Monday after Macron's remarks.\n\nModi said the owners were to blame. \"We need talks,\" he said.",
			[]string{"2024-03-18 Modi says the owners were to blame", "2024-03-18 Modi: “We need talks”"},
		},
		"today in a quotation and the weekday around it": {
			"\"The vote today was fair,\" Macron said Wednesday.",
			[]string{"2024-03-20 Macron: “The vote today was fair”"},
		},
		"it and them are the things of the clause before": {
			"Chile made the offer public on 4 March and renewed it on 11 March. The warrant was old. A court in Lima had issued it in January.",
			[]string{"2024-03-11 Chile renews the offer", "2024-01 A court in Lima issues the warrant"},
		},
		"it is the thing that the sentence before tells of": {
			"Wheat rose by 8% on Monday. It had fallen to its lowest level in January. It emerged in May that nobody knew.",
			[]string{"2024-01 Wheat falls to its lowest level", "not 2023-05 Wheat emerges"},
		},
		"what a day's report tells without a time": {
			"Peru closed its embassy in Oslo on Tuesday. On Monday it had recalled its envoy.\n\nChile convened its crisis staff.",
			[]string{"2024-03-19 Peru closes its embassy in Oslo", "2024-03-19 Chile convenes its crisis staff"},
		},
		"a participle behind a comma tells, and does not move the story": {
			"Macron met Modi in Toulon on Monday. The accord on tea, reached in December, was not discussed. He invited Modi to Paris.",
			[]string{"2024-03-18 Macron meets Modi in Toulon", "2023-12 The accord on tea is reached", "2024-03-18 Macron invites Modi to Paris"},
		},
		"days are reckoned from what a noun names": {
			"Italy arrested a banker on 2 February.\n\nTen days after the arrest Peru closed its border. On the very day of the arrest Chile recalled its envoy. The day after the arrest Brazil lifted the tariffs. Within hours of the flood Norway closed its embassy.",
			[]string{"2024-02-12 Peru closes its border", "2024-02-02 Chile recalls its envoy", "2024-02-03 Brazil lifts the tariffs", "not 2024-02-02 Norway", "not 2024-02-03 Norway"},
		},
		"a paper bears its day, and who stops doing a thing stops it then": {
			"Macron demanded the release of the crew in a letter dated 4 March. Peru tested a missile on 8 March, and Chile stopped selling it copper the next day.",
			[]string{"2024-03-04 Macron demands the release of the crew in a letter", "2024-03-09 Chile stops selling it copper"},
		},
		"what a relative clause goes on with is no step of the story": {
			"Macron, who called Modi on Thursday and met him on Friday, gave the order to fire in a uniform on Saturday night. He warned that Peru would turn away.",
			[]string{"not 2024-03-15 Macron warns", "not 2024-03-14 Macron warns"},
		},
		"a main clause before a semicolon gives its day": {
			"Peru closed its border on 4 March. Chile recalled its envoy on 6 March; Brazil tested a missile.",
			[]string{"2024-03-06 Brazil tests a missile"},
		},
		"the lead of a page that begins with a label": {
			"Summary. Peru has closed its border to Chile.\n\n16.30 Macron speaks in Oslo.\n\n12.10 Modi met Macron.",
			[]string{"2024-03-20 Peru closes its border to Chile"},
		},
		"hours after is of the same day": {
			"Peru closed its border on 4 March, hours after Chile had recalled its envoy. The truce with Brazil held on 8 March, six days after Chile had tested a missile.",
			[]string{"2024-03-04 Chile recalls its envoy", "2024-03-02 Chile tests a missile"},
		},
		"a day's report comes back from what it looks back to": {
			"Peru signed a truce with Chile on Tuesday. Brazil closed its embassy on Monday, and Oman closed its border on Monday. A first round collapsed in December. Norway condemned the truce.",
			[]string{"2024-03-19 Norway condemns the truce", "not 2023-12 Norway condemns the truce"},
		},
		"what was done by a later day, what a participle dates, what goes on from what is reckoned": {
			"Chile lost the islands on 4 March. They were retaken by mid-March.\n\nPeru closed its embassy on Monday.\n\nThe ministers of Chile, meeting in Oslo on Tuesday, condemned the decision. The notice came on 18 March, a day after Norway blacklisted two banks and closed its border.",
			[]string{"not 2024-03-04 The islands", "2024-03-19 The ministers of Chile condemn the decision", "2024-03-17 Norway blacklists two banks", "2024-03-17 Norway closes its border"},
		},
		"of an apposition, of an occasion in which, before a day's dawn, of what lies days from a clause": {
			"Ana Vargas, minister for 49 days in the autumn of 2022, lost her seat on Monday. Peru buried its envoy before dawn on Tuesday. Chile ratified the pact by a single vote in January. Macron praised a call on 12 February, in which Modi and Xi discussed wheat. Macron visited Peru on 4 March. Two days after he left, Oman closed its embassy.",
			[]string{"2024-03-18 Ana Vargas loses her seat", "2024-03-19 Peru buries its envoy", "2024-01 Chile ratifies the pact by a single vote", "2024-02-12 Modi and Xi discuss wheat", "not 2024-03-04 Oman"},
		},
		"he who is told of in a look back goes on with it": {
			"Peru closed its border on Tuesday. Chile recalled its envoy on Monday.\n\nMacron had made an offer to Modi in September. He proposed that Chile would keep to the limits. On 12 March he had met Xi. He then rang Modi and asked for a truce.",
			[]string{"2023-09 Macron proposes that Chile would keep to the limits", "2024-03-12 Macron asks for a truce"},
		},
		"a part of the day beside a month, so many days from the clause before": {
			"The base was abandoned in the night in early March. Macron published a tape on 7 March, and within two days Modi left the party. On the 12th Xi closed the border.",
			[]string{"2024-03 The base is abandoned", "2024-03-07/2024-03-09 Modi leaves the party", "2024-03-12 Xi closes the border"},
		},
		"hours earlier and hours before are of the story's day": {
			"Peru closed its border on 4 March. Hours earlier, Chile had recalled its envoy. Macron had proposed three hours earlier that they wait. Norway closed its embassy hours before Modi landed in Lima.",
			[]string{"2024-03-04 Chile recalls its envoy", "2024-03-04 Norway closes its embassy"},
		},
		"a look back does not move a day's report": {
			"Peru freed an American singer on Tuesday. Macron announced the exchange on Tuesday. He had approved it a week earlier. Modi condemned the deal. Oman had closed its border on 4 March. It then recalled its envoy.",
			[]string{"2024-03-19 Modi condemns the deal", "2024-03-04 Oman recalls its envoy"},
		},
		"within hours is the same day, in a relative clause": {
			"On 4 March Peru blacklisted Norway, which closed its embassy within hours.",
			[]string{"2024-03-04 Norway closes its embassy within hours"},
		},
		"the day of a clause beside it is nearer than the story's week": {
			"Macron visited Peru in the first week of March. In an interview, printed as he dined with Modi on 6 March, Macron said that Peru should wait.",
			[]string{"2024-03-06 Macron says Peru should wait"},
		},
		"what had been said before is not of the story's day": {
			"On 4 March Macron told Modi to wait. He had told him to hurry.",
			[]string{"2024-03-04 Macron tells Modi to wait", "not 2024-03-04 Macron tells him to hurry", "not 2024-03-04 Macron tells Modi to hurry"},
		},
		"a time between is reckoned or not dated": {
			"Chile and Peru held talks in Lima on 4 March. A day after those talks Chile closed the border.",
			[]string{"2024-03-05 Chile closes the border", "not 2024-03-04 Chile closes"},
		},
		"a month behind publication told as past is of the year before": {
			"Carla Ruiz, a judge, came. Carla Ruiz became finance minister in May after the vote.",
			[]string{"2023-05 Carla Ruiz becomes finance minister after the vote"},
		},
		"words of a day's report are of its day, and do not end the story told beside them": {
			"Chile said on Wednesday that it would buy ten ferries.\n\nChile signed the contract in Toulon on 12 March.\n\nThe government said that the ferries would sail to Peru.\n\nThe contract was approved by Peru.",
			[]string{"2024-03-12 Chile signs the contract in Toulon", "2024-03-20 The government says the ferries would sail to Peru", "2024-03-12 Peru approves the contract"},
		},
		"a year in the subject dates what a relative says it did": {
			"A 2004 storm that hit the coast of Peru killed 220 people.",
			[]string{"2004 A 2004 storm hits the coast of Peru"},
		},
		"the week before that": {
			"Chile complained to the European Commission on 12 March. In Lima, Modi signed a decree the week before that.",
			[]string{"not 2024-03-12 Modi signs"},
		},
		"a month in passing is no frame for the next paragraph": {
			"Chile has closed the border with Peru.\n\nAn envoy of Chile was killed in a blast in January.\n\nMacron said in a statement that the talks would continue.",
			[]string{"2024-03-20 Macron says the talks would continue"},
		},
		"a time before an occasion that the document dates": {
			"Macron and Modi held a summit in Lima on 4 March. Chile said nothing then.\n\nThree days before the summit, the police arrested two men.",
			[]string{"2024-03-01 The police arrest two men"},
		},
		"the year of what something is done to": {
			"Macron condemned the port's owners on Tuesday after Chile scrapped a 2016 contract for ferries.",
			[]string{"2024-03-19 Macron condemns the port's owners", " Chile scraps a 2016 contract for ferries"},
		},
		"the year of what an amount is likened to": {
			"On Monday Chile banned goods worth 3 million pesos, about half of all imports from Peru last year. Macron has ordered ships for 9 million, roughly the price of a ferry in 2015.",
			[]string{"2024-03-18 Chile bans goods worth 3 million pesos", " Macron orders ships for 9 million"},
		},
		"a recent act is not of the story's day": {
			"On 4 March Macron met Modi in Lima. Macron recently visited Peru.",
			[]string{"2024-03-04 Macron meets Modi in Lima", " Macron visits Peru"},
		},
		"in the days that followed, and behind it": {
			"The ferry sank on 4 March. In the days that followed the police arrested Ana Ruiz. Chile barred the ships.\n\nMacron left Lima on 4 March. In the weeks that followed Modi praised the pact.",
			[]string{"2024-03-04 The ferry sinks", "2024-03-05/2024-03-11 The police arrest Ana Ruiz", "not 2024-03-04 Chile bars the ships", "2024-03-04 Macron leaves Lima", "not 2024-03-04 Modi praises the pact"},
		},
		"what is not done on a day moves the story to it": {
			"Macron praised Modi on Monday. The owners gave no answer on Tuesday. Chile barred the ships. In February Peru accused Chile of theft. Chile did not reply on 1 March. Macron condemned the theft.",
			[]string{"2024-03-18 Macron praises Modi", "2024-03-19 Chile bars the ships", "2024-02 Peru accuses Chile of theft", "2024-03-01 Macron condemns the theft"},
		},
		"a day is not of the week that another sentence tells": {
			"Macron and Modi did not meet again until last week. On Monday Chile barred the ships.",
			[]string{"2024-03-18 Chile bars the ships"},
		},
		"a day after: behind an infinitive, a verb that leads on, and what only came": {
			"Chile agreed late on Monday to shut its ports, a day after Modi had walked through Lima. Peru ended the lease on 4 March, a month after an award had led Chile to suspend deliveries. On 17 May 2020 Peru declared an emergency, a day before the massacre in Arica began.",
			[]string{"2024-03-17 Modi walks through Lima", "2024-02 Chile suspends deliveries", "2020-05-18 Massacre in Arica"},
		},
		"what came is of the story, and what it came after a day before": {
			"Macron and Modi signed the accord in Lima on Monday. The accord came a day after Peru blacklisted forty firms and put new limits on tea. Chile froze the tax on 4 March; Modi apologised three days after it.",
			[]string{"2024-03-17 Peru blacklists forty firms", "2024-03-17 Peru puts new limits on tea", "2024-03-07 Modi apologises"},
		},
		"what comes in the present is the news of the report, and a noun beside is reckoned from it": {
			"Peru recalled its envoy on Tuesday after a row over fish.\n\nThe move comes two weeks after Chile expelled a diplomat and a week after protests in Quito.",
			[]string{"2024-03-05 Chile expels a diplomat", "not 2024-02-27 Protests in Quito"},
		},
		"what came is the news where the paragraph before tells that": {
			"Peru recalled its envoy on Tuesday after a row over fish.\n\nThe decision came a month after talks broke down in Geneva.\n\nPeru had signed the pact in 2019.\n\nThe step came three days after Chile left it.",
			[]string{"2024-02 Talks break down in Geneva", "not 2024-03-16 Chile leaves"},
		},
		"a day earlier is not counted from what an aside has first reported": {
			"Peru recalled its envoy on Tuesday after a row over fish.\n\nThe move, first reported by a paper in Lima on Friday, comes as talks go on.\n\nMinisters of Chile, meeting in Quito a day earlier, failed to agree on a text.",
			[]string{"2024-03-18 Ministers of Chile fail to agree on a text"},
		},
		"a day that is told by what was then is not the story's": {
			"Macron called the vote in May. On the eve of the ballot he visited Lima. On polling day Modi shut two ports. On the day of the storm Chile closed a mine.",
			[]string{"not 2023-05 Macron visits Lima", "not 2023-05 Modi shuts", "not 2023-05 Chile closes"},
		},
		"what is still to come gives no day": {
			"Macron will travel to Lima on Friday, his office said on Wednesday.\n\nThe trip comes three days after Peru recalled its envoy.",
			[]string{"not 2024-03-17 Peru recalls its envoy"},
		},
		"next Tuesday is none of last week": {
			"Macron went further on Monday: he would raise the ban on tea at a meeting in Lima next Tuesday.",
			[]string{"not 2024-03-19 Meeting in Lima"},
		},
		"a weekday ahead in the present": {
			"On Tuesday the European Commission publishes its proposal on tea.",
			[]string{"2024-03-26 European Commission publishes its proposal on tea"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}
