package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// names reports whether an actor is named in e: a reference that is no mere
// place, or a name that nobody knows.
func (b *block) names(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if r := b.ref(i); r != nil && r.Actor != nil && r.Via != actor.ByAdjective && r.Actor.Kind != actor.Place && r.Actor.Kind != actor.Occasion && !r.Possessive {
			return true
		}
		if b.properName(i) || b.demonym(i) {
			return true
		}
	}
	return false
}

// properName reports whether word i looks like a name: a capital inside a
// sentence, or two at its start, and no date.
func (b *block) properName(i int) bool {
	if i < 0 || i >= len(b.Words) {
		return false
	}
	w := &b.Words[i]
	if w.Kind != sentence.Letters || !sentence.Capital(w.Text) || b.expr(i) != nil || len(w.Text) < 2 {
		return false
	}
	if possessive(b.word(i+1)) && !b.inVerb(i+2) {
		return false // but Lloyd's said
	}
	if r := b.ref(i); r != nil {
		return false
	}
	if b.is(aDeterminer, i) || b.is(aPronoun, i) || b.is(aPreposition, i) || b.is(aConjunction, i) || b.is(anAdverb, i) || b.is(anAnybody, i) {
		return false
	}
	return b.sentenceOf(i).From != i || sentence.Capital(b.word(i+1).Text) || (b.inVerb(i+1) || b.is(anAdverb, i+1) && b.inVerb(i+2)) && !b.inVerb(i) && lower(b.word(i+1).Text)
}

// official reports whether a person or body is named by office: the foreign
// minister, the delegation, lawmakers.
func (b *block) official(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if b.is(anOfficial, i) && !possessive(b.word(i+1)) {
			return true
		}
	}
	return b.hasGroup(e, &officialNouns)
}

// perceived reports whether the clause behind noun phrase e tells what e was seen or heard
// to do, or is to be taken for: saw him leave, saw her given a post.
func (b *block) perceived(e sentence.Extent) bool {
	k := b.of(e.To)
	return k >= 0 && k != b.of(e.From) && empty(b.parse.Clauses[k].Marker) && b.parse.Clauses[k].From == e.To && b.parse.Clauses[k].Subject.Overlaps(e)
}

// personal reports whether a person is named in e.
func (b *block) personal(e sentence.Extent) bool {
	if _, ok := b.means[e.From]; ok && e.Len() == 1 && b.is(aPersonal, e.From) || b.coupleAt(e.From) != nil {
		return true
	}
	for i := e.From; i < e.To; i++ {
		if r := b.ref(i); r != nil && r.Actor != nil && r.Actor.Kind == actor.Person && !r.Possessive {
			return true
		}
		if b.properName(i) && b.properName(i+1) {
			return true
		}
	}
	return false
}

// human reports whether e names people at all.
func (b *block) human(e sentence.Extent) bool {
	if b.personal(e) || b.official(e) || e.Len() == 2 && b.is(anArticle, e.From) && b.is(aParty, e.From+1) {
		return true // the two agreed
	}
	for i := e.From; i < e.To; i++ {
		if b.is(aPronoun, i) || b.is(aTitle, i) {
			return true
		}
	}
	if b.hasGroup(e, &peopleNouns) {
		return true
	}
	return b.names(e)
}

// speaker reports whether e names someone who may speak for the record: a
// person, a government, a body.
func (b *block) speaker(e sentence.Extent) bool {
	if m, ok := b.means[e.From]; ok && e.Len() == 1 {
		return m.b.speaker(m.Extent)
	}
	if b.coupleAt(e.From) != nil {
		return true // they, the two leaders
	}
	for i := e.From; i < e.To; i++ {
		if r := b.ref(i); r != nil && r.Actor != nil && r.Via != actor.ByAdjective && !r.Possessive {
			switch r.Actor.Kind {
			case actor.Person, actor.Body, actor.State, actor.Company:
				return true
			}
		}
		if b.properName(i) || b.fullName(i) != "" {
			return true
		}
	}
	return b.official(e) || b.lone(e)
}

func (b *block) hasKind(e sentence.Extent, k actor.Kind) bool {
	for i := e.From; i < e.To; i++ {
		if r := b.ref(i); r != nil && r.Actor != nil && r.Actor.Kind == k {
			return true
		}
	}
	return false
}

// placeIn reports whether a place, a state or a name follows.
func (b *block) placeIn(e sentence.Extent) bool {
	for i := e.From; i < e.To && i < e.From+6; i++ {
		if r := b.ref(i); r != nil && r.Actor != nil && (r.Actor.Kind == actor.Place || r.Actor.Kind == actor.State || r.Via == actor.ByMetonym) {
			return true
		}
		if b.properName(i) || sentence.Capital(b.word(i).Text) && b.expr(i) == nil && b.ref(i) == nil {
			return true
		}
	}
	return false
}

func (b *block) number(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if b.Words[i].Kind == sentence.Number && b.expr(i) == nil {
			return true
		}
	}
	return false
}

// behindOwner is where the noun begins that a name at the head of e owns, be there an
// "of" in the name: the Bank of Peru's | rules.
func (b *block) behindOwner(e sentence.Extent) int {
	from := e.From
	if b.is(anArticle, from) {
		from++
	}
	if r := b.ref(from); r != nil && r.Actor != nil && r.To+1 < e.To && possessive(b.word(r.To)) {
		return r.To + 1
	}
	return e.From
}

// oneNoun reports whether the "and" at word i of a noun phrase with an article joins two
// words that describe its noun, and no two who act: the oil and gas company.
func (b *block) oneNoun(e sentence.Extent, i int) bool {
	for _, k := range [...]int{i - 1, i + 1} {
		if k < e.From || !lower(b.word(k).Text) || b.is(anOfficial, k) || b.is(aTitle, k) || b.is(aDeterminer, k) {
			return false
		}
	}
	return i == e.From+2 && b.is(anArticle, e.From) && e.To > i+2 && b.of(e.To-1) == b.of(i)
}

// plural reports whether a noun phrase means several.
func (b *block) plural(e sentence.Extent) bool {
	last := -1
	if b.isList(e) {
		return true
	}
	e.From = b.behindOwner(e)
	for i := e.From; i < e.To; i++ {
		if next := b.word(i + 1); next.Text == "-" && !next.Space {
			continue // a nine-year-old girl
		}
		if i > e.From && b.is(anArticle, e.From) && !b.is(aDefinite, e.From) && i+1 < e.To && b.is(aTitle, i+1) {
			continue // a police spokesman
		}
		if b.is(aJoiner, i) && b.oneNoun(e, i) {
			continue // the bold and sudden call
		}
		if b.is(aPlural, i) && !(i == e.From && b.is(aTitle, i+1) && !b.is(anOf, i+1)) || b.Words[i].Kind == sentence.Number && b.Words[i].Text != "1" && b.expr(i) == nil && i == e.From {
			return true
		}
		if b.is(aBounding, i+1) && b.is(aPreposition, i) || b.is(aBounding, i) {
			continue // at least three
		}
		if b.is(aComparing, i) && b.is(aComparative, i-1) {
			continue // more than a million people
		}
		if b.roughly(i) || b.is(aRough, i) && b.word(i+1).Kind == sentence.Number && b.expr(i+1) == nil {
			return true // over 200 people, over 4 million
		}
		if i == e.From+1 && b.is(anOf, i) && b.is(aDeterminer, e.From) && !b.is(aBackward, e.From) {
			continue // all of the voters
		}
		if b.is(aPreposition, i) || b.is(aRelative, i) || b.Words[i].Text == "," {
			break
		}
		last = i
	}
	if r := b.ref(max(e.To-1, 0)); r != nil && !lower(b.Words[e.To-1].Text) && r.To >= e.To && r.From <= e.From+1 && !(r.Via == actor.ByAdjective && b.demonym(e.To-1)) {
		return false
	}
	if last < 0 {
		return false
	}
	if b.Words[last].Kind == sentence.Number && b.Words[last].Text != "1" && b.expr(last) == nil && (last == e.From || !sentence.Capital(b.Words[last-1].Text)) {
		return true // at least 33, not the Boeing 737
	}
	if last > e.From && b.properName(last) && b.properName(last-1) && !b.is(aDeterminer, e.From) {
		return false // Ana Gibbons
	}
	t := lowerText(&b.Words[last])
	return len(t) > 3 && t[len(t)-1] == 's' && t[len(t)-2] != 's' && t[len(t)-2] != 'u' && t[len(t)-2] != 'i' && !b.is(aSingular, last)
}
