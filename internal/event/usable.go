package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// usable reports whether an expression can date an act: it is resolved, and
// no word before it or in it makes it a bound or a stretch.
func (b *block) usable(e *timex.Expr) bool {
	if e.From < b.from || !e.When.Known() || e.Type == timex.Duration || e.Type == timex.Set {
		return false
	}
	if e.Type == timex.Time && b.is(anOf, e.To) && b.is(aDefinite, e.To+1) && b.expr(e.To+1) == nil {
		return false // the evening of the vote
	}
	if b.upToThen(e) || b.ofMeasure(e) {
		return false
	}
	if b.is(anAs, e.To) && b.inVerb(e.From-1) {
		return false // set Friday as the deadline
	}
	if b.declared(e) {
		return false
	}
	if w := b.word(e.From - 1); w.Text == "-" && !w.Space && !b.Words[e.From].Space {
		return false // the pre-2014 borders
	}
	if e.Type == timex.Time && e.When.Days() == 1 && b.is(anUpper, e.From-1) && !b.is(aBy, e.From-1) && e.Extent.Len() > 1 {
		return true // before dawn the next day
	}
	if k := b.before(e); b.degreeBefore(k+1) && b.is(aLate, k-1) && e.When.Days() > 1 && !b.doneThen(e) {
		return false // what still held as late as December: nobody says when it was done
	}
	return (!b.is(aStretch, b.before(e)) || b.notUntil(b.before(e)) || b.fixed(b.before(e)) || b.onwards(e) || b.underway(e) || b.accounted(e)) && !b.ofAccount(e) && e.Mod != "MORE_THAN" && e.Mod != "EQUAL_OR_MORE"
}

// ofMeasure reports whether a year is that of what an amount is likened to: goods
// worth 3 billion pesos, about half of all that were sold last year.
func (b *block) ofMeasure(e *timex.Expr) bool {
	if e.When.Days() <= 31 {
		return false
	}
	for i := e.From - 1; i > b.from; i-- {
		switch {
		case b.word(i).Text == ",":
			return i < e.From-2 && b.is(aMeasuring, i+1)
		case b.word(i).Kind == sentence.Punct || b.inVerb(i):
			return false
		}
	}
	return false
}

// doneThen reports whether the verb of an expression's clause tells of an act that was done
// once, and not of what was so: as late as December 2017 Chile voted for it.
func (b *block) doneThen(e *timex.Expr) bool {
	v := b.verbOf(b.of(e.From))
	return v != nil && v.Finite && v.Tense == clause.Past && v.Modality == clause.Plain && !v.Perfect && !v.Ing && !v.Negated && !v.Passive && b.actor(v) && !b.g.is(aState, v.Base)
}

// actor reports whether somebody who is known or named is the subject of verb v.
func (b *block) actor(v *clause.Verb) bool { return b.acting(b.parse.Clauses[b.of(v.Head)].Subject) }

// fixed reports whether the "for" at word i says for when something is fixed: is
// scheduled for Friday.
func (b *block) fixed(i int) bool {
	v := b.verbOf(b.of(i - 1))
	return b.is(aFor, i) && b.is(aFixing, i-1) && v != nil && v.Finite && v.Tense == clause.Present
}

// onwards reports whether an expression in front of its sentence says from when on
// something was done, or will be: from 4 March on, the army held drills; from next Tuesday
// drivers will pay.
func (b *block) onwards(e *timex.Expr) bool {
	k := b.before(e)
	if e.When.Days() > 31 || b.sentenceOf(k).From != k {
		return false
	}
	v := b.verbOf(b.of(e.From))
	return b.is(anOnward, e.To) || b.is(aStarting, k) && v != nil && v.Finite && v.Tense == clause.Future && e.To <= v.From
}

// accounted reports whether an expression is the period of which somebody gives his
// figures: posted a loss of 4 million for the second quarter.
func (b *block) accounted(e *timex.Expr) bool {
	if g := e.When.From.Grain; !e.When.Single() || g != calendar.Quarter && g != calendar.Half || !b.is(aFor, b.before(e)) {
		return false
	}
	v := b.verbOf(b.of(e.From))
	return v != nil && v.Finite && v.Tense == clause.Past && !v.Passive && v.Modality == clause.Plain && b.g.is(anAccounting, v.Base)
}

// underway reports whether a word tells of a day by which something was going on, was
// so, or, in front of its sentence, had been done: by Tuesday he was reading from a text,
// by then the city was without water, by Friday night they had left. By a month things
// are only done.
func (b *block) underway(e *timex.Expr) bool {
	if !b.is(aBy, b.before(e)) || e.When.Days() > 31 {
		return false
	}
	v := b.verbOf(b.of(e.From))
	if v == nil || !v.Finite || v.Tense != clause.Past || v.Modality != clause.Plain {
		return false
	}
	return (v.Ing || e.When.Days() == 1 && v.Lemma == b.g.said("be")) && !v.Perfect || b.overBy(e, v)
}

// overBy reports whether verb v tells of what had been done, at the latest, by the day or
// month of expression e: by Friday they had left, was restored by noon, by May he wrote.
func (b *block) overBy(e *timex.Expr, v *clause.Verb) bool {
	if v.Negated || v.Ing || v.Lemma == b.g.said("be") {
		return false
	}
	return e.To <= v.From || e.When.Days() == 1 && b.doneBefore(v)
}

// doneBefore reports whether a verb tells of what was done to something, not of what was
// asked or meant to be done, so that the day behind "by" had seen it: was restored by noon,
// had taken the town by Friday.
func (b *block) doneBefore(v *clause.Verb) bool {
	lemma := v.Base
	done := v.Passive && !v.Perfect && v.Len() == 2 || v.Perfect && !b.g.is(aState, lemma) && !b.g.is(anAnnouncing, lemma)
	return done && !v.Negated && !b.g.is(aPlanning, lemma) && !b.g.is(anAsking, lemma)
}

// notUntil reports whether the words up to i say that it came at last: it was not
// until May that they met.
func (b *block) notUntil(i int) bool {
	return b.is(aTill, i) && lowerText(b.word(i-1)) == b.g.said("not")
}

// ofAccount reports whether an expression dates what tells the event and not
// the event: according to a report of last week.
func (b *block) ofAccount(e *timex.Expr) bool {
	k := b.before(e)
	return b.is(anOf, k) && b.is(aTelling, k-1)
}

// upToThen reports whether an expression ends a stretch whose beginning a word only
// points at: between then and Tuesday's close.
func (b *block) upToThen(e *timex.Expr) bool {
	return b.is(aJoiner, e.From-1) && b.is(aBetween, e.From-3) && b.expr(e.From-2) == nil
}

// before is the word before an expression and its article.
func (b *block) before(e *timex.Expr) int {
	k := e.From - 1
	for b.is(anArticle, k) {
		k--
	}
	return k
}
