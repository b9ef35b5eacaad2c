package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// A plan has its date in words that bound what has happened and date what is
// to come: will open from 3 May, is set for June, is to be told by the end of
// the year.

// halfYear is how long a stretch may be by whose end something is due.
const halfYear = 184

// due dates the acts of a block that are planned and have no date yet.
func (b *block) due(acts []*act) {
	if !b.dct.Known() {
		return
	}
	for _, a := range acts {
		switch {
		case a.nominal:
			b.fallsOn(a)
		case a.rule.makes == planned && a.expr >= 0 && a.verb.Finite && a.verb.Tense == clause.Present && a.date.when.Last() < b.dct.First():
			a.date.when = b.next(&b.exprs[a.expr]) // has been called for May
		case !empty(a.again):
		case a.status == purpose && b.isToBe(a):
			if a.status = planned; !a.date.known() {
				b.dueAt(a, false)
			}
		case a.date.known():
		case a.status == purpose && b.grantedUntil(a):
		case a.status == happened && b.deferred(a):
		case a.verb.Finite && a.verb.Tense == clause.Past && a.verb.Perfect:
			// had been planned for the spring: nobody says that it still is
		case a.status == planned:
			b.dueAt(a, a.rule.makes == planned)
		case a.status == negated:
			b.atLast(a)
		case a.status == happened && b.planning(a) && b.dueAt(a, true):
			a.status = planned // has called a meeting for Monday
		}
	}
}

// dueAt gives a plan the first expression of its clause that says when it is
// due; "for" leads to it where the verb itself plans.
func (b *block) dueAt(a *act, plans bool) bool {
	for i := range b.exprs {
		e := &b.exprs[i]
		when := b.onward(a, e)
		if !b.ahead(a, e, when) {
			continue
		}
		k, mod := b.before(e), e.Mod
		switch {
		case b.is(anUpper, k) && !b.is(aBy, k):
			if mod != "END" && !b.is(aCopula, e.To) {
				continue // before June: nobody says in May
			}
			mod = "ON_OR_BEFORE"
		case b.is(aBy, k):
			if when.Days() > halfYear && mod != "END" || !plans && !b.acting(a.subject) && !a.scheduledBy() {
				continue // a state that is aimed at
			}
			mod = "ON_OR_BEFORE"
		case b.is(aComparing, k) && b.is(aNone, k-2) && e.From > a.trigger.From:
			if b.is(aLater, k-1) {
				mod = "ON_OR_BEFORE" // no later than May; no earlier than then it is to be
			}
		case b.is(aStarting, k) && e.From > a.trigger.From:
		case plans && b.is(aFor, k) && e.From > a.trigger.From:
		default:
			continue
		}
		a.expr, a.date = i, dating{when, mod, "own"}
		return true
	}
	return false
}

// scheduledBy reports whether something is to be done, to begin or to end, and not only to be
// reached: the deal is to close by July.
func (a *act) scheduledBy() bool {
	b := a.b
	return b.is(aCopula, a.verb.From) && a.verb.Tense == clause.Future && (a.passive || a.verbIs(aPhase)) && !b.pointsBack(a.object)
}

// isToBe reports whether an act is what is to be done to the thing that its
// infinitive describes: the forum, to be held in June.
func (b *block) isToBe(a *act) bool {
	return a.passive && a.verb.Infinite && !empty(b.toBe(a.clause, a.verb))
}

// toBe is the noun phrase right before an infinitive that says what is to
// be done to it, or nothing: a name may be where or by whom it is done.
func (b *block) toBe(c int, v *clause.Verb) sentence.Extent {
	k := b.parse.Clauses[c]
	if k.Kind != clause.Infinitive || k.Parent < 0 || !v.Passive {
		return sentence.Extent{}
	}
	i := k.From - 1
	if b.word(i).Text == "," {
		i--
	}
	w := b.word(i)
	if i < 0 || b.Sentence(i) != b.Sentence(k.From) || w.Kind != sentence.Letters || !lower(w.Text) || b.inVerb(i) || b.is(anAdverb, i) ||
		b.is(aPronoun, i) || b.is(aPreposition, i) || b.expr(i) != nil || b.is(anOfficial, i) || b.hasGroup(sentence.Extent{From: i, To: i + 1}, &memberNouns) {
		return sentence.Extent{}
	}
	e := b.nounPhrase(sentence.Extent{From: i, To: i + 1})
	if !b.is(aDeterminer, e.From) && !b.is(aPreposition, e.From-1) {
		return sentence.Extent{}
	}
	return e
}

// dropped dates the cancellation of what had its day by that day, where nothing
// else dates it, as what did not take place: the meeting, set for 4 July, has
// been dropped.
func (a *act) dropped() {
	b := a.b
	if a.status != happened {
		return
	}
	thing := a.patient()
	for i := range b.exprs {
		e := &b.exprs[i]
		c := b.of(e.From)
		if c < 0 || c == a.clause || !e.When.Known() || e.Type == timex.Duration || e.Type == timex.Set || e.When.Days() > 31 || b.parse.Clauses[c].Parent != a.clause || empty(thing) {
			continue
		}
		v := b.verbOf(c)
		if v == nil || !v.Passive || !b.g.is(aPlanning, v.Base) && !b.g.is(aPlanning, b.Words[v.Head]) || b.parse.Clauses[c].Subject != thing && b.parse.Clauses[c].From < thing.From {
			continue
		}
		if a.cancels() {
			a.expr, a.date, a.status = i, dating{e.When, e.Mod, "own"}, denied
		}
		return
	}
}

// cancels reports whether an act is a cancellation, by its verb or by its kind.
func (a *act) cancels() bool {
	if !a.nominal && a.leaf.Name == "cancellation" {
		return true
	}
	r, _ := a.kind()
	return r != nil && r.leaf.Name == "cancellation"
}

// ahead reports whether an expression of the clause of an act lies after
// publication, at least in part, and is no length of time.
func (b *block) ahead(a *act, e *timex.Expr, when calendar.Range) bool {
	return when.Known() && e.Type != timex.Duration && e.Type != timex.Set && e.From >= b.from && when.Days() <= 366 &&
		b.of(e.From) == a.clause && when.Last() > b.dct.Last()
}

// planning reports whether the verb of an act plans what its object says:
// called a meeting, announced elections.
func (b *block) planning(a *act) bool {
	return !a.passive && !empty(a.object) && a.verb.Finite && a.verb.Modality == clause.Plain &&
		(b.is(aPlanning, a.verb.Head) || a.verbIs(aPlanning))
}

// atLast dates what is not done until some time: then it is, or is to be. Trading did not
// resume until 21 March; the bridge will not open until May.
func (b *block) atLast(a *act) {
	v := a.verb
	if !v.Finite || v.Modality != clause.Plain || v.Perfect || v.Ing || v.Tense == clause.Present || a.verbIs(anEnduring) {
		return
	}
	for i := range b.exprs {
		e := &b.exprs[i]
		if !b.is(aTill, b.before(e)) || e.From < a.trigger.To || b.of(e.From) != a.clause || !e.When.Known() || !e.When.Single() {
			continue
		}
		switch {
		case v.Tense == clause.Future && b.ahead(a, e, e.When):
			a.status = planned
		case v.Tense == clause.Past && e.Type == timex.Date:
			a.status = happened
		default:
			continue
		}
		a.expr, a.date, a.ensued = i, dating{e.When, e.Mod, "own"}, true
		return
	}
}

// isOn reports whether a noun act is the subject of a form of be.
func (a *act) isOn() bool {
	b := a.b
	v := b.verbOf(a.clause)
	if v == nil || !v.Finite || v.Negated || v.Lemma != b.g.said("be") || v.From < a.trigger.To || v.Len() > 2 || a.clause < 0 {
		return false
	}
	return b.core(b.parse.Clauses[a.clause].Subject).To == a.trigger.To
}

// fallsOn gives a noun the day that a form of be gives it: the next meeting is
// on 24 July.
func (b *block) fallsOn(a *act) {
	if a.date.known() || !a.isOn() {
		return
	}
	v := b.verbOf(a.clause)
	for i := range b.exprs {
		if e := &b.exprs[i]; b.usable(e) && b.before(e) <= v.To && e.From >= v.To && b.of(e.From) == a.clause {
			when := e.When
			if v.Tense == clause.Present {
				if when = b.onward(a, e); when.Last() <= b.dct.Last() && !b.yearIn(e) {
					return // is on Monday: it is not said which
				}
				if a.status == happened && when.First() > b.dct.Last() {
					a.status = planned
				}
			}
			a.expr, a.date = i, dating{when, e.Mod, "own"}
			return
		}
	}
}

// onward is the time of an expression for a plan that is told from now: where the
// tense of the words around it has put a day or month without its year into the
// past, the next such: a hearing has been pencilled in for May.
func (b *block) onward(a *act, e *timex.Expr) calendar.Range {
	when := e.When
	if e.Whole.Known() {
		when = e.Whole
	}
	if b.lookingBack(a.clause) || e.Reference == timex.Story || !when.Known() ||
		when.Last() >= b.dct.First() || b.dct.First()-when.Last() > 366 || b.yearIn(e) || !b.hasWord(aMonth, e.Extent) {
		return when
	}
	return calendar.Between(when.From.Add(1, calendar.Year), when.To.Add(1, calendar.Year))
}

// lookingBack reports whether a clause, or one around it, is told in the simple
// past: was due to apply.
func (b *block) lookingBack(c int) bool {
	for ; c >= 0; c = b.parse.Clauses[c].Parent {
		if v := b.verbOf(c); v != nil && v.Finite && v.Tense == clause.Past && !v.Perfect {
			return true
		}
	}
	return false
}

// yearIn reports whether an expression says its year.
func (b *block) yearIn(e *timex.Expr) bool {
	for i := e.From; i < e.To; i++ {
		if w := &b.Words[i]; w.Kind == sentence.Number && len(w.Text) == 4 {
			return true
		}
	}
	return false
}
