package chronology

import (
	"iter"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Collector takes mentions one at a time and merges them in the end. Of a
// mention it keeps what is compared, as numbers, and lets go of its sentence, so
// that it holds many more than Merge, whose events carry their sentences along.
// With a scratch to spill to, it holds no more of them than are at work: those
// of the months that are being merged. Make one with NewCollector.
type Collector struct {
	reader *reader
	census *Census
	all    []*said
	room   int // bytes of memory that all may take, 0 without a bound
	held   int // about so many they take
	spill  *spill
	err    error // of the scratch
}

// NewCollector is a collector of nothing. What opts knows of actors is used
// from the beginning.
func NewCollector(opts Options) *Collector {
	return &Collector{reader: newReader(opts.Actor), census: NewCensus()}
}

// Spill lets the collector write mentions to a scratch whenever they take more
// than about so many bytes of memory. Such a collector is for what has neither
// a lock nor edits. It is to be called before Add.
func (c *Collector) Spill(to Scratch, memory int) {
	c.room = memory
	c.spill = newSpill(to, memory, c.reader)
}

// Add takes a mention, which is the collector's from then on.
func (c *Collector) Add(m *event.Mention) {
	s := c.reader.tell(m)
	c.reader.strip(m)
	c.add(s)
}

func (c *Collector) add(s *said) {
	c.census.add(s, 1)
	c.census.print(s)
	c.all = append(c.all, s)
	if c.spill != nil {
		if c.held += s.weight(); c.held > c.room {
			c.flush()
		}
	}
}

// weight is about how many bytes a mention takes while it is held.
func (s *said) weight() int {
	return 2048 + len(s.Doc) + len(s.ID) + len(s.URL) + len(s.Headline) + 24*(len(s.Actors)+len(s.Places)) + 8*len(s.terms) + 4*len(s.clause)
}

// flush writes what is held.
func (c *Collector) flush() {
	if c.err == nil && len(c.all) > 0 {
		c.err = c.spill.write(c.all)
	}
	c.all, c.held = nil, 0
	clear(c.reader.texts)
}

// Events are the events of all that was added, in order of date: those of Merge
// but for Told, whose mentions have no sentences. The diagnostics are of edits
// that no longer find what they were made for. The error is of the scratch. The
// collector is empty then.
func (c *Collector) Events(opts Options) ([]*Event, []source.Diagnostic, error) {
	var out []*Event
	ds, err := c.Each(opts, func(e *Event) error {
		out = append(out, e)
		return nil
	})
	return out, ds, err
}

// Each gives the events that Events would return to take, one at a time, until
// it returns an error. With a scratch they are held no longer than that.
func (c *Collector) Each(opts Options, take func(*Event) error) (ds []source.Diagnostic, err error) {
	defer mended(&err)
	facts := c.census.Facts()
	ss, edges, err := c.stretches(facts)
	c.all, c.census = nil, NewCensus()
	clear(c.reader.texts)
	if err != nil {
		return nil, err
	}
	return told(together(ss, edges), c.reader.lookup, opts, take)
}

// mended makes an error of what broke while tellings were taken up.
func mended(err *error) {
	if r := recover(); r != nil {
		b, ok := r.(broken)
		if !ok {
			panic(r)
		}
		*err = b.error
	}
}

// told gives the events of clusters to take, in order of date.
func told(clusters []*cluster, lookup func(string) *actor.Actor, opts Options, take func(*Event) error) ([]source.Diagnostic, error) {
	drafts := make([]*draft, len(clusters))
	for i, joined := range clusters {
		whole := joined.whole()
		drafts[i] = assemble(whole, lookup)
		drafts[i].day = joined.day
		if s := joined.rest.in; s != nil {
			drafts[i].called() // while its headline is at hand
			drafts[i].rest = s.lay(whole.told)
			s.opened(drafts[i])
		}
		clusters[i] = nil
	}
	l := newLedger(lookup)
	ds := l.change(drafts, opts)
	for _, d := range l.shown {
		if err := take(d.event()); err != nil {
			return ds, err
		}
	}
	return ds, nil
}

// stretches merges month by month what is held, or what was spilled.
func (c *Collector) stretches(facts Facts) ([]*Stretch, func(a, b *unit) []edge, error) {
	if c.spill == nil || len(c.spill.runs) == 0 {
		ss, edges := sweep(weighed(sorted(c.all), facts), func(*unit) {})
		return ss, edges, nil
	}
	c.flush()
	if c.err != nil {
		return nil, nil, c.err
	}
	c.spill.facts = facts
	ss, edges := sweep(c.spill.tellings(), func(u *unit) {
		for _, x := range u.clusters {
			x.rest, x.told = c.spill.lay(x.told), nil
		}
	})
	return ss, edges, nil
}

// weighed are tellings of those in order.
func weighed(all []visitor, f Facts) iter.Seq2[span, *telling] {
	return func(yield func(span, *telling) bool) {
		for _, v := range all {
			if !yield(v.span, v.said.weighed(f)) {
				return
			}
		}
	}
}

// names are the mentions that were seen, by a hash of document and name.
type names map[xxh3.Uint128]int

// first is the line on which a mention was seen first, if it was.
func (n names) first(m *event.Mention, line int) (int, bool) {
	key := xxh3.HashString128(m.Doc + "\x00" + m.ID)
	if was, ok := n[key]; ok {
		return was, true
	}
	n[key] = line
	return 0, false
}
