package article

import (
	"strconv"
	"strings"
)

// compose makes the body of plain text of its parts: a list of what are list
// items, a paragraph of all else.
func (r *reader) compose() {
	list := false
	for i := range r.parts {
		p := &r.parts[i]
		if item := p.kind == Item; item != list {
			list = item
			r.tag(map[bool]string{true: "<ul>\n", false: "</ul>\n"}[item])
		}
		tag := "p"
		switch p.kind {
		case Item:
			tag = "li"
		case Heading:
			tag = "h" + strconv.Itoa(max(p.level, 2))
		}
		p.from = len(r.article.Body)
		r.tag("<" + tag + ">")
		for _, piece := range p.pieces {
			r.article.Body = append(r.article.Body, Bit{Text: piece.Text, Span: piece.Span})
		}
		r.tag("</" + tag + ">\n")
		p.to = len(r.article.Body)
	}
	if list {
		r.tag("</ul>\n")
	}
}

func (r *reader) tag(s string) { r.article.Body = append(r.article.Body, Bit{Markup: s}) }

// pruned drops elements that nothing is left in.
func pruned(body []Bit) []Bit {
	out := body[:0]
	for _, b := range body {
		if name, ok := strings.CutPrefix(strings.TrimSpace(b.Markup), "</"); ok && len(out) > 0 {
			last := strings.TrimSpace(out[len(out)-1].Markup)
			if open, ok := strings.CutPrefix(last, "<"); ok && !strings.HasPrefix(open, "/") {
				open, _, _ = strings.Cut(strings.TrimSuffix(open, ">"), " ")
				if open == strings.TrimSuffix(name, ">") && open != "td" && open != "th" {
					out = out[:len(out)-1]
					continue
				}
			}
		}
		out = append(out, b)
	}
	return out
}
