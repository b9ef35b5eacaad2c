package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// phrase is a noun phrase as the text writes it, up to what only describes it.
func (b *block) phrase(e sentence.Extent) string {
	e = b.core(e)
	if empty(e) {
		return ""
	}
	return b.String(e)
}

// runTogether reports whether what a page prints apart stands in one phrase: the
// credit of a picture, a place and a stamp.
func (b *block) runTogether(e sentence.Extent) bool {
	for i := e.From + 1; i+1 < e.To; i++ {
		if t := b.Words[i].Text; t == "|" || t == "/" && b.Words[i-1].Kind == sentence.Letters && b.Words[i+1].Kind == sentence.Letters && e.Len() > 4 {
			return true
		}
	}
	return false
}

// core is a noun phrase without what trails it: an apposition, a relative.
func (b *block) core(e sentence.Extent) sentence.Extent {
	if empty(e) {
		return e
	}
	for e.Len() > 1 && (b.Words[e.From].Kind == sentence.Punct || b.is(aPreposition, e.From) && !b.is(aBounding, e.From+1) && !b.roughly(e.From)) {
		e.From++
	}
	for e.Len() > 1 && (b.is(aPreposition, e.To-1) || b.expr(e.To-1) != nil && b.timeAt(e.To-1, e.From)) {
		e.To-- // the minister on Friday
	}
	listed := b.isList(e)
	for i := e.From; i < e.To; i++ {
		w := &b.Words[i]
		cut := b.is(aRelative, i) || w.Text == "(" || w.Text == ";" || w.Text == ":" || w.Text == "—" || w.Text == "–" && w.Space
		if w.Text == "," && !listed {
			cut = true
		}
		if cut && i > e.From {
			e.To = i
			break
		}
	}
	return e
}

// isList reports whether the commas of a noun phrase part the members of a
// list and not an apposition: A, B and C.
func (b *block) isList(e sentence.Extent) bool {
	comma := false
	for i := e.From; i < e.To; i++ {
		switch {
		case b.Words[i].Text == ",":
			if b.stateAt(i + 2) {
				comma = true
				break
			}
			if b.is(aDeterminer, i+1) || lower(b.word(i+1).Text) && !b.is(aJoiner, i+1) && b.word(i+1).Kind == sentence.Letters && !b.runsToVerb(e) {
				return false
			}
			comma = true
		case b.is(aJoiner, i):
			return comma
		}
	}
	return false
}

// runsToVerb reports whether noun phrase e stands right before its verb, so that no comma
// closes an apposition in it: miners, farmers and clerks | marched.
func (b *block) runsToVerb(e sentence.Extent) bool {
	if empty(e) || e.To >= len(b.Words) || !b.inVerb(e.To) {
		return false
	}
	if i := e.From - 1; b.Sentence(max(i, 0)) == b.Sentence(e.From) && i >= 0 && b.word(i).Kind == sentence.Letters && !b.inVerb(i) && !b.is(aConjunction, i) && !b.is(aRelative, i) && !b.is(aThat, i) {
		return false // further | south, miners and clerks
	}
	if r := b.ref(e.From); r != nil && r.Actor != nil && r.Actor.Kind == actor.Person {
		return false
	}
	v, k := b.verbOf(b.of(e.To)), b.parse.Clauses[b.of(e.To)]
	return v.Finite && v.From == e.To && k.Subject == e
}

// stateAt reports whether a state with an article is a member of a list at word i:
// Egypt, the | United Arab Emirates and.
func (b *block) stateAt(i int) bool {
	r := b.ref(i)
	return b.is(anArticle, i-1) && r != nil && r.Actor != nil && r.Actor.Kind == actor.State && r.Via != actor.ByAdjective && (b.is(aJoiner, r.To) || b.word(r.To).Text == ",")
}

// nounPhrase is the words around a noun trigger that describe it: Trump-Putin
// summit, last month's call.
func (b *block) nounPhrase(t sentence.Extent) sentence.Extent {
	from := t.From
	for k := from - 1; k >= 0 && k >= t.From-8 && b.of(k) == b.of(t.From); k-- {
		if r := b.ref(k); r != nil && r.Via == actor.ByName && r.To == k+1 {
			k, from = r.From, r.From // the Group of 20 summit
			continue
		}
		w := &b.Words[k]
		if w.Kind == sentence.Punct && w.Text != "-" && w.Text != "–" || b.is(aPreposition, k) && b.expr(k) == nil || b.inVerb(k) || b.is(aConjunction, k) {
			break
		}
		from = k
		if r := b.ref(k - 1); r != nil && b.is(anArticle, k) && r.To == k && r.Via == actor.ByName {
			break // handing Putin | a victory
		}
	}
	return sentence.Extent{From: from, To: t.To}
}
