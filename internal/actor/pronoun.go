package actor

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// maxSentences is how many sentences back a pronoun may reach.
const maxSentences = 3

// seen is an actor that a pronoun may mean.
type seen struct {
	*Actor
	sentence int // counted through the document
	subject  bool
	clause   int
	passage  int
	from     int  // the word at which it stands
	owner    bool // Wang's
	inner    bool // the subject of a clause inside of another
	quoted   bool // in words that somebody else says
}

// pronouns resolves he, she and it to the actors before them, then I and we
// inside of quotations to the speaker.
func (f *finder) pronouns() {
	named := f.refs
	f.named = named
	f.life = f.aboutOne(named)
	f.refs = make([]Ref, 0, len(named)+len(named)/4)
	back := f.back
	k, sentences := 0, 0
	for p := range f.doc.Passages {
		if p >= len(f.doc.Clauses) || f.doc.Clauses[p] == nil {
			for ; k < len(named) && named[k].Passage == p; k++ {
				f.refs = append(f.refs, named[k])
			}
			sentences += len(f.doc.Passages[p].Sentences)
			continue
		}
		f.turn(p)
		first := len(f.refs)
		at := k
		for k < len(named) && named[k].Passage == p {
			k++
		}
		back = f.third(named[at:k], back, sentences)
		f.back = back
		f.firstPerson(first)
		sentences += len(f.text.Sentences)
	}
}

// third goes through one passage with its named references, and resolves
// pronouns of the third person.
func (f *finder) third(named []Ref, back []seen, sentences int) []seen {
	s, k := 0, 0
	speaker := f.speakers(named)
	strangers := f.strangers(named)
	for i := 0; i < len(f.text.Words); i++ {
		isNamed := k < len(named) && named[k].From == i
		if len(strangers) > 0 && strangers[0] == i {
			strangers = strangers[1:]
			for s+1 < len(f.text.Sentences) && f.text.Sentences[s].To <= i {
				s++
			}
			back = append(back, seen{Actor: someone, sentence: sentences + s, subject: true, clause: f.clauses.Of[i], passage: f.p, from: i})
			continue
		}
		if !isNamed && !f.refers(i) {
			continue // as most words
		}
		for s+1 < len(f.text.Sentences) && f.text.Sentences[s].To <= i {
			s++
		}
		var r Ref
		switch {
		case isNamed:
			r = named[k]
			k++
		case f.unnamed(i, named, k):
			c := f.clauses.Of[i]
			back = append(back, seen{Actor: someone, sentence: sentences + s, subject: true, clause: c, passage: f.p, from: i})
			continue
		default:
			a := f.pronoun(i, sentences+s, back[max(len(back)-maxBack, 0):], speaker[i])
			if a == nil {
				continue
			}
			next := i+1 < len(f.text.Words) && f.text.Words[i+1].Kind == sentence.Letters
			r = Ref{Passage: f.p, Extent: sentence.Extent{From: i, To: i + 1}, Actor: a, Via: ByPronoun, Possessive: f.possessive(i) && next}
		}
		f.refs = append(f.refs, r)
		if r.Via != ByAdjective && r.Actor.Kind != Place && r.Actor.Kind != Occasion {
			c := f.clauses.Of[r.From]
			k := f.clauses.Clauses[c]
			subject := k.Subject.From >= k.From && (k.Subject.Contains(r.Extent) || f.apposed(k.Subject, r.Extent))
			subject = subject && !f.addressed(r, back)
			back = append(back, seen{r.Actor, sentences + s, subject, c, f.p, r.From, r.Possessive, k.Kind != clause.Main && k.Kind != clause.Coordinate, f.text.Quote(r.From) >= 0})
			if len(back) == 8*maxBack { // more than maxBack are not looked at
				back = append(back[:0], back[len(back)-maxBack:]...)
			}
		}
		i = r.To - 1
	}
	return back
}

// refers reports whether word i may mean a person or thing that it does not name.
func (f *finder) refers(i int) bool {
	return f.sorts[i] != 0 && (f.is(aRoleWord, i) || f.is(aPronounHeWord, i) || f.is(aPronounSheWord, i) || f.is(aPronounItWord, i))
}

// strangers are the words, in order, that name somebody who speaks and whom no list
// and nothing in the text explains: Vega told reporters.
func (f *finder) strangers(named []Ref) []int {
	var out []int
	for _, x := range f.clauses.Speeches {
		i := x.Speaker.To - 1
		if x.Speaker.Len() == 0 || x.Speaker.Len() > 2 || !f.capital(i) || f.sorts[i] != 0 || f.text.Sentences[f.text.Sentence(i)].From == i {
			continue
		}
		known := slices.ContainsFunc(named, func(r Ref) bool { return r.Overlaps(x.Speaker) })
		if !known {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// addressed reports whether reference r stands in one phrase behind an owner as whom
// something goes to: Wang's letter to Vega is of Wang.
func (f *finder) addressed(r Ref, back []seen) bool {
	if len(back) == 0 || r.From == 0 || !f.is(aToWord, r.From-1) {
		return false
	}
	b := back[len(back)-1]
	return b.owner && b.passage == f.p && b.clause == f.clauses.Of[r.From]
}

// apposed reports whether name e stands between commas behind subject s.
func (f *finder) apposed(s, e sentence.Extent) bool {
	w := f.text.Words
	return e.From == s.To+1 && w[s.To].Text == "," && e.To < len(w) && w[e.To].Text == ","
}

// pronoun is who the word i means, or nil.
func (f *finder) pronoun(i, sentence int, back []seen, speaker *Actor) *Actor {
	gender := ""
	switch {
	case f.is(aPronounHeWord, i):
		gender = "he"
	case f.is(aPronounSheWord, i):
		gender = "she"
	case f.is(aPronounItWord, i) && !f.expletive(i):
		gender = "it"
	default:
		return nil
	}
	self := f.self(i, back)
	if a := f.ahead(i, gender); a != nil {
		return a
	}
	if f.is(aReflexiveWord, i) {
		return f.reflexive(i, gender, back)
	}
	if a := f.blamed(i, gender); a != nil {
		return a
	}
	var best *Actor
	value := 0
	reach := 1 // of it: a sentence back as a subject or owner, none as an object
	if v := f.clauses.Clauses[f.clauses.Of[i]].Verb; v >= 0 && i >= f.clauses.Verbs[v].To && !f.possessive(i) {
		reach = 0
	}
	for k := len(back) - 1; k >= 0; k-- {
		b := back[k]
		far := sentence - b.sentence
		if far > maxSentences || gender == "it" && far > reach {
			break
		}
		v := 3 * far
		switch {
		case b.Actor == speaker:
			continue
		case gender == "it" && (b.Kind == Person || b.Kind == Unknown):
			continue
		case gender != "it" && (b.Kind != Person || b.Pronoun != "" && b.Pronoun != gender):
			continue
		case gender != "it" && b.Pronoun == "":
			v += 2
			if b.subject && !b.inner && !b.owner && far > 0 {
				v--
			}
		}
		if !b.subject {
			v += 2
		} else if (b.inner || b.owner) && far > 0 && gender != "it" {
			v++ // of two subjects the one of the main clause goes on
		}
		if b.quoted && gender != "it" && f.text.Quote(i) < 0 {
			v += 5 // “He lied.” He left: who speaks goes on, and not whom he spoke of
		}
		if b.Actor == self || f.elsewhere(i, b) {
			continue // Xi met him: another
		}
		if f.life.itsOwn(b.Actor, gender) {
			v -= lives
		}
		if best == nil || v < value {
			best, value = b.Actor, v
		}
	}
	if best == someone || best != nil && gender != "it" && value > unsure && f.nearer(i, value) {
		return nil
	}
	if gender != "it" && f.life.itsOwn(f.life.of, gender) && self != f.life.of && speaker != f.life.of && (best == nil || value >= 3 && f.text.Sentence(i) == 0) {
		return f.life.of // a paragraph begins anew with the one it is about
	}
	return best
}

// someone is a person whom the text does not name: the minister said.
var someone = &Actor{Kind: Person}

// unnamed reports whether word i is the role of a person, the subject of its
// main clause, whom no reference names; k is the first reference behind i.
func (f *finder) unnamed(i int, named []Ref, k int) bool {
	if !f.is(aRoleWord, i) || f.capital(i) {
		return false
	}
	c := f.clauses.Clauses[f.clauses.Of[i]]
	if !c.Subject.Contains(sentence.Extent{From: i, To: i + 1}) || c.Kind != clause.Main && c.Kind != clause.Coordinate || !f.article(c.Subject.From) {
		return false
	}
	for j := c.Subject.From + 1; j < i; j++ {
		if !f.is(aFillerWord, j) && f.sorts[j] != 0 || f.text.Words[j].Kind != sentence.Letters {
			return false
		}
	}
	if k > 0 && named[k-1].To > i {
		return false
	}
	return k == len(named) || named[k].From >= c.Subject.To || named[k].Actor.Kind != Person
}

// article reports whether word i is an article.
func (f *finder) article(i int) bool {
	return f.is(anIndefiniteWord, i) || f.is(aDefiniteWord, i)
}

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
	if c.From > sent.From+1 || main.Verb < 0 || main.Subject.From < i || main.Kind != clause.Main {
		return nil
	}
	for k := main.Subject.To; k < sent.To; k++ {
		if f.is(aPronounHeWord, k) && gender == "he" && f.is(anObjectiveWord, k) || f.is(aPronounSheWord, k) && gender == "she" && f.is(anObjectiveWord, k) {
			return nil
		}
	}
	for _, r := range f.named {
		if r.Passage == f.p && main.Subject.Contains(r.Extent) && r.Actor.Kind == Person && r.Via != ByAdjective && !r.Possessive && (r.Actor.Pronoun == "" || r.Actor.Pronoun == gender) {
			return r.Actor
		}
	}
	return nil
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
		for _, r := range f.named {
			if r.Passage == f.p && r.To == v.From-1 && r.Actor.Kind == Person && !r.Possessive && (r.Actor.Pronoun == "" || r.Actor.Pronoun == gender) {
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

// expletive reports whether "it" stands for nothing: it is clear that.
func (f *finder) expletive(i int) bool {
	c := f.clauses.Clauses[f.clauses.Of[i]]
	if c.Verb < 0 || c.Subject.From != i {
		return false
	}
	v := f.clauses.Verbs[c.Verb]
	return v.Passive || f.set.Has(f.set.Category(&sentence.Word{Text: v.Lemma}), anExpletiveWord)
}

func (f *finder) possessive(i int) bool { return f.is(aBelongingWord, i) }

// firstPerson resolves I and we inside of the quotations of a passage whose
// references begin at number first.
func (f *finder) firstPerson(first int) {
	if !slices.ContainsFunc(f.clauses.Speeches, voiced) {
		return
	}
	speaker := f.speakers(f.refs[first:])
	n := len(f.refs)
	taken := func(i int) bool {
		k, ok := slices.BinarySearchFunc(f.refs[first:n], i, func(r Ref, at int) int { return cmp.Compare(r.From, at) })
		return ok || k > 0 && f.refs[first+k-1].To > i
	}
	for i := range f.text.Words {
		if speaker[i] == nil || taken(i) || !f.is(aPronounIWord, i) && !f.is(aPronounWeWord, i) {
			continue
		}
		f.refs = append(f.refs, Ref{Passage: f.p, Extent: sentence.Extent{From: i, To: i + 1}, Actor: speaker[i], Via: ByPronoun, Possessive: f.possessive(i)})
	}
}

// speakers is, for every word inside of a quotation, who speaks it. It holds
// until the next call.
func (f *finder) speakers(refs []Ref) []*Actor {
	f.voices = zeroed(f.voices, len(f.text.Words))
	out := f.voices
	for _, s := range f.clauses.Speeches {
		if !voiced(s) {
			continue
		}
		a := within(refs, s.Speaker)
		for i := s.From; a != nil && i < s.To; i++ {
			out[i] = a
		}
	}
	return out
}

// voiced reports whether words are quoted, and it is said who speaks them.
func voiced(s clause.Speech) bool { return s.Direct && s.Speaker.Len() > 0 }

// within is the actor that the words of a speaker name: the first reference
// that can act; refs are ordered.
func within(refs []Ref, e sentence.Extent) *Actor {
	k, _ := slices.BinarySearchFunc(refs, e.From, func(r Ref, at int) int { return cmp.Compare(r.To, at+1) })
	for ; k < len(refs) && refs[k].From < e.To; k++ {
		if r := refs[k]; r.Via != ByAdjective && r.Actor.Kind != Place && r.Actor.Kind != Occasion && !r.Possessive {
			return r.Actor
		}
	}
	return nil
}
