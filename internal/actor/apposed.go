package actor

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Names that what stands beside them between commas explains.

// Bounds of how far a word that explains a name may stand from it.
const (
	maxOffice = 9 // the words of an office before a name
	maxNoun   = 8 // the words before the noun behind one
)

// apposition reports whether a role follows behind a comma: …, the head of X.
func (f *finder) apposition(end int) bool {
	w := f.text.Words
	if end >= len(w) || w[end].Text != "," {
		return false
	}
	for j := end + 1; j < len(w) && j <= end+5; j++ {
		if w[j].Kind != sentence.Letters {
			return false
		}
		if f.is(aRoleWord, j) {
			return true
		}
	}
	return false
}

// between reports whether the words stand behind an office and a comma: his
// Peruvian counterpart, Ana Ruiz, left; signed by the head of the Lima Bank, Ana Ruiz.
func (f *finder) between(i, end int) bool {
	w := f.text.Words
	if i < 3 || w[i-1].Text != "," || f.starts[i-1] {
		return false
	}
	closed := end >= len(w) || w[end].Kind != sentence.Letters && w[end].Kind != sentence.Number && !isClitic(w[end]) && !isHyphen(w[end].Text)
	if !closed {
		return false
	}
	k := f.officeBefore(i - 1)
	return k >= 0 && (k < i-2 || !f.capital(k) || strings.ToUpper(w[k].Text) == w[k].Text) && (w[min(end, len(w)-1)].Text == "," || f.article(f.phraseFrom(k)))
}

// given reports whether the adjective of a state at word i is a given name: the energy
// minister, German Ruiz, left.
func (f *finder) given(i, end int) bool {
	return end == i+1 && f.capital(end) && f.unlisted(end) && f.between(i, f.sequence(i))
}

// officeBefore is the word of the role in the phrase that ends before word end: the
// head | of the Lima Bank; -1 where it is none.
func (f *finder) officeBefore(end int) int {
	w := f.text.Words
	for k := end - 1; k >= 0 && k >= end-maxOffice; k-- {
		if f.is(aRoleWord, k) && (k == end-1 || f.is(anInnerWord, k+1) || f.is(aWhereWord, k+1) || f.is(aToWord, k+1)) {
			return k
		}
		switch {
		case f.starts[k], w[k].Text == ",":
			return -1
		case w[k].Kind == sentence.Letters && !f.capital(k) && f.common(k) && !f.is(anInnerWord, k) && !f.is(aWhereWord, k) && !f.is(aToWord, k) && !f.article(k) && !f.is(aBelongingWord, k):
			return -1
		case w[k].Kind != sentence.Letters && !isClitic(w[k]) && !isHyphen(w[k].Text) && w[k].Text != "(" && w[k].Text != ")":
			return -1
		}
	}
	return -1
}

// phraseFrom is where the phrase begins whose role is word k: the | former head.
func (f *finder) phraseFrom(k int) int {
	for n := 0; n < 4 && k > 0 && !f.starts[k] && !f.article(k) && f.text.Words[k-1].Kind == sentence.Letters; n++ {
		k--
	}
	return k
}

// explained is what the noun between commas behind a name that ends before word end
// says it is: a company (Nordhal, a Danish shipowner,), a party, a paper. At the
// beginning of a sentence the name is the subject: separately, a company closed.
func (f *finder) explained(i, end int) Kind {
	w := f.text.Words
	if end+2 >= len(w) || w[end].Text != "," || f.located(i) || i > 0 && isClitic(w[i-1]) || end-i == 1 && !f.unlisted(i) || f.clauses == nil || f.starts[i] && !f.acts(i) {
		return Unknown
	}
	if !f.article(end+1) && !f.is(aBelongingWord, end+1) && !f.ownerAt(end+1) {
		return Unknown
	}
	for j := end + 1; j < len(w) && j <= end+maxNoun; j++ {
		if j > end+1 && (w[j].Kind == sentence.Punct && !isHyphen(w[j].Text) && !isClitic(w[j]) || f.common(j) && !f.article(j)) {
			return Unknown
		}
		kind := f.nounKind(j)
		if kind == Unknown || j+1 < len(w) && w[j+1].Kind == sentence.Letters && !f.common(j+1) {
			continue // a bank holiday
		}
		return kind
	}
	return Unknown
}

// ownerAt reports whether the name of an owner begins at word j: Russia’s biggest bank.
func (f *finder) ownerAt(j int) bool {
	end, _ := f.best(j)
	return end > j && end < len(f.text.Words) && isClitic(f.text.Words[end])
}

// nounKind is what a name is before or behind which word j stands.
func (f *finder) nounKind(j int) Kind {
	switch {
	case f.is(anIntroducerCompanyWord, j):
		return Company
	case f.is(anIntroducerBodyWord, j):
		return Body
	case f.is(anIntroducerOutletWord, j):
		return Outlet
	}
	return Unknown
}

// turned is the known person whose name the two words at i give the other way round:
// Kishida Fumio; nil where there is none.
func (f *finder) turned(i, end int) *Actor {
	if end-i != 2 {
		return nil
	}
	name := f.text.Words[i+1].Text + " " + f.text.Words[i].Text
	k, ok := f.byName[fold(name)]
	if !ok || f.entries[k].Kind != Person {
		return nil
	}
	return f.entries[k].Actor
}
