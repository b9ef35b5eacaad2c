package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestLineEnds: a line ends where its sentence can, and leaves out whole what it has no
// room for: no verb without what it tells, no member of a list for all of them.
func TestLineEnds(t *testing.T) {
	dct, _ := calendar.ParseDate("2025-06-12")
	for _, c := range []struct{ text, want string }{
		// What a verb tells, asks or takes something for.
		{"Macron defended the pier on Monday saying that he had the votes of the islands.", "2025-06-09 Macron defends the pier saying he had the votes of the islands"},
		{"Macron urged his Danish counterpart on Monday to ensure that fair talks begin at once.", "2025-06-09 Macron urges his Danish counterpart to ensure fair talks begin"},
		{"Divers were searching the harbour on Monday to see if the hull could be raised.", "2025-06-09 Divers search the harbour"},
		{"Denmark said on Monday it would refer to the strait as the Belt from now on.", "2025-06-09 Denmark says it would refer to the strait as the Belt"},
		{"The mayor called on Norway on Monday to find out whether the pier was open.", "not 2025-06-09 The mayor calls on Norway"},
		{"“People in Aarhus know exactly that their wish has to be met by deeds,” Macron told a paper on Monday.", "2025-06-09 Macron: “People in Aarhus know exactly that their wish has to be met …”"},
		{"The harbour office must make sure that the rights of pilots and crews, as well as the rules of the port, are kept, Macron said on Monday.", "not 2025-06-09 Macron says the harbour office must make sure"},
		{"That has led, envoys said on Monday, to a strike in all the ports of the islands.", "not 2025-06-09 Envoys"},
		{"Macron said on Monday the new pier was very different from the old pier of the islands.", "2025-06-09 Macron: the new pier was very different from the old pier of the islands"},
		{"On Monday the mayor lifted a ban on ferries imposed in May.", "2025-06-09 The mayor lifts a ban on ferries"},
		{"On Monday the mayor lifted a ban on ferries imposed in May by the senate.", "not 2025-06-09 The mayor lifts a ban on ferries in May"},
		{"Norway secured support on Monday for the accord agreed last week.", "2025-06-09 Norway secures support for the accord"},
		{"Dansk Lines AG had decided on Monday to set up a Danish branch rather than convert the existing firm.", "2025-06-09 Dansk Lines AG decides to set up a Danish branch"},
		{"Denmark will open the old pier no sooner than September.", "2025-09 Denmark will open the old pier"},
		{"The pilots lost no fewer than nine boats on Monday.", "2025-06-09 The pilots lose no fewer than nine boats"},
		{"The vote is expected no later than June 20.", "2025-06-20 The vote is expected"},
		{"On Monday it broke ground on a new pier in Aarhus.", "not 2025-06-09 A new pier"},
		{"Divers searched the hall where the pilots had met on Monday.", "not 2025-06-09 The pilots meet"},
		{"The mayor came from a town where a strike began in May.", "not 2025-05 A strike begins a town"},
		{"One pilot was hurt by guards on Monday.", "2025-06-09 Guards hurt one pilot"},
		// Lists.
		{"Pork, beef and corn prices fell on Monday.", "2025-06-09 Pork, beef and corn prices fall"},
		{"Some 900 pilots, stokers and clerks from all ports of the islands met in Aarhus on Monday.", "2025-06-09 Some 900 pilots, stokers and clerks from all ports meet in Aarhus"},
		{"Further south, pilots and stokers seized the pier on Monday.", "not 2025-06-09 South, pilots"},
		{"Divers found leaks among 264 of 268 (98.5 percent) Danish lamps on Monday.", "2025-06-09 Divers find leaks among 264 of 268 Danish lamps"},
		{"On Monday Denmark put the number of wrecks at 3,838 - 2,493 boats and 1,345 ferries.", "2025-06-09 Denmark puts the number of wrecks at 3,838"},
		{"Denmark announced on Monday a new toll as part of the 2024/25 budget.", "2025-06-09 Denmark announces a new toll as part of the 2024/25 budget"},
		{"The senators voted on Monday for a law to end the grants for ferries and the toll on salt that pays for the piers of the islands.", "2025-06-09 The senators vote for a law to end the grants"},
		// Names and titles.
		{"Clerks protested on Monday against the naming of the new Prime Minister Mette Frederiksen in Aarhus.", "2025-06-09 Clerks protest against the naming of the new Prime Minister Mette Frederiksen in Aarhus"},
		{"The ferries have been halted since the revolt against Prime Minister Frederiksen, which began on Monday.", "not 2025-06-09 Prime Minister"},
		{"An old stoker from the far west of Denmark who had visited Norway on Monday was found.", "not 2025-06-09 Denmark visits"},
		{"The fair in Norway, which collapsed on Monday, was his.", "not 2025-06-09 Norway"},
		{"The fair in Norway, which collapsed on Monday, was his.", "2025-06-09 The fair in Norway collapses"},
		{"Duties on Norway, which were lifted on Monday, had hurt.", "2025-06-09 Duties on Norway are lifted"},
		{"Macron toured a plant in Norway that was opened on Monday.", "2025-06-09 A plant in Norway is opened"},
		{"The politics of neighbouring Norway, which changed on Monday, are his.", "not 2025-06-09 "},
		{"Macron praised the outcome of Monday's talks on Tuesday.", "2025-06-10 Macron praises the outcome of the talks"},
		{"Macron was booed early in Monday's match in Lyon.", "2025-06-09 Macron is booed in the match in Lyon"},
		{"Television showed a rally of around 100 people on Monday.", "2025-06-09 Television shows a rally of around 100 people"},
		{"King Abdullah II named a new minister on Monday.", "2025-06-09 King Abdullah II names a new minister"},
		{"It was larger than a plan rejected by the court in Oslo on Monday.", "2025-06-09 A plan is rejected by the court in Oslo"},
		{"Macron joined the Group of 20 summit in Osaka on Monday.", "2025-06-09 Macron joins Group of 20 summit in Osaka"},
		{"The Group of Seven summit in Evian, which opens on Friday, is small.", "2025-06-13 Group of Seven summit in Evian opens"},
		{"Chile announced duties of between 5 and 10 per cent on Monday.", "2025-06-09 Chile announces duties of between 5 and 10 per cent"},
		{"Documents filed on Monday with a court in Oslo show that Macron paid.", "2025-06-09 Documents are filed with a court in Oslo"},
		{"Newly elected president Ana Ruiz visited Lyon on Monday.", "2025-06-09 Ana Ruiz visits Lyon"},
		{"He still has a say in the politics of neighbouring Norway, which abstained in the vote on Monday.", "not 2025-06-09 "},
		{"He told them of talks with Norway, which left the pact on Monday.", "2025-06-09 Norway leaves the pact"},
		{"The stone bears the names of nine pilots who lost their lives on Monday.", "2025-06-09 Nine pilots lose their lives"},
		{"On Monday Macron ordered his elite troops to level the piers of the town.", "2025-06-09 Macron orders his elite troops to level the piers of the town"},
		{"There were at least four protests on Monday in the Danish capital Copenhagen.", "2025-06-09 At least four protests in the Danish capital Copenhagen"},
		{"Macron has told the court of the day the old king died on Monday.", "not 2025-06-09 Macron: the old king"},
	} {
		tells(t, c.text, c.text, dct, []string{c.want})
	}
}
