package main

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync"
)

// scratch is a file in the folder for temporary files (TMPDIR) that nobody else
// sees and that does not outlive the process, however it ends: where the system
// allows it the file has no name from the beginning. It is made when first
// written to. It may be closed while another goroutine still writes: that one
// is then told that the file is closed, and makes no new one.
type scratch struct {
	file   *os.File
	mu     sync.Mutex // held while the file is made, and while it is closed
	closed bool
}

// Write writes behind what was written before.
func (s *scratch) Write(p []byte) (int, error) {
	if s.file == nil {
		if err := s.make(); err != nil {
			return 0, s.hint(err)
		}
		if os.Getenv("GOGC") == "" {
			debug.SetGCPercent(hasty) // from here on there are many
		}
	}
	n, err := s.file.Write(p)
	return n, s.hint(err)
}

func (s *scratch) make() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return os.ErrClosed
	}
	f, err := os.CreateTemp("", "dateline-merge-")
	if err != nil {
		return err
	}
	s.file = f
	_ = os.Remove(f.Name()) // where an open file cannot be removed, close does it
	return nil
}

// ReadAt reads what was written.
func (s *scratch) ReadAt(p []byte, off int64) (int, error) { return s.file.ReadAt(p, off) }

// WriteAt writes over what was written.
func (s *scratch) WriteAt(p []byte, off int64) (int, error) {
	n, err := s.file.WriteAt(p, off)
	return n, s.hint(err)
}

func (s *scratch) hint(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w; merge writes there what does not fit into memory: make room, or set TMPDIR to a folder on another disk", err)
}

// close gives the room back.
func (s *scratch) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	if s.file != nil {
		s.file.Close()
		_ = os.Remove(s.file.Name())
	}
}
