package watch

import (
	"path/filepath"
	"sync"

	"github.com/fsnotify/fsnotify"
)

// maxMarks is how many files are looked at one by one; beyond, looking at all
// of them is cheaper.
const maxMarks = 50

// everything is the place to look at after a doubt.
var everything = map[string]bool{"": true}

// marks are the places where something may have changed. One goroutine does
// nothing but move events here, so that the system's queue never fills while
// files are read.
type marks struct {
	mu    sync.Mutex
	paths map[string]bool // absolute; everything if it holds ""
	more  chan struct{}   // holds one token after a mark was added
}

func newMarks() *marks {
	return &marks{paths: map[string]bool{}, more: make(chan struct{}, 1)}
}

func (m *marks) add(paths ...string) {
	m.mu.Lock()
	for _, p := range paths {
		m.paths[p] = true
	}
	if len(m.paths) > maxMarks {
		m.paths = map[string]bool{"": true}
	}
	m.mu.Unlock()
	select {
	case m.more <- struct{}{}:
	default:
	}
}

// take returns what was marked and begins anew.
func (m *marks) take() map[string]bool {
	m.mu.Lock()
	defer m.mu.Unlock()
	taken := m.paths
	m.paths = map[string]bool{}
	return taken
}

// collect moves events into m until w is closed.
func (m *marks) collect(w *fsnotify.Watcher, s *state) {
	for {
		select {
		case e, ok := <-w.Events:
			if !ok {
				return
			}
			if e.Op == fsnotify.Chmod {
				continue // a virus scanner, an indexer; bytes come as Write
			}
			if p := filepath.Clean(e.Name); s.concerns(p) {
				m.add(p)
			}
		case _, ok := <-w.Errors:
			if !ok {
				return
			}
			m.add("") // an overflow, or another loss: look at everything
		}
	}
}
