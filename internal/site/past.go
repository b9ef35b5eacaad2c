package site

import (
	"maps"
	"slices"
	"sync"

	"github.com/dateline-ssg/dateline/internal/chronology"
)

// Imprint is a hash over all that an event and its tellings say: equal
// imprints, equal events, wherever they stand and whoever else is told. Its rank is no
// part of it: few files hold that, and where it decides what a list shows, or in which
// order, the key of the list says so. Where in
// its article a telling stands, by which words and rule it was found and what the
// article is like is no part of it, for no page or export shows that but the
// article's own, whose key holds all of the article: else every event of an
// article would be drawn again for a word that was put in before it.
type Imprint [16]byte

// Past is what laying out a site leaves for the next time in the same process:
// the events with their imprints and places, and their cards. A preview lays
// the site out again after every save, and of a thousand events one is new.
//
// The law: what is taken from the past is a function of imprints and of what
// seal compares, so pages with a past have the keys and bytes of those
// without. The zero value holds nothing; it is used by one run at a time.
type Past struct {
	told  map[string]imprinted // by id
	lanes sum                  // as lanesSum says, where Know told of the next run: the rails in told are of these
	last  *index               // nothing changes it but for cards being drawn
}

// imprinted is an event with its imprint, and the name of its mark on the rail
// where that is of another process.
type imprinted struct {
	ev    *chronology.Event
	hash  Imprint
	rail  string
	known bool // rail is
}

// Known is what a run found of events that it showed: their imprints, and their
// marks, which depend on the event, the lanes, and what is known of actors.
type Known struct {
	Lanes    string
	Imprints []Imprint // of each; zeros where it was not shown
	Rails    []string
}

// Know tells p of events as a run of another process, to which the same was known
// of actors, found them. An event of the next run that is one of these has its
// imprint, and its mark.
func (p *Past) Know(events []*chronology.Event, known Known) {
	p.told = make(map[string]imprinted, len(events))
	copy(p.lanes[:], known.Lanes)
	for i, ev := range events {
		if known.Imprints[i] != (Imprint{}) {
			p.told[ev.ID] = imprinted{ev, known.Imprints[i], known.Rails[i], true}
		}
	}
}

// Found is what the last run found of those of these events that it showed.
func (p *Past) Found(events []*chronology.Event) Known {
	x, lanes := p.last, p.last.lanesSum()
	k := Known{string(lanes[:]), make([]Imprint, len(events)), make([]string, len(events))}
	for i, ev := range events {
		if e := x.byID[ev.ID]; e != nil && e.ev == ev {
			k.Imprints[i], k.Rails[i] = e.imprint, e.rail
		}
	}
	return k
}

// Imprints are those of events, in their order. Only events that are not as
// they were the last time are looked into; p may be nil.
func (p *Past) Imprints(events []*chronology.Event) []Imprint {
	out := make([]Imprint, len(events))
	var fresh []int
	for i, ev := range events {
		if p != nil {
			if was, ok := p.told[ev.ID]; ok && same(was.ev, ev) {
				if out[i] = was.hash; was.ev != ev {
					was.ev = ev
					p.told[ev.ID] = was
				}
				continue
			}
		}
		fresh = append(fresh, i)
	}
	inParts(fresh, func(part []int) {
		k := newKey(sum{}, "")
		for _, i := range part {
			out[i] = imprint(k, events[i])
		}
	})
	if p != nil {
		p.note(events, fresh, out)
	}
	return out
}

// note keeps what was found of fresh events, by number, and forgets those that
// are gone.
func (p *Past) note(events []*chronology.Event, fresh []int, imprints []Imprint) {
	if p.told == nil {
		p.told = make(map[string]imprinted, len(events))
	}
	for _, i := range fresh {
		p.told[events[i].ID] = imprinted{ev: events[i], hash: imprints[i]}
	}
	if len(p.told) > len(events) {
		there := make(map[string]imprinted, len(events))
		for _, ev := range events {
			there[ev.ID] = p.told[ev.ID]
		}
		p.told = there
	}
}

func imprint(k key, ev *chronology.Event) Imprint {
	bare := *ev
	bare.Rank = 0
	k.begin(sum{}, "imprint").any(bare)
	for _, m := range ev.Told {
		k.str(m.Doc, m.ID, m.DCT, m.Outlet, m.URL, m.Author, m.Date, m.Mod, m.Precision, m.DateBasis, m.Quote, m.Headline,
			m.Type, m.Plover, m.Status, m.Attribution, m.Text, m.Title, m.Slug, m.Path, m.Image, m.Alt)
		for _, list := range [...][]string{m.Actors, m.Agents, m.Targets, m.Places} {
			k.str(itoa(len(list))).str(list...)
		}
		k.str(itoa(m.Importance<<2 | boolean(m.Background)<<1 | boolean(m.SentenceEnd > m.SentenceStart)))
	}
	return Imprint(k.sum())
}

// same reports whether two events are told alike, by the same mentions: those
// of an article that has not changed are the same from run to run. Where it
// says no, the imprints decide.
func same(a, b *chronology.Event) bool {
	return a == b ||
		a.ID == b.ID && a.Date == b.Date && a.Mod == b.Mod && a.Precision == b.Precision &&
			a.Headline == b.Headline && a.Type == b.Type && a.Plover == b.Plover && a.Status == b.Status &&
			a.Confidence == b.Confidence && a.Importance == b.Importance &&
			a.Background == b.Background && a.Note == b.Note && a.Pinned == b.Pinned &&
			slices.Equal(a.Told, b.Told) && slices.Equal(a.Actors, b.Actors) && slices.Equal(a.Places, b.Places) &&
			slices.Equal(a.Mentions, b.Mentions) && slices.Equal(a.Links, b.Links) && slices.Equal(a.Copies, b.Copies) &&
			slices.Equal(a.Corrections, b.Corrections) && slices.EqualFunc(a.Dates, b.Dates, sameVote)
}

func sameVote(a, b chronology.DateVote) bool { return a.Date == b.Date && slices.Equal(a.Docs, b.Docs) }

// inParts does something with all of a list, a part of it at a time, on all
// processors.
func inParts[T any](list []T, do func(part []T)) {
	var all sync.WaitGroup
	for part := range slices.Chunk(list, max(1, (len(list)+3)/4)) {
		all.Go(func() { do(part) })
	}
	all.Wait()
}

// addressed reports whether events stand at the addresses of the last time.
func (p *Past) addressed(x *index) bool {
	return p != nil && p.last != nil && p.last.in.Config.Publish.Events == x.in.Config.Publish.Events && p.last.addr == x.addr &&
		maps.Equal(p.last.crowded, x.crowded)
}

// index is the last time's index, or nil.
func (p *Past) index() *index {
	if p == nil {
		return nil
	}
	return p.last
}

// entry is the last time's entry of an event that is as it was, else nil.
func (p *Past) entry(id string, hash Imprint) *entry {
	if p == nil || p.last == nil {
		return nil
	}
	if e := p.last.byID[id]; e != nil && e.imprint == hash {
		return e
	}
	return nil
}

// rail is the mark of an event as a run of another process found it.
func (p *Past) rail(e *entry) (string, bool) {
	was, ok := p.told[e.ev.ID]
	return was.rail, ok && was.hash == e.imprint && was.known
}
