package sentence

import (
	"strings"
	"testing"
)

// FuzzKey: words that fold to the same have the same key, and Folds says what
// Fold does.
func FuzzKey(f *testing.F) {
	for _, s := range []string{"", "a", "May", "O’Neill", "don't", "Übermorgen", "STRASSE", "presidential", "\u212aelvin", "İ", "п’ять", "\xff", "eighteen-letters"} {
		f.Add(s, strings.ToUpper(s))
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if (Fold(a) == Fold(b)) && keyOf(a) != keyOf(b) {
			t.Errorf("%q and %q fold to %q and have two keys", a, b, Fold(a))
		}
		if keyOf(a) != keyOf(Fold(a)) || keyOf(a) == 0 {
			t.Errorf("%q has not the key of %q", a, Fold(a))
		}
		for _, folded := range []string{Fold(a), Fold(b), a, b} {
			if got, want := Folds(a, folded), Fold(a) == folded; got != want {
				t.Errorf("Folds(%q, %q) is %t", a, folded, got)
			}
		}
	})
}

// TestReworded: a word with another text has its key.
func TestReworded(t *testing.T) {
	w := Words("twenty", 0, For("en"))[0]
	v := w.Reworded("20")
	if v.Key() != keyOf("20") || w.Key() != keyOf("twenty") || (&Word{Text: "20"}).Key() != v.Key() {
		t.Error("a key is not that of the text")
	}
}
