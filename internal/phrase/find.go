package phrase

import (
	"cmp"
	"math/bits"
	"slices"
	"sync"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Match is the words From to To, exclusive, that rule Rules[Rule] matched.
// Slots are the words that stood for the pattern's classes, in order.
type Match struct {
	Rule     int
	From, To int
	Slots    []int
}

// Find appends to dst every match of every rule, in order of From, the
// longest first, then by the order of the rules.
func (s *Set) Find(dst []Match, words []sentence.Word) []Match {
	f := s.NewFinder()
	defer f.Close()
	f.arena = nil // its slots are the caller's
	dst = f.Find(dst, words)
	f.arena = nil
	return dst
}

// pool keeps the buffers of Find. It is true because a Finder forgets all when
// it begins.
var pool = sync.Pool{New: func() any { return new(Finder) }}

// Finder finds what a set finds in one text after the other. It keeps its
// buffers: the Slots of its matches hold until the next Find.
type Finder struct {
	*Set
	words   []sentence.Word
	numbers []int32 // of the words that have been looked up, in the lexicon, from 1; 0 for none
	sorts   []Category
	at      []int32  // word → where its own symbols begin in symbols, plus one; 0 where it has none
	symbols []symbol // of words whose entry does not say them all, each list with its length before it
	slots   []int
	arena   []int // the slots of all matches
	from    int
	steps   int // through the trie, in the text at hand
	out     []Match
}

// NewFinder is a Finder of s. Whoever is done with it says so by Close.
func (s *Set) NewFinder() *Finder {
	f := pool.Get().(*Finder)
	f.Set = s
	return f
}

// Close gives the buffers back: what they hold, Slots and Categories, is no
// longer to be read.
func (f *Finder) Close() {
	if cap(f.numbers) <= widest {
		f.out, f.words, f.Set = nil, nil, nil
		pool.Put(f)
	}
}

// widest is how many words a text has at most whose buffers are kept.
const widest = 1 << 14

// Find is Set.Find.
func (f *Finder) Find(dst []Match, words []sentence.Word) []Match {
	f.forget(dst, words)
	f.read(len(words))
	for i := range words {
		if !f.starts(i) {
			continue
		}
		n := len(f.out)
		f.from = i
		f.walk(0, i)
		if len(f.out) > n+1 {
			f.out = f.out[:n+len(order(f.out[n:]))]
		}
	}
	dst, f.out, f.words = f.out, nil, nil
	return dst
}

// starts reports whether a pattern may begin with word i.
func (f *Finder) starts(i int) bool {
	if f.roots[f.numbers[i]] {
		return true
	}
	k := f.words[i].Kind
	return f.always[k] || f.begin[k] != 0 && f.asked(&f.words[i])&f.begin[k] != 0
}

// Categories are those of the words that Find was given last, as long as the
// matches' Slots hold.
func (f *Finder) Categories() []Category { return f.sorts }

// Start appends to dst the matches that begin at the first word, the longest
// first, then by the order of the rules. It looks up no more words than the
// rules ask for, so that a line which no rule knows costs one look.
func (s *Set) Start(dst []Match, words []sentence.Word) []Match {
	n := len(dst)
	f := s.NewFinder()
	defer f.Close()
	f.arena = nil // its slots are the caller's
	f.forget(dst, words)
	f.from = 0
	f.walk(0, 0)
	dst, f.arena = f.out, nil
	return dst[:n+len(order(dst[n:]))]
}

// forget begins a text.
func (f *Finder) forget(dst []Match, words []sentence.Word) {
	f.out, f.words, f.steps = dst, words, 0
	f.arena, f.numbers, f.sorts, f.at, f.symbols = f.arena[:0], f.numbers[:0], f.sorts[:0], f.at[:0], f.symbols[:0]
}

// order sorts the matches from one word and drops what is there twice.
func order(ms []Match) []Match {
	slices.SortStableFunc(ms, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.To, a.To), cmp.Compare(a.Rule, b.Rule))
	})
	return slices.CompactFunc(ms, func(a, b Match) bool { return a.To == b.To && a.Rule == b.Rule })
}

// read looks up the words before word n, each once.
func (f *Finder) read(n int) {
	from := len(f.numbers)
	numbers := slices.Grow(f.numbers, n-from)[:n]
	sorts := slices.Grow(f.sorts, n-from)[:n]
	at := slices.Grow(f.at, n-from)[:n]
	for i := from; i < n; i++ {
		n := f.lexicon.find(&f.words[i])
		numbers[i], sorts[i], at[i] = n, f.sortOf[n], 0
	}
	f.numbers, f.sorts, f.at = numbers, sorts, at
}

// symbolsOf is all that word i may stand for, in two lists.
func (f *Finder) symbolsOf(i int) (own, more []symbol) {
	if i >= len(f.numbers) {
		f.read(i + 1)
	}
	if f.at[i] == 0 {
		w := &f.words[i]
		n := f.numbers[i]
		asked := f.asked(w)
		if asked == 0 && !f.cased[n] {
			return f.spelled[f.spellAt[n]:f.spellAt[n+1]], f.plain[w.Kind]
		}
		f.spell(n, w, i, asked)
	}
	k := f.at[i]
	return f.symbols[k : k+int32(f.symbols[k-1])], nil
}

// spell lists all that word i may stand for: itself, as it is written, classes
// made of rules, classes that are operations.
func (f *Finder) spell(n int32, w *sentence.Word, i int, asked uint32) {
	out := append(f.symbols, 0)
	f.at[i] = int32(len(out))
	if !f.cased[n] {
		out = append(out, f.spelled[f.spellAt[n]:f.spellAt[n+1]]...)
	} else {
		e := f.lexicon.words[n-1].value.whole
		if e.any != 0 {
			out = append(out, e.any)
		}
		for _, x := range e.written {
			if x.text == w.Text || isUpper(w.Text) || x.text == straight(w.Text) {
				out = append(out, x.sym)
			}
		}
		out = append(out, e.classes...)
	}
	classes := f.classes[w.Kind]
	for a := asked | f.whole[w.Kind]; a != 0; a &= a - 1 {
		if c := &classes[bits.TrailingZeros32(a)]; c.is == nil || c.is(*w) {
			out = append(out, c.sym)
		}
	}
	out[f.at[i]-1] = symbol(len(out) - int(f.at[i]))
	f.symbols = out
}

// walk follows the trie from node with the words from i on.
func (f *Finder) walk(node int32, i int) {
	f.steps++
	if node != 0 {
		for _, r := range f.trie.endsAt(node) {
			f.out = append(f.out, Match{int(r), f.from, i, f.keep()})
		}
	}
	if i >= len(f.words) || node != 0 && f.trie.leaf(node) {
		return
	}
	own, more := f.symbolsOf(i)
	for _, sym := range own {
		if next := f.trie.next(node, sym); next != 0 {
			f.step(next, sym, i)
		}
	}
	for _, sym := range more {
		if next := f.trie.next(node, sym); next != 0 {
			f.step(next, sym, i)
		}
	}
}

// step goes on from a node to which word i has led as sym.
func (f *Finder) step(node int32, sym symbol, i int) {
	if sym > 0 {
		f.walk(node, i+1)
		return
	}
	f.slots = append(f.slots, i)
	f.walk(node, i+1)
	f.slots = f.slots[:len(f.slots)-1]
}

// keep is a copy of the slots that holds as long as the matches do.
func (f *Finder) keep() []int {
	if len(f.slots) == 0 {
		return nil
	}
	n := len(f.arena)
	f.arena = append(f.arena, f.slots...)
	return f.arena[n:len(f.arena):len(f.arena)]
}
