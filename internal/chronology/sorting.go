package chronology

import (
	"bytes"
	"cmp"
	"container/heap"
	"encoding/binary"
	"iter"
	"slices"
)

// sorting puts records into the order of their bytes: those held in memory as
// they are, more of them as runs on a disk, which are merged. It holds no more of
// them than it may, and reads no more than some runs at once.
type sorting struct {
	disk *disk
	most int // bytes that it may hold

	bytes []byte // of the records held
	held  []piece
	sure  bool // those held are in order
	tiers [][]run
}

// piece is a record that is held: its first bytes as a number, and where it stands.
type piece struct {
	first    uint64
	from, to int
}

// run is records in order, each behind its length, by where they begin and end.
type run struct{ from, to int64 }

// merged is how many runs make one of the next tier.
const merged = 32

func newSorting(d *disk, most int) *sorting { return &sorting{disk: d, most: most} }

// add takes a record, which it copies.
func (s *sorting) add(record []byte) {
	if len(s.held) > 0 && len(s.bytes)+len(record)+24*len(s.held) > s.most {
		s.cut()
	}
	at := len(s.bytes)
	s.bytes = append(s.bytes, record...)
	s.held, s.sure = append(s.held, piece{leading(record), at, len(s.bytes)}), false
}

// leading are the first eight bytes of a record as a number of the same order.
func leading(record []byte) uint64 {
	var first [8]byte
	copy(first[:], record)
	return binary.BigEndian.Uint64(first[:])
}

func (s *sorting) sort() {
	if s.sure {
		return
	}
	slices.SortFunc(s.held, func(a, b piece) int {
		return cmp.Or(cmp.Compare(a.first, b.first), bytes.Compare(s.bytes[a.from:a.to], s.bytes[b.from:b.to]))
	})
	s.sure = true
}

// cut makes a run of what is held.
func (s *sorting) cut() {
	if len(s.held) == 0 {
		return
	}
	s.sort()
	r := run{from: s.disk.end()}
	for _, h := range s.held {
		s.disk.frame(s.bytes[h.from:h.to])
	}
	r.to = s.disk.end()
	s.bytes, s.held = s.bytes[:0], s.held[:0]
	s.put(0, r)
}

// put adds a run to a tier, and makes one of the next tier of a full one.
func (s *sorting) put(tier int, r run) {
	if tier == len(s.tiers) {
		s.tiers = append(s.tiers, nil)
	}
	s.tiers[tier] = append(s.tiers[tier], r)
	if len(s.tiers[tier]) < merged {
		return
	}
	next := run{from: s.disk.end()}
	for _, record := range s.through(s.tiers[tier]) {
		s.disk.frame(record)
	}
	next.to = s.disk.end()
	s.tiers[tier] = nil
	s.put(tier+1, next)
}

// empty reports whether there is no record.
func (s *sorting) empty() bool { return len(s.held) == 0 && !s.spilled() }

// spilled reports whether records stand on the disk.
func (s *sorting) spilled() bool { return len(s.tiers) > 0 }

// each are the records in order, each good until the next, with where they stand
// on the disk, if any does: all do then. They may be gone through again.
func (s *sorting) each() iter.Seq2[int64, []byte] {
	if !s.spilled() {
		s.sort()
		return func(yield func(int64, []byte) bool) {
			for _, h := range s.held {
				if !yield(-1, s.bytes[h.from:h.to]) {
					return
				}
			}
		}
	}
	s.cut()
	s.bytes, s.held = nil, nil
	return s.through(slices.Concat(s.tiers...))
}

// through are the records of some runs.
func (s *sorting) through(runs []run) iter.Seq2[int64, []byte] {
	return func(yield func(int64, []byte) bool) {
		var open front
		for i, r := range runs {
			x := &reel{disk: s.disk, number: i, at: r.from, to: r.to}
			if x.next() {
				open = append(open, x)
			}
		}
		heap.Init(&open)
		for len(open) > 0 {
			x := open[0]
			if !yield(x.place, x.record) {
				return
			}
			if x.next() {
				heap.Fix(&open, 0)
			} else {
				heap.Pop(&open)
			}
		}
	}
}

// reel is a run while it is read, at one of its records.
type reel struct {
	disk   *disk
	number int // among the runs that are merged
	at, to int64
	read   []byte // and not yet gone through
	room   []byte

	first  uint64
	record []byte
	place  int64
}

// readAhead is how many bytes of a run are read at once.
const readAhead = 1 << 14

func (x *reel) next() bool {
	x.place = x.at - int64(len(x.read))
	if x.place == x.to {
		return false
	}
	n, k := binary.Uvarint(x.ahead(1))
	if k == 0 {
		n, k = binary.Uvarint(x.ahead(binary.MaxVarintLen64))
	}
	x.ahead(k + int(n))
	x.record, x.read = x.read[k:k+int(n)], x.read[k+int(n):]
	x.first = leading(x.record)
	return true
}

// ahead are the next bytes, at least so many where the run has them.
func (x *reel) ahead(n int) []byte {
	if len(x.read) < n && x.at < x.to {
		if cap(x.room) < max(n, readAhead) {
			x.room = make([]byte, max(n, readAhead))
		}
		have := copy(x.room[:cap(x.room)], x.read)
		more := int(min(int64(cap(x.room)-have), x.to-x.at))
		x.disk.read(x.room[have:have+more:cap(x.room)], x.at)
		x.read = x.room[:have+more]
		x.at += int64(more)
	}
	return x.read
}

// front is the runs by their next records, the first at the top.
type front []*reel

func (f front) Len() int { return len(f) }
func (f front) Less(i, j int) bool {
	a, b := f[i], f[j]
	return cmp.Or(cmp.Compare(a.first, b.first), bytes.Compare(a.record, b.record), cmp.Compare(a.number, b.number)) < 0
}
func (f front) Swap(i, j int) { f[i], f[j] = f[j], f[i] }
func (f *front) Push(x any)   { *f = append(*f, x.(*reel)) }
func (f *front) Pop() any {
	x := (*f)[len(*f)-1]
	*f = (*f)[:len(*f)-1]
	return x
}

// Keys are written so that their bytes are in the order of what they say.

// keyInt adds a number.
func keyInt(b []byte, n int) []byte { return binary.BigEndian.AppendUint64(b, uint64(n)^1<<63) }

// keyText adds a text; what comes behind it decides where texts are equal.
func keyText(b []byte, text string) []byte {
	for i := range len(text) {
		if b = append(b, text[i]); text[i] == 0 {
			b = append(b, 0xff)
		}
	}
	return append(b, 0, 0)
}
