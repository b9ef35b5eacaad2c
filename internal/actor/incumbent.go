package actor

import (
	"github.com/dateline-ssg/dateline/internal/clause"
)

// incumbent is who holds the office of a title on the document's date. A title
// without a state means the last person before who holds such an office.
func (f *finder) incumbent(t title, i int) *Actor {
	if i > 0 && (f.is(anIndefiniteWord, i-1) || f.is(aFormerWord, i-1) || f.is(anEquatingWord, i-1)) {
		return nil // became prime minister: not who was
	}
	for k := max(i-1, 0); k < t.end; k++ {
		if f.is(aBelowWord, k) {
			return nil // a deputy foreign minister, an assistant secretary of state
		}
	}
	for n, key := range t.keys {
		if t.of == "" {
			break
		}
		if e := f.holder(key, t.of, f.doc.DCT); e >= 0 {
			return f.entries[e].Actor
		}
		if f.heads(n, t) {
			return nil
		}
	}
	if t.of != "" || !f.definite(i) {
		return nil
	}
	return f.holderBefore(t, i)
}

// holderBefore is the person named before who holds such an office as title t at
// word i, and is not named in its clause: the one of this passage, of several the
// one that was last the subject of a main clause in it; else the one of whom the
// text speaks three times as often as of any other. Of two presidents of whom
// neither stands out "the president" is nobody.
func (f *finder) holderBefore(t title, i int) *Actor {
	var here, last *Actor
	several, at := false, -1
	times := map[*Actor]int{}
	for k := len(f.refs) - 1; k >= 0 && k >= len(f.refs)-maxBack; k-- {
		r := f.refs[k]
		a := r.Actor
		if a.Kind != Person || !f.keeps(a, t) {
			continue
		}
		if r.Passage == f.p {
			if f.together(r.From, i) {
				times[a] -= maxBack
				continue
			}
			several = several || here != nil && here != a
			if here == nil {
				here = a
			}
			switch {
			case !f.leads(r):
			case last == nil:
				last, at = a, r.From
			case last != a && at >= 0 && f.together(r.From, at):
				last, at = nobody, -1 // both are the subject
			}
		}
		times[a]++
	}
	switch {
	case here != nil && !several:
		return here
	case last == nobody:
		return nil
	case last != nil:
		return last
	}
	if a := f.compatriot(times, i); a != nil || here != nil {
		return a
	}
	for a, n := range times { // at most one holds
		alone := n > 0
		for b, m := range times {
			alone = alone && (a == b || n >= 3*m)
		}
		if alone {
			return a
		}
	}
	return nil
}

// nobody stands for two of whom neither is meant.
var nobody = &Actor{}

// compatriot is the one of some people whose state or a body of it is named
// before word i in its sentence: the White House said that the president would.
func (f *finder) compatriot(of map[*Actor]int, i int) *Actor {
	from := f.text.Sentences[f.text.Sentence(i)].From
	for k := len(f.refs) - 1; k >= 0 && f.refs[k].Passage == f.p && f.refs[k].From >= from; k-- {
		x := f.refs[k].Actor
		if x.Kind != State && x.Kind != Body {
			continue
		}
		var one *Actor
		for a := range of { // one of a state at most
			if a.Country != "" && a.Country == x.Country {
				if one != nil {
					return nil
				}
				one = a
			}
		}
		if one != nil {
			return one
		}
	}
	return nil
}

// together reports whether words i and j stand in one clause.
func (f *finder) together(i, j int) bool {
	return f.clauses != nil && f.clauses.Of[i] == f.clauses.Of[j]
}

// leads reports whether a reference of this passage is the subject of a main
// clause.
func (f *finder) leads(r Ref) bool {
	if f.clauses == nil {
		return false
	}
	c := f.clauses.Clauses[f.clauses.Of[r.From]]
	return (c.Kind == clause.Main || c.Kind == clause.Coordinate) && c.Subject.From >= c.From && c.Subject.Contains(r.Extent)
}

// keeps reports whether person a holds an office of title t.
func (f *finder) keeps(a *Actor, t title) bool {
	for _, key := range t.keys {
		for _, r := range a.Roles {
			if head, of, ok := cutLast(r.Title, " of "); ok && head == key && (f.holds(a, head, of) || f.local[fold(a.Name)] == a) {
				return true
			}
		}
	}
	return false
}

// maxBack bounds how many references back a title or a pronoun may reach.
const maxBack = 40

// heads reports whether the search ends with key n: a unique office has one
// holder or none.
func (f *finder) heads(n int, t title) bool { return t.heads[n] == aUnique && n == len(t.keys)-1 }

// definite reports whether the definite article stands before word i.
func (f *finder) definite(i int) bool {
	return i > 0 && f.is(aDefiniteWord, i-1)
}

func (f *finder) holds(a *Actor, head, of string) bool {
	e := f.holder(head, of, f.doc.DCT)
	return e >= 0 && f.entries[e].Actor == a
}
