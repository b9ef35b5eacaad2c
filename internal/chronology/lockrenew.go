package chronology

import (
	"maps"
	"slices"
	"strings"
)

// renewal is how a lock came of another one: of its lines, few are others.
type renewal struct {
	from    Lock
	changed map[string]entry // by id
}

// Renew is the lock after a build with these events. What was in the lock and
// is no event now stays as away, so that it is found again when it returns.
func (l Lock) Renew(events []*Event) Lock {
	r := &renewal{from: l, changed: map[string]entry{}}
	for _, e := range events {
		for _, part := range e.absorbed {
			part.away = true
			r.put(part)
		}
	}
	there := make([]bool, len(l.base.hereIn())) // of its lines, those of which there is an event still
	at := 0
	for _, e := range events {
		var known bool
		if at, known = l.base.find(l.base.hereIn(), e.ID, at); known {
			there[at] = true
			if _, other := l.entries[e.ID]; !other && l.base.here[at].key == e.evidenceKey() {
				delete(r.changed, e.ID)
				continue
			}
		}
		r.put(entry{id: e.ID, says: e.lineLike(l)})
	}
	r.leave(events, there)
	entries := r.changed
	if len(l.entries) > 0 {
		entries = maps.Clone(l.entries)
		maps.Copy(entries, r.changed)
	}
	return Lock{base: l.base, entries: entries, gone: l.moved(events), broken: l.broken, renewed: r}
}

// lineLike is what the line of an event says behind the id, made when it is first
// asked for. It is mostly the text that the lock has, and then no copy of it.
func (e *Event) lineLike(l Lock) string {
	if e.line == "" {
		var room [512]byte
		line := e.grounds().append(room[:0])
		if old, ok := l.line(e.ID); ok && string(line) == old.says {
			e.line = old.says
		} else {
			e.line = string(line)
		}
	}
	return e.line
}

// leave notes as away what none of the events is; of the lines of a file it is known of
// which there is one.
func (r *renewal) leave(events []*Event, there []bool) {
	for i, is := range there {
		if is {
			continue
		}
		e := r.from.base.entry(r.from.base.here[i], false)
		if _, other := r.from.entries[e.id]; !other {
			r.turn(e)
		}
	}
	if len(r.from.entries) == 0 {
		return
	}
	ids := make(map[string]bool, len(events))
	for _, e := range events {
		ids[e.ID] = true
	}
	for id, e := range r.from.entries {
		if !e.away && !ids[id] {
			r.turn(e)
		}
	}
}

// turn notes as away what was there, where nothing has taken its place.
func (r *renewal) turn(e entry) {
	if _, known := r.changed[e.id]; !known {
		e.away = true
		r.put(e)
	}
}

// put notes a line that may be another than the old one of its id.
func (r *renewal) put(e entry) {
	if old, _ := r.from.line(e.id); old == e {
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
		if old, ok := r.from.line(id); ok {
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
	return patched(r.from.file(), drop, add)
}

// patched is a file of sorted lines without some, and with others; both sorted.
func patched(file string, drop, add []string) []byte {
	size := len(file)
	for _, line := range add {
		size += len(line) + 1
	}
	out := make([]byte, 0, size)
	for len(drop)+len(add) > 0 {
		next := ""
		switch {
		case len(add) == 0 || len(drop) > 0 && drop[0] < add[0]:
			next = drop[0]
		default:
			next = add[0]
		}
		n := linesBefore(file, next)
		out, file = append(out, file[:n]...), file[n:]
		if len(drop) > 0 && drop[0] == next {
			if strings.HasPrefix(file, next+"\n") {
				file = file[len(next)+1:]
			}
			drop = drop[1:]
		}
		if len(add) > 0 && add[0] == next {
			out = append(append(out, next...), '\n')
			add = add[1:]
		}
	}
	return append(out, file...)
}

// linesBefore is how many bytes of a file of sorted lines, each with its end, stand before
// a line.
func linesBefore(file string, line string) int {
	lo, hi := 0, len(file) // both begin a line
	for lo < hi {
		mid := lo + (hi-lo)/2
		from := lo + strings.LastIndexByte(file[lo:mid], '\n') + 1
		to := from + strings.IndexByte(file[from:], '\n')
		if file[from:to] < line {
			lo = to + 1
		} else {
			hi = from
		}
	}
	return lo
}

// LetGo lets go of what events are found again by, where a lock has been renewed for the
// last time: pages show nothing of it.
func LetGo(events []*Event) {
	for _, e := range events {
		e.found, e.from, e.line = nil, nil, ""
	}
}
