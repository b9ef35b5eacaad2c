package chronology

import (
	"cmp"
	"slices"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// heaviest is by how many of its words a telling is found.
const heaviest = 10

// Names under which those are found that name no actor, and all.
const (
	nobody    = "\x00nobody"
	everybody = "\x00everybody"
)

// keys are those under which a telling is found, and under which it looks for
// others. Two tellings can be one event only if they share an actor, or the
// state of one, and besides a word, a place, an object, a number of a series,
// or a type of which there is seldom more than one at a time; so a key is one
// of each. What names no actor is compared by the rest alone.
type keys struct{ posted, sought []uint64 }

func keysOf(t *telling) keys {
	var who []uint64
	for _, p := range t.who {
		who = append(who, xxh3.HashString(p.name))
		if p.country != "" {
			who = append(who, xxh3.HashString(p.country))
		}
	}
	slices.Sort(who)
	who = slices.Compact(who)
	var k keys
	none, all := xxh3.HashString(nobody), xxh3.HashString(everybody)
	marks := marksOf(t)
	for _, what := range marks {
		for _, w := range who {
			k.posted = append(k.posted, pair(w, what))
		}
		k.sought = append(k.sought, pair(none, what))
		if len(who) == 0 {
			k.posted = append(k.posted, pair(none, what))
			k.sought = append(k.sought, pair(all, what))
		}
	}
	k.sought = append(k.sought, k.posted...)
	for _, what := range marks {
		k.posted = append(k.posted, pair(all, what))
	}
	for _, list := range []*[]uint64{&k.posted, &k.sought} {
		slices.Sort(*list)
		*list = slices.Compact(*list)
	}
	return k
}

func pair(a, b uint64) uint64 { return (a ^ b<<31 ^ b>>33) * 0x9E3779B185EBCA87 }

// marksOf are what a telling may share besides actors.
func marksOf(t *telling) []uint64 {
	var out []uint64
	mark := func(sort, s string) { out = append(out, xxh3.HashString(sort+s)) }
	heavy := t.vector
	if len(heavy) > heaviest {
		heavy = slices.Clone(heavy)
		slices.SortFunc(heavy, func(a, b term) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.word, b.word)) })
		heavy = heavy[:heaviest]
	}
	for _, x := range heavy {
		mark("", x.word)
	}
	for _, s := range t.occasions {
		mark("", s)
	}
	switch {
	case t.Type == "visit" || t.Type == "meeting": // one is received where another is met
		mark("type ", "meeting")
	case t.kind.once:
		mark("type ", t.Type)
	}
	for _, p := range t.where {
		if p.kind != actor.State {
			mark("place ", p.name)
		}
	}
	for _, p := range t.who {
		if p.kind != actor.State && !slices.Contains(t.agents, p.name) {
			mark("object ", p.name)
		}
	}
	for unit, numbers := range t.figures {
		if unit != "%" && unit != "money" {
			for _, n := range numbers {
				mark(unit+" ", n)
			}
		}
	}
	return out
}

// posts is who stands under each key, newest first.
type posts struct {
	heads map[uint64]head
	list  []posted
}

type head struct{ at, n int32 }

type posted struct{ who, next int32 }

func newPosts(n int) *posts {
	return &posts{make(map[uint64]head, n), make([]posted, 0, n)}
}

func (p *posts) add(key uint64, who int) {
	h, ok := p.heads[key]
	if !ok {
		h.at = -1
	}
	p.list = append(p.list, posted{int32(who), h.at})
	p.heads[key] = head{int32(len(p.list) - 1), h.n + 1}
}

// newest adds at most n of those under a key, the newest first.
func (p *posts) newest(key uint64, n int, met []int32) []int32 {
	if h, ok := p.heads[key]; ok {
		for i := h.at; i >= 0 && n > 0; i, n = p.list[i].next, n-1 {
			met = append(met, p.list[i].who)
		}
	}
	return met
}

// few adds those under a key if they are not more than n: what many stand
// under points at none of them.
func (p *posts) few(key uint64, n int32, met []int32) []int32 {
	if h, ok := p.heads[key]; ok && h.n <= n {
		return p.newest(key, int(n), met)
	}
	return met
}

// often are at most n of those met, those met most often first.
func often(met []int32, n int) []int32 {
	slices.Sort(met)
	type count struct{ who, times int32 }
	counts := make([]count, 0, 64)
	for _, who := range met {
		if k := len(counts); k > 0 && counts[k-1].who == who {
			counts[k-1].times++
		} else {
			counts = append(counts, count{who, 1})
		}
	}
	if len(counts) > n {
		slices.SortFunc(counts, func(a, b count) int { return cmp.Or(cmp.Compare(b.times, a.times), cmp.Compare(a.who, b.who)) })
		counts = counts[:n]
	}
	met = met[:0]
	for _, c := range counts {
		met = append(met, c.who)
	}
	return met
}
