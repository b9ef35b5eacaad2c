package phrase

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Classes are all the classes made of rules that a word stands in. A text that
// is asked often what its words are keeps those of each word.
type Classes [maxClasses / 64]uint64

// maxClasses is how many classes a set may have. The last is kept for words
// that stand in any.
const maxClasses = 256

const inAny Class = maxClasses - 1

// Has reports whether a class is among them.
func (cs *Classes) Has(c Class) bool {
	return cs[c>>6&(maxClasses/64-1)]>>(c&63)&1 != 0
}

// Any reports whether there are any.
func (cs *Classes) Any() bool { return cs.Has(inAny) }

// Join adds those of another word.
func (cs *Classes) Join(o *Classes) {
	cs[0], cs[1], cs[2], cs[3] = cs[0]|o[0], cs[1]|o[1], cs[2]|o[2], cs[3]|o[3]
}

func (cs *Classes) add(c Class) { cs[c>>6] |= 1 << (c & 63) }

// category is the number of some Classes: many words have the same.
type category uint16

// member is a class that a word stands in, and the first rule that says so.
type member struct {
	class int
	rule  int
}

// Classes are those of a word, which nobody changes.
func (s *Set) Classes(w *sentence.Word) *Classes {
	return &s.kinds[s.sorts[s.lexicon.find(w)]]
}

// Class is the number of a class that a program asks for.
type Class int

// Asked are the names of such classes, by number. A program makes it once, and
// gives it to all sets that it asks.
type Asked []string

// Class is the rule of class that the word stands in, or false.
func (s *Set) Class(class string, w sentence.Word) (*Rule, bool) {
	n, id := s.lexicon.find(&w), s.named.id(class)
	if id < 0 || !s.kinds[s.sorts[n]].Has(Class(id)) {
		return nil, false
	}
	members := s.lexicon.values[n].member
	k := slices.IndexFunc(members, func(m member) bool { return m.class == id })
	return &s.Rules[members[k].rule], true
}

// sort gives every word of the set its category.
func (c *compiler) sort() error {
	if len(c.named.list) > int(inAny) {
		return fmt.Errorf("%d classes; a set may have %d", len(c.named.list), inAny)
	}
	of := map[Classes]category{{}: 0}
	c.kinds = []Classes{{}}
	c.flat, c.begins, c.sorts, c.means = []entry{{}}, []beginning{none}, []category{0}, []filter{{}}
	for i := range c.spelt[1:] {
		e := &c.spelt[i+1]
		var set Classes
		for _, m := range e.member {
			set.add(Class(m.class))
			set.add(inAny)
		}
		if _, ok := of[set]; !ok {
			of[set] = category(len(c.kinds))
			c.kinds = append(c.kinds, set)
		}
		c.spell(e, of[set], &c.trie)
	}
	c.flat = append(c.flat, entry{spellAt: int32(len(c.spelled))})
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
