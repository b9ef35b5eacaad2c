package site

import (
	"html/template"
	"sync"
	"sync/atomic"
)

// kept are the cards and lines that were drawn last, for the next page that shows
// one. Most events are shown on few pages that are drawn one after the other (see
// Page.Beside), and the others are told by the weightiest of a term, so what was drawn long
// ago is mostly not asked for again: to keep all of it took a sixth of the memory of a
// site.
type kept struct {
	mu   sync.Mutex
	at   []*atomic.Pointer[template.HTML] // in the order in which they were drawn
	size int
}

// keptMost is how many bytes are kept, with what a text takes besides.
const (
	keptMost = 24 << 20
	perKept  = 32
)

// keep keeps what was drawn, if it is not kept, where it is looked for. If that is more
// than may be kept, the half that was drawn earlier is let go of.
func (k *kept) keep(at *atomic.Pointer[template.HTML], html *template.HTML) {
	if !at.CompareAndSwap(nil, html) {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.at = append(k.at, at)
	if k.size += len(*html) + perKept; k.size <= keptMost {
		return
	}
	early := len(k.at) / 2
	for _, at := range k.at[:early] {
		k.size -= len(*at.Swap(nil)) + perKept
	}
	k.at = append(k.at[:0], k.at[early:]...)
}

// carry keeps what was drawn for an entry of the last time.
func (k *kept) carry(at, was *atomic.Pointer[template.HTML]) {
	if html := was.Load(); html != nil {
		k.keep(at, html)
	}
}
