package event

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/clause"
)

// sentenceDates passes dates on between the clauses of a sentence: to a
// participle, a coordinate verb, and both ways across when, while, as.
func (b *block) sentenceDates(acts []*act) {
	if len(b.exprs) == 0 && !slices.ContainsFunc(acts, func(a *act) bool { return a.date.known() }) {
		return // there is none, as in half of all blocks
	}
	byClause := map[int]*act{}
	for _, a := range acts {
		if !a.nominal && empty(a.again) {
			byClause[a.clause] = a
		}
	}
	for _, a := range acts {
		if a.date.known() || a.nominal && (b.exprIn(a.clause) >= 0 || a.clause >= 0 && b.is(aTill, b.parse.Clauses[a.clause].From)) || !a.nominal && (b.sinceIn(a.clause) >= 0 || a.repeats()) {
			continue // it has been so since its own day
		}
		if e := b.beforeMoment(b.begun(a.clause)); e >= 0 {
			// in March, when the invasion of Chad sent prices up
			if x := &b.exprs[e]; !a.nominal || b.parse.Clauses[a.clause].Subject.Contains(a.trigger) && !(b.dct.Known() && x.When.Last() > b.dct.Last()) {
				a.dateBy(e)
			}
			continue
		}
		if e := b.inInfinitive(a); e >= 0 {
			a.dateBy(e)
			continue
		}
		if e := b.untilThen(a); e >= 0 {
			a.dateBy(e)
			continue
		}
		b.dateFromAbove(a, acts, byClause)
		if a.date.known() {
			if b.withinHoursIn(a.clause) {
				a.date.basis = "connective"
			}
			continue
		}
		for i := range b.behind(a.clause) {
			on := b.parse.Clauses[i].Parent
			if (on == a.clause || b.joinedTo(on, a.clause)) && (b.simultaneous(i) || b.speaking(i) || on == a.clause && (b.sharesEnd(a, i) || b.oneStroke(a, byClause[i])) || on == a.clause && b.byDoing(i) || on == a.clause && a.ofDoing(i) || a.words() && b.rightAfter(i)) {
				if e := b.exprWhen(i); e >= 0 {
					a.dateBy(e)
					break
				}
			}
		}
	}
}

// sharesEnd reports whether what ends clause c, which goes on with "and", belongs to act a
// before it as well: to both something was done, and nothing stands behind the verb of
// the first. Two were killed and nine hurt in Lima on Monday.
func (b *block) sharesEnd(a *act, c int) bool {
	v := b.verbOf(c)
	if a.nominal || v == nil || !b.kindIs(c, clause.Coordinate) || !a.passive || !v.Passive || !b.is(aJoiner, a.verb.To) || b.parse.Clauses[c].Subject.From < b.parse.Clauses[c].From {
		return false
	}
	e := b.exprIn(c)
	return e >= 0 && b.exprs[e].From >= v.To && b.exprs[e].When.Days() <= 31
}

// oneStroke reports whether the day that ends act n, which goes on with "and" from act a before
// it, belongs to both: one doer did both, and they are of one kind. Peru shelled the port and
// seized two ships on Monday; but not: he shut the mine and flew to Lima on Monday.
func (b *block) oneStroke(a, n *act) bool {
	if n == nil || a.nominal || a.leaf.Name != n.leaf.Name || a.leaf.Name == "other" || a.passive || n.passive || !a.verb.Finite || !n.verb.Finite ||
		a.verb.Tense != clause.Past || a.verb.Perfect || n.verb.Perfect || !b.kindIs(n.clause, clause.Coordinate) || a.status != n.status {
		return false
	}
	k := b.parse.Clauses[n.clause]
	e := b.exprIn(n.clause)
	return e >= 0 && b.exprs[e].From >= n.verb.To && b.exprs[e].When.Days() == 1 && k.Subject.From < k.From && k.Marker.Len() == 1 &&
		b.is(aJoiner, k.From) && n.verb.From == k.From+1 && b.word(k.From-1).Text != ","
}

// joinedTo reports whether clause c goes on with "and" from clause to, and gives no time
// itself: two died | and nine were hurt when the bus fell.
func (b *block) joinedTo(c, to int) bool {
	return b.kindIs(c, clause.Coordinate) && b.parse.Clauses[c].Parent == to && b.exprIn(c) < 0
}

// dateBy dates an act by an expression elsewhere in its sentence.
func (a *act) dateBy(e int) {
	x := &a.b.exprs[e]
	a.expr, a.date = e, dating{x.When, x.Mod, "sentence"}
}

// dateFromAbove dates an act by what the clauses around its own tell, the nearest
// first, as far as they pass it on.
func (b *block) dateFromAbove(a *act, acts []*act, byClause map[int]*act) {
	c := a.clause
	sequel := false // behind "which was followed by"
	for n := 0; c >= 0 && n < 6; n++ {
		k := b.parse.Clauses[c]
		if n == 0 && k.Kind == clause.Coordinate {
			if x, ok := a.apart(); ok && x.sign > 0 && !x.sameDay() {
				if p := byClause[k.Parent]; p != nil && p.expr >= 0 && x.n > 0 && b.is(aThat, x.noun) {
					a.shift(p.date.when, x.n, x.unit)
				}
				return // and was charged the day after that
			}
		}
		if n == 0 && k.Kind == clause.Coordinate && a.ofAnotherTime(k) {
			return
		}
		if e := b.expr(k.Marker.From - 1); n == 0 && k.Kind == clause.Relative && e != nil && e.When.Known() && b.onTheDay(c) {
			a.dateBy(int(b.exprAt[k.Marker.From-1]) - 1) // the year in which they met
			return
		}
		if k.Parent < 0 || !b.passes(c, a) && !((sequel || a.verb != nil && a.verb.Ing) && k.Kind == clause.Infinitive && c != a.clause) {
			return
		}
		sequel = sequel || k.Kind == clause.Relative && !b.onTheDay(c) && !b.sameScene(c) && !b.tellsOn(c, a)
		if a.saidIn(k.Parent) {
			return // Peru sold the port on Monday, Reuters said
		}
		p := byClause[k.Parent]
		if p != nil && n == 0 && k.Kind == clause.Coordinate && a.doneBy(p.date.when) {
			return // signed it in 2005; by the following March he was its chairman
		}
		if p != nil && p.date.basis == "own" && k.Kind == clause.Coordinate {
			if d, ok := a.soonAfter(p.date.when); ok {
				a.date = d // published it on 7 October, and within two days they left
				return
			}
			if p.expr >= 0 && !sequel {
				a.expr, a.date = p.expr, dating{p.date.when, p.date.mod, "sentence"}
				return
			}
		}
		if e := b.exprNear(k.Parent, k.From); e >= 0 && !sequel && !b.claimed(acts, e, k.Parent) {
			a.dateBy(e)
			return
		}
		if e := b.frontedWhen(k.Parent); e >= 0 && k.Kind == clause.Coordinate && !sequel {
			a.dateBy(e)
			return
		}
		if p != nil && p.date.known() && p.date.basis != "none" && (!sequel || p.date.when.Days() >= 7) {
			a.expr, a.date = p.expr, dating{p.date.when, p.date.mod, "sentence"}
			return
		}
		c = k.Parent
	}
}
