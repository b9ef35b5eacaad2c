package chronology

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// heaviest is by how many of its words a telling is found.
const heaviest = 10

// Names under which those are found that name no actor, all, and occasions.
const (
	nobody uint32 = 1 + iota
	everybody
	occasions // which are found by their names alone
)

// A telling is found, and looks for others, under keys. Two tellings can be one
// event only if they share an actor, or the state of one, and besides a word, a
// place, an object, a number of a series, or a type of which there is seldom
// more than one at a time; so a key is one of each. What names no actor is
// compared by the rest alone; and what is printed twice is found by its sentence.
// Keys are made when they are asked for: a telling has some sixty of them, and
// they take more room than all else it says.

// posted adds the keys under which t is found.
func (t *telling) posted(out []uint64) []uint64 {
	out = t.own(out)
	for _, what := range t.marks() {
		out = append(out, pair(everybody, what))
	}
	return out
}

// sought adds the keys under which t looks for others.
func (t *telling) sought(out []uint64) []uint64 {
	out = t.own(out)
	other := nobody
	if len(t.who) == 0 {
		other = everybody
	}
	for _, what := range t.marks() {
		out = append(out, pair(other, what))
	}
	return out
}

// own adds the keys of t's sentence, of its actors and their states, or of nobody.
func (t *telling) own(out []uint64) []uint64 {
	out = append(out, t.words)
	for _, x := range t.held {
		out = append(out, pair(occasions, x))
	}
	var room [16]uint32
	who := room[:0]
	for _, p := range t.who {
		who = append(who, p.is)
		if p.of != 0 {
			who = append(who, p.of)
		}
	}
	slices.Sort(who)
	who = slices.Compact(who)
	if len(who) == 0 {
		who = append(who, nobody)
	}
	for _, what := range t.marks() {
		for _, w := range who {
			out = append(out, pair(w, what))
		}
	}
	return out
}

func pair(who, what uint32) uint64 {
	return (uint64(who)<<32 | uint64(what)) * 0x9E3779B185EBCA87
}

// Sorts of marks; a word is its own.
const (
	ofType   = 0x9E3779B1
	ofPlace  = 0x85EBCA77
	ofObject = 0xC2B2AE3D
)

// marks are what a telling may share besides actors, each once. They are made
// when they are asked for first.
func (t *telling) marks() []uint32 {
	if t.marked == nil {
		t.marked = t.marksOf()
	}
	return t.marked
}

func (t *telling) marksOf() []uint32 {
	out := make([]uint32, 0, min(len(t.vector), heaviest)+4)
	heavy := t.vector
	if len(heavy) > heaviest {
		heavy = slices.Clone(heavy)
		slices.SortFunc(heavy, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.word, b.word)) })
		heavy = heavy[:heaviest]
	}
	for _, x := range heavy {
		out = append(out, x.word)
	}
	out = append(out, t.occasions...)
	switch {
	case t.Type == "visit" || t.Type == "meeting": // one is received where another is met
		out = append(out, ofType^hashed("meeting"))
	case t.kind.once:
		out = append(out, ofType^hashed(t.Type))
	}
	for _, p := range t.where {
		if p.kind != actor.State {
			out = append(out, ofPlace^p.is)
		}
	}
	for _, p := range t.who {
		if p.kind != actor.State && !slices.Contains(t.agents, p) {
			out = append(out, ofObject^p.is)
		}
	}
	for _, f := range t.figures {
		if f.counts() {
			out = append(out, f.unit*31^hashed(f.value))
		}
	}
	return inSet(out)
}

// posts is who stands under each key, newest first: a table that is searched
// from a key's place on.
type posts struct {
	slots  []slot
	used   int
	list   []posted
	sifted bool
	sieve  sieve // where it is sifted, see sift
}

// slot is a key, with its newest entry, counted from 1, and how many there are.
type slot struct {
	key   uint64
	at, n int32
}

type posted struct{ who, next int32 }

// idle are posts that nobody uses: one is as great as all that a month tells,
// and every month needs some.
var idle sync.Pool

// newPosts has room for so many entries before it must grow.
func newPosts(n int) *posts {
	p, _ := idle.Get().(*posts)
	if p == nil {
		p = &posts{}
	}
	size := 1 << bits.Len(uint(max(n, 8)))
	if cap(p.slots) >= size {
		p.slots = p.slots[:size]
		clear(p.slots)
	} else {
		p.slots = make([]slot, size)
	}
	p.list, p.used, p.sifted = slices.Grow(p.list[:0], n), 0, false
	return p
}

// sift makes few quick to say that there is nothing: most keys that are sought
// nobody has, or many, and a table of all that a full month tells is far from the
// processor. A sieve has a bit for each of the others, a thirtieth of the table.
// It is to be called when all are added, for the n that few is asked with.
func (p *posts) sift(n int32) {
	p.sieve.empty(4 * len(p.slots))
	p.sifted = true
	for _, s := range p.slots {
		if s.n > 0 && s.n <= n {
			p.sieve.add(s.key)
		}
	}
}

// done ends the use of p, whose room others may take.
func (p *posts) done() { idle.Put(p) }

// find is the place of a key: its slot, or the free one where it would stand.
func (p *posts) find(key uint64) *slot {
	mask := uint64(len(p.slots) - 1)
	for i := key >> 32 * 0x9E3779B9 >> 7 & mask; ; i = (i + 1) & mask {
		if s := &p.slots[i]; s.key == key || s.n == 0 {
			return s
		}
	}
}

// add puts who under a key; a second time, next to the first, says nothing.
func (p *posts) add(key uint64, who int) {
	s := p.find(key)
	if s.n > 0 && p.list[s.at-1].who == int32(who) {
		return
	}
	if s.n == 0 {
		if p.used++; p.used > len(p.slots)/4*3 {
			p.grow()
			s = p.find(key)
		}
		s.key = key
	}
	p.list = append(p.list, posted{int32(who), s.at})
	s.at, s.n = int32(len(p.list)), s.n+1
}

func (p *posts) grow() {
	old := p.slots
	p.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.n > 0 {
			*p.find(s.key) = s
		}
	}
}

// newest meets at most n of those under a key, the newest.
func (p *posts) newest(key uint64, n int, m *meeting) {
	for i := p.find(key).at; i > 0 && n > 0; i, n = p.list[i-1].next, n-1 {
		m.meet(p.list[i-1].who)
	}
}

// few meets those under a key if they are not more than n: what many stand
// under points at none of them.
func (p *posts) few(key uint64, n int32, m *meeting) {
	if p.sifted && !p.sieve.may(key) {
		return
	}
	s := p.find(key)
	if s.n > n {
		return
	}
	for i := s.at; i > 0; i = p.list[i-1].next {
		m.meet(p.list[i-1].who)
	}
}
