package article

import (
	"html"
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	xast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// syntax is CommonMark with tables, strikethrough, bare links, footnotes and
// definition lists. The parser keeps no state between files and is shared.
var syntax = goldmark.New(
	goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote, extension.DefinitionList),
	goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(bareLinks{extension.NewLinkifyParser()}, lastAsked))),
)

// lastAsked is the place of the search for bare links among the parsers, as
// goldmark has it.
const lastAsked = 999

// markdown reads the body as Markdown. Its tree is turned into parts and bits
// here, because goldmark's own renderer keeps no places.
func (r *reader) markdown() {
	body := r.Bytes[r.start:]
	m := &markdown{reader: r, src: string(body), ids: map[string]int{}}
	if !r.bounded(m.src) {
		return
	}
	if prose := withoutShortcodes(body); prose != nil {
		body, m.src = prose, string(prose)
	}
	r.article.Body = make([]Bit, 0, 2*strings.Count(m.src, "\n")+6) // four a paragraph, mostly, and three a line
	doc := syntax.Parser().Parse(text.NewReader(body))
	m.shift = m.shown(doc)
	m.blocks(doc, context{kind: Paragraph})
	slices.SortStableFunc(r.parts, func(a, b part) int { return a.span.Start - b.span.Start })
}

// markdown is one document being turned into parts and bits. Offsets of the
// tree count from the body's start.
type markdown struct {
	*reader
	src   string
	ids   map[string]int   // heading ids in use
	shift int              // added to the level of a heading as it is shown
	at    part             // being written
	free  []sentence.Piece // room for the pieces of parts to come
	inner ast.Node         // its block
}

// context is where a block stands.
type context struct {
	kind   BlockKind // of the paragraphs in it
	grid   Grid
	item   int
	number int // of an item, in a list that counts
}

// shown is what to add to the levels of headings, so that the page's title
// stays the only heading of level 1.
func (m *markdown) shown(doc ast.Node) int {
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 && n != doc.FirstChild() {
			return 1
		}
	}
	return 0
}

// blocks writes the children of n.
func (m *markdown) blocks(n ast.Node, c context) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		m.block(child, c)
		if c.kind == Item { // only the first block of an item is the item
			if _, nested := child.(*ast.List); !nested {
				c.kind, c.number = Paragraph, 0
			}
		}
	}
}

func (m *markdown) block(n ast.Node, c context) {
	switch n := n.(type) {
	case *ast.Paragraph:
		m.leaf(n, part{kind: c.kind, item: c.item, number: c.number}, "<p>", "</p>\n")
	case *ast.TextBlock:
		m.leaf(n, part{kind: c.kind, item: c.item, number: c.number}, "", "\n")
	case *ast.Heading:
		shown := strconv.Itoa(min(n.Level+m.shift, 6))
		id := m.id(plainText(n, m.src))
		m.leaf(n, part{kind: Heading, level: n.Level}, "<h"+shown+` id="`+id+`">`, "</h"+shown+">\n")
	case *ast.Blockquote:
		m.wrap(n, context{kind: Quote}, "<blockquote>\n", "</blockquote>\n")
	case *ast.List:
		tag, start := "ul", ""
		if n.IsOrdered() {
			tag = "ol"
			if n.Start != 1 {
				start = ` start="` + strconv.Itoa(n.Start) + `"`
			}
		}
		m.wrap(n, context{kind: Item}, "<"+tag+start+">\n", "</"+tag+">\n")
	case *ast.ListItem:
		m.items++
		m.wrap(n, context{kind: Item, item: m.items, number: m.numbered(n)}, "<li>", "</li>\n")
	case *ast.CodeBlock:
		m.code(n)
	case *ast.FencedCodeBlock:
		m.code(n)
	case *ast.ThematicBreak:
		m.markup("<hr>\n")
	case *ast.HTMLBlock:
		m.raw(n)
	case *xast.DefinitionList:
		m.wrap(n, c, "<dl>\n", "</dl>\n")
	case *xast.DefinitionTerm:
		m.items++
		m.leaf(n, part{kind: Item, item: m.items}, "<dt>", "</dt>\n")
	case *xast.DefinitionDescription:
		m.wrap(n, context{kind: Paragraph, item: m.items}, "<dd>", "</dd>\n")
	case *xast.Table:
		m.table(n)
	case *xast.FootnoteList:
		m.wrap(n, context{kind: Paragraph}, `<section class="footnotes">`+"\n<ol>\n", "</ol>\n</section>\n")
	case *xast.Footnote:
		m.wrap(n, context{kind: Paragraph}, `<li id="fn-`+strconv.Itoa(n.Index)+`">`, "</li>\n")
	case *ast.LinkReferenceDefinition:
	default:
		m.blocks(n, c)
	}
}

// numbered is the number that an item has in the source, which a list that is
// shown counts anew.
func (m *markdown) numbered(n *ast.ListItem) int {
	list, ok := n.Parent().(*ast.List)
	first := n.FirstChild()
	if !ok || !list.IsOrdered() || first == nil || first.Lines() == nil || first.Lines().Len() == 0 {
		return 0
	}
	at := first.Lines().At(0).Start
	head := m.src[strings.LastIndexByte(m.src[:at], '\n')+1 : at]
	return number(strings.TrimRight(strings.TrimSpace(head), ".)"))
}

func (m *markdown) markup(s string) { m.article.Body = append(m.article.Body, Bit{Markup: s}) }

func (m *markdown) wrap(n ast.Node, c context, before, after string) {
	m.markup(before)
	m.blocks(n, c)
	m.markup(after)
}

// leaf writes a block of inline text as a part.
func (m *markdown) leaf(n ast.Node, p part, before, after string) {
	p.from, p.pieces = len(m.article.Body), m.free
	m.at, m.inner = p, n
	m.markup(before)
	m.inlines(n)
	m.keep(&m.at)
	m.markup(after)
	m.at.to = len(m.article.Body)
	m.at.span = m.extent(n, &m.at)
	if len(m.at.pieces) > 0 {
		m.parts = append(m.parts, m.at)
	}
}

// keep keeps the pieces of p behind those of the parts before, unless they have
// outgrown the room; then there is new room for more.
func (m *markdown) keep(p *part) {
	n := len(p.pieces)
	switch {
	case n == 0:
		p.pieces = nil
	case n <= cap(m.free):
		m.free = m.free[n:n:cap(m.free)]
	default:
		m.free = make([]sentence.Piece, 0, 2*n)
	}
	p.pieces = p.pieces[:n:n]
}

// extent is the span of a block: its lines, or what its pieces cover.
func (m *markdown) extent(n ast.Node, p *part) source.Span {
	var s source.Span
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		s = source.Span{Start: lines.At(0).Start + m.start, End: lines.At(lines.Len()-1).Stop + m.start}
		for s.End > s.Start && (m.Bytes[s.End-1] == '\n' || m.Bytes[s.End-1] == '\r') {
			s.End--
		}
		for s.Start < s.End && m.Bytes[s.Start] == ' ' {
			s.Start++
		}
	} else if len(p.pieces) > 0 {
		s = p.pieces[0].Span
	}
	for _, piece := range p.pieces {
		s = s.Join(piece.Span)
	}
	return s
}

// code writes a block of code. It is shown and not read.
func (m *markdown) code(n ast.Node) {
	m.markup("<pre><code>")
	lines := n.Lines()
	for i := range lines.Len() {
		s := lines.At(i)
		m.article.Body = append(m.article.Body, Bit{
			Text: string(s.Value([]byte(m.src))),
			Span: source.Span{Start: s.Start + m.start, End: s.Stop + m.start},
		})
	}
	m.markup("</code></pre>\n")
}

// raw leaves out a block of HTML, and says so unless it is a comment.
func (m *markdown) raw(n *ast.HTMLBlock) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	first := lines.At(0)
	if s := strings.TrimSpace(m.src[first.Start:first.Stop]); !strings.HasPrefix(s, "<!--") {
		m.warn(source.Span{Start: first.Start + m.start, End: first.Stop + m.start}, "raw HTML is left out", "write it in Markdown, or save the article as .html")
	}
}

func (m *markdown) table(n *xast.Table) {
	m.markup("<table>\n")
	m.tables++
	at := Grid{Table: m.tables}
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		tag, before, after := "td", "<tr>", "</tr>\n"
		if _, ok := row.(*xast.TableHeader); ok {
			tag, before, after = "th", "<thead>\n<tr>", "</tr>\n</thead>\n<tbody>\n"
		}
		m.markup(before)
		at.Row, at.Column, at.Head = at.Row+1, 0, tag == "th"
		for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
			at.Column++
			m.leaf(cell, part{kind: Cell, grid: at}, "<"+tag+">", "</"+tag+">")
		}
		m.markup(after)
	}
	m.markup("</tbody>\n</table>\n")
}

// id is a heading's address in the page, in Latin letters whatever its script.
func (m *markdown) id(s string) string {
	id := slugOf(s)
	if id == "" {
		id = "section"
	}
	m.ids[id]++
	if n := m.ids[id]; n > 1 {
		next := id + "-" + strconv.Itoa(n)
		m.ids[next]++
		return next
	}
	return id
}

// plainText is the text of a node's inlines, for ids and alternative texts.
func plainText(n ast.Node, src string) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.WriteString(html.UnescapeString(src[t.Segment.Start:t.Segment.Stop]))
			if t.SoftLineBreak() || t.HardLineBreak() {
				b.WriteByte(' ')
			}
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}
