package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// refuse is why an act gives no mention, or "".
func (f *finder) refuse(a *act) string {
	for _, why := range [...]func(*act) string{f.refuseStatus, refuseUse, f.refuseDate, f.refusePlain, f.refuseTime, f.refuseSaid} {
		if why := why(a); why != "" {
			return why
		}
	}
	return a.refuseLine()
}

// refuseStatus is why the status of an act is none to tell, or "". What is said not to be
// done on a day is a refusal.
func (f *finder) refuseStatus(a *act) string {
	if a.foretold(f.story.dct) {
		a.status = happened
	}
	if _, ok := a.status.told(); ok {
		return ""
	}
	dated := a.date.basis == "own" || a.date.basis == "sentence"
	switch {
	case a.status == negated && dated && a.promised():
	case a.status == negated && (dated || !f.story.dct.Known()) && a.refuses():
		a.plover = "REJECT"
	default:
		return a.status.String()
	}
	a.status = denied
	return ""
}

// refuseUse is why a participle tells of no deed, or "".
func refuseUse(a *act) string {
	switch {
	case a.nominal || !a.participial():
	case a.b.ordered(a.clause):
		return "what is to be done, by an order"
	case a.b.spokenOf(a.clause):
		return "what something is about"
	}
	return ""
}

// refuseDate is why an act's date is none, or not one of such an act, or "".
func (f *finder) refuseDate(a *act) string {
	if !a.fits(a.b.dct) {
		if a.status == planned {
			return "a plan whose day has passed"
		}
		return "told as past, dated after publication"
	}
	if !a.date.known() {
		a.dropped()
	}
	if !a.date.known() && !f.undated(a) {
		if a.halted != "" {
			return "no date: " + a.halted
		}
		return "no date"
	}
	return ""
}

// refuseTime is why an act is not of the time that it was given, or "".
func (f *finder) refuseTime(a *act) string {
	if a.nominal && !a.date.known() && f.story.dct.Known() {
		return "a noun without a date of its own"
	}
	if why := a.outside(f.story.dct); why != "" {
		return why
	}
	here := a.date.basis == "own" || a.date.basis == "sentence"
	if a.quoted() && !here {
		return "inside a quotation, without a date of its own"
	}
	if v := a.verb; v != nil && v.Finite && v.Tense == clause.Present && !v.Perfect && !v.Ing && !a.presentTells() && (f.story.dct.Known() || a.status != happened || a.rule == a.b.g.plain) {
		return "generic"
	}
	if a.beyond && a.date.known() && !here && a.date.basis != "explicit" {
		return "its own time lies after its text"
	}
	if a.date.basis == "carried" && !a.nominal && a.timing() {
		return "of the time of something that has no date here"
	}
	return ""
}

// refuseLine is why the line of an act, which it gets here, tells too little, or "".
func (a *act) refuseLine() string {
	if a.head = a.headline(); a.head == "" {
		a.head = a.spareLine()
	}
	head := a.head
	if a.b.runTogether(a.subject) || strings.Contains(head, " | ") {
		return "parts of a page, run together"
	}
	if head == "" {
		return "no headline: it is not clear who acts"
	}
	if a.words() && count(head) < 4 && a.says < 0 && !a.suffices() && !a.upon(a.object) && !(a.leaf.Name == "threat" && !empty(a.object)) && !a.judges() {
		return "words of which nothing is told"
	}
	if a.rule == a.b.g.plain && a.thin(count(head)) {
		return "a verb of no rule, of which too little is told"
	}
	return a.emptyFrame()
}

// judges reports whether words blame or praise somebody who is named, which tells them
// whole: Ruiz blames Chile.
func (a *act) judges() bool {
	return (a.plover == "ACCUSE" || a.plover == "SUPPORT") && !a.passive && a.b.names(a.object)
}

// foretold reports whether "would" only tells of the past what came later, on a day
// of its own before publication: he would be driven out in 1989. Nothing is supposed
// there, and nobody says it.
func (a *act) foretold(dct calendar.Date) bool {
	if a.status != conditional || a.nominal || a.date.basis != "own" || !dct.Known() || a.date.when.Last() >= dct.First() || a.verb.Modality != clause.Conditional || a.verb.Perfect || a.verb.Negated || a.quoted() {
		return false
	}
	b := a.b
	return b.parse.Clauses[a.clause].Kind != clause.Complement && !b.told(a.clause) && !b.hasCondition(a.clause) && !b.is(anImpersonal, a.subject.From)
}

// longest is how many days the stretch may have between whose ends something was done.
const longest = 26 * 366

// fewDays is how many days a meeting may have that is planned by them; what the coming
// week may bring has more.
const fewDays = 5

// plainTells reports whether a verb that no rule knows tells an event: it has
// a date of its own, and is past, or a plan.
func (a *act) plainTells(s *story) bool {
	switch a.date.basis {
	case "own", "sentence", "connective":
	case "carried":
		if !a.main() || a.date.when.Days() > 1 || !a.b.acting(a.subject) && empty(a.patient()) {
			return false
		}
	case "tense":
		if !a.b.live && !(s.daily && a.opensReport()) {
			return false
		}
	default:
		return false
	}
	if a.b.live && a.date.basis != "own" && (!a.b.names(a.subject) || a.b.hasGroup(a.subject, &peopleNouns)) && !a.b.official(a.subject) && !a.complete() {
		return false // a scene: a woman sang in the square
	}
	if a.quoted() && !a.recounts() {
		return false
	}
	if a.date.when.Days() > 366 && (a.date.when.Single() || a.date.basis != "own" || a.date.when.Days() > longest) {
		return false
	}
	switch a.b.parse.Clauses[a.clause].Kind {
	case clause.Condition:
		return false
	case clause.Complement:
		if a.date.basis != "own" || a.status != planned && (a.speech < 0 || a.verb.Tense != clause.Past || a.verb.Modality != clause.Plain) {
			return false
		}
	case clause.Infinitive:
		begun := a.status == happened && a.b.begun(a.clause) != a.clause && (a.date.basis == "own" || a.b.names(a.subject) || a.b.official(a.subject))
		if a.date.basis != "own" && !begun || a.status != planned && !begun && !a.b.heldToHave(a.clause) {
			return false // is to turn, or began to turn
		}
	case clause.Subordinate:
		if a.verb.Tense == clause.Present && !a.verb.Perfect && !(a.b.dct.Known() && a.date.when.First() > a.b.dct.Last() && (a.b.simultaneous(a.clause) || a.date.basis == "own" && a.date.when.Days() <= fewDays)) {
			return false
		}
	}
	if a.status == planned && a.date.when.Days() > 1 && !a.scheduled() && a.date.mod != "ON_OR_BEFORE" {
		return false // what a week may bring
	}
	if a.b.absolute(a.clause, a.verb) && !empty(a.object) {
		return true
	}
	if a.verb.Ing && !a.verb.Finite && a.b.datedGerund(a.clause, a.verb) {
		return a.date.basis == "own"
	}
	if a.verb.Tense == clause.Past || a.verb.Tense == clause.Future || a.verb.Modality == clause.Conditional && a.status == happened || a.verb.Perfect || a.status == planned || a.verb.Passive && !a.verb.Finite || a.verb.Infinite {
		return true
	}
	ahead := a.date.when.First() > a.b.dct.Last() // the present tells what has its day, and what is due
	return ahead && a.date.when.Days() <= 31 || a.date.when.Days() == 1
}

// recounts reports whether somebody tells in a quotation what another one, whom he names,
// did on a day, or in a month or year, that he gives: “Chile froze our assets in 2019.”
func (a *act) recounts() bool {
	v := a.verb
	return a.date.basis == "own" && a.date.when.Single() && v.Finite && v.Tense == clause.Past && !v.Perfect && !v.Ing && v.Modality == clause.Plain && !a.first() && a.b.names(a.subject) && (a.passive || !empty(a.object)) && !a.repeats()
}

// opensReport reports whether an act in the lead of a report, which gives no time,
// tells what the report is about: somebody who is named or counted did something.
func (a *act) opensReport() bool {
	b := a.b
	if k := b.parse.Clauses[a.clause].Kind; k != clause.Main && k != clause.Coordinate || a.status != happened {
		return false
	}
	who := a.subject
	return (a.verb.Tense == clause.Past) != a.verb.Perfect && b.acting(who) && !(who.Len() == 1 && b.is(aPronoun, who.From)) && !b.pointsBack(who)
}

// scheduled reports whether a plan has a month, a season, a quarter or a few days of
// its own, and somebody acts or something is to be done: is to be delivered in the
// spring, meets on 15 and 16 March.
func (a *act) scheduled() bool {
	d := a.date.when
	if a.date.basis == "own" && !d.Single() && d.From.Grain == calendar.Day && d.Days() <= fewDays {
		return true
	}
	if d.Single() && d.Days() <= 366 && a.verb.Infinite && a.fixed() {
		return true
	}
	if a.date.basis == "own" && d.Days() <= 7 && (a.verb.Infinite || a.b.is(aCopula, a.verb.From)) && a.b.acting(a.subject) {
		return true // are to speak next week
	}
	return a.date.basis == "own" && d.Single() && d.From.Grain != calendar.Week && d.Days() <= 92 && (a.passive || a.b.acting(a.subject) || a.verbIs(aPhase) && !a.verb.Ing && !a.b.pointsBack(a.subject))
}

// fixed reports whether it is fixed when something takes place, begins, ends or is done:
// is scheduled to open next year.
func (a *act) fixed() bool {
	b, i := a.b, a.verb.From-1
	if !b.is(aFixing, i) && !(b.is(aFixing, i-1) && b.is(anAdverb, i)) {
		return false
	}
	return a.passive || a.verbIs(aPhase) || a.takesPlace()
}

// emptyFrame is why a frame is too thin for a line of its own: a source that
// is only spoken of, an object that is a pronoun, a verb without any.
func (a *act) emptyFrame() string {
	b := a.b
	if a.nominal || a.tidings() {
		return ""
	}
	if !a.words() && a.leaf.Name != "publication" && a.account() {
		return "a source that is spoken of"
	}
	if o := a.object; o.Len() == 1 && b.is(aThing, o.From) && !a.passive && !b.meansThing(o) && !a.upon(o) && !(a.verbIs(aTwofold) && a.measured()) {
		return "an object that is a pronoun"
	}
	if o := a.object; o.Len() == 1 && b.is(aPatient, o.From) && !a.passive && b.meant(o.From) == "" && !b.unsaid(o.From) && !a.upon(o) {
		return "an object that is a pronoun"
	}
	if a.passive && empty(a.by) && b.demonstrative(a.subject) && a.known() == 0 {
		return "a subject that only points back"
	}
	if a.leaf.Family == "diplomacy" && empty(a.object) && b.ordinalHead(a.subject) && !b.human(a.subject) {
		if who := a.casting(); len(who.actors)+len(who.places) == 0 {
			return "it is not said who met, nor where"
		}
	}
	if v := b.verbOf(a.clause); v != nil && v.Passive && !v.Finite && a.leaf.Name == "visit" && a.verbIs(aMotion) && a.rule.roles == "" && empty(a.object) {
		return "a circumstance: with somebody gone"
	}
	if b.vessel(a.clause) >= 0 {
		return "what only carries the words of its sentence"
	}
	if a.participial() && a.passive && !a.date.known() && a.verbIs(aPresiding) {
		return "a participle that only describes"
	}
	if a.participial() && a.effect() && b.endsOpening(a.clause) {
		return "what the clause in front has done, not the subject behind"
	}
	if a.participial() && a.passive && b.summary(a.subject) {
		return "a summary of the clause before it"
	}
	if b.verbTaken(a.subject) {
		return "a subject that may be a verb"
	}
	if a.rule == b.g.plain && !a.complete() {
		return a.plainFrame()
	}
	return ""
}

// timing reports whether an act only tells when another was, or is told by one
// that began or ended something: ships were trapped when the war broke out.
func (a *act) timing() bool {
	b := a.b
	begins := func(c int) bool { // when the war broke out
		k, v := b.parse.Clauses[c], b.verbOf(c)
		return k.Kind == clause.Subordinate && v != nil && v.Tense == clause.Past && !empty(k.Marker) && b.is(aTiming, k.Marker.To-1) &&
			!b.acting(k.Subject) && b.g.is(aPhase, v.Base)
	}
	if begins(a.clause) {
		return true
	}
	for i := range b.under(a.clause) {
		if b.parse.Clauses[i].From > a.trigger.From && begins(i) {
			return true
		}
	}
	return false
}

// summary reports whether a noun phrase only sums up the clause before it: (in) a
// step, a surprising move.
func (b *block) summary(e sentence.Extent) bool {
	return b.is(anArticle, e.From) && e.Len() <= 4 && b.is(aSummary, e.To-1) && (b.word(e.From-1).Text == "," || b.is(aPreposition, e.From-1))
}

// promised reports whether that an act did not take place is itself news: a
// meeting, a call, a visit.
func (a *act) promised() bool {
	switch a.leaf.Name {
	case "meeting", "call", "visit", "agreement":
		return a.b.parse.Clauses[a.clause].Kind == clause.Main && a.verb != nil && a.verb.Tense == clause.Past
	}
	return false
}

// refuses reports whether somebody of record says that he will not do what
// would help or please: will not lift the ban, will not sign.
func (a *act) refuses() bool {
	v := a.verb
	if v == nil || !v.Negated || !v.Finite || !a.main() || !a.b.speaker(a.agent()) {
		return false
	}
	switch root, _, _ := strings.Cut(a.plover, "-"); root {
	case "RETREAT", "AGREE", "SUPPORT", "AID", "COOPERATE", "CONSULT":
		return v.Tense == clause.Future || v.Tense == clause.Past && root == "RETREAT"
	}
	return false
}

// presentTells reports whether a verb in the present tense tells one event: it
// has a day, or it is the news of the day.
func (a *act) presentTells() bool {
	if !a.date.known() {
		return false
	}
	if a.rule.makes == planned && a.date.basis == "own" {
		return true // the rules are due next year
	}
	if a.date.basis == "tense" || a.date.basis == "explicit" || a.date.basis == "carried" || a.verb.Modality == clause.Conditional && a.status == happened {
		return true
	}
	if a.date.when.Days() > 31 {
		return false
	}
	// he was shot in May, and the man who did it travels on a false passport
	return a.date.basis != "sentence" || !a.b.dct.Known() || a.date.when.Last() >= a.b.dct.First() || !a.pastBefore()
}

// pastBefore reports whether the clause that an act goes on from is told in the past.
func (a *act) pastBefore() bool {
	v := a.b.verbOf(a.b.parse.Clauses[a.clause].Parent)
	return v != nil && v.Finite && v.Tense == clause.Past
}

// words reports whether an act is one of words, which earns a line only under
// conditions of its own.
func (a *act) words() bool { return a.rule.speech || a.leaf.Name == "statement" }

// undated reports whether an act is worth a mention without a date, so that
// merge can join it to what another article dates: it happened, and it is told
// of somebody known by a rule that knows the verb. Mere words are not; a
// disclosure is.
func (f *finder) undated(a *act) bool {
	plain := a.rule == a.b.g.plain
	if !f.story.dct.Known() {
		return !plain && !a.quoted() // nothing is dated in a text without a date
	}
	if plain || a.nominal || a.quoted() || a.status != happened && a.status != reported || a.leaf.Family == "words" && a.leaf.Name != "publication" {
		return false
	}
	switch a.b.parse.Clauses[a.clause].Kind {
	case clause.Condition, clause.Infinitive:
		return false
	}
	if v := a.verb; v.Finite && v.Tense != clause.Past && !v.Perfect || !v.Finite && !v.Passive || a.repeats() {
		return false
	}
	return a.known() > 0
}
