package site

import (
	"html/template"
	"maps"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/theme"
)

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
	From, To int     // x
	Pieces   []Piece // the line, broken where it passes a hollow mark
	Arrow    bool
	Back     bool
}

// Piece is an unbroken part of a stroke, from one x to another.
type Piece struct{ From, To int }

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
	r.Bar = &Stroke{From: first, To: last}
	from := first
	for i := first/laneWidth + 1; i < last/laneWidth; i++ {
		switch at := i*laneWidth + laneWidth/2; name[i] {
		case 'h':
			r.Bar.Pieces = append(r.Bar.Pieces, Piece{from, at - markHalf})
			from = at + markHalf
		case 'n', 's':
			r.Under = append(r.Under, i+1)
		}
	}
	r.Bar.Pieces = append(r.Bar.Pieces, Piece{from, last})
	if how := name[lanes]; how != 'b' {
		r.Bar.Arrow = true
		r.Bar.Back = int(how-'0')*laneWidth+laneWidth/2 == last
	}
	return r
}

// rails are the marks that some events use, sorted by name.
func (x *index) rails(es []*entry) []Rail {
	names := map[string]bool{}
	last := ""
	for _, e := range es {
		if e.rail != last && e.rail != "" {
			last = e.rail
			names[last] = true
		}
	}
	var out []Rail
	for _, name := range slices.Sorted(maps.Keys(names)) {
		out = append(out, newRail(name, len(x.lanes)))
	}
	return out
}

// marksOf is a style sheet for marks: what a mark's outline leaves of the
// colours of the lanes. A bar is of the colour of the ink, also where it passes
// a lane that has no part in it. An image as a mask would be a document that
// the browser makes for each mark, before it shows anything.
func (x *index) marksOf(rails []Rail) (template.CSS, error) {
	var b strings.Builder
	b.WriteString("@supports (clip-path:path(\"M0 0z\")){[class*=\" r-\"]:before{content:\"\";background:linear-gradient(90deg,var(--ink) 0")
	for i := range x.lanes {
		at := i*laneWidth + laneWidth/2
		b.WriteString(" " + itoa(at-markHalf) + "px,var(--c" + itoa(i+1) + ") 0 " + itoa(at+markHalf) + "px,var(--ink) 0")
	}
	b.WriteString(")}")
	for _, r := range rails {
		rule, ok := x.outlines.Load(r.Name)
		if !ok {
			made, err := x.markOf(r)
			if err != nil {
				return "", err
			}
			rule = made
			x.outlines.Store(r.Name, rule)
		}
		b.WriteString(rule.(string))
	}
	b.WriteString("}")
	return template.CSS(b.String()), nil
}

// markOf is the rule of one mark.
func (x *index) markOf(r Rail) (string, error) {
	outline, err := x.tmpl.Part("partials/rail.html", r)
	if err != nil {
		return "", err
	}
	defer theme.Release(outline)
	rule := "\n.r-" + r.Name + ":before{"
	for _, lane := range r.Under {
		rule += "--c" + itoa(lane) + ":var(--ink);"
	}
	return rule + `clip-path:path("` + unquoted.Replace(strings.TrimSpace(string(outline))) + `")}`, nil
}

// unquoted leaves out of what a template draws all that would end a style
// sheet's quotation; a path has none of it.
var unquoted = strings.NewReplacer("\"", "", "\\", "", "\n", " ", "<", "")
