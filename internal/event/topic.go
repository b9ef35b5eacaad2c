package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
)

// headed is how many words the sentence has at most that only says of what its paragraph
// tells: Chile answered by night.
const headed = 9

// topic is the day of an act that opens a paragraph of a day's report in a few words and
// without a time, where the next sentence gives the day on which it tells what that was:
// Stocks slid. On Friday the index lost 3 percent.
func (s *story) topic(a *act) (dating, bool) {
	b := a.b
	if !s.daily || a.rule == b.g.plain || a.leaf.Family == "words" || len(b.Sentences) < 2 || a.trigger.From >= b.Sentences[0].To || b.Sentences[0].Len() > headed || a.nominal || !a.verb.Finite || a.verb.Perfect || !a.main() {
		return dating{}, false
	}
	next := b.Sentences[1]
	for i := range b.exprs {
		e := &b.exprs[i]
		switch {
		case e.To <= b.from:
			continue
		case e.From < next.From:
			return dating{}, false // it has a time itself
		case e.To > next.To || b.of(e.From) < 0 || b.parse.Clauses[b.of(e.From)].Kind != clause.Main || !b.usable(e) || e.When.Days() > 1 || s.dct.First()-e.When.First() > newsDays || e.When.First() > s.dct.Last():
			return dating{}, false
		}
		v := b.verbOf(b.of(e.From))
		return dating{e.When, "", "carried"}, v != nil && v.Finite && v.Tense == clause.Past && !v.Perfect
	}
	return dating{}, false
}
