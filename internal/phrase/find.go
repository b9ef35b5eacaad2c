package phrase

import (
	"cmp"
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
	f := pool.Get().(*Finder)
	defer pool.Put(f)
	f.arena = nil // its slots are the caller's
	f.Set = s
	return f.Find(dst, words)
}

// pool keeps the buffers of Find. It is true because a Finder forgets all when
// it begins.
var pool = sync.Pool{New: func() any { return new(Finder) }}

// Finder finds what a set finds in one text after the other. It keeps its
// buffers: the Slots of its matches hold until the next Find.
type Finder struct {
	*Set
	symbols []symbol // of word i: from starts[i] to starts[i+1]
	starts  []int32
	sorts   []Category
	slots   []int
	arena   []int // the slots of all matches
	from    int
	ahead   []sentence.Word // not looked up yet
	out     []Match
}

// NewFinder is a Finder of s.
func (s *Set) NewFinder() *Finder { return &Finder{Set: s} }

// Find is Set.Find.
func (f *Finder) Find(dst []Match, words []sentence.Word) []Match {
	f.out, f.arena = dst, f.arena[:0]
	f.read(words)
	for i := range words {
		n := len(f.out)
		f.from = i
		f.walk(0, i)
		if len(f.out) > n+1 {
			f.out = f.out[:n+len(order(f.out[n:]))]
		}
	}
	dst, f.out = f.out, nil
	return dst
}

// Categories are those of the words that Find was given last, as long as the
// matches' Slots hold.
func (f *Finder) Categories() []Category { return f.sorts }

// Start appends to dst the matches that begin at the first word, the longest
// first, then by the order of the rules. It looks up no more words than the
// rules ask for, so that a line which no rule knows costs one look.
func (s *Set) Start(dst []Match, words []sentence.Word) []Match {
	n := len(dst)
	f := Finder{Set: s, out: dst, starts: make([]int32, 1, 8), ahead: words}
	f.walk(0, 0)
	return f.out[:n+len(order(f.out[n:]))]
}

// order sorts the matches from one word and drops what is there twice.
func order(ms []Match) []Match {
	slices.SortStableFunc(ms, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.To, a.To), cmp.Compare(a.Rule, b.Rule))
	})
	return slices.CompactFunc(ms, func(a, b Match) bool { return a.To == b.To && a.Rule == b.Rule })
}

// Longest keeps of ms, as Find returns them, the leftmost longest that do not
// overlap; of equal ones the first rule. It reuses the slice.
func Longest(ms []Match) []Match {
	out := ms[:0]
	end := 0
	for _, m := range ms {
		if m.From >= end {
			out = append(out, m)
			end = m.To
		}
	}
	return out
}

// read looks every word up once.
func (f *Finder) read(words []sentence.Word) {
	f.symbols, f.sorts = f.symbols[:0], f.sorts[:0]
	f.starts = append(f.starts[:0], 0)
	for i := range words {
		f.symbolsOf(&words[i])
		f.starts = append(f.starts, int32(len(f.symbols)))
	}
}

// symbolsOf appends all that a word may stand for.
func (f *Finder) symbolsOf(w *sentence.Word) {
	sort := Category(0)
	if e := f.lexicon.Get(w); e != nil {
		sort = e.sort
		if e.any != 0 {
			f.symbols = append(f.symbols, e.any)
		}
		for _, x := range e.written {
			if x.text == straight(w.Text) || isUpper(w.Text) {
				f.symbols = append(f.symbols, x.sym)
			}
		}
		f.symbols = append(f.symbols, e.classes...)
	}
	f.sorts = append(f.sorts, sort)
	for _, c := range f.classes[w.Kind] {
		if c.is(*w) {
			f.symbols = append(f.symbols, c.sym)
		}
	}
}

// walk follows the trie from node with the words from i on.
func (f *Finder) walk(node int32, i int) {
	if node != 0 {
		for _, r := range f.trie.ends[node] {
			f.out = append(f.out, Match{int(r), f.from, i, f.keep()})
		}
	}
	if i+1 >= len(f.starts) {
		if len(f.ahead) == 0 {
			return
		}
		f.symbolsOf(&f.ahead[0])
		f.ahead = f.ahead[1:]
		f.starts = append(f.starts, int32(len(f.symbols)))
	}
	for _, sym := range f.symbols[f.starts[i]:f.starts[i+1]] {
		next := f.trie.next(node, sym)
		if next == 0 {
			continue
		}
		if sym > 0 {
			f.walk(next, i+1)
			continue
		}
		f.slots = append(f.slots, i)
		f.walk(next, i+1)
		f.slots = f.slots[:len(f.slots)-1]
	}
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
