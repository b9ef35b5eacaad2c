package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// aired gives words the day on which what holds them came out: told a paper in
// an interview aired on Monday that …
func (b *block) aired(acts []*act) {
	for _, a := range acts {
		if a.nominal || !a.words() || a.date.known() {
			continue
		}
		for _, x := range acts {
			if x.date.basis == "own" && x.vessel() == a.clause {
				a.date, a.expr = x.date, x.expr
			}
		}
	}
}

// voices reports whether a rule of words knows a verb: says, rejects, condemns.
func (b *block) voices(v *clause.Verb) bool {
	for _, m := range b.since(v.From) {
		if m.From > v.Head {
			break
		}
		if r := &b.g.rules[m.Rule]; r.on == onVerb && (r.speech || r.leaf.Name == "statement") && m.To > v.Head {
			return true
		}
	}
	return false
}

// vessel is the clause of the words that an act only says the carrier of, by a
// participle: (in) a letter published on Monday. It is -1 for other acts.
func (a *act) vessel() int {
	b := a.b
	if a.nominal || !a.passive || !a.participial() || !b.g.is(anAiring, sentence.Word{Text: a.lemma()}) || !b.hasGroup(a.subject, "speech", "document", "story") {
		return -1
	}
	k := b.parse.Clauses[a.clause]
	v := b.verbOf(k.Parent)
	if k.Kind != clause.Participial || v == nil || !b.voices(v) || v.Passive || !b.is(aVessel, a.subject.From-1) {
		return -1
	}
	return k.Parent
}
