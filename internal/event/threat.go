package event

import (
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// threats turns words into a threat where they announce a punitive act of the
// speaker's own side: planned, possible, or upon a condition.
func (f *finder) threats(b *block, acts []*act) {
	for _, a := range acts {
		if a.leaf.Name == "threat" {
			if a.status == happened || a.status == reported {
				a.status = threatened
			}
			continue
		}
		if a.leaf.Punitive && !a.nominal && a.verb.Finite && a.status == happened && b.upon(a.clause) && a.verbIs(anAnnouncing) {
			leaf := leafOf("threat")
			a.leaf, a.plover, a.status = leaf, leaf.Plover, threatened
		}
		a.decides(acts)
		if !a.rule.speech || a.leaf.Name != "statement" || a.status != happened {
			continue
		}
		for _, x := range acts {
			if x == a || x.nominal || !a.contains(x) || b.parse.Clauses[x.clause].Kind == clause.Condition {
				continue
			}
			a.takeRoot(x)
			if !x.leaf.Punitive {
				continue
			}
			switch x.status {
			case planned, possible, conditional, threatened:
				if a.point.From < a.point.To {
					continue
				}
				if x.ours(a) && (x.status != planned || b.hasCondition(x.clause) || x.leaf.Family != "law") {
					leaf := leafOf("threat")
					a.leaf, a.plover, a.status, a.point = leaf, leaf.Plover, threatened, x.extent()
				}
			}
		}
		a.commits()
	}
}

// upon reports whether a condition hangs on a clause itself.
func (b *block) upon(c int) bool {
	for i := range b.under(c) {
		if b.parse.Clauses[i].Kind == clause.Condition {
			return true
		}
	}
	return false
}

// contains reports whether x is told in the words that a introduces.
func (a *act) contains(x *act) bool {
	if a.says >= 0 {
		s := a.b.parse.Speeches[a.says]
		return s.From <= x.trigger.From && x.trigger.From < s.To
	}
	for k := x.clause; k >= 0; k = a.b.parse.Clauses[k].Parent {
		if k == a.clause {
			return x.clause != a.clause
		}
	}
	return false
}

// ours reports whether x is an act of the one who speaks in a, or of his side.
func (x *act) ours(a *act) bool {
	if x.b.is(aFirst, x.subject.From) && !empty(x.subject) {
		return true
	}
	if x.passive {
		return a.b.sameSide(a.whole(), x.by)
	}
	return a.b.sameSide(a.whole(), x.subject)
}

// sameSide reports whether who acts in e is the one who speaks in by, or of his
// side. A pronoun that means nobody known means the speaker.
func (b *block) sameSide(by, e sentence.Extent) bool {
	if empty(e) {
		return false
	}
	speaker, who := b.speakerActor(by), b.speakerActor(e)
	if (e.Len() == 1 && b.is(aThird, e.From) || b.is(aPossessive, e.From)) && (who == nil || speaker == nil) {
		return true // they, his government
	}
	return speaker != nil && who != nil && (who.Name == speaker.Name || who.Name == speaker.Country || who.Country != "" && who.Country == speaker.Country)
}
