package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"syscall"
)

// innerStage is where pages are staged if the folder beside the tree cannot
// be used: it is not writable, or it is another file system.
const innerStage = ".dateline-stage"

// tree is the output folder, opened from its parent so that the staging
// folder beside it can be reached too. All changes go through root.
type tree struct {
	dir   string   // as the caller wrote it, for messages
	abs   string   // the same, resolved
	root  *os.Root // its parent
	base  string   // its name in root
	stage string   // where pages are staged, in root; "" until something is staged
	fresh *os.Root // stage/new
	lock  *os.File
	fault fault
	keep  bool // the stage holds what the next run needs

	made      string   // the folder that the switch made or found last
	above     *os.Root // the one in which that is; nil for none
	aboveName string
}

// fault is asked before each change to the disk. Tests make it fail.
type fault func(op, path string) error

// errCrash is what a fault returns to stop a run as a kill would: nothing is
// undone and nothing is cleaned.
var errCrash = errors.New("stopped")

// do makes one change to the disk.
func (t *tree) do(op, name string, change func() error) error {
	if t.fault != nil {
		if err := t.fault(op, name); err != nil {
			return err
		}
	}
	return change()
}

// openTree makes the folder if there is none, follows links that lead to it,
// and waits until no other run works on it.
func openTree(ctx context.Context, dir string, f fault) (*tree, error) {
	t := &tree{dir: dir, fault: f}
	err := os.MkdirAll(dir, 0o777)
	if err != nil {
		return nil, t.explain("make", "", err)
	}
	if err := t.find(); err != nil {
		return nil, err
	}
	if t.lock, err = lockFolder(ctx, t.abs); err != nil {
		t.close()
		return nil, t.explain("lock", "", err)
	}
	return t, nil
}

// lookAt is a tree that is there and is only to be read; it waits for nobody.
func lookAt(dir string) (*tree, error) {
	t := &tree{dir: dir}
	if err := t.find(); err != nil {
		return nil, err
	}
	return t, nil
}

// find resolves the folder and opens its parent.
func (t *tree) find() error {
	var err error
	if t.abs, err = filepath.Abs(t.dir); err == nil {
		t.abs, err = filepath.EvalSymlinks(t.abs)
	}
	if err != nil {
		return t.explain("make", "", err)
	}
	parent := filepath.Dir(t.abs)
	if parent == t.abs {
		return fmt.Errorf("%s: the output folder is the root of a file system; choose a folder in it", t.dir)
	}
	t.base = filepath.Base(t.abs)
	if t.root, err = os.OpenRoot(parent); err != nil {
		return t.explain("open", "", err)
	}
	return nil
}

func (t *tree) close() {
	if t.fresh != nil {
		t.fresh.Close()
	}
	if t.lock != nil {
		t.lock.Close()
	}
	t.closeAbove()
	t.root.Close()
}

// in is the place of a path of the tree, seen from root.
func (t *tree) in(p string) string { return path.Join(t.base, p) }

// disk is the place of a path of the tree, for reading.
func (t *tree) disk(p string) string { return filepath.Join(t.abs, filepath.FromSlash(p)) }

// shown is the place of a path of the tree, for people.
func (t *tree) shown(p string) string { return filepath.Join(t.dir, filepath.FromSlash(p)) }

// stages are the two places where a stage can be, the better one first.
func (t *tree) stages() [2]string {
	return [2]string{"." + t.base + innerStage, t.in(innerStage)}
}

// openStage makes the staging folder, so near the tree that its files can be
// renamed into it.
func (t *tree) openStage() error {
	var err error
	for _, stage := range t.stages() {
		if err = t.makeStage(stage); err == nil {
			t.stage = stage
			t.fresh, err = t.root.OpenRoot(path.Join(stage, "new"))
			break
		}
		t.root.RemoveAll(stage)
		if !errors.Is(err, fs.ErrPermission) && !errors.Is(err, syscall.EXDEV) && !errors.Is(err, syscall.EROFS) {
			break
		}
	}
	if err != nil {
		return t.explain("write", "", err)
	}
	return nil
}

// makeStage also proves that a file can be renamed from stage into the tree.
func (t *tree) makeStage(stage string) error {
	return t.do("stage", stage, func() error {
		for _, d := range []string{"", "new", "old"} {
			if err := t.root.Mkdir(path.Join(stage, d), 0o777); err != nil {
				return err
			}
		}
		from, to := path.Join(stage, "probe"), t.in(".dateline-probe")
		if err := t.root.WriteFile(from, nil, 0o666); err != nil {
			return err
		}
		if err := t.root.Rename(from, to); err != nil {
			return err
		}
		return t.root.Remove(to)
	})
}

// discard removes the staging folder. What cannot be removed is met again by
// the next run.
func (t *tree) discard() {
	if t.stage == "" || t.keep {
		return
	}
	if t.fresh != nil {
		t.fresh.Close()
		t.fresh = nil
	}
	t.root.RemoveAll(t.stage)
	t.stage = ""
}

// explain names the file, says what the machine said, and what to do.
func (t *tree) explain(op, p string, err error) error {
	if errors.Is(err, errCrash) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var pathErr *fs.PathError
	var linkErr *os.LinkError
	switch {
	case errors.As(err, &pathErr):
		err = pathErr.Err
	case errors.As(err, &linkErr):
		err = linkErr.Err
	}
	hint := ""
	switch {
	case errors.Is(err, syscall.ENOSPC), errors.Is(err, syscall.EDQUOT):
		hint = "; free some space and build again"
	case errors.Is(err, fs.ErrPermission):
		hint = "; allow this user to write there, or choose another folder with --output"
	case errors.Is(err, syscall.EROFS):
		hint = "; choose a folder that can be written with --output"
	case errors.Is(err, syscall.ENOTDIR):
		hint = "; a file stands where a folder is needed: move it away"
	}
	return fmt.Errorf("%s: cannot %s: %w%s", strings.TrimSuffix(t.shown(p), string(filepath.Separator)), op, err, hint)
}
