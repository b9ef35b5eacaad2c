package chronology

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Options is what Merge may know besides the mentions. The zero value knows
// nothing: actors count alike, ids come from content, nobody has edited.
type Options struct {
	// Actor gives what is known of a canonical name, nil if nothing.
	Actor func(name string) *actor.Actor
	// Principals are the canonical names that the chronology is about; empty
	// means the three most frequent.
	Principals []string
	Lock       Lock  // the identities of the last build
	Edits      Edits // the editor's decisions
}

// Merge makes events of mentions and returns them in order of date. The order
// of the mentions does not matter: the same set gives the same events. The
// diagnostics are of edits that no longer find what they were made for.
func Merge(mentions []*event.Mention, opts Options) ([]*Event, []source.Diagnostic) {
	lookup := remember(opts.Actor)
	var drafts []*draft
	for _, c := range gather(tell(mentions, lookup)) {
		drafts = append(drafts, assemble(c, lookup))
	}
	identify(drafts, opts.Lock)
	drafts, ds := opts.Edits.apply(drafts, opts.Lock, lookup)
	sortDrafts(drafts)
	relate(drafts)
	rank(drafts, opts.Principals, lookup)
	events := make([]*Event, len(drafts))
	for i, d := range drafts {
		events[i] = d.Event
	}
	return events, ds
}

// sortDrafts puts events in order of date, then of id.
func sortDrafts(ds []*draft) {
	for _, d := range ds {
		d.when, _ = calendar.Parse(d.Date)
	}
	slices.SortFunc(ds, func(a, b *draft) int {
		return cmp.Or(a.when.Compare(b.when), cmp.Compare(a.Date, b.Date), cmp.Compare(a.ID, b.ID))
	})
}

// remember is lookup that asks once for each name.
func remember(lookup func(string) *actor.Actor) func(string) *actor.Actor {
	if lookup == nil {
		return func(string) *actor.Actor { return nil }
	}
	known := map[string]*actor.Actor{}
	return func(name string) *actor.Actor {
		if name == "" {
			return nil
		}
		a, ok := known[name]
		if !ok {
			a = lookup(name)
			known[name] = a
		}
		return a
	}
}
