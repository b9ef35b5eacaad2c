package chronology

import (
	"maps"
	"reflect"
	"slices"
)

// registry gives events their ids by one lock, and remembers from one time to
// the next which events have all the evidence of which lines: most, of which
// only those that are new, changed or gone cost anything. The others, and the
// lines that are left for them, it looks through each time. So ids are those
// that an empty registry gives.
type registry struct {
	lock    Lock
	lines   map[evidenceKey]string // evidence → the id of the only line that has it and is not away, "" of several
	into    map[string]string      // gone id → where it leads
	gone    []string               // the gone ids, in order
	named   map[string]*draft      // by id
	bearers roster[evidenceKey, *draft]
	tells   roster[uint64, *draft] // by the sketch of a sentence
	matched map[string]bool        // ids given to who alone has all the evidence of the only line of it
	loose   map[*draft]bool        // those without such an id
	moved   []*draft               // to which other addresses led the last time
	finders []finder               // of the lines that are left
	turn    []*draft               // all, the last time
}

// finder finds lines by keys of their evidence, each key's ids in order.
type finder struct {
	keys func(evidence) []string
	ids  map[string][]string
}

func newRegistry(lock Lock) *registry {
	n := len(lock.entries)
	r := &registry{lock: lock, lines: make(map[evidenceKey]string, n), into: lock.Gone(), named: make(map[string]*draft, n),
		bearers: newRoster[evidenceKey, *draft](n), tells: newRoster[uint64, *draft](n), matched: make(map[string]bool, n), loose: map[*draft]bool{}}
	r.gone = slices.Sorted(maps.Keys(r.into))
	for id, e := range lock.entries {
		if e.away {
			continue
		}
		key := e.key()
		if _, more := r.lines[key]; more {
			id = ""
		}
		r.lines[key] = id
	}
	return r
}

// name gives every draft its id: the one under which the lock knows it, else
// one made of its date and headline. Two drafts never share one, and an id of
// the lock is never given to another event. present tells of a draft of the last
// time whether it is among these.
func (r *registry) name(drafts []*draft, present func(*draft) bool) {
	var touched []evidenceKey
	for _, d := range r.turn {
		if !present(d) {
			touched = append(touched, d.key)
			r.leave(d)
		}
	}
	for _, d := range drafts {
		if d.by != r {
			r.enter(d)
			touched = append(touched, d.key)
		}
	}
	r.turn = slices.Clone(drafts)
	for _, key := range touched {
		r.match(key)
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
	_, line := r.lock.entries[id]
	_, gone := r.into[id]
	return line || gone
}

func (r *registry) enter(d *draft) {
	d.by, d.ID, d.Formerly, d.key = r, "", nil, d.evidence.key()
	r.bearers.add(d.key, d)
	for _, n := range d.evidence.told {
		r.tells.add(n, d)
	}
}

func (r *registry) leave(d *draft) {
	d.by = nil
	r.bearers.remove(d.key, d)
	for _, n := range d.evidence.told {
		r.tells.remove(n, d)
	}
	if r.named[d.ID] == d {
		delete(r.named, d.ID)
	}
	delete(r.loose, d)
}

// match gives the id of a line to the draft that has all of its evidence, where
// both are alone in that: most, from one build to the next.
func (r *registry) match(key evidenceKey) {
	id, ds := r.lines[key], r.bearers.all(key)
	alone := id != "" && len(ds) == 1
	if id != "" && r.matched[id] != alone {
		for _, f := range r.finders {
			f.change(id, r.lock.entries[id].evidence(), alone)
		}
		if r.matched[id] = alone; !alone {
			delete(r.matched, id)
			delete(r.named, id)
		}
	}
	for _, d := range ds {
		if alone {
			delete(r.loose, d)
			d.ID = id
			r.named[d.ID] = d
		} else {
			r.loose[d] = true
		}
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
		var ids []string
		for id := range r.lock.entries {
			if !r.matched[id] {
				ids = append(ids, id)
			}
		}
		slices.Sort(ids)
		for _, id := range ids {
			e := r.lock.entries[id].evidence()
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
		if d := r.named[r.into[id]]; d != nil && r.named[id] == nil {
			to(id, d)
		}
	}
	for id, e := range r.lock.entries {
		if !e.away && !r.matched[id] && !given[id] {
			if d := r.successor(e.evidence(), left); d != nil {
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
		if silent == nil && (len(e.actors) == 0 || len(d.evidence.actors) == 0) {
			silent = d
		}
		return common(d.evidence.actors, e.actors) > 0
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
			if slices.ContainsFunc(d.evidence.told, func(x uint64) bool { return reworded(x, n, r.tells.has) }) && shares(d) {
				return d
			}
		}
	}
	return silent
}

// same reports whether two locks hold the same.
func (l Lock) same(o Lock) bool {
	if reflect.ValueOf(l.entries).Pointer() == reflect.ValueOf(o.entries).Pointer() && reflect.ValueOf(l.gone).Pointer() == reflect.ValueOf(o.gone).Pointer() {
		return true
	}
	return maps.Equal(l.gone, o.gone) && maps.Equal(l.entries, o.entries)
}

// empty reports whether a lock knows no id.
func (l Lock) empty() bool { return len(l.entries)+len(l.gone) == 0 }

// identify gives ids to drafts that are looked at once.
func identify(drafts []*draft, lock Lock) {
	newRegistry(lock).name(drafts, func(*draft) bool { return false })
	for _, d := range drafts {
		d.by = nil
	}
}
