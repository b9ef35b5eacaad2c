package chronology

import (
	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Collector takes mentions one at a time and merges them in the end. Of a
// mention it keeps what is compared, as numbers, and lets go of its sentence, so
// that it holds many more than Merge, whose events carry their sentences along.
// Make one with NewCollector.
type Collector struct {
	reader *reader
	census *Census
	all    []*said
}

// NewCollector is a collector of nothing. What opts knows of actors is used
// from the beginning.
func NewCollector(opts Options) *Collector {
	return &Collector{reader: newReader(opts.Actor), census: NewCensus()}
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
}

// Events are the events of all that was added, in order of date: those of Merge
// but for Told, whose mentions have no sentences. The diagnostics are of edits
// that no longer find what they were made for. The collector is empty then.
func (c *Collector) Events(opts Options) ([]*Event, []source.Diagnostic) {
	facts := c.census.Facts()
	shelf := newShelf()
	placed := make([]*telling, len(c.all))
	for i, s := range c.all {
		placed[i] = s.weighed(facts)
	}
	shelf.change(nil, placed)
	c.all, c.census, c.reader.texts = nil, NewCensus(), map[string]string{}
	var drafts []*draft
	for _, joined := range together(shelf.stretches(), shelf.edgesOf) {
		drafts = append(drafts, joined.drafted(c.reader.lookup))
	}
	return newLedger(c.reader.lookup).events(drafts, opts)
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
