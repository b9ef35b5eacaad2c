package chronology

import (
	"cmp"
	"maps"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/source"
)

// ledger is the events as they were last shown: their names, order, relations
// and ranks. When it is given the drafts of the next time it finds anew only
// what may have changed. Each part of an event rests on little: an id on the
// events of its year, a relation on what its documents tell and on the meetings
// of its actors, a rank on the tellings of its date, on the ends of its
// documents and on the events of its day. So what is kept is what would be found
// from scratch, and an empty ledger finds all of it.
type ledger struct {
	lookup func(string) *actor.Actor
	turn   int
	named  []*draft // before the editor's decisions
	years  roll[string]
	ids    *registry // of the lock, where there is one
	shown  []*draft  // in order of date
	near   *neighbourhoods
	about  *subject
	days   *days
	own    map[parts]*parts // that were found, each once
}

// entered is where a draft stands in the ledger.
type entered struct {
	named, shown int // turns in which it was last named and shown
	by           *registry
	claim        int32  // in it
	under        string // the id under which it was shown

	links       []relative
	cancelledBy int // events that cancel it
	rating
	out *Event // as it was last shown
}

func newLedger(lookup func(string) *actor.Actor) *ledger {
	return &ledger{lookup: lookup, years: newRoll[string](), near: newNeighbours(), about: newSubject(), days: newDays(), own: map[parts]*parts{}}
}

// events are the events of drafts, in order of date.
func (l *ledger) events(drafts []*draft, opts Options) ([]*Event, []source.Diagnostic) {
	ds := l.change(drafts, opts)
	return l.given(), ds
}

// given are the events that are shown.
func (l *ledger) given() []*Event {
	events := make([]*Event, len(l.shown))
	for i, d := range l.shown {
		events[i] = d.event()
	}
	return events
}

// change gives drafts their ids, the editor's decisions, links and ranks.
func (l *ledger) change(drafts []*draft, opts Options) []source.Diagnostic {
	l.turn++
	l.name(drafts, opts.Lock)
	drafts, ds := opts.Edits.apply(drafts, opts.Lock, l.lookup)
	c := l.enter(drafts)
	l.enrol(c)
	again := l.about.change(opts.Principals) && l.turn > 1
	related := l.near.change(l.here, l.shown)
	l.reappraise()
	l.relate(c, related)
	l.rank(again)
	return ds
}

// changes is how the drafts shown differ from those of the last time.
type changes struct {
	gone    []*draft
	fresh   []*draft
	renamed []*draft // those with another id, and so another place in the order
}

// here reports whether a draft is shown now.
func (l *ledger) here(d *draft) bool { return d.shown == l.turn }

// enter takes over the drafts to be shown, and puts them in order.
func (l *ledger) enter(drafts []*draft) changes {
	var c changes
	for _, d := range drafts {
		switch {
		case d.shown == 0 || d.shown != l.turn-1:
			d.redate()
			d.rating = rating{voices: d.voices, heard: d.heard} // it may have been away
			c.fresh = append(c.fresh, d)
		case d.under != d.ID:
			c.renamed = append(c.renamed, d)
		}
		d.shown = l.turn
	}
	slices.SortFunc(c.fresh, compareDrafts) // so that lists grow in order
	moved := slices.Concat(c.fresh, c.renamed)
	slices.SortFunc(moved, compareDrafts)
	stay := make([]*draft, 0, len(drafts))
	for _, d := range l.shown {
		switch {
		case !l.here(d):
			c.gone = append(c.gone, d)
		case d.under == d.ID:
			stay = append(stay, d)
		}
	}
	l.shown = l.shown[:0]
	for _, d := range moved {
		at, _ := slices.BinarySearchFunc(stay, d, compareDrafts)
		l.shown = append(append(l.shown, stay[:at]...), d)
		stay = stay[at:]
	}
	l.shown = append(l.shown, stay...)
	for _, list := range [][]*draft{c.fresh, c.renamed} {
		for _, d := range list {
			d.under = d.ID
		}
	}
	return c
}

// enrol notes under what the changed events are found, and forgets it of those
// that have gone.
func (l *ledger) enrol(c changes) {
	for _, list := range [][]*draft{c.gone, c.renamed} {
		for _, d := range list {
			l.near.touch(d)
			l.days.touch(d)
		}
	}
	for _, d := range c.gone {
		l.about.count(d.Actors, -1)
	}
	for _, d := range c.fresh {
		l.near.add(d)
		l.days.touch(d)
		l.days.add(d)
		l.about.count(d.Actors, 1)
	}
}

// compareDrafts orders events by date, then by id.
func compareDrafts(a, b *draft) int {
	if a.begins != b.begins {
		return cmp.Compare(a.begins, b.begins)
	}
	if a.Date != b.Date {
		return cmp.Or(a.when.Compare(b.when), cmp.Compare(a.Date, b.Date))
	}
	return cmp.Compare(a.ID, b.ID)
}

// event is the draft as it is shown: the event of the last time where nothing
// of it has changed, for what was returned once is not touched again.
func (d *draft) event() *Event {
	status := d.status()
	if o := d.out; o != nil && o.ID == d.ID && o.Rank == d.rank && o.rated == d.rated() && o.Status == status && slices.Equal(o.Formerly, d.Formerly) &&
		slices.EqualFunc(o.Links, d.links, func(l Link, r relative) bool { return l.Rel == r.rel && l.ID == r.to.ID }) {
		return o
	}
	e := d.Event // as it was made, for what is written over it is written over every copy
	if d.out != nil || d.Status != status {
		c := *e
		e = &c
	}
	d.out = e
	e.ID, e.Date, e.Formerly, e.Pinned = d.ID, d.Date, d.Formerly, d.Pinned
	e.rated = d.rated()
	e.Rank, e.Links = d.rank, make([]Link, len(d.links))
	for i, r := range d.links {
		e.Links[i] = Link{r.rel, r.to.ID}
	}
	if e.Status = d.Status; e.Status != status {
		e.Status, e.Confidence = status, "Cancelled"
	}
	return e
}

// status is the event's, or that it was cancelled.
func (d *draft) status() string {
	if d.cancelledBy > 0 && d.Status == "planned" {
		return "cancelled"
	}
	return d.Status
}

// copy is the draft as assembled and named, for the editor to change.
func (d *draft) copy() *draft {
	d.earliest() // of the tellings that it has now
	e, n := *d.Event, *d
	n.Event, n.entered = &e, entered{}
	return &n
}

// roll is lists of drafts by a key, each in order. Lists that are touched are
// put right by settle. None are where touched is nil: drafts come in order then.
type roll[K cmp.Ordered] struct {
	lists   map[K][]*draft
	touched map[K]bool
}

func newRoll[K cmp.Ordered]() roll[K] { return roll[K]{map[K][]*draft{}, map[K]bool{}} }

func (r *roll[K]) add(d *draft, keys ...K) {
	for _, key := range keys {
		r.lists[key] = append(r.lists[key], d)
		if r.touched != nil {
			r.touched[key] = true
		}
	}
}

func (r *roll[K]) touch(keys ...K) {
	for _, key := range keys {
		r.touched[key] = true
	}
}

// settle drops from the lists touched those that are not here, puts them in
// order, and calls what is to be done with each, in the order of the keys. No list
// is touched then.
func (r *roll[K]) settle(here func(*draft) bool, order func(a, b *draft) int, each func(key K, ds []*draft)) {
	for _, key := range slices.Sorted(maps.Keys(r.touched)) {
		list := slices.DeleteFunc(r.lists[key], func(d *draft) bool { return !here(d) })
		slices.SortFunc(list, order)
		list = slices.Compact(list)
		if r.lists[key] = list; len(list) == 0 {
			delete(r.lists, key)
		}
		if each != nil {
			each(key, list)
		}
	}
	r.touched = map[K]bool{} // the first time all are, and a map that is cleared keeps its room
}
