package sentence

import (
	"strings"
	"testing"
)

// FuzzPlain: the word that is read in one step is the one that is found letter by letter,
// and has its key.
func FuzzPlain(f *testing.F) {
	for _, s := range []string{"the port is shut", "Peru, which", "a b c d e f", "Vega’s own house", "don't go there", "cannot stay", "presidential aide", "in 1998 it fell", "Łódź lies there", "www.port.example is", "U.S. ships sail"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for i := range s {
			n, k := plain(s, i)
			if n == 0 || i > 0 && s[i-1] != ' ' {
				continue
			}
			if m, kind := next(s, i, For("en")); m != n || kind != Letters || k != keyOf(s[i:i+n]) {
				t.Errorf("%q is read in one step, and %q, kind %d, letter by letter", s[i:i+n], s[i:i+m], kind)
			}
		}
	})
}

func TestPlain(t *testing.T) {
	for s, want := range map[string]string{"the port is shut": "the", "Peru, which left": "Peru", "a port is shut": "a", "harbour is": "harbour", "harbours are": "", "don't go there": "", "U.S. ships sail": "", "3rd of May": "", "shut": ""} {
		if n, _ := plain(s, 0); s[:n] != want {
			t.Errorf("of %q %q is read in one step, not %q", s, s[:n], want)
		}
	}
}

// TestReads: Reads says whether String would make a text, for every stretch of a block.
func TestReads(t *testing.T) {
	x := Split([]Piece{{Text: "The  port\nis shut, he said. It won’t open."}}, For("en"))
	whole := x.String(Extent{From: 0, To: len(x.Words)})
	for from := range x.Words {
		for to := from; to <= len(x.Words); to++ {
			e := Extent{From: from, To: to}
			s := x.String(e)
			for _, other := range []string{s, s + " ", " " + s, strings.ToUpper(s), whole, ""} {
				if got := x.Reads(e, other); got != (other == s) {
					t.Errorf("Reads(%v, %q) is %t of %q", e, other, got, s)
				}
			}
		}
	}
}
