package event

import (
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
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
	who := a.naming(a.person(a.subject))
	if a.who != "" {
		who = a.who
	}
	if e := a.apposed(); !empty(e) && (who == "" || a.b.is(aPossessive, a.subject.From)) {
		who = a.b.trim(e, 4) // its spokesman, Ana Ruiz
	}
	if a.subject.Len() == 1 && a.b.is(aPronoun, a.subject.From) && (len(a.rule.object) > 0 || a.rule == a.b.g.plain) && !empty(a.left()) {
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
	plural := !a.first() && (a.b.plural(a.b.bare(a.subject)) && a.b.fullName(a.b.bare(a.subject).To-1) == "" || a.were()) || a.b.joined(who)
	line := newLine(who)
	line.add(a.verbWords(plural))
	if s := a.quotation(newLine(who).left()); s != "" {
		return a.finish(who + ": " + s)
	}
	n := line.n
	if a.object.To <= a.subject.From && a.object.To <= a.trigger.From && !empty(a.object) {
		line.add(a.naming(a.object)) // whom he met
	}
	if s := a.saidBefore(line.left()); s != "" {
		line.add(s)
		return a.finish(line.String())
	}
	a.rest(line)
	if k := a.contentChunk(); k >= 0 && a.b.headless(a.chunks[k]) || a.wordless(line) {
		return ""
	}
	if k := a.contentChunk(); k >= 0 && !line.said && (a.words() || line.n == n) {
		short := newLine(who + ":")
		if !a.addContent(short, k) {
			return ""
		}
		return a.finish(short.String())
	}
	if contains(a.rule.needs, "words") && !line.said && len(a.chunks) > 0 && a.b.acting(a.chunks[0].Extent) && a.chunks[0].prep == "" && line.n-n <= 2 {
		return "" // tells him, and nothing that is told
	}
	if (a.words() && a.leaf.Name == "statement" || a.leaf.Name == "publication" && a.rule.speech) && line.n == n && a.trigger.Len() < 3 {
		return "" // says, and nothing that is said
	}
	return a.finish(line.String())
}

// headless reports whether what is said begins with its verb, or with what
// belongs to words before it: its subject stands elsewhere.
func (b *block) headless(ch chunk) bool {
	if ch.time {
		return true
	}
	v := b.verbOf(ch.clause)
	if b.word(ch.From+1).Kind == sentence.Number {
		return false // about 100 people took part
	}
	return v != nil && v.Finite && v.From == ch.From || ch.prep != "" && !b.is(aBy, ch.From) && !b.is(anOpener, ch.From) && b.Quote(ch.From) < 0 && (v == nil || ch.To > v.From)
}

// wordless reports whether a verb that says nothing without its words stands
// without them: tells reporters, says in a statement.
func (a *act) wordless(l *line) bool {
	if l.said || !a.words() || !a.b.g.is(aWordy, sentence.Word{Text: a.lemma()}) || a.contentChunk() >= 0 {
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
	if e.Len() < 2 || possessive(b.word(e.From)) || b.is(aThing, e.From) || !(b.is(aPossessive, e.From) && b.is(aPersonal, e.From)) && !b.elliptic(e) {
		return ""
	}
	for k := e.From; k < e.To; k++ {
		if b.inVerb(k) {
			return ""
		}
	}
	return b.closed(b.trim(e, 7))
}

// person is the subject of a relative clause with who: the name that ends the
// words before it, not the thing that it belongs to.
func (a *act) person(e sentence.Extent) sentence.Extent {
	k := a.b.parse.Clauses[a.clause]
	if k.Kind != clause.Relative || empty(k.Marker) || !a.b.is(aWhom, k.Marker.From) {
		return e
	}
	for i := e.To - 1; i >= e.From; i-- {
		if r := a.b.ref(i); r != nil && r.Actor != nil && r.Actor.Kind == actor.Person && r.From >= e.From {
			return sentence.Extent{From: r.From, To: e.To}
		}
	}
	return e
}

// gap reports whether a relative clause leaves its object to the words before
// it (the piano that his mother bought), or may hang on either of two nouns
// (the return of the council, which …): then its own words are no line.
func (a *act) gap() bool {
	k := a.b.parse.Clauses[a.clause]
	if k.Kind != clause.Relative || empty(k.Marker) {
		return false
	}
	if a.were() && !a.b.plural(a.b.bare(a.subject)) && a.subject.From < k.From {
		return true // the talks on a treaty that were put off
	}
	if a.subject.From >= k.From {
		if !empty(a.object) && a.object.To <= k.From || a.b.is(aPreposition, k.Marker.From-1) || a.b.is(aPreposition, k.Marker.From) {
			return false
		}
		return a.subject.From > k.Marker.From && !a.b.is(aPronoun, a.subject.From)
	}
	before := a.subject.From - 1
	for a.b.is(aDeterminer, before) {
		before--
	}
	return a.b.word(k.Marker.From-1).Text == "," && (a.b.is(anOf, before) || a.b.is(aConjunction, before) || a.b.is(aBetween, before)) && !a.b.is(aWhom, k.Marker.From)
}

// activeLine turns a passive with "by": the source acts.
func (a *act) activeLine() string {
	who := a.naming(a.by)
	what := small(a.b, a.naming(a.subject))
	if who == "" || what == "" {
		return ""
	}
	line := newLine(who)
	line.add(a.presentOf(a.lemma(), a.b.plural(a.b.core(a.by))))
	particle, to := "", min(a.trigger.To, a.by.From-1)
	for k := a.verb.Head + 1; k < to; k++ {
		particle = strings.TrimLeft(particle+" "+lowerText(a.b.Words[k]), " ")
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

// nounLine is the noun phrase itself: Chile's invasion of Peru.
func (a *act) nounLine() string {
	b := a.b
	np := b.nounPhrase(a.trigger)
	for np.From < np.To && (b.is(aDeterminer, np.From) && !b.is(aPossessive, np.From) || b.expr(np.From) != nil || possessive(b.word(np.From)) || b.is(anAdverb, np.From)) {
		np.From++
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
	line := newLine(b.plain(np))
	a.rest(line)
	e := sentence.Extent{From: np.From, To: np.To}
	for _, ch := range a.chunks {
		if !ch.comma && ch.clause == a.clause {
			e.To = max(e.To, ch.To)
		}
	}
	if line.n < 2 || !b.anyName(e) && !(line.n > 2 && a.ownSense()) {
		return ""
	}
	return a.finish(line.String())
}

// ownSense reports whether a noun act means enough without a name: it is of a kind
// that does, has a day or month of its own, and a phrase says of whom or where it was:
// the seizure of the embassy in May.
func (a *act) ownSense() bool {
	if !a.rule.bare || a.b.inVerb(a.trigger.From-1) || a.date.basis != "own" || a.date.when.Days() > 31 || a.quoted() || a.status != happened {
		return false
	}
	for i, ch := range a.chunks {
		if !ch.time && !ch.comma && ch.clause == a.clause {
			return (a.b.is(anOf, ch.From) || a.b.is(aWhere, ch.From) || i == 0 && a.b.is(anOf, a.trigger.To-1)) && a.b.common(ch.Extent)
		}
	}
	return false
}

// rest adds the phrases after the trigger, as many as there is room for.
func (a *act) rest(l *line) { a.restWithout(l, sentence.Extent{}) }

// restWithout adds them but for what overlaps skip.
func (a *act) restWithout(l *line, skip sentence.Extent) {
	b := a.b
	content := a.contentChunk()
	before := *l // the line without its last phrase
	verb := a.verbBehind()
	for i, ch := range a.chunks {
		if ch.From >= verb {
			break
		}
		ch.To = min(ch.To, verb)
		if ch.time && (ch.clause == a.clause || a.dates(ch)) || !empty(skip) && ch.Overlaps(skip) || b.is(anAdverb, ch.From) && ch.Len() == 1 || ch.Overlaps(a.subject) {
			continue
		}
		if i == 0 && !a.nominal && ch.From == a.verb.Head+1 && (ch.Len() <= 2 || ch.time) && a.particled() {
			continue // the verb has it
		}
		if ch.prep == "" && a.measures(i) {
			if b.is(aConnective, ch.To) {
				break
			}
			continue
		}
		if i < content && (ch.prep != "" || ch.comma || b.participle(ch.clause) && ch.clause != a.clause) {
			continue // told reporters in Bonn that …: what is said matters more
		}
		if i == content {
			a.addContent(l, i)
			break
		}
		if a.nominal && ch.prep == "" && !b.is(anOf, ch.From) && !(i == 0 && b.is(aPreposition, a.trigger.To-1)) {
			break // the noun phrase is over
		}
		if ch.comma && !a.listGoesOn(i) || ch.clause != a.clause && !a.headlineTakes(ch) {
			break
		}
		if (b.is(aRelative, ch.From) && !b.demonstrates(ch.From) || b.is(aConjunction, ch.From)) && ch.prep == "" && !a.listGoesOn(i) {
			break
		}
		if ch.prep != "" && ch.Len() == 1 && i+1 < len(a.chunks) && b.is(aThat, a.chunks[i+1].From) {
			break // on that occasion: what belongs together is told apart
		}
		if ch.prep != "" && ch.Len() == 2 && b.is(aThing, ch.From+1) || b.is(aDaily, ch.To-1) && ch.prep != "" && ch.Len() <= 3 && i+1 < len(a.chunks) && a.chunks[i+1].time {
			continue // speak of it by phone; for the days from 9 to 11 May
		}
		s := b.closed(b.chunkText(ch))
		if s == "" || ch.prep != "" && b.bareDays(s) {
			continue
		}
		if l.n+count(s) > most {
			switch {
			case ch.prep == "" && i == 0:
				l.add(b.closed(b.fit(ch, most-l.n)))
			case b.is(aPurpose, ch.From) && i > 0 && a.chunks[i-1].prep != "":
				*l = before // in an attempt: the phrase wants what has no room
			}
			break
		}
		if i+1 < len(a.chunks) && i > 0 && b.is(aPurpose, ch.From) && b.complements(a.chunks[i+1], ch) && l.n+count(s)+count(b.closed(b.chunkText(a.chunks[i+1]))) > most {
			break // to make clear: what is made clear has no room
		}
		if i+1 < len(a.chunks) && b.purposeOnly(ch) && b.leans(ch, a.chunks[i+1]) && l.n+count(s)+count(b.closed(b.chunkText(a.chunks[i+1]))) > most {
			break // to call: the verb leans on what has no room
		}
		before = *l
		if ch.comma && a.listGoesOn(i) && !b.is(aConjunction, ch.From) {
			l.s += ","
		}
		l.add(s)
	}
}

// dates reports whether a time phrase of an infinitive says when the act was,
// and not when what is planned is to be: tried to land on Friday.
func (a *act) dates(ch chunk) bool {
	x := a.b.expr(ch.To - 1)
	if x == nil || x.When != a.date.when || a.b.parse.Clauses[ch.clause].Kind != clause.Infinitive && !a.gerund(ch.clause) || a.verb == nil {
		return false
	}
	return !slices.ContainsFunc(a.b.opsAt(a.verb, "infinitive"), func(m match) bool { return a.b.g.rules[m.Rule].makes == planned })
}

// gerund reports whether clause c is a gerund that the act's verb governs, right
// behind it.
func (a *act) gerund(c int) bool {
	v := a.b.verbOf(c)
	return v != nil && v.Ing && !v.Finite && v.From == a.trigger.To && a.b.parse.Clauses[c].Parent == a.clause
}

// measures reports whether chunk i says how long before or after something an act
// was, which the rest of the line does not tell: crashed minutes after taking off.
func (a *act) measures(i int) bool {
	b, ch := a.b, a.chunks[i]
	n := ch.To
	if x := b.expr(ch.To - 1); !(x != nil && x.From == ch.From || ch.Len() <= 2 && (b.is(aUnit, ch.To-1) || ch.Len() == 1 && b.is(aWhile, ch.From))) {
		return false
	}
	return b.is(aConnective, n) || b.is(anAgo, n) || ch.Len() == 1 && b.is(aWhile, ch.From)
}

// complements reports whether chunk next begins what is said by the clause of ch.
func (b *block) complements(next, ch chunk) bool {
	k := b.parse.Clauses[next.clause]
	return k.Kind == clause.Complement && k.From == next.From && k.Parent == b.of(ch.To-1)
}

// participle reports whether clause c is one that a bare participle opens.
func (b *block) participle(c int) bool { return b.parse.Clauses[c].Kind == clause.Participial }

// demonstrates reports whether the "that" at word i points at the noun behind it and
// opens no clause: reversed that policy.
func (b *block) demonstrates(i int) bool {
	k := b.parse.Clauses[b.of(i)]
	return b.is(aThat, i) && k.Marker.From != i && b.inVerb(i-1) && b.word(i+1).Kind == sentence.Letters && k.Verb >= 0 && b.parse.Verbs[k.Verb].To == i
}

// verbBehind is the verb whose subject a noun act is, or behind all words: the
// accord between Chile and Peru | lapses.
func (a *act) verbBehind() int {
	if v := a.b.verbOf(a.clause); a.nominal && v != nil && v.From >= a.trigger.To {
		return v.From
	}
	return len(a.b.Words)
}

// purposeOnly reports whether a chunk is no more than an infinitive.
func (b *block) purposeOnly(ch chunk) bool { return b.is(aPurpose, ch.From) && ch.Len() == 2 }

// bareDays reports whether a phrase names a stretch without its length or its
// days, which stood in an expression: for the days from … to ….
func (b *block) bareDays(s string) bool {
	w := strings.Fields(s)
	return len(w) > 1 && b.g.is(aDaily, sentence.Word{Text: w[len(w)-1]}) && (len(w) == 2 || len(w) == 3 && b.g.is(aDefinite, sentence.Word{Text: w[1]}))
}

// listGoesOn reports whether chunk i is a further member of the list that the
// chunk before it began.
func (a *act) listGoesOn(i int) bool {
	if i == 0 || empty(a.object) {
		return false
	}
	return a.object.Contains(a.chunks[i].Extent)
}

// headlineTakes reports whether a clause inside belongs into the headline:
// what is said or asked, and what somebody is to do.
func (a *act) headlineTakes(ch chunk) bool {
	for k := ch.clause; k >= 0 && k != a.clause; k = a.b.parse.Clauses[k].Parent {
		switch a.b.parse.Clauses[k].Kind {
		case clause.Infinitive:
		case clause.Complement:
		case clause.Condition:
			if a.status != threatened {
				return false
			}
		case clause.Participial:
			if a.gerund(k) && !ch.comma {
				continue // ruled out putting in more money
			}
			if a.b.is(aPreposition, ch.From) || ch.comma {
				return a.b.is(aGerund, ch.From)
			}
		default:
			return false
		}
	}
	return true
}

// chunkText is a chunk for a headline.
func (b *block) chunkText(ch chunk) string {
	e := ch.Extent
	if one := (sentence.Extent{From: e.From, To: e.From + 1}); b.meansThing(one) {
		return small(b, b.antecedent(e.From)) + " " + b.trim(sentence.Extent{From: e.From + 1, To: e.To}, most+1)
	}
	if e.Len() == 1 && b.is(aPatient, e.From) {
		if b.unsaid(e.From) {
			return lowerText(b.Words[e.From]) // who it is would be a guess
		}
		return b.meant(e.From)
	}
	if e.Len() == 2 && ch.prep != "" && b.is(aPatient, e.From+1) && b.named(e.From+1) {
		return b.withNames(e)
	}
	for i := e.From; i < e.To; i++ {
		if b.is(aRelative, i) && i > e.From && (b.of(i) != b.of(e.From) || !b.is(aPreposition, i-1) && !b.is(aConjunction, i-1)) {
			e.To = i
			break
		}
	}
	if b.is(aThat, e.From) && e.Len() > 1 && !b.demonstrates(e.From) {
		e.From++
	}
	return b.trim(e, most+1)
}

// fit is as much of a chunk as has room and can stand: up to an "of", an
// "and", or its whole first phrase.
func (b *block) fit(ch chunk, n int) string {
	if n < 2 {
		return ""
	}
	best := ""
	for i := ch.From + 1; i < ch.To; i++ {
		if b.Words[i].Text == "," || b.is(aJoiner, i) || b.is(aPreposition, i) {
			s := b.trim(sentence.Extent{From: ch.From, To: i}, most+1)
			if count(s) <= n {
				best = s
			}
		}
	}
	return best
}
