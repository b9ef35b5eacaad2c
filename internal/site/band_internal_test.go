package site

import "testing"

// TestBinsSkip: what stands between the links of the band keeps their places:
// with it they are as many as the months.
func TestBinsSkip(t *testing.T) {
	b := &Band{}
	for _, url := range []string{"", "", "#a", "#b", "", "#c", ""} {
		b.put(Bin{Ref: Ref{URL: url}})
	}
	n := b.Rest
	for _, bin := range b.Bins {
		if bin.URL != "" {
			n += bin.Skip + 1
		}
	}
	if n != len(b.Bins) || b.Bins[2].Skip != 2 || b.Bins[3].Skip != 0 || b.Rest != 1 {
		t.Errorf("%d of %d places, %+v", n, len(b.Bins), b)
	}
}
