package build

import (
	"reflect"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// merged is the mentions of the last run and what merging made of them, kept
// for the next: articles that have not changed are not merged again, and where
// nothing that is told has changed, as when a template was saved, nothing is.
// What merging knows of actors is theirs to give, so a change of the author's
// actors starts afresh.
type merged struct {
	keeper *chronology.Keeper // nil where what was made of them comes from the memo
	actors string
	told   map[string][]event.Mention // by path
	wanted string                     // sum of the lock, the edits and the lanes
	key    string                     // under which the memo has it; "" where it has not
	events []*chronology.Event
	said   []source.Diagnostic
	begin  func() // makes the keeper
}

// merge makes events of what the published articles tell.
func (t *merged) merge(published []Reading, in Input, names *actor.Gazetteer, opts chronology.Options, memo Memo) {
	wanted := wantedOf(in)
	if t.told == nil || t.actors != string(in.Actors.Bytes) {
		*t = merged{actors: string(in.Actors.Bytes), told: map[string][]event.Mention{}, wanted: wanted}
		if t.recall(memo, mergedKey(published, in, in.Lock.Bytes), published) {
			for _, r := range published {
				t.told[r.Article.Path] = r.Mentions
			}
			t.begin = func() {
				t.keeper, t.told = chronology.NewKeeper(names.Lookup), map[string][]event.Mention{}
				t.put(published)
				t.keeper.Events(opts)
			}
			return
		}
		t.keeper = chronology.NewKeeper(names.Lookup)
	} else if t.keeper == nil {
		if wanted == t.wanted && t.same(published) {
			return
		}
		t.keeper, t.told, t.begin = chronology.NewKeeper(names.Lookup), map[string][]event.Mention{}, nil
	}
	if t.put(published) || wanted != t.wanted || t.events == nil {
		t.events, t.said = t.keeper.Events(opts)
		t.wanted, t.key = wanted, ""
	}
}

// same reports whether the published articles tell what they told.
func (t *merged) same(published []Reading) bool {
	for _, r := range published {
		if was, ok := t.told[r.Article.Path]; !ok || !sameMentions(was, r.Mentions) {
			return false
		}
	}
	return len(published) == len(t.told)
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
		mentions := make([]*event.Mention, len(r.Mentions))
		for i := range r.Mentions {
			mentions[i] = &r.Mentions[i]
		}
		t.keeper.Put(path, mentions)
	}
	for path := range t.told {
		if _, stays := now[path]; !stays {
			t.keeper.Put(path, nil)
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
	h.text(string(in.Lock.Bytes), string(in.Edits.Bytes))
	h.value(in.Config.Lanes)
	return h.sum()
}
