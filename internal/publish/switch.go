package publish

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"syscall"
)

// commit runs the plan. From the moment the journal stands, the switch is
// either finished or undone, now or by the next run; so a cancelled context
// is looked at before, and no more after.
func (t *tree) commit(ctx context.Context, p *plan) error {
	if len(p.steps) == 0 {
		t.discard()
		return nil
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if t.stage == "" {
		if err := t.openStage(); err != nil {
			return err
		}
	}
	draft, journal := t.staged("draft"), t.staged("journal")
	err := t.do("journal", "", func() error { return t.root.WriteFile(draft, printJournal(p.steps), 0o666) })
	if err == nil {
		err = t.do("begin", "", func() error { return t.root.Rename(draft, journal) })
	}
	if err != nil {
		return t.explain("write the journal", "", err)
	}
	return t.finish(p.steps)
}

func (t *tree) staged(name string) string { return path.Join(t.stage, name) }

func (t *tree) kept(s step) (fresh, old string) {
	n := strconv.Itoa(s.n)
	return path.Join(t.stage, "new", n), path.Join(t.stage, "old", n)
}

// finish takes all steps and then the journal away; if one cannot be taken,
// all are undone.
func (t *tree) finish(steps []step) error {
	for _, s := range steps {
		err := t.take(s)
		if err == nil {
			continue
		}
		if errors.Is(err, errCrash) {
			return err
		}
		err = t.explain(string(s.verb), s.path, err)
		if undoErr := t.turnBack(steps); undoErr != nil {
			if !errors.Is(undoErr, errCrash) {
				t.keep = true
				undoErr = fmt.Errorf("%w\n%w: the switch to the new pages is half done; mend the cause and build again, nothing is lost", err, undoErr)
			}
			return undoErr
		}
		return err
	}
	t.closeAbove() // or some systems keep a folder that is pruned
	for _, s := range steps {
		if s.verb == remove {
			t.prune(s.path)
		}
	}
	if err := t.do("end", "", func() error { return t.root.Remove(t.staged("journal")) }); err != nil {
		return t.explain("remove the journal", "", err)
	}
	t.discard()
	return nil
}

// take does one step, if it is not done.
func (t *tree) take(s step) error {
	fresh, old := t.kept(s)
	to := t.in(s.path)
	switch s.verb {
	case create:
		if err := t.folder(path.Dir(to)); err != nil {
			return err
		}
		err := t.do("put", s.path, func() error { return t.root.Rename(fresh, to) })
		if errors.Is(err, fs.ErrNotExist) && !t.exists(fresh) {
			return nil // put already, by the run that was stopped
		}
		return err
	case replace:
		if !t.exists(fresh) {
			return nil
		}
		if err := t.folder(path.Dir(to)); err != nil {
			return err
		}
		if !t.exists(old) {
			if err := t.do("keep", s.path, func() error { return t.keepOld(to, old) }); err != nil {
				return err
			}
		}
		return t.do("put", s.path, func() error { return t.root.Rename(fresh, to) })
	case remove:
		if t.exists(old) {
			return nil
		}
		return t.do("remove", s.path, func() error { return unlessGone(t.root.Rename(to, old)) })
	case prune:
		return t.do("prune", s.path, func() error {
			if at, err := t.root.Lstat(to); err != nil || !at.IsDir() {
				return unlessGone(err)
			}
			return t.root.Remove(to)
		})
	}
	return fmt.Errorf("unknown step %q", s.verb)
}

// folder makes a folder of the tree, if it is not there. Pages come in the
// order of their paths, so the last two folders are all that is remembered: the
// one of the page before, and the one in which that was made. From there a new
// one takes one call, and not one for each folder above it.
func (t *tree) folder(dir string) error {
	if t.made == dir {
		return nil
	}
	above, name := path.Split(dir)
	if above = path.Clean(above); t.above == nil || t.aboveName != above {
		t.closeAbove()
		if err := t.root.MkdirAll(above, 0o777); err != nil {
			return err
		}
		root, err := t.root.OpenRoot(above)
		if err != nil {
			return err
		}
		t.above, t.aboveName = root, above
	}
	if err := t.above.Mkdir(name, 0o777); err != nil {
		// It is there, or something else is.
		if err := t.root.MkdirAll(dir, 0o777); err != nil {
			return err
		}
	}
	t.made = dir
	return nil
}

func (t *tree) closeAbove() {
	if t.above != nil {
		t.above.Close()
		t.above, t.made = nil, ""
	}
}

// keepOld gives the old file a second name, so that a reader finds it until
// the new one is there; where there are no hard links it is moved.
func (t *tree) keepOld(to, old string) error {
	if t.root.Link(to, old) == nil {
		return nil
	}
	return unlessGone(t.root.Rename(to, old))
}

// turnBack marks the switch as one to be undone, then undoes it.
func (t *tree) turnBack(steps []step) error {
	t.closeAbove()
	if err := t.do("turn", "", func() error { return t.root.Rename(t.staged("journal"), t.staged("undo")) }); err != nil {
		return err
	}
	return t.undo(steps)
}

// undo takes the steps back, the last one first. A step that was never taken
// left nothing to take back.
func (t *tree) undo(steps []step) error {
	for _, s := range slices.Backward(steps) {
		if err := t.do("undo", s.path, func() error { return t.untake(s) }); err != nil {
			if errors.Is(err, errCrash) {
				return err
			}
			return t.explain("undo "+string(s.verb), s.path, err)
		}
	}
	if err := t.do("end", "", func() error { return t.root.Remove(t.staged("undo")) }); err != nil {
		return err
	}
	return nil
}

func (t *tree) untake(s step) error {
	fresh, old := t.kept(s)
	to := t.in(s.path)
	switch s.verb {
	case create:
		// Moved back, not deleted: that it is back says that this is undone.
		var err error
		if !t.exists(fresh) {
			err = unlessGone(t.root.Rename(to, fresh))
		}
		t.prune(s.path)
		return err
	case replace, remove:
		if !t.exists(old) {
			return nil
		}
		if err := t.root.MkdirAll(path.Dir(to), 0o777); err != nil {
			return err
		}
		return t.root.Rename(old, to)
	case prune:
		return t.root.MkdirAll(to, 0o777)
	}
	return nil
}

// recover finishes, or undoes, what a stopped run began, and throws away what
// one had staged that never came to its switch.
func (t *tree) recover() error {
	for _, stage := range t.stages() {
		if !t.exists(stage) {
			continue
		}
		t.stage = stage
		if err := t.settle(); err != nil {
			return err
		}
		if err := t.root.RemoveAll(stage); err != nil {
			return t.explain("remove what a stopped build left in "+stage, "", err)
		}
		t.stage = ""
	}
	return nil
}

func (t *tree) settle() error {
	for _, way := range []struct {
		file string
		run  func([]step) error
	}{{"undo", t.undo}, {"journal", t.finish}} {
		b, err := t.root.ReadFile(t.staged(way.file))
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return t.explain("read the journal", "", err)
		}
		steps, err := parseJournal(b)
		if err != nil {
			return nil // the journal was never begun upon
		}
		return way.run(steps)
	}
	return nil
}

// prune removes the folders above p that are empty now.
func (t *tree) prune(p string) {
	for dir := path.Dir(p); dir != "."; dir = path.Dir(dir) {
		at, err := t.root.Lstat(t.in(dir))
		if err == nil && (!at.IsDir() || t.root.Remove(t.in(dir)) != nil) {
			return // a file by now, or not empty
		}
	}
}

func (t *tree) exists(name string) bool {
	_, err := t.root.Lstat(name)
	return err == nil
}

func unlessGone(err error) error {
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil
	}
	return err
}
