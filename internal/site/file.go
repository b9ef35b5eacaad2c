package site

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/event"
)

// file files an event under actors, types, tags and sources.
func (x *index) file(e *entry) {
	var actors, sources, tags [8]*term
	of := actors[:0]
	for _, name := range e.ev.Actors {
		of = append(of, x.actors.add(name, e))
	}
	e.actors, e.leaf = x.lists.keep(of), x.types.add(cmp.Or(e.ev.Type, "other"), e)
	e.papers = make([]*paper, len(e.ev.Told))
	from, under := sources[:0], tags[:0]
	for i, m := range e.ev.Told {
		p := x.papers[m.Path]
		e.papers[i] = p
		from = appendNew(from, x.source(p, outletOf(m), e))
		if p != nil && p.tells(e, m) {
			for _, t := range x.tagsOf(p) {
				t.gather(e)
				under = appendNew(under, t)
			}
		}
	}
	e.sources, e.tags = x.lists.keep(from), x.lists.keep(under)
}

// source files an event under who tells it, which of all that an article tells is
// mostly the same.
func (x *index) source(p *paper, name string, e *entry) *term {
	if p == nil || name == "" {
		return x.sources.add(name, e)
	}
	if p.source == nil || p.source.name != name {
		p.source = x.sources.add(name, nil)
	}
	p.source.gather(e)
	return p.source
}

// tagsOf are the tags of an article, each once.
func (x *index) tagsOf(p *paper) []*term {
	if p.tags == nil {
		for _, tag := range p.Tags {
			p.tags = appendNew(p.tags, x.tags.add(tag, nil))
		}
	}
	return p.tags
}

// lists are lists of terms that stand in larger pieces of memory.
type lists struct{ free []*term }

// keep is a copy of a list.
func (r *lists) keep(list []*term) []*term {
	const piece = 1 << 12
	if len(list) > len(r.free) {
		r.free = make([]*term, max(piece, len(list)))
	}
	n := copy(r.free, list)
	out := r.free[:n:n]
	r.free = r.free[n:]
	return out
}

func appendNew(ts []*term, t *term) []*term {
	if t == nil || slices.Contains(ts, t) {
		return ts
	}
	return append(ts, t)
}

// outletOf is who tells a mention, as the page names it: the outlet, else the
// article.
func outletOf(m *event.Mention) string { return cmp.Or(m.Outlet, m.Title) }
