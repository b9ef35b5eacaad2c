package chronology

import (
	"io"
	"sync"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Options is what Merge may know besides the mentions. The zero value knows
// nothing: actors count alike, ids come from content, nobody has edited.
type Options struct {
	// Actor gives what is known of a canonical name, nil if nothing.
	Actor func(name string) *actor.Actor
	// Principals are the canonical names that the chronology is about; empty
	// means the three most frequent.
	Principals []string
	Lock       Lock  // the identities of the last build
	Edits      Edits // the editor's decisions
}

// Merge makes events of mentions and returns them in order of date. The order
// of the mentions does not matter: the same set gives the same events. The
// diagnostics are of edits that no longer find what they were made for.
func Merge(mentions []*event.Mention, opts Options) ([]*Event, []source.Diagnostic) {
	c := NewCollector(opts)
	for _, m := range mentions {
		c.add(c.reader.tell(m))
	}
	events, ds, _ := c.Events(opts) // nothing is spilled
	return events, ds
}

// MergeMonths is the second of three steps: it merges, month by month, what the
// months need of the mentions, which is at least all that Spread gives for them,
// with the facts of all. It returns a stretch for each month, in their order.
func MergeMonths(months []calendar.Date, mentions []*event.Mention, f Facts, opts Options) []*Stretch {
	reader := newReader(opts.Actor)
	ts := make([]*telling, len(mentions))
	for i, m := range mentions {
		ts[i] = reader.tell(m).weighed(f)
	}
	s := newShelf()
	s.change(nil, ts)
	present := s.present()
	out := make([]*Stretch, len(months))
	for i, month := range months {
		m := monthOf(month.First())
		if out[i] = (&Stretch{month: m}); len(present[m]) > 0 {
			out[i] = s.merge(m, present[m])
		}
	}
	return out
}

// Spread is the months whose merging needs a mention: the month that its date
// lies in; all months that a coarser date covers, or in which what has no date
// may have been. It is none where neither a date nor a publication date is
// known.
func Spread(m *event.Mention) []calendar.Date {
	t := &said{Mention: m}
	t.dateIt()
	s, ok := spanOf(t)
	var out []calendar.Date
	for n := s.from; ok && n <= s.to; n++ {
		out = append(out, month(n))
	}
	return out
}

// LinkStretches is the third of three steps: it puts the stretches of all months
// together and makes events of them, in order of date. The diagnostics are of
// edits that no longer find what they were made for.
func LinkStretches(ss []*Stretch, opts Options) ([]*Event, []source.Diagnostic) {
	var events []*Event
	ds, _ := told(together(ss, edges), remember(opts.Actor), opts, func(e *Event) error {
		events = append(events, e)
		return nil
	})
	return events, ds
}

// LinkLines is the third step over the lines that Facts.Write and Stretch.Write of all
// months have written, in any order. It gives the events to take, in order of
// date, and keeps the mentions on a scratch, but for about so many bytes of them.
// For a lock and edits there is LinkStretches. The error names a line that cannot
// be read, or is the reader's, the scratch's or take's.
func LinkLines(lines io.Reader, opts Options, to Scratch, memory int, take func(*Event) error) (err error) {
	defer mended(&err)
	r := newReader(opts.Actor)
	r.fleets()
	in := &reading{reader: r, lines: newLinesSpilled(newSpill(to, memory, r))}
	if err := in.read(lines); err != nil {
		return err
	}
	if !in.known && in.lines.known {
		return errNoFacts
	}
	l, err := in.lines.linked(in.facts)
	if err != nil {
		return err
	}
	return l.tell(opts, take)
}

// remember is lookup that asks once for each name, or little more where several
// goroutines ask.
func remember(lookup func(string) *actor.Actor) func(string) *actor.Actor {
	if lookup == nil {
		return func(string) *actor.Actor { return nil }
	}
	var known sync.Map // name → *actor.Actor
	return func(name string) *actor.Actor {
		if name == "" {
			return nil
		}
		if a, ok := known.Load(name); ok {
			return a.(*actor.Actor)
		}
		a := lookup(name)
		known.Store(name, a)
		return a
	}
}
