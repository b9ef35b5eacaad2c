package site

import (
	"html/template"
	"slices"
	"strings"
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

// marksOf is a style sheet for marks. A bar is of the colour of the ink, also
// where it passes a lane that has no part in it.
func (x *index) marksOf(rails []Rail) (template.CSS, error) {
	var b strings.Builder
	b.WriteString("@supports (mask:none){.who[class*=\" r-\"]:before{content:\"\";background:linear-gradient(90deg,var(--ink) 0")
	for i := range x.lanes {
		at := i*laneWidth + laneWidth/2
		b.WriteString(" " + itoa(at-markHalf) + "px,var(--c" + itoa(i+1) + ") 0 " + itoa(at+markHalf) + "px,var(--ink) 0")
	}
	b.WriteString(")}")
	for _, r := range rails {
		drawing, err := x.tmpl.Part("partials/rail.html", r)
		if err != nil {
			return "", err
		}
		b.WriteString("\n.r-" + r.Name + ":before{")
		for _, lane := range r.Under {
			b.WriteString("--c" + itoa(lane) + ":var(--ink);")
		}
		b.WriteString(`mask:url('data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="` + itoa(r.Width) + `" height="12">`)
		b.WriteString(quoted.Replace(strings.TrimSpace(string(drawing))) + "</svg>')}")
	}
	b.WriteString("}")
	return template.CSS(b.String()), nil
}

// quoted writes what a template draws as a quoted address of a style sheet
// holds it.
var quoted = strings.NewReplacer("%", "%25", "#", "%23", "'", "%27", "\\", "%5C", "\n", "", "</style", "%3C/style")
