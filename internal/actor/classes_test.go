package actor

import "testing"

// TestClasses: words are of every class that the program asks for, and each has
// a name of its own.
func TestClasses(t *testing.T) {
	words := map[string]bool{}
	for _, r := range Default().titles {
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
}
