package article

import (
	"slices"
	"strings"
)

// turns is the fewest questions that make an interview.
const turns = 2

// interview finds the questions of an interview: paragraphs that are wholly
// emphatic, some of which end in a question mark, or those of the one of two
// labels in front of them (Q:, a name) that asks more.
func (r *reader) interview() {
	var emphatic []*part
	asking := 0
	for i := range r.parts {
		if p := &r.parts[i]; !p.set && p.kind == Paragraph && r.emphatic(p) {
			emphatic = append(emphatic, p)
			if asks(p.text()) {
				asking++
			}
		}
	}
	if asking >= turns && 2*asking >= len(emphatic) {
		for _, p := range emphatic {
			p.asks = true
		}
		return
	}
	r.labelled()
}

// emphatic reports whether all of p stands in one bold or slanted element.
func (r *reader) emphatic(p *part) bool {
	var depth, open int
	for _, b := range r.article.Body[p.from:p.to] {
		name := strings.Trim(b.Markup, "<>\n ")
		switch {
		case isPage("emphatic", name):
			depth++
			open++
		case isPage("emphatic", strings.TrimPrefix(name, "/")):
			depth--
		case b.Markup == "" && depth == 0 && strings.TrimSpace(b.Text) != "":
			return false
		}
	}
	return open > 0
}

// asks reports whether the last sentence of s is a question.
func asks(s string) bool {
	return strings.HasSuffix(strings.TrimRight(s, "”\"’'»)* "), "?")
}

// speaker is what one label says.
type speaker struct {
	label     string
	parts     []*part
	questions int
}

// labelled finds the questions of an interview whose turns begin with a label:
// of the two that have most turns, the one with the larger share of questions asks.
func (r *reader) labelled() {
	var said []speaker
	for i := range r.parts {
		p := &r.parts[i]
		label := labelOf(p)
		if label == "" || p.set || p.kind != Paragraph && p.kind != Heading {
			continue
		}
		k := slices.IndexFunc(said, func(s speaker) bool { return s.label == label })
		if k < 0 {
			k, said = len(said), append(said, speaker{label: label})
		}
		said[k].parts = append(said[k].parts, p)
		if strings.Contains(p.text(), "?") {
			said[k].questions++
		}
	}
	slices.SortStableFunc(said, func(a, b speaker) int { return len(b.parts) - len(a.parts) })
	if len(said) < 2 || len(said[1].parts) < turns {
		return
	}
	one, other := said[0], said[1]
	if one.questions*len(other.parts) < other.questions*len(one.parts) {
		one, other = other, one
	}
	if one.questions == 0 || one.questions*len(other.parts) == other.questions*len(one.parts) {
		return
	}
	for _, p := range one.parts {
		p.asks = true
	}
}

// maxLabel is how many words a label has at most.
const maxLabel = 4

// labelOf is the label before the colon that a paragraph begins with; "" for none.
func labelOf(p *part) string {
	for k := 1; k < len(p.words) && k <= maxLabel; k++ {
		if w := &p.words[k]; w.Text == ":" {
			if k+1 == len(p.words) || !p.words[k+1].Space {
				return ""
			}
			var label []string
			for _, w := range p.words[:k] {
				label = append(label, w.Text)
			}
			return strings.Join(label, " ")
		}
	}
	return ""
}
