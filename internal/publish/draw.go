package publish

import (
	"bytes"
	"context"
	"errors"
	"io"
	"io/fs"
	"maps"
	"os"
	"runtime"
	"slices"
	"strconv"
	gosync "sync"
	"sync/atomic"
	"syscall"

	"golang.org/x/sync/errgroup"

	"github.com/dateline-ssg/dateline/internal/site"
)

// outcome is what is to happen to one page's file.
type outcome struct {
	entry entry
	verb  verb   // "" if the file has the right bytes
	clash string // why it cannot be written
	free  bool   // nothing lies at its path
	err   error
}

// draw looks at every page and stages those whose bytes changed. It draws on
// all processors and holds one page a processor in memory. If several pages
// fail, the error is that of the one that is drawn first.
func (t *tree) draw(ctx context.Context, pages []site.Page, old map[string]entry, progress func(done, total int)) (*plan, error) {
	d := &drawing{tree: t, old: old, moved: movedCase(pages, old)}
	d.stageOnce = gosync.OnceValue(t.openStage)
	outcomes, order := make([]outcome, len(pages)), inTurn(pages)
	var next, done atomic.Int64
	var failed atomic.Int64
	failed.Store(int64(len(pages)))
	var telling gosync.Mutex
	var g errgroup.Group
	for range min(runtime.GOMAXPROCS(0), max(len(pages), 1)) {
		g.Go(func() error {
			for {
				// Pages are taken in order, so all before a failed one have
				// been taken and the first failure is found whatever the pace.
				i := next.Add(1) - 1
				if i >= failed.Load() {
					return nil
				}
				if err := ctx.Err(); err != nil {
					return err
				}
				at := order[i]
				outcomes[at] = d.page(at, pages[at])
				if outcomes[at].err != nil {
					lower(&failed, i)
				}
				if n := done.Add(1); progress != nil {
					telling.Lock()
					progress(int(n), len(pages))
					telling.Unlock()
				}
			}
		})
	}
	if err := g.Wait(); err != nil {
		return nil, err
	}
	if i := failed.Load(); i < int64(len(pages)) {
		return nil, outcomes[order[i]].err
	}
	return t.plan(pages, outcomes, old)
}

// inTurn is the order in which pages are drawn: that of the list, but for those that are
// best drawn beside another.
func inTurn(pages []site.Page) []int {
	order, held := make([]int, 0, len(pages)), map[string][]int{}
	for i, p := range pages {
		if p.Beside != "" {
			held[p.Beside] = append(held[p.Beside], i)
		}
	}
	for i, p := range pages {
		if p.Beside == "" {
			order = append(append(order, i), held[p.Path]...)
			delete(held, p.Path)
		}
	}
	for _, path := range slices.Sorted(maps.Keys(held)) { // beside none that is there
		order = append(order, held[path]...)
	}
	return order
}

// lower sets v to i if that is less.
func lower(v *atomic.Int64, i int64) {
	for {
		was := v.Load()
		if i >= was || v.CompareAndSwap(was, i) {
			return
		}
	}
}

// drawing is what all pages of a run share while they are drawn.
type drawing struct {
	tree      *tree
	old       map[string]entry
	moved     map[string]bool
	stageOnce func() error
}

// movedCase is the set of new paths that differ from one of the last run only
// by case. Where case is ignored the old file would be taken for the new one.
func movedCase(pages []site.Page, old map[string]entry) map[string]bool {
	current := make(map[string]bool, len(pages))
	for _, p := range pages {
		current[p.Path] = true
	}
	gone := map[string]bool{}
	for p := range old {
		if !current[p] {
			gone[fold(p)] = true
		}
	}
	moved := map[string]bool{}
	if len(gone) == 0 {
		return moved
	}
	for _, p := range pages {
		if _, kept := old[p.Path]; !kept && gone[fold(p.Path)] {
			moved[p.Path] = true
		}
	}
	return moved
}

// page decides on page i and stages its bytes if they are to be written.
func (d *drawing) page(i int, p site.Page) outcome {
	was, ours := d.old[p.Path]
	at, err := os.Lstat(d.tree.disk(p.Path))
	if d.moved[p.Path] {
		at, err = nil, fs.ErrNotExist
	}
	switch {
	case errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR):
		at = nil
	case err != nil:
		return outcome{err: d.tree.explain("read", p.Path, err)}
	case ours && at.Mode().IsRegular() && at.Size() == was.size && was.key == p.Key:
		return outcome{entry: was}
	}
	b, err := p.Draw()
	if err != nil {
		return outcome{err: err}
	}
	if p.Release != nil {
		defer p.Release(b)
	}
	o := outcome{entry: entry{p.Key, int64(len(b))}, verb: create, free: at == nil && !d.moved[p.Path]}
	if at != nil && at.Mode().IsRegular() {
		same, err := d.same(p.Path, at, b)
		switch {
		case err != nil:
			return outcome{err: err}
		case same:
			o.verb = ""
			return o
		}
		o.verb = replace
	}
	if at != nil && !at.IsDir() && (!ours || !at.Mode().IsRegular()) {
		o.clash = "a page is to go here, but Dateline did not write this file; move it away, or put it in static/"
		return o
	}
	o.err = d.stage(i, p.Path, b)
	return o
}

// same reports whether the file on disk holds b.
func (d *drawing) same(p string, at fs.FileInfo, b []byte) (bool, error) {
	if at.Size() != int64(len(b)) {
		return false, nil
	}
	f, err := os.Open(d.tree.disk(p))
	if err != nil {
		return false, d.tree.explain("read", p, err)
	}
	defer f.Close()
	room := make([]byte, 1<<16) // a page may be of many megabytes, and mostly differs near its beginning
	for len(b) > 0 {
		n := min(len(b), len(room))
		switch _, err := io.ReadFull(f, room[:n]); {
		case err == io.EOF || err == io.ErrUnexpectedEOF: // it has become shorter
			return false, nil
		case err != nil:
			return false, d.tree.explain("read", p, err)
		case !bytes.Equal(room[:n], b[:n]):
			return false, nil
		}
		b = b[n:]
	}
	return true, nil
}

func (d *drawing) stage(i int, p string, b []byte) error {
	if err := d.stageOnce(); err != nil {
		return err
	}
	return d.tree.stageFile(i, p, b)
}

// stageFile keeps the new bytes of step n.
func (t *tree) stageFile(n int, p string, b []byte) error {
	err := t.do("write", p, func() error {
		return t.fresh.WriteFile(strconv.Itoa(n), b, 0o666)
	})
	if err != nil {
		return t.explain("write", p, err)
	}
	return nil
}
