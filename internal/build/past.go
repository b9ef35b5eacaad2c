package build

import (
	"sync"

	"github.com/dateline-ssg/dateline/internal/site"
)

// Past is what one run leaves for the next one of the same process: the
// readings of the files that it read, what merging made of them, and how the site
// was laid out. A preview builds again after every save, and of ten thousand
// files one is new.
//
// The law is the memo's: a reading is a function of its key, events are a
// function of mentions, and pages of events, so the run with a past gives the
// same bytes as the run without. The zero value holds nothing; it is used by
// one run at a time.
type Past struct {
	mu       sync.Mutex
	readings map[string]Reading // of the last run
	next     map[string]Reading // of this one
	merged   merged
	site     site.Past
}

// reading is the last run's under a key.
func (p *Past) reading(key string) (Reading, bool) {
	if p == nil || key == "" {
		return Reading{}, false
	}
	r, ok := p.readings[key]
	if ok {
		p.keep(key, r)
	}
	return r, ok
}

func (p *Past) keep(key string, r Reading) {
	if p == nil || key == "" {
		return
	}
	p.mu.Lock()
	p.next[key] = r
	p.mu.Unlock()
}

// layout is how the site was laid out the last time.
func (p *Past) layout() *site.Past {
	if p == nil {
		return nil
	}
	return &p.site
}

// begin starts a run, end ends one that read all its files.
func (p *Past) begin() {
	if p != nil {
		p.next = make(map[string]Reading, len(p.readings))
	}
}

func (p *Past) end() {
	if p != nil {
		p.readings, p.next = p.next, nil
	}
}
