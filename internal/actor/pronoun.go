package actor

import (
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
	label    bool // over its paragraph, which tells of him
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
	speaker, strangers := f.speakers(named), f.strangers(named)
	for i := f.meant(0, named, strangers); i < len(f.text.Words); i = f.meant(i+1, named[k:], strangers) {
		isNamed, isStranger := k < len(named) && named[k].From == i, len(strangers) > 0 && strangers[0] == i
		for s+1 < len(f.text.Sentences) && f.text.Sentences[s].To <= i {
			s++
		}
		var r Ref
		switch {
		case isStranger:
			strangers = strangers[1:]
			back = append(back, f.unknownAt(i, sentences+s))
			continue
		case isNamed:
			r = named[k]
			k++
		case f.unnamed(i, named, k):
			back = append(back, f.unknownAt(i, sentences+s))
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
		if r.Via != ByAdjective && r.Actor.Kind != Place && r.Actor.Kind != Occasion && !f.sentFrom(r) {
			back = append(back, f.see(r, sentences+s, back))
			if len(back) == 8*maxBack { // more than maxBack are not looked at
				back = append(back[:0], back[len(back)-maxBack:]...)
			}
		}
		i = r.To - 1
	}
	return back
}

// meant is the first word from i on that may mean somebody: the next one that is named,
// a stranger, or refers.
func (f *finder) meant(i int, named []Ref, strangers []int) int {
	end := len(f.text.Words)
	if len(named) > 0 && named[0].From >= i {
		end = named[0].From
	}
	if len(strangers) > 0 && strangers[0] >= i {
		end = min(end, strangers[0])
	}
	for i < end && !f.refers(i) {
		i++ // as most words
	}
	return i
}

// see is reference r of a sentence as what a pronoun behind it may mean; back is
// what was seen before it.
func (f *finder) see(r Ref, sentence int, back []seen) seen {
	c := f.clauses.Of[r.From]
	k := f.clauses.Clauses[c]
	subject := k.Subject.From >= k.From && (k.Subject.Contains(r.Extent) || f.apposed(k.Subject, r.Extent)) && !f.addressed(r, back)
	return seen{
		Actor: r.Actor, sentence: sentence, subject: subject, clause: c, passage: f.p, from: r.From, owner: r.Possessive, label: f.label(r),
		inner:  k.Kind != clause.Main && k.Kind != clause.Coordinate && !f.setOff(k),
		quoted: f.text.Quote(r.From) >= 0,
	}
}

// setOff reports whether clause k is what a sentence tells by setting something off: it was
// trade that Vega had come to talk about.
func (f *finder) setOff(k clause.Clause) bool {
	if k.Kind != clause.Relative && k.Kind != clause.Complement || k.Parent < 0 || k.Marker.Len() != 1 {
		return false
	}
	p := f.clauses.Clauses[k.Parent]
	if p.Kind != clause.Main && p.Kind != clause.Coordinate || p.Verb < 0 || p.Subject.Len() != 1 || !f.is(aPronounItWord, p.Subject.From) {
		return false
	}
	return f.set.Classes(&f.clauses.Verbs[p.Verb].Base).Has(anExpletiveWord)
}

// refers reports whether word i may mean a person or thing that it does not name.
func (f *finder) refers(i int) bool {
	return f.classes[i].Any() && (f.is(aRoleWord, i) || f.is(aPronounHeWord, i) || f.is(aPronounSheWord, i) || f.is(aPronounItWord, i))
}

// quoting is what it costs to be spoken of by another: “He lied.” He left: who speaks
// goes on.
const quoting = 5

// cost is how far b is from being meant by a pronoun of a gender so many sentences
// behind it; false where b cannot be meant.
func (b seen) cost(far int, gender string) (int, bool) {
	v := 3 * far
	switch {
	case gender == "it":
		if b.Kind == Person || b.Kind == Unknown || b.owner && b.subject {
			return 0, false // Peru's creditors formed a committee. It met: not Peru
		}
	case b.Kind != Person || b.Pronoun != "" && b.Pronoun != gender:
		return 0, false
	case b.Pronoun == "":
		v += 2
		if b.subject && !b.inner && !b.owner && far > 0 {
			v--
		}
	}
	if !b.subject {
		if v += 2; b.owner && gender != "it" {
			v++ // pressed him to accuse Vega's son: who is pressed, before Vega
		}
	} else if (b.inner || b.owner) && far > 0 && gender != "it" {
		v++ // of two subjects the one of the main clause goes on
	}
	return v, true
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

// label reports whether reference r stands over what its paragraph tells of: Wang Yi: He
// flew to Lima.
func (f *finder) label(r Ref) bool {
	return r.From == 0 && r.To > 1 && r.To < len(f.text.Words) && f.text.Words[r.To].Text == ":"
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
	best, value, stands := f.likeliest(i, sentence, gender, back, speaker, self)
	if gender == "it" && best != nil && (f.bodyBetween(best, stands, i) || f.bodyBefore(best, stands, i) || f.ofSubject(stands, i)) {
		return nil
	}
	if best == someone || best != nil && gender != "it" && value > unsure && f.nearer(i, value) {
		return nil
	}
	if gender != "it" && f.life.itsOwn(f.life.of, gender) && self != f.life.of && speaker != f.life.of && (best == nil || value >= 3 && f.text.Sentence(i) == 0) {
		return f.life.of // a paragraph begins anew with the one it is about
	}
	return best
}

// likeliest is who of those seen before costs least as what pronoun i of a gender stands
// for, but for the speaker and for the clause's own subject, with the cost and where that
// stands; nil where nobody may be it.
func (f *finder) likeliest(i, sentence int, gender string, back []seen, speaker, self *Actor) (best *Actor, value int, stands at) {
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
		b.subject = b.subject || b.label && b.passage == f.p
		v, ok := b.cost(far, gender)
		if !ok || b.Actor == speaker {
			continue
		}
		if b.quoted && gender != "it" && f.text.Quote(i) < 0 {
			v += quoting
		}
		if b.Actor == self || f.elsewhere(i, b) || f.ofParticiple(i, b) {
			continue // Xi met him: another
		}
		if f.life.itsOwn(b.Actor, gender) {
			v -= f.life.gain
		}
		if best == nil || v < value {
			best, value, stands = b.Actor, v, at{b.passage, b.from}
		}
	}
	return best, value, stands
}

// expletive reports whether "it" stands for nothing: it is clear that.
func (f *finder) expletive(i int) bool {
	c := f.clauses.Clauses[f.clauses.Of[i]]
	if c.Verb < 0 || c.Subject.From != i {
		return false
	}
	v := f.clauses.Verbs[c.Verb]
	return v.Passive || f.set.Classes(&v.Base).Has(anExpletiveWord)
}

func (f *finder) possessive(i int) bool { return f.is(aBelongingWord, i) }
