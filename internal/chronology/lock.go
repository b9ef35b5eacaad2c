package chronology

import (
	"bytes"
	"fmt"
	"slices"
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
	base    *lines           // a file that is as Bytes writes it; nil where there is none
	entries map[string]entry // others, by id, or what has taken the place of those
	gone    map[string]string
	broken  []byte   // the file as it is, where a merge conflict stands in it
	renewed *renewal // of what it was made, where Renew made it
}

// line is the line of an id that gives evidence.
func (l Lock) line(id string) (entry, bool) {
	if e, ok := l.entries[id]; ok {
		return e, true
	}
	return l.base.line(id)
}

// evidence is that of the line of an id, none where there is no such line.
func (l Lock) evidence(id string) evidence {
	e, _ := l.line(id)
	return e.evidence()
}

// each gives all lines that give evidence, with the hashes over what they say.
func (l Lock) each(yield func(entry, evidenceKey) bool) {
	all := l.base.each(func(e entry, key evidenceKey) bool {
		if _, other := l.entries[e.id]; other {
			return true
		}
		return yield(e, key)
	})
	for _, e := range l.entries {
		if !all || !yield(e, e.key()) {
			return
		}
	}
}

// size is how many lines give evidence, at most.
func (l Lock) size() int { return l.base.size() + len(l.entries) }

// ParseLock reads events.lock. A line that cannot be read is left out with a
// warning; a conflict that version control left in the file is an error, and
// the file is not to be written over.
func ParseLock(f source.File) (Lock, []source.Diagnostic) {
	if base, gone, ok := readLines(f.Bytes); ok && len(f.Bytes) > 0 {
		return Lock{base: base, gone: gone}, nil
	}
	l := Lock{entries: make(map[string]entry, bytes.Count(f.Bytes, []byte("\n"))), gone: map[string]string{}}
	var ds []source.Diagnostic
	var fields []string
	offset := 0
	for line := range strings.Lines(string(f.Bytes)) {
		text := strings.TrimRight(line, "\r\n")
		span := source.Span{Start: offset, End: offset + len(text)}
		offset += len(line)
		if e, ok := asWritten(text); ok {
			if _, twice := l.entries[e.id]; !twice {
				l.entries[e.id] = e
				continue
			}
		}
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
	said, problem := readEvidence(fields[1:])
	if problem != "" {
		return problem
	}
	e.id = fields[0]
	if old, ok := l.entries[e.id]; ok && !old.away && e.away {
		return "" // the event is there after all
	} else if ok && old.away == e.away {
		was := old.evidence()
		said.told, said.actors = append(said.told, was.told...), append(said.actors, was.actors...)
		said.sort() // as two branches knew it
	}
	e.says = said.text()
	l.entries[e.id] = e
	return ""
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

// Bytes is the file that ParseLock reads back to the same lock. A file in
// which a conflict stands is given back as it is: a person is to resolve it.
func (l Lock) Bytes() []byte {
	switch {
	case l.broken != nil:
		return l.broken
	case l.renewed != nil:
		return l.renewed.bytes(l)
	case l.base != nil:
		return []byte(l.base.text)
	}
	lines := make([]string, 0, l.size()+len(l.gone))
	for e := range l.each {
		lines = append(lines, e.line())
	}
	for id, into := range l.gone {
		lines = append(lines, goneLine(id, into))
	}
	slices.Sort(lines)
	return patched("", nil, lines)
}

// file is Bytes as text, which a lock that came of a file has at hand.
func (l Lock) file() string {
	if l.base != nil && l.renewed == nil {
		return l.base.text
	}
	return string(l.Bytes())
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
