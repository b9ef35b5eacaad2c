package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// most is the length of a headline in words.
const most = 14

// headline composes a line from the act's clause: who, the verb in the
// present, whom and what, where. It says nothing that the sentence does not
// say, and leaves out no negation, modal or number that belongs to the verb.
// It is "" where no sound line can be made.
func (a *act) headline() string {
	if a.nominal {
		return a.nounLine()
	}
	if a.tidings() {
		return a.tidingsLine()
	}
	who := a.whoActs()
	if a.subject.Len() == 1 && a.b.is(aPronoun, a.subject.From) && (a.rule.object.any() || a.rule == a.b.g.plain) && !empty(a.left()) {
		return a.ofRelative() // the island, which it took in 1967
	}
	if a.gap() {
		return ""
	}
	if a.passive && !empty(a.by) && !a.participial() {
		if s := a.activeLine(); s != "" || who == "" {
			return s
		}
	}
	if who == "" && a.rule != a.b.g.plain && !a.words() {
		who = a.trimmed()
	}
	if who == "" {
		return ""
	}
	plural := !a.first() && !a.was() && (a.b.plural(a.b.bare(a.subject)) && !a.b.nameOnly(a.b.bare(a.subject), who) || a.were()) || a.b.joined(who)
	line := newLine(who)
	line.add(a.verbWords(plural))
	if s := a.quotation(newLine(who).left()); s != "" {
		return a.finish(who + ": " + s)
	}
	n := line.n
	if a.object.To <= a.subject.From && a.object.To <= a.trigger.From && !empty(a.object) {
		line.add(a.naming(a.object)) // whom he met
	}
	if whom := a.addressee(); whom != "" {
		if s := a.saidBefore(line.left() - count(whom)); s != "" {
			line.add(whom)
			line.add(s)
			return a.finish(line.String())
		}
	} else if s := a.saidBefore(line.left()); s != "" {
		line.add(s)
		return a.finish(line.String())
	}
	a.rest(line)
	if line.n == n && (a.words() || len(a.rule.needs) > 0 && contains(a.rule.needs, "infinitive")) {
		a.behindAside(line)
	}
	if !a.passive && a.contentChunk() < 0 && (line.n == n || a.leaf.Name == "demand" && line.n-n < a.wants()) {
		a.makeRoom(line, who, plural)
	}
	return a.enough(line, who, n)
}

// whoActs is how a line calls the subject of an act; "" where it cannot.
func (a *act) whoActs() string {
	who := a.naming(a.person(a.subject))
	if a.who != "" {
		who = a.who
	} else if a.owned() && a.b.innerName(a.subject) {
		who = ""
	} else if owner := a.owner(); owner != "" && who != "" {
		who = own(owner) + " " + who
	} else if a.owned() && count(who) == 1 && lower(small(a.b, a.b.Words[a.subject.From].Text)) {
		who = "" // whose phone was hacked: a phone is nobody's
	}
	if e := a.apposed(); !empty(e) && (who == "" || a.b.is(aPossessive, a.subject.From)) {
		who = a.b.trim(e, 4) // its spokesman, Ana Ruiz
	}
	return who
}

// owner is how a line calls whose the subject of a relative clause is: the bank, whose
// chief resigned; "" where that takes more than a few words.
func (a *act) owner() string {
	k := a.b.parse.Clauses[a.clause]
	if !a.owned() || k.Parent < 0 {
		return ""
	}
	if s := a.naming(a.b.described(k)); count(s) <= 4 {
		return s
	}
	return ""
}

// owned reports whether the subject of a relative clause is somebody's: whose chief resigned.
func (a *act) owned() bool {
	k := a.b.parse.Clauses[a.clause]
	return k.Kind == clause.Relative && k.Marker.Len() == 1 && a.b.is(aWhose, k.Marker.From) && a.subject.From == k.Marker.To
}

// enough is a line that says all there is room for, of who acts and the verb in its
// first n words; "" where that tells too little.
func (a *act) enough(line *line, who string, n int) string {
	if k := a.contentChunk(); k >= 0 && a.b.headless(a.chunks[k]) || a.wordless(line) {
		return ""
	}
	if k := a.contentChunk(); k >= 0 && !line.said && (a.words() || line.n == n) && a.tellsFinite(k) {
		short := newLine(who + ":")
		if !a.addContent(short, k) {
			return ""
		}
		return a.finish(short.String())
	}
	if a.asksNothing(line.n - n) {
		return ""
	}
	if line.n == n && a.words() && !line.said && !empty(a.saidAhead()) && !a.suffices() {
		return "" // the port will close, he announces
	}
	if contains(a.rule.needs, "words") && !line.said && len(a.chunks) > 0 && a.b.acting(a.chunks[0].Extent) && a.chunks[0].prep == "" && line.n-n <= 2 {
		return "" // tells him, and nothing that is told
	}
	if (a.words() && a.leaf.Name == "statement" || a.leaf.Name == "publication" && a.rule.speech) && line.n == n && (a.trigger.Len() < 3 || a.b.is(aThing, a.trigger.From+1) && a.verbIs(aLetting)) && !a.suffices() {
		return "" // says, and nothing that is said
	}
	return a.finish(line.String())
}

// suffices reports whether words with a time of their own are told by their verb alone:
// she apologised on Wednesday.
func (a *act) suffices() bool {
	return !a.nominal && a.date.basis == "own" && (a.status == planned || a.verbIs(aSufficing))
}

// behindAside adds what an aside behind the verb parts from it: threatened, in a letter of
// May, to close the port.
func (a *act) behindAside(l *line) {
	b, open := a.b, false
	for i, ch := range a.chunks {
		switch {
		case !ch.comma && open:
		case !ch.comma && !ch.time:
			return
		case !ch.comma:
		case !open:
			open = true
		case b.is(aPurpose, ch.From) && b.word(ch.From-1).Text == "," || b.is(anOf, ch.From) || b.is(aWith, ch.From):
			e := ch.Extent
			for _, next := range a.chunks[i+1:] {
				if next.comma || next.time || b.is(aRelative, next.From) || next.From != e.To {
					break
				}
				e.To = next.To
			}
			if s := b.closed(b.trim(e, most-l.n)); count(s) > 1 {
				l.add(s)
			}
			return
		default:
			return
		}
	}
}

// wordless reports whether a verb that says nothing without its words stands
// without them: tells reporters, says in a statement.
func (a *act) wordless(l *line) bool {
	if l.said || !a.words() || !a.verbIs(aWordy) || a.contentChunk() >= 0 {
		return false
	}
	for _, ch := range a.chunks {
		if a.b.is(aTopical, ch.From) || ch.clause != a.clause && !ch.comma {
			return false
		}
	}
	return true
}

// trimmed is a subject that points to a person or thing before, as it stands:
// her husband, ten of them. A bare pronoun is none.
func (a *act) trimmed() string {
	b := a.b
	e := b.bare(a.subject)
	if e.Len() < 2 || possessive(b.word(e.From)) || b.is(aThing, e.From) && !b.elliptic(e) || !(b.is(aPossessive, e.From) && b.is(aPersonal, e.From)) && !b.elliptic(e) {
		return ""
	}
	for k := e.From; k < e.To; k++ {
		if b.inVerb(k) {
			return ""
		}
	}
	return b.closed(b.trim(e, 7))
}

// activeLine turns a passive with "by": the source acts.
func (a *act) activeLine() string {
	if a.furtherBy() {
		return ""
	}
	who := a.naming(a.by)
	what := small(a.b, a.naming(a.subject))
	if who == "" || what == "" {
		return ""
	}
	line := newLine(who)
	line.add(a.b.prefix(a.verb.Head) + a.presentOf(a.lemma(), a.b.plural(a.b.core(a.by))))
	particle, to := "", min(a.trigger.To, a.by.From-1)
	for k := a.verb.Head + 1; k < to; k++ {
		particle = strings.TrimLeft(particle+" "+lowerText(&a.b.Words[k]), " ")
	}
	if to == a.by.From-1 || a.b.is(aPreposition, to) || a.b.expr(to) != nil || !a.b.is(aPreposition, to-1) {
		line.add(particle) // calls off the visit
		particle = ""
	}
	line.add(what)
	line.add(particle) // escorts the envoy to his hotel
	a.restWithout(line, a.by)
	return a.finish(line.String())
}

// nameOnly reports whether who, which a line calls the noun phrase e, is the person's or
// body's name at its end alone: the findings of the | Nordhal Study.
func (b *block) nameOnly(e sentence.Extent, who string) bool {
	return !empty(e) && b.fullName(e.To-1) != "" && (e.Len() <= 2 || count(who) <= e.Len()-2)
}

// furtherBy reports whether what stands behind the source of a passive belongs to it
// and would, in an active line, stand with what was acted upon: was launched by a man
// called Smith, was prompted by attempts to leave, by the sinking of a ship off Lima.
func (a *act) furtherBy() bool {
	b := a.b
	for _, ch := range a.chunks {
		if ch.From != a.by.To {
			continue
		}
		switch b.parse.Clauses[ch.clause].Kind {
		case clause.Participial:
			v := b.verbOf(ch.clause)
			return ch.clause != a.clause && v != nil && v.From == ch.From && v.Passive
		case clause.Infinitive:
			v := b.verbOf(ch.clause)
			return ch.clause != a.clause && v != nil && b.governing(a.by, v)
		}
		return ch.prep != "" && !ch.time && !ch.comma && b.actOf(a.by)
	}
	return false
}

// actOf reports whether a noun phrase is something, and nobody, of something: the sinking of
// the ship, but not the mayor of Lima.
func (b *block) actOf(e sentence.Extent) bool {
	for i := e.From + 1; i < e.To; i++ {
		if b.is(anOf, i) {
			return !b.acting(sentence.Extent{From: e.From, To: i})
		}
	}
	return false
}

// nounLine is the noun phrase itself: Chile's invasion of Peru.
func (a *act) nounLine() string {
	b := a.b
	np := b.nounPhrase(a.trigger)
	for np.From < np.To && (b.is(aDeterminer, np.From) && !b.is(aPossessive, np.From) || b.expr(np.From) != nil || possessive(b.word(np.From)) || b.is(anAdverb, np.From) || b.is(aRelative, np.From) || b.is(aBoth, np.From)) {
		np.From++
	}
	if b.is(aBounding, np.From) && b.is(aPreposition, np.From-1) {
		np.From-- // at least four marches
	}
	if b.is(aPossessive, np.From) {
		if who := a.naming(sentence.Extent{From: np.From, To: np.From + 1}); who != "" && b.onePerson(a.trigger.From) {
			line := newLine(own(who))
			np.From++
			line.add(b.plain(np))
			a.rest(line)
			return a.finish(line.String())
		}
		np.From++
	}
	told := a.presented() || a.date.known() && a.isOn()
	line := newLine(b.plain(np))
	if a.rest(line); line.n == 1 && told && b.is(anArticle, np.From-1) {
		line = newLine(lowerText(&b.Words[np.From-1]) + " " + line.s)
	}
	e := sentence.Extent{From: np.From, To: np.To}
	for _, ch := range a.chunks {
		if !ch.comma && ch.clause == a.clause {
			e.To = max(e.To, ch.To)
		}
	}
	if line.n < 2 || !b.anyName(e) && !(line.n > 2 && a.ownSense()) && !told {
		return ""
	}
	return a.finish(line.String())
}

// ownSense reports whether a noun act means enough without a name: it is of a kind
// that does, has a day or month of its own or by a count from another, and a phrase says
// of whom or where it was: the seizure of the embassy in May.
func (a *act) ownSense() bool {
	if !a.rule.bare || a.b.inVerb(a.trigger.From-1) || a.date.basis != "own" && a.date.basis != "connective" || a.date.when.Days() > 31 || a.quoted() || a.status != happened {
		return false
	}
	for i, ch := range a.chunks {
		if !ch.time && !ch.comma && ch.clause == a.clause {
			return (a.b.is(anOf, ch.From) || a.b.is(aWhere, ch.From) || i == 0 && a.b.is(anOf, a.trigger.To-1)) && (a.b.common(ch.Extent) || a.b.office(ch.Extent))
		}
	}
	return false
}
