package phrase

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Category is all the classes made of rules that a word stands in: 0 for none.
// Many words are of one category. A text that is asked often what its words
// are keeps their categories.
type Category uint16

// maxClasses is how many classes a set may have.
const maxClasses = 256

// classSet is the classes of a category, one bit each.
type classSet [maxClasses / 64]uint64

// member is a class that a word stands in, and the first rule that says so.
type member struct {
	class int
	rule  int
}

// Category is the category of a word.
func (s *Set) Category(w *sentence.Word) Category {
	return s.sortOf[s.lexicon.find(w)]
}

// In reports whether words of category c stand in a class.
func (s *Set) In(class string, c Category) bool {
	if c == 0 {
		return false
	}
	id := s.named.id(class)
	return id >= 0 && s.sorts[c][id>>6]>>(id&63)&1 != 0
}

// Class is the rule of class that the word stands in, or false.
func (s *Set) Class(class string, w sentence.Word) (*Rule, bool) {
	e := s.lexicon.Get(&w)
	if e == nil || !s.In(class, e.sort) {
		return nil, false
	}
	id := s.named.id(class)
	k := slices.IndexFunc(e.whole.member, func(m member) bool { return m.class == id })
	return &s.Rules[e.whole.member[k].rule], true
}

// sort gives every word of the set its category.
func (c *compiler) sort() error {
	if c.named.n > maxClasses {
		return fmt.Errorf("%d classes; a set may have %d", c.named.n, maxClasses)
	}
	of := map[classSet]Category{{}: 0}
	c.sorts = []classSet{{}}
	flat := map[string]entry{}
	c.none()
	for _, w := range slices.Sorted(maps.Keys(c.entries)) {
		e := entry{whole: c.entries[w]}
		var set classSet
		for _, m := range e.whole.member {
			set[m.class>>6] |= 1 << (m.class & 63)
		}
		if _, ok := of[set]; !ok {
			of[set] = Category(len(c.sorts))
			c.sorts = append(c.sorts, set)
		}
		e.sort = of[set]
		c.spell(e, &c.trie) // in the order of the words, as NewDict numbers them
		flat[w] = e
	}
	c.lexicon = NewDict(flat)
	return nil
}

// edges are, for the first and the last byte of a word, the classes that the
// word may be of, one bit each.
type edges struct{ first, last [256]uint32 }

// ask counts which classes words of kind k are asked for.
func (s *Set) ask(k int, cs []class, opts Options) error {
	if len(cs) > 32 {
		return fmt.Errorf("%d classes with an operation; a kind of word may have 32", len(cs))
	}
	for i, c := range cs {
		begins := s.trie.next(0, c.sym) != 0
		if c.is == nil {
			s.plain[k] = append(s.plain[k], c.sym)
			s.whole[k] |= 1 << i
			s.always[k] = s.always[k] || begins
			continue
		}
		if begins {
			s.begin[k] |= 1 << i
		}
		if s.asks[k] == nil {
			s.asks[k] = new(edges)
		}
		for x := range 256 {
			for _, edge := range []struct {
				of    map[string]string
				table *[256]uint32
			}{{opts.First, &s.asks[k].first}, {opts.Last, &s.asks[k].last}} {
				if few := edge.of[c.name]; few == "" || strings.IndexByte(few, byte(x)) >= 0 {
					edge.table[x] |= 1 << i
				}
			}
		}
	}
	return nil
}

// asked is the operations that the word is asked by, one bit each.
func (s *Set) asked(w *sentence.Word) uint32 {
	a := s.asks[w.Kind]
	if a == nil || w.Text == "" {
		return 0
	}
	return a.first[w.Text[0]] & a.last[w.Text[len(w.Text)-1]]
}

// none is the entry of a word that the set does not have.
func (es *entries) none() {
	*es = entries{sortOf: make([]Category, 1), roots: make([]bool, 1), cased: make([]bool, 1), spellAt: make([]int32, 2)}
}

// spell adds the next entry.
func (es *entries) spell(e entry, t *trie) {
	n := len(es.spelled)
	if e.whole.any != 0 {
		es.spelled = append(es.spelled, e.whole.any)
	}
	es.spelled = append(es.spelled, e.whole.classes...)
	root := false
	for _, sym := range es.spelled[n:] {
		root = root || t.next(0, sym) != 0
	}
	for _, x := range e.whole.written {
		root = root || t.next(0, x.sym) != 0
	}
	es.sortOf, es.roots, es.cased = append(es.sortOf, e.sort), append(es.roots, root), append(es.cased, len(e.whole.written) > 0)
	es.spellAt = append(es.spellAt, int32(len(es.spelled)))
}

// names are class names, numbered. They are asked for by name at every word,
// so the table is looked up by length and two letters and not by a map.
type names struct {
	n     int
	table [4 * maxClasses]named // open addressing
}

// named is a name and its number plus one.
type named struct {
	name string
	n    int
}

func spot(name string) int {
	if name == "" {
		return 0
	}
	n := len(name)
	return (int(name[0])*7 + int(name[n-1])*31 + int(name[n/2])*131 + n*17) & (4*maxClasses - 1)
}

// id is the number of a name, or -1.
func (ns *names) id(name string) int {
	for i := spot(name); ; i = (i + 1) & (4*maxClasses - 1) {
		if e := &ns.table[i]; e.n == 0 || e.name == name {
			return e.n - 1
		}
	}
}

// add is the number of a name, new where there is none.
func (ns *names) add(name string) int {
	if id := ns.id(name); id >= 0 || ns.n > maxClasses {
		return id
	}
	i := spot(name)
	for ns.table[i].n != 0 {
		i = (i + 1) & (4*maxClasses - 1)
	}
	ns.n++
	ns.table[i] = named{name, ns.n}
	return ns.n - 1
}
