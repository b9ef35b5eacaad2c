package event

import (
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/clause"
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
// whom the same block names; "they" only two of the sentence before.
func couples(blocks []*block) {
	for n, b := range blocks {
		if !b.prose() || !b.has(aStatesman, aSide, aPair, aTwo, aSeveral) {
			continue
		}
		for i := range b.Words {
			if b.plainWord(i) {
				continue
			}
			var two pair
			e, kind := b.ofTwo(i)
			switch {
			case b.theyTwo(i):
				e = sentence.Extent{From: i, To: i + 1}
				two = b.twoBefore(i)
			case empty(e):
				continue
			case b.is(aTwo, i) && kind != any2:
				two = lastTwo(blocks[max(n-maxBlocks, 0):n+1], i, kind)
			default:
				two = lastTwo(blocks[n:n+1], i, kind)
			}
			if two[1] == nil {
				continue
			}
			c := couple{Extent: e}
			for k, a := range two {
				c.refs[k] = actor.Ref{Passage: b.index, Extent: e, Actor: a, Via: actor.ByNoun}
			}
			b.couples = append(b.couples, c)
		}
	}
}

// pair is two who are named together; nobody where it is unclear who they are.
type pair [2]*actor.Actor

// pairOf is what sort two are: any where the phrase does not say.
type pairOf uint8

const (
	noPair pairOf = iota
	people
	sides // states, or bodies
	firms // companies, or bodies
	any2
)

// ofTwo is the phrase at word i that means two, and of which sort; empty where none
// begins there.
func (b *block) ofTwo(i int) (sentence.Extent, pairOf) {
	if !b.is(aTwo, i) && (!b.is(aDefinite, i) || b.is(aPossessive, i)) || b.ref(i) != nil {
		return sentence.Extent{}, noPair
	}
	if b.is(aTwo, i) && b.alone2(i) {
		return sentence.Extent{From: i, To: i + 1}, any2
	}
	k := i + 1
	for k < i+4 && (b.is(aDefinite, k) || b.is(aTwo, k)) {
		k++
	}
	if !b.is(aTwo, i) && k > i+1 {
		return sentence.Extent{}, noPair // the two leaders: found at "two"
	}
	for ; k < i+5 && k < len(b.Words); k++ {
		kind := noPair
		switch {
		case b.is(aStatesman, k):
			kind = people
		case b.is(aSide, k):
			kind = sides
		case b.is(aPair, k) && b.is(aTwo, i):
			kind = firms
		case k == i+1 && !b.is(aTwo, i), b.ref(k) != nil, b.Words[k].Kind != sentence.Letters, b.is(aPreposition, k), b.inVerb(k):
			return sentence.Extent{}, noPair
		default:
			continue
		}
		if b.modifies(k+1) || b.is(aRelative, k+1) || b.is(anOf, k+1) {
			return sentence.Extent{}, noPair
		}
		return sentence.Extent{From: i, To: k + 1}, kind
	}
	return sentence.Extent{}, noPair
}

// alone2 reports whether word i alone counts those who act: the two | agreed, both |
// left.
func (b *block) alone2(i int) bool {
	s := b.parse.Clauses[max(b.of(i), 0)].Subject
	v := b.verbOf(b.of(i))
	return v != nil && s.To == i+1 && v.From >= i+1 && v.From <= i+2 && (b.is(aDefinite, s.From) && s.From >= i-1) && b.Quote(i) < 0
}

// theyTwo reports whether word i is "they", the subject of a sentence of the narrator's.
func (b *block) theyTwo(i int) bool {
	if !b.is(aSeveral, i) || b.of(i) < 0 || b.Quote(i) >= 0 {
		return false
	}
	k := b.parse.Clauses[b.of(i)]
	return k.Kind == clause.Main && k.Subject == sentence.Extent{From: i, To: i + 1}
}

// twoBefore is the two people of the sentence before word i whom "they" can only mean,
// since it names nothing else that is several: Ruiz met Vega in Lima. They signed.
func (b *block) twoBefore(i int) pair {
	s := b.Sentence(i) - 1
	if s < 0 {
		return pair{}
	}
	e := b.Sentences[s]
	for k := e.From; k < e.To; k++ {
		w := &b.Words[k]
		if w.Kind == sentence.Letters && lower(w.Text) && !b.inVerb(k) && b.expr(k) == nil && !b.is(aJoiner, k) && (b.is(aPlural, k) || singular(w.Text) != w.Text) {
			return pair{}
		}
	}
	two, _ := b.twoIn(e, people)
	return two
}

// lastTwo is the two of a sort who were last named together in a clause before word
// to of the last block: Putin met Xi. Where more than two were, it is unclear. Two
// sides are two states or bodies, or the states of two persons.
func lastTwo(blocks []*block, to int, kind pairOf) pair {
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
			if several || two[1] != nil {
				return two
			}
			passed++
		}
	}
	return pair{}
}

// twoIn is the two of a sort whom a clause of sentence e names, and whether more are
// named.
func (b *block) twoIn(e sentence.Extent, kind pairOf) (two pair, several bool) {
	var human, states, bodies group
	for i := e.From; i < e.To; i++ {
		r := b.ref(i)
		if r == nil || r.From != i || r.Actor == nil || kind == any2 && r.Via == actor.ByAdjective {
			continue
		}
		switch r.Actor.Kind {
		case actor.Person:
			human.add(r.Actor, b.finiteOf(i))
		case actor.State:
			states.add(r.Actor, b.finiteOf(i))
		case actor.Body:
			states.add(r.Actor, b.finiteOf(i))
			bodies.add(r.Actor, b.finiteOf(i))
		case actor.Company:
			bodies.add(r.Actor, b.finiteOf(i))
		}
	}
	switch {
	case kind == people:
		return human.two()
	case kind == firms:
		return bodies.two()
	case kind == any2 && len(human.of) > 1:
		return human.two()
	case kind == any2 && len(states.of) < 2:
		return bodies.two()
	case len(states.of) > 1:
		return states.two()
	}
	two, several = human.two()
	if two[1] == nil || two[0].Country == "" || two[1].Country == "" || two[0].Country == two[1].Country {
		return pair{}, several
	}
	for k, a := range two {
		two[k] = &actor.Actor{Name: a.Country, Kind: actor.State, Country: a.Country}
	}
	return two, several
}

// finiteOf is the clause of word i, or that on which it hangs by a verb without a
// subject of its own: flew to Moscow | to see Putin.
func (b *block) finiteOf(i int) int {
	c := b.of(i)
	for c >= 0 && b.parse.Clauses[c].Parent >= 0 && (b.parse.Clauses[c].Kind == clause.Infinitive || b.parse.Clauses[c].Kind == clause.Participial) {
		c = b.parse.Clauses[c].Parent
	}
	return c
}

// group is whom a sentence names of one sort, and in which clauses.
type group struct {
	of []*actor.Actor
	in []member
}

// member is one of a group in a clause.
type member struct {
	*actor.Actor
	clause int
}

func (g *group) add(a *actor.Actor, clause int) {
	if !slices.Contains(g.of, a) {
		g.of = append(g.of, a)
	}
	if m := (member{a, clause}); !slices.Contains(g.in, m) {
		g.in = append(g.in, m)
	}
}

// two is the two of the group whom one clause names, where no other clause names two
// others; several tells of more.
func (g *group) two() (of pair, several bool) {
	for k, m := range g.in {
		with := pair{m.Actor}
		n := 1
		for _, o := range g.in[k+1:] {
			if o.clause == m.clause {
				with[1] = o.Actor
				n++
			}
		}
		switch {
		case n == 1:
			continue
		case n > 2, of[1] != nil && !(slices.Contains(of[:], with[0]) && slices.Contains(of[:], with[1])):
			return pair{}, true
		}
		of = with
	}
	return of, of[1] == nil && len(g.of) > 2
}

// coupleAt is the two whom the pronoun at word i means, or nil.
func (b *block) coupleAt(i int) *couple {
	k, ok := slices.BinarySearchFunc(b.couples, i, func(c couple, at int) int { return c.From - at })
	if !ok || b.couples[k].Len() != 1 || !b.is(aSeveral, i) {
		return nil
	}
	return &b.couples[k]
}
