package chronology

import (
	"bytes"
	"maps"
	"slices"
	"sync"
)

// renewal is how a lock came of another one: of its lines, few are others.
type renewal struct {
	from    Lock
	was     map[string]entry        // its lines
	changed map[string]entry        // by id
	lines   func() map[string]entry // of the new one, which few ask for
}

// Renew is the lock after a build with these events. What was in the lock and
// is no event now stays as away, so that it is found again when it returns.
func (l Lock) Renew(events []*Event) Lock {
	r := &renewal{from: l, was: l.lines(), changed: map[string]entry{}}
	for _, e := range events {
		for _, part := range e.absorbed {
			part.away = true
			r.put(part, r.was[part.id])
		}
	}
	found := 0 // lines of which there is an event still
	for _, e := range events {
		old, ok := r.was[e.ID]
		if ok && !old.away {
			found++
		}
		r.put(entry{id: e.ID, says: e.lineLike(old)}, old)
	}
	r.leave(events, found)
	r.lines = sync.OnceValue(func() map[string]entry {
		if len(r.changed) == 0 {
			return r.was
		}
		out := make(map[string]entry, len(r.was)+len(r.changed))
		maps.Copy(out, r.was)
		maps.Copy(out, r.changed)
		return out
	})
	return Lock{gone: l.moved(events), broken: l.broken, renewed: r}
}

// lineLike is what the line of an event says behind the id, made when it is first
// asked for. It is mostly the text that the lock has, and then no copy of it.
func (e *Event) lineLike(old entry) string {
	if e.line == "" {
		var room [512]byte
		if line := e.evidence.append(room[:0]); string(line) == old.says {
			e.line = old.says
		} else {
			e.line = string(line)
		}
	}
	return e.line
}

// leave notes as away what none of the events is; found lines have one.
func (r *renewal) leave(events []*Event, found int) {
	for _, e := range r.was {
		if !e.away {
			found--
		}
	}
	if found == 0 {
		return
	}
	there := make(map[string]bool, len(events))
	for _, e := range events {
		there[e.ID] = true
	}
	for id, e := range r.was {
		if _, known := r.changed[id]; !e.away && !known && !there[id] {
			old := e
			e.away = true
			r.put(e, old)
		}
	}
}

// put notes a line that may be another than the old one of its id.
func (r *renewal) put(e, old entry) {
	if old == e {
		delete(r.changed, e.id)
	} else {
		r.changed[e.id] = e
	}
}

// moved is which ids have gone into others once these events are shown.
func (l Lock) moved(events []*Event) map[string]string {
	gone := maps.Clone(l.gone)
	if gone == nil {
		gone = map[string]string{}
	}
	for _, e := range events {
		if len(gone) > 0 {
			delete(gone, e.ID)
		}
		for _, id := range e.Formerly {
			gone[id] = e.ID
		}
	}
	return gone
}

// bytes is the file of the lock that was made so: that of the one before, with
// other lines.
func (r *renewal) bytes(n Lock) []byte {
	var drop, add []string
	for id, e := range r.changed {
		add = append(add, e.line())
		if old, ok := r.was[id]; ok {
			drop = append(drop, old.line())
		}
	}
	for id, into := range r.from.gone {
		if n.gone[id] != into {
			drop = append(drop, goneLine(id, into))
		}
	}
	for id, into := range n.gone {
		if r.from.gone[id] != into {
			add = append(add, goneLine(id, into))
		}
	}
	if len(drop)+len(add) == 0 {
		return r.from.Bytes()
	}
	slices.Sort(drop)
	slices.Sort(add)
	return patched(r.from.Bytes(), drop, add)
}

// patched is a file of sorted lines without some, and with others; both sorted.
func patched(file []byte, drop, add []string) []byte {
	size := len(file)
	for _, line := range add {
		size += len(line) + 1
	}
	out := make([]byte, 0, size)
	for len(file) > 0 {
		n := bytes.IndexByte(file, '\n') + 1
		if n == 0 {
			n = len(file)
		}
		line := file[:max(n-1, 0)]
		for len(add) > 0 && add[0] < string(line) {
			out = append(append(out, add[0]...), '\n')
			add = add[1:]
		}
		if len(drop) > 0 && drop[0] == string(line) {
			drop = drop[1:]
		} else {
			out = append(out, file[:n]...)
		}
		file = file[n:]
	}
	for _, line := range add {
		out = append(append(out, line...), '\n')
	}
	return out
}
