package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2/maybe"
	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/project"
	"github.com/dateline-ssg/dateline/internal/publish"
	"github.com/dateline-ssg/dateline/internal/source"
)

// building is the flags of build.
type building struct {
	siteFlags
	output           string
	strictly, locked bool
}

func buildCommand(s streams) *cobra.Command {
	var f building
	c := &cobra.Command{
		Use:   "build",
		Short: "Build the site into public/",
		Long: `Builds the site into public/. A build that fails or is interrupted leaves the
last good site whole. Only files whose bytes changed are written, and only
files that an earlier build wrote are deleted.

An article with an error is left out and the rest is published (exit 1); an
error in a template or in dateline.toml publishes nothing. The ids of events
are kept in events.lock beside dateline.toml; keep that file in git.`,
		Example: `  dateline build
  dateline build --base-url https://NAME.github.io/REPO/`,
		Args: exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, args []string) error { return f.build(c.Context(), s) },
	}
	f.add(c)
	c.Flags().BoolVar(&f.cleanCache, "clean-cache", false, "read every article afresh")
	c.Flags().BoolVar(&f.rehash, "rehash", false, "look into every file, also where its size and times say that it is as it was")
	c.Flags().StringVar(&f.output, "output", "", "where to write the site (default public/ in the site's folder)")
	c.Flags().BoolVar(&f.strictly, "strict", false, "treat warnings as errors")
	c.Flags().BoolVar(&f.locked, "locked", false, "never write events.lock, and say when it is stale (always so with CI=true)")
	return c
}

// build builds the site and publishes it, unless it stands as it would be.
func (f *building) build(ctx context.Context, s streams) error {
	out := outputFolder(f.source, f.output)
	if err := project.CheckOutput(f.source, out); err != nil {
		return err
	}
	f.findCache(s.err)
	grow(listing)
	in, err := f.load()
	if err != nil {
		return err
	}
	if last, files := f.stands(&in, out); last != nil {
		p := newPrinter(s.err)
		p.print(last.Diagnostics)
		if f.strictly && p.warned > 0 {
			return refused(s, p)
		}
		f.keepStamps(s.err)
		sayBuilt(s, out, last.Articles, last.Events, publish.Report{Unchanged: files})
		return p.status(rigour(f.strictly))
	}
	memo := f.openCache(s.err)
	built, p, err := f.run(ctx, s, in, memo, build.Pages)
	if err != nil {
		return err
	}
	if f.strictly && p.warned > 0 {
		return refused(s, p)
	}
	bar := newProgress(s.err, "writing")
	report, err := publish.Sync(ctx, out, built.Pages, publish.Options{Progress: bar.update})
	bar.done()
	if err != nil {
		return err
	}
	if err := memo.Close(); err != nil {
		fmt.Fprintf(s.err, "dateline: %v\n", err)
	}
	for _, w := range report.Warnings {
		fmt.Fprintln(s.err, "dateline: "+w)
	}
	if writeLock(s, filepath.Join(f.source, "events.lock"), built.Lock, f.locked || os.Getenv("CI") == "true") {
		f.keepBuild(built, out, report.Tree, s.err)
	}
	f.keepStamps(s.err)
	sayBuilt(s, out, built.Articles, built.Events, report)
	return p.status(rigour(f.strictly))
}

// sayBuilt is the one line that a build writes to standard output.
func sayBuilt(s streams, out string, articles, events int, r publish.Report) {
	fmt.Fprintf(s.out, "%s: %s from %s; %s written, %d unchanged, %d deleted\n", out,
		count(events, "event"), count(articles, "article"), count(r.Written, "file"), r.Unchanged, r.Deleted)
}

// refused says that warnings kept a strict build from being published.
func refused(s streams, p *printer) error {
	fmt.Fprintf(s.err, "dateline: nothing published: %s, and --strict makes each an error\n", count(p.warned, "warning"))
	return status(statusSite)
}

// writeLock keeps the ids of events, if they changed, and reports whether they
// are kept now. A folder that cannot be written is worth a word, and no error.
func writeLock(s streams, path string, lock []byte, locked bool) bool {
	old, err := os.ReadFile(path)
	if lock == nil || err == nil && bytes.Equal(old, lock) || os.IsNotExist(err) && len(lock) == 0 {
		return true
	}
	if locked {
		was, _ := chronology.ParseLock(source.File{Bytes: old})
		if bytes.Equal(was.Bytes(), lock) {
			return true // as a merge of two branches has left it: lines in another order, or twice
		}
		fmt.Fprintf(s.err, "%s: the ids of events are not all kept here; build once without --locked and commit the file\n", path)
		return false
	}
	if err := maybe.WriteFile(path, lock, 0o644); err != nil {
		fmt.Fprintf(s.err, "%s: the ids of events cannot be kept: %v; permalinks may change when articles do\n", path, err)
		return false
	}
	if os.IsNotExist(err) {
		attributes(filepath.Dir(path))
	}
	return true
}

// attributes tells git how two branches with new events are merged, with the
// first events.lock of a folder, where nothing is told it yet. That it cannot be
// written is no matter: git then asks.
func attributes(dir string) {
	f, err := os.OpenFile(filepath.Join(dir, ".gitattributes"), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return
	}
	defer f.Close()
	f.WriteString("events.lock merge=union\n")
}

// count is "1 event", "2 events".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
