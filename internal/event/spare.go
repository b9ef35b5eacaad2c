package event

import (
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// spareLine is a headline for an act whose sentence dates it and whose own line
// cannot be made, or "". It says less, and nothing that is not there: what was
// done to the object, where who did it is not clear (60 officials are
// expelled); what somebody did to the thing that a relative clause describes;
// the subject without the word that says whose it is.
func (a *act) spareLine() string {
	if a.nominal {
		return a.spareNoun()
	}
	if s := a.sayingLine(); s != "" {
		return s
	}
	if !a.datedHere() || a.verb == nil || !a.verb.Finite || a.quoted() || a.verb.Modality != clause.Plain {
		return ""
	}
	if s := a.ofRelative(); s != "" {
		return s
	}
	if who := a.ownedBy(); who != "" {
		line := newLine(who)
		line.add(a.verbWords(a.b.plural(a.subject)))
		n := line.n
		a.rest(line)
		if line.n > n || a.passive || a.rule != a.b.g.plain && !a.words() {
			a.ownerless = line.n == n && !a.passive && a.b.is(anImpersonal, a.b.bare(a.subject).From)
			return a.finish(line.String())
		}
	}
	s := a.turned()
	a.undergone = s != "" && !a.verbIs(aHollow)
	return s
}

// datedHere reports whether an act has a date that its own sentence gives, no
// coarser than a quarter or one year.
func (a *act) datedHere() bool {
	switch a.date.basis {
	case "own", "sentence", "connective":
		return a.date.when.Days() <= 92 || a.date.when.Single() && a.date.when.From.Grain == calendar.Year
	}
	return false
}

// ownedBy is a subject that begins with a word saying whose it is (its
// regulator, whose employees), without that word, or "".
func (a *act) ownedBy() string {
	b := a.b
	e := b.bare(a.subject)
	if e.Len() < 2 || !b.is(aPossessive, e.From) && !b.is(aWhom, e.From) {
		return ""
	}
	e.From++
	if e.Len() > 1 && b.is(anOwn, e.From) {
		e.From++ // its own shares
	}
	for k := e.From; k < e.To; k++ {
		if b.inVerb(k) {
			return ""
		}
	}
	return b.closed(b.trim(e, 7))
}

// turned is the line of an act that does something to an object that is named,
// told of the object: a summit is called off.
func (a *act) turned() string {
	b := a.b
	if a.passive || empty(a.object) || a.asWhat() && b.kindIs(a.clause, clause.Relative) || a.verb.Negated || b.g.is(aState, a.verb.Base) || b.is(aThing, a.object.From) || b.is(aPronoun, a.object.From) || a.words() || a.leaf.Name == "meeting" || a.leaf.Name == "visit" || b.pointsBack(a.object) {
		return ""
	}
	for k := a.object.From; k < a.object.To; k++ {
		if b.is(aPossessive, k) {
			return "" // most of their tariffs: whose they are is not said
		}
	}
	if o := a.object; o.Len() == 1 && lower(b.Words[o.From].Text) && !b.plural(o) {
		return "" // takes effect, gives way: no object that anything is done to
	}
	if b.is(aTowards, a.trigger.To-1) || a.trigger.Len() > 2 {
		return "" // moved to China, broke ground on a plant
	}
	what := a.naming(a.object)
	part := b.g.forms.Of(a.lemma(), phrase.Part)
	if what == "" || len(part) == 0 {
		return ""
	}
	be := b.g.said("is")
	if b.plural(b.bare(a.object)) {
		be = b.g.said("are")
	}
	line := newLine(what)
	line.add(be + " " + part[0])
	for k := a.verb.Head + 1; k < a.trigger.To; k++ {
		line.add(lowerText(&b.Words[k]))
	}
	a.restWithout(line, a.object)
	return a.finish(line.String())
}

// ofRelative is the line of a relative clause that says what its subject did to
// the thing before it: the freeze that the ministry had ordered.
func (a *act) ofRelative() string {
	b := a.b
	who, what := a.naming(a.subject), a.left()
	if who == "" || empty(what) {
		return ""
	}
	line := newLine(who)
	line.add(a.verbWords(b.plural(b.bare(a.subject))))
	line.add(small(b, b.closed(b.trim(what, 8))))
	a.rest(line)
	return a.finish(line.String())
}

// left is the thing before a relative clause that leaves its object to it, or
// empty: the freeze | that the ministry had ordered.
func (a *act) left() sentence.Extent {
	b := a.b
	k := b.parse.Clauses[a.clause]
	if k.Kind != clause.Relative || a.passive || !empty(a.object) && !a.asWhat() || empty(k.Marker) && !a.unmarked() || a.subject.From < max(k.From, k.Marker.To) || k.Parent < 0 || b.is(aPreposition, k.Marker.From-1) || a.infinitive() || b.is(aWherein, k.Marker.From) || b.is(aWhose, k.Marker.From) {
		return sentence.Extent{} // a hall where they met
	}
	return b.described(k)
}

// unmarked reports whether an act is what the subject of a relative without a marker did to the
// noun before it: the duties | Peru had put on wine. Not: the day it left, the way it grew.
func (a *act) unmarked() bool {
	b, i := a.b, a.b.parse.Clauses[a.clause].From-1
	return i >= 0 && a.verb.Finite && !a.verbIs(anIntransitive) && b.Words[i].Kind == sentence.Letters && lower(b.Words[i].Text) && !b.inVerb(i) && !b.is(aPreposition, i) &&
		!b.is(aUnit, i) && !b.is(aDaily, i) && !b.is(aJuncture, i) && !b.is(aManner, i) && b.expr(i) == nil
}

// asWhat reports whether the object of an act is only what somebody was made: whom Roosevelt
// made secretary of state.
func (a *act) asWhat() bool {
	return a.leaf.Name == "appointment" && lower(a.b.Words[a.object.From].Text) && !a.b.is(aDeterminer, a.object.From) && !a.b.is(aPronoun, a.object.From)
}

// described is the noun phrase that relative clause k describes: the last one
// before its marker, with the noun that an "of", "on" or "against" hangs on.
func (b *block) described(k clause.Clause) sentence.Extent {
	to := k.From
	if !empty(k.Marker) {
		to = k.Marker.From
	}
	if b.word(to-1).Text == "," {
		to--
	}
	from := to
	for from > 0 && b.of(from-1) == k.Parent && !b.inVerb(from-1) && b.Sentence(from-1) == b.Sentence(to-1) {
		w := &b.Words[from-1]
		if w.Kind == sentence.Punct && w.Text != "-" || b.is(aConjunction, from-1) || b.is(aPreposition, from-1) && !b.is(anOf, from-1) && !b.is(anAim, from-1) || b.is(anOf, from-1) && b.is(aParticle, from-2) {
			break
		}
		from--
	}
	for from < to && (b.is(anAdverb, from) || b.is(aPreposition, from)) {
		from++
	}
	if empty(k.Marker) {
		i := to - 1
		for i > from && !b.is(aDeterminer, i) {
			i--
		}
		if from = i; !b.is(aDeterminer, from) && !b.plural(sentence.Extent{From: from, To: to}) {
			return sentence.Extent{} // glad he left
		}
	} else if to-from < 2 && !b.anyName(sentence.Extent{From: from, To: to}) {
		return sentence.Extent{}
	}
	return sentence.Extent{From: from, To: to}
}

// spareNoun is the line of a noun with a date of its own that names nobody: the
// noun with what describes it, without a pronoun that says whose it is, and
// between whom it was where its sentence says so (a misunderstanding between A
// and B after last month's call).
func (a *act) spareNoun() string {
	b := a.b
	if a.date.basis != "own" || a.quoted() {
		return ""
	}
	np := b.nounPhrase(a.trigger)
	for np.From < np.To && (b.is(aDeterminer, np.From) || b.expr(np.From) != nil || possessive(b.word(np.From)) || b.is(anAdverb, np.From) || b.is(aBoth, np.From)) {
		np.From++
	}
	line := newLine(b.plain(np))
	if e := a.pair(); !empty(e) {
		line.add(b.plain(e))
		return a.finish(line.String())
	}
	if who := a.casting(); line.n < 2 || len(who.actors)+len(who.places) == 0 && a.leaf.Family != "diplomacy" {
		return ""
	}
	a.rest(line)
	return a.finish(line.String())
}

// pair is "between A and B" in front of a noun that means people coming
// together, where two actors are named; else it is empty.
func (a *act) pair() sentence.Extent {
	b := a.b
	switch a.leaf.Name {
	case "meeting", "call", "agreement":
	default:
		return sentence.Extent{}
	}
	sent := b.sentenceOf(a.trigger.From)
	for i := a.trigger.From - 1; i >= sent.From; i-- {
		if !b.between(i) {
			continue
		}
		e := sentence.Extent{From: i, To: i}
		refs := b.refsIn(sentence.Extent{From: i, To: min(i+10, a.trigger.From)})
		if len(refs) >= 2 && b.is(aJoiner, refs[0].To) && refs[1].From <= refs[0].To+2 {
			e.To = refs[1].To
		}
		return e
	}
	return sentence.Extent{}
}

// endsOpening reports whether participle clause c stands behind a clause that opens its
// sentence, between commas, before the subject of the clause around both: after the plane was
// shot down, killing nine, Peru closed the port.
func (b *block) endsOpening(c int) bool {
	k := b.parse.Clauses[c]
	if k.Kind != clause.Participial || k.Parent < 0 || b.word(k.From-1).Text != "," || b.parse.Clauses[k.Parent].Subject.From < k.To {
		return false
	}
	for i, x := range b.parse.Clauses {
		if i != c && x.Kind == clause.Subordinate && x.Parent == k.Parent && x.To == k.From-1 {
			return true
		}
	}
	return false
}

// innerName reports whether somebody's name ends noun phrase e behind a noun of things, and so
// is another phrase than that noun: whose shares | Peru bought.
func (b *block) innerName(e sentence.Extent) bool {
	r := b.ref(e.To - 1)
	if r == nil || r.Actor == nil || r.From <= e.From || r.To != e.To || !lower(b.Words[r.From-1].Text) {
		return false
	}
	n := sentence.Extent{From: r.From - 1, To: r.From}
	return !b.is(aTitle, n.From) && !b.official(n) && !b.hasGroup(n, &peopleNouns) && !b.is(aPreposition, n.From) && !b.is(aJoiner, n.From) && !possessive(&b.Words[n.From])
}
