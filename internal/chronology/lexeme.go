package chronology

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// reader makes tellings of mentions. What it has read of a word, a name or a
// trigger it remembers, for a collection has few of them and uses each often;
// nothing of it depends on what was read before. It is not for several
// goroutines at once.
type reader struct {
	lookup   func(string) *actor.Actor
	lexemes  map[string]*lexeme
	parties  map[string]*party
	trigrams map[string][]uint32
	texts    map[string]string // what mentions are to hold once
	fleeting bool              // they are held for a moment

	// Of the mention that is being read.
	words, trigger, headline []word
	known                    []uint32 // stems of the names in it
	terms                    []headed
	heads                    []uint32 // of the words of the trigger
	names                    []uint32 // see said
	occasions, held, venue   []uint32 // see feast
	who                      []*party

	saidPools
}

// saidPools are the pieces that what mentions say is taken from, unless it is
// soon let go of.
type saidPools struct {
	saids   pool[said]
	numbers pool[uint32]
	parties pool[*party]
	terms   pool[term]
}

func newReader(lookup func(string) *actor.Actor) *reader {
	return &reader{lookup: remember(lookup), lexemes: map[string]*lexeme{}, parties: map[string]*party{}, trigrams: map[string][]uint32{}}
}

// wordForms is how many words are remembered where mentions are soon let go of:
// those of a language that are used often.
const wordForms = 1 << 16

// lexeme is what is known of a word wherever it stands. Words are compared by a
// hash of their stem: it puts them into one order in every run, and lets a
// telling hold them without their letters.
type lexeme struct {
	lower string
	root  string // the stem
	stem  uint32 // its hash
	head  uint32 // the first three bytes of the stem, 0 where it is shorter
	is    lexical

	digits         int    // of a number in figures
	number, suffix string // of a number, in figures or in words
	magnitude      int    // powers of ten that the word multiplies a number by
	fraction       int    // likewise the suffix
	goods          uint64 // the bit of the sort of goods that it is, see otherGoods
}

// lexical is the lists in which a word stands.
type lexical uint32

const (
	empty       lexical = 1 << iota // says nothing of a topic
	long                            // more than three letters
	capitalised                     //
	ofCalendar                      // a month or weekday
	ofOccasion                      // a summit, a parade
	ofOutcome                       // a declaration
	ofAnswer                        // in return
	ofSeries                        // a round, a package
	ofPercent                       // percent
	percentEnd                      // the suffix is
	multiplies                      // thousand, million
	multipleEnd                     // the suffix is
	ordinalEnd                      // the suffix makes an ordinal
	ofBallot                        // it stands before or in the count of a vote: votes, by
	ofTally                         // it parts the sides of a count: to
	ofVenue                         // at, during
	ofAside                         // after, before
	ofWhose                         // in, of
	ofHolding                       // holds, chairs
	ofPassed                        // adopts
	ofRejected                      // rejects
	ofAgain                         // once more
)

func (l *lexeme) has(x lexical) bool { return l.is&x != 0 }

func (r *reader) lexeme(text string) *lexeme {
	l := r.lexemes[text]
	if l == nil {
		if r.fleeting && len(r.lexemes) > wordForms {
			r.lexemes = map[string]*lexeme{}
		}
		text = strings.Clone(text)
		l = newLexeme(text)
		r.lexemes[text] = l
	}
	return l
}

func newLexeme(text string) *lexeme {
	lex, s := words(), stem(text)
	l := &lexeme{lower: strings.ToLower(text), root: s, stem: hashed(s), head: headOf(s)}
	l.number, l.suffix = numeral(l.lower)
	l.digits = len(l.number)
	if lex["ordinals"].has(l.lower) {
		l.number, l.suffix = strconv.Itoa(lex["ordinals"][l.lower]), ordinalEndings[0]
	} else if lex["cardinals"].has(l.lower) {
		l.number = strconv.Itoa(lex["cardinals"][l.lower])
	}
	l.magnitude, l.fraction = lex["magnitudes"][l.lower], lex["magnitudes"][l.suffix]
	if lex["goods"].has(l.lower) {
		l.goods = 1 << lex["goods"][l.lower]
	}
	calendar := lex["calendar"].has(strings.TrimRight(l.lower, "."))
	for list, in := range map[lexical]bool{
		empty:       lex["stop"].has(l.lower) || lex["light"].has(l.lower) || calendar || len(s) < 2 || year(s),
		long:        utf8.RuneCountInString(s) > 3,
		capitalised: capital(text),
		ofCalendar:  calendar,
		ofOccasion:  lex["occasions"].has(l.lower),
		ofOutcome:   lex["outcomes"].has(l.lower),
		ofAnswer:    lex["answers"].has(l.lower),
		ofSeries:    lex["series"].has(l.lower),
		ofPercent:   lex["percent"].has(l.lower),
		percentEnd:  lex["percent"].has(l.suffix),
		multiplies:  lex["magnitudes"].has(l.lower),
		multipleEnd: lex["magnitudes"].has(l.suffix),
		ofBallot:    lex["ballot"].has(l.lower),
		ofTally:     lex["tally"].has(l.lower),
		ofVenue:     lex["venue"].has(l.lower),
		ofAside:     lex["aside"].has(l.lower),
		ofWhose:     lex["whose"].has(l.lower),
		ofHolding:   lex["holding"].has(l.lower),
		ofPassed:    lex["passed"].has(l.lower),
		ofRejected:  lex["rejected"].has(l.lower),
		ofAgain:     lex["again"].has(l.lower),
		ordinalEnd:  slices.Contains(ordinalEndings, l.suffix),
	} {
		if in {
			l.is |= list
		}
	}
	return l
}

// hashed is a word or name as a number that is never 0.
func hashed(s string) uint32 { return max(1, uint32(xxh3.HashString(s))) }

// headOf is the first three bytes of a word: ends and ended have one.
func headOf(s string) uint32 {
	if len(s) < 3 {
		return 0
	}
	return uint32(s[0])<<16 | uint32(s[1])<<8 | uint32(s[2])
}

// party is an actor or a place as merging sees it.
type party struct {
	name, country string
	is, of        uint32 // hashes of the two, of is 0 where there is none
	kind          actor.Kind
	union         bool // it is a body of a body, not of a state
	weight        float64
	slug          string   // the name as an address writes it
	words         []uint32 // stems of the name's words
	first, last   string   // words of the name in small letters; first is "" where it has one
}

// party gives one party for a name, and always the same.
func (r *reader) party(name string) *party {
	p := r.parties[name]
	if p != nil {
		return p
	}
	p = &party{name: name, is: hashed(name), weight: .75, slug: slugged(name)}
	if a := r.lookup(name); a != nil {
		p.kind, p.country = a.Kind, a.Country
	}
	if p.country != "" {
		p.of = hashed(p.country)
		of := r.lookup(p.country)
		p.union = p.kind == actor.Body && of != nil && of.Kind == actor.Body
	}
	switch p.kind {
	case actor.Person:
		p.weight = 1
	case actor.State:
		p.weight = .5
	}
	for _, w := range split(nil, name) {
		p.words = append(p.words, r.lexeme(w.text).stem)
	}
	if parts := strings.Fields(strings.ToLower(name)); len(parts) > 0 {
		p.last = parts[len(parts)-1]
		if len(parts) > 1 {
			p.first = parts[0]
		}
	}
	r.parties[name] = p
	return p
}

// trigramsOf are the character trigrams of the words of a trigger, marked at
// their ends, as hashes in order.
func (r *reader) trigramsOf(trigger string) []uint32 {
	out, ok := r.trigrams[trigger]
	if ok {
		return out
	}
	rs := []rune(" " + strings.ToLower(strings.Join(strings.Fields(trigger), " ")) + " ")
	for i := 0; i+3 <= len(rs); i++ {
		out = append(out, hashed(string(rs[i:i+3])))
	}
	out = inSet(out)
	r.trigrams[trigger] = out
	return out
}

// fleets makes what mentions say be let go of one by one, and few words be
// remembered.
func (r *reader) fleets() {
	r.fleeting = true
	p := &r.saidPools
	p.saids.apart, p.numbers.apart, p.parties.apart, p.terms.apart = true, true, true, true
}

// set is inSet of a list that the reader needs again.
func (r *reader) set(ns []uint32) []uint32 {
	slices.Sort(ns)
	return r.numbers.kept(slices.Compact(ns))
}

// inSet sorts numbers and leaves each once.
func inSet(ns []uint32) []uint32 {
	slices.Sort(ns)
	return slices.Clip(slices.Compact(ns))
}
