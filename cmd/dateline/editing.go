package main

import (
	"context"
	"slices"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/edit"
	"github.com/dateline-ssg/dateline/internal/preview"
	"github.com/dateline-ssg/dateline/internal/project"
	"github.com/dateline-ssg/dateline/internal/source"
)

// editing is what the editing mode of the preview works on: the tree that is
// shown, and edits.toml.
func (r *rebuilder) editing(ctx context.Context) *preview.Editing {
	d := desk{r.flags.source, func(edits source.File) (*build.Output, error) { return r.build(ctx, nil, &edits) }}
	return &preview.Editing{
		Words: r.editingWords,
		Look: func(id string) (edit.Card, bool) {
			if e := r.event(id); e != nil {
				return edit.Look(e), true
			}
			return edit.Card{}, false
		},
		Log: func() (preview.Log, error) { return r.log(d.dir) },
		Decide: func(ds []edit.Decision) error {
			r.mu.Lock()
			defer r.mu.Unlock()
			_, out, err := d.decide(ds)
			if err == nil {
				r.show(out)
			}
			return err
		},
		Undo: func(t preview.Taken) error {
			r.mu.Lock()
			defer r.mu.Unlock()
			_, err := d.take(func(f source.File) (edit.Entry, error) { return edit.Nth(f, t.Number, t.Event, t.Says) })
			if err == nil {
				r.renew(ctx, nil)
			}
			return err
		},
	}
}

// editingWords are the words of the site's language in which it is edited.
func (r *rebuilder) editingWords() map[string]string {
	r.mu.Lock()
	defer r.mu.Unlock()
	out := map[string]string{}
	if r.words != nil {
		out = r.words.Below("editing", "type", "status")
		out["language"] = r.words.Language
	}
	return out
}

// event is the event that is shown under an id, nil if there is none.
func (r *rebuilder) event(id string) *chronology.Event {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.shown == nil {
		return nil
	}
	for _, e := range r.shown.Chronology {
		if e.ID == id {
			return e
		}
	}
	return nil
}

// log is what has been decided, and what of it finds nothing.
func (r *rebuilder) log(dir string) (preview.Log, error) {
	out := preview.Log{Entries: []preview.Logged{}, Problems: []string{}, Pinned: []string{}}
	f, err := project.Edits(dir)
	if err != nil {
		return out, err
	}
	entries, err := edit.Entries(f)
	if err != nil {
		return out, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	var events []*chronology.Event
	if r.shown != nil {
		events = r.shown.Chronology
		for _, e := range events {
			if e.Pinned {
				out.Pinned = append(out.Pinned, e.ID)
			}
		}
		for _, d := range ofEdits(r.shown.Diagnostics) {
			out.Problems = append(out.Problems, d.String())
		}
	}
	for _, e := range entries {
		one := preview.Logged{Event: e.Event, Says: e.Says}
		if i := slices.IndexFunc(events, e.Concerns); i >= 0 {
			one.ID, one.Name = events[i].ID, events[i].Headline
		}
		out.Entries = append(out.Entries, one)
	}
	return out, nil
}
