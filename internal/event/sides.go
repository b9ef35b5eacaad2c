package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// foreign reports whether an act reaches from one state or body to another
// state: names of states count, and what is called after them.
func (a *act) foreign() bool {
	from := a.b.countryIn(a.agent())
	if from == "" {
		return false
	}
	e := a.extent()
	for _, r := range a.b.refsIn(sentence.Extent{From: a.trigger.To, To: e.To}) {
		if r.Actor.Kind == actor.State && r.Actor.Name != from || r.Actor.Country != "" && r.Actor.Country != from && r.Actor.Kind != actor.Outlet {
			return true
		}
	}
	return false
}

// countryIn is the state that e names, or the state or name of the body in it.
func (b *block) countryIn(e sentence.Extent) string {
	for _, r := range b.refsIn(e) {
		switch {
		case r.Actor.Kind == actor.State || r.Actor.Kind == actor.Body && r.Actor.Country == "":
			return r.Actor.Name
		case r.Actor.Country != "":
			return r.Actor.Country
		}
	}
	return ""
}

// label reports whether the object is followed by what it is called: called
// Macron a coward.
func (a *act) label() bool {
	o := a.object
	for i := o.From + 1; i < o.To; i++ {
		if a.b.is(anArticle, i) && !a.b.is(anOf, i-1) && !a.b.is(aConjunction, i-1) && !a.b.is(aPreposition, i-1) {
			return true
		}
	}
	return a.b.Quote(a.trigger.From) < 0 && a.quoteAfter()
}

// quoteAfter reports whether words in quotation marks follow in the clause:
// called the fighting a “war”.
func (a *act) quoteAfter() bool {
	for i := a.trigger.To; i < a.extent().To; i++ {
		if a.b.Quote(i) >= 0 {
			return true
		}
	}
	return false
}

// calling reports whether an act of talking is a call: its block speaks of the
// telephone, and no place is named where they met.
func (a *act) calling() bool {
	if !a.b.hasGroup(sentence.Extent{To: len(a.b.Words)}, &phoneNouns) {
		return false
	}
	for _, ch := range a.chunks {
		if a.b.is(aWhere, ch.From) && a.b.placeIn(sentence.Extent{From: ch.From + 1, To: ch.To}) {
			return false
		}
	}
	return true
}

// demonym reports whether word i means the people of a state: the Americans,
// Russians and Ukrainians. No noun follows that it describes.
func (b *block) demonym(i int) bool {
	r := b.ref(i)
	return r != nil && r.Via == actor.ByAdjective && r.Actor != nil && r.To == i+1 && !b.modifies(i+1) && b.ref(i+1) == nil &&
		(len(b.Words[i].Text) > 4 && b.Words[i].Text[len(b.Words[i].Text)-1] == 's' || b.is(anArticle, i-1))
}

// prose reports whether events may come from a block.
func (b *block) prose() bool {
	switch b.kind {
	case article.Paragraph, article.Item, article.Quote, article.Cell:
		return true
	case article.Heading:
		return b.entry
	}
	return false
}
