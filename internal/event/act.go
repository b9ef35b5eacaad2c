package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// act is a trigger with its frame, on its way to a mention.
type act struct {
	b       *block
	rule    *rule
	trigger sentence.Extent
	clause  int // innermost clause of the trigger, or -1
	verb    *clause.Verb
	of      *clause.Verb // whose base form word is (base)
	word    sentence.Word
	nominal bool
	passive bool

	subject sentence.Extent // of the verb, or of the one that owns the noun
	object  sentence.Extent
	by      sentence.Extent
	chunks  []chunk
	stray   int // the particle of the verb behind its object, or 0

	leaf   *Leaf
	plover string
	status state
	cues   []sentence.Extent // the words that say so
	speech int               // the speech it is told in, or -1
	says   int               // the speech that it introduces, or -1
	point  sentence.Extent   // of what is said: the words that make it a threat
	about  *act              // of words: the act that gives them their root
	date   dating
	halted string // why the story's date is not its own (halts.go)
	expr   int    // its expression in b.exprs, or -1
	ensued bool   // it was not so until its date, which is when it came (atLast)
	beyond bool   // it is past, and the day that its clause says for it is not (offer)
	head   string // its headline, once it is not refused
	// undergone says that the headline tells what was done, and not who did it.
	undergone bool
	// ownerless says that it leaves out whose the subject is, which would be a guess.
	ownerless bool

	again sentence.Extent // of an act without its verb: the words that tell it (gapped.go)
	who   string          // and its subject, where a word only stands for the noun
	end   int             // where such an act begins behind this one; 0 for nowhere
}

// dating is when an act was, and which rule says so.
type dating struct {
	when  calendar.Range
	mod   string
	basis string
}

// known reports whether there is a date.
func (d dating) known() bool { return d.when.Known() }

// acts finds the triggers of a block: one for each verb group, and the nouns
// that tell an event by themselves.
func (b *block) acts() []*act {
	first := len(b.room.told)
	out := b.room.told
	taken := b.room.words(len(b.Words)) // words that the frame of a verb uses up
	for ci := range b.parse.Clauses {
		if a := b.verbAct(ci); a != nil {
			out = append(out, a)
			b.consume(a, taken)
		}
	}
	for _, m := range b.matches[onNominal] {
		if taken[m.From] || b.expr(m.From) != nil && b.expr(m.From).To >= m.To || b.covered(out[first:], m) {
			continue
		}
		r := &b.g.rules[m.Rule]
		if a := b.nominalAct(m, r); a != nil {
			out = append(out, a)
			for i := m.From; i < m.To; i++ {
				taken[i] = true
			}
			if r.object.any() { // the postponement of a summit is no summit
				for i := a.object.From; i < a.object.To; i++ {
					taken[i] = true
				}
			}
		}
	}
	b.room.told = out
	out = out[first:len(out):len(out)]
	sortActs(out)
	return out
}

// covered reports whether a longer match of a noun rule begins at the same
// word, or an act stands there already.
func (b *block) covered(acts []*act, m match) bool {
	for _, a := range acts {
		if a.trigger.From < m.To && m.From < a.trigger.To {
			return true
		}
	}
	return false
}

// consume marks the nouns by which a verb rule knew its event: "held talks"
// is one event, not two.
func (b *block) consume(a *act, taken []bool) {
	mark := func(e sentence.Extent) {
		for i := e.From; i < e.To && i < len(taken); i++ {
			taken[i] = true
		}
	}
	if a.rule.object.any() {
		if at, ok := b.findGroup(&a.rule.object, a.patient()); ok {
			mark(at)
		}
		mark(a.object)
	}
	if a.rule.subject.any() {
		mark(a.subject)
	}
	if a.rule.near.any() {
		if at, ok := b.findGroup(&a.rule.near, a.extent()); ok {
			mark(at)
		}
	}
}

// verbAct is the act of the verb of clause ci by the rule that asks for most,
// or nil.
func (b *block) verbAct(ci int) *act {
	v := b.verbOf(ci)
	if v == nil || v.Infinite && b.let(ci) {
		return nil
	}
	var best, a *act       // the one that holds, and the one that is tried
	var at sentence.Extent // the words that the latter was framed for
	for m := range b.ofVerb(ci, v) {
		r := &b.g.rules[m.Rule]
		e := sentence.Extent{From: m.From, To: m.To}
		if !b.mayTell(r) || best != nil && !best.yields(r, e.Len()) {
			continue
		}
		if a == nil || a == best || e != at {
			b.room.drop(a, best)
			a, at = b.frame(ci, v, e, r), e
		}
		a.rule, a.leaf, a.plover = r, r.leaf, r.plover
		if (best == nil || best.yields(r, a.trigger.Len())) && a.holds() {
			best = a
		}
	}
	b.room.drop(a, best)
	if best == nil || best.rule.speech && best.leaf.Name == "statement" && v.Passive && !v.Finite && empty(best.by) && best.says < 0 && !best.tellsWhat() {
		best = b.plainAct(ci, v) // recalled to Moscow in March: no words
	}
	if best != nil && !b.g.is(aTidings, v.Base) && b.takesTo(ci, v) {
		return nil
	}
	return best
}

// takesTo reports whether verb v of clause ci means nothing, and neither does its
// subject: it took the fall of a bank to wake them.
func (b *block) takesTo(ci int, v *clause.Verb) bool {
	s, lemma := b.parse.Clauses[ci].Subject, v.Base
	return s.Len() == 1 && !v.Passive && b.is(anImpersonal, s.From) && b.g.is(aHollow, lemma) && (b.expletive(ci) || b.g.is(aCosting, lemma) && b.toDo(ci))
}

// toDo reports whether an infinitive hangs on clause ci, over others or directly.
func (b *block) toDo(ci int) bool {
	for i := range b.behind(ci) {
		if b.parse.Clauses[i].Kind == clause.Infinitive && b.hangs(i, ci) {
			return true
		}
	}
	return false
}

// yields reports whether a rule with a trigger of n words is preferred to an
// act's own: one that asks for more, then the longer trigger; of equals the
// first stays.
func (a *act) yields(r *rule, n int) bool {
	if r.weight != a.rule.weight {
		return r.weight > a.rule.weight
	}
	return n > a.trigger.Len()
}

// frame is the act that verb v of clause ci tells by rule r, whose words stand at
// at: with its subject, the chunks behind it, its object and who it was done by.
func (b *block) frame(ci int, v *clause.Verb, at sentence.Extent, r *rule) *act {
	for r != b.g.plain && at.To > v.Head+1 && b.is(aPreposition, at.To-1) && !b.is(aDue, at.To-1) && b.expr(at.To) != nil {
		at.To-- // agreed on Monday to: the preposition belongs to the day
	}
	v = b.voiced(ci, v)
	a := b.room.act()
	*a = act{b: b, rule: r, trigger: at, clause: ci, verb: v, passive: v.Passive, leaf: r.leaf, plover: r.plover, speech: -1, says: -1, expr: -1}
	a.subject = b.weAre(b.apposedTo(ci, b.parse.Clauses[ci].Subject), v)
	if k := b.parse.Clauses[ci]; k.Kind == clause.Participial && v.Ing && k.Parent >= 0 {
		if b.hasGroup(a.subject, &paperNouns) && !b.names(a.subject) && !empty(b.parse.Clauses[k.Parent].Subject) {
			a.subject = b.parse.Clauses[k.Parent].Subject // passed a resolution condemning: who passed it condemns
		}
	}
	a.subject = b.memberOf(ci, v, a.subject)
	if k := b.parse.Clauses[ci]; k.Kind == clause.Infinitive && k.Parent >= 0 && b.governing(a.subject, v) {
		a.subject = b.parse.Clauses[k.Parent].Subject // accepted an invitation to visit
	}
	if s := a.subject; b.parse.Clauses[ci].Kind == clause.Infinitive && s.Len() > 1 && s.To == v.From && b.is(aPending, s.To-1) {
		a.subject.To-- // talks set to begin
	}
	if e := b.toBe(ci, v); !empty(e) && a.subject.To <= e.From {
		a.subject = e // the forum, to be held in June
	}
	if v.Passive && !v.Finite && b.is(anArranged, v.Head) {
		a.subject = b.calledOff(a.subject)
	}
	a.chunks = b.tail(ci, at.To)
	if !v.Passive && len(a.chunks) > 1 && a.chunks[0].comma {
		a.chunks = b.behindSetOff(ci, at.To, a.chunks)
	}
	if p := b.strayAt(v, a.chunks); p > 0 && at.To == v.Head+1 && !b.keepsBeside(a.chunks[0], p) {
		a.stray, a.chunks = p, b.withoutStray(a.chunks, p)
	}
	a.object = objectOf(a.chunks, ci, b)
	if !v.Passive && b.is(aJoiner, at.To) && b.inVerb(at.To+1) {
		if both := b.shared(ci, v, at.To+1); len(both) > 0 {
			a.chunks, a.object = both, objectOf(both, ci, b)
		}
	}
	if empty(a.object) && len(a.chunks) > 0 && b.is(aPreposition, at.To-1) {
		a.object = a.chunks[0].Extent
	}
	if o := a.object; o.Len() == 2 && b.is(anActed, o.From) && lower(b.Words[o.To-1].Text) && !b.is(aDeterminer, o.To-1) && !b.is(aPossessive, o.To-1) {
		a.object.To = o.From + 1 // left them unchanged
	}
	if a.passive {
		a.by = agentBy(a.chunks, ci, b)
	} else if empty(a.object) {
		a.object = b.whom(ci)
	}
	return a
}

// apposedTo is the subject e of a relative clause or a participle, or, where that is an
// office which only says who somebody is, his name before it: Ana Ruiz, the head of the
// bank, who was arrested; Juan Vega, a pilot jailed in May.
func (b *block) apposedTo(ci int, e sentence.Extent) sentence.Extent {
	k := b.parse.Clauses[ci]
	if from := b.parse.Clauses[b.goesOnFrom(ci)].Kind; k.Kind != clause.Relative && from != clause.Participial || empty(e) || e.To > k.From || e.From < 2 || b.Words[e.From-1].Text != "," || b.Sentence(e.From-2) != b.Sentence(e.From) || !b.is(anArticle, e.From) {
		return e
	}
	if r := b.ref(e.From - 2); r != nil && r.Actor != nil && r.Actor.Kind == actor.Person && r.Via != actor.ByPronoun && !b.hasKind(e, actor.Person) && b.human(e) {
		return r.Extent
	}
	return e
}

// weAre is who "we" are, where e is that and says so between two commas in front of verb v: We,
// the ministers of Peru and Chile, have met. Else it is e.
func (b *block) weAre(e sentence.Extent, v *clause.Verb) sentence.Extent {
	if e.Len() == 0 || !b.is(aFirst, e.From) || b.word(e.From+1).Text != "," || !b.is(anArticle, e.From+2) || b.Quote(e.From) >= 0 {
		return e
	}
	for i := e.From + 3; i < v.From; i++ {
		switch {
		case b.inVerb(i):
			return e
		case b.Words[i].Text == "," && i+1 == v.From:
			return sentence.Extent{From: e.From + 2, To: i}
		}
	}
	return e
}

// governing reports whether a noun phrase ends with the noun that governs the
// infinitive behind it, and so is not its subject: an invitation to visit.
func (b *block) governing(e sentence.Extent, v *clause.Verb) bool {
	if empty(e) || e.To > v.From || v.From-e.To > 1 {
		return false
	}
	for m := range b.operators(overInfinitive, sentence.Extent{From: e.To - 1, To: v.From + 1}) {
		if m.From == e.To-1 {
			return true
		}
	}
	return false
}

// whom is the name before a relative clause whose object it is: the envoy Ana
// Ruiz, whom he met on Friday. It is empty where no name stands there.
func (b *block) whom(ci int) sentence.Extent {
	k := b.parse.Clauses[ci]
	if k.Kind != clause.Relative || empty(k.Marker) || !b.is(aWhom, k.Marker.From) || b.is(aWhose, k.Marker.From) || k.Subject.From < k.Marker.To {
		return sentence.Extent{}
	}
	to := k.Marker.From
	if b.word(to-1).Text == "," {
		to--
	}
	if r := b.ref(to - 1); r != nil && r.Actor != nil {
		if r.Actor.Kind != actor.Person {
			return sentence.Extent{}
		}
		return r.Extent
	}
	from := to
	for from > 0 && b.properName(from-1) && b.of(from-1) == b.of(to-1) {
		from--
	}
	return sentence.Extent{From: from, To: to}
}

// patient is what is acted upon: the object, or the subject of a passive.
func (a *act) patient() sentence.Extent {
	if a.passive {
		return a.subject
	}
	return a.object
}

// agent is who acts: the subject, or what follows "by".
func (a *act) agent() sentence.Extent {
	if a.passive {
		return a.by
	}
	return a.subject
}

// extent is the words of the act's clause, without the clauses inside it that
// tell events of their own.
func (a *act) extent() sentence.Extent {
	e := a.trigger
	if !empty(a.subject) && a.subject.From < e.From && a.b.Sentence(a.subject.From) == a.b.Sentence(e.From) {
		e.From = a.subject.From
	}
	for _, ch := range a.chunks {
		if ch.clause != a.clause {
			if v := a.b.verbOf(ch.clause); v != nil && !v.Infinite && a.b.parse.Clauses[ch.clause].Kind != clause.Participial {
				break
			}
		}
		e.To = max(e.To, ch.To)
	}
	return e
}

// holds reports whether all that the rule asks for is there.
func (a *act) holds() bool {
	r, b := a.rule, a.b
	if r.object.any() {
		at := a.patient()
		if a.nominal || empty(at) && !a.passive {
			at = a.object
		}
		if empty(at) && !a.nominal {
			at = a.left()
		}
		if g, ok := b.groupOf(&r.object, at); !ok || !a.passive && !a.nominal && g.To+1 < at.To && possessive(b.word(g.To)) {
			return false // recalled his envoy's advice
		}
	}
	if r.subject.any() {
		at := a.subject
		if a.passive && r.object.any() {
			at = a.by
			if empty(at) {
				at = a.subject // who acts is not said
			}
		}
		_, ok := b.groupOf(&r.subject, at)
		if !ok && !(a.passive && empty(a.by) && r.object.any()) {
			return false
		}
	}
	if r.near.any() {
		if !b.hasGroup(a.extent(), &r.near) {
			return false
		}
	}
	if r.avoid.any() {
		if b.hasGroup(a.object, &r.avoid) {
			return false
		}
		if b.hasGroup(a.subject, &r.avoid) {
			return false
		}
	}
	for _, holds := range r.conditions {
		if !holds(a) {
			return false
		}
	}
	return true
}
