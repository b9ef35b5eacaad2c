package chronology

import (
	"math"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// The parts of the score and what each is worth. Actors and time must carry
// the load in a field where every document tells the same kind of event.
const (
	weightActors  = .30
	weightType    = .18
	weightDate    = .12
	weightContent = .20
	weightRare    = .10
	weightTrigger = .10
	weightPlace   = .05 // on top: a shared place that is no state
	weightAgents  = .05 // on top: the same sides act on the same day

	// What two tellings must reach to be one event: where there is seldom more
	// than one such event, actors, type and time are enough; elsewhere what is
	// said must agree as well.
	enoughHosted = .45 // a named occasion is known by its name
	enoughOnce   = .58
	enoughTopic  = .67
)

// margin is by how much two tellings are more alike than they must be to tell
// one event, below zero where they are less, and false where they cannot.
func margin(a, b *telling) (float64, bool) {
	if !meet(a, b) {
		return 0, false
	}
	like := likeness(a, b)
	if apartWith(a, b, like) != "" {
		return 0, false
	}
	if printed(a, b) {
		return 1 - enoughTopic, true
	}
	if like == 0 && a.Date == b.Date && company(a, b) > .8 {
		return otherKind, true
	}
	words, wanted := overlapOf(a, b), enough(a, b)
	m := score(a, b, like, words) - wanted
	if wanted == enoughTopic && m > otherKind && agreement(a, b, words) < least(a, b) {
		m = otherKind
	}
	if like == 0 || a.level == 0 && b.level == 0 && a.Date != b.Date && !nextDay(a, b, words) {
		m = math.Min(m, otherKind)
	}
	return m, true
}

// enough is the score from which on two tellings are one event.
func enough(a, b *telling) float64 {
	switch {
	case hosted(a, b):
		return enoughHosted
	case once(a, b):
		return enoughOnce
	}
	return enoughTopic
}

// distinctive is how many bytes a sentence has at least that two documents hold
// by no chance: shorter ones ("He declined to comment.") stand in many.
const distinctive = 60

// printed reports whether two documents tell one thing of one day by the same
// words: copies of one text, or of a part of it. What the collection makes of
// these words is no matter then, for ten copies make every one of them frequent.
func printed(a, b *telling) bool {
	return a.words == b.words && a.Doc != b.Doc && a.Date == b.Date && a.act == b.act && a.Headline == b.Headline &&
		slices.Equal(a.who, b.who) && (a.length >= distinctive || a.copies == b.copies)
}

// nextDay reports whether two tellings a day apart may be one event: then the
// same words tell both, for the same people do much on two days running.
func nextDay(a, b *telling, words overlap) bool {
	return a.act == b.act && trigger(a, b) > .5 || words.topic >= .1
}

// once reports whether both tell what seldom happens twice; a telling whose
// kind could not be read follows the other where the same verb tells both. An
// act of force is known by its word: there is one invasion at a time; a
// punitive one by the companies that it names, a deal by two persons.
func once(a, b *telling) bool {
	switch {
	case a.kind.family == "force" && b.kind.family == "force":
		return trigger(a, b) > .5
	case a.act == b.act && a.kind.family == "sanctions":
		x := companies(a)
		return len(x) > 0 && slices.Equal(x, companies(b))
	case a.act == anOther && b.act != anOther:
		return b.kind.once && trigger(a, b) > .5
	case b.act == anOther && a.act != anOther:
		return a.kind.once && trigger(a, b) > .5
	case a.act == b.act && a.kind.family == "deals" && persons(a, b) >= 2:
		return trigger(a, b) > .5
	}
	return a.kind.once && b.kind.once
}

// otherKind is the most that tellings of different kinds are worth: they are
// never joined for their own sake, but one telling whose kind was read
// otherwise does not keep the others of its event apart.
const otherKind = -.05

// score is how alike two tellings are, 0 to 1, where it is known how far their
// types and words agree.
func score(a, b *telling, like float64, words overlap) float64 {
	content := math.Min(1, 2*words.dot)
	rare := math.Min(1, float64(words.rare)/3)
	s := weightActors*company(a, b) + weightType*like + weightDate*closeness(a, b) +
		weightContent*content + weightRare*rare + weightTrigger*trigger(a, b)
	if samePlace(a, b) {
		s += weightPlace
	}
	if a.Date == b.Date && a.level == 0 && len(a.agents) > 0 && slices.Equal(a.agents, b.agents) {
		s += weightAgents
	}
	if sameSeries(a.figures, b.figures) {
		s += weightRare
	}
	if a.kind.name && b.kind.name && !sameObject(a, b) && len(a.names) > 0 && len(b.names) > 0 && common(a.names, b.names) == 0 {
		s -= .1
	}
	return s
}

// company is how far the actors agree: half by all that either names, half by
// the one who names fewer.
func company(a, b *telling) float64 {
	switch {
	case len(a.who) == 0 || len(b.who) == 0:
		return .4
	case hosted(a, b), sameOccasion(a, b):
		return 1
	}
	close := .5
	if ofState(a.kind) && ofState(b.kind) {
		close = .75
	}
	m, all := met(a.who, b.who, close)
	n, too := met(b.who, a.who, close)
	return ((m+n)/(all+too) + math.Max(m/all, n/too)) / 2
}

// met is the weight of those who are met among others, one of the same state
// counting for as much as close says, and the weight of all.
func met(who, others []*party, close float64) (m, all float64) {
	for _, p := range who {
		near := akin(p, others)
		if near == .5 {
			near = close
		}
		m += p.weight * near
		all += p.weight
	}
	return m, all
}

// ofState reports whether a state acts in acts of this kind, so that who names
// its head, its government or itself names nearly the same.
func ofState(k *kind) bool { return k.family == "force" || k.family == "sanctions" }

// likeness is how far the types agree: 1 the same, .6 of one family or at one
// occasion, 0 neither.
func likeness(a, b *telling) float64 {
	switch {
	case a.act == b.act:
		return 1
	case a.act == aPublication || b.act == aPublication:
		return 0 // a report, and the thing it reports
	case a.kind.family == b.kind.family && a.kind.once && b.kind.once:
		// A call is no meeting; one is received where another is met.
		switch {
		case receives(a, b):
			return .7
		case trigger(a, b) > .5:
			return .6
		}
		return 0
	case a.kind.family == b.kind.family:
		return .6
	case hosted(a, b):
		return .6
	case (a.act == anOther) != (b.act == anOther):
		return .5 // a kind that could not be read is no ground against one that was
	case sameVerb(a, b):
		return .4 // one act, read as two kinds
	}
	return 0
}

// sameVerb reports whether the same words tell what the same person does.
func sameVerb(a, b *telling) bool {
	return len(a.trigger) > 0 && !a.light && slices.Equal(a.trigger, b.trigger) &&
		slices.ContainsFunc(a.who, func(p *party) bool { return p.kind == actor.Person && slices.Contains(b.who, p) })
}

// receives reports whether a visit and a meeting are of the same two persons.
func receives(a, b *telling) bool {
	if a.act == b.act || a.act != aVisit && a.act != aMeeting || b.act != aVisit && b.act != aMeeting {
		return false
	}
	return persons(a, b) >= 2
}

// persons is how many persons two tellings share.
func persons(a, b *telling) int {
	n := 0
	for _, p := range a.who {
		if personal(p) && slices.Contains(b.who, p) {
			n++
		}
	}
	return n
}

// hosted reports whether two tellings tell one named occasion: the same body
// holds it, the same noun names it, and one tells it as a meeting, the other
// by the same word or by what it issued (the summit adopts a declaration). A
// body has one summit at a time.
func hosted(a, b *telling) bool {
	return common(a.occasions, b.occasions) > 0 && (a.act == aMeeting || b.act == aMeeting) &&
		(a.kind.family != "words" || a.outcome) && (b.kind.family != "words" || b.outcome) &&
		(trigger(a, b) > .3 || a.outcome || b.outcome) &&
		slices.ContainsFunc(a.who, func(p *party) bool { return p.kind == actor.Body && slices.Contains(b.who, p) })
}

// closeness is how well two dates agree, by the coarser of the two.
func closeness(a, b *telling) float64 {
	if !a.dated() || !b.dated() {
		return 0
	}
	if a.level == 0 && b.level == 0 {
		if a.Date == b.Date {
			return 1
		}
		return .5
	}
	if a.Date == b.Date && a.Mod == b.Mod {
		return [...]float64{1, .9, .8, .7, .6, .4}[a.level]
	}
	return [...]float64{1, .8, .6, .5, .4, .2}[max(a.level, b.level)]
}

// trigger is how far the same words tell both: the share of trigrams that the
// triggers have in common, or wordInClause where the trigger of the one stands
// in the headline of the other ("invasion", "launched an invasion").
func trigger(a, b *telling) float64 {
	if a.light && b.light {
		return 0
	}
	if len(a.trigrams) > 0 && len(a.trigrams) == len(b.trigrams) && &a.trigrams[0] == &b.trigrams[0] {
		return 1 // the same words
	}
	n := common(a.trigrams, b.trigrams)
	all := len(a.trigrams) + len(b.trigrams) - n
	if all == 0 {
		return 0
	}
	s := float64(n) / float64(all)
	if s < wordInClause && (inside(a.trigger, b.clause) || inside(b.trigger, a.clause)) {
		return wordInClause
	}
	return s
}

const wordInClause = .8

// inside reports whether all of some words are among others; both are sorted.
func inside(some, others []uint32) bool {
	return len(some) > 0 && common(some, others) == len(some)
}

// samePress reports whether one outlet publishes both and the one tells of nobody
// of whom the other does not: a report is known by who prints it, whoever leaked
// it.
func samePress(a, b *telling) bool {
	if a.act != aPublication || b.act != aPublication {
		return false
	}
	shared, outlet := 0, false
	for _, p := range a.who {
		if slices.Contains(b.who, p) {
			shared++
			outlet = outlet || p.kind == actor.Outlet
		}
	}
	return outlet && shared > 1 && shared == min(len(a.who), len(b.who))
}

// sameActors reports whether two tellings name the same actors, and any.
func sameActors(a, b *telling) bool {
	return len(a.who) > 0 && slices.Equal(a.who, b.who)
}
