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
		case x.mentions(e, lane.name):
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
			if slices.Contains(e.actors, lane) && hasWord(agent, x.surname(lane.name)) {
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

// mentions reports whether a sentence that tells the event names somebody who
// took no part in it.
func (x *index) mentions(e *entry, name string) bool {
	for _, m := range e.ev.Told {
		if hasWord(m.Text, name) || hasWord(m.Text, x.surname(name)) {
			return true
		}
	}
	return false
}

// surname is the word by which a text names a person after the first time:
// the first of the sorting key where the gazetteer has one, the whole name of
// who is no person, else the last word.
func (x *index) surname(name string) string {
	a := x.actor(name)
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

// Rail is one mark of the rail, drawn once on a page and used by name.
type Rail struct {
	Name  string
	Width int // of the box: 12 a lane
	Bar   *Stroke
	Marks []Mark
	Under []int // lanes that the bar passes without a mark of theirs on it
}

// Stroke is a line between lanes; Arrow says whether its far end has a head,
// Back that the head is at the left.
type Stroke struct {
	From, To int    // x
	Path     string // the line as SVG draws it, broken where it passes a hollow mark
	Arrow    bool
	Back     bool
}

// Mark is one lane's mark.
type Mark struct {
	Lane   int    // from 1
	Shape  string // "circle", "square", "triangle", "diamond", "cross", "bar"; "dot" for a state
	X      int    // centre
	Hollow bool
}

var shapes = []string{"circle", "square", "triangle", "diamond", "cross", "bar"}

const (
	laneWidth = 12
	markHalf  = 4 // of the room that a mark takes
)

// newRail reads a mark's name.
func newRail(name string, lanes int) Rail {
	r := Rail{Name: name, Width: lanes * laneWidth}
	first, last := -1, -1
	for i := range lanes {
		at := i*laneWidth + laneWidth/2
		switch name[i] {
		case 'f', 'h':
			r.Marks = append(r.Marks, Mark{Lane: i + 1, Shape: shapes[i], X: at, Hollow: name[i] == 'h'})
		case 's':
			r.Marks = append(r.Marks, Mark{Lane: i + 1, Shape: "dot", X: at})
		}
		if name[i] == 'f' {
			if first < 0 {
				first = at
			}
			last = at
		}
	}
	if len(name) == lanes {
		return r
	}
	r.Bar = &Stroke{From: first, To: last, Path: "M" + itoa(first) + " 6"}
	for i := first/laneWidth + 1; i < last/laneWidth; i++ {
		switch at := i*laneWidth + laneWidth/2; name[i] {
		case 'h':
			r.Bar.Path += "H" + itoa(at-markHalf) + "m" + itoa(2*markHalf) + " 0"
		case 'n', 's':
			r.Under = append(r.Under, i+1)
		}
	}
	r.Bar.Path += "H" + itoa(last)
	if how := name[lanes]; how != 'b' {
		r.Bar.Arrow = true
		r.Bar.Back = int(how-'0')*laneWidth+laneWidth/2 == last
	}
	return r
}

// rails are the marks that some events use, sorted by name.
func (x *index) rails(es []*entry) []Rail {
	var names []string
	for _, e := range es {
		if e.rail != "" {
			names = append(names, e.rail)
		}
	}
	slices.Sort(names)
	var out []Rail
	for _, name := range slices.Compact(names) {
		out = append(out, newRail(name, len(x.lanes)))
	}
	return out
}
