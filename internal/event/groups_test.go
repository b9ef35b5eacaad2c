package event

import "testing"

// TestAskedGroups: each group that the program asks for is one of the language's rules: one
// that is not would be asked for in vain and without a word.
func TestAskedGroups(t *testing.T) {
	made := map[string]bool{}
	for _, r := range grammarOf("en").set.Rules {
		made[r.Name] = true
	}
	for name := range asksGroups {
		if !made[groupPrefix+name] {
			t.Errorf("no rule makes the group %q", name)
		}
	}
}
