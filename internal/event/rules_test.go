package event

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
)

// seen is the acts that the rules see in a text, before status and date have
// their say.
func seen(t *testing.T, g *grammar, text string) []*act {
	t.Helper()
	a := article.Plain(text, article.Meta{ID: "example"})
	a.Extract = true
	doc := Prepare(a, []byte(text), actor.Default(), Options{})
	var out []*act
	for _, b := range doc.blocks(g, new(room)) {
		out = append(out, b.acts()...)
	}
	return out
}

// TestRules runs the examples of every rule: a trigger must be the one that
// its sentence gives, at the words in brackets; groups and operators must
// match as phrases.
func TestRules(t *testing.T) {
	g := grammarOf("en")
	for i := range g.rules {
		r := &g.rules[i]
		if r.on == onNothing {
			continue
		}
		if len(r.Yes) == 0 || len(r.No) == 0 {
			t.Errorf("%s:%d: rule %s has no example of both kinds", r.File, r.Line, r.Name)
		}
		for _, line := range r.Yes {
			if !g.fires(t, r, line) {
				t.Errorf("%s:%d: rule %s must fire: %s\n%s", r.File, r.Line, r.Name, line, g.instead(t, line))
			}
		}
		for _, line := range r.No {
			if g.fires(t, r, line) {
				t.Errorf("%s:%d: rule %s must not fire: %s", r.File, r.Line, r.Name, line)
			}
		}
	}
}

// fires reports whether a rule fires in an example, at its brackets if it has
// any.
func (g *grammar) fires(t *testing.T, r *rule, line string) bool {
	e := g.set.Example(line)
	if r.on == onGroup || r.on == onOperator {
		for _, m := range g.set.Find(nil, e.Words) {
			if &g.rules[m.Rule] == r && (e.Len() == 0 || m.From == e.From && m.To == e.To) {
				return true
			}
		}
		return false
	}
	for _, a := range seen(t, g, e.Text) {
		if r.on == onKind {
			if k, at := a.kind(); k == r && (e.Len() == 0 || at == e.Extent) {
				return true
			}
			continue
		}
		if a.rule == r && (e.Len() == 0 || a.trigger == e.Extent) {
			return true
		}
	}
	return false
}

func (g *grammar) instead(t *testing.T, line string) string {
	var s strings.Builder
	for _, a := range seen(t, g, g.set.Example(line).Text) {
		s.WriteString("\t" + a.rule.Name + " [" + a.b.String(a.trigger) + "]")
		if k, at := a.kind(); k != nil {
			s.WriteString(" " + k.Name + " [" + a.b.String(at) + "]")
		}
		s.WriteString("\n")
	}
	return s.String()
}

// TestClasses: words are of every class that the program asks for, each has a
// name of its own, and it asks for all that have words.
func TestClasses(t *testing.T) {
	words := map[string]bool{}
	for _, r := range grammarOf("en").rules {
		words[r.Get("class")] = true
	}
	delete(words, "")
	if len(asked) != int(classes) {
		t.Errorf("%d names of %d classes", len(asked), classes)
	}
	once := map[string]bool{}
	for _, name := range asked {
		if !words[name] || once[name] {
			t.Errorf("no rule has words of the class %q, or it is asked for twice", name)
		}
		once[name] = true
	}
	for name := range words {
		if !once[name] {
			t.Errorf("nobody asks for the class %q", name)
		}
	}
}
