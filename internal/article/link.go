package article

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// bareLinks is the search for bare links, which goldmark asks at every space,
// and only begins it where a link may.
type bareLinks struct{ parser.InlineParser }

// Parse is that of the search.
func (b bareLinks) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); !mayLink(line) {
		return nil
	}
	return b.InlineParser.Parse(parent, block, pc)
}

// mayLink reports whether a bare link may stand at the beginning of a line,
// which may be behind the mark that goldmark asks at: an address of the web, or
// one of mail, whose sign stands in its first word.
func mayLink(line []byte) bool {
	switch line[0] {
	case ' ', '*', '_', '~', '(':
		line = line[1:]
	}
	if len(line) > 1 {
		switch [2]byte(line) {
		case [2]byte{'h', 't'}, [2]byte{'f', 't'}, [2]byte{'w', 'w'}:
			return true
		}
	}
	for _, c := range line {
		if c <= ' ' {
			return false
		}
		if c == '@' {
			return true
		}
	}
	return false
}
