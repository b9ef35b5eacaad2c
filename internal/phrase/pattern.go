package phrase

import (
	"fmt"
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// A pattern is a tree: a sequence of items, each a word, a class, or a choice
// of sequences that may be empty.
type sequence []item

type item struct {
	word    string     // a word, with or without capitals
	class   string     // a class
	choices []sequence // or a choice; an optional one holds an empty sequence
}

// maxForms bounds what one pair of brackets may hold, so that a slip in a
// rule file is an error and not a trie of gigabytes.
const maxForms = 2000

// parser reads one pattern.
type parser struct {
	s     string
	i     int
	forms *Forms
	lang  sentence.Language
}

// parsePattern reads a say line.
func parsePattern(s string, forms *Forms, lang sentence.Language) (sequence, error) {
	p := parser{s: s, forms: forms, lang: lang}
	choices, err := p.choices(0)
	if err != nil {
		return nil, err
	}
	if len(choices) == 1 {
		return choices[0], nil
	}
	return sequence{{choices: choices}}, nil
}

// choices reads sequences separated by | up to the closing mark.
func (p *parser) choices(end byte) ([]sequence, error) {
	var out []sequence
	var cur sequence
	for {
		p.space()
		if p.i == len(p.s) {
			if end != 0 {
				return nil, fmt.Errorf("%q has no closing %c", p.s, end)
			}
			return append(out, cur), nil
		}
		switch c := p.s[p.i]; c {
		case end:
			p.i++
			return append(out, cur), nil
		case '|':
			p.i++
			out, cur = append(out, cur), nil
		case ')', ']', '}', '>':
			return nil, fmt.Errorf("%q has a %c too many", p.s, c)
		default:
			items, err := p.items()
			if err != nil {
				return nil, err
			}
			// At the top a|b without spaces binds closer than a | b.
			if end == 0 && p.i < len(p.s) && p.s[p.i] == '|' && p.i+1 < len(p.s) && p.s[p.i+1] != ' ' && p.s[p.i-1] != ' ' {
				alternatives := []sequence{items}
				for p.i < len(p.s) && p.s[p.i] == '|' && p.i+1 < len(p.s) && p.s[p.i+1] != ' ' {
					p.i++
					more, err := p.items()
					if err != nil {
						return nil, err
					}
					alternatives = append(alternatives, more)
				}
				items = sequence{{choices: alternatives}}
			}
			if cur == nil {
				cur = items
			} else {
				cur = append(cur, items...)
			}
		}
		if len(out) > maxForms {
			return nil, fmt.Errorf("%q has more than %d alternatives", p.s, maxForms)
		}
	}
}

// items reads one word (which may be several tokens: mid-October) or one
// bracket.
func (p *parser) items() (sequence, error) {
	switch p.s[p.i] {
	case '(':
		p.i++
		cs, err := p.choices(')')
		return sequence{{choices: cs}}, err
	case '[':
		p.i++
		cs, err := p.choices(']')
		return sequence{{choices: append(cs, nil)}}, err
	case '<':
		end := strings.IndexByte(p.s[p.i:], '>')
		if end < 0 {
			return nil, fmt.Errorf("%q has no closing >", p.s)
		}
		name := p.s[p.i+1 : p.i+end]
		p.i += end + 1
		return sequence{{class: name}}, nil
	case '{':
		end := strings.IndexByte(p.s[p.i:], '}')
		if end < 0 {
			return nil, fmt.Errorf("%q has no closing }", p.s)
		}
		body := p.s[p.i+1 : p.i+end]
		p.i += end + 1
		return p.verb(body)
	}
	from, escaped := p.i, false
	for p.i < len(p.s) && !endsWord[p.s[p.i]] {
		if p.s[p.i] == '\\' && p.i+1 < len(p.s) {
			escaped = true
			p.i++
		}
		p.i++
	}
	word := p.s[from:p.i]
	if escaped {
		word = unescaped(word)
	}
	return p.words(word), nil
}

// endsWord are the marks before which a word of a pattern ends.
var endsWord = func() (t [256]bool) {
	for _, c := range []byte(" \t|()[]{}<>") {
		t[c] = true
	}
	return t
}()

// unescaped is a word without the marks that make other marks part of it.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// verb is the choice of the forms of the verbs in body: "meet|see.past".
func (p *parser) verb(body string) (sequence, error) {
	if p.forms == nil {
		return nil, fmt.Errorf("%q names a verb, but its language has no forms", p.s)
	}
	lemmas, wanted, _ := strings.Cut(body, ".")
	var choice item
	for lemma := range strings.SplitSeq(lemmas, "|") {
		head, rest, _ := strings.Cut(strings.TrimSpace(lemma), " ")
		for _, f := range p.forms.Inflect(head, wanted) {
			text := f
			if rest != "" {
				text += " " + rest
			}
			choice.choices = append(choice.choices, p.words(text))
		}
	}
	if len(choice.choices) == 0 {
		return nil, fmt.Errorf("%q: no form %q of %q", p.s, wanted, lemmas)
	}
	return sequence{choice}, nil
}

// words cuts what is written without spaces into words.
func (p *parser) words(s string) sequence {
	if isPlain(s) {
		return sequence{{word: s}}
	}
	var out sequence
	for _, w := range sentence.Words(s, 0, p.lang) {
		out = append(out, item{word: w.Text})
	}
	return out
}

// isPlain reports whether s is letters alone, and so surely one word.
func isPlain(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return s != ""
}

func (p *parser) space() {
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\t') {
		p.i++
	}
}
