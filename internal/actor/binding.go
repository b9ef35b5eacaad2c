package actor

import (
	"sort"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// What a pronoun means, or cannot, by where it stands in its own sentence.

// ahead is whom the pronoun i means that is the subject of a clause which opens
// its sentence, where the main clause behind it names its own subject and has
// no pronoun of the same kind: When he came back, Vega resigned. Else it is nil.
func (f *finder) ahead(i int, gender string) *Actor {
	ci := f.clauses.Of[i]
	c := f.clauses.Clauses[ci]
	if gender == "it" || c.Kind != clause.Subordinate || c.Parent < 0 || c.Subject.From != i {
		return nil
	}
	sent := f.text.Sentences[f.text.Sentence(i)]
	main := f.clauses.Clauses[c.Parent]
	if c.From > sent.From+1 || main.Verb < 0 || main.Subject.From < i || main.Kind != clause.Main || f.stops(i, main.Subject.From) {
		return nil
	}
	for k := main.Subject.To; k < sent.To; k++ {
		if f.is(aPronounHeWord, k) && gender == "he" && f.is(anObjectiveWord, k) || f.is(aPronounSheWord, k) && gender == "she" && f.is(anObjectiveWord, k) {
			return nil
		}
	}
	for _, r := range f.namedIn(main.Subject) {
		if main.Subject.Contains(r.Extent) && r.Actor.Kind == Person && r.Via != ByAdjective && !r.Possessive && (r.Actor.Pronoun == "" || r.Actor.Pronoun == gender) {
			return r.Actor
		}
	}
	return nil
}

// stops reports whether a semicolon stands between words, behind which another sentence
// could begin: After his release he left; Vega stayed.
func (f *finder) stops(from, to int) bool {
	for _, w := range f.text.Words[from:to] {
		if w.Text == ";" {
			return true
		}
	}
	return false
}

// blamed is whom the possessive i means inside of what somebody is praised or blamed
// for: he who did that is the object of the verb before it, and what is his is named
// by it (Vega mocked Ruiz for losing after his long campaign). Else it is nil.
func (f *finder) blamed(i int, gender string) *Actor {
	if gender == "it" || !f.possessive(i) {
		return nil
	}
	for c, n := f.clauses.Of[i], 0; c >= 0 && n < 3; c, n = f.clauses.Clauses[c].Parent, n+1 {
		k := f.clauses.Clauses[c]
		if k.Kind != clause.Participial || k.Verb < 0 {
			continue
		}
		v := f.clauses.Verbs[k.Verb]
		if v.Finite || !v.Ing || v.From == 0 || !f.is(aBlamingWord, v.From-1) {
			return nil
		}
		for _, r := range f.namedIn(sentence.Extent{From: v.From - 2, To: v.From - 1}) {
			if r.To == v.From-1 && r.Actor.Kind == Person && !r.Possessive && (r.Actor.Pronoun == "" || r.Actor.Pronoun == gender) {
				return r.Actor
			}
		}
		return nil
	}
	return nil
}

// reflexive is who the reflexive pronoun i points back at: the subject of its
// clause behind a verb or a preposition, nobody where it stresses a word (the
// minister himself).
func (f *finder) reflexive(i int, gender string, back []seen) *Actor {
	c := f.clauses.Of[i]
	v := f.clauses.Clauses[c].Verb
	if v < 0 || i < f.clauses.Verbs[v].To {
		return nil
	}
	for k := len(back) - 1; k >= 0; k-- {
		b := back[k]
		if !b.subject || b.clause != c || b.passage != f.p {
			continue
		}
		if person := b.Kind == Person; person != (gender != "it") || b.Pronoun != "" && b.Pronoun != gender {
			return nil
		}
		return b.Actor
	}
	return nil
}

// elsewhere reports whether pronoun i is the subject of the clause in front of
// whose subject b stands in a phrase of its own: with Wang he led the talks.
// Two phrases of one clause name two persons (Reinhart 1976); an owner is
// named by the word behind and may be the same (in Wang's view he won).
func (f *finder) elsewhere(i int, b seen) bool {
	c := f.clauses.Clauses[f.clauses.Of[i]]
	return b.passage == f.p && b.clause == f.clauses.Of[i] && !b.subject && !b.owner && c.Subject.From == i && b.from < i
}

// ofParticiple reports whether b stands in the participle clause in front of the clause of
// which pronoun i is the subject, and so is another: the pronoun is who did that or to whom
// it was done. Sacked by Putin in 2004, he left. What is his there may be his own.
func (f *finder) ofParticiple(i int, b seen) bool {
	if b.passage != f.p || b.owner || b.from >= i {
		return false
	}
	k, c := f.clauses.Clauses[b.clause], f.clauses.Clauses[f.clauses.Of[i]]
	return k.Kind == clause.Participial && k.Parent == f.clauses.Of[i] && c.Subject.From == i && b.from < c.Subject.From
}

// self is the subject of the clause in which the pronoun i is an object, or
// nil.
func (f *finder) self(i int, back []seen) *Actor {
	c := f.clauses.Of[i]
	v := f.clauses.Clauses[c].Verb
	if v < 0 || i < f.clauses.Verbs[v].To || !f.is(anObjectiveWord, i) || f.possessive(i) && i+1 < len(f.text.Words) && f.text.Words[i+1].Kind == sentence.Letters {
		return nil
	}
	for k := len(back) - 1; k >= 0; k-- {
		b := back[k]
		if b.passage != f.p {
			break
		}
		if b.subject && b.clause == c {
			return b.Actor
		}
		if s := f.clauses.Clauses[c].Subject; !f.is(aPronounItWord, i) && b.from >= s.From && b.from < s.To && !b.owner && s.To <= f.clauses.Clauses[c].From {
			return b.Actor // Vega flew to Lima and spoke to him
		}
	}
	return nil
}

// namedIn is the references by name of the passage at hand that share a word with e.
func (f *finder) namedIn(e sentence.Extent) []Ref {
	from := sort.Search(len(f.named), func(k int) bool {
		r := f.named[k]
		return r.Passage > f.p || r.Passage == f.p && r.To > e.From
	})
	to := from
	for to < len(f.named) && f.named[to].Passage == f.p && f.named[to].From < e.To {
		to++
	}
	return f.named[from:to]
}
