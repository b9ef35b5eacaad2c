package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// The day to which something is moved is no day of moving it: the vote was put off to
// June. And the day that somebody sets is no day of setting it: set 9 May as the date.

// defersTo reports whether expression e, in an act's clause, is the time to which the act
// moves something: postponed the talks to May, put off until Monday.
func (a *act) defersTo(e *timex.Expr) bool {
	b, k := a.b, a.b.before(e)
	return !a.nominal && k >= a.trigger.To && (b.is(aPurpose, k) || b.is(aTill, k)) && a.verbIs(aDeferring)
}

// setsAs reports whether expression e is the day that an act sets, right behind its
// verb: set 9 May as the date for, fixed 3 June for the hearing.
func (a *act) setsAs(e *timex.Expr) bool {
	b := a.b
	return !a.nominal && a.verb != nil && !a.passive && e.From == a.verb.Head+1 && (b.is(anAs, e.To) || b.is(aFor, e.To)) && a.verbIs(aSetting)
}

// declared reports whether expression e, if any, is a day of which the verb right before it
// says what it is to be: declared Monday a holiday.
func (b *block) declared(e *timex.Expr) bool {
	if e == nil || !b.inVerb(e.From-1) || !b.holiday(e.To) {
		return false
	}
	v := b.verbOf(b.of(e.From))
	return v != nil && v.Head+1 == e.From && !v.Passive && b.g.is(aNaming, v.Base)
}

// holiday reports whether a noun phrase with an article that begins at word i says what a
// day is: a holiday, a non-working day.
func (b *block) holiday(i int) bool {
	if !b.is(anArticle, i) {
		return false
	}
	for k := i + 1; k < min(i+5, len(b.Words)) && !b.is(aPreposition, k); k++ {
		if b.is(aHoliday, k) {
			return true
		}
	}
	return false
}

// deferred dates an act of which nothing else says when it was by the time to which it
// moves something, or which it sets for it, where that is yet to come: then it is what is
// to be that is told.
func (b *block) deferred(a *act) bool {
	if a.verb == nil || !a.verb.Finite || a.verb.Negated || a.verbIs(aProlonging) || a.verb.Modality != clause.Plain || a.verb.Perfect && a.verb.Tense == clause.Past {
		return false
	}
	for i := range b.exprs {
		e := &b.exprs[i]
		if b.of(e.From) != a.clause || !e.When.Known() || e.Type == timex.Duration || e.Type == timex.Set || e.When.Days() > 366 || !a.defersTo(e) && !a.setsAs(e) {
			continue
		}
		when := b.next(e)
		if when.First() <= b.dct.Last() {
			return false
		}
		a.status, a.expr, a.date = planned, i, dating{when, e.Mod, "own"}
		return true
	}
	return false
}

// moved reports whether an act is told of the time to which it moves something.
func (a *act) moved() bool {
	if a.status != planned || a.expr < 0 {
		return false
	}
	e := &a.b.exprs[a.expr]
	return a.b.of(e.From) == a.clause && (a.defersTo(e) || a.setsAs(e))
}

// wasDue reports whether expression e only says in an aside before the verb when something
// was to have been: the vote, due in May, was put off.
func (b *block) wasDue(a *act, e *timex.Expr) bool {
	if a.nominal || e.To > a.verb.From || b.word(e.To).Text != "," {
		return false
	}
	for k := b.before(e); k > e.From-4 && k > 0; k-- {
		if b.is(aFixing, k) {
			return b.word(k-1).Text == "," || b.is(anAdverb, k-1) && b.word(k-2).Text == ","
		}
	}
	return false
}

// next is the time of an expression for what is yet to come: a month, or a day of one,
// whose year is not said is the next such.
func (b *block) next(e *timex.Expr) calendar.Range {
	when := e.When
	if when.Last() >= b.dct.First() || b.dct.First()-when.Last() > 366 || b.yearIn(e) {
		return when
	}
	switch {
	case b.hasWord(aMonth, e.Extent):
		return calendar.Between(when.From.Add(1, calendar.Year), when.To.Add(1, calendar.Year))
	case e.Extent.Len() == 1 && e.Reference == timex.DCT && when.Days() == 1 && b.dct.First()-when.First() <= 7:
		return calendar.Between(when.From.Add(7, calendar.Day), when.To.Add(7, calendar.Day))
	}
	return when
}
