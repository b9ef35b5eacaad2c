package actor

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// remember lets the family name of a person stand for the person from here on.
func (f *finder) remember(a *Actor) {
	if n := familyName(a, f.familyFirst[a.Country]); n != "" {
		f.families[n] = a
	}
}

// familyName is the last word of a name, or the first where the person's
// country puts it there, without a particle that a hyphen joins to it (Kadri for
// al-Kadri); "" for a name of one word, or that a number ends.
func familyName(a *Actor, first bool) string {
	w := strings.Fields(a.Name)
	if len(w) < 2 || numbered(a.Name) {
		return ""
	}
	if first {
		return w[0]
	}
	last := w[len(w)-1]
	if particle, bare, ok := strings.Cut(last, "-"); ok && bare != "" && len(particle) < 4 && particle == strings.ToLower(particle) {
		return bare
	}
	return last
}

// family finds a person by a family name that the document has explained. He
// at the beginning of a sentence is the pronoun, whoever else is called so.
func (f *finder) family(i int) int {
	if !f.capital(i) {
		return i
	}
	a := f.families[f.text.Words[i].Text]
	if a == nil || f.starts[i] && f.is(aPronounHeWord, i) {
		return i
	}
	if k := f.otherPerson(i, i+1); k > i {
		return k
	}
	f.add(i, i+1, a, BySurname)
	return i + 1
}

// otherPerson reports whether the family name of the words i to end, or a name in full,
// is a part of another name (Melania Trump, Hafez al-Assad, Trump Jr.), or a word says
// that another of the family is meant (the elder Bush): the word to go on with, or i.
func (f *finder) otherPerson(i, end int) int {
	if f.headline[i] {
		return i
	}
	after := end < len(f.text.Words) && f.text.Words[end].Space
	if after && f.is(aGenerationWord, end) && !f.starts[end] {
		f.relative(i, end+1)
		return end + 1
	}
	if !f.surnameAlone(i, end) {
		return i
	}
	if after && f.capital(end) && (f.unknown(end) || f.hyphened(end)) {
		return end + 1
	}
	if i > 1 && f.is(anElderWord, i-1) && f.is(aDefiniteWord, i-2) {
		return end
	}
	if i > 0 && f.text.Words[i].Space && f.capital(i-1) && f.unknown(i-1) && (!f.starts[i-1] || f.is(aGivenWord, i-1)) && !f.taken(i-1) {
		f.relative(i-1, end)
		return end
	}
	return i
}

// relative adds a reference to a person of the document whom the words name.
func (f *finder) relative(from, to int) {
	name := f.text.String(sentence.Extent{From: from, To: to})
	f.add(from, to, f.own(Actor{Name: name, Kind: Person, Sort: sortKey(name)}), Introduced)
}

// surnameAlone reports whether the words i to end are a surname, with a particle or
// without one: Assad, al-Assad.
func (f *finder) surnameAlone(i, end int) bool {
	return end-i == 1 || end-i == 3 && f.is(aParticleWord, i) && isHyphen(f.text.Words[i+1].Text)
}

// taken reports whether word i is in the last reference.
func (f *finder) taken(i int) bool {
	if len(f.refs) == 0 {
		return false
	}
	r := f.refs[len(f.refs)-1]
	return r.Passage == f.p && r.To > i
}
