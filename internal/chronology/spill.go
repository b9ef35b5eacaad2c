package chronology

import (
	"cmp"
	"encoding/binary"
	"iter"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// spill is mentions on a scratch, from where they are taken up again.
type spill struct {
	disk     *disk
	coder    *coder
	lookup   func(string) *actor.Actor
	facts    Facts    // of all, known before any is taken up
	memory   int      // bytes of mentions that may be held
	mentions *sorting // in the order in which months need them
}

// ref is where a mention stands on the scratch.
type ref int64

// visitor is what a mention says with the span to which it belongs.
type visitor struct {
	span
	*said
}

// inOrder is the order in which months need their mentions: each stands where
// the first of its months is merged, with those of its span.
func inOrder(a, b visitor) int {
	return cmp.Or(cmp.Compare(a.from, b.from), a.span.compare(b.span), compareMentions(a.Mention, b.Mention))
}

// sorted are those in order that have a place in time; what has neither a date
// nor a document's date can join nothing.
func sorted(all []*said) []visitor {
	out := make([]visitor, 0, len(all))
	for _, s := range all {
		if at, ok := spanOf(s); ok {
			out = append(out, visitor{at, s})
		}
	}
	slices.SortFunc(out, inOrder)
	return out
}

// newSpill is a spill of nothing, which holds about so many bytes of memory.
func newSpill(room Scratch, memory int, r *reader) *spill {
	d := newDisk(room, memory/8)
	return &spill{disk: d, coder: newCoder(r), lookup: r.lookup, memory: memory, mentions: newSorting(d, max(memory/4, fewest))}
}

// fewest is how many bytes of records are sorted at once at least.
const fewest = 1 << 12

// sorting is one of the orders that are made of what was spilled, of which some
// are made at once.
func (s *spill) sorting() *sorting { return newSorting(s.disk, max(s.memory/16, fewest)) }

// add takes a mention: its key in the order of inOrder, what it says, and how
// long the key is.
func (s *spill) add(x *said) {
	at, ok := spanOf(x)
	if !ok {
		return
	}
	b := keyText(keyText(at.key(keyInt(nil, at.from)), x.Date), x.Doc)
	for _, n := range []int{x.SentenceStart, x.Trigger.Start, x.SentenceEnd, len(x.ID)} {
		b = keyInt(b, n)
	}
	b = keyText(keyText(keyText(b, x.ID), x.Type), x.Headline)
	s.mentions.add(s.closed(b, x))
}

// closed adds what a mention says to its key, and how long that is.
func (s *spill) closed(key []byte, x *said) []byte {
	return binary.LittleEndian.AppendUint32(s.coder.append(key, x), uint32(len(key)))
}

// opened is the telling of a record.
func (s *spill) opened(record []byte, at int64) *telling {
	n := len(record) - 4
	t := s.coder.read(record[binary.LittleEndian.Uint32(record[n:]):n]).weighed(s.facts)
	t.at = ref(at)
	return t
}

// put adds a mention that stands in no order.
func (s *spill) put(x *said) ref { return ref(s.disk.frame(s.closed(nil, x))) }

// tellings are all that were added, in order.
func (s *spill) tellings() iter.Seq2[span, *telling] {
	s.mentions.cut()
	return func(yield func(span, *telling) bool) {
		for at, record := range s.mentions.each() {
			t := s.opened(record, at)
			if span, _ := spanOf(t.said); !yield(span, t) {
				return
			}
		}
	}
}

// take reads a telling again.
func (s *spill) take(at ref) *telling { return s.opened(s.disk.framed(int64(at)), int64(at)) }

// key adds what puts spans into the order of compare.
func (s span) key(b []byte) []byte {
	b = append(b, byte(s.level+1))
	b = binary.BigEndian.AppendUint32(b, uint32(s.to-s.from))
	return binary.BigEndian.AppendUint32(b, uint32(s.from)^1<<31)
}

// spanOfKey reads what key has written.
func spanOfKey(b []byte) span {
	s := span{level: int(b[0]) - 1, from: int(int32(binary.BigEndian.Uint32(b[5:]) ^ 1<<31))}
	s.to = s.from + int(binary.BigEndian.Uint32(b[1:]))
	return s
}

// spanKey is how many bytes key adds.
const spanKey = 9
