package actor

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

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
