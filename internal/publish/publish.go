// Package publish makes a folder hold exactly a tree of pages.
//
// What comes in is the list of pages of a finished build; what goes out is
// the folder, and a report of what was done to it. Promised:
//
//   - Only files whose bytes changed are written, and a page is drawn only if
//     its key says that it may have changed.
//   - Only files that an earlier run wrote are deleted. Files of others stay;
//     one that stands where a page is to go stops the run before anything is
//     changed.
//   - A run that fails, is cancelled or is killed leaves the last good tree
//     whole, or leaves a journal by which the next run finishes the switch.
//   - Equal pages give equal bytes, the manifest included.
//
// The manifest (see manifest.go) says what was written. The journal (see
// journal.go) says what is being switched. Pages are staged outside the tree
// and renamed into it when all of them have been drawn.
//
// Nothing is flushed to the device: after a power failure a renamed file can
// be found empty, and since the manifest knows its size it is drawn again.
package publish

import (
	"context"
	"errors"
	"fmt"

	"github.com/dateline-ssg/dateline/internal/site"
)

// Options are what a caller may want to differ; the zero value is right.
type Options struct {
	// Progress, if set, is told how many of the pages are looked after. It is
	// called from one goroutine at a time.
	Progress func(done, total int)
}

// Report is what a run did. The manifest is not counted.
type Report struct {
	Written   int      // files made or replaced
	Unchanged int      // files that had the right bytes already
	Deleted   int      // files of the last manifest that are no longer pages
	Bytes     int64    // size of the whole tree
	Tree      string   // what Whole says of it
	Warnings  []string // what the user should know though all went well
}

// Limits of a site on GitHub Pages, in bytes: the tree may be 1 GB, and we say
// so a little before.
const (
	pagesLimit = 1_000_000_000
	nearLimit  = 900_000_000
)

// Sync makes the folder dir hold exactly pages, besides the files of others.
// The folder is made if there is none. An interrupted run is finished first.
//
// If two pages cannot both be written, or a foreign file is in the way, the
// error is a *source.Failure; if the machine refuses (disk full, no permission)
// it names the file. In every case but a failed undo, which says so, the last
// good tree is whole.
func Sync(ctx context.Context, dir string, pages []site.Page, opts Options) (Report, error) {
	return syncWith(ctx, dir, pages, opts, nil)
}

// syncWith is Sync with a fault that tests put before each change to the disk.
func syncWith(ctx context.Context, dir string, pages []site.Page, opts Options, fault fault) (Report, error) {
	if err := checkPaths(pages); err != nil {
		return Report{}, err
	}
	t, err := openTree(ctx, dir, fault)
	if err != nil {
		return Report{}, err
	}
	defer t.close()
	if err := t.recover(); err != nil {
		return Report{}, err
	}
	old, err := t.readManifest()
	if err != nil {
		return Report{}, err
	}
	p, err := t.draw(ctx, pages, old, opts.Progress)
	if err == nil {
		err = t.commit(ctx, p)
	}
	if err != nil {
		if !errors.Is(err, errCrash) {
			t.discard()
		}
		return Report{}, err
	}
	return p.report(), nil
}

func (p *plan) report() Report {
	r := Report{Written: p.written, Unchanged: len(p.next) - p.written, Deleted: len(p.gone), Tree: p.tree}
	for _, e := range p.next {
		r.Bytes += e.size
	}
	if r.Bytes >= nearLimit {
		r.Warnings = append(r.Warnings, fmt.Sprintf(
			"the site is %.2f GB; GitHub Pages takes %.0f GB at most: publish events as anchors, or link articles instead of showing them whole",
			float64(r.Bytes)/1e9, float64(pagesLimit)/1e9))
	}
	return r
}
