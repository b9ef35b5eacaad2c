package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// passes reports whether a clause shares the date of the clause it hangs on.
func (b *block) passes(c int, a *act) bool {
	k := b.parse.Clauses[c]
	p := b.verbOf(k.Parent)
	switch k.Kind {
	case clause.Participial:
		// ", agreed in May, …" has a time of its own; ", announcing …" shares.
		v := b.verbOf(c)
		return v == nil || v.Ing
	case clause.Coordinate:
		return (p == nil || !p.Infinite || a.verb != nil && a.verb.Infinite) && !b.laterOn(c)
	case clause.Infinitive:
		return false
	case clause.Subordinate:
		return b.simultaneous(c) || b.sameScene(c) || b.inTheMonth(c)
	case clause.Relative:
		v := b.verbOf(c)
		return b.onTheDay(c) || b.sameScene(c) || b.tellsOn(c, a) || v != nil && b.g.is(aSequel, v.Base)
	}
	return false
}

// laterOn reports whether a clause that goes on with "and" says itself that it is of
// another time, by a clause with after, before or until that has its own date: was
// jailed in May and, after an appeal had failed in June, was moved.
func (b *block) laterOn(c int) bool {
	from := b.parse.Clauses[c].From
	for i, k := range b.parse.Clauses {
		if k.Kind != clause.Subordinate || empty(k.Marker) || k.To != from || b.verbOf(i) == nil || b.exprIn(i) < 0 {
			continue
		}
		at := k.Marker.From - 1
		if b.word(at).Text == "," {
			at--
		}
		if last := k.Marker.To - 1; b.is(aConjunction, at) && (b.is(anAfter, last) || b.is(anUpper, last)) {
			return true
		}
	}
	return false
}

// tellsOn reports whether a relative at the end of its sentence goes on with what
// somebody said there: met Putin, who assured him that.
func (b *block) tellsOn(c int, a *act) bool {
	k, v := b.parse.Clauses[c], b.verbOf(c)
	p := b.verbOf(k.Parent)
	return a.clause == c && (a.rule.speech || a.rule != a.b.g.plain && k.To >= b.sentenceOf(a.trigger.From).To-1 && b.exprIn(c) < 0) && v != nil && p != nil && v.Finite && v.Tense == clause.Past && !v.Perfect && p.Finite && p.Tense == clause.Past && !p.Perfect &&
		!empty(k.Marker) && b.is(aWhom, k.Marker.From) && b.word(k.From-1).Text == "," && k.From > p.From && (!a.rule.speech || a.says >= 0 || a.tellsWhat())
}

// onTheDay reports whether clause c says what else was on the day before it: on
// 31 May, the day on which they parted; the bank, which gave in within hours.
func (b *block) onTheDay(c int) bool {
	m := b.parse.Clauses[c].Marker
	return b.withinHoursIn(c) || !empty(m) && (b.is(aPreposition, m.From-1) && b.is(aDaily, m.From-2) || m.Len() > 1 && b.is(aDaily, m.From-1))
}

// withinHoursIn reports whether clause c says that only hours had passed.
func (b *block) withinHoursIn(c int) bool {
	for i := range b.exprs {
		if e := &b.exprs[i]; e.Type == timex.Duration && b.of(e.From) == c && b.is(aWithin, e.From-1) && strings.HasPrefix(e.Value, "PT") {
			return true
		}
	}
	return false
}

// inTheMonth reports whether clause c tells by a gerund what came right before an
// act of which only the month or year is told, and so is of that too: in July,
// after phoning Lima, he held back the aid.
func (b *block) inTheMonth(c int) bool {
	k := b.parse.Clauses[c]
	v := b.verbOf(c)
	if v == nil || !v.Ing || v.Finite || empty(k.Marker) || k.Marker.Len() > 1 || !b.is(anAfter, k.Marker.From) {
		return false
	}
	e := b.exprNear(k.Parent, k.From)
	return e >= 0 && b.exprs[e].When.Single() && b.exprs[e].When.From.Grain >= calendar.Month
}

// sameScene reports whether clause c tells what happened at the place where the
// clause around it has brought its people, or at the occasion: was in Lima, where he met;
// held talks at which they agreed; gave a speech in which she blamed Peru.
func (b *block) sameScene(c int) bool {
	k := b.parse.Clauses[c]
	v, p := b.verbOf(c), b.verbOf(k.Parent)
	if empty(k.Marker) || v == nil || p == nil || v.Tense != clause.Past || p.Tense != clause.Past || v.Perfect != p.Perfect {
		return false
	}
	return b.is(aPlace, k.Marker.From) || k.Kind == clause.Relative && b.ofOccasion(k, p)
}

// ofOccasion reports whether relative k tells what was done at or in an occasion or a speech
// that stands behind verb p: a dinner at which, talks in Lima during which.
func (b *block) ofOccasion(k clause.Clause, p *clause.Verb) bool {
	at := k.Marker.From
	return k.Marker.Len() == 2 && b.is(anAt, at) && b.is(aWhich, at+1) && p.To < at && b.hasGroup(sentence.Extent{From: p.To, To: at}, &sceneNouns)
}

// speaking reports whether a clause is a participle of the same moment as the
// clause it hangs on: speaking in Oslo on Tuesday, he said; asked about it on
// Friday, she shrugged. A gerund behind a preposition is not, unless it is no verb
// that is known: tariffs on herring.
func (b *block) speaking(c int) bool {
	v := b.verbOf(c)
	if v != nil && v.Passive && !v.Finite && b.g.is(aQuestioning, v.Base) {
		k := b.parse.Clauses[c]
		return k.Kind == clause.Participial && k.Parent >= 0 && k.From <= b.parse.Clauses[k.Parent].Subject.To+1
	}
	return b.parse.Clauses[c].Kind == clause.Participial && v != nil && v.Ing && !v.Perfect && v.To-v.From <= 2 && (!b.is(aPreposition, v.From-1) || b.g.bases.Get(&v.Base) == nil)
}

// rightAfter reports whether clause c tells by a gerund after what act on a day
// somebody spoke, which was of that day: said after choosing his team on Tuesday.
func (b *block) rightAfter(c int) bool {
	k, v := b.parse.Clauses[c], b.verbOf(c)
	if v == nil || !v.Ing || v.Finite || v.Len() > 1 || !b.is(anAfter, v.From-1) || b.expr(v.From-2) != nil {
		return false
	}
	e := b.exprIn(c)
	return k.From > 0 && e >= 0 && b.exprs[e].When.Days() == 1
}

// byDoing reports whether clause c says by what the act that it hangs on was done, and
// so when: raised the stakes by sending troops in March.
func (b *block) byDoing(c int) bool {
	k := b.parse.Clauses[c]
	v := b.verbOf(c)
	return k.Kind == clause.Participial && v != nil && v.Ing && !v.Finite && k.Marker.Len() == 1 && b.is(aBy, k.Marker.From)
}

// ofDoing reports whether clause c at the end of its sentence is a gerund by which somebody
// says of what another is accused or warned, so that the day behind it is when that was
// said: accused Peru of breaking the pact on Wednesday.
func (a *act) ofDoing(c int) bool {
	b := a.b
	k, v := b.parse.Clauses[c], b.verbOf(c)
	return !a.nominal && a.words() && a.verb.Finite && a.verb.Tense == clause.Past && !a.verb.Perfect && k.Kind == clause.Participial && v != nil && v.Ing && !v.Finite && !v.Perfect && b.is(anOf, v.From-1) &&
		b.exprIn(c) >= 0 && b.exprs[b.exprIn(c)].When.Days() == 1
}

// simultaneous reports whether a subordinate clause tells of the same time:
// when, while, as.
func (b *block) simultaneous(c int) bool {
	k := b.parse.Clauses[c]
	if k.Kind != clause.Subordinate || empty(k.Marker) {
		return false
	}
	if v := b.verbOf(c); v != nil && v.Tense == clause.Past && b.is(anAs, k.Marker.From) && (v.Perfect || v.Lemma == b.g.said("have") || v.Lemma == b.g.said("do")) {
		return false // embraced him, as he had done in the spring, as he did in May
	}
	return b.is(aSimultaneous, k.Marker.From) && k.Marker.Len() == 1
}

// alone reports whether the verb in front of a noun act tells no act of its own, so
// that the day behind the noun, at word i, can only be the noun's: a witness described
// a raid on the market on Friday.
func (b *block) alone(a *act, acts []*act, i int) bool {
	v := b.verbOf(a.clause)
	if v == nil || v.To > a.trigger.From || !v.Finite || v.Tense != clause.Past || v.Negated || v.Modality != clause.Plain || v.Lemma == b.g.said("be") || !b.is(aState, v.Head) && !b.g.is(aState, v.Base) {
		return false
	}
	for _, x := range acts {
		if !x.nominal && x.clause == a.clause {
			return false
		}
	}
	for k := a.trigger.To; k < i; k++ {
		if b.inVerb(k) || b.Words[k].Text == "," && k < i-1 || b.is(aConjunction, k) && !b.is(aJoiner, k) {
			return false
		}
	}
	return true
}

// ofAnotherTime reports whether the tense of an act, whose clause k goes on with "and" or
// behind a semicolon, says that it was later than the clause before it: rockets hit the
// town on Friday; the port has been shelled since. What he had promised two days earlier
// was missing; instead he left.
func (a *act) ofAnotherTime(k clause.Clause) bool {
	v, o := a.verb, a.b.verbOf(k.Parent)
	if v == nil || o == nil || !v.Finite || !o.Finite || o.Tense != clause.Past {
		return false
	}
	if v.Perfect {
		return v.Tense == clause.Present
	}
	return o.Perfect && v.Tense == clause.Past && empty(k.Marker)
}

// dayOfNoun reports whether an expression stands before a noun that it is the day of,
// behind a verb in the perfect, which has none, or is the year of: has rejected a 4 May
// offer; scrapped a 2016 contract; the chairman of the 1922 Committee. The day of a deadline
// is never that of who sets it.
func (b *block) dayOfNoun(a *act, e *timex.Expr) bool {
	v := a.verb
	if v == nil || !v.Finite || e.From <= v.To || !b.is(anArticle, e.From-1) {
		return false
	}
	if b.yearOfName(e) && !b.is(anAt, e.From-5) {
		return true // not: at the time of the 1991 Gulf War
	}
	if b.hasGroup(sentence.Extent{From: e.To, To: min(e.To+1, len(b.Words))}, &limitNouns) {
		return true
	}
	return (v.Perfect && v.Tense == clause.Present || e.When.Days() > 92) && b.modifiable(e.To)
}

// ofGround reports whether an expression behind "of" is the day of a paper or a deed that
// another one rests on: under a decree of 3 May they froze the account; in line with.
func (b *block) ofGround(e *timex.Expr) bool {
	k := b.before(e)
	if !b.is(anOf, k) || k <= b.from || b.expr(k-1) != nil {
		return false
	}
	for i := k - 1; i >= b.sentenceOf(k).From && k-i < maxGround; i-- {
		switch {
		case b.inVerb(i), b.Words[i].Kind == sentence.Punct:
			return false
		case b.is(aGround, i), b.is(aPreposition, i) && b.is(aGrounded, i-1):
			return true
		}
	}
	return false
}

// maxGround is how many words may stand between the word that says what a deed rests on
// and the day of that.
const maxGround = 12

// yearOfName reports whether an expression is a year in a name behind "of": the chairman of the
// 1922 Committee.
func (b *block) yearOfName(e *timex.Expr) bool {
	return e.When.Days() > 92 && b.is(anArticle, e.From-1) && b.is(anOf, e.From-2) && e.Extent.Len() == 1 && sentence.Capital(b.word(e.To).Text)
}

// modifiable reports whether word i may be a noun that something before it describes.
func (b *block) modifiable(i int) bool {
	w := b.word(i)
	return w.Kind == sentence.Letters && lower(w.Text) && !b.is(aPreposition, i) && !b.is(aDeterminer, i) && !b.is(aConjunction, i) && !b.is(anAdverb, i) && !b.inVerb(i)
}
