package actor

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

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
		if !f.is(aFillerWord, j) && f.classes[j].Any() || f.text.Words[j].Kind != sentence.Letters {
			return false
		}
	}
	if k > 0 && named[k-1].To > i {
		return false
	}
	return k == len(named) || named[k].From >= c.Subject.To || named[k].Actor.Kind != Person
}

// strangers are the words, in order, that name somebody who speaks and whom no list
// and nothing in the text explains: Vega told reporters.
func (f *finder) strangers(named []Ref) []int {
	var out []int
	for _, x := range f.clauses.Speeches {
		i := x.Speaker.To - 1
		if x.Speaker.Len() == 0 || x.Speaker.Len() > 2 || !f.capital(i) || f.listed(i) || f.text.Sentences[f.text.Sentence(i)].From == i {
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

// article reports whether word i is an article.
func (f *finder) article(i int) bool {
	return f.is(anIndefiniteWord, i) || f.is(aDefiniteWord, i)
}

// unknownAt is somebody whom the text does not name, at word i of a sentence, as whom a
// pronoun behind it may mean.
func (f *finder) unknownAt(i, sentence int) seen {
	return seen{Actor: someone, sentence: sentence, subject: true, clause: f.clauses.Of[i], passage: f.p, from: i}
}
