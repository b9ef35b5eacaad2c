package watch

import (
	"maps"
	"slices"
	"time"
)

// rest waits until events have come to rest: quiet after the last one, longest
// after the first. It is used by one goroutine.
type rest struct {
	quiet, longest time.Duration
	timer          *time.Timer
	first          time.Time // zero if nothing is waited for
}

func newRest(quiet, longest time.Duration) *rest {
	t := time.NewTimer(time.Hour)
	t.Stop()
	return &rest{quiet: quiet, longest: longest, timer: t}
}

// event begins the wait, or makes it longer.
func (r *rest) event() {
	now := time.Now()
	if r.first.IsZero() {
		r.first = now
	}
	r.timer.Reset(min(r.quiet, max(0, r.first.Add(r.longest).Sub(now))))
}

func (r *rest) over() <-chan time.Time { return r.timer.C }
func (r *rest) done()                  { r.first = time.Time{} }
func (r *rest) stop()                  { r.timer.Stop() }

func change(paths map[string]bool) Change {
	return Change{Paths: slices.Sorted(maps.Keys(paths))}
}
