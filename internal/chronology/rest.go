package chronology

// rest is where the tellings of a cluster or an event lie that are not held in
// memory. The zero value is of what is held.
type rest struct {
	in   *spill
	refs []ref
	seen int // when it was last taken up, in events taken up
}

// lay puts tellings to rest.
func (s *spill) lay(told []*telling) rest {
	r := rest{in: s, refs: make([]ref, len(told))}
	for i, t := range told {
		r.refs[i] = t.at
	}
	return r
}

// tellings are those of the cluster, all or the first n.
func (c *cluster) tellings(n int) []*telling {
	if c.told == nil && c.rest.in != nil {
		return c.rest.in.take(c.rest.refs[:min(len(c.rest.refs), n)])
	}
	return c.told[:min(len(c.told), n)]
}

// taken are the events that have been taken up, those first that were so
// longest ago.
type taken struct {
	queue []*draft
	told  int // their tellings
	most  int // as many tellings as are in memory at most, but for fewestTaken
	turn  int
}

// fewestTaken is how many events are in memory at least: no question is about
// more of them at once.
const fewestTaken = 1 << 10

// open takes an event up, or notes that it is still asked about, and lays the
// one down that was asked about longest ago.
func (s *spill) open(d *draft) {
	t := &s.taken
	d.rest.seen = t.turn
	if d.Event != nil {
		return
	}
	told := s.take(d.rest.refs)
	onDay(told, d.day)
	c := newCluster(told)
	d.Event, d.told = compose(c, s.lookup)
	s.opened(d)
}

// opened notes that an event is in memory.
func (s *spill) opened(d *draft) {
	t := &s.taken
	t.turn++
	d.rest.seen = t.turn
	t.queue, t.told = append(t.queue, d), t.told+len(d.told)
	for range len(t.queue) - fewestTaken {
		if t.told <= t.most {
			break
		}
		o := t.queue[0]
		t.queue = t.queue[1:]
		if t.turn-o.rest.seen < fewestTaken {
			t.queue = append(t.queue, o)
			continue
		}
		t.told -= len(o.told)
		o.Event, o.told = nil, nil
	}
}
