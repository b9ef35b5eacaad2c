package clause

import "github.com/dateline-ssg/dateline/internal/sentence"

// Find reads one block in the language with the given code. It takes time
// linear in the words. In a language without rules each sentence is one main
// clause without a verb, and nobody is known to speak.
func Find(t *sentence.Text, language string) *Parse {
	lex := lexiconOf(language)
	if lex == nil {
		return unread(t)
	}
	p := newParser(t, lex)
	p.findMarkers()
	for _, s := range t.Sentences {
		p.read(s)
		p.groups(s)
		p.bounds(s)
	}
	p.subjects()
	p.innermost()
	p.speeches()
	return p.out
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
	markers   map[int]marker
	found     []group
	groupAt   []int32 // word → first group that begins there or later
	nextBreak []int32 // word → first boundary there or later
	stack     []int   // open clauses, outermost first
	floor     int     // the clauses below it belong outside of the quotation
	fresh     int     // where a clause without a marker would begin
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

func newParser(t *sentence.Text, lex *lexicon) *parser {
	n := len(t.Words)
	return &parser{
		Text: t, lex: lex, out: &Parse{Of: make([]int, n)},
		tags: make([]tag, n), entries: make([]*entry, n), segment: make([]int32, n),
		markers: make(map[int]marker), groupAt: make([]int32, n+1), nextBreak: make([]int32, n+1),
	}
}

// findMarkers finds the openers of several words.
func (p *parser) findMarkers() {
	for _, m := range p.lex.markers.Find(nil, p.Words) {
		if _, ok := p.markers[m.From]; !ok {
			p.markers[m.From] = marker{m.To, p.lex.markers.Rules[m.Rule].Get("opens")}
		}
	}
}

// innermost fills Of: clauses are in order of From, the outer before the
// inner, so the last that holds a word is the innermost.
func (p *parser) innermost() {
	for c := range p.out.Clauses {
		for i := p.out.Clauses[c].From; i < p.out.Clauses[c].To; i++ {
			p.out.Of[i] = c
		}
	}
}
