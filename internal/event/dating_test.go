package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestDated says of whole paragraphs which events they tell, when, and by
// whom: each wanted line is a date, a space and the headline; one that begins
// with "not " must not be there.
func TestDated(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"what somebody came or was called for is of the day on which he was": {
			"Ana Ruiz flew to Geneva for talks on Monday. Peru recalled its ambassador for consultations on 11 March. Chile summoned the envoy for a meeting on Friday.",
			[]string{"2024-03-18 Ana Ruiz flies to Geneva for talks", "2024-03-11 Peru recalls its ambassador for consultations", "2024-03-15 Chile summons the envoy for a meeting"},
		},
		"the day of a deadline is that of its end, not of who sets it": {
			"Macron set an 8 March deadline on Friday. The 8 March deadline passed.",
			[]string{"2024-03-15 Macron sets an 8 March deadline", "2024-03-08 The 8 March deadline passes"},
		},
		"both participles of an apposition tell of the name before it": {
			"Narendra Modi, a lawyer jailed in 2006 and freed in Lima on 4 March, has left the country.",
			[]string{"2006 Modi is jailed", "2024-03-04 Modi is freed in Lima"},
		},
		"the year of a war is not that of what came before it": {
			"Peru borrowed heavily before the war with Chile in 2008.",
			[]string{"not 2008"},
		},
		"a noun that is quoted or stays in force leaves the day to what was said of it": {
			"Ana Ruiz had called Modi a \"champion of elections\" on 4 March. Peru condemned the treaty on Monday. Chile welcomed the agreement on Friday.",
			[]string{"2024-03-04 Ana Ruiz calls Modi a champion of elections", "2024-03-18 Peru condemns the treaty", "2024-03-15 Chile welcomes the agreement"},
		},
		"a second adjective behind a comma, be it joined by a hyphen, quoted, or behind its owner": {
			"Peru signed a long, far-reaching treaty on Monday. Chile accused Peru of a \"destructive, short-sighted\" policy on Friday. Modi ended Peru's long, bloody war on 4 March. Modi accused Ana Ruiz of \"dishonest, weak\" conduct on 5 March.",
			[]string{"2024-03-18 Peru signs a long, far-reaching treaty", "2024-03-15 Chile accuses Peru of a destructive, short-sighted policy", "2024-03-04 Modi ends Peru's long, bloody war", "2024-03-05 Modi accuses Ana Ruiz of dishonest, weak conduct"},
		},
		"what carries words lends them its day": {
			"In a video message posted on Monday, Ana Ruiz called on Peru to leave. Modi, in a tweet shared on Friday, threatened Chile with tariffs. In a joint statement adopted on 4 March, Peru, Chile and Brazil condemned the raid.",
			[]string{"2024-03-18 Ana Ruiz calls on Peru to leave", "2024-03-15 Modi threatens Chile with tariffs", "2024-03-04 Peru, Chile and Brazil condemn the raid", "not posted", "not adopted"},
		},
		"a verb keeps what a hyphen joins to it": {
			"The parliament re-elected Modi on Monday. Peru test-fired a missile on Friday. The re-elected president left on Tuesday. Peru will co-host the talks on 2 April. The court agreed on 4 March to fast-track the case. Chile agreed on 5 March to re-examine the claims.",
			[]string{"2024-03-18 The parliament re-elects Modi", "2024-03-15 Peru test-fires a missile", "2024-03-19 The re-elected president leaves", "2024-04-02 Peru will co-host the talks", "2024-03-04 The court agrees to fast-track the case", "2024-03-05 Chile agrees to re-examine the claims"},
		},
		"a rough sum of money is what was bought or paid": {
			"Peru bought over $500 million of bonds on Monday. Chile paid around €20m to Peru on Friday. Modi warned on 4 March that the United Arab Emirates may ultimately target over $500 billion worth of Peruvian goods.",
			[]string{"2024-03-18 Peru buys over $500 million of bonds", "2024-03-15 Chile pays around €20m to Peru", "2024-03-04 Modi: United Arab Emirates may ultimately target over $500 billion worth of Peruvian goods"},
		},
		"what is ruled out, put off or backed has not been done": {
			"Peru ruled out sending troops to Chile on Monday. Modi put off selling the mine on Friday. Chile delayed shipping arms to Peru on 4 March. Macron backed sending troops to Chile on 5 March.",
			[]string{"2024-03-18 Peru rules out sending troops to Chile", "not Peru sends", "not Modi sells", "not Chile ships", "not Macron sends"},
		},
		"a second act leaves out its verb": {
			"Peru's rules took effect on 4 March, and the Danish ones on 11 March. Chile closed the border in 2006 and again in 2009. In December Modi agreed to ten days, and in January to another 20.",
			[]string{"2024-03-04 Peru's rules take effect", "2024-03-11 Danish rules take effect", "2006 Chile closes the border", "2009 Chile closes the border", "2023-12 Modi agrees to ten days", "2024-01 Modi agrees to another 20"},
		},
		"what a measured time parts from what is said has happened": {
			"Chile said on Monday that it would close the port, two weeks after a ferry sank in the bay.",
			[]string{"2024-03-18 Chile says it would close the port", "2024-03-04 A ferry sinks in the bay"},
		},
		"what was neither done nor undone is not told": {
			"In 2018 Chile has neither produced a plan nor withdrawn the charge. Modi has long argued that Peru should sell tin.",
			[]string{"not 2018 Chile produces a plan", "not 2018 Chile withdraws the charge", "not 2024-03-20 Modi argues that Peru should sell tin"},
		},
		"a time behind a semicolon is of what follows": {
			"Modi signed the order on 1 March and doubled the duty; nine days later, after Ana Ruiz had called, he lifted it.",
			[]string{"2024-03-01 Modi doubles the duty", "2024-03-10 Modi lifts the duty"},
		},
		"a stretch has two ends": {
			"Ana Ruiz taught at Lima from 2009 to 2014. The ship was built between March 2015 and May 2016.",
			[]string{"2009/2014 Ana Ruiz teaches at Lima", "2015-03/2016-05 The ship is built"},
		},
		"what both clauses before when tell is of its day": {
			"Three miners died and nine were hurt when a drone hit a bus on Monday.",
			[]string{"2024-03-18 Three miners die", "2024-03-18 Nine are hurt", "2024-03-18 A drone hits a bus"},
		},
		"what was done at the place or in the time that an act has come to": {
			"The ministers met in Bonn in February, where they approved a plan. Chile broke off ties in 2016, when Peru accused its president of theft. Obama flew to Oslo on Monday, where he signed a decree.",
			[]string{"2024-02 The ministers meet in Bonn", "2024-02 The ministers approve a plan", "2016 Chile breaks off ties", "2016 Peru accuses its president of theft", "2024-03-18 Obama flies to Oslo", "2024-03-18 Obama signs a decree"},
		},
		"what ends a second passive belongs to the first as well": {
			"Two miners were killed and nine wounded in a raid on Callao on Monday. The mayor was sacked and a banker was named on 5 February. Eight ships were sold and a ninth was sunk in 2011.",
			[]string{"2024-03-18 Two miners are killed", "2024-03-18 Nine are wounded in a raid on Callao", "2024-02-05 The mayor is sacked", "2011 A ninth is sunk"},
		},
		"two states join one body": {
			"Finland joined NATO in April 2023, Sweden in February 2024.",
			[]string{"2023-04 Finland joins NATO", "2024-02 Sweden joins NATO"},
		},
		"two verbs share their object and its time": {
			"Police arrested and fined the miner on Monday.",
			[]string{"2024-03-18 Police arrest the miner", "2024-03-18 Police fine the miner"},
		},
		"who won, and what went to others": {
			"This year, the Chilean team won the cup overall, with the silver medal going to Peru and the bronze to Fiji. In the past few days several towns have started asking schools for a tax.",
			[]string{"2024 The Chilean team wins the cup overall", "2024 The silver medal goes to Peru and the bronze to Fiji", "2024-03-13/2024-03-20 Several towns start asking schools for a tax"},
		},
		"a second doer of the same act": {
			"Peru banned the weedkiller in 2018 and Chile in 2020. Her father died in 2003 and her mother in 2011.",
			[]string{"2018 Peru bans the weedkiller", "2020 Chile bans the weedkiller", "2003 Her father dies", "2011 Her mother dies"},
		},
		"a time before when is that of its clause": {
			"It was the first blockade since 4 May 2019, when Chile closed the port of Arica.",
			[]string{"2019-05-04 Chile closes the port of Arica"},
		},
		"words that are told after another act": {
			"Macron telephoned Modi on Monday and asked for the release of two sailors. It was not until Tuesday that Modi set them free.",
			[]string{"2024-03-18 Macron telephones Modi", "2024-03-18 Macron asks for the release of two sailors"},
		},
		"as late as a day is that day, as early as a month that month": {
			"As late as 30 August Peru's ministers praised the accord. Chile is to vote on the treaty as early as next week. Modi called Chile a threat as long ago as October 2012.",
			[]string{"2023-08-30 Peru's ministers praise the accord", "2024-W13 Chile is to vote on the treaty", "2012-10 Modi calls Chile a threat"},
		},
		"a participle behind and has its own time and agent": {
			"The fund was frozen in May 2019, and in March 2021 confiscated by Peru.",
			[]string{"2019-05 The fund is frozen", "2021-03 Peru confiscates the fund"},
		},
		"others do the same on another day": {
			"Peru signed a pact on tin in February, Chile and Brazil on 4 March.",
			[]string{"2024-02 Peru signs a pact on tin", "2024-03-04 Chile and Brazil sign a pact"},
		},
		"a time before and ends what before opens": {
			"Miners entered Lima before dawn on 4 March and Macron left the city by plane.",
			[]string{"2024-03-04 Miners enter Lima", "2024-03-04 Macron leaves the city by plane"},
		},
		"a day between said and what is said": {
			"Ana Ruiz, the head of the bank, said on Tuesday Peruvians had to wait. The strike in Lima, where a union said on Monday 400 miners had walked out, has grown. Chile said last week 40 tonnes of tin were lost. Macron said in Lima late on Monday profits had fallen.",
			[]string{"2024-03-19 Ana Ruiz says Peruvians had to wait", "2024-03-18 A union says 400 miners had walked out", "2024-W11 Chile says 40 tonnes of tin were lost", "2024-03-18 Macron says profits had fallen"},
		},
		"it is the subject of the clause around": {
			"The mine has been shut twice since it was opened in 2004. The fair was popular before it was cancelled in January.",
			[]string{"2004 The mine is opened", "2024-01 The fair is cancelled"},
		},
		"what would come has come": {
			"The general would be driven into exile in 1989. Macron said the port would reopen in February.",
			[]string{"1989 The general is driven into exile", "not 2024-02 The port"},
		},
		"who was made to do it did": {
			"The storm forced thousands to flee their homes on Monday. The scandal prompted the envoy to resign in January.",
			[]string{"2024-03-18 Thousands flee their homes", "2024-01 The envoy resigns"},
		},
		"said after an act on a day": {
			"\"We will win,\" Macron said after choosing his team on Tuesday.",
			[]string{"2024-03-19 Macron: “We will win”"},
		},
		"a day behind a noun whose verb tells no act": {
			"A miner described a rocket attack on a market in Lima on Friday morning. Clashes throughout Peru on Monday led to the deaths of nine people.",
			[]string{"2024-03-15 Rocket attack on a market in Lima", "2024-03-18 Clashes throughout Peru lead to the deaths of nine people"},
		},
		"since when each has been so": {
			"Macron has been in power since 1999; Modi has governed since 2004.",
			[]string{"1999 Macron is in power", "not 1999 Modi"},
		},
		"what was not so until then was so from then on": {
			"Trading in bonds did not resume until Monday. The ban was not lifted until last year. Peru did not recognise the state until 1994. The bridge will not open until 3 May. The hall won't be rebuilt until June. The truce did not hold until Tuesday.",
			[]string{"2024-03-18 Trading in bonds resumes", "2023 The ban is lifted", "1994 Peru recognises the state", "2024-05-03 The bridge to open", "2024-06 The hall to be rebuilt", "not 2024-03-19 The truce"},
		},
		"since then, but nobody says when": {
			"Since 4 March, Britain has expelled 23 diplomats. Peru has barred two airlines since May 2017. The army has closed nine roads since Monday.",
			[]string{"not 2024-03-04 Britain", "not 2017-05 Peru", "not 2024-03-18 The army"},
		},
		"whom it was told stands behind told": {
			"The bank will cut its rate, two officials told Reuters on Monday. Nobody was hurt in Lima on Tuesday, a police spokesman told reporters.",
			[]string{"2024-03-18 Two officials tell Reuters the bank will cut its rate", "2024-03-19 A police spokesman tells reporters nobody was hurt in Lima on Tuesday"},
		},
		"what somebody is held to have done": {
			"The general is believed to have fled to Chile on Monday. Nine miners were reported to have been killed on Tuesday.",
			[]string{"2024-03-18 The general is believed to have fled to Chile", "2024-03-19 Nine miners are reported to have been killed", "not 2024-03-18 Nine"},
		},
		"the day of a noun behind a perfect": {
			"Chile has rejected a 4 March offer of talks.",
			[]string{"not 2024-03-04 Chile rejects"},
		},
		"a town under fire": {
			"The port of Arica came under heavy bombardment on Monday.",
			[]string{"2024-03-18 The port of Arica comes under heavy bombardment"},
		},
		"an aside parts what is said to have died from its verb": {
			"The union said on Tuesday that at least 40 miners, including nine women, had died in Lima on Monday. Police said two guards, one of them a sergeant, were killed in Arica on Sunday.",
			[]string{"2024-03-18 At least 40 miners die in Lima", "2024-03-17 Two guards are killed in Arica", "not 2024-03-18 The union"},
		},
		"by in a clause of another": {
			"The stock was hammered in February after Peru had said it may act against fees paid to brokers by funds.",
			[]string{"2024-02 The stock is hammered", "not 2024-02 Funds"},
		},
		"the day of what was followed": {
			"The blast followed a protest in Lima on Friday night.",
			[]string{"2024-03-15 Protest in Lima"},
		},
		"a visit among others": {
			"Macron praised the recent meetings of both states, including a visit to Chile by Modi last November.",
			[]string{"2023-11 Visit to Chile"},
		},
		"until when is no day of what comes then": {
			"On 7 March Macron warned Peru that he was considering new duties, until there was a ceasefire in Lima.",
			[]string{"not 2024-03-07 A ceasefire"},
		},
		"two acts that and joins": {
			"Chile loosened its grip on bonds on 4 March, and Peru recalled its envoy.",
			[]string{"2024-03-04 Chile loosens its grip on bonds", "2024-03-04 Peru recalls its envoy"},
		},
		"when a war broke out says no day": {
			"Rockets hit the port of Arica on 4 March and again on 11 March. Nine ships were trapped when the war broke out.",
			[]string{"2024-03-11 Rockets hit the port of Arica", "not 2024-03-11 Nine ships are trapped", "not 2024-03-11 The war breaks out"},
		},
		"a noun is of the time before the when that tells of it": {
			"On Tuesday the peso touched its lowest level since January, when the invasion of Chad sent investors fleeing.",
			[]string{"2024-01 Invasion of Chad"},
		},
		"a verb whose ending doubles its last letter": {
			"Police dragged Ana Vargas out of a court in Lima on Monday.",
			[]string{"2024-03-18 Police drag Ana Vargas out of a court in Lima"},
		},
		"who sues is not sued": {
			"Huawei sued in Texas on Monday.",
			[]string{"2024-03-18 Huawei sues in Texas"},
		},
		"who acts behind the part of a day": {
			"On 4 March tanks rolled into Lima; by dawn soldiers had seized the port of Callao.",
			[]string{"2024-03-04 Tanks roll into Lima", "2024-03-04 Soldiers seize the port of Callao"},
		},
		"what a gerund tells is of the month of its act": {
			"In July 2019, after phoning Modi, Macron held back 300 million dollars of aid.",
			[]string{"2019-07 Macron phones Modi", "2019-07 Macron holds back 300 million dollars of aid"},
		},
		"whose participle it is": {
			"On Monday Peru released Ana Vargas, convicted in 2021 of a robbery.",
			[]string{"2024-03-18 Peru releases Ana Vargas", "2021 Ana Vargas is convicted of a robbery"},
		},
		"of two dates the one beside the verb": {
			"Ana Vargas was convicted in 2021 of a robbery in a bank of Lima in August 2019.",
			[]string{"2021 Ana Vargas is convicted of a robbery in a bank of Lima"},
		},
		"a reaction leaves the day to what it reacts to": {
			"Macron and Modi met on Monday. They condemned the attack on a convoy in Peru on 13 February.",
			[]string{"2024-02-13 Attack on a convoy in Peru", "not 2024-02-13 Macron and Modi condemn"},
		},
		"a clause between two verbs takes the second to another time": {
			"Ana Vargas was jailed on 4 March and, after her appeal had failed on 11 March, was moved to a prison in Lima.",
			[]string{"2024-03-04 Ana Vargas is jailed", "not 2024-03-04 Ana Vargas is moved"},
		},
		"a time in front of two who act behind a semicolon": {
			"In 1938 Ana Vargas flew to Bonn; in 2015 Macron and Modi flew to Minsk. Chile closed its border in May 2019; in 2021 Oman and Peru closed the port. Ana Ruiz left the pact in 2004, with few regrets; in 2011 Vega and Modi signed it.",
			[]string{"1938 Ana Vargas flies to Bonn", "2015 Macron and Modi fly to Minsk", "2019-05 Chile closes its border", "2021 Oman and Peru close the port", "2004 Ana Ruiz leaves the pact", "2011 Vega and Modi sign the pact"},
		},
		"a month in front of two who act is not of the verb before": {
			"Peru left the pact in 2004; in June 2021 Ana Ruiz and Modi signed it. In 2008 Macron flew to Minsk, and in May 2022 Vega and Modi flew to Bonn. Oman closed the port in 2015, and on 4 March 2019 Chile and Peru opened theirs.",
			[]string{"2004 Peru leaves the pact", "2021-06 Ana Ruiz and Modi sign the pact", "2008 Macron flies to Minsk", "2022-05 Vega and Modi fly to Bonn", "2015 Oman closes the port"},
		},
		"the last day of something told is not the day before the report": {
			"In 2008 Modi met Macron in Bonn. Modi spoke on the last evening and told Macron that the dam was safe.",
			[]string{"2008 Modi meets Macron in Bonn", "not 2024-03-19 Modi tells"},
		},
		"a time in front of what follows a semicolon is of that": {
			"In 2014 Chile first accused Peru of espionage; three years later, in March 2017, Macron told Modi that the dam was safe. Oman was blacklisted last April; Norway lifted the tariffs twice, most recently in late May.",
			[]string{"2014 Chile accuses Peru of espionage", "2017-03 Macron tells Modi that the dam was safe", "2023-04 Oman is blacklisted", "2023-05 Norway lifts the tariffs twice"},
		},
		"how another act was done does not take its day": {
			"A court in Lima sentenced three officers to death on Tuesday for plotting a coup last August.",
			[]string{"2024-03-19 A court in Lima sentences three officers to death for plotting a coup"},
		},
		"a past time behind an infinitive is of the verb that goes on with and": {
			"Macron lost 5 billion in March 2021, and paid 495 million to settle a claim in October of last year.",
			[]string{"2023-10 Macron pays 495 million to settle a claim"},
		},
		"between then and a day is neither": {
			"Macron closed the border on 4 March. Between then and Tuesday Peru lost two ports.",
			[]string{"2024-03-04 Macron closes the border", "not 2024-03-04 Peru", "not 2024-03-19 Peru"},
		},
		"within so many days is a stretch": {
			"Peru closed its border on 4 March. Within two weeks Chile recalled its envoy. Within hours Brazil tested a missile. Within days Norway closed its embassy.",
			[]string{"2024-03-04/2024-03-18 Chile recalls its envoy", "not 2024-03-04 Norway closes its embassy"},
		},
		"the day on which something else was": {
			"On 4 March, the day on which Chile lifted the tariffs, Peru closed its border.",
			[]string{"2024-03-04 Chile lifts the tariffs", "2024-03-04 Peru closes its border"},
		},
		"days that a dash joins are one date": {
			"Macron met Modi in Toulon on 4–6 March. The army shelled Toulon on March 8-9.",
			[]string{"2024-03-04/2024-03-06 Macron meets Modi in Toulon", "2024-03-08/2024-03-09 The army shells Toulon"},
		},
		"a second verb tells its own event": {
			"On 4 March Macron met Modi in Toulon and signed the treaty.",
			[]string{"2024-03-04 Macron meets Modi in Toulon", "2024-03-04 Macron signs the treaty"},
		},
		"whom he met": {
			"Macron, whom Modi met in Toulon on 4 March, was silent.",
			[]string{"2024-03-04 Modi meets Macron in Toulon"},
		},
		"an interview speaks in the first person": {
			"Carla Ruiz leads the party.\n\nQ: What did you do?\n\nA: I met Macron in Toulon on 4 March.\n\nQ: And then?\n\nA: Nothing.",
			[]string{"2024-03-04 Carla Ruiz meets Macron in Toulon"},
		},
		"he is the last named subject": {
			"Carla Ruiz was a judge. He joined the bank in 1986.",
			[]string{"1986 Ruiz joins the bank"},
		},
		"the day of the verb that announces": {
			"Macron is expected on Saturday to sign the treaty.",
			[]string{"2024-03-23 Macron is expected to sign the treaty"},
		},
		"a day that describes the noun in front": {
			"In a Monday statement, Macron rejected the treaty.",
			[]string{"2024-03-18 Macron rejects the treaty"},
		},
		"less than a number of weeks ago is any day since then": {
			"Chile closed the border less than two weeks ago. Peru opened a port more than two months ago.",
			[]string{"2024-03-04/2024-03-20 Chile closes the border", "not 2024-01 Peru opens"},
		},
		"what an event did has its date": {
			"The blast of 3 March in Lima killed over 200 people. The May accord between Chile and Peru did not last.",
			[]string{"2024-03-03 The blast in Lima kills over 200 people"},
		},
		"what is said of those whom a relative describes": {
			"Chile has closed the border with Peru to all.\n\nMacron also said that those who had paid will receive a refund.",
			[]string{"2024-03-20 Macron says those who had paid will receive a refund"},
		},
		"the first of two verbs of one subject stays": {
			"Last Monday Macron took France out of the treaty and ordered that all the duties be restored.",
			[]string{"2024-03-18 Macron takes France out of the treaty"},
		},
		"a thing named before undergoes something": {
			"The army of Peru said the helicopter passed a safety inspection in February.",
			[]string{"2024-02 The helicopter passes a safety inspection"},
		},
		"words take the place of what they are about, which stays what it is": {
			"Merkel decided Friday to step down, Hana Okafor said.",
			[]string{"2024-03-15 Hana Okafor says Merkel decided Friday to step down"},
		},
		"a subject right before its verb, behind an apposition in front": {
			"In their call of 4 March, the sixth this year, Macron told Modi that the dam was safe.",
			[]string{"2024-03-04 Macron tells Modi that the dam was safe"},
		},
		"a subject behind a clause in front that no comma ends": {
			"To plug the hole the ministry announced on Friday that it would sell its gold.",
			[]string{"2024-03-15 The ministry announces it would sell its gold"},
		},
		"who does what in a clause with when": {
			"The ministers of Peru were in Lima in February, when they signed the treaty.",
			[]string{"2024-02 The ministers of Peru sign the treaty"},
		},
		"a dated act whose doer is not clear is told of its object": {
			"On 4 March it expelled 60 diplomats.",
			[]string{"2024-03-04 60 diplomats are expelled"},
		},
		"a thing and what its relative clause says was done to it": {
			"Chile lifted a freeze on exports of tin, which Macron had ordered on 4 March.",
			[]string{"2024-03-04 Macron orders a freeze on exports of tin"},
		},
		"a noun with a day between two who are named": {
			"There may have been a misunderstanding between Macron and Modi after last month's call.",
			[]string{"2024-02 Call between Macron and Modi"},
		},
		"what an invitation is to, with a month of its own": {
			"On Monday Macron accepted an invitation to visit Peru in May.",
			[]string{"2024-03-18 Macron accepts an invitation to visit Peru in May", "2024-05 Macron to visit Peru"},
		},
		"what was due on a day was not called off on it": {
			"The harbour cancelled three cargoes due to load on 11 March. Chile blocked a shipment set to leave on 12 March.",
			[]string{"2024-03-20 The harbour cancels three cargoes due to load on 11 March", "2024-03-20 Chile blocks a shipment set to leave on 12 March"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}

// TestDateline: a text without a publication date speaks from the day at its
// head, and its mentions still say that none was given.
func TestDateline(t *testing.T) {
	text := "Chile closes the border\n\n12 March 2024\n\nChile has closed the border with Peru.\n\nMacron met Modi in Toulon on Monday."
	ms, _ := Read(article.Plain(text, article.Meta{ID: "x"}), []byte(text), actor.Default(), Options{})
	want := map[string]bool{"2024-03-12 Chile closes the border with Peru": true, "2024-03-11 Macron meets Modi in Toulon": true}
	for _, m := range ms {
		if m.DCT != "" {
			t.Errorf("%q has the publication date %s, which was not given", m.Headline, m.DCT)
		}
		delete(want, m.Date+" "+m.Headline)
	}
	for line := range want {
		t.Errorf("not told: %s", line)
	}
}
