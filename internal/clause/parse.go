package clause

import (
	"slices"
	"sync"

	"github.com/dateline-ssg/dateline/internal/phrase"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Find reads one block in the language with the given code. It takes time
// linear in the words. In a language without rules each sentence is one main
// clause without a verb, and nobody is known to speak.
func Find(t *sentence.Text, language string) *Parse {
	return FindAll([]*sentence.Text{t}, language)[0]
}

// FindAll is Find for the blocks of a document.
func FindAll(ts []*sentence.Text, language string) []*Parse {
	out := make([]*Parse, len(ts))
	lex := lexiconOf(language)
	if lex == nil {
		for i, t := range ts {
			out[i] = unread(t)
		}
		return out
	}
	var room [together]*parser
	for from := 0; from < len(ts); from += together {
		batch := ts[from:min(from+together, len(ts))]
		ps := room[:len(batch)]
		for i, t := range batch {
			ps[i] = newParser(t, lex)
		}
		for _, step := range steps {
			for _, p := range ps {
				step(p)
			}
		}
		for i, p := range ps {
			out[from+i] = p.finish()
		}
	}
	return out
}

// together is how many blocks are read at once. Each step goes through all of them
// before the next begins, so that its code stays near the processor meanwhile.
const together = 16

// steps are how a block is read.
var steps = []func(*parser){
	(*parser).findMarkers,
	func(p *parser) {
		for _, s := range p.Sentences {
			p.read(s)
		}
	},
	func(p *parser) {
		for _, s := range p.Sentences {
			p.groups(s)
			p.bounds(s)
		}
		p.innermost()
	},
	(*parser).subjects,
	(*parser).speeches,
}

// parser is one reading of a block. The slices over words are as long as the
// block; those over groups are of the sentence at hand.
type parser struct {
	*sentence.Text
	lex       *lexicon
	out       *Parse
	tags      []tag
	entries   []*entry
	segment   []int32 // word → stretch between boundaries
	finite    []int   // stretch → words in it that are surely finite
	openers   []phrase.Match
	markers   []marker
	markerAt  []int32 // word → the marker that begins there, plus one; 0 for none
	found     []group
	severed   []severed
	groupAt   []int32 // word → first group that begins there or later
	nextBreak []int32 // word → first boundary there or later
	stack     []int   // open clauses, outermost first
	floor     int     // the clauses below it belong outside of the quotation
	fresh     int     // where a clause without a marker would begin
	stopped   int     // behind the last semicolon or colon of the sentence
	groups_   []group // of the block, as out.Verbs
}

// marker is an opener of several words.
type marker struct {
	to   int
	kind string
}

// unread is a block of which only the sentences are known.
func unread(t *sentence.Text) *Parse {
	out := &Parse{Of: make([]int, len(t.Words))}
	for k, s := range t.Sentences {
		out.Clauses = append(out.Clauses, Clause{Extent: s, Kind: Main, Parent: -1, Verb: -1})
		for i := s.From; i < s.To; i++ {
			out.Of[i] = k
		}
	}
	return out
}

// parsers keeps the buffers of parsers. It is true because newParser forgets
// what they held.
var parsers = sync.Pool{New: func() any { return new(parser) }}

func newParser(t *sentence.Text, lex *lexicon) *parser {
	p := parsers.Get().(*parser)
	n := len(t.Words)
	p.Text, p.lex, p.out = t, lex, parses.Get().(*Parse)
	p.out.Of = zeroed(p.out.Of, n)
	p.tags, p.entries, p.segment = zeroed(p.tags, n), zeroed(p.entries, n), zeroed(p.segment, n)
	p.groupAt, p.nextBreak = zeroed(p.groupAt, n+1), zeroed(p.nextBreak, n+1)
	p.finite, p.found, p.stack, p.groups_ = p.finite[:0], p.found[:0], p.stack[:0], p.groups_[:0]
	p.floor, p.fresh, p.stopped = 0, 0, 0
	p.markers, p.markerAt = p.markers[:0], zeroed(p.markerAt, n)
	return p
}

// zeroed is s with n zero values.
func zeroed[T any](s []T, n int) []T {
	s = slices.Grow(s[:0], n)[:n]
	clear(s)
	return s
}

// widest is how many words a block has at most whose buffers are kept.
const widest = 1 << 14

// finish is what p has found; p is given back.
func (p *parser) finish() *Parse {
	out := p.out
	if p.Text, p.out = nil, nil; len(p.tags) <= widest {
		parsers.Put(p)
	}
	return out
}

// parses keeps closed parses. It is true because they are empty.
var parses = sync.Pool{New: func() any { return new(Parse) }}

// Close gives the room of p to the next parse; p is no longer to be read.
func (p *Parse) Close() {
	if cap(p.Of) > widest {
		return
	}
	clear(p.Verbs)
	p.Verbs, p.Clauses, p.Speeches, p.Of = p.Verbs[:0], p.Clauses[:0], p.Speeches[:0], p.Of[:0]
	parses.Put(p)
}

// findMarkers finds the openers of several words.
func (p *parser) findMarkers() {
	p.openers = p.lex.markers.Find(p.openers[:0], p.Words)
	for _, m := range p.openers {
		if p.markerAt[m.From] == 0 {
			p.markers = append(p.markers, marker{m.To, p.lex.markers.Rules[m.Rule].Get("opens")})
			p.markerAt[m.From] = int32(len(p.markers))
		}
	}
}

// marker is the opener of several words that begins at word i.
func (p *parser) marker(i int) (marker, bool) {
	k := p.markerAt[i]
	if k == 0 {
		return marker{}, false
	}
	return p.markers[k-1], true
}

// innermost fills Of: clauses are in order of From, the outer before the
// inner, so the last that holds a word is the innermost.
func (p *parser) innermost() {
	for c := range p.out.Clauses {
		cl := &p.out.Clauses[c]
		of := p.out.Of[cl.From:cl.To]
		for i := range of {
			of[i] = c
		}
	}
}
