package site

import (
	"html/template"
	"math"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/source"
)

// marked is a sentence of an article that tells an event.
type marked struct {
	source.Span
	anchor string // id of the first mark: the mention's
	url    string // of the event
	date   string // shown after the sentence
	name   string // headline
}

// body writes an article's text with the sentences that tell events marked,
// each followed by a link to its event. What the text itself links stays
// linked: a mark inside a link has no link of its own, and the one to the
// event waits until that link ends.
type body struct {
	b       strings.Builder
	marks   []marked // by start, then end
	past    int      // marks before it end before the text at work
	at      int      // where that begins
	placed  map[string]bool
	over    []int // marks that cover the piece at work
	waiting []int // told, and not yet linked
	inLink  int
	resolve func(ref string) string
}

// writeBody is the text of an article. The second result names the marks that
// found no place in it, because no text bit has their bytes.
func writeBody(bits []article.Bit, marks []marked, resolve func(string) string) (template.HTML, []string) {
	slices.SortStableFunc(marks, func(a, b marked) int { return a.Start - b.Start })
	w := &body{marks: marks, placed: make(map[string]bool, len(marks)), resolve: resolve}
	w.b.Grow(size(bits, marks))
	for i, bit := range bits {
		if bit.Markup != "" {
			w.markup(bit.Markup)
		} else {
			w.text(bit, nextText(bits[i+1:]))
		}
	}
	w.link()
	var lost []string
	for _, m := range marks {
		if !w.placed[m.anchor] {
			lost = append(lost, m.anchor)
		}
	}
	return template.HTML(w.b.String()), lost
}

// size is about how long the text is with its marks.
func size(bits []article.Bit, marks []marked) int {
	n := 0
	for _, bit := range bits {
		n += len(bit.Markup) + len(bit.Text) + len(bit.Text)/32
	}
	const tags = `<mark id="m1"></mark> <a class="tell" href="" title=""></a>`
	for _, m := range marks {
		n += len(tags) + len(m.url) + len(m.name) + len(m.date)
	}
	return n + n/16
}

// nextText is where the next text begins: a mark that ends before it is over.
func nextText(bits []article.Bit) int {
	for _, bit := range bits {
		if bit.Markup == "" && bit.Len() > 0 {
			return bit.Start
		}
	}
	return math.MaxInt
}

// text writes one text bit, cut where marks begin and end; next is where the
// next one begins.
func (w *body) text(bit article.Bit, next int) {
	exact := len(bit.Text) == bit.Len()
	if bit.Start < w.at {
		w.past = 0 // texts that stand in another order than in the file
	}
	w.at = bit.Start
	for w.past < len(w.marks) && w.marks[w.past].End <= bit.Start {
		w.past++
	}
	for at := bit.Start; at < bit.End; {
		end := bit.End
		w.over = w.over[:0]
		for i := w.past; i < len(w.marks) && w.marks[i].Start < bit.End; i++ {
			m := &w.marks[i]
			if exact && at < m.Start && m.Start < end {
				end = m.Start
			}
			if exact && at < m.End && m.End < end {
				end = m.End
			}
		}
		for i := w.past; i < len(w.marks) && w.marks[i].Start < end; i++ {
			if m := &w.marks[i]; at < m.End && m.Overlaps(bit.Span) {
				w.over = append(w.over, i)
			}
		}
		text := bit.Text
		if exact {
			text = bit.Text[at-bit.Start : end-bit.Start]
		}
		w.piece(text)
		at = end
		for _, i := range w.over {
			if m := &w.marks[i]; m.End <= end || end >= bit.End && m.End <= next {
				w.waiting = append(w.waiting, i)
			}
		}
		w.link()
	}
}

// piece writes text that the same marks cover.
func (w *body) piece(text string) {
	if len(w.over) == 0 || strings.TrimSpace(text) == "" {
		w.escaped(text)
		return
	}
	id := ""
	for _, i := range w.over {
		anchor := w.marks[i].anchor
		if w.placed[anchor] {
			continue
		}
		w.placed[anchor] = true
		if id == "" {
			id = anchor
			continue
		}
		w.write(`<span id="`, anchor, `"></span>`)
	}
	if id != "" {
		w.write(`<mark id="`, id, `">`)
	} else {
		w.b.WriteString("<mark>")
	}
	w.escaped(text)
	w.b.WriteString("</mark>")
}

// link writes the links that wait, outside any other link.
func (w *body) link() {
	if w.inLink > 0 {
		return
	}
	for _, i := range w.waiting {
		m := &w.marks[i]
		w.write(` <a class="tell" href="`, m.url, `" title="`)
		w.write("", m.name, `">`)
		w.write("", m.date, `</a>`)
	}
	w.waiting = w.waiting[:0]
}

// write writes a text between two pieces of markup.
func (w *body) write(before, text, after string) {
	w.b.WriteString(before)
	w.escaped(text)
	w.b.WriteString(after)
}

// escaped writes a text as html.EscapeString does.
func (w *body) escaped(text string) {
	from := 0
	for i := range len(text) {
		as := ""
		switch text[i] {
		case '&':
			as = "&amp;"
		case '\'':
			as = "&#39;"
		case '<':
			as = "&lt;"
		case '>':
			as = "&gt;"
		case '"':
			as = "&#34;"
		case '\r':
			as = "&#13;"
		default:
			continue
		}
		w.b.WriteString(text[from:i])
		w.b.WriteString(as)
		from = i + 1
	}
	w.b.WriteString(text[from:])
}

// markup writes tags as they are, with their links resolved.
func (w *body) markup(s string) {
	if s == "</a>" {
		w.inLink = max(0, w.inLink-1)
		w.b.WriteString(s)
		w.link()
		return
	}
	if !strings.Contains(s, "<a") && !strings.Contains(s, "</a") && !strings.Contains(s, "src=") {
		w.b.WriteString(s)
		return
	}
	z := html.NewTokenizer(strings.NewReader(s))
	for {
		kind := z.Next()
		if kind == html.ErrorToken {
			return
		}
		raw := string(z.Raw())
		if kind != html.StartTagToken && kind != html.SelfClosingTagToken && kind != html.EndTagToken {
			w.b.WriteString(raw)
			continue
		}
		tok := z.Token()
		if tok.Data == "a" {
			switch kind {
			case html.StartTagToken:
				w.inLink++
			case html.EndTagToken:
				w.inLink = max(0, w.inLink-1)
				w.b.WriteString(raw)
				w.link()
				continue
			}
		}
		w.b.WriteString(w.tag(tok, raw))
	}
}

// tag is a tag with its links resolved.
func (w *body) tag(tok html.Token, raw string) string {
	changed := false
	for i, a := range tok.Attr {
		if a.Key == "href" || a.Key == "src" || a.Key == "poster" {
			if ref := w.resolve(a.Val); ref != a.Val {
				tok.Attr[i].Val, changed = ref, true
			}
		}
	}
	if !changed {
		return raw
	}
	return tok.String()
}
