package event

import "github.com/dateline-ssg/dateline/internal/clause"

// bond is what an act has to do with one before it that its sentence tells of the same date.
type bond uint8

const (
	free    bond = iota // each is told
	inside              // the line of the one before tells it
	instead             // it is told in place of the one before
	whole               // so it is, and is what that one is
)

// once keeps one of several triggers that tell one event in one sentence: the
// same type and date, no second actor of its own.
func (f *finder) once(acts []*act) []*act {
	var out []*act
	for _, a := range acts {
		at, by := -1, (*act)(nil) // where it stands in place of others, and whose line else tells it
		left := out[:0]
		for _, o := range out {
			switch how := a.bound(o); how {
			case instead, whole:
				f.toldWith(o, a)
				if how == whole {
					a.leaf = o.leaf
				}
				if at < 0 {
					at, left = len(left), append(left, a)
				}
				continue
			case inside:
				by = o
			}
			left = append(left, o)
		}
		switch out = left; {
		case at >= 0:
		case by != nil:
			f.toldWith(a, by)
		default:
			out = append(out, a)
		}
	}
	return out
}

// toldWith notes that act a has no line of its own, for that of o tells it.
func (f *finder) toldWith(a, o *act) {
	if f.trace != nil {
		f.trace.add(a.b, a.b.sentenceOf(a.trigger.From), a, "told with “"+a.b.String(o.trigger)+"”")
	}
}

// bound is what an act has to do with act o before it.
func (a *act) bound(o *act) bond {
	if o.b.Sentence(o.trigger.From) != a.b.Sentence(a.trigger.From) || o.date.when != a.date.when {
		return free
	}
	same, oneDay := o.leaf.Name == a.leaf.Name, a.expr >= 0 && a.expr == o.expr
	switch {
	case a.begunBy(o):
		return instead // began firing: what was begun is told
	case a.doneBySaid(o):
		return inside
	case !o.nominal && o.rule == a.b.g.plain && o.clause == a.clause && a.presented():
		return instead // in May came the attack: the noun tells it
	case o.nominal && !a.nominal && a.subject.Overlaps(o.trigger) && (same || oneDay && a.effect()):
		return whole // the strike has killed three: one act, which the verb tells whole
	case same && a.leaf.Family == "words" && a.subject == o.subject && a.main() && !o.main():
		return instead // speaking in Bonn, he denied: the denial is what is told
	case o.nominal && !a.nominal && oneDay && a.words() && (a.tells() || a.main() && !empty(a.object) && a.object.To < a.extent().To):
		return instead // in a press conference on 16 July he said: the words are told
	case o.nominal && oneDay && a.opens(o):
		switch {
		case a.rule == a.b.g.plain:
			return whole // in a call on Friday they discussed: one
		case a.leaf.Family == o.leaf.Family:
			return instead
		case !same:
			return free // during a visit to Kyiv on Monday he pledged: two acts
		}
	case a.heldBy(o) && !a.toldBeside(o) && (o.nominal || a.b.parse.Clauses[a.clause].Kind != clause.Subordinate || !o.b.acting(o.subject) || o.date.basis != "own" || a.words()):
		return instead // the dispute began in June, when workers walked out
	}
	switch inner, outer := o.contains(a), a.contains(o); {
	case outer && !inner:
		return free // who had spoken in Lima, came out against it
	case a.repeatsType(o), (a.nominal || o.nominal) && o.clause == a.clause && (o.leaf.Family == a.leaf.Family || oneDay):
		return inside
	case inner && !a.heldBy(o) && (outer || !a.ownWithin(o)):
		return inside // took part in the forum, where he said: the words go with their act
	}
	return free
}

// repeatsType reports whether an act is of the type of act o, and told in its clause, by a noun
// beside its verb, or as words of the same speaker that add nothing.
func (a *act) repeatsType(o *act) bool {
	return o.leaf.Name == a.leaf.Name && (a.clause == o.clause || a.nominal || o.nominal || a.subject == o.subject && a.leaf.Family == "words" && !a.saysMore(o))
}

// opens reports whether act o is a noun of a phrase in front of the act's own clause.
func (a *act) opens(o *act) bool {
	return !a.nominal && a.main() && a.verb.Finite && o.trigger.To <= a.subject.From && o.clause == a.clause
}

// heldBy reports whether a clause of act o, which no rule knows, tells an act of somebody
// else that one does.
func (a *act) heldBy(o *act) bool {
	return o.contains(a) && o.rule == a.b.g.plain && a.rule != a.b.g.plain && a.date.basis == "sentence" && a.subject != o.subject
}

// ownWithin reports whether an act that a clause of act o tells has a line of its own.
func (a *act) ownWithin(o *act) bool {
	switch {
	case a.date.basis == "own" || a.date.basis == "connective":
		return true
	case a.b.parse.Clauses[a.clause].Kind == clause.Coordinate && (!a.words() || a.goesOnTo(o)):
		return true
	case o.priced() && a.rule != a.b.g.plain && a.b.acting(a.subject):
		return true
	}
	return a.adjunct(o) || a.beside(o) || a.saidThere(o) || a.doneThere(o)
}

// doneBySaid reports whether an act only says how act o was done, whose line says both:
// raised the stakes by sending troops.
func (a *act) doneBySaid(o *act) bool {
	return !a.nominal && !o.nominal && a.b.byDoing(a.clause) && a.b.parse.Clauses[a.clause].Parent == o.clause
}

// begunBy reports whether an act is the gerund right behind a verb of no rule that only says
// how it went on, and is done by the same: began firing on the town.
func (a *act) begunBy(o *act) bool {
	return !a.nominal && !o.nominal && o.rule == a.b.g.plain && o.verbIs(aPhase) && a.rule != o.rule && a.status == o.status &&
		a.verb.Ing && !a.verb.Finite && a.verb.From == o.verb.To && a.b.parse.Clauses[a.clause].Parent == o.clause
}

// toldBeside reports whether an act has a clause of its own beside what somebody did on a
// day that act o tells: Chile won the cup, with the second place going to Peru; soldiers
// blocked the port on Friday and a colonel said that it was closed.
func (a *act) toldBeside(o *act) bool {
	k := a.b.parse.Clauses[a.clause]
	return o.date.basis == "own" && o.b.acting(o.subject) && (k.Kind == clause.Coordinate || k.Kind == clause.Participial && !empty(k.Marker))
}

// saysMore reports whether words that a second verb tells behind "and" are others than
// those of act o before it: condemned the raid and accused the state of neglect.
func (a *act) saysMore(o *act) bool {
	told := func(x *act) bool {
		return x.verb.Finite && x.verb.Tense == clause.Past && x.main() && (x.says >= 0 || x.tellsWhat() || x.leaf.Name != "statement" && (x.object.Len() > 1 || x.b.names(x.object)))
	}
	return a.verb.From > o.trigger.To && a.lemma() != o.lemma() && a.object != o.object && a.b.parse.Clauses[a.clause].Kind == clause.Coordinate && told(a) && (told(o) || a.leaf.Name == "statement" && o.object.Len() == 1)
}

// goesOnTo reports whether words that are told after "and" are more than the voice
// of act o before it: rang the president and asked for the release of two men.
func (a *act) goesOnTo(o *act) bool {
	if a.nominal || !a.verb.Finite || a.verb.Tense != clause.Past || o.nominal || a.leaf.Name == o.leaf.Name && !a.saysMore(o) {
		return false
	}
	if !empty(a.object) && !a.b.pointsBack(a.object) {
		return true
	}
	return a.leaf.Name != "statement" && a.leaf.Name != "publication" || a.says >= 0 || a.tellsWhat() || a.object.Len() > 2 && a.b.common(a.object)
}

// adjunct reports whether an act that a participle behind a comma tells is more than
// a circumstance of act o: it signed the bill, warning banks of fines; they broke off
// the talks, accusing Lima of fraud.
func (a *act) adjunct(o *act) bool {
	b := a.b
	if a.nominal || o.nominal || o.words() && !(a.verb != nil && a.verb.Perfect) || a.rule == b.g.plain || !a.verb.Ing || a.verb.Finite || a.leaf.Family == o.leaf.Family || a.status != happened && a.status != threatened {
		return false
	}
	k := b.parse.Clauses[a.clause]
	if k.Kind != clause.Participial || k.Parent != o.clause && b.goesOnFrom(max(k.Parent, 0)) != b.goesOnFrom(o.clause) || b.word(k.From-1).Text != "," || a.verb.From < o.trigger.To {
		return false
	}
	if a.words() {
		return a.says >= 0 || a.tellsWhat() || a.leaf.Name != "statement" && !empty(a.object)
	}
	return !empty(a.object) && !b.pointsBack(a.object)
}

// saidThere reports whether an act is what somebody else said where act o took place: the
// ministers met in Lima, where Ruiz said that the pact was dead; he saw Modi, who told him
// that the port was shut.
func (a *act) saidThere(o *act) bool {
	return !a.nominal && a.words() && a.tells() && a.subject != o.subject && (a.b.sameScene(a.clause) || a.b.tellsOn(a.clause, a)) && a.b.speaker(a.subject)
}

// doneThere reports whether an act is what was done at the place or in the time that act o
// has come to: the ministers met in Lima, where they signed a pact; he left in 2016, when
// Peru accused Chile of theft.
func (a *act) doneThere(o *act) bool {
	b := a.b
	if a.nominal || !a.verb.Finite || a.verb.Negated || a.leaf.Name == "statement" || b.parse.Clauses[a.clause].Parent != o.clause {
		return false
	}
	there := b.sameScene(a.clause) || b.beforeMoment(a.clause) >= 0 && b.word(b.parse.Clauses[a.clause].From-1).Text == "," && a.verb.Tense == clause.Past && !a.verb.Perfect
	if a.rule == b.g.plain {
		return there && b.acting(a.subject) && a.object.Len() > 1 && !b.pointsBack(a.object)
	}
	return there && (empty(a.object) || !b.pointsBack(a.object))
}

// beside reports whether an act in a clause with when, while or as is one of its
// own beside act o: somebody else does what another rule knows.
func (a *act) beside(o *act) bool {
	return !a.nominal && a.b.simultaneous(a.clause) && a.subject != o.subject && (a.leaf.Name != o.leaf.Name || a.b.acting(a.subject) && !empty(a.object) && !a.b.pointsBack(a.object)) && !a.words() && (a.rule != a.b.g.plain || a.b.acting(a.subject) && a.object.Len() > 1 && a.b.beforeMoment(a.clause) >= 0)
}
