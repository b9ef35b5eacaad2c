package build

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/export"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// Options are what a run may be helped with; they change no byte of what
// comes out.
type Options struct {
	Memo     Memo                  // readings of earlier runs; may be nil
	Past     *Past                 // the last run of this process; may be nil
	Progress func(done, total int) // called from several goroutines; may be nil
	Wanted   Wanted
	// Kept is the way to a page as an earlier run published it, nil where that is not to
	// be had; may be nil. With it and a Past that is empty the first run may show what
	// stands there, without the Chronology.
	Kept func(path, key string) func() ([]byte, error)
}

// Wanted is what of its output a run is asked for.
type Wanted uint8

const (
	All   Wanted = iota
	Pages        // Output.Chronology may be nil
)

// Run runs the river. Its error is the context's, or one of the author's that
// leaves nothing to publish (a template that cannot be parsed, two pages at
// one address), with diagnostics of its own.
func Run(ctx context.Context, in Input, opts Options) (*Output, error) {
	names, ds := actor.Default().With(in.Actors)
	reader := Reader{Version: in.Version, Language: in.Config.Language, Extract: in.Config.Extract.Enabled,
		Gazetteer: names, Actors: in.Actors.Bytes, Memo: opts.Memo, Past: opts.Past}
	if out := reader.again(in, opts); out != nil {
		return out, nil
	}
	edits, more := chronology.ParseEdits(in.Edits)
	ds = append(ds, more...)
	lock, more := opts.Past.readLock(in.Lock)
	ds = append(ds, more...)

	readings, err := reader.readAll(ctx, in.Content, opts.Progress)
	if err != nil {
		return nil, err
	}
	ds = append(slices.Concat(in.Diagnostics, ds), diagnostics(readings)...)
	published := publishable(readings, in.Drafts)
	ds = append(ds, pictures(published, in.Static)...)

	merged := opts.Past.merge(published, in, names, chronology.Options{
		Actor: names.Lookup, Principals: in.Config.Lanes, Lock: lock, Edits: edits}, opts.Memo)
	events := merged.events
	ds = append(ds, merged.said...)
	kept := atLeast(events, in.Config.Extract.MinImportance)

	renewed := lock.Renew(events)
	view := site.Input{Config: in.Config, Events: kept, Moved: renewed.Gone(), Articles: articles(published),
		Theme: theme.New(in.Layers), Actor: names.Lookup, Now: now(in, published), Version: in.Version,
		CardFont: in.Font, Past: opts.Past.layout(), Looks: opts.Past.look()}
	view.Imprints = merged.imprintsOf(kept, view.Past)
	lines := renewed.Bytes()
	pages, more, err := site.Pages(view)
	if err != nil {
		return nil, err
	}
	opts.Past.keepMerged(merged, view.Past, published, in, lines, opts.Memo)
	if opts.Past == nil {
		chronology.LetGo(events) // no run follows
	}
	ds = append(ds, more...)
	exports, err := export.Pages(view)
	if err != nil {
		return nil, err
	}
	made := slices.Concat(pages, exports)
	if pages, err = gather(made, static(in.Static)); err != nil {
		return nil, err
	}
	source.Sort(ds)
	out := &Output{Pages: pages, Diagnostics: ds, Chronology: events, Lock: lines, Articles: len(published), Events: len(kept)}
	out.Sum = in.after(digests(readings), out.Lock).Sum
	reader.stand(in, readings, view.Past, out, made)
	return out, nil
}

// after is the input as the next run finds it if nobody changes anything: its
// files are known now, and the lock is the one that this run gave.
func (in Input) after(digests iter.Seq2[int, string], lock []byte) *Input {
	in.Content = slices.Clone(in.Content)
	for i, digest := range digests {
		in.Content[i].Digest = digest
	}
	if lock != nil {
		in.Lock.Bytes = lock
	}
	return &in
}

// digests are those of files, by number.
func digests(readings []Reading) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for i := range readings {
			if !yield(i, readings[i].Digest) {
				return
			}
		}
	}
}

// mostTogether is how many files a core takes at once, where there are many.
const mostTogether = 16

// readAll reads every file on all cores; the order of the readings is that of
// the files.
func (r *Reader) readAll(ctx context.Context, files []Content, progress func(done, total int)) ([]Reading, error) {
	out := make([]Reading, len(files))
	r.Past.begin()
	g, group := errgroup.WithContext(ctx)
	cores := runtime.GOMAXPROCS(0)
	g.SetLimit(cores)
	var mu sync.Mutex
	done, at := 0, 0
	for some := range slices.Chunk(files, min(mostTogether, 1+len(files)/(4*cores))) {
		into := out[at:]
		at += len(some)
		g.Go(func() error {
			if err := group.Err(); err != nil {
				return err
			}
			copy(into, r.ReadAll(some))
			if progress != nil {
				mu.Lock()
				done += len(some)
				progress(done, len(files))
				mu.Unlock()
			}
			return nil
		})
	}
	err := g.Wait()
	if err == nil {
		r.Past.end()
	}
	return out, err
}

func diagnostics(readings []Reading) []source.Diagnostic {
	var out []source.Diagnostic
	for _, r := range readings {
		out = append(out, r.Diagnostics...)
	}
	return out
}

// publishable leaves out what gave no article, and drafts unless they are
// asked for.
func publishable(readings []Reading, drafts bool) []Reading {
	out := make([]Reading, 0, len(readings))
	for _, r := range readings {
		if r.Article != nil && (drafts || !r.Article.Draft) {
			out = append(out, r)
		}
	}
	return out
}

// atLeast leaves out events of less importance. What the author wrote down as
// an event, and what the editor pinned, stays.
func atLeast(events []*chronology.Event, importance int) []*chronology.Event {
	out := make([]*chronology.Event, 0, len(events))
	for _, e := range events {
		explicit := slices.ContainsFunc(e.Told, func(m *event.Mention) bool { return m.DateBasis == "explicit" })
		if e.Importance >= importance || e.Pinned || explicit {
			out = append(out, e)
		}
	}
	return out
}

// articles are the published articles as the pages show them. A table is an
// article without prose: it is listed as a source, and has a page if it has
// text to show.
func articles(readings []Reading) []site.Article {
	out := make([]site.Article, 0, len(readings))
	for _, r := range readings {
		a := site.FromArticle(r.Article, r.Digest)
		if r.Body != nil {
			a.Body, a.Refs = r.Body, r.Refs
		}
		out = append(out, a)
	}
	return out
}

// now is the day that counts as today: SOURCE_DATE_EPOCH, else the newest
// article's. Nothing printed comes from the clock.
func now(in Input, readings []Reading) string {
	if in.Now != "" {
		return in.Now
	}
	day := ""
	for _, r := range readings {
		if r.Article.DCT.Known() {
			day = max(day, r.Article.DCT.String())
		}
	}
	return day
}

// static are the files that are published as they are.
func static(assets []Asset) []site.Page {
	var out []site.Page
	for _, a := range assets {
		out = append(out, site.Page{Path: a.Path, Key: a.Key, Draw: a.Read})
	}
	return out
}

// gather joins pages in the order of their paths. A static file takes the
// place of no page: two files at one address stop the build.
func gather(lists ...[]site.Page) ([]site.Page, error) {
	out := slices.Concat(lists...)
	slices.SortStableFunc(out, func(a, b site.Page) int { return strings.Compare(a.Path, b.Path) })
	var clashes []source.Diagnostic
	for i := 1; i < len(out); i++ {
		if out[i].Path == out[i-1].Path {
			clashes = append(clashes, source.Diagnostic{File: "static/" + out[i].Path, Level: source.Error,
				Problem: "a page of the site has this address", Hint: "rename the file in static/"})
		}
	}
	if len(clashes) > 0 {
		return nil, &source.Failure{Diagnostics: clashes}
	}
	return out, nil
}
