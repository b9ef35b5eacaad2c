package build

import (
	"reflect"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// merged is the mentions of the last run and what merging made of them, kept
// for the next: articles that have not changed are not merged again, and where
// nothing that is told has changed, as when a template was saved, nothing is.
// What merging knows of actors is theirs to give, so a change of the author's
// actors starts afresh.
type merged struct {
	keeper  *chronology.Keeper
	actors  string
	told    map[string][]event.Mention // by path
	wanted  string                     // sum of the lock, the edits and the lanes
	events  []*chronology.Event
	said    []source.Diagnostic
	opened  *site.Known                                 // of the events of an archive, until those of a run have their imprints
	given   []*chronology.Event                         // those
	behind  int                                         // articles that have changed since the archive was written that the memo has
	written func(lock []byte, past *site.Past) [][]byte // see archive; nil where it is not due
	begin   func()                                      // makes what the first change needs of a keeper that was opened
}

// imprintsOf are those of the events that pages show, of all of which an archive
// may know some.
func (t *merged) imprintsOf(kept []*chronology.Event, past *site.Past) []site.Imprint {
	if t.opened != nil {
		past.Know(t.given, *t.opened)
		t.opened, t.given = nil, nil
	}
	return past.Imprints(kept)
}

// merge makes events of what the published articles tell.
func (t *merged) merge(published []Reading, in Input, names *actor.Gazetteer, opts chronology.Options, memo Memo) {
	t.begin = nil
	if t.keeper == nil || t.actors != string(in.Actors.Bytes) {
		*t = merged{actors: string(in.Actors.Bytes), told: map[string][]event.Mention{}}
		if t.open(memo, published, in, names) {
			t.begin = func() { t.keeper.Events(opts) }
		} else {
			t.keeper, t.behind = chronology.NewKeeper(names.Lookup), len(published)
		}
	}
	if wanted := wantedOf(in); t.put(published) || wanted != t.wanted || t.events == nil {
		t.events, t.said = t.keeper.Events(opts)
		t.wanted, t.begin = wanted, nil
	}
}

// put gives the keeper what has changed, and reports whether anything has.
func (t *merged) put(published []Reading) bool {
	changed := false
	now := make(map[string][]event.Mention, len(published))
	for _, r := range published {
		path := r.Article.Path
		was, known := t.told[path]
		if known && sameMentions(was, r.Mentions) {
			now[path] = was
			continue
		}
		now[path], changed = r.Mentions, true
		t.behind++
		t.keeper.Put(path, pointers(r.Mentions))
	}
	for path := range t.told {
		if _, stays := now[path]; !stays {
			t.keeper.Put(path, nil)
			t.behind++
			changed = true
		}
	}
	t.told = now
	return changed
}

// sameMentions reports whether an article tells what it told; mostly the lists
// are one.
func sameMentions(a, b []event.Mention) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0] || reflect.DeepEqual(a, b))
}

// wantedOf is a hash over what the author and the last build ask of merging.
func wantedOf(in Input) string {
	h := newHash()
	h.bytes(in.Lock.Bytes)
	h.bytes(in.Edits.Bytes)
	h.value(in.Config.Lanes)
	return h.sum()
}
