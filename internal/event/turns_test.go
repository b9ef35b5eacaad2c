package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestTurns: turns of phrase by which the press dates what was done, or is to be done, and
// those that say that it was not.
func TestTurns(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	for _, c := range []struct{ text, want string }{
		{"In May the Chilean government put the number of empty schools at 214.", "2025-05 Chilean government puts the number of empty schools at 214"},
		{"Two aid groups put Tuesday's toll at 31.", "2025-06-10 Two aid groups put the toll at 31"},
		{"In May Macron gave the length as two hours.", "not 2025-05 Macron gives"},
		{"Chile announced a summit in May, and Peru called it off on Tuesday.", "2025-06-10 Peru calls off a summit"},
		{"Chile drew up a plan in May, and Macron turned it down on Tuesday.", "2025-06-10 Macron turns down a plan"},
		{"The first turbine began to turn on 20 May.", "2025-05-20 The first turbine begins to turn"},
		{"In December 1991, when the Soviet flag came down over Lima, some 1,900 warheads stood in Peru.", "1991-12 The Soviet flag comes down over Lima"},
		{"Ana Ruiz was born at Arica, in the savannah of what was then the north of Peru, on 23 April 1959.", "1959-04-23 Ana Ruiz is born at Arica"},
		{"Putin named a governor in May.\n\nOn Tuesday she let the rouble float.", "not 2025-06-10 Putin"},
		{"Merkel opened the hall in May.\n\nOn Tuesday he closed it.", "not 2025-06-10 Merkel"},
		{"Macron named a judge in May.\n\nOn Tuesday she resigned.", "not 2025-06-10 Macron"},
		{"President Vladimir Putin named a judge in May.\n\nOn Tuesday she resigned.", "not 2025-06-10 Putin"},
		{"A spokeswoman for Putin resigned in May.\n\nOn Tuesday she opened a bank.", "2025-06-10 A spokeswoman for Putin opens a bank"},
		{"Chile called the talks off on Tuesday.", "2025-06-10 Chile calls off the talks"},
		{"The court threw the case out on Tuesday.", "2025-06-10 The court throws out the case"},
		{"A gunman blew himself up in Lima on Tuesday.", "2025-06-10 A gunman blows himself up in Lima"},
		{"Chile sent its envoy back to Lima on Tuesday.", "2025-06-10 Chile sends its envoy back to Lima"},
		{"From next Tuesday, drivers will pay a fee on the bridge.", "2025-06-17 Drivers will pay a fee on the bridge"},
		{"The rebels had taken both bridges by Tuesday.", "2025-06-10 The rebels take both bridges"},
		{"Chile had demanded a reply by Tuesday.", "not 2025-06-10"},
		{"The last ferry from Lima is scheduled to depart on Saturday.", "2025-06-14 The last ferry from Lima is scheduled to depart"},
		{"The crackdown intensified in May.", "2025-05 The crackdown intensifies"},
		{"Ruiz Steel posted a loss of 4 million pesos for the first quarter.", "2025-Q1 Ruiz Steel posts a loss of 4 million pesos"},
		{"On Tuesday suspected rebels attacked Lima.", "2025-06-10 Suspected rebels attack Lima"},
		{"The Chilean cabinet said after a meeting on Tuesday it would close the port.", "2025-06-10 Chilean cabinet says it would close the port"},
		{"On Tuesday night hundreds of fans came together in Lima to sing.", "2025-06-10 Hundreds of fans come together in Lima to sing"},
		{"The Peruvian board was meeting today to discuss the strike.", "2025-06-12 The Peruvian board meets to discuss the strike"},
		{"Fighting was continuing in Lima on Tuesday.", "2025-06-10 Fighting continues in Lima"},
		{"On Tuesday nearly 300 islanders are reported to have reached a Chilean port.", "2025-06-10 Nearly 300 islanders are reported to have reached a Chilean port"},
		{"Residents say troops on Tuesday shelled Lima.", "2025-06-10 Troops shell Lima"},
		{"Peru is expected to continue selling gas to Chile on Friday.", "2025-06-13 Peru to sell gas to Chile"},
		{"Peru stopped selling gas to Chile on Tuesday.", "not 2025-06-10 Peru sells"},
		{"Peru stopped selling gas to Chile on Tuesday.", "2025-06-10 Peru stops selling gas to Chile"},
		{"The bank is due to discuss raising the rate on Friday.", "not 2025-06-13 The bank to raise"},
		{"Macron is to hold talks with Modi at the Lima Forum on Friday.", "not 2025-06-06"},
		{"The queen will hold talks with Modi during a visit to Delhi on Saturday.", "not 2025-06-07"},
		{"Peru released Ana Ruiz, a teacher jailed since May 2021, on Tuesday.", "2021-05 A teacher is jailed"},
		{"On Tuesday he crossed the bridge, closed since April.", "2025-04 The bridge is closed"},
		{"Peru pardoned Ana Ruiz, a Chilean sentenced to death in May, on Tuesday.", "2025-06-10 Peru pardons Ana Ruiz"},
		{"Peru pardoned Ana Ruiz, a Chilean sentenced to death in May, on Tuesday.", "2025-05 A Chilean is sentenced to death"},
		{"The court jailed Ruiz, a banker extradited from Spain in May 2024, on Tuesday.", "2024-05 A banker is extradited from Spain"},
		{"The talks failed in May, when the army shelled the port and, on 15 May, seized the bridge.", "2025-05-15 The army seizes the bridge"},
		{"The court, which freed Ruiz in April and, a week later, jailed Vega, fined Chile on Tuesday.", "2025-06-10 The court fines Chile"},
		{"Days earlier in Lima, Ana Ruiz, the trade minister, had told lenders on Tuesday that the bank was safe.", "2025-06-10 Ana Ruiz tells lenders that the bank was safe"},
		{"On Tuesday Macron praised Peru's plan for Chad, unveiled in May.", "2025-05 Peru's plan for Chad is unveiled"},
		{"Macron cited a resolution on Crimea, adopted in 2014.", "2014 A resolution on Crimea is adopted"},
		{"Rebels killed nine men and seized a bridge on 7 May.", "2025-05-07 Rebels kill nine men"},
		{"Macron shut the mine and flew to Lima on 7 May.", "not 2025-05-07 Macron shuts"},
		{"The summit will open in Lima on Monday and close on Friday.", "not 2025-06-13"},
		{"Drills are to start on Monday and end on Friday, the army said.", "not 2025-06-13"},
		{"The war widened in May, when the old bridge exploded.", "2025-05 The old bridge explodes"},
		{"The quarrel worsened in June 2019, when the ferry sank.", "2019-06 The ferry sinks"},
		{"He lived in Lima until May, when everything began.", "not 2025-05 Everything"},
		{"Chile began firing on Peru on Tuesday.", "2025-06-10 Chile fires on Peru"},
		{"Chile began firing on Peru on Tuesday.", "not 2025-06-10 Chile begins"},
		{"Chile began pumping gas to Peru on Tuesday.", "2025-06-10 Chile begins pumping gas to Peru"},
		{"Macron is due to meet Modi in Lima this weekend, ahead of talks between Chile and Peru in Arica on July 30.", "not 2025-07-30 Macron"},
		{"Chile will close the port next month, ahead of a strike on July 30.", "2025-07 Chile will close the port"},
		{"Chile closed the port in January, before a strike on January 20.", "2025-01 Chile closes the port"},
		{"Macron on Tuesday named Ana Ruiz, until now the general's deputy, as envoy.", "2025-06-10 Macron names Ana Ruiz"},
		{"Experts put Tuesday's blast at 6.3, far stronger than the test of May 2016.", "not 2016"},
		{"Exports fell faster than in March.", "not 2025-03"},
		{"Peru killed more than 20 rebels in May 2019.", "2019-05 Peru kills more than 20 rebels"},
		{"Macron and Modi agreed at their summit in Lima to open a bank.\n\nThe previous full summit of the two took place in Oslo in July 2018.", "not 2018-07 Macron"},
		{"Macron and Modi agreed at the summit to open a bank.\n\nTheir next summit will be held in Oslo on 4 July.", "not 2025-07-04 Macron"},
		{"Chile urged Peru on Tuesday to yield, after rebels killed six men and shelled the port.", "not 2025-06-10 Rebels shell"},
		{"In 2008 Chile attacked the town before Peru crossed the border and bombed the port.", "not 2008 Peru bombs"},
		{"Chile barred the purchase of bonds by Peruvian banks starting May 14.", "2025-05-14 Chile bars the purchase of bonds by Peruvian banks"},
		{"Peru will charge a fee on ships beginning next month.", "2025-07 Peru will charge a fee on ships"},
		{"The Chilean bank said on Tuesday, when it cut its rate, that it would close nine branches.", "2025-06-10 The Chilean bank says it would close nine branches"},
		{"Macron told them in May, when they met, that the port was shut.", "2025-05 Macron tells them that the port was shut"},
		{"A truce that Peru had proposed on 4 June never took effect.", "not 2025-06-12 A truce takes effect"},
	} {
		tells(t, c.text, c.text, dct, []string{c.want})
	}
}
