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
	placed  map[string]bool
	waiting []marked // told, and not yet linked
	inLink  int
	resolve func(ref string) string
}

// writeBody is the text of an article. The second result names the marks that
// found no place in it, because no text bit has their bytes.
func writeBody(bits []article.Bit, marks []marked, resolve func(string) string) (template.HTML, []string) {
	slices.SortStableFunc(marks, func(a, b marked) int { return a.Start - b.Start })
	w := &body{marks: marks, placed: map[string]bool{}, resolve: resolve}
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
	for at := bit.Start; at < bit.End; {
		end := bit.End
		var over []marked
		for _, m := range w.marks {
			if m.Start >= bit.End {
				break
			}
			for _, edge := range []int{m.Start, m.End} {
				if exact && at < edge && edge < end {
					end = edge
				}
			}
		}
		for _, m := range w.marks {
			if m.Start < end && at < m.End && m.Overlaps(bit.Span) {
				over = append(over, m)
			}
		}
		text := bit.Text
		if exact {
			text = bit.Text[at-bit.Start : end-bit.Start]
		}
		w.piece(text, over)
		at = end
		over = slices.DeleteFunc(over, func(m marked) bool { return m.End > end && (end < bit.End || m.End > next) })
		w.waiting = append(w.waiting, over...)
		w.link()
	}
}

// piece writes text that the same marks cover.
func (w *body) piece(text string, over []marked) {
	if len(over) == 0 || strings.TrimSpace(text) == "" {
		w.b.WriteString(html.EscapeString(text))
		return
	}
	id := ""
	for _, m := range over {
		if w.placed[m.anchor] {
			continue
		}
		w.placed[m.anchor] = true
		if id == "" {
			id = ` id="` + html.EscapeString(m.anchor) + `"`
			continue
		}
		w.b.WriteString(`<span id="` + html.EscapeString(m.anchor) + `"></span>`)
	}
	w.b.WriteString("<mark" + id + ">" + html.EscapeString(text) + "</mark>")
}

// link writes the links that wait, outside any other link.
func (w *body) link() {
	if w.inLink > 0 {
		return
	}
	for _, m := range w.waiting {
		w.b.WriteString(` <a class="tell" href="` + html.EscapeString(m.url) + `" title="` + html.EscapeString(m.name) + `">` +
			html.EscapeString(m.date) + `</a>`)
	}
	w.waiting = w.waiting[:0]
}

// markup writes tags as they are, with their links resolved.
func (w *body) markup(s string) {
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
