package clause

import (
	"fmt"
	"strings"

	"github.com/dateline-ssg/dateline/internal/sentence"
	"github.com/dateline-ssg/dateline/internal/source"
)

var kindNames = [...]string{"main", "coordinate", "subordinate", "condition", "relative", "participial", "complement", "infinitive"}

// show is a parse for a person: clauses, indented by depth, with marker,
// subject and verb, then the speeches.
func show(t *sentence.Text, p *Parse) string {
	var b strings.Builder
	depth := make([]int, len(p.Clauses))
	for i, c := range p.Clauses {
		if c.Parent >= 0 {
			depth[i] = depth[c.Parent] + 1
		}
		fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depth[i]), kindNames[c.Kind])
		if c.Marker.Len() > 0 {
			fmt.Fprintf(&b, " [%s]", t.String(c.Marker))
		}
		if c.Subject.Len() > 0 {
			fmt.Fprintf(&b, " %s", t.String(c.Subject))
		}
		b.WriteString(" |")
		if c.Verb >= 0 {
			fmt.Fprintf(&b, " %s", showVerb(t, p.Verbs[c.Verb]))
		}
		fmt.Fprintf(&b, " | %s\n", own(t, p, i))
	}
	for _, s := range p.Speeches {
		direct := "reported"
		if s.Direct {
			direct = "direct"
		}
		fmt.Fprintf(&b, "%s (%s, %s): %s\n", direct, t.String(s.Speaker), t.String(s.Verb), t.String(s.Extent))
	}
	return b.String()
}

// own is the words whose innermost clause is c.
func own(t *sentence.Text, p *Parse, c int) string {
	var out []string
	for i := p.Clauses[c].From; i < p.Clauses[c].To; i++ {
		if p.Of[i] == c {
			out = append(out, t.Words[i].Text)
		} else if len(out) > 0 && out[len(out)-1] != "…" {
			out = append(out, "…")
		}
	}
	return strings.Join(out, " ")
}

func showVerb(t *sentence.Text, v Verb) string {
	out := []string{t.String(v.Extent), "=", v.Lemma}
	add := func(is bool, s string) {
		if is {
			out = append(out, s)
		}
	}
	out = append(out, [...]string{"", "past", "present", "future"}[v.Tense])
	add(v.Modality > 0, [...]string{"", "possible", "conditional", "obligation", "ability"}[v.Modality])
	add(v.Perfect, "perfect")
	add(v.Ing, "ing")
	add(v.Passive, "passive")
	add(v.Negated, "not")
	add(v.Infinite, "infinitive")
	add(v.Finite, "finite")
	return strings.Join(strings.Fields(strings.Join(out, " ")), " ")
}

func text(s string) *sentence.Text {
	return sentence.Split([]sentence.Piece{{Text: s, Span: source.Span{End: len(s)}}}, sentence.For("en"))
}
