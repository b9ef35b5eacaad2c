package chronology

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/zeebo/xxh3"
)

// entry is a line of a lock that gives evidence. Most are never looked into: their
// events have all of the evidence, which is seen by a hash over what they say. So
// a lock keeps the lines as they stand in its file, and reads what is asked for.
type entry struct {
	id   string
	away bool
	says string // the evidence as evidence.text writes it
}

// evidence is what an event is found again by.
type evidence struct {
	date, kind string
	actors     []string // as the lock writes them, sorted
	told       []uint64 // sketches, sorted
}

// evidenceKey is a hash over all of the evidence.
type evidenceKey = xxh3.Uint128

func (e evidence) key() evidenceKey {
	var room [512]byte
	return xxh3.Hash128(e.append(room[:0]))
}

// grounds is what an event is found again by. Of one that was written down only the key is
// read; the rest is gathered once somebody asks.
func (e *Event) grounds() *evidence {
	if e.found == nil {
		found := evidence{}
		if e.from != nil {
			found = e.from.gather(new(pool[string]), new(pool[uint64]))
		}
		e.found = &found
	}
	return e.found
}

// evidenceKey is a hash over all of the evidence of an event.
func (e *Event) evidenceKey() evidenceKey {
	if e.key == (evidenceKey{}) {
		e.key = e.grounds().key()
	}
	return e.key
}

func (e entry) key() evidenceKey { return xxh3.HashString128(e.says) }

// asWritten is the entry of a line that is just as line writes it.
func asWritten(text string) (entry, bool) {
	e := entry{}
	rest, away := strings.CutPrefix(text, "away ")
	e.away = away
	var ok bool
	if e.id, e.says, ok = strings.Cut(rest, " "); !ok || !valid(e.id) {
		return entry{}, false
	}
	date, rest, _ := strings.Cut(e.says, " ")
	kind, rest, _ := strings.Cut(rest, " ")
	actors, told, _ := strings.Cut(rest, " ")
	return e, isField(date) && isField(kind) && ascending(actors, "+", isField) && (told == "-" || ascending(told, ",", isSketch))
}

// ascending reports whether a field is a list whose parts are as they are to be,
// each more than the one before it.
func ascending(field, between string, right func(string) bool) bool {
	last := ""
	for part := range strings.SplitSeq(field, between) {
		if part <= last || !right(part) {
			return false
		}
		last = part
	}
	return true
}

// isField reports whether a text is one field, of visible letters of ASCII.
func isField(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] > '~' {
			return false
		}
	}
	return s != ""
}

// isSketch reports whether a text is a sketch.
func isSketch(s string) bool {
	for i := range len(s) {
		if (s[i] < '0' || s[i] > '9') && (s[i] < 'a' || s[i] > 'f') {
			return false
		}
	}
	return len(s) == 16
}

// readEvidence reads four fields, or says what is wrong with them.
func readEvidence(fields []string) (e evidence, problem string) {
	e.date, e.kind = field(fields[0]), field(fields[1])
	for s := range strings.SplitSeq(field(fields[2]), "+") {
		if s != "" {
			e.actors = append(e.actors, s)
		}
	}
	for s := range strings.SplitSeq(field(fields[3]), ",") {
		if s == "" {
			continue
		}
		n, err := strconv.ParseUint(s, 16, 64)
		if err != nil {
			return evidence{}, fmt.Sprintf("%q is no sketch of a sentence", s)
		}
		e.told = append(e.told, n)
	}
	e.sort()
	return e, ""
}

// field is what a field holds; "-" is nothing.
func field(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

// evidence is what a line says.
func (e entry) evidence() evidence {
	fields := strings.SplitN(e.says, " ", 4)
	if len(fields) < 4 { // of no line
		return evidence{}
	}
	out, _ := readEvidence(fields)
	return out
}

func (e *evidence) sort() {
	slices.Sort(e.actors)
	e.actors = slices.Compact(e.actors)
	slices.Sort(e.told)
	e.told = slices.Compact(e.told)
}

// line is the entry as a line of the file, without its end.
func (e entry) line() string {
	if e.away {
		return "away " + e.id + " " + e.says
	}
	return e.id + " " + e.says
}

func goneLine(id, into string) string { return "gone " + id + " into " + into }

// text is the evidence as a line has it behind the id.
func (e evidence) text() string {
	var room [512]byte
	return string(e.append(room[:0]))
}

func (e evidence) append(b []byte) []byte {
	for _, text := range [...]string{cmp.Or(e.date, "-"), cmp.Or(e.kind, "-")} {
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
