package main

import (
	"fmt"
	"os"
	"runtime/debug"
)

// scratch is a file in the folder for temporary files (TMPDIR) that nobody else
// sees and that does not outlive the process, however it ends: where the system
// allows it the file has no name from the beginning. It is made when first
// written to.
type scratch struct{ file *os.File }

// Write writes behind what was written before.
func (s *scratch) Write(p []byte) (int, error) {
	if s.file == nil {
		f, err := os.CreateTemp("", "dateline-merge-")
		if err != nil {
			return 0, s.hint(err)
		}
		s.file = f
		if os.Getenv("GOGC") == "" {
			debug.SetGCPercent(hasty) // from here on there are many
		}
		_ = os.Remove(f.Name()) // where an open file cannot be removed, close does it
	}
	n, err := s.file.Write(p)
	return n, s.hint(err)
}

// ReadAt reads what was written.
func (s *scratch) ReadAt(p []byte, off int64) (int, error) { return s.file.ReadAt(p, off) }

func (s *scratch) hint(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w; merge writes there what does not fit into memory: make room, or set TMPDIR to a folder on another disk", err)
}

// close gives the room back.
func (s *scratch) close() {
	if s.file != nil {
		s.file.Close()
		_ = os.Remove(s.file.Name())
	}
}
