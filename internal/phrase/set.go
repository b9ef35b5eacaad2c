package phrase

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// Options say what a set is compiled with.
type Options struct {
	// Language is the code of the language of the patterns and texts.
	Language string
	// Classes are the operations that patterns name as <class>; a class may
	// also be made of rules with the key "class". One without an operation has
	// all words of its Kinds.
	Classes map[string]func(sentence.Word) bool
	// Kinds are the kinds of word that a class of Classes can hold, so that
	// the others are not asked. A class that is not listed is asked of all.
	Kinds map[string][]sentence.Kind
	// First and Last are the bytes with which a word of a class begins and
	// ends, where they are few: a word without them is not asked either.
	First, Last map[string]string
	// Asked are classes made of rules that the program asks for by number.
	Asked Asked
}

// Set is the rules of one or several files, compiled. It is immutable and may
// be used by several goroutines.
type Set struct {
	Rules []Rule

	lang    sentence.Language
	lexicon *Dict[spelt] // what a word may stand for
	entries              // the same of most words, by the number that lexicon has for them
	classes []class      // the operations, in order of their names
	asks    [5]asking    // kind of word → which of them may hold it
	trie    trie
	named   names     // of the classes made of rules
	kinds   []Classes // by category
}

// symbol stands for a word in any case or a word as written (above zero), or
// for a class (below).
type symbol int32

// spelt is what a word may stand for in the order in which it is tried.
type spelt struct {
	any     symbol // the word in any case; 0 if no pattern has it
	written []written
	classes []symbol // classes made of rules
	member  []member // the same, with their rules
}

type written struct {
	text string
	sym  symbol
}

// is reports whether a text is w as it is written, or in capitals.
func (w *written) is(text string) bool {
	if w.text == text {
		return true
	}
	if c := text[0]; c >= 'a' && c <= 'z' {
		return strings.Contains(text, "’") && w.text == straight(text)
	}
	return isUpper(text) || w.text == straight(text)
}

type class struct {
	name string
	sym  symbol
	is   func(sentence.Word) bool // nil: all words of its kinds
}

// Compile makes a set. Its errors name file and line.
func Compile(rules []Rule, opts Options) (*Set, error) {
	s := &Set{
		Rules: rules, lang: sentence.For(opts.Language),
	}
	c := newCompiler(s, FormsOf(opts.Language))
	for _, name := range slices.Sorted(maps.Keys(opts.Classes)) {
		s.classes = append(s.classes, class{name, c.classSymbol(name), opts.Classes[name]})
	}
	if len(s.classes) > 64 {
		return nil, fmt.Errorf("%d classes with an operation; a set may have 64", len(s.classes))
	}
	for _, name := range opts.Asked {
		c.named.add(name)
	}
	for i, r := range rules {
		if name := r.Get("class"); name != "" {
			if err := c.class(i, name); err != nil {
				return nil, fmt.Errorf("%s:%d:1: rule %s: %v", r.File, r.Line, r.Name, err)
			}
		}
	}
	for i, r := range rules {
		if r.Get("class") != "" {
			continue
		}
		for _, say := range r.Say {
			seq, err := parsePattern(say, c.forms, s.lang)
			if err == nil {
				err = c.insert(i, seq)
			}
			if err != nil {
				return nil, fmt.Errorf("%s:%d:1: rule %s: %v", r.File, r.Line, r.Name, err)
			}
		}
	}
	s.trie = lay(&c.growth, len(s.classes))
	s.ask(opts)
	if err := c.sort(); err != nil {
		return nil, err
	}
	return s, nil
}

// compiler is a set under construction.
type compiler struct {
	*Set
	forms   *Forms
	symbols symbol            // how many there are
	of      map[string]symbol // class → its symbol
	numbers map[string]int32  // folded word → its number
	words   []string          // by number
	spelt   []spelt           // what they may stand for
	growth
}

// newCompiler has room for as many words and nodes as the rules may make.
func newCompiler(s *Set, forms *Forms) *compiler {
	n := 0
	for i := range s.Rules {
		for _, say := range s.Rules[i].Say {
			n += len(say)
		}
	}
	words := n/wordBytes + 1
	return &compiler{
		Set: s, forms: forms, of: map[string]symbol{}, numbers: make(map[string]int32, words),
		words: make([]string, 1, words), spelt: make([]spelt, 1, words), growth: newGrowth(n/nodeBytes + 1),
	}
}

// wordBytes and nodeBytes are how many bytes of patterns make a new word and a
// new node, about.
const wordBytes, nodeBytes = 14, 6

// symbol is a new symbol.
func (c *compiler) symbol() symbol {
	c.symbols++
	return c.symbols
}

// classSymbol is the symbol of a class, made where there is none.
func (c *compiler) classSymbol(name string) symbol {
	s, ok := c.of[name]
	if !ok {
		s = -c.symbol()
		c.of[name] = s
	}
	return s
}

// class adds the words of rule i to a class. They are single words.
func (c *compiler) class(i int, name string) error {
	sym, id := c.classSymbol(name), c.named.add(name)
	for _, say := range c.Rules[i].Say {
		seq, err := parsePattern(say, c.forms, c.lang)
		if err != nil {
			return err
		}
		words, err := single(seq)
		if err != nil {
			return err
		}
		for _, w := range words {
			e := c.entry(sentence.Fold(w))
			if !slices.Contains(e.classes, sym) {
				e.classes = append(e.classes, sym)
				e.member = append(e.member, member{id, i})
			}
		}
	}
	return nil
}

// single is the words of a pattern of single words.
func single(seq sequence) ([]string, error) {
	if len(seq) != 1 || seq[0].class != "" {
		return nil, fmt.Errorf("a class is made of single words")
	}
	if seq[0].word != "" {
		return []string{seq[0].word}, nil
	}
	var out []string
	for _, ch := range seq[0].choices {
		ws, err := single(ch)
		if err != nil {
			return nil, err
		}
		out = append(out, ws...)
	}
	return out, nil
}

// insert adds a pattern of rule i to the trie.
func (c *compiler) insert(i int, seq sequence) error {
	nodes, err := c.walk([]int32{0}, seq)
	if err != nil {
		return err
	}
	for _, n := range nodes {
		if n == 0 {
			return fmt.Errorf("a pattern that may be empty")
		}
		c.end(n, i)
	}
	return nil
}

// walk extends the trie from every node of from by seq, and returns where it
// ends.
func (c *compiler) walk(from []int32, seq sequence) ([]int32, error) {
	at := slices.Clone(from)
	for _, it := range seq {
		if it.choices == nil {
			sym, err := c.symbolOf(it)
			if err != nil {
				return nil, err
			}
			for i, n := range at {
				at[i] = c.edge(n, sym)
			}
			continue
		}
		var to []int32
		for _, ch := range it.choices {
			ns, err := c.walk(at, ch)
			if err != nil {
				return nil, err
			}
			to = append(to, ns...)
		}
		slices.Sort(to)
		if at = slices.Compact(to); len(at) > maxForms {
			return nil, fmt.Errorf("a pattern with more than %d forms", maxForms)
		}
	}
	return at, nil
}

// entry is what a folded word may stand for, until the next is made.
func (c *compiler) entry(word string) *spelt {
	n, ok := c.numbers[word]
	if !ok {
		n = int32(len(c.words))
		c.numbers[word] = n
		c.words, c.spelt = append(c.words, word), append(c.spelt, spelt{})
	}
	return &c.spelt[n]
}

func (c *compiler) symbolOf(it item) (symbol, error) {
	if it.class != "" {
		sym, ok := c.of[it.class]
		if !ok {
			return 0, fmt.Errorf("no class <%s>", it.class)
		}
		return sym, nil
	}
	key := sentence.Fold(it.word)
	e := c.entry(key)
	if w := straight(it.word); w != key {
		for _, x := range e.written {
			if x.text == w {
				return x.sym, nil
			}
		}
		sym := c.symbol()
		e.written = append(e.written, written{w, sym})
		return sym, nil
	}
	if e.any == 0 {
		e.any = c.symbol()
	}
	return e.any, nil
}

func straight(w string) string { return strings.ReplaceAll(w, "’", "'") }

// isUpper reports whether w is written in capitals, and longer than one.
func isUpper(w string) bool {
	return utf8.RuneCountInString(w) > 1 && strings.IndexFunc(w, unicode.IsLower) < 0 && strings.IndexFunc(w, unicode.IsUpper) >= 0
}
