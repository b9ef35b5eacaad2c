package article

import (
	"fmt"

	"github.com/dateline-ssg/dateline/internal/source"
)

// value is a part of front matter in any format, with its place in the file.
// Scalars keep the characters that were written: a date never becomes a
// moment, nor "no" a boolean, before a field asks for it.
type value struct {
	kind  valueKind
	text  string // of a scalar
	items []value
	pairs []pair
	source.Span
}

type valueKind uint8

const (
	null valueKind = iota
	scalar
	list
	table
)

func (k valueKind) String() string {
	return [...]string{"nothing", "a value", "a list", "a table"}[k]
}

type pair struct {
	key  string
	at   source.Span // of the key
	what value
}

// get is the value of key in a table, or a null value.
func (v value) get(key string) value {
	for _, p := range v.pairs {
		if p.key == key {
			return p.what
		}
	}
	return value{}
}

// syntaxError is a slip in front matter, at an offset of the block.
type syntaxError struct {
	offset  int
	problem string
	hint    string
	first   int // of a duplicate: the offset of the first one; its line follows the problem
}

func (e *syntaxError) Error() string { return e.problem }

// slip is a syntaxError at offset.
func slip(offset int, problem, hint string) error {
	return &syntaxError{offset: offset, problem: problem, hint: hint}
}

// duplicate is the error of a key at offset that stood at first already.
func duplicate(key string, offset, first int) error {
	return &syntaxError{offset, fmt.Sprintf("the key %q stands there twice, first on line", key), "keep one of the two", first}
}

// move shifts every place in v by n bytes.
func (v *value) move(n int) {
	v.Start, v.End = v.Start+n, v.End+n
	for i := range v.items {
		v.items[i].move(n)
	}
	for i := range v.pairs {
		v.pairs[i].at.Start += n
		v.pairs[i].at.End += n
		v.pairs[i].what.move(n)
	}
}
