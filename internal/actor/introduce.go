package actor

import (
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// maxName bounds the words of a name that the text introduces.
const maxName = 9

// sequence is the end of the run of capitalised words that begins at word i,
// with the particles inside of it: Ursula von der Leyen; i where there is none.
func (f *finder) sequence(i int) int {
	if !f.capital(i) || f.common(i) {
		return i
	}
	end := i + 1
	for end < len(f.text.Words) && end-i < maxName && !f.starts[end] {
		w := f.text.Words[end]
		switch {
		case w.Kind == sentence.Punct && isHyphen(w.Text) && !w.Space && end+1 < len(f.text.Words) && !f.text.Words[end+1].Space && f.text.Words[end+1].Kind == sentence.Letters:
			end += 2
		case !w.Space:
			return end
		case f.capital(end) && !(f.common(end) && !f.is(aParticleWord, end) && !f.hyphened(end)):
			end++
		case f.is(aParticleWord, end) && f.capital(end+1):
			end += 2
		case f.is(aParticleWord, end) && end+2 < len(f.text.Words) && isHyphen(f.text.Words[end+1].Text) && !f.text.Words[end+1].Space && f.capital(end+2):
			end += 3 // Samir al-Kadri
		case f.is(aParticleWord, end) && end+1 < len(f.text.Words) && f.is(aParticleWord, end+1) && f.capital(end+2):
			end += 3
		default:
			return end
		}
	}
	return end
}

// hyphened reports whether a hyphen and small letters go on from word i, as in a
// given name of two syllables, the first of which may be an article: Park An-su.
func (f *finder) hyphened(i int) bool {
	w := f.text.Words
	return f.capital(i) && i+2 < len(w) && isHyphen(w[i+1].Text) && !w[i+1].Space && !w[i+2].Space && w[i+2].Kind == sentence.Letters && !sentence.Capital(w[i+2].Text)
}

// institution is the end of the name of a body that begins at word i: a run
// of capitalised words, with of, for, and, the inside of it.
func (f *finder) institution(i int) int {
	end := f.sequence(i)
	if end == i {
		return i
	}
	for end+1 < len(f.text.Words) && end-i < maxName && f.is(anInnerWord, end) && f.text.Words[end].Space && f.institutional(i, end) {
		k := end + 1
		if f.is(anInnerWord, k) {
			k++
		}
		if k >= len(f.text.Words) {
			break
		}
		next := f.sequence(k)
		if next == k {
			break
		}
		end = next
	}
	return end
}

// institutional reports whether one of the words is that of a body.
func (f *finder) institutional(from, to int) bool {
	for ; from < to; from++ {
		if f.is(aBodyWord, from) || f.is(aCompanyWord, from) {
			return true
		}
	}
	return false
}

// lastWord is what the words say they name by their last word, or by the one
// before "of"; Unknown where they say nothing.
func (f *finder) lastWord(from, to int) Kind {
	switch {
	case f.is(aCompanyWord, to-1):
		return Company
	case f.is(anOccasionWord, to-1):
		return Occasion
	case f.is(aPlaceWord, to-1):
		return Place
	}
	for i := from; i < to; i++ {
		if f.is(aBodyWord, i) && (i == to-1 || f.is(anInnerWord, i+1)) {
			return Body
		}
	}
	return Unknown
}

// introduced makes an actor of this document of a name that begins at word i
// and that the gazetteer does not know, where the text says what it names:
// by its last word (… Institute), by a word before it (the refiner …), by an
// apposition (…, the head of …), or because it speaks. known is the end of
// the longest name that the gazetteer has here.
func (f *finder) introduced(i, known int) int {
	if !f.capital(i) || f.common(i) || f.headline[i] {
		return i
	}
	end := f.institution(i)
	if end-i >= 2 && end > known && !(known > i && f.is(anInnerWord, known)) {
		if kind := f.lastWord(i, end); kind != Unknown && !f.title(i, end) && (kind != Occasion || known == i) {
			return f.introduce(i, end, kind)
		}
	}
	given := known > i && f.given(i, known)
	if known > i && !given && !(known == i+1 && f.hyphened(known)) {
		return i // but Kim Do-yun is not the Kim who is known
	}
	end = f.sequence(i)
	if len(f.local) > 0 {
		if a := f.localAt(sentence.Extent{From: i, To: end}); a != nil && a.Kind != Place {
			f.add(i, end, a, Introduced)
			return end
		}
	}
	if kind := f.introducer(i); kind != Unknown && !f.starts[i] {
		return f.introduce(i, end, kind)
	}
	if given {
		return f.introduce(i, end, Person)
	}
	if end-i > 5 || !f.free(i, end) {
		return i
	}
	if end-i >= 2 && (f.apposition(end) && !f.located(i) || f.speaks(i, end) || f.between(i, end)) {
		return f.introduce(i, end, Person)
	}
	if kind := f.explained(i, end); kind != Unknown {
		return f.introduce(i, end, kind)
	}
	return i
}

// introduce adds a reference to a new actor of the document.
func (f *finder) introduce(i, end int, kind Kind) int {
	a := Actor{Name: f.text.String(sentence.Extent{From: i, To: end}), Kind: kind}
	if known := f.turned(i, end); kind == Person && known != nil {
		f.add(i, end, known, ByName)
		return end
	}
	if kind == Person {
		a.Sort, a.Pronoun = sortKey(a.Name), f.pronounOf(i, end)
	}
	if own, m := f.best(i); own > i && own < end && f.entries[m.entry].Kind == State {
		a.Country = f.entries[m.entry].Country
	}
	made := f.own(a)
	if kind == Person {
		f.remember(made)
	}
	f.add(i, end, made, Introduced)
	if kind == Body || kind == Company {
		f.acronym(end, made)
	}
	if kind == Company && end-i == 2 {
		f.shorten(i, made)
	}
	return end
}

// shorten lets the first word of a company's name stand for it, where nothing else is called
// so: Nordlett, of Nordlett Chemical.
func (f *finder) shorten(i int, a *Actor) {
	w := f.text.Words[i].Text
	if !f.uncommon(i) || !f.unlisted(i) || f.families[w] != nil {
		return
	}
	if old := f.local[fold(w)]; old != nil && old != a {
		a = nil // Nordlett Bank is another
	}
	f.local[fold(w)] = a
}

// pronounOf is he or she, as the given name at word i says, "" where it says neither. A
// name of one word is a surname.
func (f *finder) pronounOf(i, end int) string {
	switch {
	case end-i < 2:
	case f.is(aGivenHeWord, i):
		return "he"
	case f.is(aGivenSheWord, i):
		return "she"
	}
	return ""
}

// acronym lets what stands in brackets behind a name stand for it: … (NSA).
func (f *finder) acronym(end int, a *Actor) {
	w := f.text.Words
	if end+2 < len(w) && w[end].Text == "(" && w[end+2].Text == ")" && w[end+1].Kind == sentence.Letters && f.capital(end+1) {
		f.local[fold(w[end+1].Text)] = a
	}
}

// title reports whether the words hold a role, so that they name a person or
// an office and no body.
func (f *finder) title(i, end int) bool {
	for ; i < end; i++ {
		if f.is(aRoleWord, i) {
			return true
		}
	}
	return false
}

// introducer is what the word before i says of the name behind it.
func (f *finder) introducer(i int) Kind {
	if i == 0 || f.text.Words[i-1].Kind != sentence.Letters || !f.text.Words[i].Space {
		return Unknown
	}
	if i > 1 && f.is(aLikeningWord, i-2) {
		return Unknown // the same company Diaz hired
	}
	return f.nounKind(i - 1)
}

// free reports whether no known name begins inside of the words.
func (f *finder) free(i, end int) bool {
	for ; i < end; i++ {
		if k, m := f.best(i); k > i && f.entries[m.entry].Kind != Person || f.is(aRoleWord, i) || f.is(anEventWord, i) || f.is(aBodyWord, i) || f.is(aPlaceWord, i) || f.is(anOccasionWord, i) || f.is(aCompanyWord, i) {
			return false
		}
	}
	return true
}

// located reports whether the name at word i is that of a place: an article
// stands before it, or a preposition of place alone: in the Rose Garden, the
// president spoke.
func (f *finder) located(i int) bool {
	return i > 0 && (f.definite(i) || f.is(aWhereWord, i-1))
}

// speaks reports whether the words are the subject of a verb of saying.
func (f *finder) speaks(i, end int) bool {
	return f.speaking[i] && f.speaking[end-1]
}
