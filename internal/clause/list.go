package clause

import (
	"fmt"
	"strings"

	"github.com/dateline-ssg/dateline/internal/phrase"
)

// list is a set of closed lists of words, one bit each.
type list uint32

const (
	aBy         list = 1 << iota // names who did it
	aMeans                       // behind by, the way it was done: phone
	anAbsolute                   // with
	aSpeaker                     // who may say so behind a comma: spokesman
	aRough                       // makes a number a rough one: around
	aMeasured                    // behind by and a number, how much: percent
	aFloating                    // between an auxiliary and its verb: both
	aSeveral                     // a form that shows a plural subject: were
	aPersonal                    // a relative that means people: who
	aPlace                       // stands between people and a name: from
	anExpletive                  // it
	aFront                       // turns verb and subject around: only
	aClaim                       // a noun that a that-clause may follow
	aDay                         // a day by a name of its own: Monday
	aWeek                        // with an adjective, one week: last week
	anOf                         // of
	aThere                       // a place told before, behind a noun: the flag there
	anAnaphor                    // a time told before, behind a preposition: since then
	aPaired                      // before the first of two verbs: neither joined nor left
	aRecord                      // what is cited as the word of somebody: documents
	aDenial                      // the one of those that denies both: neither
	aFor                         // before who is to do what an infinitive says: for Iran to leave
	aSingle                      // a determiner of one thing: a
	anOwner                      // whose a thing is that no word before has told: its
	aStyle                       // begins the name of a person: Mr
	aParticle                    // belongs to the verb right before it: rule out
	anAdding                     // joins what does not contrast: and
	aSupposing                   // before its subject it means if: should he fall
	aSuch                        // what it says how much of has the consequence that follows: so tense that
	aRole                        // what stands behind it is what something is called: as
	anAmong                      // between a member and those it is one of: among
)

// listNames are the lists as the reporting file names them.
var listNames = map[string]list{
	"by": aBy, "means": aMeans, "absolute": anAbsolute, "speaker": aSpeaker, "rough": aRough, "measured": aMeasured,
	"floating": aFloating, "several": aSeveral, "personal": aPersonal, "places": aPlace, "expletive": anExpletive,
	"fronts": aFront, "noun": aClaim, "day": aDay, "week": aWeek, "of": anOf, "anaphor": anAnaphor, "there": aThere, "owner": anOwner, "for": aFor, "single": aSingle, "paired": aPaired, "denial": aDenial, "record": aRecord, "style": aStyle, "adding": anAdding, "particle": aParticle, "among": anAmong, "role": aRole, "such": aSuch, "supposing": aSupposing,
}

// verbs is a set of lists of verbs, which have their lemmas, one bit each.
type verbs uint32

const (
	ofReport     verbs = 1 << iota // what follows is said by the subject: say
	ofAddressee                    // the same, behind whom it is said to: tell
	ofThink                        // a clause may follow that is no speech: believe
	ofInverted                     // the speaker may follow: said Ruiz, but not told Ruiz
	ofNaming                       // two nouns follow, of which the second says what the first is: name
	ofTrailing                     // no participle behind a noun phrase and a comma: say
	ofKeeps                        // a participle behind a comma is of the subject: accompany
	ofActive                       // nothing is done to what has its form in -ed: arrive
	ofPresents                     // what it tells of may follow: come
	ofTexts                        // what is done with a statement, not what it says: sign
	ofTransitive                   // its form in -s is a noun before a preposition: attack
	ofBare                         // an infinitive without "to" may follow: let
	ofClausal                      // a clause follows, and no mere noun phrase: say
	ofVoicing                      // what somebody does who speaks: refer
	ofGiving                       // two objects follow, of which the passive keeps one: award
	ofCommands                     // a participle behind its object says what is to be done to that
	ofSpans                        // what is done by or to what takes time, and by or to no place: end
	ofObjects                      // nobody does it but to somebody or something: condemn
	ofLooks                        // a participle behind it is an adjective: seem
	ofPassive                      // makes a passive with a participle, as be does
)

// verbNames are the lists as the reporting file names them.
var verbNames = map[string]verbs{
	"report": ofReport, "addressee": ofAddressee, "think": ofThink, "naming": ofNaming, "trailing": ofTrailing,
	"keeps": ofKeeps, "active": ofActive, "presents": ofPresents, "texts": ofTexts, "transitive": ofTransitive, "bare": ofBare,
	"clausal": ofClausal, "spans": ofSpans, "voicing": ofVoicing, "giving": ofGiving, "commands": ofCommands,
	"objects": ofObjects, "looks": ofLooks,
}

// is reports whether a verb stands in one of the lists.
func (v *Verb) is(in verbs) bool { return v.lists&in != 0 }

// readReporting reads lists of words, or of lemmas of verbs, each under its key.
func (l *lexicon) readReporting(rules []phrase.Rule) error {
	for _, r := range rules {
		for _, a := range r.Attrs {
			words, of := listNames[a.Key], verbNames[a.Key]
			if words == 0 && of == 0 {
				return fmt.Errorf("rule %s: no key %q", r.Name, a.Key)
			}
			for w := range strings.FieldsSeq(a.Value) {
				if of != 0 {
					l.verbs[w] |= of
				} else {
					l.listed[w] |= words
				}
			}
		}
	}
	for w, in := range l.verbs {
		if in&ofReport != 0 {
			l.verbs[w] |= ofInverted
		}
		if in&ofAddressee != 0 {
			l.verbs[w] |= ofReport
		}
	}
	return nil
}

// is reports whether word i stands in one of the lists.
func (p *parser) is(in list, i int) bool {
	k := p.lex.known.Get(&p.Words[i])
	return k != nil && k.lists&in != 0
}
