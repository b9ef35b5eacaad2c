package article

import (
	"testing"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// TestFurnitureRules runs the yes and no lines of every rule as lines that
// stand both at the top and at the bottom.
func TestFurnitureRules(t *testing.T) {
	for _, language := range []string{"any", "en"} {
		l := lineRulesOf(language)
		set := l.sets[len(l.sets)-1]
		for _, err := range set.Test() {
			t.Log(err)
		}
		for i, r := range set.Rules {
			if len(r.Yes) == 0 || len(r.No) == 0 {
				t.Errorf("%s:%d: rule %s needs a yes and a no line", r.File, r.Line, r.Name)
			}
			if r.Get("class") != "" {
				continue // Set.Test runs its examples
			}
			for _, line := range r.Yes {
				if l.rules[len(l.sets)-1][i].cue {
					if l.cues(sentence.Words(line, 0, sentence.For(language))) == 0 {
						t.Errorf("%s:%d: %q has no cue", r.File, r.Line, line)
					}
					continue
				}
				v, ok := l.judge(sentence.Words(line, 0, sentence.For(language)), place{true, true})
				if !ok {
					t.Errorf("%s:%d: rule %s must set aside %q", r.File, r.Line, r.Name, line)
				} else if v.Name != r.Name {
					t.Logf("%s:%d: %q falls under %s", r.File, r.Line, line, v.Name)
				}
			}
			for _, line := range r.No {
				if v, ok := l.judge(sentence.Words(line, 0, sentence.For(language)), place{true, true}); ok {
					t.Errorf("%s:%d: rule %s sets aside %q", r.File, r.Line, v.Name, line)
				}
			}
		}
	}
}
