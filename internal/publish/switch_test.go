package publish

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The trees between which every interruption is tried: all verbs, files that
// become folders and folders that become files, and foreign files.
var (
	lastTree = files{"index.html": "old", "same": "same", "gone/1/index.html": "g", "gone/2/index.html": "g",
		"turns": "file", "folds/in/a": "x", "folds/b": "y", "Case/a": "up"}
	nextTree = files{"index.html": "new!", "same": "same", "new/1/index.html": "n", "turns/index.html": "t",
		"folds": "file", "case/a": "down"}
	foreignFiles = files{"gone/mine": "m", ".git/HEAD": "ref"}
)

func with(a, b files) files {
	all := files{}
	for _, f := range []files{a, b} {
		for p, s := range f {
			all[p] = s
		}
	}
	return all
}

// failAt makes the nth change to the disk fail, and says what it was.
func failAt(n int, err error) (f fault, what func() string) {
	var mu sync.Mutex
	count, at := 0, ""
	return func(op, p string) error {
			mu.Lock()
			defer mu.Unlock()
			if count++; count == n {
				at = op + " " + p
				return err
			}
			return nil
		}, func() string {
			mu.Lock()
			defer mu.Unlock()
			return at
		}
}

func setUp(t *testing.T) string {
	dir := filepath.Join(t.TempDir(), "public")
	mustSync(t, dir, lastTree)
	put(t, dir, foreignFiles)
	return dir
}

// A run killed before any change to the disk leaves what the next run needs:
// the same pages end in the new tree, the old pages in the old one.
func TestKilledAnywhere(t *testing.T) {
	for _, then := range []struct {
		name string
		tree files
	}{{"then the same build", nextTree}, {"then the old one", lastTree}, {"then another", files{"z": "z"}}} {
		t.Run(then.name, func(t *testing.T) {
			for n := 1; ; n++ {
				dir := setUp(t)
				f, what := failAt(n, errCrash)
				_, err := sync2(t, dir, nextTree, f)
				if what() == "" {
					if n < 20 {
						t.Fatalf("only %d changes were tried", n)
					}
					return
				}
				if !errors.Is(err, errCrash) {
					t.Fatalf("killed at %s: %v", what(), err)
				}
				mustSync(t, dir, then.tree)
				if d := cmp.Diff(with(then.tree, foreignFiles), onDisk(t, dir)); d != "" {
					t.Fatalf("killed at %s (-want +got): %s", what(), d)
				}
				alone(t, dir)
			}
		})
	}
}

// A run that the machine refuses at any change leaves the last tree whole, or
// has done its work.
func TestRefusedAnywhere(t *testing.T) {
	for n := 1; ; n++ {
		dir := setUp(t)
		f, what := failAt(n, &os.PathError{Op: "x", Path: "y", Err: syscall.EIO})
		_, err := sync2(t, dir, nextTree, f)
		if what() == "" {
			break
		}
		want := lastTree
		if strings.HasPrefix(what(), "end ") {
			want = nextTree
		}
		if err == nil || !strings.Contains(err.Error(), dir) || !errors.Is(err, syscall.EIO) {
			t.Errorf("refused at %s: the error is %v", what(), err)
		}
		if d := cmp.Diff(with(want, foreignFiles), onDisk(t, dir)); d != "" {
			t.Fatalf("refused at %s (-want +got): %s", what(), d)
		}
		mustSync(t, dir, nextTree)
		alone(t, dir)
	}
}

// Undoing can be killed too.
func TestKilledWhileUndoing(t *testing.T) {
	for n := 1; ; n++ {
		dir := setUp(t)
		var mu sync.Mutex
		undone, at := 0, ""
		f := func(op, p string) error {
			mu.Lock()
			defer mu.Unlock()
			if op == "put" && p == manifestName {
				return syscall.EIO
			}
			if op == "undo" || op == "turn" || undone > 0 {
				if undone++; undone == n {
					at = op + " " + p
					return errCrash
				}
			}
			return nil
		}
		_, err := sync2(t, dir, nextTree, f)
		if at == "" {
			if n < 10 {
				t.Fatalf("only %d steps were undone", n)
			}
			return
		}
		if !errors.Is(err, errCrash) {
			t.Fatalf("killed at %s: %v", at, err)
		}
		mustSync(t, dir, lastTree)
		if d := cmp.Diff(with(lastTree, foreignFiles), onDisk(t, dir)); d != "" {
			t.Fatalf("killed at %s (-want +got): %s", at, d)
		}
		alone(t, dir)
	}
}

func TestUndoThatFailsIsFinishedLater(t *testing.T) {
	dir := setUp(t)
	_, err := sync2(t, dir, nextTree, func(op, p string) error {
		if op == "undo" || op == "put" && p == manifestName {
			return syscall.EIO
		}
		return nil
	})
	if err == nil || !strings.Contains(err.Error(), "build again, nothing is lost") {
		t.Errorf("got %v", err)
	}
	mustSync(t, dir, nextTree)
	if d := cmp.Diff(with(nextTree, foreignFiles), onDisk(t, dir)); d != "" {
		t.Error(d)
	}
	alone(t, dir)
}

func sync2(t *testing.T, dir string, f files, fail fault) (Report, error) {
	return syncWith(t.Context(), dir, pages(f), Options{}, fail)
}

// A stage that cannot be beside the tree is made in it.
func TestTreeOnItsOwnFileSystem(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	mountTmpfs(t, dir, "1m")
	mustSync(t, dir, files{"a": "1", "b/c": "2"})
	mustSync(t, dir, files{"a": "2"})
	if d := cmp.Diff(files{"a": "2"}, onDisk(t, dir)); d != "" {
		t.Error(d)
	}
	alone(t, dir)
}

func TestDiskFull(t *testing.T) {
	base := t.TempDir()
	mountTmpfs(t, base, "1m")
	dir := filepath.Join(base, "public")
	last := files{"index.html": "old"}
	mustSync(t, dir, last)
	big := files{"index.html": "new"}
	for i := range 40 {
		big[fmt.Sprintf("p%02d", i)] = strings.Repeat("x", 64<<10)
	}
	_, err := Sync(t.Context(), dir, pages(big), Options{})
	if !errors.Is(err, syscall.ENOSPC) || !strings.HasPrefix(err.Error(), dir+string(filepath.Separator)) || !strings.Contains(err.Error(), "free some space") {
		t.Errorf("got %v, want a file and what to do", err)
	}
	if d := cmp.Diff(last, onDisk(t, dir)); d != "" {
		t.Error("the last tree was hurt:", d)
	}
	alone(t, dir)
	mustSync(t, dir, files{"index.html": "new"})
}

func TestTwoRunsAtOnce(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "public")
	trees := []files{{"a": "1", "b/x": "1"}, {"a": "22", "c/y": "22"}}
	errs := make(chan error)
	for i := range 8 {
		go func() {
			_, err := Sync(t.Context(), dir, pages(trees[i%2]), Options{})
			errs <- err
		}()
	}
	for range 8 {
		must(t, <-errs)
	}
	if got := onDisk(t, dir); cmp.Diff(trees[0], got) != "" && cmp.Diff(trees[1], got) != "" {
		t.Errorf("a mixture: %v", got)
	}
}
