package phrase

import (
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// perWord is how many steps through the trie of the test's rules a word may
// cost, however the text is made: its patterns have at most five words, and a
// word stands for at most three symbols.
const perWord = 24

// FuzzCost: the steps grow with the words of a text, whatever it says; they
// are counted, and no clock is asked. The text stands once, and many times
// without a space, with one, and with a full stop between.
func FuzzCost(f *testing.F) {
	s := set(f)
	for _, text := range []string{"spoke by phone", "3 May 3 April", "mid-mid-mid-", "on the telephone with", "May May 3 3", "they spoke on the", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<10 {
			return
		}
		for _, join := range []string{"", " ", ". "} {
			words := sentence.Words(strings.Repeat(text+join, 8), 0, sentence.For("en"))
			find := s.NewFinder()
			find.Find(nil, words)
			if find.steps > perWord*len(words) {
				t.Errorf("%q: %d steps for %d words", text+join, find.steps, len(words))
			}
			find.Close()
		}
	})
}
