package chronology

import (
	"iter"

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
	over   bool  // mentions are there: all are
	err    error // of the scratch
}

// NewCollector is a collector of nothing. What opts knows of actors is used
// from the beginning.
func NewCollector(opts Options) *Collector {
	return &Collector{reader: newReader(opts.Actor), census: NewCensus()}
}

// Spill lets the collector write mentions to a scratch once they take more
// than about so many bytes of memory. Such a collector is for what has neither
// a lock nor edits. It is to be called before Add.
func (c *Collector) Spill(to Scratch, memory int) {
	c.room = memory
	c.spill = newSpill(to, memory, c.reader)
	c.census.spilled = newPrints(c.spill.disk, memory/8)
}

// Add takes a mention, which is the collector's from then on.
func (c *Collector) Add(m *event.Mention) {
	s := c.reader.tell(m)
	c.reader.strip(m)
	c.add(s)
}

func (c *Collector) add(s *said) {
	if c.err != nil {
		return
	}
	defer mended(&c.err)
	c.census.add(s, 1)
	c.census.print(s)
	if c.over {
		c.spill.add(s)
		return
	}
	c.all = append(c.all, s)
	if c.spill == nil {
		return
	}
	if c.held += s.weight(); c.held > c.room {
		for _, s := range c.all {
			c.spill.add(s) // which holds far more of them
		}
		c.spill.mentions.cut()
		c.all, c.over = nil, true
		c.reader.fleets()
	}
}

// weight is about how many bytes a mention takes while it is held.
func (s *said) weight() int {
	return 2048 + len(s.Doc) + len(s.ID) + len(s.URL) + len(s.Headline) + 24*(len(s.Actors)+len(s.Places)) + 8*len(s.terms) + 4*len(s.clause)
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
	if c.err != nil {
		return nil, c.err
	}
	defer mended(&err)
	facts := c.census.facts()
	c.census, c.reader.texts = NewCensus(), nil
	if c.over {
		c.spill.facts = facts
		l := newLinking(c.spill)
		sweep(c.spill.tellings(), l.month)
		return nil, l.tell(opts, take)
	}
	ss, edges := swept(weighed(sorted(c.all), facts))
	c.all = nil
	return told(together(ss, edges), c.reader.lookup, opts, take)
}

// told gives the events of clusters to take, in order of date.
func told(clusters []*cluster, lookup func(string) *actor.Actor, opts Options, take func(*Event) error) ([]source.Diagnostic, error) {
	drafts := make([]*draft, len(clusters))
	drafter := drafter{lookup: lookup}
	for i, joined := range clusters {
		drafts[i] = drafter.assemble(joined.whole())
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
