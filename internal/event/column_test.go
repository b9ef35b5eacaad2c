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
		"who did what a participle in front tells is another": {
			"Ana Ruiz, who died on 4 March, taught law. Recalled by Modi in 2019, she wrote to Macron. Sacked by Modi in May 2020, she left for Lima.\n\nPeter Vega led the bank. Appointed by Modi in May 2014, he raised rates that June.\n\nAnatoly Derin was a diplomat. Sacked by Putin in 2004, he left for London. Praised by Obama in 2012, he sold the letters.",
			[]string{"2019 Ruiz is recalled by Modi", "2020-05 Ruiz leaves for Lima", "2014-05 Vega is appointed by Modi", "2014-06 Vega raises rates", "2012 Derin is praised by Obama"},
		},
		"what is of no day but one that is said": {
			"Ana Ruiz, who died on 4 March, was born in Lima.\n\nMacron set a deadline on 5 March. The deadline passed. On 6 March another passed. A deadline expired on 7 March.",
			[]string{"2024-03-04 Ana Ruiz dies", "not born", "not 2024-03-05 The deadline passes", "2024-03-07 A deadline expires"},
		},
		"what was done at an occasion is of its day": {
			"On 4 March Ruiz gave a dinner in Lima at which Vega signed a pact with Chile. In January Macron took part in talks during which Peru freed nine men. Modi recalled on Monday a meeting at which Peru had freed two envoys.",
			[]string{"2024-03-04 Vega signs a pact with Chile", "2024-01 Peru frees nine men", "not 2024-03-18 Peru frees"},
		},
		"what is sought is not done, and whose something is is not that": {
			"Ruiz flew to Lima in 2015 while a judge was still drafting the order for his arrest. The court issued a warrant for Ruiz's arrest in May 2023. Chile recalled its envoy's advice on Monday. Vega looked relaxed in Lima on Tuesday.",
			[]string{"2023-05 The court issues a warrant for Ruiz's arrest", "not 2023-05 Ruiz", "not 2015 Ruiz’s", "not 2024-03-19 Vega is"},
		},
		"who is spoken of beside an owner": {
			"Putin has never hidden his disdain for Volodymyr Zelensky. In 2019 he was sued for withholding aid while pressing him to investigate Joe Biden's son. On Monday he called him a liar.",
			[]string{"2024-03-18 Putin calls Zelensky a liar"},
		},
		"what came within a week of a time that nothing tells the day of": {
			"In October 2022 Chile ordered nine jets. Peru, which took its own in July, was thrown out of the programme within a week.",
			[]string{"2022-10 Chile orders nine jets", "not 2022-10 Peru"},
		},
		"who is set off goes on": {
			"Sergei Shoigu's heir, Andrei Belousov, is an economist, and it was trade that Putin had come to talk about. On Monday he strolled through the gardens of Lima.",
			[]string{"2024-03-18 Putin strolls through the gardens of Lima"},
		},
		"what a colon explains is of its day": {
			"Peru used the dark: on the night of 7 March its rockets killed nine men in Arica. Chile broke the truce: on Monday its gunners shelled Lima.",
			[]string{"2024-03-07 Peru uses the dark", "2024-03-18 Chile breaks the truce"},
		},
		"one of two is not told": {
			"Two theories remain since 4 March: either he walked away from Lima or he was shot by the guards.",
			[]string{"not walks", "not shot"},
		},
		"what came": {
			"In May 2018 came the withdrawal from the pact of Lima. Then, in March 2019, came the annexation of Crimea. On 4 March 2020 guards shot down a drone. Nine months later came the attack on the refinery at Abqaiq, which Riyadh blamed on Tehran and which halved the output. On Monday followed the arrest of Ana Ruiz.",
			[]string{"2018-05 Withdrawal from the pact of Lima", "2019-03 Annexation of Crimea", "2020-12 Attack on the refinery at Abqaiq", "not 2020-03-04 Riyadh", "2024-03-18 Arrest of Ana Ruiz"},
		},
		"a day that opens the clause": {
			"On 4 March, after the envoys had left Lima, Macron proposed talks in Goa on 15 March. Late on 6 March Chile demanded a vote in Lima on 7 March. In May 2021 Modi suggested a vote on the pact in August 2021.",
			[]string{"2024-03-04 Macron proposes talks in Goa", "2021-05 Modi suggests a vote on the pact", "2024-03-06 Chile demands a vote in Lima"},
		},
		"neither of two that were": {
			"Neither the annexation of Crimea in March 2014 nor the flood that July deterred Peru. Both the invasion of Georgia in August 2008 and the war cost Peru dear.",
			[]string{"2014-03 Annexation of Crimea", "not deter", "2008-08 Invasion of Georgia"},
		},
		"what was again, behind an aside": {
			"Prisoners were exchanged in Arica in 1967 and, for the last time, in Port Lima in October 1975. Troops clashed in Goa in 2010 and, two years on, in Lima in June 2012. The ministers met in Lima in May 2015 and, once more, in Goa in July 2016.",
			[]string{"1967 Prisoners are exchanged in Arica", "1975-10 Prisoners are exchanged for the last time in Port Lima", "2010 Troops clash in Goa", "not 2012 Troops", "2012-06 Troops clash in Lima", "2016-07 The ministers meet in Goa"},
		},
		"whom somebody made what": {
			"Ana Ruiz, whom the king had appointed prime minister in May 2012, is ill. Cordell Hull, a judge whom Vega made secretary of state in 1933, was dull. Peter Diaz, whom Modi named ambassador to Peru in May 2015, is old.",
			[]string{"2012-05 The king appoints Ana Ruiz prime minister", "not is made", "2015-05 Modi names Peter Diaz ambassador to Peru"},
		},
		"whose what somebody did something to": {
			"The fund, whose existence Macron revealed in Lima on 4 March, is rich. The firm whose shares Modi bought on 5 March failed. Peru, whose leader Ana Ruiz flew to Goa on 6 March, is poor.",
			[]string{"not Macron reveals", "not Modi", "not Macron", "2024-03-06 Peru’s Ruiz flies to Goa"},
		},
		"a clause in front that killed": {
			"After the plane was shot down on 4 March, killing nine, Peru closed the port. When the bridge fell on 5 March, injuring two, Chile closed the road.",
			[]string{"2024-03-04 The plane is shot down", "not Peru kills", "not Chile injures"},
		},
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
		"a day beside how many days later it was": {
			"Macron met Modi on 4 March after a chat with Ana Ruiz, whose tanks crossed the border three days later, on 7 March.",
			[]string{"2024-03-04 Macron meets Modi after a chat with Ana Ruiz", "2024-03-07 Ana Ruiz’s tanks cross the border"},
		},
		"and behind half a quotation": {
			"On Monday Macron told the envoys of Chile that it had been a “mistake”, and warned his own diplomats of a trap.",
			[]string{"2024-03-18 Macron tells the envoys of Chile that it had been a mistake", "not 2024-03-18 Macron warns he told"},
		},
		"a surname that is a month": {
			"Theresa May gave Lima 36 hours on Monday to confess. The talks in Lima May brought no truce.",
			[]string{"2024-03-18 May gives Lima 36 hours to confess", "not 2023-05"},
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
		"an outlet that was first to report": {
			"The Lima Herald first reported last Monday that Peru had sold the mine.",
			[]string{"2024-03-18 Lima Herald reports that Peru had sold the mine", "not 2024-03-11"},
		},
		"what was likened to an older act": {
			"On Monday Macron addressed the nation from the street, as he had in February 2022, and spoke of a choice.",
			[]string{"2024-03-18 Macron addresses the nation from the street", "not 2022"},
		},
		"what somebody had to do, and a stay": {
			"Ana Ruiz, the Chilean president, had to concede on Monday that the pact was dead. Macron spent three days in Lima in early January.",
			[]string{"2024-03-18 Ana Ruiz had to concede that the pact was dead", "2024-01 Macron spends three days in Lima"},
		},
		"that behind a preposition points": {
			"On 4 March 2019 states put their names to that text. On 20 December of that year Modi, who had attacked Macron in July (“Chile is weak”), signed the pact.",
			[]string{"2019-03-04 States put their names to that text", "2019-12-20 Modi signs the pact"},
		},
		"a time that somebody sets": {
			"Macron set Thanksgiving as a deadline.",
			[]string{"not 2023"},
		},
		"a list of what one did": {
			"Modi went in his stead on Monday, announced $1.5 billion in aid, and left for Goa on Tuesday.",
			[]string{"2024-03-18 Modi announces $1.5 billion in aid", "not 2024-03-19 1.5 billion"},
		},
		"the sanctions on two firms": {
			"The Chilean sanctions on Nordhal and Vega, announced on 4 March, took full effect on Monday.",
			[]string{"2024-03-18 The Chilean sanctions on Nordhal and Vega take full effect"},
		},
		"who is named before an aside behind a semicolon": {
			"Modi signed the act on Monday; Nordhal, the firm whose ships were doing the work, fired nine divers on Tuesday.",
			[]string{"2024-03-19 Nordhal fires nine divers"},
		},
		"a time of day, a length of time, and who did it": {
			"Macron met Modi on 4 March. After some ten hours the two sides issued a joint statement. Since then the two ministers have met in Lima, on Monday and Tuesday, and Modi has dropped his claim.",
			[]string{"2024-03-04 The two sides issue a joint statement", "2024-03-18/2024-03-19 The two ministers meet in Lima"},
		},
		"a line that had opened before": {
			"Chile announced in June 2015 that it would double the capacity of a line that had opened in 2011. Macron protested that December.",
			[]string{"2011 A line opens", "2015-12 Macron protests"},
		},
		"a list of what one said, and of what three did": {
			"On Monday Macron set a duty, called Peru's economy “dead”, and announced that he would help Chile. Ana Ruiz flew to Lima in January, Viktor Orbán received Modi in February, Macron saw her on 4 March.",
			[]string{"2024-03-18 Macron calls Peru's economy dead", "2024-03-18 Macron announces he would help Chile", "2024-02 Viktor Orbán receives Modi"},
		},
		"what was agreed on": {
			"On 4 March the ambassadors agreed on what had seemed impossible a week earlier.",
			[]string{"2024-03-04 The ambassadors agree on what had seemed impossible"},
		},
		"two who met": {
			"Emmanuel Macron and Narendra Modi, who met in Lima on Monday, want peace.",
			[]string{"2024-03-18 Macron and Modi meet in Lima"},
		},
		"a present beside a past": {
			"A Chilean was shot dead on 4 March, and the man arrested for it travels on a Danish passport.",
			[]string{"2024-03-04 A Chilean is shot dead", "not 2024-03-04 The man"},
		},
	} {
		tells(t, name, c.text, dct, c.want)
	}
}
