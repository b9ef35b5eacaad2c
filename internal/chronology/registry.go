package chronology

import (
	"maps"
	"math/bits"
	"slices"
)

// registry gives events their ids by one lock, and remembers from one time to
// the next which events have all the evidence of which lines: most, of which
// only those that are new, changed or gone cost anything. The others, and the
// lines that are left for them, it looks through each time. So ids are those
// that an empty registry gives.
type registry struct {
	lock    Lock
	claims  []claim                // of each evidence that a line or a draft has
	at      []int32                // where the claims stand: a table of twice their number at least, of numbers and one more
	several map[int32][]string     // ids of the lines, where one evidence has more than one
	rivals  map[int32][]*draft     // likewise drafts
	aways   []string               // ids of the lines that are away
	into    map[string]string      // gone id → where it leads
	gone    []string               // the gone ids, in order
	named   map[string]*draft      // those without the id of the only line of their evidence, by the id they have
	tells   roster[uint64, *draft] // by the sketch of a sentence
	loose   map[*draft]bool        // those without such an id
	moved   []*draft               // to which other addresses led the last time
	finders []finder               // of the lines that are left
	turn    []*draft               // all, the last time
}

// claim is one evidence: who has it. Where a line and a draft are alone in that, the
// draft has the id of the line.
type claim struct {
	key     evidenceKey
	id      string // of the only line that has it and is not away, "" of several
	bearer  *draft // the only draft, or one of several
	matched bool   // it has the id
}

// finder finds lines by keys of their evidence, each key's ids in order.
type finder struct {
	keys func(evidence) []string
	ids  map[string][]string
}

func newRegistry(lock Lock) *registry {
	n := lock.size()
	r := &registry{lock: lock, claims: make([]claim, 0, n+n/8), several: map[int32][]string{}, rivals: map[int32][]*draft{},
		into: lock.Gone(), named: map[string]*draft{}, tells: newRoster[uint64, *draft](n), loose: map[*draft]bool{}}
	r.room(n + n/8)
	r.gone = slices.Sorted(maps.Keys(r.into))
	for e, key := range lock.each {
		if e.away {
			r.aways = append(r.aways, e.id)
			continue
		}
		at := r.claim(key)
		switch c := &r.claims[at]; {
		case r.several[at] != nil:
			r.several[at] = append(r.several[at], e.id)
		case c.id == "":
			c.id = e.id
		default:
			r.several[at], c.id = []string{c.id, e.id}, ""
		}
	}
	return r
}

// room makes the table of claims anew, for so many.
func (r *registry) room(n int) {
	r.at = make([]int32, 1<<bits.Len(uint(2*max(n, 8))))
	for i := range r.claims {
		*r.slot(r.claims[i].key) = int32(i + 1)
	}
}

// slot is the place of an evidence in the table of claims.
func (r *registry) slot(key evidenceKey) *int32 {
	for i := key.Lo; ; i++ {
		at := &r.at[i&uint64(len(r.at)-1)]
		if *at == 0 || r.claims[*at-1].key == key {
			return at
		}
	}
}

// claim is the number of the claim of an evidence.
func (r *registry) claim(key evidenceKey) int32 {
	at := r.slot(key)
	if *at == 0 {
		if 2*len(r.claims) >= len(r.at) {
			r.room(2 * len(r.claims))
			at = r.slot(key)
		}
		r.claims = append(r.claims, claim{key: key})
		*at = int32(len(r.claims))
	}
	return *at - 1
}

// bearing is the draft that has an id, nil where none has.
func (r *registry) bearing(id string) *draft {
	if d := r.named[id]; d != nil {
		return d
	}
	if e, ok := r.lock.line(id); ok && !e.away {
		if c := &r.claims[r.claim(e.key())]; c.matched && c.id == id {
			return c.bearer
		}
	}
	return nil
}

// left are the ids of the lines that are not away and that nobody has all the
// evidence of, or not one alone.
func (r *registry) left() []string {
	var out []string
	for i := range r.claims {
		if c := &r.claims[i]; c.id != "" && !c.matched {
			out = append(out, c.id)
		}
	}
	for _, ids := range r.several {
		out = append(out, ids...)
	}
	return out
}

// name gives every draft its id: the one under which the lock knows it, else
// one made of its date and headline. Two drafts never share one, and an id of
// the lock is never given to another event. present tells of a draft of the last
// time whether it is among these.
func (r *registry) name(drafts []*draft, present func(*draft) bool) {
	var touched []int32
	for _, d := range r.turn {
		if !present(d) {
			touched = append(touched, d.claim)
			r.leave(d)
		}
	}
	for _, d := range drafts {
		if d.by != r {
			r.enter(d)
			touched = append(touched, d.claim)
		}
	}
	r.turn = slices.Clone(drafts)
	for _, at := range touched {
		r.match(at)
	}
	for _, d := range r.moved {
		d.Formerly = nil
	}
	r.moved = r.moved[:0]
	left := slices.SortedFunc(maps.Keys(r.loose), byFirst)
	for _, d := range left {
		if r.named[d.ID] == d {
			delete(r.named, d.ID)
		}
		d.ID = ""
	}
	given := r.assign(left)
	for _, d := range left {
		if d.ID == "" {
			d.ID = fresh(d, func(id string) bool { return r.named[id] != nil || r.locked(id) })
		}
		r.named[d.ID] = d
	}
	r.lead(given, left)
}

// locked reports whether the lock has an id.
func (r *registry) locked(id string) bool {
	_, line := r.lock.line(id)
	_, gone := r.into[id]
	return line || gone
}

func (r *registry) enter(d *draft) {
	d.by, d.ID, d.Formerly, d.claim = r, "", nil, r.claim(d.Event.evidenceKey())
	switch c := &r.claims[d.claim]; {
	case c.bearer == nil:
		c.bearer = d
	case r.rivals[d.claim] == nil:
		r.rivals[d.claim] = []*draft{c.bearer, d}
	default:
		r.rivals[d.claim] = append(r.rivals[d.claim], d)
	}
	for n := range d.sketches {
		r.tells.add(n, d)
	}
}

// sketches are those of the sentences that tell an event, each once.
func (d *draft) sketches(yield func(uint64) bool) {
	for i, t := range d.told {
		if !slices.ContainsFunc(d.told[:i], func(o *telling) bool { return o.sketch == t.sketch }) && !yield(t.sketch) {
			return
		}
	}
}

func (r *registry) leave(d *draft) {
	d.by = nil
	c := &r.claims[d.claim]
	rest := slices.DeleteFunc(r.rivals[d.claim], func(o *draft) bool { return o == d })
	if delete(r.rivals, d.claim); len(rest) > 1 {
		r.rivals[d.claim] = rest
	}
	if c.bearer = nil; len(rest) > 0 {
		c.bearer = rest[0]
	}
	for n := range d.sketches {
		r.tells.remove(n, d)
	}
	if r.named[d.ID] == d {
		delete(r.named, d.ID)
	}
	delete(r.loose, d)
}

// match gives the id of a line to the draft that has all of its evidence, where
// both are alone in that: most, from one build to the next.
func (r *registry) match(at int32) {
	c := &r.claims[at]
	rivals := r.rivals[at]
	alone := c.id != "" && c.bearer != nil && rivals == nil
	if c.id != "" && c.matched != alone {
		for _, f := range r.finders {
			f.change(c.id, r.lock.evidence(c.id), alone)
		}
	}
	switch c.matched = alone; {
	case alone:
		d := c.bearer
		if r.loose[d] {
			delete(r.loose, d)
			if r.named[d.ID] == d {
				delete(r.named, d.ID)
			}
		}
		d.ID = c.id
	case rivals != nil:
		for _, d := range rivals {
			r.loose[d] = true
		}
	case c.bearer != nil:
		r.loose[c.bearer] = true
	}
}

// change takes a line out, or puts it in where it is not taken.
func (f finder) change(id string, e evidence, taken bool) {
	for _, key := range f.keys(e) {
		list := f.ids[key]
		at, known := slices.BinarySearch(list, id)
		switch {
		case taken && known:
			list = slices.Delete(list, at, at+1)
		case !taken && !known:
			list = slices.Insert(list, at, id)
		}
		f.ids[key] = list
	}
}

// assign gives the ids that are left to the drafts that are left, the surest
// first, and returns those given: first those that share a sentence or a day are
// compared, then what is left by type and actor.
func (r *registry) assign(left []*draft) map[string]bool {
	given := map[string]bool{}
	if len(left) == 0 {
		return given
	}
	if r.finders == nil {
		r.finders = []finder{{byTelling, map[string][]string{}}, {byActor, map[string][]string{}}}
		ids := append(r.left(), r.aways...)
		slices.Sort(ids)
		for _, id := range ids {
			e := r.lock.evidence(id)
			for _, f := range r.finders {
				for _, key := range f.keys(e) {
					if list := f.ids[key]; len(list) == 0 || list[len(list)-1] != id {
						f.ids[key] = append(list, id)
					}
				}
			}
		}
	}
	there := r.tells.has
	for _, f := range r.finders {
		assign(left, r.lock, func(key string) []string {
			return slices.DeleteFunc(slices.Clone(f.ids[key]), func(id string) bool { return given[id] })
		}, f.keys, given, there)
	}
	return given
}

// lead tells every event which addresses lead to it now: those that the lock
// sends there, and those of events whose sentences have become its own. given
// are the ids given to drafts that have not all of their evidence, left those drafts.
func (r *registry) lead(given map[string]bool, left []*draft) {
	to := func(id string, d *draft) {
		if d.Formerly == nil {
			r.moved = append(r.moved, d)
		}
		d.Formerly = append(d.Formerly, id)
	}
	for _, id := range r.gone {
		if d := r.bearing(r.into[id]); d != nil && r.bearing(id) == nil {
			to(id, d)
		}
	}
	for _, id := range r.left() {
		if !given[id] {
			if d := r.successor(r.lock.evidence(id), left); d != nil {
				to(id, d)
			}
		}
	}
	for _, d := range r.moved {
		slices.Sort(d.Formerly)
		d.Formerly = slices.Compact(d.Formerly)
	}
}

// successor is the event that tells a sentence of one that is no more, or, of what is
// left, one that tells it reworded: of those that share an actor with it the first, else
// one that names none where the other does, for then nothing speaks against it. It is nil
// where there is none.
func (r *registry) successor(e evidence, left []*draft) *draft {
	var silent *draft
	shares := func(d *draft) bool {
		if silent == nil && (len(e.actors) == 0 || len(d.grounds().actors) == 0) {
			silent = d
		}
		return common(d.grounds().actors, e.actors) > 0
	}
	for _, n := range e.told {
		for _, d := range slices.SortedFunc(slices.Values(r.tells.all(n)), byFirst) {
			if shares(d) {
				return d
			}
		}
	}
	if silent != nil {
		return silent
	}
	for _, n := range e.told {
		for _, d := range left {
			if slices.ContainsFunc(d.grounds().told, func(x uint64) bool { return reworded(x, n, r.tells.has) }) && shares(d) {
				return d
			}
		}
	}
	return silent
}

// same reports whether two locks hold the same.
func (l Lock) same(o Lock) bool {
	if l.base == o.base && len(l.entries)+len(o.entries) == 0 && maps.Equal(l.gone, o.gone) {
		return true
	}
	n := 0
	for range l.each {
		n++
	}
	for e := range o.each {
		if was, ok := l.line(e.id); !ok || was != e {
			return false
		}
		n--
	}
	return n == 0 && maps.Equal(l.gone, o.gone)
}

// empty reports whether a lock knows no id.
func (l Lock) empty() bool { return l.size()+len(l.gone) == 0 }

// identify gives ids to drafts that are looked at once.
func identify(drafts []*draft, lock Lock) {
	newRegistry(lock).name(drafts, func(*draft) bool { return false })
	for _, d := range drafts {
		d.by = nil
	}
}
