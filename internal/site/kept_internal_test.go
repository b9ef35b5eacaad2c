package site

import (
	"html/template"
	"strings"
	"sync/atomic"
	"testing"
)

// What is kept is never more than may be, and what was drawn last is kept.
func TestKept(t *testing.T) {
	const each = 1 << 20
	k := new(kept)
	drawn := make([]atomic.Pointer[template.HTML], 3*keptMost/each)
	html := template.HTML(strings.Repeat("x", each))
	for i := range drawn {
		k.keep(&drawn[i], &html)
		k.keep(&drawn[i], &html) // by another that drew it at the same time
		if drawn[i].Load() == nil {
			t.Fatalf("the card %d is not kept", i)
		}
		size := 0
		for j := range drawn {
			if drawn[j].Load() != nil {
				size += each + perKept
			}
		}
		if size != k.size || size > keptMost {
			t.Fatalf("after %d cards %d bytes are kept, and %d are counted of at most %d", i+1, size, k.size, keptMost)
		}
	}
	if drawn[0].Load() != nil {
		t.Error("the first card is kept for ever")
	}
}
