package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// plainFrame is why the clause of a verb that no rule knows says nothing
// complete of public consequence, or "": such a verb tells an event only where
// somebody acts upon something that its own clause names. Verbs that lead from
// one event to another (follow, bring, turn to) and those that mean nothing
// without their object (take, put, make) tell none.
func (a *act) plainFrame() string {
	b := a.b
	phase := a.verbIs(aPhase)
	switch {
	case a.tidings(), a.moved() && b.acting(a.subject), b.deadline(a.clause) >= 0 && b.acting(a.subject) && !b.pointsBack(a.object):
		return ""
	case a.subject.Len() == 1 && b.is(aThing, a.subject.From) && b.meant(a.subject.From) == "" && !a.undergone || b.is(aNone, a.subject.From):
		return "a subject that is a pronoun"
	case a.date.when.Days() > 7 && a.rates():
		return "what went on at a rate"
	case a.reckons():
		return "a remark about an account"
	case a.verbIs(aHollow) && !phase && a.onlyLeads():
		return "a verb that only leads from one event to another"
	case (a.passive && empty(a.by) || phase && empty(a.object)) && b.pointsBack(a.subject) && !a.measured() && !b.is(anArticle, a.subject.From):
		return "a subject that only points back"
	case phase && empty(a.object) && b.ordinalHead(a.subject) && !b.means[a.subject.From].surely:
		return "a subject that only points back" // the first attempt failed
	case !a.passive && !phase && empty(a.object) && a.wantsObject():
		return "a verb of no rule, without an object"
	case !a.passive && !(phase && a.subject.Len() > 1) && a.ofNobody():
		return "a verb of no rule, of which nobody is the subject"
	case b.pointsBack(a.object) && !(b.is(anArticle, a.object.From) && (a.standsAlone() || a.settled() || a.goesOnTelling())) && !a.upon(a.object):
		return "an object that only points back"
	}
	return ""
}

// onlyLeads reports whether nothing beside a verb that means little says what happened:
// the rest followed in May; brought them to it.
func (a *act) onlyLeads() bool {
	b := a.b
	there := a.object.Len() > 1 && !b.pointsBack(a.object) || empty(a.object) && a.goesOnAt() && !b.pointsBack(a.subject)
	idiom := a.trigger.Len() > 1 && (a.date.basis == "own" || a.date.basis == "sentence" && there)
	return !idiom && !a.begun() && !a.measured() && !a.fills() && !a.standsAlone() && !a.moves() && !a.b.lets(a.clause) && !a.takesPlace() && !a.comes() && !a.byItself()
}

// wantsObject reports whether a verb without an object says too little: they kept in May.
func (a *act) wantsObject() bool {
	sufficed := a.verbIs(aSufficing) && a.date.basis == "own" && a.status == happened ||
		(a.verbIs(aLeaving) || a.verbIs(aMotion)) && a.date.basis == "own" && a.status == planned // is to leave on Friday
	return !sufficed && !a.begun() && !a.infinitive() && !a.goesOn() && a.ofRelative() == "" && !a.slated() && !a.byItself() && !a.comes()
}

// ofNobody reports whether the subject of an act is nobody who acts and only points back,
// and the act is none that such a thing may do: this widened the gap. The lira lost 4
// percent, and the convoy left on Friday.
func (a *act) ofNobody() bool {
	b := a.b
	if a.undergone || b.acting(a.subject) || !b.pointsBack(a.subject) {
		return false
	}
	goes := (a.verbIs(aMotion) || a.verbIs(aLeaving)) && a.date.basis == "own"
	return !goes && !a.begun() && !a.undergoes() && !a.figures() && !a.comes() && !(a.takesPlace() && a.datedHere())
}

// takesPlace reports whether something is told to take place, which says all there is
// to say of it.
func (a *act) takesPlace() bool {
	return a.object.Len() == 1 && a.b.is(anOccurrence, a.object.From) && a.verbIs(aHollow)
}

// standsAlone reports whether the clause of a verb that means little says who
// acted, has a day of its own, and goes on behind the verb: the ministry closed
// the gap on Tuesday, exports fell to zero in August.
func (a *act) standsAlone() bool {
	b := a.b
	if a.date.basis != "own" || a.date.when.Days() > 31 || !a.main() || a.passive || b.pointsBack(a.subject) && !b.meansActor(a.subject) || !b.acting(a.subject) && b.is(aDeterminer, a.subject.From) {
		return false
	}
	for _, ch := range a.chunks {
		if !ch.time && !ch.comma && b.common(ch.Extent) {
			return true
		}
	}
	return false
}

// meansActor reports whether e is a pronoun that means somebody or something that is known:
// in May it threw the inspectors out.
func (b *block) meansActor(e sentence.Extent) bool {
	return e.Len() == 1 && b.is(aPronoun, e.From) && b.meant(e.From) != ""
}

// common reports whether a noun that is nobody's name stands in e.
func (b *block) common(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if b.ref(i) == nil && lower(b.Words[i].Text) && !b.is(aDeterminer, i) && !b.is(aJoiner, i) && !b.is(aTitle, i) && !b.is(aPronoun, i) && !b.is(aConjunction, i) && !b.is(aPreposition, i) && !b.is(aThing, i) {
			return true
		}
	}
	return false
}

// slated reports whether an act is told to come on its own day: the inquiry will
// report on Saturday.
func (a *act) slated() bool {
	return a.status == planned && a.date.basis == "own" && a.date.when.Days() <= 31 && a.main() && a.verb.Tense == clause.Future && !a.b.pointsBack(a.subject)
}

// goesOn reports whether a phrase of the clause itself follows that is no time.
func (a *act) goesOn() bool {
	if a.trigger.Len() > 1 {
		return true // was laid aside
	}
	for _, ch := range a.chunks {
		if !ch.time && !ch.comma {
			return true
		}
	}
	return false
}

// begun reports whether an act is what something that its subject names is told to have
// begun or ended at a time: the first turbine began to turn on 20 May.
func (a *act) begun() bool {
	on := a.b.begun(a.clause)
	return on != a.clause && a.b.verbOf(on).Finite && a.b.parse.Clauses[on].Subject == a.subject && a.subject.Len() > 1 && a.date.basis == "own"
}

// goesOnAt reports whether the phrase behind an act names somebody or some place: came down
// over the Kremlin.
func (a *act) goesOnAt() bool {
	return len(a.chunks) > 0 && !a.chunks[0].time && !a.chunks[0].comma && a.b.names(a.chunks[0].Extent)
}

// fills reports whether a verb that means little by itself has what gives it a
// meaning: somebody who acts, and an object of its own that is more than the
// name of another actor: gave formal approval for the sale.
func (a *act) fills() bool {
	b := a.b
	if a.passive {
		return !empty(a.by) && a.subject.Len() > 2 || a.subject.Len() > 1 && (!b.pointsBack(a.subject) || b.is(anArticle, a.subject.From) && !b.is(anOrdinal, a.subject.From+1) && a.goesOn())
	}
	if a.verbIs(aCausative) || !b.acting(a.subject) || empty(a.object) || b.pointsBack(a.object) {
		return false
	}
	return b.common(a.object) || b.meansThing(a.object)
}

// measured reports whether the clause gives a figure that is no date: brings
// a tariff of 10% into force, makes 14 visits.
func (a *act) measured() bool {
	e := a.extent()
	return a.b.number(sentence.Extent{From: a.trigger.To, To: e.To})
}

// rates reports whether a clause tells what went on through its time, so much in
// each day.
func (a *act) rates() bool {
	b := a.b
	e := a.extent()
	for i := a.trigger.To; i < e.To; i++ {
		if t := b.word(i).Text; t == ":" || t == ";" {
			return false // signed for the eastern route: 38 billion a year
		}
		if b.is(aUnit, i) && b.is(aRate, i-1) && !b.is(aConnective, i+1) && !b.is(aLate, i+1) && i > a.trigger.To+1 && !b.is(aPreposition, i-2) {
			return true
		}
	}
	return false
}

// reckons reports whether an act only says how long, how many or when another
// was, by somebody's account: gave the length as two hours.
func (a *act) reckons() bool {
	if a.tallies() {
		return false
	}
	for i := a.object.From; i < a.object.To; i++ {
		if a.b.is(aMeasure, i) {
			return a.b.is(aHollow, a.verb.Head) || a.verbIs(aHollow)
		}
	}
	return false
}

// tallies reports whether somebody says on a day of its own how many there were: the
// ministry put the number of dead at 40.
func (a *act) tallies() bool {
	if a.passive || !a.datedHere() || !a.b.acting(a.subject) {
		return false
	}
	for _, ch := range a.chunks {
		if ch.From >= a.object.To && a.b.is(anAt, ch.From) && a.b.number(ch.Extent) {
			return true
		}
	}
	return false
}

// acting reports whether e can act for the record: an actor, an office, people.
func (b *block) acting(e sentence.Extent) bool {
	return b.names(e) || b.human(e)
}

// pointsBack reports whether a noun phrase names nothing by itself and only
// points to what stands before: the idea, such purchases, the second one. A
// name, a number, or a phrase that goes on ("the mayor of Lima") says what is
// meant.
func (b *block) pointsBack(e sentence.Extent) bool {
	if empty(e) || b.meansThing(e) || e.Len() == 1 && b.is(aThing, e.From) && b.antecedent(e.From) != "" {
		return false
	}
	if b.ordinalAt(e.To - 1) {
		return true // the 18th: its noun stands elsewhere
	}
	if b.numbers(e) {
		return false
	}
	from := e.From
	if b.is(aBackward, from-1) && b.Sentence(from-1) == b.Sentence(from) && !b.is(anArticle, from-1) && !b.marks(from-1) {
		from--
	}
	if !b.is(aBackward, from) && !b.is(aThing, from) {
		return false
	}
	for i := e.From; i < e.To; i++ {
		if w := &b.Words[i]; i > from && (w.Kind == sentence.Number || sentence.Capital(w.Text) || b.is(anOf, i) || b.expr(i) != nil) {
			return false
		}
		if r := b.ref(i); r != nil && r.Actor != nil && !b.is(aPronoun, i) && !b.is(aPossessive, i) {
			return false
		}
	}
	return e.To-from < 4 || b.is(aThing, e.To-1)
}

// marks reports whether word i is what opens a clause: said | that | talks failed.
func (b *block) marks(i int) bool {
	c := b.of(i)
	return b.kindIs(c, clause.Complement) && b.parse.Clauses[c].Marker.From == i && b.parse.Clauses[c].Marker.Len() == 1
}

// numbers reports whether a noun phrase begins with a word that says how many of what it
// names: one man, one of the men, both candidates.
func (b *block) numbers(e sentence.Extent) bool {
	return e.Len() > 1 && b.is(aNumeral, e.From) && !b.is(aThing, e.To-1) && !b.is(aPronoun, e.To-1) && !b.is(anOrdinal, e.From+1) && b.Words[e.To-1].Kind == sentence.Letters
}

// ordinalAt reports whether word i is an ordinal in figures: 18th.
func (b *block) ordinalAt(i int) bool {
	t := b.word(i).Text
	return len(t) > 2 && t[0] >= '0' && t[0] <= '9' && lower(t[len(t)-2:]) && b.expr(i) == nil && !(i > 0 && !b.Words[i].Space && b.is(aCurrency, i-1)) // not: $42bn
}

// demonstrative reports whether a noun phrase begins with a word that points
// at what was told: that help, such a step.
func (b *block) demonstrative(e sentence.Extent) bool {
	if _, ok := b.means[e.From]; ok && e.Len() == 1 && b.is(anImpersonal, e.From) {
		return false
	}
	if b.numbers(e) || b.elliptic(e) && b.is(aNumeral, e.From) {
		return false
	}
	if b.dayAt(e.From) {
		e = b.afterTime(e) // that night | the bridge
	}
	for i := e.From - 1; i <= e.From; i++ {
		if b.is(aBackward, i) && !b.is(anArticle, i) && !b.dayAt(i) && (i == e.From || b.is(aDeterminer, i) && b.Sentence(i) == b.Sentence(e.From) && b.of(i) == b.of(e.From)) {
			return true
		}
	}
	return false
}

// dayAt reports whether word i is of an expression that tells a day.
func (b *block) dayAt(i int) bool {
	x := b.expr(i)
	return x != nil && x.When.Known() && x.When.Days() == 1
}

// ordinalHead reports whether a noun phrase counts on in a row that was told
// before: the second round.
func (b *block) ordinalHead(e sentence.Extent) bool {
	return b.is(anArticle, e.From) && b.is(anOrdinal, e.From+1) && e.Len() <= 3
}

// verbTaken reports whether a subject is one small word behind "and" that has
// the form of a verb: and misses signed contracts.
func (b *block) verbTaken(e sentence.Extent) bool {
	if e.Len() != 1 || !lower(b.Words[e.From].Text) || !b.is(aJoiner, e.From-1) || b.is(aPronoun, e.From) {
		return false
	}
	t := b.Words[e.From].Text
	return len(t) > 3 && t[len(t)-1] == 's' && len(b.g.forms.Readings(t)) > 0
}

// account reports whether the subject of an act is what tells of events: one
// outlet, the page, a second list.
func (a *act) account() bool {
	for i := a.subject.From; i < a.subject.To && !a.passive; i++ {
		if a.b.is(anOf, i) {
			break // the signing of the text
		}
		if a.b.is(aTelling, i) && a.b.ref(i) == nil {
			return true
		}
	}
	return false
}

// undergoes reports whether a thing that the text has named before does
// something complete on a date of its own: the ship passed an inspection in
// March.
func (a *act) undergoes() bool {
	b := a.b
	return a.date.basis == "own" && a.date.when.Days() <= 31 && a.subject.Len() == 2 && b.is(anArticle, a.subject.From) && a.object.Len() > 1 && b.is(anArticle, a.object.From) && !b.is(aDefinite, a.object.From)
}

// refusePlain is why an act that no rule knows tells too little on its day, or "".
func (f *finder) refusePlain(a *act) string {
	switch {
	case a.rule != a.b.g.plain:
		return ""
	case a.goesOnStill():
		return "what only went on"
	case !a.plainTells(&f.story) && !f.story.newsworthy(a):
		return "a verb of no rule, without a day of its own"
	}
	return ""
}
