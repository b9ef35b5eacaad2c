package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// phraseIn is a noun phrase of some block.
type phraseIn struct {
	b *block
	sentence.Extent
	sentence int
	surely   bool // whoever else the pronoun may be taken for
}

// maxSilent is how many blocks a person may go unnamed and still be "he";
// maxApart how many sentences a thing.
const (
	maxSilent = 8
	maxApart  = 2
)

// lastSubjects are the noun phrases that were last the subject of a main clause:
// a person, several, a thing that acts, any other.
type lastSubjects struct{ person, group, thing, plain phraseIn }

// antecedents finds whom the pronouns mean that the gazetteer leaves open: he
// and she are the person who was last the subject of a main clause, it and
// they what was the subject of one in the sentences before, in the same block.
// Subjects go with subjects; a guess beyond that is not made.
func antecedents(blocks []*block) {
	var last lastSubjects
	names := surnames(blocks)
	for n, b := range blocks {
		b.surnames = names
		last = lastSubjects{person: last.person}
		if !b.prose() {
			continue
		}
		for ci := range b.parse.Clauses {
			k := b.parse.Clauses[ci]
			if k.Verb < 0 || k.Subject.From < k.From || empty(k.Subject) {
				continue
			}
			e := b.bare(k.Subject)
			if b.oneOfSeveral(e) {
				if m := b.countedBefore(e); m.b != nil {
					b.mean(e.From, m)
					continue
				}
			}
			if b.pointer(e) && b.enforced(ci) {
				if m := instrumentBefore(blocks, n, e); m.b != nil {
					b.mean(e.From, m)
					continue
				}
			}
			switch {
			case empty(e):
			case e.Len() > 1 || !b.is(aPronoun, e.From):
				last.note(b, k, e)
			case b.is(aFirst, e.From), b.coupleAt(e.From) != nil: // I am none of those
			case b.ref(e.From) == nil || b.ref(e.From).Actor == nil:
				m := phraseIn{b: b, Extent: b.around(ci, e), sentence: b.Sentence(e.From)}
				if empty(m.Extent) {
					m = last.meant(b, ci, e)
				}
				if m.b != nil {
					b.mean(e.From, m)
				}
			}
		}
		b.objectPronouns()
	}
}

// around is what the pronoun e, the subject of clause ci, means of the clause around
// that, or empty.
func (b *block) around(ci int, e sentence.Extent) sentence.Extent {
	k := b.parse.Clauses[ci]
	for _, of := range [...]func(clause.Clause, sentence.Extent) sentence.Extent{b.below, b.above, b.undergoer, b.aboveOne} {
		if up := of(k, e); !empty(up) {
			return up
		}
	}
	return b.aboveThing(ci, e)
}

// meant is which of the last subjects the pronoun e, the subject of clause ci of block
// b, means; of no block where it is none.
func (l *lastSubjects) meant(b *block, ci int, e sentence.Extent) phraseIn {
	at := b.Sentence(e.From)
	switch {
	case b.is(aPersonal, e.From) && l.person.b != nil && b.index-l.person.b.index <= maxSilent:
		if l.person.contradicts(b, e.From) {
			return phraseIn{}
		}
		return l.person
	case b.is(anImpersonal, e.From) && l.thing.b != nil && !(b.verbOf(ci).Passive && b.expletive(ci)) && l.thing.closedBefore(b, e.From):
		return l.thing
	case b.is(anImpersonal, e.From) && l.plain.b != nil && at-l.plain.sentence == 1 && !b.expletive(ci):
		return l.plain
	case b.is(aSeveral, e.From) && l.group.b != nil && !b.withOthers(ci) && l.group.closedBefore(b, e.From):
		return l.group
	}
	return b.actedBefore(ci, e)
}

// closedBefore reports whether phrase p of block b stands in a sentence shortly before word
// i, or in the same one before a semicolon.
func (p phraseIn) closedBefore(b *block, i int) bool {
	at := b.Sentence(i)
	return at-p.sentence <= maxApart && (at > p.sentence || b.stopBetween(p.To, i))
}

// contradicts reports whether phrase p is a person of whom it is known that the pronoun at
// word i of block b is not said: Putin left. She stayed: another did.
func (p phraseIn) contradicts(b *block, i int) bool {
	r := p.b.ref(max(p.To-1, 0))
	if r == nil || r.Actor == nil {
		return false
	}
	if i := r.From - 1; i >= p.From && (p.b.is(aPreposition, i) || !lower(p.b.Words[i].Text) && !p.b.is(aTitle, i)) {
		return false // a spokeswoman for Putin, Ana Putin
	}
	return b.is(aMan, i) && r.Actor.Pronoun == "she" || b.is(aWoman, i) && r.Actor.Pronoun == "he"
}

// withOthers reports whether clause c tells when the clause around it was, of whose subject,
// one person, and of others told with him "they" is: Ruiz told Vega so when they met.
func (b *block) withOthers(c int) bool {
	k := b.parse.Clauses[c]
	if k.Parent < 0 || !b.simultaneous(c) || k.From <= b.parse.Clauses[k.Parent].Subject.To {
		return false
	}
	on := b.bare(b.parse.Clauses[k.Parent].Subject)
	return !empty(on) && b.names(on) && !b.plural(on)
}

// note notes e, the subject of clause k of block b, as the last of its sort.
func (l *lastSubjects) note(b *block, k clause.Clause, e sentence.Extent) {
	if k.Kind != clause.Main && k.Kind != clause.Coordinate || b.Quote(e.From) >= 0 || b.is(aPossessive, e.From) || b.pointsBack(e) && !b.is(anArticle, e.From) || b.runTogether(e) {
		return
	}
	p := phraseIn{b: b, Extent: e, sentence: b.Sentence(e.From)}
	switch {
	case b.fullPerson(e) || b.office(e) || b.speaks(e) && !b.plural(e):
		l.person = p
	case b.plural(e):
		l.group = p
	case b.acting(e) && !b.someone(e):
		l.thing = p
	case b.common(e) && !b.official(e) && (!b.pointsBack(e) || b.is(anArticle, e.From) && !b.ordinalHead(e)):
		l.plain = p
	}
}

// mean says whom the pronoun at word i means.
func (b *block) mean(i int, m phraseIn) {
	if b.means == nil {
		b.means = map[int]phraseIn{}
	}
	b.means[i] = m
	b.reach.join(&m.b.groups)
}

// someone reports whether a noun phrase means one of the people, whom "it" never means:
// the man in the palace.
func (b *block) someone(e sentence.Extent) bool {
	at, ok := b.findGroup(&peopleNouns, sentence.Extent{From: e.From, To: min(e.To, e.From+3)})
	return ok && at.To-at.From == 1 && !b.plural(sentence.Extent{From: at.From, To: at.To})
}

// below is the subject of the clause around subordinate clause k, in front of which that
// stands, where the pronoun e fits it and nothing stands before it in its block that
// it could mean: before it lost its licence, the bank lent to all. Else it is empty.
func (b *block) below(k clause.Clause, e sentence.Extent) sentence.Extent {
	if k.Kind != clause.Subordinate || k.Parent < 0 || b.of(0) != b.of(k.From) && b.Sentence(e.From) > 0 {
		return sentence.Extent{}
	}
	up := b.bare(b.parse.Clauses[k.Parent].Subject)
	if empty(up) || up.From < k.To || up.Len() == 1 && b.is(aPronoun, up.From) || b.is(aSeveral, e.From) != b.plural(up) {
		return sentence.Extent{}
	}
	if one := b.fullPerson(up) || b.office(up); one != b.is(aPersonal, e.From) && !b.is(aSeveral, e.From) {
		return sentence.Extent{}
	}
	return up
}

// stopBetween reports whether a semicolon stands among words.
func (b *block) stopBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if b.Words[i].Text == ";" {
			return true
		}
	}
	return false
}

// above is the subject of the clause around subordinate clause k where the
// pronoun e, which means several, can only mean it: the ministers were in Lima
// when they signed. Else it is empty.
func (b *block) above(k clause.Clause, e sentence.Extent) sentence.Extent {
	if k.Kind != clause.Subordinate || k.Parent < 0 || !b.is(aSeveral, e.From) {
		return sentence.Extent{}
	}
	up := b.bare(b.parse.Clauses[k.Parent].Subject)
	for n := 0; n < 3 && up.Len() == 1 && b.is(aSeveral, up.From) && up.From >= b.parse.Clauses[k.Parent].From && b.parse.Clauses[k.Parent].Parent >= 0; n++ {
		k = b.parse.Clauses[k.Parent] // as they did in May, when they closed
		up = b.bare(b.parse.Clauses[k.Parent].Subject)
	}
	if empty(up) || up.To > e.From || up.Len() == 1 && b.is(aPronoun, up.From) || !b.plural(up) || !b.acting(up) {
		return sentence.Extent{}
	}
	return up
}

// undergoer is the thing that "it" or "they", to which something was done in clause k,
// means: the subject of the clause around it (the pipes have stood empty since they
// were blown up), or in a relative what that clause does something to (struck the
// firm off the list, to which it had been added). Else it is empty.
func (b *block) undergoer(k clause.Clause, e sentence.Extent) sentence.Extent {
	none := sentence.Extent{}
	if v := b.parse.Verbs[k.Verb]; !v.Passive || !v.Finite || k.Parent < 0 || b.is(aPersonal, e.From) || b.Quote(e.From) >= 0 {
		return none
	}
	p := b.parse.Clauses[k.Parent]
	if p.Verb < 0 || p.From > k.From {
		return none
	}
	up := none
	switch {
	case k.Kind == clause.Subordinate && p.Subject.To <= k.From:
		up = b.bare(p.Subject)
	case k.Kind == clause.Relative && b.is(aPreposition, k.Marker.From) && !b.parse.Verbs[p.Verb].Passive:
		up = objectOf(b.tail(k.Parent, b.parse.Verbs[p.Verb].To), k.Parent, b)
	}
	if empty(up) || up.Len() > 7 || b.is(aPronoun, up.From) || b.is(aDeterminer, up.From) && up.Len() == 1 || b.fullPerson(up) || b.office(up) || b.plural(up) != b.is(aSeveral, e.From) || b.pointsBack(up) && !b.is(anArticle, up.From) {
		return none
	}
	return up
}

// aboveOne is the person who is the subject of the clause around subordinate
// clause k where the pronoun e means one: Vega was in Lima before he fled. Else it
// is empty.
func (b *block) aboveOne(k clause.Clause, e sentence.Extent) sentence.Extent {
	if k.Kind != clause.Subordinate || k.Parent < 0 || !b.is(aPersonal, e.From) {
		return sentence.Extent{}
	}
	up := b.bare(b.parse.Clauses[k.Parent].Subject)
	if empty(up) || up.To > e.From || up.Len() > 3 || !b.properName(up.To-1) || b.plural(up) || b.placeIn(up) {
		return sentence.Extent{}
	}
	return up
}

// aboveThing is the thing that is the subject of the clause around subordinate
// clause ci, before it, where the pronoun e is "it" and stands for something: the
// bridge has been closed since it was opened in 2004. Else it is empty.
func (b *block) aboveThing(ci int, e sentence.Extent) sentence.Extent {
	k := b.parse.Clauses[ci]
	if k.Kind != clause.Subordinate || k.Parent < 0 || !b.is(anImpersonal, e.From) || b.expletive(ci) {
		return sentence.Extent{}
	}
	if v := b.verbOf(k.Parent); v == nil || !v.Passive && b.is(anArticle, v.To) {
		return sentence.Extent{} // closed the port because it was damaged: which of the two?
	}
	up := b.bare(b.parse.Clauses[k.Parent].Subject)
	if empty(up) || up.To > e.From || b.is(aPronoun, up.From) || b.pointsBack(up) && !b.is(anArticle, up.From) || b.plural(up) || b.fullPerson(up) || b.office(up) {
		return sentence.Extent{}
	}
	return up
}

// expletive reports whether the "it" that is the subject of clause ci may mean
// nothing: it emerged that, it took a month to find one.
func (b *block) expletive(ci int) bool {
	v := b.verbOf(ci)
	if v != nil && v.Lemma == b.g.said("be") && b.tellsState(v) {
		return false // it was offline
	}
	if v == nil || b.is(aState, v.Head) || b.g.is(aState, v.Base) || b.g.is(aHollow, v.Base) && !v.Passive && b.g.is(aTwofold, v.Base) || v.Lemma == b.g.said("be") {
		return true
	}
	for i := range b.under(ci) {
		if kind := b.parse.Clauses[i].Kind; kind == clause.Complement || kind == clause.Infinitive {
			return true
		}
	}
	return false
}

// fullPerson reports whether a person is named in e: by a known name, or by
// two words that look like one and are no known body's.
func (b *block) fullPerson(e sentence.Extent) bool {
	if e.Len() > 2 && b.properName(e.From) && b.properName(e.From+1) && b.is(anOf, e.From+2) {
		e.To = e.From + 2 // Ana Ruiz of the harbour board
	}
	if b.hasGroup(e, &officialNouns) {
		return false
	}
	if b.fullName(e.To-1) != "" {
		return true
	}
	return b.personal(e) && !b.plural(e)
}

// office reports whether e names one person by an office: the prime minister.
func (b *block) office(e sentence.Extent) bool {
	return b.is(aTitle, e.To-1) && b.official(e) && !b.plural(e)
}

// speaks reports whether e is an unknown name to whom words are given.
func (b *block) speaks(e sentence.Extent) bool {
	if e.Len() > 3 || !b.properName(e.To-1) || b.is(aDeterminer, e.From) {
		return false // the Ministry
	}
	for _, s := range b.parse.Speeches {
		if s.Speaker.Overlaps(e) {
			return true
		}
	}
	return false
}

// surnames are the names of two words or more that the prose gives and the
// gazetteer does not know, by their last word, with the whole of each; "" where
// two share it.
func surnames(blocks []*block) map[string]string {
	out := map[string]string{}
	for _, b := range blocks {
		if !b.prose() {
			continue
		}
		for i := 0; i < len(b.Words); i++ {
			if !sentence.Capital(b.Words[i].Text) || !b.properName(i) {
				continue // as most words
			}
			k := i
			for k < len(b.Words) && k-i < 4 && b.properName(k) && !b.is(aTitle, k) && !b.official(sentence.Extent{From: k, To: k + 1}) && b.Sentence(k) == b.Sentence(i) {
				k++
			}
			if k-i < 2 || b.is(aDeterminer, i-1) || b.properName(k) || b.inVerb(k-1) {
				i = max(i, k-1)
				continue
			}
			last, whole := b.Words[k-1].Text, b.String(sentence.Extent{From: i, To: k})
			switch w := out[last]; {
			case w == "" || strings.HasSuffix(w, whole):
			case strings.HasSuffix(whole, w):
				whole = w // Apple Inc. Steve Jobs
			default:
				whole = ""
			}
			out[last] = whole
			i = k - 1
		}
	}
	return out
}

// fullName is the whole name of the person whom word i, a surname that stands
// alone, means, or "".
func (b *block) fullName(i int) string {
	w := b.word(i)
	if w.Kind != sentence.Letters || b.ref(i) != nil || b.is(aDeterminer, i-1) || b.properName(i+1) || b.expr(i) != nil {
		return ""
	}
	return b.surnames[w.Text]
}

// antecedent is how a headline calls whom the pronoun at word i means, or "".
func (b *block) antecedent(i int) string {
	if c := b.coupleAt(i); c != nil {
		return shortName(c.refs[0].Actor) + " " + b.g.said("and") + " " + shortName(c.refs[1].Actor)
	}
	m, ok := b.means[i]
	if !ok {
		return ""
	}
	if name := m.b.fullName(m.To - 1); name != "" {
		return m.b.Words[m.To-1].Text
	}
	return m.b.closed(m.b.trim(m.Extent, 8))
}
