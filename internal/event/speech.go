package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// hear links an act with the speech that it stands in and the speech that it
// introduces.
func (a *act) hear() {
	best := -1
	for i, s := range a.b.parse.Speeches {
		if !empty(s.Verb) && s.Verb.Overlaps(a.trigger) {
			if a.says < 0 || s.Direct && !a.b.parse.Speeches[a.says].Direct {
				a.says = i
			}
			continue
		}
		if s.From <= a.trigger.From && a.trigger.To <= s.To && (best < 0 || s.Len() < a.b.parse.Speeches[best].Len()) {
			best = i
		}
	}
	a.speech = best
}

// quoted reports whether an act stands inside quotation marks, as words of
// somebody who is not the writer. A title or a word or two is no quotation.
func (a *act) quoted() bool {
	q := a.b.Quote(a.trigger.From)
	return q >= 0 && a.b.Quotes[q].Len() > 6
}

// attribution is who says so, by canonical name where there is one: the
// speaker of the speech that tells it.
func (a *act) attribution() string {
	if a.speech < 0 {
		return ""
	}
	return a.b.speakerName(a.b.parse.Speeches[a.speech].Speaker)
}

// speakerName is a speaker's canonical name, or his words.
func (b *block) speakerName(e sentence.Extent) string {
	if empty(e) {
		return ""
	}
	var found *actor.Ref
	for i := e.From; i < e.To; i++ {
		r := b.ref(i)
		if r == nil || r.Actor == nil || r.Via == actor.ByAdjective || r.Possessive {
			continue
		}
		if found == nil || rankOf(r.Actor) < rankOf(found.Actor) {
			found = r
		}
	}
	if found != nil {
		return found.Actor.Name
	}
	for b.is(anArticle, e.From) && e.Len() > 1 {
		e.From++
	}
	return b.String(e)
}

// speakerActor is the actor that speaks, or nil.
func (b *block) speakerActor(e sentence.Extent) *actor.Actor {
	var found *actor.Actor
	for i := e.From; i < e.To; i++ {
		r := b.ref(i)
		if r == nil || r.Actor == nil || r.Via == actor.ByAdjective || r.Possessive || r.Actor.Kind == actor.Place || r.Actor.Kind == actor.Occasion {
			continue
		}
		if found == nil || rankOf(r.Actor) < rankOf(found) {
			found = r.Actor
		}
	}
	return found
}
