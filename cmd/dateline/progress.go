package main

import (
	"io"
	"sync"

	"github.com/schollz/progressbar/v3"
)

// progress shows how far long work has come, on a terminal; elsewhere it is
// silent.
type progress struct {
	w    io.Writer
	verb string
	mu   sync.Mutex
	bar  *progressbar.ProgressBar
}

func newProgress(w io.Writer, verb string) *progress {
	return &progress{w: w, verb: verb}
}

// update is told how many of total are done. It may be called from several
// goroutines.
func (p *progress) update(done, total int) {
	if !terminal(p.w) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar == nil {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(p.verb),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(65_000_000),
			progressbar.OptionSetPredictTime(true), progressbar.OptionShowIts(), progressbar.OptionSetItsString("files"))
	}
	p.bar.Set(done)
}

// wait takes the bar away, and shows that other work goes on of which nobody can say
// how much there is, and for how long it has.
func (p *progress) wait(verb string) {
	p.done()
	if !terminal(p.w) {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.bar = progressbar.NewOptions(-1, progressbar.OptionSetWriter(p.w), progressbar.OptionSetDescription(verb),
		progressbar.OptionSpinnerType(pulse), progressbar.OptionClearOnFinish())
	p.bar.RenderBlank() // from then on it moves
}

const pulse = 14 // of the module's spinners

// done takes the bar away.
func (p *progress) done() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.bar != nil {
		p.bar.Finish() // which ends what draws it, too
		p.bar.Clear()
	}
	p.bar = nil
}
