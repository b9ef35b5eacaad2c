package build

import (
	"context"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// stood is how the last build stands, with the ways to what of it is not at hand.
type stood struct {
	*standing
	made       []site.Page         // but static files
	chronology []*chronology.Event // nil where another process knows it
	excerpt    func(*stands) (excerpt, bool)
	by         string // what Of is with the lock by which it was built: a preview keeps none
	lock       []byte
	held       bool // the memo keeps all of this for the next run
}

// mostAgain is how many texts may have changed: for each page that is laid out alone all
// terms and addresses of the site are looked up.
const mostAgain = 16

// again is the output where nothing is told that was not told the last time, nil where
// something is, or that is not known.
func (r *Reader) again(in Input, opts Options) *Output {
	if r.Memo == nil || in.Version == "" {
		return nil
	}
	last := r.lastStood(in, opts)
	if last == nil || len(last.Files) != len(in.Content) {
		return nil
	}
	if of := in.around(); of == last.Of {
		last.lock = in.Lock.Bytes
	} else if of != last.by {
		return nil
	}
	alone := *r
	alone.Past = nil // which holds what all files tell, or nothing
	now, ok := alone.changed(in, last)
	if !ok {
		return nil
	}
	made, looks := slices.Clone(last.made), r.Past.look()
	for i, reading := range now {
		if published := reading.Article != nil && (in.Drafts || !reading.Article.Draft); !published {
			continue
		}
		page, ok := alone.layOut(in, last, i, now, looks)
		if !ok {
			return nil
		}
		at, ok := slices.BinarySearchFunc(made, page.Path, comparePath)
		if !ok {
			return nil
		}
		made[at] = page
	}
	return r.standAgain(in, last, now, made)
}

// lastStood is how the last run stands: the one of this process, or of another where
// pages are kept or no chronology is asked for. nil where that is not known.
func (r *Reader) lastStood(in Input, opts Options) *stood {
	if r.Past != nil && (r.Past.stood != nil || opts.Kept == nil) {
		return r.Past.stood
	}
	if r.Past == nil && opts.Wanted == All {
		return nil
	}
	return r.recallStood(in, opts.Kept)
}

// changed are the readings of the files that are others than they were, by number;
// false where one tells something else, or they are too many.
func (r *Reader) changed(in Input, last *stood) (map[int]Reading, bool) {
	now := map[int]Reading{}
	for i, c := range in.Content {
		f := &last.Files[i]
		if c.Path != f.Path {
			return nil, false
		}
		if c.Digest == f.Digest && c.Digest != "" {
			continue
		}
		if len(now) == mostAgain {
			return nil, false
		}
		reading := r.Read(c)
		if reading.Told == "" || reading.Told != f.Told || !last.apart(i, printsOf(reading)) {
			return nil, false
		}
		now[i] = reading
	}
	return now, true
}

// apart reports whether the document of a file is nobody's copy, neither as it was nor
// with the fingerprint that it has now.
func (s *standing) apart(i int, now []string) bool {
	was := s.Files[i].Prints
	if slices.Equal(was, now) {
		return true
	}
	if len(was) != 1 || len(now) != 1 {
		return false
	}
	copied := chronology.CopiesOf(was[0], now[0])
	for j := range s.Files {
		if j != i && slices.ContainsFunc(s.Files[j].Prints, copied) {
			return false
		}
	}
	return true
}

// layOut lays out the page of the article in a file alone; false where that cannot be.
func (r *Reader) layOut(in Input, last *stood, i int, now map[int]Reading, looks *site.Looks) (site.Page, bool) {
	f := &last.Files[i]
	x, ok := last.excerpt(f)
	if !ok {
		return site.Page{}, false
	}
	readings := []Reading{now[i]}
	for _, path := range x.paths() {
		j, ok := last.file(path)
		if !ok {
			return site.Page{}, false
		}
		if reading, is := now[j]; j != i && is {
			readings = append(readings, reading)
		} else if j != i {
			c := in.Content[j]
			c.Digest = last.Files[j].Digest
			readings = append(readings, r.Read(c))
		}
	}
	of, ok := mentionsIn(readings).read(&x)
	if !ok {
		return site.Page{}, false
	}
	page, rest, err := site.Alone(site.Input{Config: in.Config, Articles: articles(publishable(readings, in.Drafts)), Theme: theme.New(in.Layers),
		Actor: r.Gazetteer.Lookup, Now: last.Now, Version: in.Version, CardFont: in.Font, Looks: looks}, last.Rest, of, f.Path)
	return page, err == nil && string(rest[:]) == f.Rest
}

// file is the number of a file, which stand in order of their paths.
func (s *standing) file(path string) (int, bool) {
	return slices.BinarySearchFunc(s.Files, path, func(f stands, path string) int { return strings.Compare(f.Path, path) })
}

// standAgain is the output of a build that stands as the last one but for the pages of
// some files; the next one stands as this.
func (r *Reader) standAgain(in Input, last *stood, now map[int]Reading, made []site.Page) *Output {
	pages, err := gather(made, static(in.Static))
	if err != nil {
		return nil
	}
	s := *last.standing
	s.Files = slices.Clone(s.Files)
	for i, reading := range now {
		f := &s.Files[i]
		f.Digest, f.Key, f.Prints = reading.Digest, r.key(f.Path, reading.Digest), printsOf(reading)
	}
	out := &Output{Pages: pages, Diagnostics: s.Said, Chronology: last.chronology, Lock: last.lock, Articles: s.Articles, Events: s.Events}
	out.Sum = in.after(func(yield func(int, string) bool) {
		for i := range s.Files {
			if !yield(i, s.Files[i].Digest) {
				return
			}
		}
	}, last.lock).Sum
	if !last.held {
		s.hold(r.Memo)
	}
	if r.Past != nil {
		r.Past.stood = &stood{&s, made, last.chronology, last.excerpt, last.by, last.lock, true}
		return out
	}
	s.pages(made)
	s.note(r.Memo)
	return out
}

// hold has a memo keep the readings and the excerpts on which this stands.
func (s *standing) hold(memo Memo) {
	for i := range s.Files {
		memo.Hold(s.Files[i].Key)
		if rest := s.Files[i].Rest; rest != "" {
			memo.Hold(excerptKey(site.Imprint([]byte(rest))))
		}
	}
}

// recallStood is how the last build of another process stands; nil if it is to be shown as
// it is kept, and is not. A page that this one does not lay out, and that is to be drawn
// after all, is drawn by a build that goes all the way.
func (r *Reader) recallStood(in Input, kept func(path, key string) func() ([]byte, error)) *stood {
	s := &standing{}
	whole := false
	r.Memo.Recall(StandingNote, func(note []byte) {
		b := unguarded(note)
		whole = b != nil && unmarshal(b, s) == nil && len(s.Pages) == len(s.Keys)
	})
	if !whole {
		return nil
	}
	memo := r.Memo
	pages := sync.OnceValues(func() ([]site.Page, error) {
		out, err := Run(context.Background(), in, Options{Memo: memo})
		if err != nil {
			return nil, err
		}
		return out.Pages, nil
	})
	last := &stood{standing: s, made: make([]site.Page, len(s.Pages))}
	for i, path := range s.Pages {
		var read func() ([]byte, error)
		if kept != nil {
			if read = kept(path, s.Keys[i]); read == nil {
				return nil
			}
		}
		last.made[i] = site.Page{Path: path, Key: s.Keys[i], Draw: func() ([]byte, error) {
			if read != nil {
				if b, err := read(); err == nil {
					return b, nil
				}
			}
			pages, err := pages()
			if err != nil {
				return nil, err
			}
			at, ok := slices.BinarySearchFunc(pages, path, comparePath)
			if !ok {
				return nil, errMemo
			}
			return pages[at].Draw()
		}}
	}
	last.excerpt = func(f *stands) (x excerpt, ok bool) {
		if len(f.Rest) == len(site.Imprint{}) {
			memo.Get(excerptKey(site.Imprint([]byte(f.Rest))), func(b []byte) { ok = unmarshal(b, &x) == nil })
		}
		return x, ok
	}
	return last
}

// excerpt is what the page of an article shows of the last run that went all the way.
func (p *Past) excerpt(f *stands) (excerpt, bool) {
	take, _, ok := p.site.Excerpt(f.Path)
	if !ok {
		return excerpt{}, false
	}
	return mentionsOf(func(path string) []event.Mention { return p.merged.told[path] }).write(take())
}

func comparePath(p site.Page, path string) int { return strings.Compare(p.Path, path) }
