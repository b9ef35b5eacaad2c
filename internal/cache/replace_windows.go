package cache

import (
	"os"
	"path/filepath"
)

// replacement is a file that takes the place of another one. Windows promises
// no single step, so a cut file is possible, and found out when it is opened.
type replacement struct {
	*os.File
	name string
}

func newReplacement(name string) (*replacement, error) {
	f, err := os.CreateTemp(filepath.Dir(name), "."+fileName)
	return &replacement{f, name}, err
}

// CloseAtomicallyReplace puts the file in its place.
func (r *replacement) CloseAtomicallyReplace() error {
	if err := r.Close(); err != nil {
		return err
	}
	return os.Rename(r.Name(), r.name)
}

// Cleanup removes the file if it was not put in its place.
func (r *replacement) Cleanup() error {
	r.Close()
	return os.Remove(r.Name())
}
