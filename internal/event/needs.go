package event

import (
	"maps"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// conditions are what a rule's key needs may name.
var conditions = map[string]func(*act) bool{}

func init() { // conditions and acts refer to each other
	maps.Copy(conditions, ofWho())
	maps.Copy(conditions, ofWhom())
	maps.Copy(conditions, ofDeed())
}

// ofWho are the conditions that ask who acts, and with whom.
func ofWho() map[string]func(*act) bool {
	return map[string]func(*act) bool{
		"subject": func(a *act) bool { return !empty(a.subject) || a.passive },
		"actor":   func(a *act) bool { return a.b.names(a.subject) || a.b.names(a.object) || a.b.names(a.by) },
		"actors":  (*act).twoSides,
		"pair": func(a *act) bool {
			met := a.nextPhrase()
			return a.b.human(a.subject) && a.b.personal(met) && !a.b.is(anAs, met.To) && !a.b.perceived(met)
		},
		"somebody": func(a *act) bool {
			return a.b.personal(a.subject) || a.subject.Len() == 1 && a.b.is(aPersonal, a.subject.From)
		},
		"named": func(a *act) bool {
			return a.b.personal(a.patient()) || a.b.official(a.object) || a.b.official(a.subject)
		},
		"person":  func(a *act) bool { return a.b.human(a.patient()) || empty(a.object) && a.b.human(a.subject) },
		"persons": func(a *act) bool { return a.b.human(a.subject) },
		"source":  func(a *act) bool { return a.passive || a.b.names(a.subject) || a.b.official(a.subject) },
		"company": func(a *act) bool {
			return a.b.names(a.subject) && a.b.names(a.nextPhrase()) || a.passive && a.b.names(a.subject)
		},
		"outlet": func(a *act) bool {
			return a.b.hasKind(a.subject, actor.Outlet) && (a.tellsWhat() || !empty(a.object))
		},
		"press":      (*act).pressBehind,
		"pressowner": func(a *act) bool { return a.b.hasKind(a.b.nounPhrase(a.trigger), actor.Outlet) },
		"speaker": func(a *act) bool {
			who := a.agent()
			return a.b.speaker(who) || who.Len() == 1 && a.b.is(aThird, who.From) && a.b.is(aPersonal, who.From)
		},
		"owner": func(a *act) bool {
			return len(a.b.refsIn(a.subject)) > 0 || !empty(a.subject) && sentence.Capital(a.b.word(a.subject.From).Text)
		},
		"attacker": func(a *act) bool { return a.b.hasGroup(a.agent(), &armedNouns) },
		"force": func(a *act) bool {
			return a.b.hasGroup(a.agent(), &armedNouns) || a.b.names(a.agent()) && a.b.hasGroup(a.object, &armedNouns)
		},
		"soldiers":  func(a *act) bool { return a.b.hasGroup(a.subject, &armedNouns) },
		"fighters":  func(a *act) bool { return a.b.hasGroup(a.subject, &fighterNouns) },
		"police":    func(a *act) bool { return a.b.hasGroup(a.agent(), &policeNouns) },
		"rivals":    func(a *act) bool { return a.b.names(a.subject) && a.b.names(a.nextPhrase()) },
		"traveller": func(a *act) bool { return empty(a.object) && (a.b.personal(a.subject) || a.b.human(a.subject)) },
		"group":     func(a *act) bool { return a.b.human(a.subject) && a.b.plural(a.b.core(a.subject)) && empty(a.object) },
		"official":  func(a *act) bool { return a.b.official(a.agent()) && a.b.human(a.patient()) },
		"officeholder": func(a *act) bool {
			return (a.b.personal(a.subject) || a.subject.Len() == 1 && a.b.is(aPronoun, a.subject.From)) && (a.b.official(a.nextPhrase()) || a.b.hasKind(a.nextPhrase(), actor.Body))
		},
		"foreign": (*act).foreign,
		"several": func(a *act) bool {
			return a.b.human(a.subject) && a.b.plural(a.b.core(a.subject)) || a.b.coupleAt(a.subject.From) != nil
		},
		"power":   (*act).power,
		"partner": (*act).partner,
		"sides":   (*act).sides,
		"states":  func(a *act) bool { return a.b.names(a.subject) && a.b.names(a.object) },
	}
}

// ofWhom are those that ask what it is done to, and where.
func ofWhom() map[string]func(*act) bool {
	return map[string]func(*act) bool{
		"object": func(a *act) bool { return !empty(a.patient()) || !empty(a.object) || a.infinitive() },
		"place":  func(a *act) bool { return a.b.placeIn(a.nextPhrase()) },
		"guest":  func(a *act) bool { return a.b.personal(a.patient()) || a.b.official(a.patient()) },
		"target": func(a *act) bool { return !empty(a.patient()) && !a.particle("from", a.patient()) },
		"money":  func(a *act) bool { return a.b.hasWord(aCurrency, a.object) || a.b.hasWord(aCurrency, a.nextPhrase()) },
		"recipient": func(a *act) bool {
			return a.passive || a.b.names(a.subject) || a.b.names(a.nextPhrase()) || a.b.official(a.subject) && a.partner()
		},
		"toll": func(a *act) bool {
			return a.b.hasGroup(a.patient(), &peopleNouns) || a.b.number(a.patient()) || a.b.number(a.nextPhrase())
		},
		"finding": func(a *act) bool {
			return !empty(a.patient()) && (a.b.official(a.agent()) || a.b.human(a.agent()) || a.passive) && !a.infinitive()
		},
		"crowd": func(a *act) bool {
			return a.b.hasGroup(a.patient(), &crowdNouns) && !a.b.official(a.patient())
		},
		"body":     func(a *act) bool { return a.b.hasKind(a.object, actor.Body) && !a.b.is(aPronoun, a.object.From) },
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
		"joint": func(a *act) bool { return a.b.hasWord(aJoint, a.patient()) },
	}
}

// ofDeed are those that ask of the deed itself: its form, its words, its time.
func ofDeed() map[string]func(*act) bool {
	return map[string]func(*act) bool{
		"pinned": func(a *act) bool {
			i := a.b.exprIn(a.clause)
			return conditions["actor"](a) || i >= 0 && a.b.exprs[i].When.Days() <= 7
		},
		"inline":     (*act).inline,
		"timed":      (*act).timed,
		"passive":    func(a *act) bool { return a.passive },
		"infinitive": (*act).infinitive,
		"words":      func(a *act) bool { return a.tellsWhat() || a.quotes() || a.objectNames() },
		"calls":      (*act).phones,
		"label":      (*act).label,
		"wanted":     (*act).asksFor,
		"alone":      func(a *act) bool { return !a.infinitive() },
		"calling":    (*act).calling,
		"content": func(a *act) bool {
			return !empty(a.patient()) || !empty(a.object) || a.infinitive() || a.tellsWhat() || a.asksFor()
		},
		"stays":  (*act).stays,
		"falls":  (*act).falls,
		"since":  func(a *act) bool { return a.b.sinceIn(a.clause) >= 0 },
		"stated": (*act).stated,
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
	if a.verbIs(aBegging) && !empty(a.object) && !a.b.is(aFor, a.object.From) && !a.passive {
		return false // called the draft a basis for talks
	}
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
		if lowerText(&a.b.Words[i]) == word {
			return true
		}
	}
	return false
}
