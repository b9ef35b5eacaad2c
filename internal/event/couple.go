package event

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// couple is a phrase that means two at once, and whom: the two leaders, both sides.
type couple struct {
	sentence.Extent
	refs [2]actor.Ref
}

// maxBefore is how many sentences, and maxBlocks how many blocks, before such a
// phrase the two may be named.
const (
	maxBefore = 4
	maxBlocks = 2
)

// couples finds whom the phrases of a document mean that speak of two: the two who
// were last named in one clause. "The leaders", without a number, only means two
// whom the same block names.
func couples(blocks []*block) {
	for n, b := range blocks {
		if !b.prose() || !b.has(aStatesman, aSide) {
			continue
		}
		for i := range b.Words {
			if b.plainWord(i) {
				continue
			}
			e, kind := b.ofTwo(i)
			if empty(e) {
				continue
			}
			first := max(n-maxBlocks, 0)
			if !b.is(aTwo, i) {
				first = n
			}
			if two, ok := lastTwo(blocks[first:n+1], i, kind); ok {
				c := couple{Extent: e}
				for k, a := range two {
					c.refs[k] = actor.Ref{Passage: b.index, Extent: e, Actor: a, Via: actor.ByNoun}
				}
				b.couples = append(b.couples, c)
			}
		}
	}
}

// ofTwo is the phrase at word i that means two persons or two states, and which;
// empty where none begins there.
func (b *block) ofTwo(i int) (sentence.Extent, actor.Kind) {
	if !b.is(aTwo, i) && !b.is(aDefinite, i) || b.ref(i) != nil {
		return sentence.Extent{}, 0
	}
	k := i + 1
	for k < i+4 && (b.is(aDefinite, k) || b.is(aTwo, k)) {
		k++
	}
	if !b.is(aTwo, i) && k > i+1 {
		return sentence.Extent{}, 0 // the two leaders: found at "two"
	}
	for ; k < i+5 && k < len(b.Words); k++ {
		kind := actor.Unknown
		switch {
		case b.is(aStatesman, k):
			kind = actor.Person
		case b.is(aSide, k):
			kind = actor.State
		case k == i+1 && !b.is(aTwo, i), b.ref(k) != nil, b.Words[k].Kind != sentence.Letters, b.is(aPreposition, k), b.inVerb(k):
			return sentence.Extent{}, 0
		default:
			continue
		}
		if b.modifies(k+1) || b.is(aRelative, k+1) || b.is(anOf, k+1) {
			return sentence.Extent{}, 0
		}
		return sentence.Extent{From: i, To: k + 1}, kind
	}
	return sentence.Extent{}, 0
}

// lastTwo is the two of a kind who were last named together in a clause before word
// to of the last block: Putin met Xi. Where more than two were, it is unclear. Two
// sides are two states or bodies, or the states of two persons.
func lastTwo(blocks []*block, to int, kind actor.Kind) ([2]*actor.Actor, bool) {
	passed := 0
	for n := len(blocks) - 1; n >= 0; n-- {
		b := blocks[n]
		if n < len(blocks)-1 {
			to = len(b.Words)
		}
		last := b.Sentence(to - 1)
		for s := last; s >= 0 && passed <= maxBefore; s-- {
			e := b.Sentences[s]
			e.To = min(e.To, to)
			two, several := b.twoIn(e, kind)
			if several {
				return two, false
			}
			if two[1] != nil {
				return two, true
			}
			passed++
		}
	}
	return [2]*actor.Actor{}, false
}

// twoIn is the two of a kind whom a clause of sentence e names, and whether more are
// named.
func (b *block) twoIn(e sentence.Extent, kind actor.Kind) (two [2]*actor.Actor, several bool) {
	people, states := group{}, group{}
	for i := e.From; i < e.To; i++ {
		r := b.ref(i)
		if r == nil || r.From != i || r.Actor == nil {
			continue
		}
		switch r.Actor.Kind {
		case actor.Person:
			people.add(r.Actor, b.of(i))
		case actor.State, actor.Body:
			states.add(r.Actor, b.of(i))
		}
	}
	switch {
	case kind == actor.Person:
		return people.two()
	case states.n >= 2:
		return states.two()
	}
	two, several = people.two()
	if two[1] == nil || two[0].Country == "" || two[1].Country == "" || two[0].Country == two[1].Country {
		return [2]*actor.Actor{}, several
	}
	for k, a := range two {
		two[k] = &actor.Actor{Name: a.Country, Kind: actor.State, Country: a.Country}
	}
	return two, several
}

// group is whom a sentence names of one kind.
type group struct {
	of     [2]*actor.Actor
	clause [2]int
	n      int // how many they are
}

func (g *group) add(a *actor.Actor, clause int) {
	for k := range min(g.n, 2) {
		if g.of[k] == a {
			return
		}
	}
	if g.n < 2 {
		g.of[g.n], g.clause[g.n] = a, clause
	}
	g.n++
}

// two is the group where it is of two in one clause; several tells of more.
func (g *group) two() (of [2]*actor.Actor, several bool) {
	if g.n == 2 && g.clause[0] == g.clause[1] {
		return g.of, false
	}
	return of, g.n > 2
}
