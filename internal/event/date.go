package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// ownDates gives the acts of one sentence the expressions that belong to them.
func (b *block) ownDates(acts []*act) {
	if len(b.exprs) > 0 {
		b.offer(acts)
	}
	b.present(acts)
	b.due(acts)
}

// offer gives acts the expressions of the block that are theirs.
func (b *block) offer(acts []*act) {
	for i := range b.exprs {
		e := &b.exprs[i]
		if !b.usable(e) && !b.ofReport(acts, e) {
			continue
		}
		if n := b.nounOwner(acts, e); n != nil {
			n.offer(i)
			switch {
			case b.like(n) || b.settingOf(n, e) || b.reasonOf(n):
				n.expr = -1 // the verb has it too
			case b.bounds(n, e):
				continue
			}
		}
		for _, a := range acts {
			if !a.nominal && b.Sentence(a.trigger.From) == b.Sentence(e.From) && b.attached(a, e) {
				a.offer(i)
			}
		}
	}
	for _, a := range acts {
		if a.expr >= 0 && !a.nominal && a.date.mod == "" {
			if e := &b.exprs[a.expr]; b.underway(e) && b.overBy(e, b.verbOf(b.of(e.From))) {
				a.date.mod = "ON_OR_BEFORE" // it may have been on the days before
			}
		}
		b.effects(a, acts)
		if a.expr < 0 {
			b.stretch(a)
		}
		if i := b.sinceIn(a.clause); a.expr < 0 && i >= 0 && (contains(a.rule.needs, "since") || contains(a.rule.needs, "stated") || a.lasts(b.exprs[i].From)) {
			a.expr, a.date = i, dating{b.exprs[i].When, b.exprs[i].Mod, "own"}
		}
	}
}

// lasts reports whether an act made a state that is told to last since the time that begins
// with word e: has been closed since May, had been barred since 2019, a sailor held since June.
// Not: has jailed nine editors since May, which was not done at once.
func (a *act) lasts(e int) bool {
	for k := a.trigger.To; k < e; k++ {
		if a.b.Words[k].Text == "," {
			return false // has closed up, its best day since May
		}
	}
	return !a.nominal && (a.verb.Finite && a.verb.Perfect || !a.verb.Finite && a.passive) && !a.verb.Ing && !a.verb.Negated && a.verbIs(aLasting) &&
		(a.passive || empty(a.object) || !a.b.numberFirst(a.object.From) && !a.b.is(aPlural, a.object.From))
}

// like reports whether a noun act is rather a participle of the subject before it,
// and so of the time of its verb: the ministers, meeting in Lima on Monday, agreed.
func (b *block) like(n *act) bool {
	at := n.trigger.From
	v := b.verbOf(n.clause)
	return v != nil && v.From > at && n.trigger.Len() == 1 && gerundial(b.Words[at].Text) && b.word(at-1).Text == "," &&
		b.parse.Clauses[n.clause].Subject.To == at-1
}

// settingOf reports whether a noun act is only where what is ahead is to be, as an infinitive
// or the future in front of its time e tells it: is due to speak to a conference in Lima on
// Monday, is to meet Modi at the forum on Friday.
func (b *block) settingOf(n *act, e *timex.Expr) bool {
	v := b.verbOf(n.clause)
	if v == nil || b.parse.Clauses[n.clause].Kind != clause.Infinitive && (v.Tense != clause.Future || e.From < n.trigger.To) || n.leaf.Name != "meeting" && n.leaf.Name != "visit" {
		return false
	}
	return v.To <= n.trigger.From && (b.is(aPreposition, v.To) || b.is(aPreposition, b.nounPhrase(n.trigger).From-1))
}

// reasonOf reports whether a noun act is only what somebody came, was called or was sent
// for, which was on the same day: flew to Lima for talks on Monday.
func (b *block) reasonOf(n *act) bool {
	if n.leaf.Name != "meeting" || !b.is(aFor, b.nounPhrase(n.trigger).From-1) {
		return false
	}
	v := b.verbOf(n.clause)
	return v != nil && v.To <= n.trigger.From && v.Finite && v.Tense == clause.Past && !v.Perfect
}

// effects gives what an event did the date of that event, where it is the
// subject: the blast of 3 March killed nine.
func (b *block) effects(a *act, acts []*act) {
	if a.date.known() || !a.effect() {
		return
	}
	for _, n := range acts {
		if n.nominal && n.date.known() && a.subject.Contains(n.trigger) && b.of(n.trigger.From) == b.of(a.subject.From) && n.leaf.Family != "words" {
			a.expr, a.date = n.expr, dating{n.date.when, n.date.mod, "own"}
			return
		}
	}
	for i := range b.exprs {
		e := &b.exprs[i]
		if !a.subject.Contains(e.Extent) || !b.usable(e) {
			continue
		}
		if e.From == a.subject.From+1 && b.is(anArticle, a.subject.From) || b.is(anOf, e.From-1) && e.To == a.subject.To && b.kindIs(a.clause, clause.Relative) {
			a.offer(i) // a 2004 storm that hit the coast; the storm of 2004, which sank nine ships
		}
	}
}

// effect reports whether an act is what an event does to people and things.
func (a *act) effect() bool {
	return !a.nominal && !a.passive && a.verbIs(anEffect)
}

// offer takes expression i where it is finer than what the act has, or as
// fine and nearer.
func (a *act) offer(i int) {
	e := &a.b.exprs[i]
	if a.tellsOfAhead(e) {
		a.beyond = a.beyond || e.When.Days() < 28 || a.b.sentenceOf(e.From).From == a.b.before(e) // in May next year they left
		return
	}
	if a.expr >= 0 {
		old := &a.b.exprs[a.expr]
		switch {
		case a.b.anyDay(e) && old.When != e.When:
			return // in the night in early July
		case a.b.anyDay(old) && e.When != old.When:
			a.expr, a.date = i, dating{e.When, e.Mod, "own"}
			return
		}
		if e.Type == timex.Time && old.Type == timex.Date && old.When.Days() == 1 {
			return // at 4 am on Friday: the day is said by the date
		}
		if old.Type == timex.Time && e.Type == timex.Date && e.When.Days() == 1 {
			a.expr, a.date = i, dating{e.When, e.Mod, "own"}
			return
		}
		finer := e.When.CompareGrain(old.When)
		switch mine, other := a.ofNoun(e), a.ofNoun(old); {
		case mine && !other:
			return
		case other && !mine:
			finer = -1 // lifted the ban of 4 March on Friday
		case finer > 0:
			return
		}
		if near, far := distance(old.Extent, a.trigger), distance(e.Extent, a.trigger); near <= 2 && far > 5 && !old.When.Contains(e.When) {
			return // convicted in 2021 of a murder in a park in August 2019
		}
		if finer == 0 && a.fronted(old) && e.From > a.trigger.To && a.b.of(e.From) == a.clause {
			return // on 10 May, after he had met Modi, he proposed talks on 15 May
		}
		if finer == 0 && distance(e.Extent, a.trigger) >= distance(old.Extent, a.trigger) {
			return
		}
	}
	a.expr = i
	a.date = dating{e.When, e.Mod, "own"}
}

// fronted reports whether an expression opens an act's own clause, before its subject, itself
// or with a preposition that says when.
func (a *act) fronted(e *timex.Expr) bool {
	b := a.b
	k, from := b.before(e), b.parse.Clauses[a.clause].From
	return !a.nominal && e.Type == timex.Date && !empty(a.subject) && e.To <= a.subject.From && a.subject.To <= a.trigger.From && (k < from || k == from && b.is(anAt, k))
}

// anyDay reports whether an expression is a mere part of the day, of which the story
// tells the day: in the night, at dawn.
func (b *block) anyDay(e *timex.Expr) bool {
	return e.Type == timex.Time && e.Extent.Len() <= 2 && (e.Extent.Len() == 1 || b.is(anArticle, e.From)) && b.Words[e.To-1].Kind == sentence.Letters
}

// tellsOfAhead reports whether an expression lies after publication and so
// cannot date an act that is told as past: announced a ban from 18 December.
func (a *act) tellsOfAhead(e *timex.Expr) bool {
	return !a.nominal && a.b.dct.Known() && e.When.First() > a.b.dct.Last() && a.status == happened && !a.bare(e) &&
		a.verb.Finite && (a.verb.Tense == clause.Past || a.verb.Perfect) && !a.passive
}

// bare reports whether an expression is a mere weekday or month, whose
// direction the tense decides (back).
func (a *act) bare(e *timex.Expr) bool {
	if e.Reference != timex.DCT || e.Extent.Len() > 2 || !e.When.Single() || a.b.Words[e.To-1].Kind != sentence.Letters {
		return false
	}
	d := e.When.From
	return d.Grain == calendar.Month && d.First()-a.b.dct.Last() < 365 || d.Grain == calendar.Day && d.First()-a.b.dct.Last() < 7 && e.Extent.Len() == 1 && !a.b.is(anAdverb, e.From)
}

func distance(e, t sentence.Extent) int {
	if e.From >= t.To {
		return e.From - t.To
	}
	return t.From - e.To
}

// past reports whether an act is told as past.
func (a *act) past() bool {
	if a.nominal {
		return a.status == happened || a.status == reported
	}
	v := a.verb
	return v.Tense == clause.Past && v.Finite || v.Perfect || v.Passive && !v.Finite && !v.Infinite
}

// stretch dates an act by "in the past week": the stretch that ends on the
// day from which it is reckoned.
func (b *block) stretch(a *act) {
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type == timex.Duration && e.When.Known() && b.of(e.From) == a.clause {
			a.offer(i)
		}
	}
}

// ofReport reports whether an expression dates a report that is told as an
// event of its own: a Reuters report of 4 March.
func (b *block) ofReport(acts []*act, e *timex.Expr) bool {
	if e.From < b.from || !e.When.Known() || !b.ofAccount(e) {
		return false
	}
	for _, a := range acts {
		if a.nominal && a.leaf.Name == "publication" && a.trigger.To == b.before(e) {
			return true
		}
	}
	return false
}

// saidIn reports whether the verb of clause c stands in the words that a
// introduces, that are told before it, and that it only passes on as an outlet
// does, or that tell what is to come: its day is not that of saying so.
func (a *act) saidIn(c int) bool {
	v := a.b.verbOf(c)
	if a.says < 0 || v == nil || v.Tense != clause.Future && v.Modality != clause.Conditional && !a.b.hasKind(a.agent(), actor.Outlet) {
		return false
	}
	s := a.b.parse.Speeches[a.says]
	return !s.Direct && s.To <= a.trigger.From && s.From <= v.From && v.To <= s.To
}

// claimed reports whether an expression describes a noun act and says nothing
// of the clause it stands in.
func (b *block) claimed(acts []*act, i, c int) bool {
	for _, a := range acts {
		if a.nominal && a.expr == i && a.clause == c {
			return true
		}
	}
	return false
}
