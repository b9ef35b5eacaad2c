package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// hearsayDays is how many days the time may have on which hearsay was passed on: a month.
const hearsayDays = 31

// hearsay reports whether words of nobody of record, on a day of their own, pass on what
// was or will be: residents said on Tuesday that the bridge had been blown up. What tells
// of it is no more than the words, so that these are what is dated; what has a day of its
// own in them is told by itself, and what pundits hold is opinion.
func (a *act) hearsay() bool {
	b, v := a.b, a.verb
	if a.nominal || !v.Finite || v.Passive || v.Tense != clause.Past || v.Perfect || v.Ing || a.status != happened || a.leaf.Name != "statement" {
		return false
	}
	if a.date.basis != "own" || a.date.when.Days() > hearsayDays || !a.main() || a.quoted() || !a.utters() || !b.informs(a.subject) {
		return false
	}
	if a.infinitive() {
		return true // pledged to do more
	}
	c := a.said()
	said := b.verbOf(c)
	if said == nil || !said.Finite || said.Modality != clause.Plain && said.Modality != clause.Conditional {
		return false
	}
	if said.Tense == clause.Present && !said.Perfect && !said.Passive && said.Lemma == b.g.said("be") {
		return false // the plan is a mistake
	}
	return b.exprIn(c) < 0
}

// informs reports whether e tells who knows what is said, though by no name: one resident,
// two people familiar with the plan, the school; no pronoun and no analyst.
func (b *block) informs(e sentence.Extent) bool {
	e = b.bare(e)
	if empty(e) || b.Words[e.To-1].Kind != sentence.Letters || b.is(aNone, e.From) || b.is(anAnybody, e.To-1) || b.is(aThing, e.To-1) {
		return false
	}
	if e.Len() == 1 && !b.plural(e) && lower(b.Words[e.From].Text) {
		return false // at 9 pm on 4 May sunlover wrote
	}
	for i := e.From; i < e.To; i++ {
		if b.is(aPundit, i) || b.is(aFirst, i) || b.is(aPronoun, i) {
			return false
		}
	}
	return true
}
