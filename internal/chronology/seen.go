package chronology

import (
	"encoding/binary"
	"math/bits"

	"github.com/zeebo/xxh3"

	"github.com/dateline-ssg/dateline/internal/event"
)

// seen tells mentions that a stream gives again. It holds a number of each, and
// where these are too many and it has a scratch, puts them there and holds a
// filter: what the filter does not know has not been given, and what it thinks to
// know is put off until all has been read and put in order. (Bloom 1970.)
type seen struct {
	lines  map[xxh3.Uint128]int // mention → the line that gave it first
	most   int                  // of lines
	disk   *disk                // nil where all are held
	memory int
	filter []uint64 // a power of two, none while all are held
	given  *sorting // mentions by number and line, and where their lines are put off
}

// Bytes of memory that go to one of the mentions held, and to one word of the
// filter.
const (
	perSeen   = 1 << 9
	perFilter = 1 << 6
)

func newSeen(to Scratch, memory int) *seen {
	s := &seen{lines: map[xxh3.Uint128]int{}}
	if to != nil {
		s.disk, s.most, s.memory = newDisk(to, 0), max(memory/perSeen, 1<<10), memory
	}
	return s
}

// first is the line that gave a mention first, 0 where none did. Of what is put
// off nothing is known yet.
func (s *seen) first(m *event.Mention, line int, text []byte) (first int, off bool) {
	h := xxh3.HashString128(m.Doc + "\x00" + m.ID)
	if s.filter == nil {
		if was, ok := s.lines[h]; ok {
			return was, false
		}
		if s.lines[h] = line; s.disk != nil && len(s.lines) > s.most {
			s.let()
		}
		return 0, false
	}
	at := int64(-1)
	if off = s.filtered(h); off {
		at = s.disk.frame(text)
	}
	s.give(h, line, at)
	return 0, off
}

// let goes over from the numbers to the filter.
func (s *seen) let() {
	s.filter = make([]uint64, 1<<bits.Len(uint(max(s.memory/perFilter, 1<<10)-1)))
	s.given = newSorting(s.disk, max(s.memory/16, fewest))
	for h, line := range s.lines {
		s.filtered(h)
		s.give(h, line, -1)
	}
	s.lines = nil
}

// filtered reports whether the filter thinks to know a mention, which it does
// from then on.
func (s *seen) filtered(h xxh3.Uint128) bool {
	known := true
	for i := range uint64(4) {
		bit := h.Hi + i*(h.Lo|1)
		word := &s.filter[bit>>6&uint64(len(s.filter)-1)]
		known = known && *word>>(bit&63)&1 > 0
		*word |= 1 << (bit & 63)
	}
	return known
}

func (s *seen) give(h xxh3.Uint128, line int, at int64) {
	key := h.Bytes()
	b := binary.BigEndian.AppendUint64(key[:], uint64(line))
	s.given.add(binary.BigEndian.AppendUint64(b, uint64(at+1)))
}

// late gives the lines that were put off, in order, each with the line that gave
// its mention first, 0 where none did.
func (s *seen) late(do func(line, first int, text []byte)) {
	if s.filter == nil {
		return
	}
	off := newSorting(s.disk, s.given.most)
	key, first := "", 0
	for _, record := range s.given.each() {
		line := int(binary.BigEndian.Uint64(record[16:]))
		if h := string(record[:16]); h != key {
			key, first = h, line
		}
		if at := binary.BigEndian.Uint64(record[24:]); at > 0 {
			b := binary.BigEndian.AppendUint64(nil, uint64(line))
			b = binary.BigEndian.AppendUint64(b, at)
			if first == line {
				off.add(binary.BigEndian.AppendUint64(b, 0))
			} else {
				off.add(binary.BigEndian.AppendUint64(b, uint64(first)))
			}
		}
	}
	for _, record := range off.each() {
		at := int64(binary.BigEndian.Uint64(record[8:])) - 1
		do(int(binary.BigEndian.Uint64(record)), int(binary.BigEndian.Uint64(record[16:])), s.disk.framed(at))
	}
}
