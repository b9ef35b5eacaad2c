package event

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// TestColumn says what sentences of columns and briefs tell, and when: words half in
// quotation marks, what carries words, clefts, whose, quotations that tell of others.
func TestColumn(t *testing.T) {
	dct, _ := calendar.ParseDate("2024-03-20")
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a verb that begins a quotation": {
			"Macron said on Monday that the talks had been “broken off, in a way”. Modi vowed on Tuesday to “defend our fishermen” in Goa.",
			[]string{"2024-03-18 Macron says the talks had been broken off", "2024-03-19 Modi vows to defend our fishermen in Goa"},
		},
		"a quotation that ends what is said": {
			"Chile does not “want a quarrel”, Macron said on Monday. India has “great respect” for Chile, Modi said on Tuesday.",
			[]string{"2024-03-18 Macron says Chile does not want a quarrel", "2024-03-19 Modi says India has great respect for Chile"},
		},
		"words in an interview with a paper": {
			"In an interview with the Lima Herald published on Monday Macron diagnosed the pact with old age, wondered aloud whether it was alive, and called for talks with Peru. In a letter to the Senate sent on 4 March, Modi threatened Chile with duties.",
			[]string{"2024-03-18 Macron diagnoses the pact with old age", "2024-03-18 Macron wonders aloud whether it was alive", "2024-03-18 Macron calls for talks with Peru", "2024-03-04 Modi threatens Chile with duties", "not 2024-03-18 Lima Herald is published"},
		},
		"whose": {
			"Peru, whose foreign minister flew to Lima on 4 March, wants peace. The firm, whose assets were frozen on 5 March, appealed.",
			[]string{"2024-03-04 Peru’s foreign minister flies to Lima", "2024-03-05 The firm’s assets are frozen"},
		},
		"somebody set off": {
			"In January it was Chile that, alone in the end, vetoed the sale of the port. A month ago it was Macron who blocked the canal.",
			[]string{"2024-01 Chile vetoes the sale of the port", "2024-02 Macron blocks the canal"},
		},
		"a participle behind a semicolon": {
			"On 4 March the delegates walked out; a meeting scheduled for that day was cancelled.",
			[]string{"2024-03-04 A meeting is cancelled", "not 2024-03-04 A meeting schedules"},
		},
		"how an election was won": {
			"The president of Chile was elected in 2019 by a landslide.",
			[]string{"2019 The president of Chile is elected by a landslide"},
		},
		"within minutes of publication": {
			"On 4 March Chile put four officials on its list. Within minutes of publication Peru sanctioned ten Chileans.",
			[]string{"2024-03-04 Peru sanctions ten Chileans"},
		},
		"what a quotation tells of others": {
			"“Chile transferred five billion pesos in January for the mine in Lima,” Ana Ruiz said. “We grew up there in 1990.”",
			[]string{"2024-01 Chile transfers five billion pesos for the mine in Lima", "not 1990"},
		},
		"a few days later is no day": {
			"Macron received Modi on 4 March. Ana Ruiz, speaking to the Herald a few days later, called the visit “dangerous” and rejected a truce.",
			[]string{"2024-03-04 Macron receives Modi", "not 2024-03-04 Ana Ruiz"},
		},
		"an occasion that is expected to bring something": {
			"A Chile–Peru summit on 4 April is expected to bring a truce.",
			[]string{"2024-04-04 Chile–Peru summit"},
		},
		"a present beside a past": {
			"A Chilean was shot dead on 4 March, and the man arrested for it travels on a Danish passport.",
			[]string{"2024-03-04 A Chilean is shot dead", "not 2024-03-04 The man"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}
