package phrase

import (
	"fmt"
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
	return s.flat[s.lexicon.find(w)].sort
}

// Class is the number of a class that a program asks for.
type Class int

// Asked are the names of such classes, by number. A program makes it once, and
// gives it to all sets that it asks.
type Asked []string

// Class gives a class its number.
func (a *Asked) Class(name string) Class {
	*a = append(*a, name)
	return Class(len(*a) - 1)
}

// Has reports whether words of category c stand in a class.
func (s *Set) Has(c Category, class Class) bool {
	return s.sorts[c][class>>6&(maxClasses/64-1)]>>(class&63)&1 != 0
}

// Class is the rule of class that the word stands in, or false.
func (s *Set) Class(class string, w sentence.Word) (*Rule, bool) {
	n, id := s.lexicon.find(&w), s.named.id(class)
	if id < 0 || !s.Has(s.flat[n].sort, Class(id)) {
		return nil, false
	}
	members := s.lexicon.values[n].member
	k := slices.IndexFunc(members, func(m member) bool { return m.class == id })
	return &s.Rules[members[k].rule], true
}

// sort gives every word of the set its category.
func (c *compiler) sort() error {
	if len(c.named.list) > maxClasses {
		return fmt.Errorf("%d classes; a set may have %d", len(c.named.list), maxClasses)
	}
	of := map[classSet]Category{{}: 0}
	c.sorts = []classSet{{}}
	c.flat = []entry{{}}
	for i := range c.spelt[1:] {
		e := &c.spelt[i+1]
		var set classSet
		for _, m := range e.member {
			set[m.class>>6] |= 1 << (m.class & 63)
		}
		if _, ok := of[set]; !ok {
			of[set] = Category(len(c.sorts))
			c.sorts = append(c.sorts, set)
		}
		c.spell(e, of[set], &c.trie)
	}
	c.flat = append(c.flat, entry{spellAt: int32(len(c.spelled)), loneAt: int32(len(c.lone))})
	c.lexicon = newDict(c.words, c.spelt)
	return nil
}

// asking is, for the first and the last byte of a word of one kind, the
// operations whose classes may hold it, one bit each.
type asking struct{ first, last [256]uint64 }

// ask counts which operations are asked of which words.
func (s *Set) ask(opts Options) {
	for i, c := range s.classes {
		for k := range s.asks {
			if kinds := opts.Kinds[c.name]; kinds != nil && !slices.Contains(kinds, sentence.Kind(k)) {
				continue
			}
			for x := range 256 {
				if few := opts.First[c.name]; few == "" || strings.IndexByte(few, byte(x)) >= 0 {
					s.asks[k].first[x] |= 1 << i
				}
				if few := opts.Last[c.name]; few == "" || strings.IndexByte(few, byte(x)) >= 0 {
					s.asks[k].last[x] |= 1 << i
				}
			}
		}
	}
}

// asked is the operations that the word is asked by, one bit each.
func (s *Set) asked(w *sentence.Word) uint64 {
	if w.Text == "" {
		return 0
	}
	return s.asks[w.Kind].first[w.Text[0]] & s.asks[w.Kind].last[w.Text[len(w.Text)-1]]
}

// names are class names, numbered. They are asked for by name at every word,
// so the table is looked up by length and three letters and not by a map, and
// holds numbers alone.
type names struct {
	list  []string
	table [4 * maxClasses]uint16 // open addressing: number plus one
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
		n := int(ns.table[i]) - 1
		if n < 0 || ns.list[n] == name {
			return n
		}
	}
}

// add is the number of a name, new where there is none.
func (ns *names) add(name string) int {
	if id := ns.id(name); id >= 0 || len(ns.list) > maxClasses {
		return id
	}
	i := spot(name)
	for ns.table[i] != 0 {
		i = (i + 1) & (4*maxClasses - 1)
	}
	ns.list = append(ns.list, name)
	ns.table[i] = uint16(len(ns.list))
	return len(ns.list) - 1
}
