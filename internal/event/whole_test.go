package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestWhole says that a line does not break off where its sentence goes on, and joins no
// two phrases that the sentence keeps apart.
func TestWhole(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"what is joined by and stays joined": {
			"The mayor renewed calls on Friday for an end to tolls and for cheaper ferries. The envoy flew on Monday to Lima and to Quito. The drug was used on Tuesday in the riots in Chile and in Peru. Many farmers fled on Sunday to the hills or to Oman.",
			[]string{"2024-03-15 The mayor renews calls for an end to tolls and for cheaper ferries", "2024-03-18 The envoy flies to Lima and to Quito", "2024-03-19 The drug is used in the riots in Chile and in Peru", "2024-03-17 Many farmers flee to the hills or to Oman"},
		},
		"what and begins anew is another clause's": {
			"Peru declared an emergency on Monday and in Chile, where two towns are cut off, the army built a bridge.",
			[]string{"2024-03-18 Peru declares an emergency"},
		},
		"brackets part no phrase": {
			"The bank opened a $50 million (46 million euro) branch in Oslo on Tuesday. The minister on Monday asked firms within 30 miles (50 km) of the port to close.",
			[]string{"2024-03-19 The bank opens a $50 million branch in Oslo", "2024-03-18 The minister asks firms within 30 miles of the port to close"},
		},
		"nor does a comma between two quoted adjectives": {
			"Ruiz stressed on Friday the need for an \"orderly, lasting settlement\" of the border dispute.",
			[]string{"2024-03-15 Ruiz stresses the need for an orderly, lasting settlement of the border dispute"},
		},
		"what is asked for has room": {
			"The league's standing committee on the Peruvian crisis on Monday urged Lima to take the needed steps to shelter fishermen.",
			[]string{"2024-03-18 The league's standing committee urges Lima to take the needed steps to shelter fishermen"},
		},
		"what would be so, and if": {
			"The envoy said on Tuesday his country would slide into war if the president were forced to quit next month by the rebels. The mayor said on Monday that the port would close.",
			[]string{"2024-03-19 The envoy: his country would slide into war if the president were forced …", "2024-03-18 The mayor says the port would close"},
		},
		"what came of it is not what was said": {
			"On Monday the board declared a drought, meaning that the wells would be shut in two of the provinces.",
			[]string{"2024-03-18 The board declares a drought"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}

// TestNamed says whom a line names: not the state a place lies in, not a title without the
// word that takes it back.
func TestNamed(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a former minister is none": {
			"Last week, former transport minister Juan Vega was arrested. On Monday UN aid chief Ana Ruiz visited Lima.",
			[]string{"2024-W11 Juan Vega is arrested", "2024-03-18 Ana Ruiz visits Lima"},
		},
		"the talks begin, not the state they are held in": {
			"Brazil has called for talks at a two-day summit in Lima, Peru, which starts on Wednesday. Chile, which joined the bloc in 2009, agreed.",
			[]string{"not 2024-03-20 Peru", "2009 Chile joins the bloc"},
		},
		"a name explained by whose it is": {
			"Chad wrote to Peru, its creditor, which closed two of the mines in 2019.",
			[]string{"2019 Peru closes two of the mines", "not 2019 Creditor"},
		},
		"a page's stamp in brackets does nothing": {
			"(Update 11:33 a.m. Lima, 4:33 a.m. ET) As the strike in Peru entered a third week on Tuesday, the port was calm. The ministers (both from Lima) met on Monday.\n\n(Update 7:05 p.m. Lima, 12:05 p.m. ET) Juan Vega, a former head of the port, was arrested on Sunday.\n\n-- (Update 2:30 p.m. ET) A large crane has collapsed on Saturday under the snow.",
			[]string{"not 2024-03-19 Update", "2024-03-18 The ministers meet", "2024-03-17 Juan Vega is arrested", "2024-03-16 A large crane collapses under the snow"},
		},
		"a title goes with its word and its post": {
			"Xi spoke with his Russian counterpart Vladimir Putin on Monday. Merkel met the French president Emmanuel Macron on Sunday. The Egyptian ambassador to the U.S. Sameh Shoukry spoke with reporters on Tuesday.",
			[]string{"2024-03-18 Xi speaks with Putin", "2024-03-17 Merkel meets Macron", "2024-03-19 Shoukry speaks with reporters"},
		},
		"a gift is told with its giver": {
			"The court cleared Peru on Monday, ending a dispute and handing Vladimir Putin a victory. On Sunday Macron gave Merkel a way out. Trump showed Xi a step back on Tuesday.",
			[]string{"not 2024-03-18 Putin", "2024-03-17 Macron gives Merkel a way out", "2024-03-19 Trump shows Xi a step back"},
		},
		"a that which is its clause's subject stays": {
			"Chile said on Monday a shell that hit the port had come from Peru.",
			[]string{"2024-03-18 Chile says a shell that hit the port had come from Peru"},
		},
		"an adjective or a participle behind its noun stands with what it wants or not at all": {
			"The EU and the US froze the assets of dozens of senior officials close to the Chilean army on Monday. Twenty-four people were swapped on the tarmac in Oslo on Sunday in an operation overseen by Turkish intelligence. Conrad Ruiz pleaded not guilty on Tuesday to the charge of selling nine old ships to the army of Peru.",
			[]string{"2024-03-18 EU and the US freeze the assets of dozens of senior officials", "2024-03-17 Twenty-four people are swapped on the tarmac in Oslo in an operation", "2024-03-19 Conrad Ruiz pleads not guilty to the charge of selling nine old ships"},
		},
		"a verb whose base ends in e": {
			"Protests rekindled in Oman last week.",
			[]string{"2024-W11 Protests rekindle in Oman"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}
