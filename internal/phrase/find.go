package phrase

import (
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
	dst = f.Find(dst, words)
	f.leave()
	return dst
}

// leave leaves the slots of all matches to the caller.
func (f *Finder) leave() { f.arena = f.arena[len(f.arena):] }

// pool keeps the buffers of Find. It is true because a Finder forgets all when
// it begins.
var pool = sync.Pool{New: func() any { return new(Finder) }}

// Finder finds what a set finds in one text after the other. It keeps its
// buffers: the Slots of its matches hold until the next Find.
type Finder struct {
	*Set
	words   []sentence.Word
	numbers []int32   // in the lexicon, of the words that have been looked up; from 1, 0 for none
	read    []reading // of the same words
	symbols []symbol  // of words that stand for more as they are written, each list with its length before it
	slots   []int
	arena   []int // the slots of all matches
	firsts  []int32
	from    int
	steps   int // through the trie, in the text at hand
	out     []Match
	kept    []Match // what Matches gave last
}

// reading is what has been asked of a word.
type reading struct {
	at          int32  // where its own symbols begin in symbols; 0 where they are not listed
	asked, held uint64 // operations that have been asked, and those that hold it
}

// NewFinder is a Finder of s. Whoever is done with it says so by Close.
func (s *Set) NewFinder() *Finder {
	f := pool.Get().(*Finder)
	f.Set = s
	return f
}

// Close gives the buffers back: the Slots of its matches are no longer to be
// read.
func (f *Finder) Close() {
	if cap(f.read) <= widest {
		f.out, f.words, f.Set = nil, nil, nil
		pool.Put(f)
	}
}

// widest is how many words a text has at most whose buffers are kept.
const widest = 1 << 14

// Matches is Find into a buffer of its own: they hold until the next.
func (f *Finder) Matches(words []sentence.Word) []Match {
	f.kept = f.Find(f.kept[:0], words)
	return f.kept
}

// Find is Set.Find.
func (f *Finder) Find(dst []Match, words []sentence.Word) []Match {
	f.forget(dst, words)
	f.lookUp(len(words))
	for _, i := range f.candidates() {
		f.begin(int(i))
	}
	dst, f.out, f.words = f.out, nil, nil
	return dst
}

// candidates are the words that begin a pattern. They are listed before one is looked at,
// and without a branch, for which they are can be guessed of few.
func (f *Finder) candidates() []int32 {
	begins, asks, n := f.begins, f.trie.asks[0], 0
	out := slices.Grow(f.firsts[:0], len(f.numbers))[:len(f.numbers)]
	f.firsts = out
	for i, number := range f.numbers {
		one := 0
		if begins[number] != none {
			one = 1
		}
		if asks != 0 && asks&f.asked(&f.words[i]) != 0 {
			one = 1
		}
		out[n] = int32(i)
		n += one
	}
	return out[:n]
}

// AppendClasses appends to dst the classes of each of the words that Find was
// given last, before the next.
func (f *Finder) AppendClasses(dst []Classes) []Classes {
	n := len(dst)
	dst = slices.Grow(dst, len(f.numbers))[:n+len(f.numbers)]
	kinds, sorts, out := f.kinds, f.sorts, dst[n:]
	for i, n := range f.numbers {
		out[i] = kinds[sorts[n]]
	}
	return dst
}

// Start appends to dst the matches that begin at the first word, the longest
// first, then by the order of the rules. It looks up no more words than the
// rules ask for, so that a line which no rule knows costs one look.
func (s *Set) Start(dst []Match, words []sentence.Word) []Match {
	if len(words) == 0 {
		return dst
	}
	f := s.NewFinder()
	defer f.Close()
	f.forget(dst, words)
	f.lookUp(min(2, len(words)))
	f.begin(0)
	dst = f.out
	f.leave()
	return dst
}

// forget begins a text.
func (f *Finder) forget(dst []Match, words []sentence.Word) {
	f.out, f.words, f.steps = dst, words, 0
	f.arena, f.numbers, f.read, f.symbols = f.arena[:0], f.numbers[:0], f.read[:0], f.symbols[:0]
}

// order sorts the matches from one word, which are few, and drops what is there
// twice.
func order(ms []Match) []Match {
	n := 0
	for _, m := range ms {
		k := n
		for k > 0 && (ms[k-1].To < m.To || ms[k-1].To == m.To && ms[k-1].Rule > m.Rule) {
			k--
		}
		if k > 0 && ms[k-1].To == m.To && ms[k-1].Rule == m.Rule {
			continue
		}
		if k < n {
			copy(ms[k+1:n+1], ms[k:n])
		}
		ms[k] = m
		n++
	}
	return ms[:n]
}

// lookUp looks up the words before word n, each once.
func (f *Finder) lookUp(n int) {
	from := len(f.numbers)
	f.numbers, f.read = slices.Grow(f.numbers, n-from)[:n], slices.Grow(f.read, n-from)[:n]
	clear(f.read[from:])
	f.lexicon.numbers(f.numbers[from:], f.words[from:n])
}

// own is all that word i may stand for but operations: itself, as it is
// written, classes made of rules.
func (f *Finder) own(i int) []symbol {
	n := f.numbers[i]
	if e := &f.flat[n]; !e.cased {
		return f.spelled[e.spellAt:f.flat[n+1].spellAt]
	}
	r := &f.read[i]
	if r.at == 0 {
		f.spell(r, &f.lexicon.values[n], f.words[i].Text)
	}
	return f.symbols[r.at : r.at+int32(f.symbols[r.at-1])]
}

// spell lists what a word may stand for that is told apart by how it is
// written.
func (f *Finder) spell(r *reading, e *spelt, text string) {
	out := append(f.symbols, 0)
	r.at = int32(len(out))
	if e.any != 0 {
		out = append(out, e.any)
	}
	for _, x := range e.written {
		if x.is(text) {
			out = append(out, x.sym)
		}
	}
	out = append(out, e.classes...)
	out[r.at-1] = symbol(len(out) - int(r.at))
	f.symbols = out
}

// holds reports whether operation k holds word i, which it asks once.
func (f *Finder) holds(k, i int) bool {
	r, bit := &f.read[i], uint64(1)<<k
	if r.asked&bit == 0 {
		r.asked |= bit
		if c := &f.classes[k]; c.is == nil || c.is(f.words[i]) {
			r.held |= bit
		}
	}
	return r.held&bit != 0
}

// walk follows the trie from node with the words from i on.
func (f *Finder) walk(node int32, i int) {
	f.steps++
	at, next := &f.trie.nodes[node], &f.trie.nodes[node+1]
	for _, r := range f.trie.ends[at.end:next.end] {
		f.out = append(f.out, Match{int(r), f.from, i, f.keep()})
	}
	if i >= len(f.words) || at.edge == next.edge {
		return
	}
	if i >= len(f.numbers) {
		f.lookUp(i + 1)
	}
	if at.leads.meets(&f.means[f.numbers[i]]) {
		for _, sym := range f.own(i) {
			if of := sym.filter(); !at.leads.meets(&of) {
				continue
			}
			if next := f.trie.next(node, sym); next != 0 {
				f.step(next, sym, i)
			}
		}
	}
	if asks := f.trie.asks[at.asks]; asks != 0 {
		f.ask(asks, node, i)
	}
}

// ask goes on from node by the operations among asks that hold word i.
func (f *Finder) ask(asks uint64, node int32, i int) {
	for asks &= f.asked(&f.words[i]); asks != 0; asks &= asks - 1 {
		if k := bits.TrailingZeros64(asks); f.holds(k, i) {
			sym := f.classes[k].sym
			f.step(f.trie.next(node, sym), sym, i)
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
