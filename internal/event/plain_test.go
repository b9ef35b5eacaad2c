package event

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestTold says what sentences give a line and which are refused, and why. A
// want that begins with "no: " is a part of the reason.
func TestTold(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for _, c := range []struct{ text, want string }{
		{"The lease of the port expires in May.", "The lease of the port expires"},
		{"They will see each other in Lima, where Macron hosts the club on 28 March.", "Macron hosts the club"},
		{"It was cold on 1 March; a fortnight later Peru joined the pact.", "Peru joins the pact"},
		{"On 4 March Chile turned to Peru.", "no: only leads from one event to another"},
		{"On 4 March Peru followed Chile.", "no: only leads from one event to another"},
		{"On 4 March the minister left the room.", "no: only points back"},
		{"Reader/Ana Ruiz, Producers/Luis Vega and Rosa Luna for the Callao Theatre presented the first part of the story on 4 March.", "no: parts of a page, run together"},
		{"On 4 March Macron gave the length as two hours.", "no: a remark about an account"},
		{"On 4 March Macron gave formal approval for the sale of the island.", "Macron gives formal approval for the sale of the island"},
		{"On 4 March Chile brought a levy of 7 pesos into force.", "Chile brings a levy of 7 pesos into force"},
		{"The second round had been held on 2 March.", "no: nor where"},
		{"That help had been cut off on 2 March.", "no: only points back"},
		{"On 4 March Macron asked that foreign firms stop selling drones to Peru.", "Macron asks that foreign firms stop selling drones to Peru"},
		{"On 4 March Macron told Modi that he was ready for a truce.", "Macron tells Modi that he was ready for a truce"},
		{"On 4 March Macron and Modi held a video call of 40 minutes.", "Macron and Modi hold a video call of 40 minutes"},
		{"On 4 March the Chileans talked with the Peruvians in Lima.", "The Chileans talk with the Peruvians in Lima"},
		{"On 4 March Chile began to shell Peru.", "Chile begins to shell Peru"},
		{"On 4 March Macron ordered the removal of the 12% duty that he had put on tea.", "Macron orders the removal of the 12% duty"},
		{"On 4 March Chile blocked its ports while a summit in Lima was being prepared.", "Chile blocks its ports"},
		{"On 4 March Macron said that if Chilean tanks crossed the border “there will no longer be a port”.", "Macron: if Chilean tanks crossed the border there will no longer be a port"},
		{"The airliner will then pass by Peru, and fly to Lima on 24 March.", "The airliner to fly to Lima"},
		{"On 4 March Chile said the talks were over.", "Chile says the talks were over"},
		{"On 4 March Macron reversed that policy.", "Macron reverses that policy"},
		{"The first ship, the Luna, sailed on 4 March with maize for Lima.", "The first ship sails with maize for Lima"},
		{"On 4 March Ursula von der Leyen flew to Lima.", "Von der Leyen flies to Lima"},
		{"It is known within the White House that Robert Gibbs would be stepping down in May.", "Robert Gibbs to step down"},
		{"Its spokesman, Ana Ruiz, told a briefing on 4 March that the port was closed.", "Ana Ruiz tells a briefing that the port was closed"},
		{"On 4 March the canal was handed over.", "The canal is handed over"},
		{"A vote on the island is due later this month.", "A vote on the island is due"},
		{"Chile cut all flights to and from its neighbour on 4 March.", "Chile cuts all flights to and from its neighbour"},
		{"Special counsel Ana Ruiz charged 12 Chilean officers on 4 March, three days before the vote.", "Special counsel Ana Ruiz charges 12 Chilean officers"},
		{"On 4 March Chile cut five Peruvian banks off SWIFT.", "Chile cuts five Peruvian banks off SWIFT"},
		{"The army entered the port of Lima on 4 March after days of shelling.", "The army enters the port of Lima after days of shelling"},
		{"On 4 March Chile more than doubled its output of tin.", "Chile more than doubles its output of tin"},
		{"Chile nearly halved its duty on tea on 4 March.", "Chile nearly halves its duty on tea"},
		{"Macron left for Brussels on 4 March.", "Macron leaves for Brussels"},
		{"Macron told a Chilean paper in an interview aired on 4 March that the port was closed.", "Macron tells a Chilean paper that the port was closed"},
		{"Chile shut its ports in a step announced by Macron on 4 March.", "Chile shuts its ports in a step announced by Macron"},
		{"Macron announced the plan during 4 March's speech to the miners.", "Macron announces the plan during the speech to the miners"},
		{"On 4 March the director of national intelligence formally blamed Chile for the hacks.", "The director of national intelligence blames Chile for the hacks"},
		{"Macron on 4 March tried to calm the miners, saying he misspoke.", "Macron tries to calm the miners"},
		{"Robbers tried to storm the bank in Lima on 4 March.", "Robbers try to storm the bank in Lima"},
		{"On 4 March at least 56 miners were crushed to death in Lima.", "At least 56 miners are crushed to death in Lima"},
		{"At least seven died in the mine on 4 March, the ministry said.", "At least seven die in the mine"},
		{"Macron flew in on 4 March.", "Macron flies in"},
		{"The camp was built in February to watch purchases by Peru.", "The camp is built to watch purchases by Peru"},
		{"A&B sold a mine on 4 March.", "A&B sells a mine"},
		{"The mine was shut on 4 March after a ruling by a court in Lima.", "The mine is shut after a ruling by a court in Lima"},
		{"On 4 March a meeting of the “Friends of Peru” group was held in Lima.", "A meeting of the Friends of Peru group is held in Lima"},
		{"A song tells of a boy who killed three men and injured 12 on 4 March.", "A boy injures 12"},
		{"On 4 March a fruit seller named Juan Bazi, 26, sold a mine.", "A fruit seller sells a mine"},
		{"They sing of the release of a man kidnapped by rebels on 4 March.", "A man is kidnapped by rebels"},
		{"Chile vetoed a UN resolution condemning Peru on 4 March.", "Chile vetoes UN resolution condemning Peru"},
		{"The fever killed about 1 million people in February.", "The fever kills about 1 million people"},
		{"Two men in masks visit a mine in Lima, Peru March 4, 2024.", "no: a picture"},
		{"Macron visits a mine in Lima March 4, 2024.", "no: a picture"},
		{"Macron visits a mine in Lima on March 4, 2024.", "Macron visits a mine in Lima"},
		{"This article was amended on 4 March. It was short.", "no: a page says of itself"},
		{"Fans in Lima await the bout on 24 March.", "no: only awaited"},
		{"The mayor, frustrated that the mine was shut, sold the port on 4 March.", "The mayor sells the port"},
		{"On 4 March rebels and officials in neighbouring Chile said that the minister had fled.", "Rebels and officials in neighbouring Chile say the minister had fled"},
		{"On 4 March Macron said the boy had Influenza A, and was ill.", "Macron: the boy had Influenza A"},
		{"On 4 March Macron gave a speech defending and praising the plan.", "Macron gives a speech"},
		{"On 4 March Macron responded to a Chilean offer by saying there must be no repeat of the quarrel over the tariffs.", "Macron responds to a Chilean offer"},
		{"Macron told a court on 4 March that Modi told her only that he had sold the mine.", "Macron tells a court that Modi told her only he had sold the mine"},
		{"By Ana Ruiz and Juan Vega LIMA | Mon Mar 4, 2024 7:50 pm EST LIMA (Agency) - Chile, which has nine ports, shut its ports on 5 March.", "Chile shuts its ports"},
		{"5 March 2024 Last updated at 14:51 GMT Help Chile shut its ports on 5 March.", "Chile shuts its ports"},
		{"The central bank stepped in on 4 March with nine billion pesos.", "The central bank steps in with nine billion pesos"},
		{"On 4 March the head of the bank ruled out putting in more money.", "The head of the bank rules out putting in more money"},
		{"The raid was launched on 4 March by a band called the Foxes.", "The raid is launched by a band called the Foxes"},
		{"The strike was prompted on 4 March by the Bank of Peru's attempts to cut wages.", "The strike is prompted by the Bank of Peru's attempts to cut wages"},
		{"News of the police answer to a miner's old lamp in Lima inspired a new national song on 4 March.", "News of the police answer inspires a new national song"},
		{"On 4 March the miner stood up and left the hall.", "no: "},
		{"Macron left Lima on 4 March: “We are old friends, and must stay so.”", "Macron leaves Lima"},
		{"Macron succeeded on 4 March in removing 40 per cent of the duty on rice.", "Macron succeeds in removing 40 per cent of the duty on rice"},
		{"Chile returned on 4 March to importing maize in earnest after years of blocking grain.", "Chile returns to importing maize in earnest"},
		{"The postponement of the summit, agreed on 4 March, angers Peru.", "The summit is agreed"},
		{"The mine, first opened on 4 March, belongs to Chile.", "The mine is opened"},
		{"The talks in Lima on 4 March were tense and not helped by the weather.", "Talks in Lima"},
		{"At least 33 fled on 4 March.", "At least 33 flee"},
		{"The oil and gas company closed its mine on 4 March.", "The oil and gas company closes its mine"},
		{"On 4 March Chile began a debate on how to shut the mine.", "Chile begins a debate on how to shut the mine"},
		{"Ana Gibbons from Lima lit the lamp on 4 March.", "Ana Gibbons from Lima lights the lamp"},
		{"Vega brought the lamp she had built to school on 4 March.", "Vega brings the lamp"},
		{"In 2023 the Chilean team won the cup.", "The Chilean team wins the cup"},
		{"In 2023 he took the train.", "no: "},
		{"Next year's games are scheduled to take place in Lima.", "The games are scheduled to take place in Lima"},
		{"Sales are expected to grow by 3 percent in 2025.", "no: "},
		{"She spoke to her men, with a ruling expected in May.", "A ruling is expected"},
		{"The report, due out next week, will name him.", "The report is due out"},
		{"The miners spoke about elections due in May.", "Elections are due"},
		{"A feast in her honour, planned for next week, may be delayed.", "A feast in her honour is planned"},
		{"The vote, scheduled for next week, was called off.", "The vote is called off"},
		{"Payments that fall due in May are small.", "no: "},
		{"She named laws in Chile expected in May.", "no: "},
		{"The bridge has been closed since 4 March.", "The bridge is closed"},
		{"Nine men have been killed since 4 March.", "no: "},
		{"Shares in Lima have closed up, their best day since 4 March.", "no: "},
		{"On 4 March Chile chose Lima based Nordhal to build the ship.", "Chile chooses Lima based Nordhal to build the ship"},
		{"In a 4 March speech, Macron said that the port would close.", "Macron says the port would close"},
		{"The leak was not found when the plane made its first flight on 4 March.", "The plane makes its first flight"},
		{"The Luna, Chile's oldest ship, will begin to carry coal on 24 March.", "The Luna will begin to carry coal"},
		{"Shares in the Lima Stock Exchange of Peru fell 2 percent on 4 March.", "Shares in the Lima Stock Exchange of Peru fall 2 percent"},
		{"Earlier this month the town suffered a series of fires.", "The town suffers a series of fires"},
		{"There were clashes in the port on 4 March.", "Clashes in the port"},
		{"There will be a vote on 2 May.", "A vote"},
		{"The election is in May.", "The election"},
		{"On March 4th Macron and Ana Ruiz agreed to a truce of nine days, later extended.", "Macron and Ana Ruiz agree to a truce of nine days"},
		{"In a phone call on 4 March, Macron and Modi discussed the offer.", "Macron and Modi discuss the offer"},
		{"In 2023 over 4 million people attended the show.", "4 million people attend the show"},
		{"There was talk of a coup on 4 March.", "no: "},
		{"Last week saw three more strikes on mines.", "Three more strikes on mines"},
		{"4 March brought the resignation of the bishop.", "Resignation of the bishop"},
		{"The answer came on 4 March.", "The answer comes"},
		{"The spring came on 4 March.", "no: "},
		{"A fire happened near the port on 4 March.", "A fire happens near the port"},
		{"What happened in 2014 is known.", "no: "},
		{"She knows that talks set to begin on Monday would be short.", "Talks to begin"},
		{"The union chose Ana Ruiz (left) and Omar Vega (right) on 4 March.", "The union chooses Ana Ruiz and Omar Vega"},
		{"The first survey of the bay was made by Chileans between 2008 and 2014.", "The first survey of the bay is made by Chileans"},
		{"In 2023 over 40,000 people attended the show.", "Over 40,000 people attend the show"},
		{"The Lima Games ran throughout 2023.", "no: "},
		{"The miners of Lima marched throughout the week.", "The miners of Lima march"},
		{"A Chilean airliner bound for Lima crashed on 4 March minutes after taking off.", "A Chilean airliner bound for Lima crashes"},
		{"Macron and Modi had both visited Lima on 4 March.", "Macron and Modi visit Lima"},
		{"Chile sent boats. On 4 March part of the road across it was blown up.", "Part of the road is blown up"},
		{"An inquiry led by Ana Vargas will report on 24 March.", "An inquiry will report"},
		{"The bank suffered an outage of 45 minutes on 4 March.", "The bank suffers an outage of 45 minutes"},
		{"On 4 March Macron threatened Chile with sanctions “like it had never seen before”.", "Macron threatens Chile with sanctions like it had never seen"},
		{"Six men held in Chile and Peru were flown to Lima on 4 March.", "Six men are flown to Lima"},
		{"On 4 March more than a million people marched through Lima.", "More than a million people march through Lima"},
		{"The Luna had rerouted nine ships; the delays may hurt Peru, Modi warned on 4 March.", "Modi warns the delays may hurt Peru"},
		{"The Ever Given was pulled loose on 4 March by a flotilla of tugs.", "A flotilla of tugs pulls the Ever Given loose"},
		{"Macron on 4 March dismissed as stupid any suggestion that Chile was behind it.", "Macron dismisses as stupid any suggestion that Chile was behind it"},
		{"The hearing is scheduled for 24 March.", "The hearing is scheduled"},
		{"A bridge was inaugurated in Lima on 4 March.", "A bridge is inaugurated in Lima"},
		{"Macron rang on 4 March.", "Macron rings"},
		{"After nine days of almost round-the-clock talks, Chile and Peru reached an accord on 4 March.", "Chile and Peru reach an accord"},
		{"Judge Ana Vargas ordered her to wear a tracker on 4 March.", "Judge Ana Vargas orders her to wear a tracker"},
		{"They freed Narendra Modi, the head of the bank, who was arrested in Lima on 4 March.", "Modi is arrested in Lima"},
		{"They freed Narendra Modi, a lawyer arrested in Lima on 4 March.", "Modi is arrested in Lima"},
		{"They freed two men, among them Juan Vega, who was jailed in Lima on 4 March.", "Juan Vega is jailed in Lima"},
		{"Narendra Modi landed at the base in Lima shortly before noon on 4 March.", "Modi lands at the base in Lima"},
		{"A period of grace on two loans: a term on two payments of 9 pesos expired on 4 March.", "A term on two payments of 9 pesos expires"},
		{"Chile, Peru, the Netherlands and Norway severed relations with Oman on 4 March.", "Chile, Peru, the Netherlands and Norway sever relations with Oman"},
		{"On 4 March the strike was prompted by the sinking of a ship off Lima.", "The strike is prompted by the sinking of a ship off Lima"},
		{"Divers managed on 4 March to free the last two miners.", "Divers manage to free the last two miners"},
		{"It was on 4 March, after a vote in Lima, that Macron laid the keel of the ferry.", "Macron lays the keel of the ferry"},
		{"It was not until 4 March that Chile shut the mine.", "Chile shuts the mine"},
		{"Only on 4 March did the Chilean ministers decide to drop the levy.", "The Chilean ministers decide to drop the levy"},
		{"The visit was called off by Chile on 4 March.", "Chile calls off the visit"},
		{"Ana Ruiz was escorted to the port by Chilean guards on 4 March.", "Chilean guards escort Ana Ruiz to the port"},
		{"Macron, who was in Lima on 4 March, is ill.", "Macron is in Lima"},
		{"The editor has been in prison since 4 March.", "The editor is in prison"},
		{"The seizure of the embassy on 4 March changed nothing.", "Seizure of the embassy"},
		{"Not until 4 March did the two governments sign a protocol.", "The two governments sign a protocol"},
		{"Police searched the offices of the Daily Observer in Lima on 4 March.", "Police search the offices of the Daily Observer in Lima"},
		{"When Nordhal closed its mine in Lima on 4 March it gave no reason.", "Nordhal closes its mine in Lima"},
		{"The Chilean ministers were told on 4 March that the budget was spent.", "The Chilean ministers are told that the budget was spent"},
		{"Aleppo fell on 4 March.", "Aleppo falls"},
		{"Macron laid the first stone of the dam on 4 March.", "Macron lays the first stone of the dam"},
		{"The declaration that Macron and Modi signed on 4 March has nine pages.", "Macron and Modi sign the declaration"},
		{"The first trucks came through to Lima on 4 March.", "The first trucks come through to Lima"},
		{"Chile began to vaccinate its dogs on 4 March.", "Chile begins to vaccinate its dogs"},
		{"The peso lost 4 percent on 4 March.", "The peso loses 4 percent"},
		{"Nordhal, which makes wheels, said on 4 March that it would close its mine.", "Nordhal says it would close its mine"},
		{"Everyone said on 4 March that it would close its mine.", "no: nobody of record"},
		{"On 4 March both ministries announced that the port was closed.", "Both ministries announce the port was closed"},
		{"Finland joined on 4 March.", "Finland joins"},
		{"The mine had been idle. Moody's cut its rating on 4 March.", "Moody's cuts its rating"},
		{"Lloyd's withdrew on 4 March.", "Lloyd's withdraws"},
		{"The Chilean mine was for sale. Nordhal bought it on 4 March.", "Nordhal buys the Chilean mine"},
		{"Many thought that the port was lost. The ministry denied it on 4 March.", "The ministry denies it"},
		{"Whether the ministry denied it on 4 March hardly matters.", "no: possible"},
		{"Macron let the pact expire on 4 March.", "Macron lets the pact expire"},
		{"The palace let it be known on 4 March that the king would not travel.", "The palace lets it be known that the king would not travel"},
		{"Macron made it clear on 4 March that the talks were over.", "Macron makes it clear that the talks were over"},
		{"The party made the mayor of Lima resign on 4 March.", "The party makes the mayor of Lima resign"},
		{"The two sides fell out on 4 March.", "The two sides fall out"},
		{"Before it lost its licence on 4 March, the bank in Lima held nine billion.", "The bank in Lima loses its licence"},
		{"After visiting Kigali on 4 March, the envoy had no more to say.", "The envoy visits Kigali"},
		{"Once the ceasefire ended on 4 March, the bombers were back.", "The ceasefire ends"},
		{"Once the ceasefire ended on 4 March, the bombers would be back.", "no: conditional"},
		{"Chile raised the stakes by sending troops to the border on 4 March.", "Chile raises the stakes by sending troops to the border"},
		{"The gate of the dam gave way on 4 March.", "The gate of the dam gives way"},
		{"All of the 225 electors who had turned up voted for him on 4 March.", "All of the 225 electors vote for him"},
		{"Mr Fico then threatened, in a video posted on 4 March, to cut off the power that Chile sells to Peru.", "Fico threatens to cut off the power"},
		{"One of the men was arrested in Lima on 4 March.", "One of the men is arrested in Lima"},
		{"The bank apologised on 4 March.", "The bank apologises"},
		{"One of them, Ana Ruiz, was caught in Lima on 4 March.", "Ana Ruiz is caught in Lima"},
		{"Peru will charge a levy of 4 percent or 6 percent on Chilean copper worth about 70 million euros, the Harbour Board of the State of Lima announced on 4 March.", "Harbour Board: Peru will charge a levy of 4 percent or 6 percent …"},
		{"Peru will sell 14 heavy ferries to Chile and let other states sell theirs, Mayor Ana Ruiz announced on 4 March.", "Mayor Ana Ruiz announces Peru will sell 14 heavy ferries"},
	} {
		a := article.Plain(c.text, article.Meta{ID: "x", DCT: dct})
		ms, trace := Read(a, []byte(c.text), actor.Default(), Options{})
		var got []string
		for _, m := range ms {
			got = append(got, m.Headline)
		}
		why, refused := strings.CutPrefix(c.want, "no: ")
		switch {
		case refused && len(got) > 0:
			t.Errorf("%s\n\tgave %q; want nothing (%s)", c.text, got, why)
		case refused:
			found := false
			for _, r := range trace {
				found = found || strings.Contains(r.Why, why)
			}
			if !found {
				t.Errorf("%s\n\twas refused by %v; want %q", c.text, trace, why)
			}
		case len(got) != 1 || got[0] != c.want:
			t.Errorf("%s\n\tgave %q; want %q; refused %v", c.text, got, c.want, trace)
		}
	}
}

// TestNounWithWhatIsSaid holds a noun that tells an event and is followed by
// a clause with that.
func TestNounWithWhatIsSaid(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	lawful(t, "After the meeting on 4 March that Macron said would end the war, Chile was silent. The agreement of 5 March that both sides would leave the island held.", dct)
}
