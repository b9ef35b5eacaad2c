package event

import "github.com/dateline-ssg/dateline/internal/sentence"

// settled reports whether somebody of whom it is said who he is did something, at
// a time that the sentence gives, to a thing that has a name of its own kind: the
// settlers left the valley in May, she laid the foundation stone.
func (a *act) settled() bool {
	b := a.b
	if a.passive || !a.datedHere() || !a.verb.Finite || b.pointsBack(a.subject) && !a.definite() || !b.acting(a.subject) && !b.number(a.subject) || b.is(aPronoun, a.subject.From) && !b.meansThing(a.subject) && b.meant(a.subject.From) == "" {
		return false
	}
	if a.date.when.Days() > 31 && !a.furthers() && (b.is(aPronoun, a.subject.From) || a.verbIs(aHollow)) {
		return false // in 2019 he took the train
	}
	return b.ownKind(a.object)
}

// ownKind reports whether a noun phrase of more than a word ends with what its thing is:
// the foundation stone, and no matter, second or 40.
func (b *block) ownKind(e sentence.Extent) bool {
	return e.Len() > 1 && !b.is(aVague, e.To-1) && !b.is(anOrdinal, e.To-1) && b.Words[e.To-1].Kind == sentence.Letters
}

// definite reports whether an office or people of whom no more is told did on a day,
// or in a month, what is told in more than a word: the bank raised the reserve
// requirement.
func (a *act) definite() bool {
	b := a.b
	return a.date.basis == "own" && a.date.when.Days() <= 31 && a.object.Len() > 2 && b.is(anArticle, a.subject.From) && (b.official(a.subject) || b.hasGroup(a.subject, &peopleNouns))
}

// goesOnTelling reports whether somebody, or something that is new to the text, did on
// the day that the story stands at what is told in more than a word: a tug towed the
// wreck to the port.
func (a *act) goesOnTelling() bool {
	b := a.b
	if a.date.basis != "carried" || a.date.when.Days() > 1 || a.passive || !a.verb.Finite || !a.main() || !b.ownKind(a.object) {
		return false
	}
	fresh := !b.pointsBack(a.subject) && !b.is(aPronoun, a.subject.From)
	return fresh && b.acting(a.subject) || a.furthers() && (fresh || b.acting(a.subject))
}

// furthers reports whether a clause says more behind its object.
func (a *act) furthers() bool {
	for _, ch := range a.chunks {
		if !ch.time && !ch.comma && ch.clause == a.clause && ch.From >= a.object.To {
			return true
		}
	}
	return false
}

// figures reports whether something of which no more is told changed by a figure
// on a day: the lira lost 4 percent on Monday.
func (a *act) figures() bool {
	return a.datedHere() && a.date.when.Days() <= 31 && a.measured() && a.subject.Len() > 1 && !a.b.demonstrative(a.subject)
}

// moves reports whether something was brought to a place that is named, at a time
// that is told: the convoy went back to Lima on Friday.
func (a *act) moves() bool {
	b := a.b
	if !a.datedHere() || a.date.when.Days() > 31 || !a.verbIs(aMotion) || a.subject.Len() < 2 && !b.acting(a.subject) {
		return false
	}
	for _, ch := range a.chunks {
		if !ch.time && !ch.comma && ch.clause == a.clause && b.is(aTowards, ch.From) && b.placeIn(sentence.Extent{From: ch.From + 1, To: ch.To}) {
			return true
		}
	}
	return false
}

// beforeMoment is the expression that clause c sets its time by, or -1: since 17
// May 1980, when the army took over; a truce until Friday, on which day he flies.
func (b *block) beforeMoment(c int) int {
	m := b.parse.Clauses[c].Marker
	if empty(m) || !b.is(aMoment, m.To-1) || m.Len() > 1 {
		return -1
	}
	i := m.From - 1
	if b.word(i).Text == "," {
		i--
	}
	x := b.expr(i)
	if x == nil || x.To != i+1 || !x.When.Known() || !x.When.Single() {
		return -1
	}
	if k := b.before(x); b.is(anUpper, k) && !b.is(aBy, k) {
		return -1 // before 2008, when banks lent freely
	}
	return int(b.exprAt[i]) - 1
}

// lone reports whether e is one word at the head of its sentence, with a capital,
// that can only be a name, since no common noun stands there alone in the singular:
// Nordlett, which makes wheels, said.
func (b *block) lone(e sentence.Extent) bool {
	if e.Len() != 1 || b.sentenceOf(e.From).From != e.From || !sentence.Capital(b.Words[e.From].Text) || b.Words[e.From].Kind != sentence.Letters {
		return false
	}
	for _, c := range [...]class{anAnybody, aDeterminer, aPronoun, aThing, aNone, anAdverb, aPreposition, aConjunction, aPlural} {
		if b.is(c, e.From) {
			return false
		}
	}
	t := b.Words[e.From].Text
	return len(t) > 2 && t[len(t)-1] != 's' && !ly(t) && b.expr(e.From) == nil && b.ref(e.From) == nil && len(b.g.forms.Readings(lowerText(&b.Words[e.From]))) == 0
}
