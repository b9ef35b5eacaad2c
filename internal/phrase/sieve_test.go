package phrase

import "testing"

func TestSieve(t *testing.T) {
	var s Sieve
	for _, w := range []string{"may", "i'm", "a", "über", "naïve", "we'd", "three"} {
		s.Add(w)
	}
	for _, w := range []string{"may", "May", "MAY", "i'm", "I’m", "a", "A", "Über", "ÜBER", "naïve", "we’d", "We'd", "Three"} {
		if !s.Passes(w) {
			t.Errorf("%q is in the list and does not pass", w)
		}
	}
	for _, w := range []string{"day", "moon", "b", "the", "mad", "mars"} {
		if s.Passes(w) {
			t.Errorf("%q passes; it has not the letters of any word of the list", w)
		}
	}
}
