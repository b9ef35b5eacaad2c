package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// Where in a clause, or in what hangs on it, an expression stands.

// inInfinitive is the expression that stands behind an infinitive and yet
// dates the past act that governs it, since it lies in the past: he amended
// his request to create a bank at the summit on 1 September. Or -1.
func (b *block) inInfinitive(a *act) int {
	if a.nominal || !a.past() || a.status != happened || !b.dct.Known() || a.leaf.Name == "invitation" {
		return -1
	}
	return b.overIn(a.clause, a)
}

// overIn is the expression of the past that stands behind an infinitive of clause k, or, for
// act a of that clause, of the day of publication. Or -1.
func (b *block) overIn(k int, a *act) int {
	for i := range b.exprs {
		e := &b.exprs[i]
		c := b.of(e.From)
		if !b.kindIs(c, clause.Infinitive) || b.parse.Clauses[c].Parent != k || !b.usable(e) {
			continue
		}
		if b.is(aPending, b.parse.Clauses[c].From-1) {
			continue // cancelled a cargo due to load on that day
		}
		if e.When.Last() < b.dct.First() || a != nil && e.When == calendar.Of(b.dct) && a.forThat(c) {
			return i
		}
	}
	return -1
}

// exprWhen is the expression that says when clause c was: its own, or of a clause with when,
// while or as, which tells of the past, that of its infinitive: when he rose to speak in
// Lima on 4 March. Or -1.
func (b *block) exprWhen(c int) int {
	e := b.exprIn(c)
	if v := b.verbOf(c); e < 0 && v != nil && v.Finite && v.Tense == clause.Past && b.dct.Known() && b.simultaneous(c) {
		return b.overIn(c, nil)
	}
	return e
}

// forThat reports whether clause c says for what an act was done that needs no object and
// goes nowhere, so that the day of publication behind it is that of both: stepped in to
// prop up the peso on Thursday.
func (a *act) forThat(c int) bool {
	return a.rule == a.b.g.plain && a.verb.Finite && a.verb.Tense == clause.Past && !a.passive && empty(a.object) && !a.verbIs(aPlanning) && !a.verbIs(aMotion) && a.b.acting(a.subject) && a.trigger.To == a.b.parse.Clauses[c].From
}

// vaguelyPast reports whether a clause says that it was at some time in the past,
// of which no other part of the text is the day: recently, in the past; and not a
// few minutes ago.
func (b *block) vaguelyPast(c int) bool {
	for i := range b.exprs {
		if e := &b.exprs[i]; e.Value == "PAST_REF" && b.of(e.From) == c && !b.is(anAgo, e.To-1) {
			return true
		}
	}
	return false
}

// exprIn is the first usable expression of a clause, or -1.
func (b *block) exprIn(c int) int {
	for i := range b.exprs {
		if b.of(b.exprs[i].From) == c && b.usable(&b.exprs[i]) {
			return i
		}
	}
	return -1
}

// exprNear is the usable expression of clause c that stands nearest before
// word i, else its first, or -1: in 1991, and again in 1997, when …
func (b *block) exprNear(c, i int) int {
	best := b.exprIn(c)
	for k := best; k >= 0 && k < len(b.exprs) && b.exprs[k].To <= i; k++ {
		if b.of(b.exprs[k].From) == c && b.usable(&b.exprs[k]) && b.exprs[k].When.CompareGrain(b.exprs[best].When) <= 0 {
			best = k
		}
	}
	return best
}

// ofNoun reports whether an expression is behind "of" and the subject or object of an act,
// whose date it is rather than that of what was done to it.
func (a *act) ofNoun(e *timex.Expr) bool {
	b := a.b
	k := b.before(e)
	noun := sentence.Extent{From: k - 1, To: k}
	return !a.nominal && b.is(anOf, k) && k > b.from && b.expr(k-1) == nil && (a.subject.Contains(noun) || a.object.Contains(noun))
}

// untilThen is the expression until which somebody waited before he did what act a tells by
// a gerund behind it: waited until 20 April before calling a vote. Or -1.
func (b *block) untilThen(a *act) int {
	k := b.parse.Clauses[a.clause]
	if a.nominal || !a.verb.Ing || a.verb.Finite || k.Kind != clause.Subordinate || k.Parent < 0 || k.Marker.Len() != 1 || !b.is(anUpper, k.Marker.From) || b.exprIn(a.clause) >= 0 {
		return -1
	}
	v := b.verbOf(k.Parent)
	if v == nil || !v.Finite || v.Tense != clause.Past || v.Negated || v.Modality != clause.Plain {
		return -1
	}
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.When.Single() && e.Type == timex.Date && b.is(aTill, b.before(e)) && b.of(e.From) == k.Parent && e.To <= k.From && k.From-e.To <= 1 && (!b.dct.Known() || e.When.First() <= b.dct.Last()) {
			return i
		}
	}
	return -1
}

// frontedWhen is the expression of a clause that opens clause c and says when all of it
// was, or -1: when he landed on Monday nobody was there, and he left.
func (b *block) frontedWhen(c int) int {
	for i := range b.under(c) {
		if k := b.parse.Clauses[i]; k.Parent == c && k.From == b.parse.Clauses[c].From && b.simultaneous(i) {
			return b.exprWhen(i)
		}
	}
	return -1
}
