package chronology

import (
	"slices"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/event"
)

// opening is a first paragraph that takes what only the day of the article
// dates.
const opening = "Norway closed its embassy in Lima in June 2019, and nobody knows why.\n\n"

// TestToldTwice reads articles in pairs, from text to events: words of the one
// headline and of the other are told of one event, or of two.
func TestToldTwice(t *testing.T) {
	for name, c := range map[string]struct {
		one, two string
		triggers [2]string
		together bool
	}{
		"a summit, and the declaration that it issued": {
			"The Maputo Declaration of last week, the long communiqué of the African Union summit chaired by Cyril Ramaphosa, spoke of debt.",
			"African Union ministers came in March. Ramaphosa asked delegates to set up a common bank with the lenders at the union’s summit on March 14.",
			[2]string{"Declaration", "summit"}, true,
		},
		"a summit that ended with a communiqué": {
			"The ASEAN summit in Vientiane ended on Thursday with a communiqué on fishing.",
			"Ministers of ASEAN were tired. The bloc’s summit on March 14 in Vientiane was its longest.",
			[2]string{"ended", "summit"}, true,
		},
		"the summits of two bodies": {
			"The Maputo Declaration of last week, the long communiqué of the African Union summit chaired by Cyril Ramaphosa, spoke of debt.",
			"Arab League ministers came in March. Ramaphosa asked delegates to set up a common bank with the lenders at the organisation’s summit on March 14.",
			[2]string{"Declaration", "summit"}, false,
		},
		"a leak, and the paper that printed it": {
			"Approval by Peru of the harbour sale was leaked to Le Monde. “Peru is getting ready to sell the harbour of Ilo to Chinese shipping firms, against the wish of the navy.”",
			"A report in Le Monde on March 12, that Peru would let Chinese firms buy the harbour of Ilo, caused a stir.",
			[2]string{"leaked", "report in"}, true,
		},
		"who reported, and what was reported by whom": {
			"Le Monde reported that Peru would let China buy the harbour of Ilo.",
			"The sale by Peru of the harbour of Ilo to China was first reported by Le Monde on March 12.",
			[2]string{"reported", "reported"}, true,
		},
		"two votes of one day": {
			"The UN General Assembly adopted the resolution on the grain of Odesa on March 14 by 93 votes to 18.",
			"The UN General Assembly adopted the resolution on the grain ships of Odesa on March 14 by 81 to 20.",
			[2]string{"adopted", "adopted"}, false,
		},
		"one vote": {
			"The UN General Assembly adopted the resolution on the grain of Odesa on March 14 by 93 votes to 18.",
			"The UN General Assembly adopted the resolution on the grain ships of Odesa on March 14, voting 93 to 18.",
			[2]string{"adopted", "adopted"}, true,
		},
		"a summit, and what it adopted": {
			"Ministers were tired. The Arab League summit in Baghdad adopted a declaration on debt on March 14.",
			"Ministers of the Arab League came in March. The organisation held its summit in Baghdad on March 14.",
			[2]string{"adopted", "held"}, true,
		},
		"a summit that issued a communiqué, and the day on which it met": {
			"Ministers were tired. The African Union summit issued a communiqué on the drought on March 14.",
			"African Union ministers came in March. The union held its summit in Maputo on March 14.",
			[2]string{"issued", "held"}, true,
		},
		"a summit, and what two of its guests signed": {
			"Ministers were tired. At the Arab League summit in Baghdad, Modi and Macron signed a declaration on ships on March 14.",
			"Ministers of the Arab League came in March. The organisation held its summit in Baghdad on March 14.",
			[2]string{"signed", "held"}, false,
		},
		"a vote for, and one against another text": {
			"The UN Security Council adopted a resolution on Gaza on March 14.",
			"The UN Security Council rejected a resolution on Sudan on March 14.",
			[2]string{"adopted", "rejected"}, false,
		},
		"the votes of two houses": {
			"The UN Security Council adopted a resolution on Gaza on March 14.",
			"The UN General Assembly adopted a resolution on Gaza on March 14.",
			[2]string{"adopted", "adopted"}, false,
		},
		"two calls on two days": {
			"Putin and Trump spoke by phone on March 13 about Ukraine.",
			"Putin and Trump spoke by phone on March 14 about Iran.",
			[2]string{"spoke", "spoke"}, false,
		},
		"a call that comes again": {
			"Macron and Modi spoke by phone on March 13.",
			"Macron and Modi spoke by phone again on March 14.",
			[2]string{"spoke", "spoke"}, false,
		},
		"one call, dated otherwise by another paper": {
			"Macron and Modi spoke by phone on March 13.",
			"Macron and Modi spoke by phone on March 14.",
			[2]string{"spoke", "spoke"}, true,
		},
		"calls with two men about one country": {
			"Putin and Trump spoke by phone on March 14 about Ukraine.",
			"Putin phoned Xi on March 14 about Ukraine.",
			[2]string{"spoke", "phoned"}, false,
		},
		"the measures of two states": {
			"The EU imposed sanctions on 22 Russian tankers on March 14.",
			"Britain imposed sanctions on 22 Russian tankers on March 14.",
			[2]string{"imposed", "imposed"}, false,
		},
		"tariffs of a month on two things": {
			"The European Union met in Brussels. The bloc imposed tariffs on Chinese steel in February.",
			"The European Union was divided. The bloc imposed tariffs on Chinese cars in February.",
			[2]string{"imposed", "imposed"}, false,
		},
		"a tariff of a month, by two words": {
			"The European Union met in Brussels. The bloc imposed tariffs on Chinese cars in February.",
			"The European Union was divided. The bloc imposed tariffs on Chinese electric vehicles in February.",
			[2]string{"imposed", "imposed"}, true,
		},
		"a tariff of a month on one thing, and on many": {
			"The European Union met in Brussels. The bloc imposed tariffs on Chinese goods in February.",
			"The European Union was divided. The bloc imposed tariffs on Chinese cars in February.",
			[2]string{"imposed", "imposed"}, true,
		},
		"lists of a month that others were put on": {
			"The EU imposed sanctions on 22 Russian tankers in February.",
			"The EU imposed sanctions on 70 Russian tankers in February.",
			[2]string{"imposed", "imposed"}, false,
		},
		"exchanges on two days": {
			"Ukraine and Russia exchanged 175 prisoners each on March 13.",
			"Ukraine and Russia exchanged 120 prisoners each on March 14.",
			[2]string{"exchanged", "exchanged"}, false,
		},
		"one exchange, counted otherwise": {
			"Ukraine and Russia exchanged 175 prisoners each on March 14.",
			"Ukraine and Russia exchanged 174 prisoners each on March 14.",
			[2]string{"exchanged", "exchanged"}, true,
		},
		"two papers": {
			"Approval by Peru of the harbour sale was leaked to Le Monde. “Peru is getting ready to sell the harbour of Ilo to Chinese shipping firms, against the wish of the navy.”",
			"A report in Kommersant on March 12, that Peru would let Chinese firms buy the harbour of Ilo, caused a stir.",
			[2]string{"leaked", "report in"}, false,
		},
		"one paper on two things": {
			"Approval by Peru of the harbour sale was leaked to Le Monde. “Peru is getting ready to sell the harbour of Ilo to Chinese shipping firms, against the wish of the navy.”",
			"A report in Le Monde on March 12, that Peru had barred Chinese singers from its festival, caused a stir.",
			[2]string{"leaked", "report in"}, false,
		},
	} {
		mentions := slices.Concat(read("a", "2024-03-20", "Alpha", opening+c.one), read("b", "2024-03-19", "Beta", opening+c.two))
		events, _ := Merge(mentions, Options{Actor: actor.Default().Lookup})
		at := [2]string{}
		for i, doc := range []string{"a", "b"} {
			k := slices.IndexFunc(mentions, func(m *event.Mention) bool { return m.Doc == doc && m.Trigger.Text == c.triggers[i] })
			if k < 0 {
				t.Errorf("%s: %q is not told; told are:", name, c.triggers[i])
				for _, m := range mentions {
					t.Logf("%s %s [%s] %s %v", m.Doc, m.Date, m.Trigger.Text, m.Headline, m.Actors)
				}
				continue
			}
			for _, e := range events {
				if slices.ContainsFunc(e.Mentions, func(x MentionID) bool { return x.Doc == doc && x.ID == mentions[k].ID }) {
					at[i] = e.ID
				}
			}
		}
		if (at[0] != "" && at[0] == at[1]) != c.together {
			t.Errorf("%s: %q and %q, together %t wanted", name, at[0], at[1], c.together)
			for _, m := range mentions {
				t.Logf("%s %s [%s] %s %v %v", m.Doc, m.Date, m.Trigger.Text, m.Headline, m.Actors, m.Places)
			}
		}
	}
}
