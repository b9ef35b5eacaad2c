package event

import (
	"slices"
	"strconv"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/timex"
)

// The rules of dating, first that applies: own, sentence, connective, occasion,
// carried, tense. The first three are here; what looks beyond the sentence is
// in story.go, occasion.go and report.go.

// dates is the expressions of a document, to be mended: the two days that a
// dash joins, 3–5 March, as one that covers both and those between. They stand in
// the room of out.
func (doc *Document) dates(out []timex.Expr) []timex.Expr {
	out = slices.Grow(out, len(doc.Exprs))
	for _, y := range doc.Exprs {
		if len(out) == 0 || !y.Whole.Known() || out[len(out)-1].Whole != y.Whole {
			out = append(out, y)
			continue
		}
		x := &out[len(out)-1]
		if y.From-x.To != 1 || y.When.From.Grain != calendar.Day || doc.Blocks[y.Passage].Words[x.To].Kind != sentence.Punct {
			out = append(out, y)
			continue
		}
		x.To, x.End, x.When, x.Value = y.To, y.End, x.Whole, x.Whole.String()
	}
	return out
}

// pairs mends expressions that are told in two parts: "31 August and 1
// September" is one stretch, "last week, on Thursday" one day.
func (b *block) pairs() {
	for i := range b.exprs {
		b.spanned(&b.exprs[i])
	}
	for i := 0; i+1 < len(b.exprs); i++ {
		x, y := &b.exprs[i], &b.exprs[i+1]
		if y.From-x.To == 1 && (b.is(aJoiner, x.To) || b.is(aPurpose, x.To)) && b.is(aSpanning, x.From-1) && b.days(x, y) && (b.is(aPurpose, x.To) || b.word(x.From-1).Kind == sentence.Letters && b.between(x.From-1)) {
			both := calendar.Between(x.When.From, y.When.From)
			x.When, y.When = both, both
			continue
		}
		if k := b.before(x); y.From-x.To == 1 && (b.is(aJoiner, x.To) && b.between(k) || b.is(aPurpose, x.To) && b.is(aStarting, k) && b.is(aStretch, k)) && x.When.Single() && y.When.Single() && x.Type == timex.Date && y.Type == timex.Date && x.When.First() < y.When.First() {
			both := calendar.Between(x.When.From, y.When.From)
			x.When, y.When = both, both // between July 2003 and December 2004; from 2009 to 2011
			continue
		}
		if !x.When.Single() || !y.When.Single() || y.From-x.To > 3 || x.Type == timex.Duration || y.Type == timex.Duration || b.Sentence(x.From) != b.Sentence(y.From) {
			continue // they met last week. On Monday, …
		}
		switch {
		case x.When.From.Grain == calendar.Day && y.When.From.Grain == calendar.Day && y.From-x.To == 1 && b.is(aJoiner, x.To) && y.When.First()-x.When.First() == 1:
			both := calendar.Between(x.When.From, y.When.From)
			x.When, y.When = both, both
		case x.When.From.Grain == calendar.Week && y.When.From.Grain == calendar.Day && !x.When.Contains(y.When) && y.Extent.Len() == 1:
			day := calendar.Civil(x.When.First() + y.When.From.Weekday() - 1)
			y.When = calendar.Of(day)
		}
	}
}

// days reports whether two expressions are days in their order.
func (b *block) days(x, y *timex.Expr) bool {
	return x.When.Single() && y.When.Single() && x.When.From.Grain == calendar.Day && y.When.From.Grain == calendar.Day && x.When.First() < y.When.First()
}

// between reports whether "between" stands at word i: the "and" that follows
// joins the ends of a stretch and not two days.
func (b *block) between(i int) bool { return b.is(aBetween, i) }

// spanned gives "between the 3rd and 7 March", "for 14 to 17 March" both ends
// where only the last is read as a date.
func (b *block) spanned(e *timex.Expr) {
	if !e.When.Single() || e.When.From.Grain != calendar.Day || e.Type != timex.Date {
		return
	}
	k := e.From - 1
	if !b.is(aJoiner, k) && !b.is(aPurpose, k) || b.expr(k-1) != nil || b.word(k-1).Kind != sentence.Number || !b.is(aSpanning, k-2) {
		return
	}
	n, err := strconv.Atoi(b.word(k - 1).Text)
	day := e.When.From
	if err != nil || n < 1 || n >= int(day.Dom) {
		return
	}
	e.When = calendar.Between(day.Add(n-int(day.Dom), calendar.Day), day)
}

// within gives "less than two weeks ago" the days from then on, up to the day
// from which it is counted: the words say no more.
func (b *block) within() {
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Mod != "LESS_THAN" || e.Type != timex.Date || !e.When.Single() || e.Anchor.Grain != calendar.Day || e.When.First() >= e.Anchor.First() {
			continue
		}
		for k := e.From; k < e.To; k++ {
			if b.is(aComparing, k) {
				e.When, e.Mod = calendar.Between(calendar.Civil(e.When.First()), e.Anchor), ""
				break
			}
		}
	}
}

// aFewDays is how many days "the past few days" are at most: a week.
const aFewDays = 7

// lookBack gives "the past week", "the last ten days" the days up to
// publication.
func (b *block) lookBack(dct calendar.Date) {
	if !dct.Known() || dct.Grain != calendar.Day {
		return
	}
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.Type != timex.Duration || e.When.Known() || len(e.Value) != 3 || e.Value[0] != 'P' {
			continue
		}
		unit := map[byte]int{'D': 1, 'W': 7}[e.Value[2]]
		n := int(e.Value[1]-'0') * unit
		if e.Value == "PXD" {
			n = aFewDays
		}
		for k := e.From; k < e.To && n > 0 && n < 32; k++ {
			if b.is(anElapsed, k) {
				e.When = calendar.Between(dct.Add(-n, calendar.Day), dct)
				break
			}
		}
	}
}

// premodifies reports whether nothing parts an expression from the noun at i.
func (b *block) premodifies(e *timex.Expr, i int) bool {
	if b.of(e.From) != b.of(i) {
		return false
	}
	for k := e.To; k < i; k++ {
		if w := &b.Words[k]; possessive(w) || w.Text == "-" {
			continue
		}
		if b.Words[k].Kind == sentence.Punct || b.is(aPreposition, k) || b.is(aDeterminer, k) || b.is(aConjunction, k) || b.inVerb(k) || b.is(aPronoun, k) {
			return false
		}
	}
	return true
}

// follows reports whether no verb and no comma stands between a noun act and
// word i.
func (b *block) follows(a *act, i int) bool {
	for k := a.trigger.To; k < i; k++ {
		if b.inVerb(k) || b.Words[k].Text == "," && k < i-1 || b.is(aConjunction, k) && !b.is(aJoiner, k) && !b.is(anAs, k) {
			return false
		}
	}
	if v := b.verbOf(a.clause); v != nil && v.To <= a.trigger.From {
		// "announced a summit on Monday": the day may be the verb's. It is the
		// noun's where the noun stands in a phrase of its own, or where the
		// verb only reacts to what it tells: condemned the attack of 3 May. What
		// has been agreed stays in force: condemned the treaty on Monday.
		return b.g.is(aReacting, v.Base) && !(a.leaf.Name == "agreement" && !b.is(anOf, i-1)) || b.inPhrase(a.trigger.From, v.To)
	}
	return true
}

// inPhrase reports whether word i stands behind a preposition after word from.
func (b *block) inPhrase(i, from int) bool {
	for k := i - 1; k >= from; k-- {
		if b.is(aPreposition, k) {
			return true
		}
		if b.is(aDeterminer, k) && !b.is(aPreposition, k-1) {
			return false // put into force | a ban
		}
	}
	return false
}

// bounds reports whether a noun act with its date only bounds the verb of its
// clause: after the call of 3 May, ahead of the summit on Friday.
func (b *block) bounds(a *act, e *timex.Expr) bool {
	k := min(a.trigger.From, e.From) - 1
	for ; k >= 0 && k >= a.trigger.From-8 && b.of(k) == a.clause; k-- {
		if b.is(aMeal, k+1) && b.is(aPreposition, k) && !b.is(aBound, k) && !b.is(aStretch, k) {
			return false // over dinner on Friday
		}
		if b.is(anAt, k) || b.is(anOf, k) && b.is(aBeside, k-1) {
			return false // on the sidelines of a meeting on Friday
		}
		if b.is(anOf, k) && b.is(anOccasionDay, k-1) && b.word(e.From-1).Text == "," && b.word(e.To).Text == "," {
			return false // on the anniversary of the war, 4 May, they left
		}
		if b.is(aPreposition, k) {
			return true
		}
	}
	return true
}

// attached reports whether an expression stands in the clause of a verb act,
// or in a clause inside it that has no act to take it.
func (b *block) attached(a *act, e *timex.Expr) bool {
	if !empty(a.again) || a.end > 0 && e.From >= a.end {
		return false
	}
	c := b.of(e.From)
	if b.behindQuote(c, e) {
		c = b.parse.Clauses[c].Parent // called it “finished, not dead” on Monday
	}
	if b.behindAside(c, e) {
		c = b.parse.Clauses[c].Parent
	}
	if !empty(a.object) && a.object.From > a.trigger.To && b.is(aJoiner, a.trigger.To) && c == b.of(a.object.From) {
		return true // arrested and questioned him on Friday
	}
	if c == a.clause {
		return !b.ofElse(a, e)
	}
	if k := b.parse.Clauses[a.clause]; k.Kind == clause.Infinitive && k.Parent == c && c >= 0 && (b.aspect(c) || b.leads(c) || b.heldToHave(a.clause)) {
		return true // on Friday they began to strike, are said to have fled
	}
	if k := b.parse.Clauses[a.clause]; k.Kind == clause.Relative && k.Parent == c && b.setsOff(c) && e.To <= k.From {
		return true // a month ago it was France that refused
	}
	if b.beforeItsVerb(c, e) || b.behindColon(c, e) {
		return b.parse.Clauses[c].Parent == a.clause
	}
	if b.expressionClause(c) || b.bears(c, e) || b.vessel(c) == a.clause || b.ordered(c) || b.spokenOf(c) && e.When.Days() == 1 || b.ends(c, e, a) || b.carriedOver(c, e, a) || b.inWords(c, a) {
		return b.parse.Clauses[c].Parent == a.clause
	}
	return false
}

// behindAside reports whether an expression stands behind the comma that ends an aside, and
// so outside of the participle c in it: freed Ruiz, a sailor held in Lima, on Monday.
func (b *block) behindAside(c int, e *timex.Expr) bool {
	v := b.verbOf(c)
	if v == nil || v.Finite || !v.Passive || b.word(b.before(e)).Text != "," && b.word(b.before(e)-1).Text != "," {
		return false
	}
	for i := v.From - 1; i > v.From-8 && i > b.sentenceOf(v.From).From; i-- {
		if b.word(i).Text == "," {
			return i < v.From-1 && b.is(anArticle, i+1)
		}
		if b.inVerb(i) {
			return false
		}
	}
	return false
}

// setsOff reports whether clause c only sets somebody off of whom a relative tells what he
// did: it was France that refused.
func (b *block) setsOff(c int) bool {
	if c < 0 {
		return false
	}
	k, v := b.parse.Clauses[c], b.verbOf(c)
	return v != nil && v.Finite && v.Lemma == b.g.said("be") && k.Subject.Len() == 1 && b.is(anImpersonal, k.Subject.From)
}

// datedWithin reports whether an expression that dates an act stands between words i and
// that of e: fell on Monday to its lowest since May 2019.
func (b *block) datedWithin(i int, e *timex.Expr) bool {
	for k := i; k < e.From; k++ {
		if b.expr(k) != nil || b.word(k).Text == "," || b.is(aConjunction, k) && !b.is(aReach, k) {
			return true
		}
	}
	return false
}

// expressionClause reports whether a clause has no verb: a marker and a noun
// phrase, as in "days after the imposition".
func (b *block) expressionClause(c int) bool { return c >= 0 && b.parse.Clauses[c].Verb < 0 }

// leaves reports whether a sentence tells of other times than when.
func (b *block) leaves(when calendar.Range, sent sentence.Extent) bool {
	other := false
	for i := range b.exprs {
		e := &b.exprs[i]
		if e.From < sent.From || e.From >= sent.To || !b.usable(e) {
			continue
		}
		if e.When.Contains(when) || when.Contains(e.When) {
			return false
		}
		other = true
	}
	return other
}
