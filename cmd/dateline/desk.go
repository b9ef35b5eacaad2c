package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/build"
	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/edit"
	"github.com/dateline-ssg/dateline/internal/project"
	"github.com/dateline-ssg/dateline/internal/source"
)

// desk is where decisions are tried, written and taken back.
type desk struct {
	dir string // the site's folder
	// try builds the site with other edits.
	try func(edits source.File) (*build.Output, error)
}

// decide tries decisions in a build and writes them. If one does not find what
// it is about, nothing is written, and the error says so.
func (d desk) decide(ds []edit.Decision) ([]edit.Entry, *build.Output, error) {
	was, err := project.Edits(d.dir)
	if err != nil {
		return nil, nil, err
	}
	now := was
	var entries []edit.Entry
	for _, one := range ds {
		next, e, err := edit.Append(now, one)
		if err != nil {
			return nil, nil, err
		}
		now, entries = next, append(entries, e)
	}
	out, err := d.try(now)
	if err != nil {
		return nil, nil, err
	}
	for i, e := range entries {
		if err := e.Refused(out.Diagnostics); err != nil {
			return nil, nil, meant(err, append([]string{ds[i].Event}, ds[i].Values...), out.Chronology)
		}
	}
	return entries, out, project.ReplaceEdits(d.dir, was, now.Bytes)
}

// meant says which events there are of about the name of one that there is not.
func meant(err error, names []string, events []*chronology.Event) error {
	var f *source.Failure
	if !errors.As(err, &f) || len(f.Diagnostics) != 1 {
		return err
	}
	d := f.Diagnostics[0]
	for _, id := range names {
		if near := edit.Near(events, id); len(near) > 0 && d.Problem == `no event "`+id+`"` && !slices.Contains(near, id) {
			d.Hint = "did you mean " + strings.Join(near, ", or ") + "?"
			return &source.Failure{Diagnostics: []source.Diagnostic{d}}
		}
	}
	return err
}

// undo takes back the last entry, or the last that speaks of an event. A site
// that cannot be built still says which entries have the event's own name.
func (d desk) undo(name string) (edit.Entry, error) {
	return d.take(func(f source.File) (edit.Entry, error) {
		var events []*chronology.Event
		if name != "" {
			if out, err := d.try(f); err == nil {
				events = out.Chronology
			}
		}
		return edit.Last(f, name, events)
	})
}

// take takes back the entry that pick finds in the file.
func (d desk) take(pick func(source.File) (edit.Entry, error)) (edit.Entry, error) {
	was, err := project.Edits(d.dir)
	if err != nil {
		return edit.Entry{}, err
	}
	e, err := pick(was)
	if err != nil {
		return e, err
	}
	return e, project.ReplaceEdits(d.dir, was, edit.Remove(was, e).Bytes)
}
