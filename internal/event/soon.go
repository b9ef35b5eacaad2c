package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// soonAfter is the stretch in which an act lies that came within so many days or
// weeks of the story's day, or in the days that followed it; none where the text does not
// say how many.
func (a *act) soonAfter(when calendar.Range) (dating, bool) {
	b := a.b
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type != timex.Duration || strings.HasPrefix(e.Value, "PT") {
			continue
		}
		if b.of(e.From) == a.clause && b.is(aWithin, e.From-1) && b.tellsWhen(a.clause, a.trigger.From) {
			return dating{}, true // Peru, which took it in July, was thrown out within a week
		}
		if when.Days() != 1 {
			continue
		}
		if b.is(aFollowing, e.To-1) && e.To < a.trigger.From && b.Sentence(e.From) == b.Sentence(a.trigger.From) && a.main() {
			if e.Value != "PXD" {
				return dating{}, true // in the weeks that followed
			}
			return dating{calendar.Between(calendar.Civil(when.First()+1), calendar.Civil(when.First()+aFewDays)), "", "carried"}, true
		}
		if b.of(e.From) != a.clause || !b.is(aWithin, e.From-1) {
			continue
		}
		n, unit := b.lapse(sentence.Extent{From: e.To, To: e.To})
		if n == 0 || unit > calendar.Month {
			return dating{}, true
		}
		return dating{calendar.Between(when.From, calendar.Civil(when.From.Add(n, unit).First())), "", "carried"}, true
	}
	return dating{}, false
}

// tellsWhen reports whether a relative of clause c, before word i, tells a time.
func (b *block) tellsWhen(c, i int) bool {
	for n := range b.under(c) {
		if k := b.parse.Clauses[n]; k.Kind == clause.Relative && k.Parent == c && k.To <= i && b.exprIn(n) >= 0 {
			return true
		}
	}
	return false
}

// goesPast reports whether an act came some time after the day of the story, which has left
// that day with it: within days he resigned; in the weeks that followed.
func (s *story) goesPast(a *act) bool {
	if !s.when.known() || a.nominal || a.quoted() || !a.main() || !a.past() || a.date.basis == "own" {
		return false
	}
	_, ok := a.soonAfter(s.when.when)
	return ok
}
