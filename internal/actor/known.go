package actor

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/clause"
	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// best is the longest match at word i that names an actor, and its end.
func (f *finder) best(i int) (int, meaning) {
	for k := int(f.first[i]); k < int(f.first[i+1]); k++ {
		m := &f.means[f.matches[k].Rule]
		if m.what > aMetonym || m.what != anAdjective && f.entries[m.entry].careful && (f.starts[i] || f.capital(f.matches[k].To)) {
			continue
		}
		return f.matches[k].To, f.sense(i, f.matches[k], k)
	}
	return i, meaning{}
}

// sense chooses among the meanings of equally long matches at word i: US is
// an adjective before a noun, Singapore a city in "in Singapore".
func (f *finder) sense(i int, m phrase.Match, k int) meaning {
	if k+1 == int(f.first[i+1]) || f.matches[k+1].To != m.To {
		return f.means[m.Rule]
	}
	var room [8]meaning
	all := room[:0]
	for ; k < int(f.first[i+1]) && f.matches[k].To == m.To; k++ {
		all = append(all, f.means[f.matches[k].Rule])
	}
	pick := func(w what, kind Kind) int {
		return slices.IndexFunc(all, func(m meaning) bool {
			return m.what == w && (kind == Unknown || f.entries[m.entry].Kind == kind)
		})
	}
	place, seat, adj, noun := pick(aName, Place), pick(aSeat, Unknown), pick(anAdjective, Unknown), pick(aName, Unknown)
	house := slices.IndexFunc(all, func(m meaning) bool {
		return m.what == aMetonym || m.what == aName && f.entries[m.entry].Kind == Body
	})
	switch {
	case place >= 0 && house >= 0 && f.placed(i, m.To):
		return all[place] // received in the Kremlin
	case place >= 0 && house >= 0:
		return all[house]
	case adj >= 0 && (noun < 0 || f.modifies(m.To)):
		return all[adj]
	case seat >= 0 && place >= 0 && f.placed(i, m.To):
		return all[place]
	case place >= 0 && seat < 0 && noun != place && f.placed(i, m.To):
		return all[place]
	case seat >= 0:
		return all[seat]
	case noun >= 0:
		return all[noun]
	}
	return all[0]
}

// modifies reports whether what ends before word j stands before a noun.
func (f *finder) modifies(j int) bool {
	if j >= len(f.text.Words) {
		return false
	}
	w := f.text.Words[j]
	if w.Kind == sentence.Punct && isHyphen(w.Text) && !w.Space {
		return true
	}
	if w.Kind != sentence.Letters || f.is(aFunctionalWord, j) || isClitic(w) {
		return false
	}
	if f.clauses != nil {
		k, ok := slices.BinarySearchFunc(f.clauses.Verbs, j, func(v clause.Verb, at int) int { return cmp.Compare(v.From, at) })
		if ok && f.clauses.Verbs[k].Finite {
			return false
		}
	}
	return true
}

// placed reports whether the seat of government at words i to j is meant as a
// place: in Beijing, a trip to Beijing, the Beijing parade, at the White House.
func (f *finder) placed(i, j int) bool {
	if f.definite(i) {
		i--
	}
	if i > 0 && f.is(aWhereWord, i-1) {
		return true
	}
	if i > 1 && f.is(aToWord, i-1) {
		for k := i - 2; k >= 0 && k >= i-4; k-- {
			if f.is(aTravelWord, k) {
				return true
			}
		}
	}
	if j+1 < len(f.text.Words) && f.is(aMatterWord, j) {
		j++ // the Paris climate agreement
	}
	return j < len(f.text.Words) && f.is(anEventWord, j)
}

// known makes a reference of the match m over the words i to end.
func (f *finder) known(i, end int, m meaning) int {
	e := f.entries[m.entry]
	via := ByName
	switch m.what {
	case anAdjective:
		via = ByAdjective
	case aSeat:
		if f.placed(i, end) {
			f.add(i, end, f.city(i, end, e), ByName)
			return end
		}
		via = ByMetonym
	case aMetonym:
		via = ByMetonym
	}
	if e.Kind == Person && m.what == aName {
		if k := f.otherPerson(i, end); k > i {
			return k
		}
		if f.surnameAlone(i, end) {
			via = BySurname
		}
		f.remember(e.Actor)
	}
	if e.Kind == Company && end-i == 1 && i > 0 && f.is(aGivenWord, i-1) && f.capital(i-1) {
		return end // Doug Ford is no firm
	}
	if e.Kind == Body && e.Country != "" && i > 0 && f.foreign(i, e.Country) {
		return end // the Pakistani Supreme Court is not the one known
	}
	f.add(i, end, e.Actor, via)
	return end
}

// foreign reports whether an adjective of another state than country stands
// before word i.
func (f *finder) foreign(i int, country string) bool {
	if len(f.refs) == 0 {
		return false
	}
	r := f.refs[len(f.refs)-1]
	return r.Passage == f.p && r.To == i && r.Via == ByAdjective && r.Actor.Country != "" && r.Actor.Country != country
}

// city is the place that a seat of government is: the one known, else one of
// the document.
func (f *finder) city(i, end int, state entry) *Actor {
	name := f.text.String(sentence.Extent{From: i, To: end})
	for k := int(f.first[i]); k < int(f.first[i+1]); k++ {
		if m := f.means[f.matches[k].Rule]; m.what == aName && f.matches[k].To == end && f.entries[m.entry].Kind == Place {
			return f.entries[m.entry].Actor
		}
	}
	return f.own(Actor{Name: name, Kind: Place, Country: state.Name})
}
