package chronology

import "strings"

// lines are the lines of a lock that give evidence, as they stand in a file that is as
// Lock.Bytes writes it: sorted, each as entry.line has it. Of a line its place is known,
// and a hash over what it says; it is cut out when it is asked for.
type lines struct {
	text string
	here []line // of events that are there, by id
	away []line // of those that are away, by id
}

// line is the place of a line in the text, from its id on.
type line struct {
	from, says, to uint32 // where the id begins, the evidence, and the end
	key            evidenceKey
}

// readLines reads a file of which every line is as it was written, with what its gone
// lines say; false of any other.
func readLines(file []byte) (*lines, map[string]string, bool) {
	if uint64(len(file)) > 1<<32-1 {
		return nil, nil, false
	}
	ls, gone := &lines{text: string(file)}, map[string]string{}
	const mostly = 72 // bytes that a line has at least, as a rule
	ls.here = make([]line, 0, len(file)/mostly)
	last := ""
	for at := 0; at < len(file); {
		n := strings.IndexByte(ls.text[at:], '\n')
		if n <= 0 {
			return nil, nil, false
		}
		text := ls.text[at : at+n]
		if text <= last {
			return nil, nil, false
		}
		last = text
		if e, ok := asWritten(text); ok {
			l := line{from: uint32(at + n - len(e.id) - 1 - len(e.says)), says: uint32(at + n - len(e.says)), to: uint32(at + n), key: e.key()}
			list := &ls.here
			if e.away {
				list = &ls.away
			}
			if n := len(*list); n > 0 && ls.id((*list)[n-1]) == e.id { // as of two branches: they are to become one
				return nil, nil, false
			}
			*list = append(*list, l)
		} else if id, into, ok := goneAsWritten(text); ok && gone[id] == "" {
			gone[id] = into
		} else {
			return nil, nil, false
		}
		at += n + 1
	}
	for _, l := range ls.away {
		if _, twice := ls.find(ls.here, ls.id(l), 0); twice {
			return nil, nil, false
		}
	}
	return ls, gone, true
}

// goneAsWritten are the ids of a line that is just as goneLine writes it.
func goneAsWritten(text string) (id, into string, ok bool) {
	rest, ok := strings.CutPrefix(text, "gone ")
	id, into, is := strings.Cut(rest, " into ")
	return id, into, ok && is && valid(id) && valid(into) && id != into
}

func (ls *lines) id(l line) string { return ls.text[l.from : l.says-1] }

func (ls *lines) entry(l line, away bool) entry {
	return entry{id: ls.id(l), away: away, says: ls.text[l.says:l.to]}
}

// find is where in a list the line of an id stands, or would. It is looked for from a
// place on by steps that double, so that who asks in nearly the order of the list looks at
// few lines.
func (ls *lines) find(list []line, id string, near int) (int, bool) {
	lo, hi := 0, len(list) // the lines before lo are less, those from hi on are not
	if near = min(near, len(list)); near < len(list) && ls.id(list[near]) < id {
		for step := 1; lo < hi; step *= 2 {
			lo = near + 1
			if near += step; near >= len(list) || ls.id(list[near]) >= id {
				hi = min(near, len(list))
				break
			}
		}
	} else {
		for step := 1; ; step *= 2 {
			hi = near
			if near -= step; near < 0 || ls.id(list[near]) < id {
				lo = max(near+1, 0)
				break
			}
		}
	}
	for lo < hi {
		if mid := int(uint(lo+hi) / 2); ls.id(list[mid]) < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(list) && ls.id(list[lo]) == id
}

// line is the line of an id.
func (ls *lines) line(id string) (entry, bool) {
	if ls == nil {
		return entry{}, false
	}
	if i, ok := ls.find(ls.here, id, len(ls.here)/2); ok {
		return ls.entry(ls.here[i], false), true
	}
	if i, ok := ls.find(ls.away, id, len(ls.away)/2); ok {
		return ls.entry(ls.away[i], true), true
	}
	return entry{}, false
}

// each gives all lines with the hashes over what they say, and reports whether it was let
// to give the last.
func (ls *lines) each(yield func(entry, evidenceKey) bool) bool {
	if ls == nil {
		return true
	}
	for _, l := range ls.here {
		if !yield(ls.entry(l, false), l.key) {
			return false
		}
	}
	for _, l := range ls.away {
		if !yield(ls.entry(l, true), l.key) {
			return false
		}
	}
	return true
}

// hereIn are the lines of events that are there.
func (ls *lines) hereIn() []line {
	if ls == nil {
		return nil
	}
	return ls.here
}

// size is how many there are.
func (ls *lines) size() int {
	if ls == nil {
		return 0
	}
	return len(ls.here) + len(ls.away)
}
