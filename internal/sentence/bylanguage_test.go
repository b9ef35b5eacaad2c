package sentence_test

import (
	"sync"
	"sync/atomic"
	"testing"

	"github.com/dateline-ssg/dateline/internal/sentence"
)

// What a language has is made once, whoever asks for it and however its code is spelt.
func TestByLanguage(t *testing.T) {
	var made atomic.Int32
	by := sentence.ByLanguage[string]{Else: "en", Make: func(code string) (string, error) {
		made.Add(1)
		return "rules of " + code, nil
	}}
	var all sync.WaitGroup
	for _, code := range []string{"en", "EN", "en-GB", "", "en-us"} {
		all.Go(func() {
			if got := by.Of(code); got != "rules of en" {
				t.Errorf("of %q: %s", code, got)
			}
		})
	}
	all.Wait()
	if made.Load() != 1 {
		t.Errorf("made %d times", made.Load())
	}
	if got := by.Of("ru"); got != "rules of ru" {
		t.Errorf("of ru: %s", got)
	}
}
