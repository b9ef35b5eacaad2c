package article

import (
	"html"
	"strconv"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	xhtml "golang.org/x/net/html"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// html reads a page as a browser saves it: metadata, and the main content.
// A readability library says which paragraphs are the content; where they
// stand in the file comes from our own tree.
func (r *reader) html() {
	root := r.page()
	if root == nil {
		return
	}
	r.metadata(root)
	h := &htmlWalk{reader: r, shift: 0}
	box := r.container(root)
	box.walk(func(n *node) bool {
		if n.tag == "h1" && !n.dropped() {
			h.tops++
		}
		return n == box || !n.dropped()
	})
	if h.tops > 1 {
		h.shift = 1
	}
	for _, n := range box.nodes {
		h.node(n, context{kind: Paragraph})
	}
	h.flush()
}

// container is the element that holds the main content.
func (r *reader) container(root *node) *node {
	wanted := r.contents()
	body := root
	root.walk(func(n *node) bool {
		if n.tag == "body" {
			body = n
		}
		return n.tag != "body"
	})
	r.weigh(body, wanted)
	total := body.size
	body.walk(func(n *node) bool {
		n.main = 5*n.size >= 2*total && total > 0
		return n.main // what has less holds no more
	})
	if total < 140 {
		return firstOf(body, "article", "main")
	}
	box := body
	for {
		var next *node
		for _, c := range box.nodes {
			if 20*c.size >= 19*total && c.tag != "" && !leafTag(c.tag) {
				next = c
			}
		}
		if next == nil {
			return box
		}
		box = next
	}
}

// weigh gives each element below n the size of the wanted text in it.
func (r *reader) weigh(n *node, wanted map[string]bool) {
	n.size = 0
	if n.tag == "" {
		if n.Len() < 25 {
			return
		}
		if key := loose(html.UnescapeString(r.Text(n.Span))); len(key) >= 25 && wanted[key[:min(len(key), 60)]] {
			n.size = len(key)
		}
		return
	}
	for _, c := range n.nodes {
		if !c.apart() {
			r.weigh(c, wanted)
			n.size += c.size
		}
	}
}

// leafTag reports whether a tag holds one paragraph and no article.
func leafTag(tag string) bool {
	return tag == "p" || tag == "td" || tag == "li" || tag == "span" || tag == "a"
}

// firstOf is the first element with one of the tags, best first, or n itself.
func firstOf(n *node, tags ...string) *node {
	for _, tag := range tags {
		var found *node
		n.walk(func(c *node) bool {
			if found == nil && c.tag == tag {
				found = c
			}
			return found == nil
		})
		if found != nil {
			return found
		}
	}
	return n
}

// contents is the beginnings of the texts that the readability library takes
// for content. It is a stranger's code on a stranger's page: should it panic,
// the page is read without it.
func (r *reader) contents() (wanted map[string]bool) {
	wanted = map[string]bool{}
	defer func() { _ = recover() }()
	doc, err := xhtml.Parse(strings.NewReader(string(r.Bytes[r.start:])))
	if err != nil {
		return wanted
	}
	parser := readability.NewParser()
	parser.MaxElemsToParse = 60_000
	got, err := parser.ParseAndMutate(doc, nil)
	if err != nil || got.Node == nil {
		return wanted
	}
	if b := got.Byline(); r.article.Author == "" && len(b) < 100 {
		r.article.Author = byName(b)
	}
	var walk func(*xhtml.Node)
	walk = func(n *xhtml.Node) {
		if n.Type == xhtml.TextNode {
			if key := loose(n.Data); len(key) >= 25 {
				wanted[key[:min(len(key), 60)]] = true
			}
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(got.Node)
	return wanted
}

// htmlWalk turns elements into parts and bits.
type htmlWalk struct {
	*reader
	at    part  // being filled
	inner []Bit // of the part being filled
	tag   string
	leaf  context
	tops  int // headings of level 1
	shift int
	link  int // open links
	brs   int // line breaks in a row

	rows gridWalk // of the table being read
}

func (h *htmlWalk) markup(s string) { h.article.Body = append(h.article.Body, Bit{Markup: s}) }

// node writes an element or a text.
func (h *htmlWalk) node(n *node, c context) {
	switch {
	case n.tag == "":
		h.text(n, c)
		return
	case n.dropped() || (n.tag == "sup" || n.tag == "a") && h.isNoteMark(n):
		return
	case n.tag == "time" && h.clockOf(n) != nil:
		n = h.clockOf(n)
	case n.tag == "br":
		if h.brs++; h.brs > 1 {
			h.flush()
			return
		}
		h.piece(" ", n.Span, Bit{Text: "\n", Span: n.Span})
		return
	case n.tag == "img":
		if len(h.at.pieces) > 0 {
			h.at.pieces = append(h.at.pieces, sentence.Piece{Text: " " + picture + " ", Span: n.Span})
		}
		return
	case !isPage("block", n.tag):
		h.inline(n, c)
		return
	}
	h.flush()
	if n.tag == "pre" && firstOf(n, "code") != n {
		return
	}
	c = h.into(n.tag, c)
	if n.tag == "table" {
		defer h.table()()
	} else if n.tag == "tr" || n.tag == "td" || n.tag == "th" {
		c.grid = h.rows.enter(n)
	}
	if isPage("keep", n.tag) {
		h.markup("<" + n.tag + ">")
	}
	h.tag, h.leaf = n.tag, c
	for i, child := range n.nodes {
		if child.tag == "br" && h.beginsEntry(n.nodes[i+1:]) {
			h.flush()
			continue
		}
		h.node(child, c)
		h.tag = n.tag
	}
	h.flush()
	if isPage("keep", n.tag) {
		h.markup("</" + n.tag + ">\n")
	}
}

// into is the context inside an element.
func (h *htmlWalk) into(tag string, c context) context {
	switch tag {
	case "li", "dt":
		h.items++
		c.kind, c.item = Item, h.items
	case "dd":
		c.kind, c.item = Paragraph, h.items
	case "td", "th":
		c.kind = Cell
	case "blockquote":
		c.kind = Quote
	case "figcaption", "caption":
		c.kind = Caption
	case "h1", "h2", "h3", "h4", "h5", "h6":
		c.kind = Heading
	}
	return c
}

// inline writes an element within a paragraph.
func (h *htmlWalk) inline(n *node, c context) {
	before, after := "", ""
	if isPage("inline", n.tag) {
		before, after = "<"+n.tag+">", "</"+n.tag+">"
	} else if to, ok := n.attr["href"]; ok && n.tag == "a" && safeURL(to) && to != "" && !strings.HasPrefix(to, "#") {
		before, after = `<a href="`+html.EscapeString(strings.TrimSpace(to))+`">`, "</a>"
	}
	if n.tag == "a" {
		h.link++
		defer func() { h.link-- }()
	}
	if before != "" {
		h.inner = append(h.inner, Bit{Markup: before})
	}
	parts := len(h.parts)
	for _, child := range n.nodes {
		h.node(child, c)
	}
	if before != "" && parts == len(h.parts) {
		h.inner = append(h.inner, Bit{Markup: after})
	}
}

// text writes a run of text with its entities read.
func (h *htmlWalk) text(n *node, c context) {
	s := h.Text(n.Span)
	if strings.TrimSpace(s) == "" && len(h.at.pieces) == 0 {
		return
	}
	if strings.TrimSpace(s) != "" {
		h.brs = 0
	}
	if len(h.at.pieces) == 0 {
		h.leaf = c
	}
	at := 0
	for i := 0; i < len(s); {
		k, text := 0, ""
		if s[i] == '&' {
			k, text = entity(s[i:])
		}
		if k == 0 {
			i++
			continue
		}
		h.run(s[at:i], n.Start+at)
		span := source.Span{Start: n.Start + i, End: n.Start + i + k}
		h.piece(text, span, Bit{Text: text, Span: span})
		i += k
		at = i
	}
	h.run(s[at:], n.Start+at)
}

func (h *htmlWalk) run(s string, at int) {
	if s != "" {
		span := source.Span{Start: at, End: at + len(s)}
		h.piece(s, span, Bit{Text: s, Span: span})
	}
}

func (h *htmlWalk) piece(s string, span source.Span, b Bit) {
	h.at.pieces = append(h.at.pieces, sentence.Piece{Text: s, Span: span})
	h.inner = append(h.inner, b)
	if h.link > 0 {
		h.at.linked += len(s)
	}
}

// flush ends the part being filled.
func (h *htmlWalk) flush() {
	p, bits := h.at, h.inner
	h.at, h.inner, h.brs = part{}, nil, 0
	for len(p.pieces) > 0 && strings.TrimSpace(p.pieces[0].Text) == "" {
		p.pieces = p.pieces[1:]
	}
	for len(p.pieces) > 0 && strings.TrimSpace(p.pieces[len(p.pieces)-1].Text) == "" {
		p.pieces = p.pieces[:len(p.pieces)-1]
	}
	if len(p.pieces) == 0 {
		return
	}
	trim(p.pieces)
	p.kind, p.grid, p.item = h.leaf.kind, h.leaf.grid, h.leaf.item
	p.span = p.pieces[0].Span.Join(p.pieces[len(p.pieces)-1].Span)
	before, after := "<p>", "</p>\n"
	switch {
	case p.kind == Heading && len(h.tag) == 2 && h.tag[0] == 'h':
		p.level = int(h.tag[1] - '0')
		level := strconv.Itoa(min(p.level+h.shift, 6))
		before, after = "<h"+level+">", "</h"+level+">\n"
	case isPage("keep", h.tag):
		before, after = "", ""
	}
	p.from = len(h.article.Body)
	h.markup(before)
	h.article.Body = append(h.article.Body, balanced(bits)...)
	h.markup(after)
	p.to = len(h.article.Body)
	h.parts = append(h.parts, p)
}

// trim cuts the white space at the ends of pieces that stand for themselves.
func trim(ps []sentence.Piece) {
	if p := &ps[0]; len(p.Text) == p.Len() {
		n := len(p.Text) - len(strings.TrimLeft(p.Text, " \t\r\n\f"))
		p.Text, p.Start = p.Text[n:], p.Start+n
	}
	if p := &ps[len(ps)-1]; len(p.Text) == p.Len() {
		n := len(p.Text) - len(strings.TrimRight(p.Text, " \t\r\n\f"))
		p.Text, p.End = p.Text[:len(p.Text)-n], p.End-n
	}
}

// balanced closes inline tags that a block cut through, and drops end tags
// without a start.
func balanced(bits []Bit) []Bit {
	var open []string
	out := bits[:0]
	for _, b := range bits {
		if m := b.Markup; m != "" {
			name := strings.Trim(m, "</>")
			name, _, _ = strings.Cut(name, " ")
			if strings.HasPrefix(m, "</") {
				if len(open) == 0 || open[len(open)-1] != name {
					continue
				}
				open = open[:len(open)-1]
			} else {
				open = append(open, name)
			}
		}
		out = append(out, b)
	}
	for i := len(open) - 1; i >= 0; i-- {
		out = append(out, Bit{Markup: "</" + open[i] + ">"})
	}
	return out
}
