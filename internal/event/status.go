package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// state is what the operators over a trigger make of its event.
type state uint8

const (
	happened state = iota
	actual         // as told, whatever verb leads to it
	reported
	planned
	threatened
	denied
	negated
	possible
	wished
	conditional
	counterfactual
	generic
	opinion
	question
	purpose
)

var stateNames = [...]string{"happened", "actual", "reported", "planned", "threat", "denied", "negated", "possible", "wished", "conditional", "counterfactual", "generic", "opinion", "question", "purpose"}

func (s state) String() string { return stateNames[s] }

// told reports whether an event in this state gives a mention, and the status
// that it has there.
func (s state) told() (string, bool) {
	switch s {
	case happened, actual:
		return "happened", true
	case reported:
		return "reported", true
	case planned:
		return "planned", true
	case threatened:
		return "threatened", true
	case denied:
		return "denied", true
	}
	return "", false
}

// compose applies operator o to an event that so far stands as s. The order
// is from the trigger outwards, so that a later operator has the wider scope:
// "said he might agree to meet" is wished-for, possible, then reported, and
// stays possible.
func compose(s, o state) state {
	switch {
	case o == actual || o == happened:
		return s
	case s == happened || s == actual:
		return o
	case o == reported:
		return s
	case s == reported:
		return o
	case s == planned && (o == negated || o == denied):
		return negated
	case s == negated && o == negated:
		return happened
	case o == planned:
		return s
	}
	return o
}

// cueTexts are the words that say what an act's status is.
func (a *act) cueTexts() []string {
	var out []string
	for _, e := range a.cues {
		out = append(out, a.b.String(e))
	}
	return out
}

// assess composes the operators over an act, from its own verb group outwards.
func (a *act) assess() {
	b := a.b
	s := happened
	add := func(o state, e sentence.Extent) {
		if t := compose(s, o); t != s {
			s = t
			if !empty(e) {
				a.cues = append(a.cues, e)
			}
		}
	}
	add(a.rule.makes, a.trigger)
	if a.nominal {
		a.assessNoun(add)
	} else {
		a.assessVerb(a.clause, add)
	}
	sent := b.sentenceOf(a.trigger.From)
	// Nobody was jailed, neither came nor went: a clause is denied once.
	for m := range b.operators(overClause, sent) {
		if m.To <= a.trigger.To+1 && b.sameClause(m.From, a.clause) && !b.counted(m) && !b.negates(a.verb, m) && !(!a.nominal && s == negated && b.g.rules[m.Rule].makes == negated) {
			add(b.g.rules[m.Rule].makes, sentence.Extent{From: m.From, To: m.To})
		}
	}
	for m := range b.operators(overWhole, sent) {
		if !a.nominal && s != negated && b.sameClause(m.From, a.clause) {
			add(b.g.rules[m.Rule].makes, sentence.Extent{From: m.From, To: m.To})
		}
	}
	if a.nominal && a.presupposed() {
		a.status = s
		return
	}
	a.climb(add)
	for m := range b.operators(overSentence, sent) {
		if m.From <= a.trigger.From && !a.granted() {
			add(b.g.rules[m.Rule].makes, sentence.Extent{From: m.From, To: m.To})
		}
	}
	if b.asks(sent, a.trigger.From) && !a.granted() {
		add(question, sentence.Extent{})
	}
	a.status = s
}

// counted reports whether an operator only makes a number a rough one: nearly
// 70 states, almost $2 billion, almost doubled.
func (b *block) counted(m match) bool {
	w := b.word(m.To)
	if b.is(aDegree, m.From) && m.To-m.From == 1 && !b.inVerb(m.To) || b.g.rules[m.Rule].makes == possible && b.modifies(m.To) {
		return true // almost round-the-clock talks, the likely winner
	}
	return w.Kind == sentence.Number || b.is(aMultiple, m.To) || b.is(aCurrency, m.To) || b.is(aPlural, m.To) && b.is(aRough, m.From)
}

// presupposed reports whether a noun act stands behind "after" or "since": what
// is said around it may be denied or supposed, that it happened is not.
func (a *act) presupposed() bool {
	k := a.b.nounPhrase(a.trigger).From
	for ; k > 0 && a.b.of(k-1) == a.clause && (a.b.is(aDeterminer, k-1) || a.b.expr(k-1) != nil); k-- {
	}
	return a.b.is(anAfter, k-1) && !a.b.is(aDeterminer, k-1)
}

// asks reports whether a sentence is a question.
func (b *block) asks(sent sentence.Extent, at int) bool {
	for i := sent.To - 1; i >= max(at, sent.To-3); i-- {
		if b.Words[i].Text == "?" {
			q := b.Quote(i)
			return q < 0 || q == b.Quote(at)
		}
	}
	return false
}

// granted reports whether a question takes for granted what an act tells: what did the
// talks, which ended on Friday, achieve?
func (a *act) granted() bool {
	for k := a.clause; k >= 0; k = a.b.parse.Clauses[k].Parent {
		if a.b.presupposes(k) {
			return true
		}
	}
	return false
}

// sameClause reports whether word i stands in clause c itself.
func (b *block) sameClause(i, c int) bool { return b.of(i) == c }

// assessNoun reads the words before a noun phrase.
func (a *act) assessNoun(add func(state, sentence.Extent)) {
	b := a.b
	from := a.trigger.From
	for k := from - 1; k >= 0 && k >= from-8 && b.of(k) == a.clause; k-- {
		w := &b.Words[k]
		if w.Kind == sentence.Punct && w.Text != "-" || b.inVerb(k) && !b.is(aCopula, k) {
			break
		}
		from = k
	}
	for m := range b.operators(overNoun, sentence.Extent{From: from, To: a.trigger.From}) {
		add(b.g.rules[m.Rule].makes, sentence.Extent{From: m.From, To: m.To})
	}
	if v := b.verbOf(a.clause); v != nil && v.Negated && v.From < a.trigger.From {
		add(negated, v.Extent)
	}
	// "a meeting was being prepared": what is done to it says that it is to come.
	if v := b.verbOf(a.clause); v != nil && v.Passive && v.From >= a.trigger.To && v.From-a.trigger.To < 14 {
		for m := range b.opsAt(v, overInfinitive) {
			switch o := b.g.rules[m.Rule].makes; {
			case (o == planned || o == wished) && v.Tense == clause.Present && v.Finite && b.is(aPurpose, v.To):
				add(planned, v.Extent) // the summit on Friday is expected to bring a truce
			case (o == planned || o == wished) && v.From-a.trigger.To < 6:
				add(possible, v.Extent)
			}
		}
	}
	// "plans for a summit", "called for talks": the verb that governs decides.
	if v := b.verbOf(a.clause); v != nil && v.From < a.trigger.From && a.trigger.From-v.Head < 6 {
		if v.Modality == clause.Possible || v.Modality == clause.Conditional {
			add(possible, v.Extent)
		}
		for m := range b.opsAt(v, overThat) {
			if o := b.g.rules[m.Rule].makes; o == possible {
				add(o, v.Extent)
			}
		}
		for m := range b.opsAt(v, overInfinitive) {
			if o := b.g.rules[m.Rule].makes; o == planned || o == wished {
				add(o, v.Extent)
			}
		}
	}
}

// assessVerb reads a verb group: tense, modality, polarity, and for verbs
// that are not finite what governs them.
func (a *act) assessVerb(ci int, add func(state, sentence.Extent)) {
	b := a.b
	v := b.verbOf(ci)
	if v == nil {
		return
	}
	if v.Negated {
		add(negated, v.Extent)
	}
	switch v.Modality {
	case clause.Possible, clause.Ability, clause.Obligation:
		if v.Modality != clause.Obligation || v.Tense != clause.Past || v.Negated {
			add(possible, v.Extent) // but he had to concede
		}
	case clause.Conditional:
		switch {
		case b.hasCondition(ci):
			add(conditional, v.Extent)
		case b.told(ci):
			add(planned, v.Extent) // said that he would: the future, seen from the past
		default:
			add(conditional, v.Extent)
		}
	default:
		if v.Tense == clause.Future {
			if b.hasCondition(ci) {
				add(conditional, v.Extent)
			} else {
				add(planned, v.Extent)
			}
		}
	}
	if b.noSubject(b.parse.Clauses[ci].Subject) || ci == a.clause && b.noSubject(a.object) {
		add(negated, sentence.Extent{})
	}
	switch {
	case v.Infinite:
		a.assessInfinitive(ci, v, add)
	case v.Ing && !v.Finite:
		a.assessGerund(ci, v, add)
	}
	for m := range b.opsAt(v, overClause) {
		if b.counted(m) || b.negates(v, m) {
			continue
		}
		add(b.g.rules[m.Rule].makes, sentence.Extent{From: m.From, To: m.To})
	}
}

// negates reports whether an operator is the negation that a verb group has been read
// with: could hardly hide it is denied once.
func (b *block) negates(v *clause.Verb, m match) bool {
	return v != nil && v.Negated && v.From <= m.From && m.To <= v.To && b.g.rules[m.Rule].makes == negated
}

// noSubject reports whether a noun phrase is denied: no call, none of them.
func (b *block) noSubject(e sentence.Extent) bool {
	if empty(e) {
		return false
	}
	if !b.is(aNone, e.From) || e.Len() == 1 && b.is(aDeterminer, e.From) {
		return false // voted no
	}
	if b.is(aComparing, e.From+2) {
		return false // no later than Monday, no fewer than nine
	}
	return b.word(e.From+1).Kind != sentence.Number || b.ref(e.From) == nil // not: No 10 denied it
}

// hasCondition reports whether a clause has an if: a sibling, a child, or
// itself.
func (b *block) hasCondition(ci int) bool {
	cs := b.parse.Clauses
	if cs[ci].Kind == clause.Condition {
		return true
	}
	for i := range cs {
		if cs[i].Kind == clause.Condition && (cs[i].Parent == ci || cs[i].Parent == cs[ci].Parent && cs[i].Parent >= 0) {
			return b.Sentence(cs[i].From) == b.Sentence(cs[ci].From)
		}
	}
	return false
}

// told reports whether a clause is what somebody says in the past.
func (b *block) told(ci int) bool {
	for k := ci; k >= 0; k = b.parse.Clauses[k].Parent {
		c := b.parse.Clauses[k]
		if c.Kind == clause.Complement {
			return true
		}
	}
	for _, s := range b.parse.Speeches {
		if !s.Direct && s.From <= b.parse.Clauses[ci].From && b.parse.Clauses[ci].From < s.To {
			return true
		}
	}
	return false
}
