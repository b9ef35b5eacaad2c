package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// plainAct is the act of a verb that no rule knows. It earns a line only by a
// date of its own (refuse.go): "laid flowers at the cemetery on Sunday".
func (b *block) plainAct(ci int, v *clause.Verb) *act {
	if b.g.plain == nil || !v.Finite && !b.tellsUnfinished(ci, v) || (b.is(aState, v.Head) || b.g.is(aState, v.Base)) && !b.lets(ci) {
		return nil
	}
	if b.aspect(ci) || b.leads(ci) || v.Passive && b.heldBelow(ci) {
		return nil // began to strike, is expected to leave: the infinitive tells it
	}
	a := b.frame(ci, v, sentence.Extent{From: v.Head, To: v.Head + 1 + b.particleAt(v.Head+1)}, b.g.plain)
	if empty(a.subject) || empty(a.object) && len(a.chunks) == 0 && a.trigger.Len() == 1 && b.exprIn(ci) < 0 && b.deadline(ci) < 0 && !b.thenDone(ci, v) {
		return nil
	}
	return a
}

// thenDone reports whether clause ci says what was done at the time right before it: in May,
// when two ships sank.
func (b *block) thenDone(ci int, v *clause.Verb) bool {
	return v.Finite && v.Tense == clause.Past && !v.Perfect && !v.Negated && b.beforeMoment(b.begun(ci)) >= 0
}

// tellsUnfinished reports whether a verb that is not finite may tell an act of its
// own.
func (b *block) tellsUnfinished(ci int, v *clause.Verb) bool {
	return b.datedParticiple(ci, v) || b.datedGerund(ci, v) || b.absolute(ci, v) || b.havingDone(ci, v) || v.Infinite && (b.exprIn(ci) >= 0 || b.begunOn(ci) || b.leads(b.parse.Clauses[ci].Parent) || b.deadline(ci) >= 0 || b.heldToHave(ci))
}

// begunOn reports whether clause ci is an infinitive of what is told to have begun or ended
// at a time: began in December | to send it on; May, when it began | to pour.
func (b *block) begunOn(ci int) bool {
	on := b.parse.Clauses[ci].Parent
	return on >= 0 && b.aspect(on) && (b.exprIn(on) >= 0 || b.beforeMoment(on) >= 0)
}

// datedParticiple reports whether clause ci is a participle of a passive that
// has a day or year of its own: the office, founded in 2011.
func (b *block) datedParticiple(ci int, v *clause.Verb) bool {
	return v.Passive && !v.Infinite && (b.parse.Clauses[ci].Kind == clause.Participial || b.onParticiple(ci)) && b.exprIn(ci) >= 0
}

// havingDone reports whether clause ci is a participle of the perfect with a day, month or
// year of its own: having sold its mine in May, the firm left.
func (b *block) havingDone(ci int, v *clause.Verb) bool {
	return v.Ing && v.Perfect && !v.Finite && !v.Infinite && !v.Negated && b.kindIs(ci, clause.Participial) && b.exprIn(ci) >= 0
}

// absolute reports whether clause ci is a participle with a subject of its own that
// acts, behind a comma: with Chile closing the port.
func (b *block) absolute(ci int, v *clause.Verb) bool {
	k := b.parse.Clauses[ci]
	return v.Ing && !v.Finite && k.Kind == clause.Participial && k.Subject.From >= k.From && k.Subject.To <= v.From && k.Marker.Len() == 1 &&
		b.word(k.From-1).Text == "," && b.names(k.Subject)
}

// datedGerund reports whether clause ci tells by a gerund with a day, month or year of
// its own what came to pass before or since what the clause around it tells of the past:
// after visiting Lima in May, he said.
func (b *block) datedGerund(ci int, v *clause.Verb) bool {
	k := b.parse.Clauses[ci]
	if !v.Ing || v.Finite || v.Infinite || k.Kind != clause.Subordinate || k.Marker.Len() != 1 || !b.is(aTiming, k.Marker.From) && !b.is(aSimultaneous, k.Marker.From) {
		return false
	}
	p := b.verbOf(k.Parent)
	return b.exprIn(ci) >= 0 && p != nil && p.Finite && p.Modality == clause.Plain && (p.Tense == clause.Past || p.Perfect)
}
