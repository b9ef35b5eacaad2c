package build

import (
	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// merged is the mentions of the last run, kept for the next: articles that have
// not changed are not merged again. What merging knows of actors is theirs to
// give, so a change of the author's actors starts afresh.
type merged struct {
	keeper *chronology.Keeper
	actors string
	paths  map[string]bool
}

// merge makes events of what the published articles tell.
func (p *Past) merge(published []Reading, own source.File, names *actor.Gazetteer, opts chronology.Options) ([]*chronology.Event, []source.Diagnostic) {
	t := &merged{}
	if p != nil {
		t = &p.merged
	}
	if t.keeper == nil || t.actors != string(own.Bytes) {
		*t = merged{chronology.NewKeeper(names.Lookup), string(own.Bytes), map[string]bool{}}
	}
	paths := make(map[string]bool, len(published))
	for _, r := range published {
		paths[r.Article.Path] = true
		mentions := make([]*event.Mention, len(r.Mentions))
		for i := range r.Mentions {
			mentions[i] = &r.Mentions[i]
		}
		t.keeper.Put(r.Article.Path, mentions)
	}
	for path := range t.paths {
		if !paths[path] {
			t.keeper.Put(path, nil)
		}
	}
	t.paths = paths
	return t.keeper.Events(opts)
}
