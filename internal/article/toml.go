package article

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"github.com/dateline-ssg/dateline/internal/source"
)

// tomlValue reads a block of TOML by the parser's tree, in which dates are
// still the characters that were written.
func tomlValue(b []byte) (value, error) {
	b = slices.Clip(bytes.Clone(b)) // ranges are reckoned from the capacity
	var p unstable.Parser
	p.Reset(b)
	root := value{kind: table, Span: source.Span{Start: 0, End: len(b)}}
	w := tomlWalk{p: &p, block: b}
	into := &root
	for p.NextExpression() {
		n := p.Expression()
		var err error
		switch n.Kind {
		case unstable.Table, unstable.ArrayTable:
			into, err = w.open(&root, n)
		case unstable.KeyValue:
			err = w.set(into, n, 0)
		}
		if err != nil {
			return root, err
		}
	}
	var e *unstable.ParserError
	if err := p.Error(); errors.As(err, &e) {
		at := len(b)
		if len(e.Highlight) > 0 {
			at = int(p.Range(e.Highlight).Offset)
		}
		return root, slip(at, "toml: "+strings.TrimPrefix(e.Message, "toml: "), "text needs quotation marks, and each line is key = value")
	}
	return root, p.Error()
}

type tomlWalk struct {
	p     *unstable.Parser
	block []byte
}

func span(n *unstable.Node) source.Span {
	return source.Span{Start: int(n.Raw.Offset), End: int(n.Raw.Offset + n.Raw.Length)}
}

// open is the table that a [header] names. The same header twice is an error,
// a [[header]] makes a new table each time.
func (w *tomlWalk) open(root *value, n *unstable.Node) (*value, error) {
	into := root
	keys := n.Key()
	for keys.Next() {
		k := keys.Node()
		name, at := string(k.Data), span(k)
		i := slices.IndexFunc(into.pairs, func(p pair) bool { return p.key == name })
		if i < 0 {
			into.pairs = append(into.pairs, pair{name, at, value{kind: table, Span: at}})
			i = len(into.pairs) - 1
			if keys.IsLast() && n.Kind == unstable.ArrayTable {
				into.pairs[i].what.kind = list
			}
		} else if keys.IsLast() && n.Kind == unstable.Table && into.pairs[i].what.kind != null {
			if p := into.pairs[i]; p.what.kind != table || p.what.Span == p.at {
				return nil, duplicate(name, at.Start, p.at.Start)
			}
		}
		v := &into.pairs[i].what
		if keys.IsLast() && n.Kind == unstable.ArrayTable {
			if v.kind != list {
				return nil, duplicate(name, at.Start, into.pairs[i].at.Start)
			}
			v.items = append(v.items, value{kind: table, Span: at})
		}
		if v.kind == list && len(v.items) > 0 {
			v = &v.items[len(v.items)-1]
		}
		if v.kind != table {
			return nil, duplicate(name, at.Start, into.pairs[i].at.Start)
		}
		into = v
	}
	return into, nil
}

// set puts a key and its value into a table; a dotted key makes tables.
func (w *tomlWalk) set(into *value, n *unstable.Node, depth int) error {
	keys := n.Key()
	for keys.Next() {
		k := keys.Node()
		name, at := string(k.Data), span(k)
		i := slices.IndexFunc(into.pairs, func(p pair) bool { return p.key == name })
		if !keys.IsLast() {
			if i < 0 {
				into.pairs = append(into.pairs, pair{name, at, value{kind: table, Span: at}})
				i = len(into.pairs) - 1
			}
			into = &into.pairs[i].what
			continue
		}
		if i >= 0 || into.kind != table {
			first := 0
			if i >= 0 {
				first = into.pairs[i].at.Start
			}
			return duplicate(name, at.Start, first)
		}
		v, err := w.value(n.Value(), depth)
		if v.Span == (source.Span{}) {
			v.Span = at
		}
		if err != nil {
			return err
		}
		into.pairs = append(into.pairs, pair{name, at, v})
	}
	return nil
}

func (w *tomlWalk) value(n *unstable.Node, depth int) (value, error) {
	v := value{Span: span(n)}
	if depth > maxDepth {
		return v, slip(v.Start, "too many levels of lists and tables", "front matter needs two or three")
	}
	switch n.Kind {
	case unstable.Array:
		v.kind = list
		for it := n.Children(); it.Next(); {
			x, err := w.value(it.Node(), depth+1)
			if err != nil {
				return v, err
			}
			v.items = append(v.items, x)
		}
	case unstable.InlineTable:
		v.kind = table
		for it := n.Children(); it.Next(); {
			if err := w.set(&v, it.Node(), depth+1); err != nil {
				return v, err
			}
		}
	default:
		v.kind, v.text = scalar, string(n.Data)
		if n.Data == nil {
			return v, fmt.Errorf("toml: a value of kind %s", n.Kind)
		}
	}
	return v, nil
}
