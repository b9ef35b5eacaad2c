package chronology

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// desk is the drafts while the editor's decisions are carried out.
type desk struct {
	drafts []*draft
	byID   map[string]*draft
	lock   Lock
	lookup func(string) *actor.Actor
	file   source.File
	plain  map[*event.Mention]string // what their sentences hold, as it is searched
	mine   map[*draft]bool           // copies, which may be changed
	ds     []source.Diagnostic
}

// apply carries out the decisions: first what is one event and what is two, in
// the order of the file, then what each says of itself, last what is not
// shown.
func (es Edits) apply(drafts []*draft, lock Lock, lookup func(string) *actor.Actor) ([]*draft, []source.Diagnostic) {
	if len(es.list) == 0 {
		return drafts, nil
	}
	k := &desk{drafts: slices.Clone(drafts), byID: map[string]*draft{}, lock: lock, lookup: lookup, file: es.file, plain: map[*event.Mention]string{}, mine: map[*draft]bool{}}
	for _, d := range drafts {
		k.byID[d.ID] = d
	}
	k.reshape(es.list)
	for i := range es.list {
		e := &es.list[i]
		d, problem, hint := k.of(e)
		if d == nil {
			k.ds = append(k.ds, k.file.Warn(e.target(), problem, hint))
			continue
		}
		d = k.own(d)
		k.set(e, d)
		d.hidden = e.Hide.among(d.hidden)
	}
	k.drafts = slices.DeleteFunc(k.drafts, func(d *draft) bool { return d.hidden })
	source.Sort(k.ds)
	return k.drafts, k.ds
}

// own is a draft that may be changed: a copy in the place of the one that
// merging keeps.
func (k *desk) own(d *draft) *draft {
	if k.mine[d] {
		return d
	}
	c := d.copy()
	k.drafts[slices.Index(k.drafts, d)] = c
	for id, was := range k.byID {
		if was == d {
			k.byID[id] = c
		}
	}
	k.mine[c] = true
	return c
}

// find is the draft of an id, or of the one it has gone into.
func (k *desk) find(id string) *draft {
	if d := k.byID[id]; d != nil {
		return d
	}
	return k.byID[k.lock.Follow(id)]
}

// target is where the edit names its event.
func (e *edit) target() source.Span {
	if _, ok := e.places["event"]; ok {
		return e.at("event")
	}
	return e.at("sentence")
}

// of is the event that an edit is about: the one of its id, else the only one
// that its sentence tells.
func (k *desk) of(e *edit) (d *draft, problem, hint string) {
	if d := k.find(e.ID); d != nil {
		return d, "", ""
	}
	if e.Sentence == "" {
		return nil, fmt.Sprintf("no event %q", e.ID), "its articles may have changed: look the event up on the page and take its new id, or delete this edit"
	}
	var told []*draft
	var ids []string
	for _, d := range k.drafts {
		if slices.ContainsFunc(d.told, func(t *telling) bool { return k.holds(t, e.Sentence) }) {
			told, ids = append(told, d), append(ids, d.ID)
		}
	}
	switch len(told) {
	case 1:
		return told[0], "", ""
	case 0:
		return nil, fmt.Sprintf("no event is told by a sentence with %q", e.Sentence), "copy a few words of the sentence as the page quotes it, or delete this edit"
	}
	slices.Sort(ids)
	return nil, fmt.Sprintf("%q tells %d events", e.Sentence, len(told)), "name one of them by its id: " + strings.Join(ids[:min(len(ids), 5)], ", ")
}

// holds is Holds, for one desk.
func (k *desk) holds(t *telling, words string) bool {
	said, ok := k.plain[t.Mention]
	if !ok {
		said = sentences(t.Mention)
		k.plain[t.Mention] = said
	}
	return strings.Contains(said, plain(words))
}

// Holds reports whether the sentence of a telling holds words, as an edit
// names a sentence: whatever their blanks and capitals.
func Holds(m *event.Mention, words string) bool { return strings.Contains(sentences(m), plain(words)) }

// sentences are the sentence of a telling as bytes and as text.
func sentences(m *event.Mention) string { return plain(m.Quote) + "\n" + plain(m.Text) }

// plain is text as it is searched: blanks are one blank, letters small.
func plain(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// reshape splits and merges in the order of the file. What finds nothing yet
// is tried again after the others: it may be about what they make.
func (k *desk) reshape(edits []edit) {
	type step struct {
		e    *edit
		key  string
		try  func(d *draft, arg string) (problem, hint string)
		arg  string
		done bool
	}
	var steps []step
	for i := range edits {
		e := &edits[i]
		for _, words := range e.Split {
			steps = append(steps, step{e: e, key: "split", try: k.split, arg: words})
		}
		for _, id := range e.Merge {
			steps = append(steps, step{e: e, key: "merge", try: k.merge, arg: id})
		}
	}
	for again := true; again; {
		again = false
		for i := range steps {
			s := &steps[i]
			if d, _, _ := k.of(s.e); d != nil && !s.done {
				problem, _ := s.try(k.own(d), s.arg)
				s.done = problem == ""
				again = again || s.done
			}
		}
	}
	for _, s := range steps {
		if d, _, _ := k.of(s.e); d != nil && !s.done {
			problem, hint := s.try(k.own(d), s.arg)
			k.ds = append(k.ds, k.file.Warn(s.e.at(s.key), problem, hint))
		}
	}
}

// split takes the tellings whose sentence holds the words out of the event;
// they make an event of their own.
func (k *desk) split(d *draft, words string) (problem, hint string) {
	var out, rest []*telling
	for _, t := range d.told {
		if k.holds(t, words) {
			out = append(out, t)
		} else {
			rest = append(rest, t)
		}
	}
	if len(out) == 0 {
		return fmt.Sprintf("no sentence of this event holds %q", words), "copy a few words of the sentence to be taken out"
	}
	if len(rest) == 0 {
		return fmt.Sprintf("every sentence of this event holds %q", words), "copy words that only one of its sentences has"
	}
	if d.owns(out) && !d.owns(rest) {
		out, rest = rest, out // the id stays with the sentences that it was given for
	}
	k.remake(d, rest)
	part := k.assemble(out)
	k.mine[part] = true
	free := k.without()
	for _, a := range d.absorbed { // what was merged into the event may leave it under its own id
		a.away = false
		free.entries[a.id] = a
		delete(free.gone, a.id)
	}
	identify([]*draft{part}, free)
	part.Formerly = nil
	d.Formerly = slices.DeleteFunc(d.Formerly, func(id string) bool { return id == part.ID })
	d.absorbed = slices.DeleteFunc(d.absorbed, func(a entry) bool { return a.id == part.ID })
	k.drafts = append(k.drafts, part)
	k.byID[part.ID] = part
	return "", ""
}

// owns reports whether some of these tellings were the event's before others
// were merged into it.
func (d *draft) owns(told []*telling) bool {
	return slices.ContainsFunc(told, func(t *telling) bool { return slices.Contains(d.grounds().told, t.sketch) })
}

// without is the lock with the ids that are in use marked as such: what is
// left is for a new part to be found by.
func (k *desk) without() Lock {
	l := Lock{entries: map[string]entry{}, gone: map[string]string{}}
	for id := range k.byID {
		l.gone[id] = id // in use: never given, never matched
	}
	for e := range k.lock.each {
		if k.byID[e.id] == nil {
			l.entries[e.id] = e
		}
	}
	for id, into := range k.lock.gone {
		if k.byID[id] == nil {
			l.gone[id] = into
		}
	}
	return l
}

// merge makes another event a part of this one; its address leads here.
func (k *desk) merge(d *draft, id string) (problem, hint string) {
	o := k.find(id)
	switch {
	case o == nil:
		return fmt.Sprintf("no event %q", id), "it may be part of this one already; look it up on the page"
	case o == d:
		return "", ""
	}
	k.remake(d, append(slices.Clone(d.told), o.told...))
	d.absorbed = append(append(d.absorbed, entry{id: o.ID, away: true, says: o.grounds().text()}), o.absorbed...)
	d.Formerly = append(append(d.Formerly, o.ID), o.Formerly...)
	slices.Sort(d.Formerly)
	d.Formerly = slices.Compact(d.Formerly)
	k.drafts = slices.DeleteFunc(k.drafts, func(x *draft) bool { return x == o })
	for id, was := range k.byID {
		if was == o {
			k.byID[id] = d
		}
	}
	return "", ""
}

// assemble makes an event of tellings in order.
func (k *desk) assemble(told []*telling) *draft {
	r := drafter{lookup: k.lookup}
	return r.assemble(newCluster(told))
}

// remake assembles the event anew of these tellings; what identifies it stays.
func (k *desk) remake(d *draft, told []*telling) {
	slices.SortFunc(told, func(a, b *telling) int { return compareMentions(a.Mention, b.Mention) })
	n := k.assemble(told)
	n.ID, n.found, n.absorbed, n.Formerly = d.ID, d.grounds(), d.absorbed, d.Formerly
	d.Event, d.told, d.Date, d.Status = n.Event, n.told, n.Date, n.Status
}

// set writes what the editor says in place of what the texts say.
func (k *desk) set(e *edit, d *draft) {
	if date := e.Date; date != "" {
		r, _ := calendar.Parse(date)
		d.Date, d.Precision, d.Mod = date, r.Precision(), ""
		votes := []DateVote{{Date: date, Docs: []string{}}}
		for _, v := range d.Dates {
			if v.Date == date {
				votes[0].Docs = v.Docs
			} else {
				votes = append(votes, v)
			}
		}
		slices.SortFunc(votes[1:], func(a, b DateVote) int { return compareDates(a.Date, b.Date) })
		d.Dates = votes
	}
	d.Headline = cmp.Or(e.Headline, d.Headline)
	d.Type = cmp.Or(e.Type, d.Type)
	d.Importance = cmp.Or(e.Importance, d.Importance)
	d.Note = cmp.Or(e.Note, d.Note)
	d.Pinned = e.Pin.among(d.Pinned)
	if e.Status != "" {
		d.Status, d.Confidence = e.Status, confidence(d.told, e.Status, k.lookup)
	}
	d.Corrections = append(d.Corrections, e.Correction...)
}
