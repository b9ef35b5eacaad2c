package site

import (
	"reflect"
	"slices"
)

// What an event is filed under is mostly what it was filed under the last time:
// of a thousand events an edit changes one. So an entry that is as it was takes its
// terms and articles from the last entry, by the numbers that these have there, and
// not from what the event says, name by name.
//
// The law: it is filed as file would file it. The terms of an event are a function
// of what it says and of the tags of the articles that tell it.

// follow prepares terms to be taken over from those of the last time.
func (ts *terms) follow(last *terms) {
	ts.last, ts.next = last, make([]*term, len(last.byName))
}

// again files an entry under the term that has taken the place of one of the last
// time.
func (ts *terms) again(was *term, e *entry) *term {
	t := ts.next[was.no]
	if t == nil {
		t = ts.add(was.name, nil)
		ts.next[was.no] = t
	}
	t.gather(e)
	return t
}

// againAll does that with a list.
func (ts *terms) againAll(was []*term, e *entry) []*term {
	out := make([]*term, len(was))
	for i, t := range was {
		out[i] = ts.again(t, e)
	}
	return out
}

// settle marks the terms whose links and classes are those of the last time, gives those
// with as many events what their lists were then, and lets go of it.
func (ts *terms) settle() {
	if ts.last == nil {
		return
	}
	for _, t := range ts.sorted {
		was := ts.last.byName[t.name]
		if t.recast = was == nil || !reflect.DeepEqual(was.known, t.known); was == nil {
			continue
		}
		t.stays = was.addr == t.addr && was.class == t.class
		if len(was.entries) == len(t.entries) {
			t.lists = was.lists
		}
	}
	ts.last, ts.next = nil, nil
}

// follow prepares the index to take over from the last one.
func (x *index) follow() {
	last := x.in.Past.index()
	if last == nil {
		return
	}
	for i, was := range last.kinds() {
		x.kinds()[i].follow(was)
	}
	x.later = make([]*paper, len(last.papers))
	for path, p := range x.papers {
		if was := last.papers[path]; was != nil {
			x.later[was.no] = p
			p.tagged = slices.Equal(p.Tags, was.Tags)
			p.stays = p.url == was.url && p.Language == was.Language
		}
	}
}

// refile files an entry as the last one was, and reports whether that can be done.
func (x *index) refile(e *entry) bool {
	was := e.was
	if was == nil || len(was.papers) != len(e.ev.Told) {
		return false
	}
	for _, p := range was.papers {
		if p == nil || x.later[p.no] == nil || !x.later[p.no].tagged {
			return false
		}
	}
	e.papers = make([]*paper, len(was.papers))
	for i, p := range was.papers {
		e.papers[i] = x.later[p.no]
		e.papers[i].tells(e, e.ev.Told[i])
	}
	e.actors, e.leaf = x.actors.againAll(was.actors, e), x.types.again(was.leaf, e)
	e.sources, e.tags = x.sources.againAll(was.sources, e), x.tags.againAll(was.tags, e)
	e.stays = was.addr == e.addr
	return true
}

// stands reports whether an entry shows what it showed the last time, as far as
// that is easily seen; then its sum is the same. See sumOf.
func (x *index) stands(e, was *entry) bool {
	if !e.stays || e.rail != was.rail || e.card != was.card || e.scheduled != was.scheduled {
		return false
	}
	for _, list := range [...][]*term{e.actors, e.sources, e.tags} {
		for _, t := range list {
			if !t.stays {
				return false
			}
		}
	}
	for _, p := range e.papers {
		if p == nil || !p.stays {
			return false
		}
	}
	for _, l := range e.ev.Links {
		if to := x.byID[l.ID]; to == nil || !to.stays {
			return false
		}
	}
	return true
}
