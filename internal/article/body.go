package article

import (
	"strconv"
	"strings"
)

// compose makes the body of plain text of its parts: a list of what are list
// items, a table of cells, a paragraph of all else.
func (r *reader) compose() {
	inside := "" // what the part before stands in
	at := Grid{} // of the cell before
	for i := range r.parts {
		p := &r.parts[i]
		tag, in := elementOf(p)
		if in != inside || p.grid.Table != at.Table {
			r.tag(ending[inside])
			r.tag(opening[in])
			inside, at = in, Grid{Table: p.grid.Table, Row: p.grid.Row}
		} else if p.grid.Row != at.Row {
			r.tag("</tr>\n<tr>")
			at = Grid{Table: p.grid.Table, Row: p.grid.Row}
		}
		for at.Column++; at.Column < p.grid.Column; at.Column++ {
			r.tag("<td></td>")
		}
		p.from = len(r.article.Body)
		r.tag("<" + tag + ">")
		for _, piece := range p.pieces {
			r.article.Body = append(r.article.Body, Bit{Text: piece.Text, Span: piece.Span})
		}
		r.tag("</" + tag + ">\n")
		p.to = len(r.article.Body)
	}
	r.tag(ending[inside])
}

// opening and ending are around what parts stand in.
var (
	opening = map[string]string{"ul": "<ul>\n", "table": "<table>\n<tr>"}
	ending  = map[string]string{"ul": "</ul>\n", "table": "</tr>\n</table>\n"}
)

// elementOf is the element that shows a part, and the one that it stands in.
func elementOf(p *part) (tag, in string) {
	switch p.kind {
	case Item:
		return "li", "ul"
	case Cell:
		return "td", "table"
	case Heading:
		return "h" + strconv.Itoa(max(p.level, 2)), ""
	}
	return "p", ""
}

func (r *reader) tag(s string) {
	if s != "" {
		r.article.Body = append(r.article.Body, Bit{Markup: s})
	}
}

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
