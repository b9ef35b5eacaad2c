package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Until when somebody has time to do something: the firm has until 15 March to
// answer; the ministers gave Chile until Sunday to open its ports.

// deadline is the expression by which the infinitive of clause c is to be done, since
// the clause around it says that somebody has or is given until then; or -1.
func (b *block) deadline(c int) int {
	k := b.parse.Clauses[c]
	if k.Kind != clause.Infinitive || k.Parent < 0 {
		return -1
	}
	v := b.verbOf(k.Parent)
	if v == nil || !v.Finite || v.Negated || v.Modality == clause.Conditional || !b.g.is(aGranting, v.Base) {
		return -1
	}
	for i := range b.exprs {
		e := &b.exprs[i]
		if b.of(e.From) == k.Parent && e.From > v.Head && e.To <= k.From && e.When.Known() && e.When.Days() <= 92 && b.is(aTill, b.before(e)) {
			return i
		}
	}
	return -1
}

// grantedUntil dates what an act is to do by the day until which there is time for it, and
// gives it to whom the time is given.
func (b *block) grantedUntil(a *act) bool {
	i := b.deadline(a.clause)
	if i < 0 {
		return false
	}
	e := &b.exprs[i]
	when := b.onward(a, e)
	if when.Last() <= b.dct.Last() {
		return false
	}
	v := b.verbOf(b.parse.Clauses[a.clause].Parent)
	if to := b.before(e); to > v.To {
		a.subject = sentence.Extent{From: v.To, To: to}
	}
	a.status, a.expr, a.date = planned, i, dating{when, "ON_OR_BEFORE", "own"}
	return true
}
