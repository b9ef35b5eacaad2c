package chronology

import "slices"

// resume enters the events shown under all by what they are found. They stand in
// order, so all lists do.
func (l *ledger) resume(a *archive) {
	for _, r := range []*roll[string]{&l.near.meetings, &l.near.ask, &l.days.others} {
		r.begin()
	}
	for _, d := range l.shown {
		l.near.meet(d)
		l.days.add(d)
		l.about.count(d.Actors, 1)
		if d.status() == d.Status {
			e := d.Event // as it was shown; see event
			e.ID, e.Date, e.Status, e.Formerly, e.Pinned, e.rated, e.Rank = d.ID, d.Date, d.Status, d.Formerly, d.Pinned, d.rated(), d.rank
			e.Links = a.archivePools.links.take(len(d.links))
			for i, r := range d.links {
				e.Links[i] = Link{r.rel, r.to.ID}
			}
			d.out = e
		}
	}
	l.near.resume(a)
	l.days.others.resume()
}

// resume puts the sentences of each document into order, where the lists of events
// are.
func (n *neighbourhoods) resume(a *archive) {
	for i, j := 0, 0; i < len(a.tales); i = j {
		doc, to := a.tellings[i].Doc, i
		for j = i; j < len(a.tales) && a.tellings[j].Doc == doc; j++ {
			if a.tales[j].of != nil {
				a.tales[to] = a.tales[j]
				to++
			}
		}
		list := a.tales[i:to:to]
		if more := n.places[doc]; len(more) > 0 {
			list = append(list, more...)
		}
		n.places[doc] = list
		n.order(doc)
	}
	for _, r := range []*roll[string]{&n.meetings, &n.ask} {
		r.resume()
	}
}

// begin takes drafts in order, until resume.
func (r *roll[K]) begin() { r.touched = nil }

// resume holds that the lists are in order; each has an event once.
func (r *roll[K]) resume() {
	for key, list := range r.lists {
		if once := slices.Compact(list); len(once) < len(list) {
			r.lists[key] = once
		}
	}
	r.touched = map[K]bool{}
}
