package sentence

import (
	"strconv"
	"strings"
	"sync"
	"testing"
)

// FuzzKey: words that fold to the same have the same key, short ones with the
// same key fold to the same, and Folds says what Fold does.
func FuzzKey(f *testing.F) {
	for _, s := range []string{"", "a", "May", "O’Neill", "don't", "Übermorgen", "STRASSE", "presidential", "\u212aelvin", "İ", "п’ять", "\xff", "eighteen-letters"} {
		f.Add(s, strings.ToUpper(s))
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		if (Fold(a) == Fold(b)) && keyOf(a) != keyOf(b) {
			t.Errorf("%q and %q fold to %q and have two keys", a, b, Fold(a))
		}
		if k := keyOf(a); k != keyOf(Fold(a)) || k.size <= short && k == keyOf(b) && Fold(a) != Fold(b) {
			t.Errorf("%q has the key of %q, not of %q", a, b, Fold(a))
		}
		for _, folded := range []string{Fold(a), Fold(b), a, b} {
			if got, want := Folds(a, folded), Fold(a) == folded; got != want {
				t.Errorf("Folds(%q, %q) is %t", a, folded, got)
			}
		}
	})
}

// TestVocabulary: a word is found by whoever learnt it, before the text was cut
// or after, in any case; one that nobody learnt by nobody.
func TestVocabulary(t *testing.T) {
	early := Learn("zephyrine")
	ws := Words("Zephyrine quillwort’s QUILLWORT’S twenty-fold", 0, For("en"))
	ws = append(ws, Word{Text: "quillwort"}, ws[0].Reworded("Quillwort"))
	late := Learn("quillwort")
	if early == late || Learn("quillwort") != late || Learn("zephyrine") != early {
		t.Fatalf("entries %d and %d", early, late)
	}
	for i := range ws {
		want := map[string]Entry{"zephyrine": early, "quillwort": late}[Fold(ws[i].Text)]
		if got := ws[i].Among(late); want > 0 && got != want || want == 0 && (got == early || got == late) {
			t.Errorf("%q has entry %d, want %d", ws[i].Text, got, want)
		}
	}
	for n := range 1 << 17 { // until the table has been replaced more than once
		w := "w" + strconv.Itoa(n)
		if e := Learn(w); ws[0].Reworded(w).entry != e {
			t.Fatalf("%q is not found under %d", w, e)
		}
	}
	if ws[0].Among(late) != early || ws[1].Among(late) != late {
		t.Error("a larger table has other entries")
	}
}

// TestLearning: texts are cut while words are learnt, and find those that were
// learnt before them. The race detector watches.
func TestLearning(t *testing.T) {
	word := func(n int) string { return "learning" + strconv.Itoa(n) }
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for n := range 2000 {
				e := Learn(word(n))
				if w := Words(word(n), 0, For("en"))[0]; w.entry != e || w.Among(e) != e {
					t.Errorf("%q has entry %d, want %d", w.Text, w.entry, e)
				}
			}
		})
	}
	wait.Wait()
}
