package article

import (
	"html"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	xast "github.com/yuin/goldmark/extension/ast"
	ghtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

// picture stands in the text for what has no words but keeps those on its two
// sides apart.
const picture = "\ufffc"

// inlines writes the inline children of n as pieces and bits.
func (m *markdown) inlines(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		m.inline(child)
	}
}

func (m *markdown) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		m.run(n)
	case *ast.String:
		m.markup(html.EscapeString(string(n.Value)))
	case *ast.Emphasis:
		tag := "em"
		if n.Level == 2 {
			tag = "strong"
		}
		m.within(n, "<"+tag+">", "</"+tag+">")
	case *xast.Strikethrough:
		m.within(n, "<del>", "</del>")
	case *ast.CodeSpan:
		m.within(n, "<code>", "</code>")
	case *ast.Link:
		m.linked(n, n.Destination, n.Title)
	case *ast.AutoLink:
		m.autoLink(n)
	case *ast.Image:
		m.image(n)
	case *ast.RawHTML:
		m.tag(n)
	case *xast.FootnoteLink:
		i := strconv.Itoa(n.Index)
		m.markup(`<sup><a href="#fn-` + i + `" class="footnote-ref">` + i + `</a></sup>`)
	case *xast.FootnoteBacklink:
	default:
		m.inlines(n)
	}
}

func (m *markdown) within(n ast.Node, before, after string) {
	m.markup(before)
	m.inlines(n)
	m.markup(after)
}

// linked writes a link whose address is safe, and the text alone of one that
// is not.
func (m *markdown) linked(n ast.Node, destination, title []byte) {
	to, ok := address(destination)
	before := len(m.at.pieces)
	if !ok {
		m.warn(m.here(n), "a link that is no address is left out: "+string(destination), "write https://… or a path")
		m.inlines(n)
		return
	}
	attr := ""
	if len(title) > 0 {
		attr = ` title="` + html.EscapeString(string(util.ResolveEntityNames(title))) + `"`
	}
	m.within(n, `<a href="`+to+`"`+attr+`>`, "</a>")
	for _, p := range m.at.pieces[before:] {
		m.at.linked += len(p.Text)
	}
}

// here is the span of an inline's text, or the place of its block.
func (m *markdown) here(n ast.Node) source.Span {
	for c := n; c != nil; c = c.FirstChild() {
		if t, ok := c.(*ast.Text); ok {
			return source.Span{Start: t.Segment.Start + m.start, End: t.Segment.Stop + m.start}
		}
	}
	if lines := m.inner.Lines(); lines != nil && lines.Len() > 0 {
		return source.Span{Start: lines.At(0).Start + m.start, End: lines.At(0).Stop + m.start}
	}
	return source.Span{Start: m.start, End: m.start}
}

// address is a link's destination, escaped for an attribute.
func address(destination []byte) (string, bool) {
	to := util.URLEscape(destination, true)
	if ghtml.IsDangerousURL(to) || !safeURL(string(to)) {
		return "", false
	}
	return html.EscapeString(string(to)), true
}

func (m *markdown) autoLink(n *ast.AutoLink) {
	label := n.Label([]byte(m.src))
	url := n.URL([]byte(m.src))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(string(url)), "mailto:") {
		url = append([]byte("mailto:"), url...)
	}
	at := n.Pos()
	if at >= 0 && at < len(m.src) && m.src[at] == '<' {
		at++
	}
	if at < 0 || !strings.HasPrefix(m.src[min(at, len(m.src)):], string(label)) {
		m.markup(html.EscapeString(string(label)))
		return
	}
	to, ok := address(url)
	if ok {
		m.markup(`<a href="` + to + `">`)
	}
	m.emit(m.src[at:at+len(label)], source.Span{Start: at, End: at + len(label)})
	m.at.linked += len(label)
	if ok {
		m.markup("</a>")
	}
}

// image shows a picture. In the text it keeps its neighbours apart.
func (m *markdown) image(n *ast.Image) {
	alt := plainText(n, m.src)
	to, ok := address(n.Destination)
	if !ok {
		m.warn(m.here(n), "a picture whose address is not safe is left out", "keep it in static/")
		return
	}
	title := ""
	if len(n.Title) > 0 {
		title = ` title="` + html.EscapeString(string(n.Title)) + `"`
	}
	m.markup(`<img src="` + to + `" alt="` + html.EscapeString(alt) + `"` + title + ` loading="lazy">`)
	if at := n.Pos(); at >= 0 && len(m.at.pieces) > 0 {
		m.at.pieces = append(m.at.pieces, sentence.Piece{Text: " " + picture + " ", Span: source.Span{Start: at + m.start, End: at + m.start + 1}})
	}
	if m.article.Image.Path == "" && !m.said["image"] {
		m.article.Image = Image{Path: string(n.Destination), Alt: alt}
	}
}

// tag leaves an HTML tag out. What it encloses stays; a break is a space.
func (m *markdown) tag(n *ast.RawHTML) {
	if n.Segments.Len() == 0 {
		return
	}
	s := n.Segments.At(0)
	name := strings.ToLower(strings.Trim(m.src[s.Start:s.Stop], "</> \t\r\n"))
	if strings.HasPrefix(name, "br") || strings.HasPrefix(name, "p") || strings.HasPrefix(name, "div") {
		m.space(s.Start, n.Segments.At(n.Segments.Len()-1).Stop)
		m.markup("<br>")
	}
}

// run writes a run of text and the line break after it.
func (m *markdown) run(n *ast.Text) {
	m.decode(n.Segment.Start, n.Segment.Stop, n.IsRaw())
	if !n.SoftLineBreak() && !n.HardLineBreak() {
		return
	}
	if n.HardLineBreak() {
		m.markup("<br>\n")
	}
	end := n.Segment.Stop
	for end < len(m.src) && m.src[end] != '\n' {
		end++
	}
	m.space(n.Segment.Stop, min(end+1, len(m.src)))
}

// space writes a break as one space that stands for src[from:to].
func (m *markdown) space(from, to int) {
	if to <= from {
		return
	}
	s := source.Span{Start: from + m.start, End: to + m.start}
	m.at.pieces = append(m.at.pieces, sentence.Piece{Text: " ", Span: s})
	m.article.Body = append(m.article.Body, Bit{Text: "\n", Span: s})
}

// decode writes src[from:to] with its escapes and entities read; each of those
// is atomic.
func (m *markdown) decode(from, to int, raw bool) {
	at, plain := from, raw || !strings.ContainsAny(m.src[from:to], `\&`)
	for i := from; i < to && !plain; {
		n, text := escape(m.src[i:to])
		if n == 0 {
			i++
			continue
		}
		m.emit(m.src[at:i], source.Span{Start: at, End: i})
		m.emit(text, source.Span{Start: i, End: i + n})
		i += n
		at = i
	}
	m.emit(m.src[at:to], source.Span{Start: at, End: to})
}

// escape is the length and the text of a backslash escape or entity at the
// start of s, or 0.
func escape(s string) (int, string) {
	switch {
	case s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]):
		return 2, s[1:2]
	case s[0] == '&':
		n := strings.IndexByte(s[:min(len(s), 34)], ';') + 1
		if n < 3 {
			return 0, ""
		}
		if text := string(util.ResolveNumericReferences(util.ResolveEntityNames([]byte(s[:n])))); text != s[:n] {
			return n, atomic(text, n)
		}
	}
	return 0, ""
}

// atomic keeps text that by chance has the n bytes of its source apart from
// text that stands for itself: by a word joiner, which has no width.
func atomic(text string, n int) string {
	if len(text) == n {
		return text + "\u2060"
	}
	return text
}

// emit appends text that stands at s of the body, joined with what is written
// directly before it.
func (m *markdown) emit(text string, s source.Span) {
	if text == "" {
		return
	}
	plain := len(text) == s.Len()
	s.Start, s.End = s.Start+m.start, s.End+m.start
	if k := len(m.at.pieces) - 1; k >= 0 && plain {
		if p := &m.at.pieces[k]; p.End == s.Start && p.Text == m.src[p.Start-m.start:p.End-m.start] {
			p.Text, p.End = m.src[p.Start-m.start:s.End-m.start], s.End
			text = ""
		}
	}
	if text != "" {
		m.at.pieces = append(m.at.pieces, sentence.Piece{Text: text, Span: s})
	} else {
		text = m.src[s.Start-m.start : s.End-m.start]
	}
	m.article.Body = append(m.article.Body, Bit{Text: text, Span: s})
}
