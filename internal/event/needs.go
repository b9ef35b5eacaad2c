package event

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// conditions are what a rule's key needs may name.
var conditions map[string]func(*act) bool

func init() { // conditions and acts refer to each other
	conditions = map[string]func(*act) bool{
		"subject": func(a *act) bool { return !empty(a.subject) || a.passive },
		"object":  func(a *act) bool { return !empty(a.patient()) || !empty(a.object) || a.infinitive() },
		"actor":   func(a *act) bool { return a.b.names(a.subject) || a.b.names(a.object) || a.b.names(a.by) },
		"actors":  (*act).twoSides,
		"pair":    func(a *act) bool { return a.b.personal(a.subject) && a.b.personal(a.nextPhrase()) },
		"place":   func(a *act) bool { return a.b.placeIn(a.nextPhrase()) },
		"dated":   func(a *act) bool { i := a.b.exprIn(a.clause); return i >= 0 && a.b.exprs[i].When.Days() <= 7 },
		"somebody": func(a *act) bool {
			return a.b.personal(a.subject) || a.subject.Len() == 1 && a.b.is(aPersonal, a.subject.From)
		},
		"guest": func(a *act) bool { return a.b.personal(a.patient()) || a.b.official(a.patient()) },
		"named": func(a *act) bool {
			return a.b.personal(a.patient()) || a.b.official(a.object) || a.b.official(a.subject)
		},
		"person":  func(a *act) bool { return a.b.human(a.patient()) || empty(a.object) && a.b.human(a.subject) },
		"persons": func(a *act) bool { return a.b.human(a.subject) },
		"source":  func(a *act) bool { return a.passive || a.b.names(a.subject) || a.b.official(a.subject) },
		"target":  func(a *act) bool { return !empty(a.patient()) && !a.particle("from", a.patient()) },
		"company": func(a *act) bool {
			return a.b.names(a.subject) && a.b.names(a.nextPhrase()) || a.passive && a.b.names(a.subject)
		},
		"money": func(a *act) bool { return a.b.hasWord(aCurrency, a.object) || a.b.hasWord(aCurrency, a.nextPhrase()) },
		"recipient": func(a *act) bool {
			return a.passive || a.b.names(a.subject) || a.b.names(a.nextPhrase()) || a.b.official(a.subject) && a.partner()
		},
		"outlet": func(a *act) bool {
			return a.b.hasKind(a.subject, actor.Outlet) && (a.tellsWhat() || !empty(a.object))
		},
		"press":      (*act).pressBehind,
		"inline":     (*act).inline,
		"timed":      (*act).timed,
		"pressowner": func(a *act) bool { return a.b.hasKind(a.b.nounPhrase(a.trigger), actor.Outlet) },
		"passive":    func(a *act) bool { return a.passive },
		"speaker": func(a *act) bool {
			who := a.agent()
			return a.b.speaker(who) || who.Len() == 1 && a.b.is(aThird, who.From) && a.b.is(aPersonal, who.From)
		},
		"owner": func(a *act) bool {
			return len(a.b.refsIn(a.subject)) > 0 || !empty(a.subject) && upper(a.b.word(a.subject.From).Text)
		},
		"infinitive": (*act).infinitive,
		"words":      func(a *act) bool { return a.tellsWhat() || a.quotes() || a.objectNames() },
		"attacker":   func(a *act) bool { return a.b.hasGroup(a.agent(), "armed") },
		"force": func(a *act) bool {
			return a.b.hasGroup(a.agent(), "armed") || a.b.names(a.agent()) && a.b.hasGroup(a.object, "armed")
		},
		"soldiers": func(a *act) bool { return a.b.hasGroup(a.subject, "armed") },
		"fighters": func(a *act) bool { return a.b.hasGroup(a.subject, "armed", "fight", "disaster") },
		"police":   func(a *act) bool { return a.b.hasGroup(a.agent(), "police") },
		"toll": func(a *act) bool {
			return a.b.hasGroup(a.patient(), "people") || a.b.number(a.patient()) || a.b.number(a.nextPhrase())
		},
		"rivals": func(a *act) bool { return a.b.names(a.subject) && a.b.names(a.nextPhrase()) },
		"finding": func(a *act) bool {
			return !empty(a.patient()) && (a.b.official(a.agent()) || a.b.human(a.agent()) || a.passive) && !a.infinitive()
		},
		"traveller": func(a *act) bool { return empty(a.object) && (a.b.personal(a.subject) || a.b.human(a.subject)) },
		"calls":     (*act).phones,
		"group":     func(a *act) bool { return a.b.human(a.subject) && a.b.plural(a.b.core(a.subject)) && empty(a.object) },
		"official":  func(a *act) bool { return a.b.official(a.agent()) && a.b.human(a.patient()) },
		"officeholder": func(a *act) bool {
			return (a.b.personal(a.subject) || a.subject.Len() == 1 && a.b.is(aPronoun, a.subject.From)) && (a.b.official(a.nextPhrase()) || a.b.hasKind(a.nextPhrase(), actor.Body))
		},
		"foreign": (*act).foreign,
		"label":   (*act).label,
		"wanted":  (*act).asksFor,
		"alone":   func(a *act) bool { return !a.infinitive() },
		"several": func(a *act) bool { return a.b.human(a.subject) && a.b.plural(a.b.core(a.subject)) },
		"calling": (*act).calling,
		"content": func(a *act) bool {
			return !empty(a.patient()) || !empty(a.object) || a.infinitive() || a.tellsWhat() || a.asksFor()
		},
		"crowd": func(a *act) bool {
			return a.b.hasGroup(a.patient(), "people", "media") && !a.b.official(a.patient())
		},
		"power":    (*act).power,
		"locality": func(a *act) bool { return a.b.placeIn(a.object) && !a.b.personal(a.object) },
		"aimed": func(a *act) bool {
			return slices.ContainsFunc(a.chunks, func(ch chunk) bool { return a.b.is(anAim, ch.From) && !ch.time })
		},
		"insult": func(a *act) bool {
			return a.b.hasWord(anInsult, sentence.Extent{From: a.object.From + 1, To: a.extent().To})
		},
		"compliment": func(a *act) bool {
			return a.b.hasWord(aCompliment, sentence.Extent{From: a.object.From + 1, To: a.extent().To})
		},
		"partner": (*act).partner,
		"joint":   func(a *act) bool { return a.b.hasWord(aJoint, a.patient()) },
		"sides":   (*act).sides,
		"stays":   (*act).stays,
		"falls":   (*act).falls,
		"since":   func(a *act) bool { return a.b.sinceIn(a.clause) >= 0 },
		"states":  func(a *act) bool { return a.b.names(a.subject) && a.b.names(a.object) },
	}
}

// phones reports whether a party called another, and not something else: called
// him a fool.
func (a *act) phones() bool {
	if !a.b.personal(a.subject) || !a.b.personal(a.object) || a.passive {
		return false
	}
	for i, ch := range a.chunks {
		if i > 0 && !ch.time && ch.prep == "" && !ch.comma && ch.clause == a.clause {
			return false // called him a fool
		}
	}
	return true
}

// nextPhrase is the object, or the first phrase after the trigger without its
// preposition.
func (a *act) nextPhrase() sentence.Extent {
	if !empty(a.object) {
		return a.object
	}
	for _, ch := range a.chunks {
		if ch.time {
			continue
		}
		if ch.prep != "" {
			return sentence.Extent{From: ch.From + 1, To: ch.To}
		}
		return ch.Extent
	}
	return sentence.Extent{}
}

// infinitive reports whether an infinitive hangs on the act's clause.
func (a *act) infinitive() bool {
	for i := range a.b.under(a.clause) {
		if v := a.b.verbOf(i); v != nil && v.Infinite && v.From >= a.trigger.To-1 && v.From < a.trigger.To+12 {
			return true
		}
	}
	return a.b.is(aPurpose, a.trigger.To) || a.b.is(aPurpose, a.trigger.To-1)
}

// asksFor reports whether a phrase with "for" says what is wanted: asked on
// Monday for a pause.
func (a *act) asksFor() bool {
	for _, ch := range a.chunks {
		if !ch.time && a.b.is(aFor, ch.From) && ch.clause == a.clause && !a.b.is(anOften, ch.To-1) {
			return true // called for a pause, not called it a war for the first time
		}
	}
	return false
}

// tellsWhat reports whether something says what is said: a clause, or words that
// stand elsewhere and are not quoted.
func (a *act) tellsWhat() bool {
	if a.complement() >= 0 {
		return true
	}
	for _, s := range a.b.parse.Speeches {
		if !empty(s.Verb) && s.Verb.Overlaps(a.trigger) && !s.Direct {
			return true
		}
	}
	return false
}

// complement is the clause behind the verb that says what is said, or -1.
func (a *act) complement() int {
	for i := range a.b.behind(a.clause) {
		if c := &a.b.parse.Clauses[i]; c.Kind == clause.Complement && (c.Parent == a.clause || a.spans(c.Parent)) {
			return i
		}
	}
	return -1
}

// spans reports whether the verb of clause c is part of an act's words: let it be known.
func (a *act) spans(c int) bool {
	v := a.b.verbOf(c)
	return v != nil && a.trigger.Len() > 2 && v.From > a.trigger.From && v.To <= a.trigger.To
}

// quotes reports whether words in quotation marks stand in its sentence or
// are introduced by it.
func (a *act) quotes() bool {
	for _, s := range a.b.parse.Speeches {
		if s.Direct && !empty(s.Verb) && s.Verb.Overlaps(a.trigger) {
			return true
		}
	}
	return false
}

// objectNames reports whether the object is a claim or a refusal in few
// words; a bare "said it" is none.
func (a *act) objectNames() bool { return a.infinitive() }

// particle reports whether a word stands in e.
func (a *act) particle(word string, e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if lowerText(a.b.Words[i]) == word {
			return true
		}
	}
	return false
}

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
	if w.Kind != sentence.Letters || !upper(w.Text) || b.expr(i) != nil || len(w.Text) < 2 {
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
	return b.sentenceOf(i).From != i || upper(b.word(i+1).Text) || (b.inVerb(i+1) || b.is(anAdverb, i+1) && b.inVerb(i+2)) && !b.inVerb(i) && lower(b.word(i+1).Text)
}

// official reports whether a person or body is named by office: the foreign
// minister, the delegation, lawmakers.
func (b *block) official(e sentence.Extent) bool {
	for i := e.From; i < e.To; i++ {
		if b.is(anOfficial, i) && !possessive(b.word(i+1)) {
			return true
		}
	}
	return b.hasGroup(e, "parliament", "police", "court")
}

// personal reports whether a person is named in e.
func (b *block) personal(e sentence.Extent) bool {
	if _, ok := b.means[e.From]; ok && e.Len() == 1 && b.is(aPersonal, e.From) {
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
	if b.personal(e) || b.official(e) {
		return true
	}
	for i := e.From; i < e.To; i++ {
		if b.is(aPronoun, i) || b.is(aTitle, i) {
			return true
		}
	}
	if b.hasGroup(e, "people") {
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
		if b.properName(i) || upper(b.word(i).Text) && b.expr(i) == nil && b.ref(i) == nil {
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
	t := lowerText(b.Words[last])
	return len(t) > 3 && t[len(t)-1] == 's' && t[len(t)-2] != 's' && t[len(t)-2] != 'u' && t[len(t)-2] != 'i' && !b.is(aSingular, last)
}
