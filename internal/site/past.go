package site

import (
	"maps"
	"slices"
	"sync"

	"github.com/dateline-ssg/dateline/internal/chronology"
)

// Imprint is a hash over all that an event and its tellings say: equal
// imprints, equal events, wherever they stand and whoever else is told. Where in
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
	told map[string]imprinted // by id
	last *index               // nothing changes it but for cards being drawn
}

type imprinted struct {
	ev   *chronology.Event
	hash Imprint
}

// Know tells p of events with their imprints, as a run of another process found
// them; one of zeros is not known. An event of the next run that is one of these
// has its imprint.
func (p *Past) Know(events []*chronology.Event, imprints []Imprint) {
	p.told = make(map[string]imprinted, len(events))
	for i, ev := range events {
		if imprints[i] != (Imprint{}) {
			p.told[ev.ID] = imprinted{ev, imprints[i]}
		}
	}
}

// Imprints are those of events, in their order. Only events that are not as
// they were the last time are looked into; p may be nil.
func (p *Past) Imprints(events []*chronology.Event) []Imprint {
	out := make([]Imprint, len(events))
	var fresh []int
	for i, ev := range events {
		if p != nil {
			if was, ok := p.told[ev.ID]; ok && same(was.ev, ev) {
				out[i] = was.hash
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
		p.told = make(map[string]imprinted, len(events))
		for i, ev := range events {
			p.told[ev.ID] = imprinted{ev, out[i]}
		}
	}
	return out
}

func imprint(k key, ev *chronology.Event) Imprint {
	k.begin(sum{}, "imprint").any(ev)
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
			a.Confidence == b.Confidence && a.Importance == b.Importance && a.Rank == b.Rank &&
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
