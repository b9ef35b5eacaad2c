package chronology

import (
	"bufio"
	"cmp"
	"container/heap"
	"encoding/binary"
	"io"
	"iter"
	"slices"

	"github.com/dateline-ssg/dateline/internal/actor"
)

// Scratch is room outside of memory: what is written to it stands behind what
// was written before, and can be read again anywhere. A file that was just made
// is one.
type Scratch interface {
	io.Writer
	io.ReaderAt
}

// spill is mentions on a scratch, as runs that are sorted. All of them are
// written before any is read.
type spill struct {
	room   Scratch
	coder  *coder
	lookup func(string) *actor.Actor
	facts  Facts // of all, known before any is read
	runs   []run
	out    *bufio.Writer
	end    int64 // of what was written
	pages  [pages]page
	taken  taken
}

// run is mentions in the order of inOrder, by where they begin and end.
type run struct{ from, to int64 }

// ref is where a mention stands: its length, and then the mention.
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

// newSpill is a spill of nothing, of which a quarter of so many bytes of memory
// may be taken up again.
func newSpill(room Scratch, memory int, r *reader) *spill {
	return &spill{room: room, coder: newCoder(r), lookup: r.lookup, out: bufio.NewWriterSize(room, 1<<16), taken: taken{most: memory >> 14}}
}

// write adds a run.
func (s *spill) write(all []*said) error {
	from := s.end
	for _, v := range sorted(all) {
		if _, err := s.put(v.said); err != nil {
			return err
		}
	}
	s.runs = append(s.runs, run{from, s.end})
	return s.out.Flush()
}

// put adds a mention that stands in no run.
func (s *spill) put(x *said) (ref, error) {
	b := s.coder.append(nil, x)
	head := binary.AppendUvarint(nil, uint64(len(b)))
	at := ref(s.end)
	s.end += int64(len(head) + len(b))
	s.out.Write(head)
	_, err := s.out.Write(b)
	return at, err
}

// broken is an error of the scratch while tellings are taken up, deep in what
// cannot fail otherwise. Who began recovers it.
type broken struct{ error }

// tellings are all that was written, in order. Of each run the next is in
// memory.
func (s *spill) tellings() iter.Seq2[span, *telling] {
	return func(yield func(span, *telling) bool) {
		var open front
		for _, r := range s.runs {
			x := &reel{in: bufio.NewReaderSize(io.NewSectionReader(s.room, r.from, r.to-r.from), 1<<16), at: r.from, left: r.to}
			if x.next(s.coder) {
				open = append(open, x)
			}
		}
		heap.Init(&open)
		for len(open) > 0 {
			x := open[0]
			t := x.said.weighed(s.facts)
			t.at = x.ref
			if !yield(x.span, t) {
				return
			}
			if x.next(s.coder) {
				heap.Fix(&open, 0)
			} else {
				heap.Pop(&open)
			}
		}
	}
}

// reel is a run while it is read, at one of its mentions.
type reel struct {
	visitor
	ref      ref
	in       *bufio.Reader
	at, left int64
}

func (x *reel) next(c *coder) bool {
	if x.at == x.left {
		return false
	}
	n, err := binary.ReadUvarint(x.in)
	if err != nil {
		panic(broken{err})
	}
	b := make([]byte, n)
	if _, err := io.ReadFull(x.in, b); err != nil {
		panic(broken{err})
	}
	x.ref = ref(x.at)
	x.at += int64(len(binary.AppendUvarint(nil, n))) + int64(n)
	x.said = c.read(b)
	x.span, _ = spanOf(x.said)
	return true
}

// front is the runs by their next mentions, the first at the top.
type front []*reel

func (f front) Len() int           { return len(f) }
func (f front) Less(i, j int) bool { return inOrder(f[i].visitor, f[j].visitor) < 0 }
func (f front) Swap(i, j int)      { f[i], f[j] = f[j], f[i] }
func (f *front) Push(x any)        { *f = append(*f, x.(*reel)) }
func (f *front) Pop() any {
	x := (*f)[len(*f)-1]
	*f = (*f)[:len(*f)-1]
	return x
}

// pages is how many pieces of the scratch are held, of pageSize bytes each:
// what is taken up together mostly stands together, in as many places as there
// are runs.
const (
	pages    = 256
	pageSize = 1 << 15
)

type page struct {
	number int64 // from 1
	b      []byte
}

// bytes are some of the scratch, good until the next are asked for.
func (s *spill) bytes(from int64, n int) []byte {
	first, last := from/pageSize, (from+int64(n)-1)/pageSize
	if first == last {
		return s.page(first)[from%pageSize:][:n]
	}
	out := make([]byte, 0, n)
	for k := first; k <= last; k++ {
		b := s.page(k)
		if k == first {
			b = b[from%pageSize:]
		}
		out = append(out, b[:min(len(b), n-len(out))]...)
	}
	return out
}

func (s *spill) page(k int64) []byte {
	p := &s.pages[k%pages]
	if p.number != k+1 {
		if p.b == nil {
			p.b = make([]byte, pageSize)
		}
		p.number, p.b = k+1, p.b[:min(pageSize, s.end-k*pageSize)]
		if _, err := s.room.ReadAt(p.b, k*pageSize); err != nil && err != io.EOF {
			panic(broken{err})
		}
	}
	return p.b
}

// take reads tellings again.
func (s *spill) take(refs []ref) []*telling {
	out := make([]*telling, len(refs))
	for i, r := range refs {
		n, k := binary.Uvarint(s.bytes(int64(r), min(binary.MaxVarintLen64, int(s.end-int64(r)))))
		out[i] = s.coder.read(s.bytes(int64(r)+int64(k), int(n))).weighed(s.facts)
		out[i].at = r
	}
	return out
}
