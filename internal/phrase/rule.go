// Package phrase finds named phrases in words, fast.
//
// What comes in are rule files and the words of a text; what goes out are
// matches: which rule, which words. All patterns of a set are compiled into
// one trie over words, which is walked once from each word; the cost grows
// with the text, not with the number of rules.
//
// # Rule files
//
// A rule is a name at the start of a line and indented lines below it, each a
// key and a value. Lines that begin with # are comments.
//
//	call.phone
//		type  call
//		say   {phone|telephone} | {speak} (by|on the) (phone|telephone) [with]
//		yes   The two men [spoke by phone] on Friday.
//		no    He bought a phone.
//
// The keys say, yes and no belong to the notation; all others belong to the
// package that owns the file. say may stand several times. A yes line is a
// text in which the rule must match (exactly the bracketed words, where there
// are brackets), a no line one in which it must not. Set.Test runs them all.
//
// # Patterns
//
//	word        this word in any case; with a capital in it: as written, or in capitals
//	(a b|c)     either phrase          a|b        either word, outside of brackets
//	[a b]       may be left out        [a|b]      either or none
//	{meet}      the verb in all forms  {meet.past.part}  in the forms named
//	<number>    a word of a class: a rule that has the key "class", or an
//	            operation that the owner of the set supplies
//	\(          the mark itself, for ( ) [ ] { } < > | \
//
// At the top of a pattern " | " separates whole alternatives.
package phrase

import (
	"fmt"
	"strings"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Rule is one rule of a file. Say, Yes and No are the lines of the notation;
// Attrs the other keys, in the order of the file.
type Rule struct {
	Name string
	Attrs
	Say, Yes, No []string
	File         string
	Line         int
}

// Attr is one key and its value.
type Attr struct {
	Key, Value string
}

// Attrs are the keys that the owner of a rule gives meaning.
type Attrs []Attr

// Get is the first value of key, or "".
func (as Attrs) Get(key string) string {
	for _, a := range as {
		if a.Key == key {
			return a.Value
		}
	}
	return ""
}

// All is every value of key.
func (as Attrs) All(key string) []string {
	var out []string
	for _, a := range as {
		if a.Key == key {
			out = append(out, a.Value)
		}
	}
	return out
}

// Parse reads a rule file. Names must be unique in it.
func Parse(f source.File) ([]Rule, error) {
	file := string(f.Bytes)
	names := strings.Count(file, "\n") - strings.Count(file, "\n\t") - strings.Count(file, "\n ") + 1 // at most
	rules, seen := make([]Rule, 0, names), make(map[string]int, names)
	n := 0
	for line := range strings.Lines(file) {
		n++
		text := strings.TrimSpace(line)
		if text == "" || text[0] == '#' {
			continue
		}
		if line[0] != ' ' && line[0] != '\t' {
			if first := seen[text]; first > 0 {
				return nil, fmt.Errorf("%s:%d:1: rule %q stands on line %d already; give it another name", f.Path, n, text, first)
			}
			seen[text] = n
			rules = append(rules, Rule{Name: text, File: f.Path, Line: n})
			continue
		}
		if len(rules) == 0 {
			return nil, fmt.Errorf("%s:%d:1: a line of a rule before the first rule; begin with a name at the start of a line", f.Path, n)
		}
		r := &rules[len(rules)-1]
		key, value := text, ""
		if i := strings.IndexAny(text, " \t"); i >= 0 {
			key, value = text[:i], strings.TrimSpace(text[i:])
		}
		switch key {
		case "say":
			r.Say = append(r.Say, value)
		case "yes":
			r.Yes = append(r.Yes, value)
		case "no":
			r.No = append(r.No, value)
		default:
			r.Attrs = append(r.Attrs, Attr{key, value})
		}
	}
	return rules, nil
}
