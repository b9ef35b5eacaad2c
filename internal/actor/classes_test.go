package actor

import "testing"

// TestClasses: words are of every class that the program asks for, and each is
// numbered once.
func TestClasses(t *testing.T) {
	words := map[string]bool{}
	for _, r := range Default().titles {
		words[r.Get("class")] = true
	}
	once := map[string]bool{}
	for _, name := range asked {
		if !words[name] || once[name] {
			t.Errorf("no rule has words of the class %q, or it is asked for twice", name)
		}
		once[name] = true
	}
}
