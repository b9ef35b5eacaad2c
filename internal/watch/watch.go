// Package watch tells when a site's files have changed.
//
// What comes in is a site's folder; what goes out is a channel of changes.
// Promised:
//
//   - A change is told if and only if the files differ from what was told
//     before: not for equal bytes written again, new permissions, an editor's
//     own files or the output. A burst of events is one change.
//   - It is told when the editor is done: Quiet after the last event, or
//     Longest after the first.
//   - None is lost, not while a build runs, not when the system's queue
//     overflows, not when folders are renamed or the site's folder is removed
//     and made again.
//
// The law behind this: events say only where to look. What is told is the
// difference between two states of the files (see state.go), so an event too
// many does nothing, and after a doubt all files are looked at.
package watch

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Options are what a caller may want to differ; the zero value is right.
type Options struct {
	// Ignore are files and folders that are not the author's, such as the
	// output, relative to the site or absolute. public/ and events.lock are
	// always ignored.
	Ignore []string
	// Poll, if not zero, looks at all files at this interval instead of
	// asking the system for events.
	Poll time.Duration
	// Quiet is how long nothing must happen before a change is told; 0 means
	// 10 ms: who writes a file in parts mostly writes the next part sooner, and if not,
	// what is there of it is told, and the rest then.
	Quiet time.Duration
	// Longest is how long a change is held back at most; 0 means 250 ms.
	Longest time.Duration
	// Notice, if set, is told what the user should know, such as that events
	// are not to be had here. It is called from one goroutine at a time.
	Notice func(text string)
}

// Change is one or more files that were changed, made or removed.
type Change struct {
	// Paths lie below the site, slash-separated, sorted, none twice.
	Paths []string
}

// pollInterval is how often files are looked at where events fail.
const pollInterval = 500 * time.Millisecond

// Watch watches the site in dir until ctx is done, and then closes the
// channel. The state of the files at the moment of its return is the first
// one: read the site after it, and nothing is missed. While nobody receives,
// changes are gathered into one.
func Watch(ctx context.Context, dir string, opts Options) (<-chan Change, error) {
	if opts.Quiet == 0 {
		opts.Quiet = 10 * time.Millisecond
	}
	if opts.Longest == 0 {
		opts.Longest = 250 * time.Millisecond
	}
	if opts.Notice == nil {
		opts.Notice = func(string) {}
	}
	abs, err := filepath.Abs(dir)
	if err == nil {
		abs, err = filepath.EvalSymlinks(abs)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot watch the site: %w", err)
	}
	s := newState(abs, opts.Ignore)
	w := &watcher{state: s, opts: opts, out: make(chan Change)}
	w.begin()
	go w.run(ctx)
	return w.out, nil
}

// watcher is the goroutine that decides; marks is fed by the one that reads
// events.
type watcher struct {
	state  *state
	opts   Options
	out    chan Change
	events *fsnotify.Watcher // nil: the files are looked at regularly
	marks  *marks
}

// begin asks for events and takes the first state. If the system has none to
// give, it says so, and the files are looked at regularly.
func (w *watcher) begin() {
	w.marks = newMarks()
	if w.opts.Poll == 0 {
		if kind := farFileSystem(w.state.site); kind != "" {
			w.giveUp(fmt.Sprintf("the site lies on %s, which tells of no changes", kind))
		} else if events, err := fsnotify.NewBufferedWatcher(256); err != nil {
			w.giveUp(fmt.Sprintf("the system gives no events (%v)", err))
		} else {
			w.events = events
			w.state.watch, w.state.unwatch = w.events.Add, w.events.Remove
			go w.marks.collect(events, w.state)
		}
	}
	_, empty := w.state.look(everything)
	for _, p := range empty {
		w.state.look(map[string]bool{p: true})
	}
	if err := w.state.watchError; err != nil && w.events != nil {
		w.giveUp(fmt.Sprintf("the system gives no more events (%v)", err))
	}
}

// giveUp goes over to looking at the files regularly.
func (w *watcher) giveUp(why string) {
	w.opts.Notice(why + "; looking at the files every half second instead")
	if w.events != nil {
		w.events.Close()
		w.events = nil
	}
	w.state.watch, w.state.unwatch, w.state.watched = nil, nil, map[string]string{}
	w.opts.Poll = pollInterval
}

// run waits for marks, lets them come to rest, looks, and tells. Marks are
// taken while a change waits to be received, and told with it.
func (w *watcher) run(ctx context.Context) {
	defer close(w.out)
	defer func() {
		if w.events != nil {
			w.events.Close()
		}
	}()
	rest := newRest(w.opts.Quiet, w.opts.Longest)
	defer rest.stop()
	var ticks <-chan time.Time
	if w.opts.Poll > 0 {
		t := time.NewTicker(w.opts.Poll)
		defer t.Stop()
		ticks = t.C
	}
	pending := map[string]bool{}
	for {
		var out chan Change
		var next Change
		if len(pending) > 0 {
			out, next = w.out, change(pending)
		}
		select {
		case <-ctx.Done():
			return
		case out <- next:
			clear(pending)
		case <-w.marks.more:
			rest.event()
		case <-ticks:
			w.look(everything, pending, rest)
		case <-rest.over():
			rest.done()
			w.look(w.marks.take(), pending, rest)
			if w.state.watchError != nil && w.events != nil {
				w.giveUp(fmt.Sprintf("the system gives no more events (%v)", w.state.watchError))
				t := time.NewTicker(w.opts.Poll)
				defer t.Stop()
				ticks = t.C
			}
		}
	}
}

// look adds what changed to pending. A file found empty may be about to be
// written: it gets one more beat before that is believed.
func (w *watcher) look(where map[string]bool, pending map[string]bool, rest *rest) {
	changed, empty := w.state.look(where)
	for _, p := range changed {
		pending[p] = true
	}
	if len(empty) > 0 {
		w.marks.add(empty...)
		rest.event()
	}
}
