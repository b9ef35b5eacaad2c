package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// voices reports whether a rule of words knows a verb: says, rejects, condemns.
func (b *block) voices(v *clause.Verb) bool {
	for _, m := range b.since(onVerb, v.From) {
		if m.From > v.Head {
			break
		}
		if r := &b.g.rules[m.Rule]; (r.speech || r.leaf.Family == "words") && m.To > v.Head {
			return true
		}
	}
	return false
}

// vessel is the clause of the words that participial clause c only says the carrier of,
// so that its day is theirs: told a paper | in a letter published on Monday. It is -1 for
// other clauses.
func (b *block) vessel(c int) int {
	if !b.kindIs(c, clause.Participial) {
		return -1
	}
	k, w := b.parse.Clauses[c], b.verbOf(c)
	v := b.verbOf(k.Parent)
	if w == nil || !w.Passive || w.Finite || v == nil || v.Passive || !b.g.is(anAiring, w.Base) {
		return -1
	}
	e := b.held(k.Subject)
	if empty(e) || !b.hasGroup(e, &voiceNouns) || !b.is(aVessel, e.From-1) {
		return -1
	}
	who := b.parse.Clauses[k.Parent].Subject
	if b.voices(v) || v.Finite && v.Tense == clause.Past && v.From > w.From && (b.personal(who) || b.meant(who.From) != "") {
		return k.Parent
	}
	return -1
}

// held is the noun phrase that a participle describes where e, right before it, only says
// to whom or with whom that was: (in) an interview | with a paper | published on Monday.
func (b *block) held(e sentence.Extent) sentence.Extent {
	if b.hasGroup(e, &voiceNouns) || !b.is(aDative, e.From-1) || b.is(aVessel, e.From-1) || e.From < 2 {
		return e
	}
	return b.nounPhrase(sentence.Extent{From: e.From - 2, To: e.From - 1})
}
