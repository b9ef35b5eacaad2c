package chronology

import (
	"encoding/binary"
	"iter"
)

// linking is the last step for what is on a scratch: months come one after the
// other, and of the clusters of a month stays a record on the scratch once it has
// been held against the next. What is decided over them is decided by the same
// functions as for clusters that are held, on those few that a decision is about,
// which are made again of their records.
type linking struct {
	*spill
	clusters *paged             // records of state
	units    map[span]block     // where the clusters of a span stand in it
	offers   *sorting           // bids, in the order in which guests are placed
	days     *sorting           // guests that an occasion dates, by date
	n        uint64             // offers
	met      map[int64]*cluster // those that are made again, while one decision is made
}

// block is the clusters of one span: the number of the first, and how many.
type block struct{ first, n int64 }

func newLinking(s *spill) *linking {
	return &linking{spill: s, clusters: newPaged(s.disk, stateSize, s.memory/8), units: map[span]block{},
		offers: s.sorting(), days: s.sorting(), met: map[int64]*cluster{}}
}

// month takes over what merging a month has given, and what may be one across
// its edge with the month before.
func (l *linking) month(now *Stretch, across []edge) {
	for _, u := range now.units {
		for _, c := range u.clusters {
			c.number = l.enter(u.span, l.written(c))
		}
	}
	for _, c := range mend(across) {
		l.join(c)
	}
	for _, o := range now.bids {
		names := make([]hostBid, len(o.bids))
		for i, b := range o.bids {
			names[i] = hostBid{b.host.of, b.host.at, b.fit, b.venue}
		}
		l.offer(o.guest.of, o.guest.at, names)
	}
}

// enter adds a cluster, the next one of its span, and returns its number.
func (l *linking) enter(of span, s state) int64 {
	b, ok := l.units[of]
	if !ok {
		b.first = l.clusters.n
	}
	b.n++
	l.units[of] = b
	return l.clusters.add(s.bytes())
}

// written is a cluster that has met no other.
func (l *linking) written(c *cluster) state {
	return state{refs: l.lay(c.told), told: len(c.told), level: c.level, first: c.first, last: c.last}
}

// lay writes down where tellings stand.
func (l *linking) lay(told []*telling) int64 {
	var b []byte
	for _, t := range told {
		b = binary.AppendUvarint(b, uint64(t.at))
	}
	return l.disk.frame(b)
}

// rest is where the tellings of a cluster lie that are not held. The zero value
// is of what is held.
type rest struct {
	in *linking
	at int64
	n  int
}

// tellings are those of the cluster, all or the first n.
func (c *cluster) tellings(n int) []*telling {
	if c.told != nil || c.rest.in == nil {
		return c.told[:min(len(c.told), n)]
	}
	b, out := cursor{c.rest.in.disk.framed(c.rest.at)}, make([]ref, min(n, c.rest.n))
	for i := range out {
		out[i] = ref(b.size())
	}
	return c.rest.in.takeAll(out)
}

func (s *spill) takeAll(refs []ref) []*telling {
	out := make([]*telling, len(refs))
	for i, r := range refs {
		out[i] = s.take(r)
	}
	return out
}

// come are the clusters that have come to c, all or the first n.
func (c *cluster) come(n int) []*cluster {
	if c.guests == nil && c.rest.in != nil {
		return c.rest.in.comeTo(c.number, n)
	}
	return c.guests[:min(len(c.guests), n)]
}

func (l *linking) comeTo(number int64, n int) []*cluster {
	var out []*cluster
	for k := l.state(number).head; k > 0 && len(out) < n; k = l.state(k - 1).next {
		out = append(out, l.up(k-1))
	}
	return out
}

// up makes a cluster of its record, with what it has gone into.
func (l *linking) up(number int64) *cluster {
	c := l.met[number]
	if c == nil {
		s := l.state(number)
		c = &cluster{number: number, level: s.level, first: s.first, last: s.last, rest: rest{l, s.refs, s.told}}
		if l.met[number] = c; s.into > 0 {
			c.into = l.up(s.into - 1)
		}
	}
	return c
}

// join writes down that a cluster has gone into another: behind those that came
// to this before it, with those that came to it.
func (l *linking) join(c *cluster) {
	l.change(c.number, func(s *state) { s.into = c.into.number + 1 })
	guest := l.state(c.number)
	host := l.state(c.into.number)
	if host.tail > 0 {
		l.change(host.tail-1, func(s *state) { s.next = c.number + 1 })
	}
	l.change(c.into.number, func(s *state) {
		if s.head == 0 {
			s.head = c.number + 1
		}
		if s.tail = guest.tail; s.tail == 0 {
			s.tail = c.number + 1
		}
	})
	l.change(c.number, func(s *state) { s.next, s.head, s.tail = s.head, 0, 0 })
}

// wholes are the clusters that have gone into no other, each with what has come
// to it.
func (l *linking) wholes() iter.Seq[*cluster] {
	return func(yield func(*cluster) bool) {
		for n := range l.clusters.n {
			s := l.state(n)
			if s.into > 0 || s.level == undated && s.day == 0 {
				continue
			}
			clear(l.met)
			c := l.up(n)
			if s.day > 0 {
				c.day = l.take(ref(s.day - 1))
			}
			w := c.whole()
			if w.day = c.day; !yield(w) {
				return
			}
		}
	}
}

// state is what is written down of a cluster. Numbers of clusters and places are
// counted from 1; 0 is none.
type state struct {
	refs        int64 // where it is written where its tellings stand
	into        int64 // what it has gone into
	next        int64 // what came to the same cluster after it
	head, tail  int64 // what came to it first, and last
	day         int64 // where that stands which dates its occasion
	told        int   // tellings
	first, last int
	level       int
}

const stateSize = 64

func (s state) bytes() []byte {
	b := make([]byte, 0, stateSize)
	for _, n := range []int64{s.refs, s.into, s.next, s.head, s.tail, s.day} {
		b = binary.LittleEndian.AppendUint64(b, uint64(n))
	}
	for _, n := range []int{s.told, s.first, s.last, s.level} {
		b = binary.LittleEndian.AppendUint32(b, uint32(n))
	}
	return b
}

func (l *linking) state(number int64) state { return stateOf(l.clusters.at(number)) }

// stateOf reads what bytes has written.
func stateOf(b []byte) state {
	var n [6]int64
	var m [4]int
	for i := range n {
		n[i] = int64(binary.LittleEndian.Uint64(b[8*i:]))
	}
	for i := range m {
		m[i] = int(int32(binary.LittleEndian.Uint32(b[48+4*i:])))
	}
	return state{n[0], n[1], n[2], n[3], n[4], n[5], m[0], m[1], m[2], m[3]}
}

func (l *linking) change(number int64, do func(*state)) {
	s := l.state(number)
	do(&s)
	copy(l.clusters.change(number), s.bytes())
}
