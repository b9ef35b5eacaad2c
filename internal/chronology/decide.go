package chronology

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/source"
)

// desk is the drafts while the editor's decisions are carried out.
type desk struct {
	drafts []*draft
	byID   map[string]*draft
	lock   Lock
	lookup func(string) *actor.Actor
	file   source.File
	ds     []source.Diagnostic
}

// apply carries out the decisions: first what is one event and what is two,
// then what each says of itself, last what is not shown.
func (es Edits) apply(drafts []*draft, lock Lock, lookup func(string) *actor.Actor) ([]*draft, []source.Diagnostic) {
	if len(es.list) == 0 {
		return drafts, nil
	}
	k := &desk{drafts, map[string]*draft{}, lock, lookup, es.file, nil}
	for _, d := range drafts {
		k.byID[d.ID] = d
	}
	for _, step := range []func(*edit, *draft){k.split, k.merge, k.set, k.hide} {
		for i := range es.list {
			e := &es.list[i]
			if d := k.find(e.ID); d != nil {
				step(e, d)
			}
		}
	}
	for i := range es.list {
		if e := &es.list[i]; k.find(e.ID) == nil {
			k.warn(e, "", fmt.Sprintf("no event %q", e.ID), "its articles may have changed: look the event up on the page and take its new id, or delete this edit")
		}
	}
	k.drafts = slices.DeleteFunc(k.drafts, func(d *draft) bool { return d.hidden })
	source.Sort(k.ds)
	return k.drafts, k.ds
}

// find is the draft of an id, or of the one it has gone into.
func (k *desk) find(id string) *draft {
	if d := k.byID[id]; d != nil {
		return d
	}
	return k.byID[k.lock.Follow(id)]
}

func (k *desk) warn(e *edit, key, problem, hint string) {
	k.ds = append(k.ds, k.file.Warn(e.at(key), problem, hint))
}

// split takes the tellings whose sentence holds the words out of the event;
// each group of words makes an event of its own.
func (k *desk) split(e *edit, d *draft) {
	for _, words := range e.Split {
		var out, rest []*telling
		for _, t := range d.told {
			if strings.Contains(plain(t.text()), plain(words)) || strings.Contains(plain(t.Quote), plain(words)) {
				out = append(out, t)
			} else {
				rest = append(rest, t)
			}
		}
		if len(out) == 0 {
			k.warn(e, "split", fmt.Sprintf("no sentence of this event holds %q", words), "copy a few words of the sentence to be taken out")
			continue
		}
		if len(rest) == 0 {
			k.warn(e, "split", fmt.Sprintf("every sentence of this event holds %q", words), "copy words that only one of its sentences has")
			continue
		}
		k.remake(d, rest)
		part := assemble(newCluster(out), k.lookup)
		identify([]*draft{part}, k.without())
		part.Formerly = nil
		k.drafts = append(k.drafts, part)
		k.byID[part.ID] = part
	}
}

// without is the lock with the ids that are in use marked as such: what is
// left is for a new part to be found by.
func (k *desk) without() Lock {
	l := Lock{entries: map[string]entry{}, gone: map[string]string{}}
	for id := range k.byID {
		l.gone[id] = id // in use: never given, never matched
	}
	for id, e := range k.lock.entries {
		if k.byID[id] == nil {
			l.entries[id] = e
		}
	}
	for id, into := range k.lock.gone {
		if k.byID[id] == nil {
			l.gone[id] = into
		}
	}
	return l
}

// plain is text as it is searched: blanks are one blank, letters small.
func plain(s string) string { return strings.ToLower(strings.Join(strings.Fields(s), " ")) }

// merge makes others a part of the event; their addresses lead to it.
func (k *desk) merge(e *edit, d *draft) {
	for _, id := range e.Merge {
		o := k.find(id)
		switch {
		case o == nil:
			k.warn(e, "merge", fmt.Sprintf("no event %q", id), "it may be part of this one already; look it up on the page")
			continue
		case o == d:
			continue
		}
		k.remake(d, append(slices.Clone(d.told), o.told...))
		d.absorbed = append(append(d.absorbed, entry{id: o.ID, away: true, evidence: o.evidence}), o.absorbed...)
		d.Formerly = append(append(d.Formerly, o.ID), o.Formerly...)
		slices.Sort(d.Formerly)
		d.Formerly = slices.Compact(d.Formerly)
		k.drafts = slices.DeleteFunc(k.drafts, func(x *draft) bool { return x == o })
		k.byID[o.ID] = d
	}
}

// remake assembles the event anew of these tellings; what identifies it stays.
func (k *desk) remake(d *draft, told []*telling) {
	slices.SortFunc(told, func(a, b *telling) int { return compareMentions(a.Mention, b.Mention) })
	n := assemble(newCluster(told), k.lookup)
	n.ID, n.evidence, n.absorbed, n.Formerly = d.ID, d.evidence, d.absorbed, d.Formerly
	d.Event, d.told = n.Event, n.told
}

// set writes what the editor says in place of what the texts say.
func (k *desk) set(e *edit, d *draft) {
	if date := dateOf(e.Date); date != "" {
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
	d.Pinned = d.Pinned || e.Pin
	if e.Status != "" {
		d.Status, d.Confidence = e.Status, confidence(d.told, e.Status, k.lookup)
	}
	for _, c := range e.Correction {
		d.Corrections = append(d.Corrections, Correction{dateOf(c.Date), c.Text})
	}
}

func (k *desk) hide(e *edit, d *draft) { d.hidden = d.hidden || e.Hide }
