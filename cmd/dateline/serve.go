package main

import (
	"bytes"
	"context"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/cli/browser"
	"github.com/spf13/cobra"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/cache"
	"github.com/dateline-ssg/dateline/internal/preview"
	"github.com/dateline-ssg/dateline/internal/project"
	"github.com/dateline-ssg/dateline/internal/publish"
	"github.com/dateline-ssg/dateline/internal/source"
	"github.com/dateline-ssg/dateline/internal/theme"
	"github.com/dateline-ssg/dateline/internal/watch"
)

func serveCommand(s streams) *cobra.Command {
	var f siteFlags
	var addr string
	var open, editing bool
	var poll time.Duration
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the site in the browser, and reload it whenever a file is saved",
		Long: `Builds the site in memory, shows it under the path of its base URL, watches
content, static, templates, themes and the configuration, and reloads the
browser after each change. An error is shown over the last good page. Nothing
is written. Only this machine is answered, unless --addr says otherwise. Of a
large site that has been built the pages in public/ are shown, at once, until
a change makes others of them.

With --edit every event has buttons to hide, pin, change, merge and split it;
each decision is an entry in edits.toml that can be taken back (see dateline
help edit), and the ids of events are kept in events.lock. Then only this
machine is ever answered. Nothing of it is published.`,
		Args: exactly(0, "no arguments"),
		RunE: func(c *cobra.Command, args []string) error {
			return serve(c.Context(), s, &f, serveOptions{addr: addr, open: open, poll: poll, edit: editing})
		},
	}
	f.add(c)
	c.Flags().StringVar(&addr, "addr", "127.0.0.1:1313", "address to listen at; port 0 takes a free one")
	c.Flags().BoolVar(&editing, "edit", false, "edit the events on their pages")
	c.Flags().BoolVar(&open, "open", false, "open the page in the browser")
	c.Flags().DurationVar(&poll, "poll", 0, "look at all files at this interval instead of waiting for events (network drives, containers)")
	return c
}

type serveOptions struct {
	addr string
	open bool
	poll time.Duration
	edit bool
}

// serve builds, shows, and builds again after each change, until ctx is done.
func serve(ctx context.Context, s streams, f *siteFlags, opts serveOptions) error {
	// Watch first: what changes while the first build runs is not missed.
	changes, err := watch.Watch(ctx, f.source, watch.Options{Poll: opts.poll,
		Notice: func(text string) { fmt.Fprintln(s.err, "dateline: "+text) }})
	if err != nil {
		return err
	}
	f.findCache(s.err)
	in, loadErr := f.load()
	base := in.Config.BaseURL
	if loadErr != nil {
		base = f.baseURL
	}
	r := rebuilder{streams: s, flags: f, opened: true}
	shown := preview.Options{BaseURL: base, Addr: opts.addr}
	if opts.edit {
		shown.Edit = r.editing(ctx)
		r.lockFile = filepath.Join(f.source, "events.lock")
	}
	server, err := preview.New(shown)
	if err != nil {
		return usageError{err}
	}
	listener, err := server.Listen()
	if err != nil {
		return err
	}
	r.server, r.memo = server, f.openCache(s.err)
	if !opts.edit && f.cache != "" && cache.NoteSize(f.cache, build.ArchiveNote) > small {
		r.kept = publish.LookAt(outputFolder(f.source, "")).Find
	}
	r.rebuild(ctx, nil)
	address := server.URL(listener)
	fmt.Fprintf(s.out, "%s\n", address)
	if terminal(s.out) {
		fmt.Fprintln(s.out, "reloads when a file is saved; Ctrl-C ends it")
	}
	if opts.open {
		if err := browser.OpenURL(address); err != nil {
			fmt.Fprintf(s.err, "dateline: cannot open the browser: %v\n", err)
		}
	}
	go r.follow(ctx, changes)
	err = server.Serve(ctx, listener)
	r.close()
	return err
}

// small is how many bytes the archive of a site has that is opened when its preview
// begins. One of a larger site stays closed until something else is told than the last
// build told: until then the pages are shown that this has published.
var small int64 = 8 << 20

// rebuilder makes the newest tree and gives it to the server.
type rebuilder struct {
	streams
	flags  *siteFlags
	server *preview.Server
	memo   build.Memo
	past   build.Past                                    // of the last build
	loaded *build.Input                                  // the site as it was found last; nil where all of it is to be looked at
	kept   func(path, key string) func() ([]byte, error) // see small; nil where all is to be opened

	mu       sync.Mutex // held while the site is built and shown
	last     string     // the problems said last, so that they are not repeated
	base     string     // the base URL said last to be not the one shown
	shown    *build.Output
	edits    *source.File // edits.toml in the build that is shown; nil where a newer one failed
	tried    source.File  // edits.toml in the last build
	words    *theme.Words // of the site's language; nil where it has never been built
	lockFile string       // where ids are kept while events are edited; "" for nowhere
	lock     []byte       // what was kept last
	opening  sync.Once    // done by the first build that goes all the way
	worked   bool         // a build went all the way since the preview came to rest
	opened   bool         // memory was taken by the last build, or the start, that nothing needs any more
}

// awhile is how long nobody must save for the preview to come to rest: who types saves
// more often, and waits for none of it.
const awhile = 10 * time.Second

// follow builds again after each change, and comes to rest when there is none for a
// while.
func (r *rebuilder) follow(ctx context.Context, changes <-chan watch.Change) {
	r.settle()
	var idle <-chan time.Time
	for {
		select {
		case change, ok := <-changes:
			if !ok {
				return
			}
			r.rebuild(ctx, change.Paths)
			r.settle()
			idle = time.After(awhile)
		case <-idle:
			r.rest()
		}
	}
}

// rest gives back what building took and the next change makes again, if a build went
// all the way since the last rest: any other takes little.
func (r *rebuilder) rest() {
	r.mu.Lock()
	worked := r.worked
	r.worked = false
	if worked {
		r.past.Rest()
	}
	r.mu.Unlock()
	if worked {
		rest()
	}
}

// settle makes what the next change needs, once the site is shown, and gives back what
// was needed to open it.
func (r *rebuilder) settle() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.past.Prepare()
	if r.opened {
		r.opened = false
		go rest()
	}
}

// open makes room for the first build that goes all the way. Builds that do call it, one
// goroutine at a time.
func (r *rebuilder) open() {
	r.worked = true
	r.opening.Do(func() {
		r.opened = true
		if !await(r.flags.cache) {
			grow(patient)
		}
	})
}

// rebuild builds the site after paths have changed (nil: for the first time).
func (r *rebuilder) rebuild(ctx context.Context, paths []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.wrote(paths) {
		r.loaded = nil
		return
	}
	start := time.Now()
	changed := r.renew(ctx, paths)
	if terminal(r.err) && paths != nil && changed != nil {
		fmt.Fprintf(r.err, "%s: %s in %d ms\n", strings.Join(paths, ", "), count(len(changed), "changed page"), time.Since(start).Milliseconds())
	}
}

// wrote reports whether all that has changed is edits.toml, and that to what is
// shown: a decision was shown when it was written.
func (r *rebuilder) wrote(paths []string) bool {
	if r.edits == nil || !slices.Equal(paths, []string{"edits.toml"}) {
		return false
	}
	f, err := project.Edits(r.flags.source)
	return err == nil && bytes.Equal(f.Bytes, r.edits.Bytes)
}

// renew builds the site after paths have changed and shows it, or what is wrong with it;
// it returns the paths of pages that changed, nil if it could not be built.
func (r *rebuilder) renew(ctx context.Context, paths []string) []string {
	out, err := r.build(ctx, paths, nil)
	if ctx.Err() != nil {
		return nil
	}
	if err != nil {
		ds, ok := stopped(err)
		if !ok {
			ds = []source.Diagnostic{{Level: source.Error, Problem: err.Error()}}
		}
		r.say(ds)
		r.server.Fail(ds)
		r.edits = nil
		return nil
	}
	return r.show(out)
}

// load is the site on disk, of which paths have changed since it was found last; nil for
// what is not known.
func (r *rebuilder) load(paths []string) (build.Input, error) {
	if r.loaded != nil && paths != nil {
		if in, ok := project.Again(*r.loaded, r.flags.source, paths, r.flags.options()); ok {
			r.loaded = &in
			return in, nil
		}
	}
	in, err := r.flags.load()
	if r.loaded = &in; err != nil {
		r.loaded = nil
	} else if r.kept != nil {
		readChanged(&in) // what was written just before it was read may still be as it was
	}
	return in, err
}

// build builds the site as it is on disk, as load finds it; with edits in place of its
// own, if they are given.
func (r *rebuilder) build(ctx context.Context, paths []string, edits *source.File) (*build.Output, error) {
	in, err := r.load(paths)
	if err != nil {
		return nil, err
	}
	in.Config.BaseURL = r.underBase(in.Config.BaseURL)
	if edits != nil {
		in.Edits = *edits
	}
	r.tried = in.Edits
	if words, err := theme.New(in.Layers).Words(in.Config.Language); err == nil {
		r.words = words
	} // otherwise the build says what is wrong with them
	return build.Run(ctx, in, build.Options{Memo: r.memo, Past: &r.past, Kept: r.kept, Progress: func(int, int) { r.open() }})
}

// show makes what was built the tree that is shown.
func (r *rebuilder) show(out *build.Output) []string {
	r.say(out.Diagnostics)
	if r.lockFile != "" && !bytes.Equal(r.lock, out.Lock) {
		r.lock = out.Lock
		writeLock(r.streams, r.lockFile, out.Lock, os.Getenv("CI") == "true")
	}
	edits := r.tried
	r.shown, r.edits = out, &edits
	return r.server.Show(out.Pages, out.Diagnostics)
}

// underBase is the base URL to build with. The address that the browser is at
// cannot change under it: another path counts from the next start.
func (r *rebuilder) underBase(wanted string) string {
	shown := r.server.Base()
	u, err := url.Parse(wanted)
	if err != nil || strings.TrimRight(u.Path, "/")+"/" == shown {
		r.base = ""
		return wanted
	}
	if r.base != wanted {
		r.base = wanted
		fmt.Fprintf(r.err, "dateline: the base URL is %s now; the preview stays under %s until it is started again\n", wanted, shown)
	}
	u.Path = shown
	return u.String()
}

// say prints diagnostics that are not those said last.
func (r *rebuilder) say(ds []source.Diagnostic) {
	var b strings.Builder
	for _, d := range ds {
		b.WriteString(d.String() + "\n")
	}
	if b.String() == r.last {
		return
	}
	r.last = b.String()
	newPrinter(r.err).print(ds)
}

// close keeps what was read for the next run.
func (r *rebuilder) close() {
	r.flags.keepStamps(r.err)
	if r.mu.TryLock() { // nobody waits for a build that nobody will see
		r.past.Keep()
		r.mu.Unlock()
	}
	if c, ok := r.memo.(interface{ Close() error }); ok {
		if err := c.Close(); err != nil {
			fmt.Fprintf(r.err, "dateline: %v\n", err)
		}
	}
}
