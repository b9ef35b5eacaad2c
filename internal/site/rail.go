package site

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// The rail draws the principals as lines down the left of the text. What an
// event puts on it has a name, by which pages draw each mark once: a letter
// for each lane (f took part, s their state did, h mentioned, n neither), then b where those who
// took part came together, or a digit: the lane from which an arrow goes to
// the others.

// railOf is the name of an event's mark, "" where no lane is touched.
func (x *index) railOf(e *entry) string {
	var b strings.Builder
	parts := 0
	first := -1
	for i, lane := range x.lanes {
		switch {
		case slices.Contains(e.actors, lane):
			b.WriteByte('f')
			parts++
			if first < 0 || slices.Index(e.actors, lane) < slices.Index(e.actors, x.lanes[first]) {
				first = i
			}
		case acts(e, lane):
			b.WriteByte('s')
		case mentions(e, lane):
			b.WriteByte('h')
		default:
			b.WriteByte('n')
		}
	}
	name := b.String()
	if strings.Trim(name, "n") == "" {
		return ""
	}
	switch leaf := e.ev.Type; {
	case parts > 1 && joins[leaf]:
		name += "b"
	case parts > 1 && imposes[leaf]:
		if agent := x.agentLane(e); agent >= 0 {
			first = agent
		}
		name += string(rune('0' + first))
	}
	return name
}

// agentLane is the lane that the event's first mention names as the one who
// acts, or -1.
func (x *index) agentLane(e *entry) int {
	if len(e.ev.Told) == 0 {
		return -1
	}
	for _, agent := range e.ev.Told[0].Agents {
		for i, lane := range x.lanes {
			if slices.Contains(e.actors, lane) && hasWord(agent, lane.surname) {
				return i
			}
		}
	}
	return -1
}

// acts reports whether the state of a principal takes part, or a body of it,
// at a time when the principal held an office in it.
func acts(e *entry, lane *term) bool {
	a := lane.known
	if a == nil || a.Country == "" || !inOffice(a, e.when) {
		return false
	}
	return slices.ContainsFunc(e.actors, func(t *term) bool {
		return t.name == a.Country || t.known != nil && t.known.Kind == actor.Body && t.known.Country == a.Country
	})
}

// actor is what is known of somebody, nil for nothing.
func (x *index) actor(name string) *actor.Actor {
	if x.in.Actor == nil {
		return nil
	}
	return x.in.Actor(name)
}

// inOffice reports whether one of an actor's roles holds at some time of a
// range. Who has no role on record is not judged.
func inOffice(a *actor.Actor, when calendar.Range) bool {
	for _, r := range a.Roles {
		from, to := r.From.Known(), r.To.Known()
		if (!from || !when.Known() || r.From.First() <= when.Last()) && (!to || !when.Known() || when.First() <= r.To.Last()) {
			return true
		}
	}
	return len(a.Roles) == 0
}

// mentions reports whether a sentence that tells the event names a principal who
// took no part in it.
func mentions(e *entry, lane *term) bool {
	for _, m := range e.ev.Told {
		if hasWord(m.Text, lane.name) || hasWord(m.Text, lane.surname) {
			return true
		}
	}
	return false
}

// surnameOf is the word by which a text names a person after the first time:
// the first of the sorting key where the gazetteer has one, the whole name of
// who is no person, else the last word.
func surnameOf(name string, a *actor.Actor) string {
	switch {
	case a == nil || a.Kind == actor.Unknown:
		return name[strings.LastIndexByte(name, ' ')+1:]
	case a.Kind != actor.Person:
		return name
	}
	first, _, _ := strings.Cut(a.Sort, " ")
	for word := range strings.FieldsSeq(name) {
		if strings.EqualFold(word, first) {
			return word
		}
	}
	return name[strings.LastIndexByte(name, ' ')+1:]
}

// hasWord reports whether word stands in text with no letter at either side.
func hasWord(text, word string) bool {
	for from := 0; word != ""; {
		i := strings.Index(text[from:], word)
		if i < 0 {
			return false
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(word):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		from = i + len(word)
	}
	return false
}
