package article

import (
	"errors"
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"

	"github.com/dateline-ssg/dateline/internal/source"
)

const (
	maxNodes = 10_000 // of front matter with its aliases resolved: more is an alias bomb
	maxDepth = 20     // of lists and tables in one another
)

// yamlValue reads a block of YAML. The parser's tree is used and not its
// decoder, which makes moments of dates.
func yamlValue(b []byte) (value, error) {
	if err := shallow(b); err != nil {
		return value{}, err
	}
	w := yamlWalk{lines: lineStarts(b), block: b, anchors: map[string]ast.Node{}}
	f, err := parser.ParseBytes(b, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		var e yaml.Error
		if errors.As(err, &e) && e.GetToken() != nil {
			return value{}, slip(w.offset(e.GetToken()), "yaml: "+strings.ToLower(e.GetMessage()), "check the indentation, and put text with a colon in quotation marks")
		}
		return value{}, slip(0, "yaml: "+err.Error(), "")
	}
	if len(f.Docs) == 0 || f.Docs[0].Body == nil {
		return value{kind: table}, nil
	}
	return w.value(f.Docs[0].Body, 0)
}

// shallow refuses brackets that are nested deeper than any front matter, for
// which the parser would need a stack without bounds.
func shallow(b []byte) error {
	depth := 0
	for i, c := range b {
		switch c {
		case '[', '{':
			if depth++; depth > 200 {
				return slip(i, "brackets within brackets without end", "front matter needs two or three levels")
			}
		case ']', '}':
			depth--
		case '\n':
			if i+1 < len(b) && b[i+1] != ' ' && b[i+1] != ']' && b[i+1] != '}' {
				depth = 0
			}
		}
	}
	return nil
}

type yamlWalk struct {
	block   []byte
	lines   []int
	anchors map[string]ast.Node
	nodes   int
}

// offset is a token's place in the block. The parser counts lines and columns
// of characters; its own offsets are not kept true by it.
func (w *yamlWalk) offset(t *token.Token) int {
	if t == nil || t.Position == nil {
		return 0
	}
	line := min(max(t.Position.Line-1, 0), len(w.lines)-1)
	at := w.lines[line]
	rest := string(w.block[at:])
	n := 0
	for i := range rest {
		if n == t.Position.Column-1 || rest[i] == '\n' {
			return at + i
		}
		n++
	}
	return len(w.block)
}

func (w *yamlWalk) span(n ast.Node) source.Span {
	t := n.GetToken()
	start := w.offset(t)
	end := start
	if t != nil {
		end = min(start+len(strings.TrimSpace(t.Origin)), len(w.block))
	}
	return source.Span{Start: start, End: max(start, end)}
}

func (w *yamlWalk) value(n ast.Node, depth int) (value, error) {
	v := value{Span: w.span(n)}
	if w.nodes++; w.nodes > maxNodes {
		return v, slip(v.Start, "aliases that unfold without end", "write the values out")
	}
	if depth > maxDepth {
		return v, slip(v.Start, "too many levels of lists and tables", "front matter needs two or three")
	}
	switch n := n.(type) {
	case *ast.NullNode:
	case *ast.AnchorNode:
		w.anchors[n.Name.GetToken().Value] = n.Value
		return w.value(n.Value, depth)
	case *ast.AliasNode:
		name := n.Value.GetToken().Value
		to, ok := w.anchors[name]
		if !ok {
			return v, slip(v.Start, fmt.Sprintf("the alias *%s names nothing", name), "put text that begins with * in quotation marks")
		}
		return w.value(to, depth+1)
	case *ast.TagNode:
		if n.Value == nil {
			return v, nil
		}
		return w.value(n.Value, depth+1)
	case *ast.LiteralNode:
		v.kind, v.text = scalar, n.Value.Value
	case *ast.StringNode:
		v.kind, v.text = scalar, n.Value
	case *ast.SequenceNode:
		v.kind = list
		for _, item := range n.Values {
			x, err := w.value(item, depth+1)
			if err != nil {
				return v, err
			}
			v.items = append(v.items, x)
		}
	case *ast.MappingNode:
		return v, w.table(&v, n.Values, depth)
	case *ast.MappingValueNode:
		return v, w.table(&v, []*ast.MappingValueNode{n}, depth)
	default: // numbers, booleans: as written
		v.kind, v.text = scalar, strings.TrimSpace(n.GetToken().Value)
	}
	return v, nil
}

func (w *yamlWalk) table(v *value, pairs []*ast.MappingValueNode, depth int) error {
	v.kind = table
	first := map[string]int{}
	for _, p := range pairs {
		at := w.span(p.Key)
		key := strings.Trim(p.Key.GetToken().Value, " ")
		if before, ok := first[key]; ok {
			return duplicate(key, at.Start, before)
		}
		first[key] = at.Start
		x, err := w.value(p.Value, depth+1)
		if err != nil {
			return err
		}
		v.pairs = append(v.pairs, pair{key, at, x})
	}
	return nil
}

// lineStarts are the offsets at which the lines of b begin.
func lineStarts(b []byte) []int {
	out := []int{0}
	for i, c := range b {
		if c == '\n' {
			out = append(out, i+1)
		}
	}
	return out
}
