package chronology

import (
	"maps"
	"math"
	"slices"

	"github.com/dateline-ssg/dateline/internal/event"
)

// Marks of an event in an archive.
const (
	isLoose       = 1 << iota // it is no cluster's: the editor's hand has changed it
	isPinned                  // the editor has put it first
	hasEdits                  // a note, corrections, what was merged into it
	hasBackground             // it is told as background
	hasPlain                  // actors, places and dates are those of its only telling
)

// ledger writes the events as they were last shown.
func (a *archivist) ledger(l *ledger) {
	of, number := map[*draft]*cluster{}, make(map[*draft]int, len(l.shown))
	for c := range a.clusters {
		if c.draft != nil {
			of[c.draft] = c
		}
	}
	a.list(slices.Sorted(maps.Keys(l.about.names)))
	a.size(len(l.shown))
	for i, d := range l.shown {
		number[d] = i
		a.draft(d, of[d])
		a.turn()
	}
	for _, d := range l.shown {
		a.size(len(d.links))
		for _, r := range d.links {
			a.text(r.rel)
			a.size(number[r.to])
		}
		a.turn()
	}
}

// draft writes one event, which is a cluster's or, where that is nil, loose.
func (a *archivist) draft(d *draft, of *cluster) {
	e := d.Event
	marks := byte(0)
	for i, is := range []bool{of == nil, d.Pinned, e.Note != "" || len(e.Corrections)+len(e.absorbed) > 0, e.Background, d.plain()} {
		if is {
			marks |= 1 << i
		}
	}
	a.mark(marks)
	a.origin(d, of)
	a.told(d.told)
	a.own(d.ID)
	if e.Headline == d.told[0].Headline {
		a.mark(0)
	} else {
		a.mark(1)
		a.text(e.Headline)
	}
	for _, text := range d.archived() {
		a.text(*text)
	}
	a.signed(e.Importance)
	a.list(d.Formerly)
	if marks&hasPlain == 0 {
		a.names(e)
	}
	a.size(len(e.Copies))
	for _, c := range e.Copies {
		a.text(c.Doc)
		a.text(c.Of)
	}
	if marks&hasEdits > 0 {
		a.edits(e)
	}
	a.text(d.standing)
	a.parts(d.own)
	a.float(d.credited)
	a.float(d.rank)
}

// names writes who and where an event is, and its dates.
func (a *archivist) names(e *Event) {
	a.list(e.Actors)
	a.list(e.Places)
	a.size(len(e.Dates))
	for _, v := range e.Dates {
		a.text(v.Date)
		a.list(v.Docs)
	}
}

func (a *archive) names(e *Event) {
	e.Actors, e.Places = a.list(), a.list()
	e.Dates = a.votes.take(a.count())
	for i := range e.Dates {
		e.Dates[i] = DateVote{a.text(), a.list()}
	}
}

// plain reports whether an event has the actors, places and dates of its only telling,
// as they stand there: nearly all have.
func (d *draft) plain() bool {
	e := d.Event
	if len(d.told) != 1 || d.told[0].undated != nil {
		return false
	}
	t := d.told[0]
	dates := e.Dates
	if t.Date != "" && len(dates) == 1 && dates[0].Date == t.Date && len(dates[0].Docs) == 1 && dates[0].Docs[0] == t.Doc {
		dates = nil
	} else if t.Date != "" {
		return false
	}
	return len(dates) == 0 && slices.Equal(e.Actors, t.Actors) && slices.Equal(e.Places, t.Places)
}

// copyPlain gives a plain event what its telling has.
func (a *archive) copyPlain(d *draft) {
	e, t := d.Event, d.told[0]
	e.Actors, e.Places = eachName(t.Actors), eachName(t.Places)
	e.Dates = a.votes.take(int(mark(t.Date != "")))
	if len(e.Dates) > 0 {
		e.Dates[0] = DateVote{t.Date, a.archivePools.texts.list(t.Doc)}
	}
}

// parts writes what a rank is made of, once what many are made of: the values stand
// where their number comes first.
func (a *archivist) parts(own *parts) {
	n, ok := a.ranks[*own]
	if !ok {
		n = len(a.ranks)
		a.ranks[*own] = n
	}
	if a.size(n); !ok {
		for _, x := range own {
			a.float(x)
		}
	}
}

func (a *archive) parts() *parts {
	n := a.index(len(a.ranks) + 1)
	if n == len(a.ranks) {
		own := new(parts)
		for i := range own {
			own[i] = a.float()
		}
		a.ranks = append(a.ranks, own)
	}
	return a.ranks[n]
}

// origin writes what an event was made of: a hash over its evidence, its cluster with its
// guests and the telling that gives the day; of a loose one, its evidence.
func (a *archivist) origin(d *draft, of *cluster) {
	if of == nil {
		a.evidence(*d.grounds())
		return
	}
	key := d.evidenceKey()
	a.long(key.Hi)
	a.long(key.Lo)
	a.size(a.clusters[of])
	a.size(len(d.guests))
	for _, g := range d.guests {
		a.size(a.clusters[g])
	}
	if d.day == nil {
		a.size(0)
	} else {
		a.size(a.tellings[d.day] + 1)
	}
}

func (a *archive) origin(d *draft, marks byte) {
	if marks&isLoose > 0 {
		found := a.evidence()
		d.found = &found
		return
	}
	d.from, d.key = d, evidenceKey{Hi: a.long(), Lo: a.long()}
	c := a.numbered()
	for range a.count() {
		d.guests = append(d.guests, a.numbered())
	}
	if n := a.index(len(a.tellings) + 1); n > 0 {
		d.day = a.tellings[n-1]
	}
	c.draft = d
}

// archived are the texts of an event that few values are for.
func (d *draft) archived() [8]*string {
	e := d.Event
	return [...]*string{&d.Date, &d.Status, &e.Date, &e.Mod, &e.Precision, &e.Type, &e.Plover, &e.Confidence}
}

// float writes a number that is often 0.
func (w *ink) float(x float64) {
	if x == 0 {
		w.mark(0)
		return
	}
	w.mark(1)
	w.long(math.Float64bits(x))
}

func (in *eye) float() float64 {
	if in.mark() == 0 {
		return 0
	}
	return math.Float64frombits(in.long())
}

// told writes the tellings of an event; of those that an occasion dates, their
// dates.
func (a *archivist) told(list []*telling) {
	a.size(len(list))
	for _, t := range list {
		if t.undated == nil {
			a.size(2 * a.mentions[t.Mention])
			continue
		}
		a.size(2*a.mentions[t.undated] + 1)
		a.text(t.Date)
		a.text(t.Mod)
		a.text(t.Precision)
	}
}

func (a *archive) toldOf(d *draft) []*telling {
	out := a.archivePools.told.take(a.count())
	for i := range out {
		n := a.size()
		if n/2 >= uint64(len(a.tellings)) {
			a.fail()
			return nil
		}
		if out[i] = a.tellings[n/2]; n%2 > 0 {
			on := &event.Mention{Date: a.text(), Mod: a.text(), Precision: a.text()}
			onDay(out[i:i+1], &telling{said: &said{Mention: on}})
		}
		a.tales[n/2] = out[i].tale(d)
	}
	return out
}

func (a *archivist) evidence(e evidence) {
	a.text(e.date)
	a.text(e.kind)
	a.list(e.actors)
	a.size(len(e.told))
	for _, n := range e.told {
		a.long(n)
	}
}

func (a *archive) evidence() evidence {
	e := evidence{date: a.text(), kind: a.text(), actors: a.list(), told: a.sketches.take(a.count())}
	for i := range e.told {
		e.told[i] = a.long()
	}
	return e
}

func (a *archivist) edits(e *Event) {
	a.text(e.Note)
	a.size(len(e.Corrections))
	for _, c := range e.Corrections {
		a.text(c.Date)
		a.text(c.Text)
	}
	a.size(len(e.absorbed))
	for _, x := range e.absorbed {
		a.text(x.id)
		a.mark(mark(x.away))
		a.text(x.says)
	}
}

func (a *archive) edits(e *Event) {
	e.Note = a.text()
	for range a.count() {
		e.Corrections = append(e.Corrections, Correction{a.text(), a.text()})
	}
	for range a.count() {
		e.absorbed = append(e.absorbed, entry{a.text(), a.mark() > 0, a.text()})
	}
}

// ledger reads the events, and enters them as those that were last shown.
func (a *archive) ledger() {
	l := a.keeper.ledger
	l.turn = 1
	l.about.names = map[string]bool{}
	for range a.count() {
		l.about.names[a.text()] = true
	}
	n := a.countOf(leastSaid)
	drafts, events := make([]draft, n), make([]Event, n)
	l.shown = make([]*draft, n)
	for i := range drafts {
		drafts[i].Event, l.shown[i] = &events[i], &drafts[i]
		a.draft(&drafts[i])
		if a.blind {
			return
		}
	}
	for _, d := range l.shown {
		links := a.related.take(a.count())
		for i := range links {
			links[i].rel = a.text()
			links[i].to = l.shown[a.index(n)]
		}
		d.relink(links)
	}
	if !a.blind {
		l.resume(a)
	}
}

// draft reads one event.
func (a *archive) draft(d *draft) {
	e := d.Event
	marks := a.mark()
	a.origin(d, marks)
	d.told = a.toldOf(d)
	d.ID = a.text()
	if !a.blind && len(d.told) > 0 {
		e.Headline = d.told[0].Headline
	}
	if a.mark() > 0 {
		e.Headline = a.text()
	}
	for _, text := range d.archived() {
		*text = a.text()
	}
	d.Pinned, e.Background = marks&isPinned > 0, marks&hasBackground > 0
	e.Importance = a.signed()
	if d.Formerly = a.list(); len(d.Formerly) == 0 {
		d.Formerly = nil
	}
	if plain := marks&hasPlain > 0; !plain {
		a.names(e)
	} else if !a.blind && len(d.told) > 0 {
		a.copyPlain(d)
	}
	for range a.count() {
		e.Copies = append(e.Copies, Copy{a.text(), a.text()})
	}
	if marks&hasEdits > 0 {
		a.edits(e)
	}
	d.standing = a.text()
	d.own = a.parts()
	d.merit, d.credited, d.rank = d.own.sum(), a.float(), a.float()
	if a.blind || len(d.told) == 0 {
		a.fail()
		return
	}
	a.finish(d, marks)
}

// numbered is a cluster by its number among all.
func (a *archive) numbered() *cluster {
	i := a.index(len(a.clusters))
	if a.blind {
		return &cluster{}
	}
	return a.clusters[i]
}

// finish makes what of an event is a function of the rest.
func (a *archive) finish(d *draft, marks byte) {
	e := d.Event
	e.Mentions, e.Told = a.ids.take(len(d.told)), a.archivePools.mentions.take(len(d.told))
	for i, t := range d.told {
		e.Mentions[i], e.Told[i] = MentionID{t.Doc, t.ID}, t.Mention
		if t.undated != nil {
			e.undated = append(e.undated, make([]*event.Mention, i+1-len(e.undated))...)
			e.undated[i] = t.undated
		}
	}
	if was := a.before; was != nil && was.Date == d.Date { // they stand in order
		d.when, d.read, d.begins = was.when, was.read, was.begins
	} else {
		d.date()
	}
	a.before = d
	d.shown, d.under = 1, d.ID
}
