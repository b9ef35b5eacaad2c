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
	told  []imprinted // in the order in which they were given
	lanes sum         // as castOf says, where Know told of the next run: the rails in told are of these
	marks []string    // that the rails in told are
	last  *index      // nothing changes it but for cards being drawn
}

// imprinted is an event with its imprint, and its mark on the rail where that is of
// another process.
type imprinted struct {
	ev   *chronology.Event
	hash Imprint
	rail uint32 // number of the mark and one more, 0 where it is not known
}

// Known is what a run found of events that it showed: their imprints, and their
// marks, which depend on the event, the lanes, and what is known of actors.
type Known struct {
	Lanes    string
	Imprints []Imprint // of each; zeros where it was not shown
	Rails    []uint32  // of each the number of its mark
	Marks    []string  // every mark, once
}

// Know tells p of events as a run of another process, to which the same was known
// of actors, found them. An event of the next run that is one of these has its
// imprint, and its mark.
func (p *Past) Know(events []*chronology.Event, known Known) {
	p.told = make([]imprinted, 0, len(events))
	copy(p.lanes[:], known.Lanes)
	p.marks = known.Marks
	for i, ev := range events {
		if known.Imprints[i] != (Imprint{}) {
			p.told = append(p.told, imprinted{ev, known.Imprints[i], known.Rails[i] + 1})
		}
	}
}

// Found is what the last run found of those of these events that it showed.
func (p *Past) Found(events []*chronology.Event) Known {
	x, lanes := p.last, p.last.cast
	k := Known{Lanes: string(lanes[:]), Imprints: make([]Imprint, len(events)), Rails: make([]uint32, len(events))}
	numbers := map[string]uint32{}
	for i, ev := range events {
		e := x.byID[ev.ID]
		if e == nil || e.ev != ev {
			continue
		}
		n, ok := numbers[e.rail]
		if !ok {
			n = uint32(len(k.Marks))
			numbers[e.rail] = n
			k.Marks = append(k.Marks, e.rail)
		}
		k.Imprints[i], k.Rails[i] = e.imprint, n
	}
	return k
}

// Imprints are those of events, in their order. Only events that are not as
// they were the last time are looked into; p may be nil.
func (p *Past) Imprints(events []*chronology.Event) []Imprint {
	told := p.again(events)
	var fresh []int
	for i, ev := range events {
		if was := &told[i]; was.ev == nil || !same(was.ev, ev) {
			fresh = append(fresh, i)
		} else {
			was.ev = ev
		}
	}
	inParts(fresh, func(part []int) {
		k := newKey(sum{}, "")
		for _, i := range part {
			told[i] = imprinted{ev: events[i], hash: imprint(k, events[i])}
		}
	})
	if p != nil {
		p.told = told
	}
	out := make([]Imprint, len(events))
	for i := range told {
		out[i] = told[i].hash
	}
	return out
}

// again is what is known of the events of these ids. They mostly stand in the order of
// the last time, with some more and some gone, so two lists are gone through side by
// side, and only what is left over on both is looked for.
func (p *Past) again(events []*chronology.Event) []imprinted {
	out := make([]imprinted, len(events))
	if p == nil {
		return out
	}
	const ahead = 8 // of the last time, may be passed over
	left := map[string]imprinted{}
	var missed []int
	j := 0
	for i, ev := range events {
		k := j
		for k < len(p.told) && k < j+ahead && p.told[k].ev.ID != ev.ID {
			k++
		}
		if k == len(p.told) || k == j+ahead {
			missed = append(missed, i)
			continue
		}
		for _, gone := range p.told[j:k] {
			left[gone.ev.ID] = gone
		}
		out[i], j = p.told[k], k+1
	}
	if len(missed) > 0 {
		for _, gone := range p.told[j:] {
			left[gone.ev.ID] = gone
		}
	}
	for _, i := range missed {
		out[i] = left[events[i].ID]
	}
	return out
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

// rail is the mark of the i-th event as a run of another process found it, where Imprints
// knew that event again.
func (p *Past) rail(i int, ev *chronology.Event) (string, bool) {
	if p == nil || i >= len(p.told) || p.told[i].ev != ev || p.told[i].rail == 0 {
		return "", false
	}
	return p.marks[p.told[i].rail-1], true
}
