package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"
	"github.com/zeebo/xxh3"

	dateline "github.com/dateline-ssg/dateline"
	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/cache"
	"github.com/dateline-ssg/dateline/internal/project"
	"github.com/dateline-ssg/dateline/internal/source"
)

// siteFlags are the flags of every command that reads a site.
type siteFlags struct {
	source     string
	baseURL    string
	drafts     bool
	cleanCache bool
	rehash     bool            // believe no stamp
	cache      string          // the folder of the cache; "" for none
	stamps     *project.Stamps // what is known of the files; nil: they are read
	exports    []string        // formats to make whatever the configuration says; nil: as it says
}

func (f *siteFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.source, "source", ".", "the site's folder")
	c.Flags().StringVar(&f.baseURL, "base-url", "", "where the site will be, instead of baseURL in dateline.toml")
	c.Flags().BoolVar(&f.drafts, "drafts", false, "read drafts too")
}

// options are those with which the site is loaded.
func (f *siteFlags) options() project.Options {
	return project.Options{Builtin: dateline.Assets, BaseURL: f.baseURL, Drafts: f.drafts, Stamps: f.stamps}
}

// load is the site on disk.
func (f *siteFlags) load() (build.Input, error) {
	in, err := project.Load(f.source, f.options())
	in.Version = ownPrint()
	if f.exports != nil {
		in.Config.Publish.Exports = f.exports
	}
	return in, err
}

// findCache finds the site's cache, and what it knows of the files. A cache
// that cannot be had is a word on standard error, and no error: it saves time
// and nothing else.
func (f *siteFlags) findCache(err io.Writer) {
	dir, problem := cache.Dir(f.source)
	if problem == nil && f.cleanCache {
		problem = cache.Clean(dir)
	}
	if problem != nil {
		fmt.Fprintf(err, "dateline: %v; going on without it\n", problem)
	} else {
		f.cache = dir
	}
	f.recallStamps()
}

// openCache opens the readings in the cache that was found.
func (f *siteFlags) openCache(err io.Writer) *cache.Cache {
	if f.cache == "" {
		return nil
	}
	c, problem := cache.Open(f.cache)
	if problem != nil {
		fmt.Fprintf(err, "dateline: %v; going on without it\n", problem)
		f.cache = ""
		return nil
	}
	c.Say = func(problem string) { fmt.Fprintln(err, "dateline: "+problem) }
	if c.Warning != "" {
		c.Say(c.Warning)
	}
	return c
}

// ownPrint is the fingerprint, made once.
var ownPrint = sync.OnceValue(fingerprint)

// fingerprint stands for the program with all its rules and templates: the
// hash of the running file. Readings and pages of another program are never
// taken for its own.
func fingerprint() string {
	path, err := os.Executable()
	if err != nil {
		return version()
	}
	f, err := os.Open(path)
	if err != nil {
		return version()
	}
	defer f.Close()
	h := xxh3.New()
	if _, err := io.Copy(h, f); err != nil {
		return version()
	}
	return fmt.Sprintf("%016x", h.Sum64())
}

// stopped turns what stops a whole build (a wrong configuration, a broken
// template, two pages at one address) into diagnostics; any other error is
// the machine's.
func stopped(err error) ([]source.Diagnostic, bool) {
	var f *source.Failure
	if errors.As(err, &f) {
		return f.Diagnostics, true
	}
	return nil, false
}

// run builds what was loaded, in memory, and prints what there is to say.
func (f *siteFlags) run(ctx context.Context, s streams, in build.Input, memo build.Memo, wanted build.Wanted) (*build.Output, *printer, error) {
	bar := newProgress(s.err, "reading")
	waits := await(f.cache)
	if !waits {
		grow(patient)
	}
	out, err := runUntil(ctx, in, build.Options{Memo: memo, Wanted: wanted, Progress: func(done, total int) {
		if bar.update(done, total); done < total {
			return
		}
		bar.wait("merging")
		if !waits {
			grow(thrifty)
			bound()
		}
	}})
	bar.done()
	if err != nil {
		return nil, nil, err
	}
	p := newPrinter(s.err)
	p.print(out.Diagnostics)
	return out, p, nil
}

// runUntil is build.Run that returns as soon as ctx is done. What goes on
// behind it is thrown away: it is memory and nothing else.
func runUntil(ctx context.Context, in build.Input, opts build.Options) (*build.Output, error) {
	var out *build.Output
	done := make(chan error, 1)
	go func() {
		o, err := build.Run(ctx, in, opts)
		out = o
		done <- err
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case err := <-done:
		return out, err
	}
}

// outputFolder is where the site is written: the flag, else public/ in the
// site's folder.
func outputFolder(source, output string) string {
	if output == "" {
		return filepath.Join(source, "public")
	}
	return output
}
