package site

import "testing"

func TestShortened(t *testing.T) {
	for name, want := range map[string]string{
		"":                 "",
		"Xi":               "Xi",
		"fourteen signs":   "fourteen signs",
		"fifteen letters":  "fifteen lette…",
		"Übergrößenträger": "Übergrößenträ…",
		"挪威外交部国":           "挪威外交部国",
		"挪威王国外交和国防部":       "挪威王国外交…",
	} {
		if got := shortened(name, laneName); got != want {
			t.Errorf("%q is shortened to %q, want %q", name, got, want)
		}
	}
}
