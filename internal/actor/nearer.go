package actor

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// unsure is the value of a person who may be meant by a pronoun from which on it is
// asked whether somebody nearer, whom no reference names, is meant.
const unsure = 2

// nearer reports whether a person whom no reference names is meant by the pronoun i
// rather than one of the given value: the subject of a clause before it in its passage
// that is a name of one word, which the text gave in full before, or one in full. Vega
// was received by Putin. Yesterday Ruiz flew home, and today he rests: Ruiz does.
func (f *finder) nearer(i, value int) bool {
	at := f.text.Sentence(i)
	for c := f.clauses.Of[i]; c >= 0; c-- {
		k := f.clauses.Clauses[c]
		if k.Verb < 0 || k.Subject.Len() == 0 || k.Subject.To > i || k.Kind != clause.Main && k.Kind != clause.Coordinate {
			continue
		}
		far := at - f.text.Sentence(k.Subject.From)
		if far > 0 && 3*far < value && f.goesOnAs(i, k.Subject) {
			return true
		}
		if 3*far+2 >= value {
			return false
		}
		if last := k.Subject.To - 1; k.Subject.Len() <= 2 && f.uncommon(last) && len(f.namedIn(k.Subject)) == 0 && f.surname(last) || f.fullName(k.Subject) {
			return true
		}
	}
	return false
}

// goesOnAs reports whether subject e is the pronoun that word i is, in any case, of somebody
// whom no list names: Ana Ruiz taught law. Sacked by Vega, she left. Ruiz praised her then.
func (f *finder) goesOnAs(i int, e sentence.Extent) bool {
	if e.Len() != 1 || f.referredIn(e) {
		return false
	}
	return f.is(aPronounHeWord, i) && f.is(aPronounHeWord, e.From) || f.is(aPronounSheWord, i) && f.is(aPronounSheWord, e.From)
}

// bodyBetween reports whether a body that is not named is the subject of a clause between
// where actor a stands and the pronoun i, which then means that: Peru struck. The army
// left after it had shot nine men.
func (f *finder) bodyBetween(a *Actor, from at, i int) bool {
	for c := f.clauses.Of[i]; c >= 0; c-- {
		k := f.clauses.Clauses[c]
		if k.Verb < 0 || k.Subject.Len() < 2 || k.Subject.To > i {
			continue
		}
		if !from.before(at{f.p, k.Subject.From}) {
			return false
		}
		if head := f.bodyHead(k.Subject); head >= 0 {
			return !strings.Contains(fold(a.Name), fold(f.text.Words[head].Text))
		}
	}
	return false
}

// bodyBefore reports whether a body that is not named is the subject of the sentence before
// the pronoun i, in which actor a stands at from behind the verb: the subject goes on. The
// ministry warned that it would hurt Peru. In May it closed: the ministry did.
func (f *finder) bodyBefore(a *Actor, from at, i int) bool {
	if from.passage != f.p || f.clauses.Clauses[f.clauses.Of[i]].Subject.From != i || f.text.Sentence(i)-f.text.Sentence(from.word) != 1 {
		return false
	}
	c := f.clauses.Of[from.word]
	for f.clauses.Clauses[c].Kind != clause.Main && f.clauses.Clauses[c].Parent >= 0 {
		c = f.clauses.Clauses[c].Parent
	}
	k := f.clauses.Clauses[c]
	if k.Verb < 0 || k.Subject.Len() == 0 || f.clauses.Verbs[k.Verb].Head > from.word {
		return false
	}
	head := f.bodyHead(k.Subject)
	return head >= 0 && !strings.Contains(fold(a.Name), fold(f.text.Words[head].Text))
}

// ofSubject reports whether the pronoun i behind a verb says whose something is, and that is
// the thing that its own clause begins with, and not who stands in a sentence before, at
// from: Pepsi left. The rouble lost half of its value. So is the pronoun that an "and" joins
// to the clause of such a thing: a blast shook the port, and on Friday it shut the airport.
func (f *finder) ofSubject(from at, i int) bool {
	k := f.clauses.Clauses[f.clauses.Of[i]]
	joined := k.Subject.From == i && k.Kind == clause.Coordinate && k.Marker.Len() > 0 && k.Parent >= 0
	if joined {
		if k = f.clauses.Clauses[k.Parent]; k.Subject.Len() < 2 || f.bodyHead(k.Subject) >= 0 {
			return false
		}
	}
	if !joined && !f.possessive(i) || k.Verb < 0 || k.Subject.Len() < 2 || k.Subject.To > i || i < f.clauses.Verbs[k.Verb].To {
		return false
	}
	earlier := from.before(at{f.p, f.text.Sentences[f.text.Sentence(i)].From})
	return earlier && f.article(k.Subject.From) && !f.referredIn(k.Subject)
}

// sentFrom reports whether a reference is the city that a report is sent from, in capitals, or
// stands between it and a dash, so that nothing is told of it: SEOUL (AP) — A test jolted.
func (f *finder) sentFrom(r Ref) bool {
	w, from := f.text.Words, f.text.Sentences[f.text.Sentence(r.From)].From
	if r.From-from > maxStamp || strings.ToUpper(w[from].Text) != w[from].Text || !f.cityAt(from) {
		return false
	}
	for k := r.To; k < len(w) && k < from+maxStamp; k++ {
		if t := w[k].Text; t == "—" || t == "–" || t == "--" || t == "-" && w[k].Space {
			return true
		}
	}
	return false
}

// cityAt reports whether the name of a city has been read at word i.
func (f *finder) cityAt(i int) bool {
	for k := len(f.refs) - 1; k >= 0 && f.refs[k].Passage == f.p && f.refs[k].From >= i; k-- {
		if r := f.refs[k]; r.From == i {
			return r.Via == ByMetonym || r.Actor.Kind == Place
		}
	}
	return false
}

// maxStamp is how many words such a stamp has at most: BEIJING, March 22 (Xinhua) --.
const maxStamp = 10

// referredIn reports whether a word of e has been read as somebody.
func (f *finder) referredIn(e sentence.Extent) bool {
	for k := len(f.refs) - 1; k >= 0 && f.refs[k].Passage == f.p && f.refs[k].To > e.From; k-- {
		if f.refs[k].From < e.To {
			return true
		}
	}
	return false
}

// bodyHead is the word that calls a body which the phrase e means and does not name, or
// -1: the army, a court in Lima.
func (f *finder) bodyHead(e sentence.Extent) int {
	if !f.article(e.From) || f.possessive(e.From) {
		return -1
	}
	for k := e.From + 1; k < e.To && f.text.Words[k].Kind == sentence.Letters && !f.capital(k); k++ {
		if f.is(aBodyWord, k) && (k+1 == e.To || f.is(anInnerWord, k+1) || f.is(aWhereWord, k+1)) && len(f.namedIn(sentence.Extent{From: e.From, To: k + 1})) == 0 {
			return k
		}
	}
	return -1
}

// uncommon reports whether word i can only be of a name.
func (f *finder) uncommon(i int) bool {
	return f.capital(i) && !f.common(i) && !f.listed(i)
}

// fullName reports whether e begins with a given name and a surname that no list has,
// with nothing behind them but what they are of: Ana Ruiz of the port.
func (f *finder) fullName(e sentence.Extent) bool {
	if e.Len() < 2 || !f.capital(e.From) || f.common(e.From) || !f.uncommon(e.From+1) || len(f.namedIn(sentence.Extent{From: e.From, To: e.From + 2})) > 0 {
		return false
	}
	first := f.classes[e.From]
	if !first.Has(aGivenWord) && !first.Has(aHeWord) && !first.Has(aSheWord) && f.listed(e.From) {
		return false
	}
	return e.Len() == 2 || f.text.Words[e.From+2].Kind == sentence.Letters && !f.capital(e.From+2)
}

// surname reports whether word i ended a longer name before: Ana Ruiz.
func (f *finder) surname(i int) bool {
	if f.surnames == nil {
		f.surnames = f.lastNames()
	}
	first, ok := f.surnames[f.text.Words[i].Text]
	return ok && first.before(at{f.p, i})
}

// lastNames are the words that end a longer name, each with where it first does.
// They are found once, so that the cost of a document grows with its length.
func (f *finder) lastNames() map[string]at {
	out := map[string]at{}
	for p, t := range f.doc.Passages {
		for k := 1; k < len(t.Words); k++ {
			w := &t.Words[k]
			if !w.Space || w.Kind != sentence.Letters || !sentence.Capital(w.Text) || t.Words[k-1].Kind != sentence.Letters || !sentence.Capital(t.Words[k-1].Text) || f.all[f.begins[p]+k-1].Has(aFunctionalWord) {
				continue
			}
			if _, ok := out[w.Text]; !ok {
				out[w.Text] = at{p, k}
			}
		}
	}
	return out
}
