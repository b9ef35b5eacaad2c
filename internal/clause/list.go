package clause

import (
	"fmt"
	"maps"
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
	aFor                         // before who is to do what an infinitive says: for Iran to leave
	aSingle                      // a determiner of one thing: a
	anOwner                      // whose a thing is that no word before has told: its
)

// listNames are the lists as the reporting file names them.
var listNames = map[string]list{
	"by": aBy, "means": aMeans, "absolute": anAbsolute, "speaker": aSpeaker, "rough": aRough, "measured": aMeasured,
	"floating": aFloating, "several": aSeveral, "personal": aPersonal, "places": aPlace, "expletive": anExpletive,
	"fronts": aFront, "noun": aClaim, "day": aDay, "week": aWeek, "of": anOf, "anaphor": anAnaphor, "there": aThere, "owner": anOwner, "for": aFor, "single": aSingle, "paired": aPaired,
}

// lemmas are the lists of lemmas of the reporting file, by their keys.
func (l *lexicon) lemmas() map[string]*map[string]bool {
	return map[string]*map[string]bool{
		"report": &l.report, "addressee": &l.addressee, "think": &l.think, "naming": &l.naming, "trailing": &l.trailing,
		"keeps": &l.keeps, "active": &l.active, "presents": &l.presents, "texts": &l.texts, "transitive": &l.transitive, "bare": &l.bare, "clausal": &l.clausal, "voicing": &l.voicing, "giving": &l.giving, "commands": &l.commands,
	}
}

// readReporting reads lists of words, or of lemmas of verbs, each under its key.
func (l *lexicon) readReporting(rules []phrase.Rule) error {
	lemmas := l.lemmas()
	for _, r := range rules {
		for _, a := range r.Attrs {
			words, of := listNames[a.Key], lemmas[a.Key]
			if words == 0 && of == nil {
				return fmt.Errorf("rule %s: no key %q", r.Name, a.Key)
			}
			for w := range strings.FieldsSeq(a.Value) {
				if of != nil {
					(*of)[w] = true
				} else {
					l.listed[w] |= words
				}
			}
		}
	}
	maps.Copy(l.inverted, l.report)
	for w := range l.addressee {
		l.report[w] = true
	}
	return nil
}

// is reports whether word i stands in one of the lists.
func (p *parser) is(in list, i int) bool {
	k := p.lex.known.Get(&p.Words[i])
	return k != nil && k.lists&in != 0
}
