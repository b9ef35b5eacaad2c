package project

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"

	"github.com/dateline-ssg/dateline/internal/source"
)

const editsName = "edits.toml"

// Edits reads edits.toml of the site in dir; no Bytes if there is none.
func Edits(dir string) (source.File, error) {
	f, err := openFolder(dir)
	if err != nil {
		return source.File{}, err
	}
	defer f.root.Close()
	return f.optional(editsName)
}

// ReplaceEdits writes edits.toml of the site in dir, if it still holds the
// bytes of was: what somebody else saved meanwhile is never written over. The
// file is whole at every moment. The error is a *source.Failure where the user
// can mend it.
func ReplaceEdits(dir string, was source.File, now []byte) error {
	f, err := openFolder(dir)
	if err != nil {
		return err
	}
	defer f.root.Close()
	is, err := f.optional(editsName)
	if err != nil {
		return err
	}
	if !bytes.Equal(is.Bytes, was.Bytes) {
		return stop(editsName, "the file was saved by somebody else in this moment", "do it again")
	}
	target, mode, err := f.editsTarget()
	if err != nil {
		return err
	}
	if err := maybe.WriteFile(target, now, mode); err != nil {
		return fmt.Errorf("cannot write %s: %w", editsName, err)
	}
	return nil
}

// editsTarget is the file to write, behind a link that stays in the site, and
// its permissions.
func (f *folder) editsTarget() (string, fs.FileMode, error) {
	path := filepath.Join(f.abs, editsName)
	whole, err := filepath.EvalSymlinks(path)
	if os.IsNotExist(err) {
		if _, err := os.Lstat(path); err == nil {
			return "", 0, stop(editsName, "the link leads nowhere", "remove it, or mend its target")
		}
		return path, 0o644, nil
	}
	if err != nil {
		return "", 0, fmt.Errorf("cannot write %s: %w", editsName, err)
	}
	if rel, err := filepath.Rel(f.abs, whole); err != nil || !filepath.IsLocal(rel) {
		return "", 0, stop(editsName, "the link leaves the site", "copy the file into the site")
	}
	info, err := os.Stat(whole)
	if err != nil {
		return "", 0, fmt.Errorf("cannot write %s: %w", editsName, err)
	}
	return whole, info.Mode().Perm(), nil
}
