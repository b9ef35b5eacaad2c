package build

import (
	"bytes"
	"sync"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Past is what one run leaves for the next one of the same process: the
// readings of the files that it read, what merging made of them, and how the site
// was laid out. A preview builds again after every save, and of ten thousand
// files one is new.
//
// The law is the memo's: a reading is a function of its key, events are a
// function of mentions, and pages of events, so the run with a past gives the
// same bytes as the run without. The zero value holds nothing; it is used by
// one run at a time.
type Past struct {
	mu       sync.Mutex
	readings map[string]Reading // of the last run
	next     map[string]Reading // of this one
	merged   merged
	keep     func() // see Keep
	site     site.Past
	looks    site.Looks
	lock     locked
	stood    *stood // how the last run stands, nil where that is not known
}

// locked is a lock that was read, and of what.
type locked struct {
	file source.File
	lock chronology.Lock
	said []source.Diagnostic
}

// readLock is the lock in a file, which is mostly that of the last run.
func (p *Past) readLock(f source.File) (chronology.Lock, []source.Diagnostic) {
	if p == nil {
		return chronology.ParseLock(f)
	}
	if was := &p.lock; was.file.Path != f.Path || !bytes.Equal(was.file.Bytes, f.Bytes) {
		was.file = f
		was.lock, was.said = chronology.ParseLock(f)
	}
	return p.lock.lock, p.lock.said
}

// reading is the last run's under a key.
func (p *Past) reading(key string) (Reading, bool) {
	if p == nil || key == "" {
		return Reading{}, false
	}
	r, ok := p.readings[key]
	if ok {
		p.note(key, r)
	}
	return r, ok
}

// note leaves a reading to the next run.
func (p *Past) note(key string, r Reading) {
	if p == nil || key == "" {
		return
	}
	p.mu.Lock()
	p.next[key] = r
	p.mu.Unlock()
}

// layout is how the site was laid out the last time, nothing without a past.
func (p *Past) layout() *site.Past {
	if p == nil {
		return &site.Past{}
	}
	return &p.site
}

// look keeps the look of the site, without a past for this run alone.
func (p *Past) look() *site.Looks {
	if p == nil {
		return new(site.Looks)
	}
	return &p.looks
}

// merge is what merging gives, from what it gave the last time where there is a
// past. Without one, only that is kept, and not how it came about; but for the
// archive, where one is to be written.
func (p *Past) merge(published []Reading, in Input, names *actor.Gazetteer, opts chronology.Options, memo Memo) *merged {
	if p == nil {
		t := &merged{}
		t.merge(published, in, names, opts, memo)
		out := &merged{events: t.events, said: t.said, opened: t.opened, given: t.given}
		if memo != nil && t.due(published) {
			t.keeper.Rest() // nothing is merged any more
			out.written = t.archive(published, in)
		}
		return out
	}
	p.merged.merge(published, in, names, opts, memo)
	return &p.merged
}

// keepMerged has what merging gave kept for other processes. With a past that
// is done when Keep is called, by the lock as it was found. The only run of its
// process, which writes the new lock, does it at once.
func (p *Past) keepMerged(t *merged, laid *site.Past, published []Reading, in Input, lock []byte, memo Memo) {
	if p == nil {
		if t.written != nil {
			memo.Note(ArchiveNote, t.written(lock, laid)...)
		}
		return
	}
	p.keep = func() {
		if memo == nil || t.behind == 0 {
			return
		}
		if written := t.archive(published, in); written != nil {
			memo.Note(ArchiveNote, written(nil, laid)...)
			t.behind = 0
		}
	}
}

// Keep gives the memo of the last run what merging gave in it.
func (p *Past) Keep() {
	if p.keep != nil {
		p.keep()
	}
}

// Prepare does now what the first run in which something else is told would
// have to do before all else, where what merging gave came from the memo.
func (p *Past) Prepare() {
	if begin := p.merged.begin; begin != nil {
		p.merged.begin = nil
		begin()
	}
}

// Rest lets go of what the next run makes again without much ado, where there may be
// none for long.
func (p *Past) Rest() {
	if p.merged.keeper != nil {
		p.merged.keeper.Rest()
	}
}

// begin starts a run, end ends one that read all its files.
func (p *Past) begin() {
	if p != nil {
		p.next = make(map[string]Reading, len(p.readings))
	}
}

func (p *Past) end() {
	if p != nil {
		p.readings, p.next = p.next, nil
	}
}
