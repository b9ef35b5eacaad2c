package actor

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// life is whom a text is about from end to end, as an obituary or a portrait
// is: its pronouns go to that person, and not to whoever was named last.
type life struct {
	of     *Actor // nil where the text is about nobody, or about several
	gender string // of the pronouns that are mostly the person's; "" for either
	gain   int    // by how much a pronoun is the rather taken for the person
}

// Least figures of a life: the passages in which its person is named, how often
// that is as against all passages and against the next person.
const (
	leastPassages = 3
	ofPassages    = 4
	overNext      = 3
)

// aboutOne is whose life the document tells, or nobody's: the person whom the
// first passage and the title name, who is named in a quarter of the passages
// at least, and three times as often as anybody else.
func (f *finder) aboutOne(named []Ref) life {
	in, at := map[*Actor]int{}, map[*Actor]int{}
	first := map[*Actor]bool{}
	for _, r := range named {
		if r.Actor.Kind != Person || r.Via == ByAdjective {
			continue
		}
		if at[r.Actor] != r.Passage+1 {
			at[r.Actor] = r.Passage + 1
			in[r.Actor]++
		}
		if r.Passage <= 1 {
			first[r.Actor] = true
		}
	}
	var best *Actor
	next := 0
	for _, r := range named { // in order, so that the first of equals stays
		a := r.Actor
		if n := in[a]; n == 0 || a == best {
			continue
		} else if best == nil || n > in[best] {
			if best != nil {
				next = max(next, in[best])
			}
			best = a
		} else {
			next = max(next, n)
		}
	}
	n := in[best]
	if best == nil || n*ofPassages < len(f.doc.Passages) || !first[best] || !f.titled(best) {
		return life{}
	}
	if n < leastPassages || n < next*overNext {
		if n < 2 || next > 1 || f.doc.Title == "" && !f.underHeading() || !f.throughout(best) {
			return life{}
		}
		return life{best, f.gender(best), shortLives}
	}
	return life{best, f.gender(best), lives}
}

// underHeading reports whether the first passage is a heading, which no stop ends.
func (f *finder) underHeading() bool {
	ws := f.doc.Passages[0].Words
	return len(ws) > 0 && ws[len(ws)-1].Kind != sentence.Punct
}

// throughout reports whether most passages have a pronoun that may be a person's: who is
// named at the beginning alone is he from then on, whoever else is named once.
func (f *finder) throughout(a *Actor) bool {
	n, gender := 0, f.gender(a)
	for p := range f.doc.Passages {
		f.turn(p)
		for i := range f.text.Words {
			if gender == "he" && f.is(aPronounHeWord, i) || gender == "she" && f.is(aPronounSheWord, i) {
				n++
				break
			}
		}
	}
	return 2*n > len(f.doc.Passages)
}

// titled reports whether the title names a person, or there is none.
func (f *finder) titled(a *Actor) bool {
	names := strings.Fields(a.Name)
	return f.doc.Title == "" || len(names) > 0 && strings.Contains(f.doc.Title, names[len(names)-1])
}

// gender is the pronoun of a person, or that of which the document has most.
func (f *finder) gender(a *Actor) string {
	if a.Pronoun != "" {
		return a.Pronoun
	}
	he, she := 0, 0
	for p := range f.doc.Passages {
		f.turn(p)
		for i := range f.text.Words {
			switch {
			case f.is(aPronounHeWord, i):
				he++
			case f.is(aPronounSheWord, i):
				she++
			}
		}
	}
	if he >= she {
		return "he"
	}
	return "she"
}

// lives is how much a pronoun is the rather taken for the person whose life the document
// tells, shortLives where that person is seldom named, so that who has just acted goes on.
const (
	lives      = 4
	shortLives = 2
)

// itsOwn reports whether a pronoun of a gender may be of the life that the
// document tells.
func (l life) itsOwn(a *Actor, gender string) bool {
	return l.of != nil && a == l.of && (l.gender == "" || l.gender == gender)
}
