package chronology

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/source"
)

// Lock is which event has which id, so that an address once published goes on
// leading to its event. It is kept in a file of sorted lines, so that a
// version control system merges it line by line. Two branches may add events
// that stand side by side, so it is to keep the lines of both (of git, that is
// merge=union in .gitattributes): of an event with two lines the evidence of
// both counts, and an order that is lost is there again after the next build.
//
//	ID DATE TYPE ACTORS TOLD        an event, and the evidence it is found by
//	away ID DATE TYPE ACTORS TOLD   one that is not there now: its article is
//	                                broken or withdrawn, or it is hidden, or
//	                                part of another; it is found again
//	gone ID into ID                 its address leads to another event's
//
// ACTORS are names in small letters joined by "+", TOLD the sketches of the
// sentences that tell it joined by ","; "-" is none. Neither file names nor
// headlines are evidence: they may change.
type Lock struct {
	entries map[string]entry
	gone    map[string]string
	broken  []byte // the file as it is, where a merge conflict stands in it
}

// entry is a line that gives evidence.
type entry struct {
	id   string
	away bool
	evidence
}

// evidence is what an event is found again by.
type evidence struct {
	date, kind string
	actors     []string // as the lock writes them, sorted
	told       []uint64 // sketches, sorted
}

// ParseLock reads events.lock. A line that cannot be read is left out with a
// warning; a conflict that version control left in the file is an error, and
// the file is not to be written over.
func ParseLock(f source.File) (Lock, []source.Diagnostic) {
	l := Lock{entries: make(map[string]entry, bytes.Count(f.Bytes, []byte("\n"))), gone: map[string]string{}}
	var ds []source.Diagnostic
	var fields []string
	offset := 0
	for line := range strings.Lines(string(f.Bytes)) {
		text := strings.TrimRight(line, "\r\n")
		span := source.Span{Start: offset, End: offset + len(text)}
		offset += len(line)
		text = strings.TrimPrefix(text, "\ufeff")
		switch {
		case strings.TrimSpace(text) == "" || strings.HasPrefix(text, "#"):
		case conflict(text):
			l.broken = f.Bytes
			ds = append(ds, f.Err(span, "a merge conflict stands here", "keep the lines of both sides, delete the markers; with the line \"events.lock merge=union\" in .gitattributes git does it"))
		default:
			fields = slices.AppendSeq(fields[:0], strings.FieldsSeq(text))
			if problem := l.readLine(fields); problem != "" {
				ds = append(ds, f.Warn(span, problem, "delete the line, or take it from the last good version"))
			}
		}
	}
	return l, ds
}

func conflict(line string) bool {
	if line == "" || !strings.Contains("<=>|", line[:1]) {
		return false
	}
	for _, mark := range []string{"<<<<<<<", "=======", ">>>>>>>", "|||||||"} {
		if strings.HasPrefix(line, mark) {
			return true
		}
	}
	return false
}

// readLine adds the line of these fields, or says what is wrong with it.
func (l Lock) readLine(fields []string) string {
	if len(fields) == 4 && fields[0] == "gone" && fields[2] == "into" {
		if !valid(fields[1]) || !valid(fields[3]) {
			return "not an id"
		}
		if fields[1] != fields[3] {
			l.gone[fields[1]] = fields[3]
		}
		return ""
	}
	e := entry{}
	if len(fields) == 6 && fields[0] == "away" {
		e.away, fields = true, fields[1:]
	}
	if len(fields) != 5 {
		return fmt.Sprintf("a line of %d fields", len(fields))
	}
	if !valid(fields[0]) {
		return "not an id"
	}
	e.id, e.date, e.kind = fields[0], field(fields[1]), field(fields[2])
	for s := range strings.SplitSeq(field(fields[3]), "+") {
		if s != "" {
			e.actors = append(e.actors, s)
		}
	}
	for s := range strings.SplitSeq(field(fields[4]), ",") {
		if s == "" {
			continue
		}
		n, err := strconv.ParseUint(s, 16, 64)
		if err != nil {
			return fmt.Sprintf("%q is no sketch of a sentence", s)
		}
		e.told = append(e.told, n)
	}
	e.sort()
	if old, ok := l.entries[e.id]; ok && !old.away && e.away {
		return "" // the event is there after all
	} else if ok && old.away == e.away {
		e.told, e.actors = append(e.told, old.told...), append(e.actors, old.actors...)
		e.sort() // as two branches knew it
	}
	l.entries[e.id] = e
	return ""
}

// field is what a field holds; "-" is nothing.
func field(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

// valid reports whether s can be an id: a part of an address that needs no
// escape, and no word of the file itself.
func valid(s string) bool {
	for i := range len(s) {
		if !alphanumeric(rune(s[i])) && s[i] != '-' && s[i] != '_' && s[i] != '.' || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return s != "" && s != "away" && s != "gone" && s != "." && s != ".."
}

func (e *evidence) sort() {
	slices.Sort(e.actors)
	e.actors = slices.Compact(e.actors)
	slices.Sort(e.told)
	e.told = slices.Compact(e.told)
}

// Bytes is the file that ParseLock reads back to the same lock. A file in
// which a conflict stands is given back as it is: a person is to resolve it.
func (l Lock) Bytes() []byte {
	if l.broken != nil {
		return l.broken
	}
	lines, all := make([]string, 0, len(l.entries)+len(l.gone)), 0
	var room []byte
	for _, e := range l.entries {
		room = e.appendLine(room[:0])
		lines = append(lines, string(room))
		all += len(room) + 1
	}
	for id, into := range l.gone {
		lines = append(lines, "gone "+id+" into "+into)
	}
	slices.Sort(lines)
	b := make([]byte, 0, all)
	for _, line := range lines {
		b = append(append(b, line...), '\n')
	}
	return b
}

func (e entry) appendLine(b []byte) []byte {
	if e.away {
		b = append(b, "away "...)
	}
	for _, text := range [...]string{e.id, cmp.Or(e.date, "-"), cmp.Or(e.kind, "-")} {
		b = append(append(b, text...), ' ')
	}
	for i, name := range e.actors {
		if i > 0 {
			b = append(b, '+')
		}
		b = append(b, name...)
	}
	if len(e.actors) == 0 {
		b = append(b, '-')
	}
	b = append(b, ' ')
	for i, n := range e.told {
		if i > 0 {
			b = append(b, ',')
		}
		for shift := 60; shift >= 0; shift -= 4 {
			b = append(b, "0123456789abcdef"[n>>shift&15])
		}
	}
	if len(e.told) == 0 {
		b = append(b, '-')
	}
	return b
}

// Follow is the id that an id leads to now: itself, or what it has gone into.
func (l Lock) Follow(id string) string {
	for range len(l.gone) {
		next, ok := l.gone[id]
		if !ok || next == id {
			break
		}
		id = next
	}
	return id
}

// Gone are the ids whose addresses lead to another event, each with the id
// that it leads to now.
func (l Lock) Gone() map[string]string {
	out := map[string]string{}
	for id := range l.gone {
		out[id] = l.Follow(id)
	}
	return out
}

// Renew is the lock after a build with these events. What was in the lock and
// is no event now stays as away, so that it is found again when it returns.
func (l Lock) Renew(events []*Event) Lock {
	n := Lock{entries: make(map[string]entry, max(len(l.entries), len(events))), gone: map[string]string{}, broken: l.broken}
	for id, e := range l.entries {
		e.away = true
		n.entries[id] = e
	}
	for id, into := range l.gone {
		n.gone[id] = into
	}
	for _, e := range events {
		for _, part := range e.absorbed {
			part.away = true
			n.entries[part.id] = part
		}
	}
	for _, e := range events {
		n.entries[e.ID] = entry{id: e.ID, evidence: e.evidence}
		delete(n.gone, e.ID)
		for _, id := range e.Formerly {
			n.gone[id] = e.ID
		}
	}
	return n
}
