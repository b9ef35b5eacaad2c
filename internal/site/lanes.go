package site

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// LaneYear is one year drawn as lanes: twelve months across, a line for each
// principal, a mark for each event.
type LaneYear struct {
	Ref
	ID            string // of the year, as its address spells it
	Width, Height int
	Label         string
	Lanes         []LaneLine
	Months        []Tick
	Marks         []LaneMark
	Left          int       // how many events had no room
	Rows          []LaneRow // the same in numbers, month by month
	File          string    // URL of the picture as a file of its own
	Foot          int       // height of the file: the picture and a line below it
	Home          string    // URL of the chronology, with scheme and host where the base URL has them
	Site          string    // its title
}

// LaneRow is a month in numbers: of all events on the lanes, and of each lane.
type LaneRow struct {
	Ref
	Counts []int
}

// LaneLine is one principal's line.
type LaneLine struct {
	Lane
	Y int
}

// LaneMark is one event: a mark on each lane that took part, joined.
type LaneMark struct {
	Ref      // headline and page
	When     string
	X        int
	From, To int // y of the outermost marks
	Joined   bool
	Arcs     []LaneArc
	Marks    []LanePoint
}

// LaneArc leads from lane to lane: between those who come together, and with
// a head from the one who acts upon the others.
type LaneArc struct {
	Path string // of a stroke
	Head string // of the arrow's head, "" for none
}

// LanePoint is one mark; Shape is as of Mark.
type LanePoint struct {
	Lane, X, Y int
	Shape      string
}

const (
	laneLeft    = 110
	laneRow     = 56
	laneName    = 14 // letters that have room before the first month
	laneMonths  = 74
	laneDensity = 150 // marks a year; the page lists the weightiest
	laneTop     = 40  // y of the first line
	laneFoot    = 26  // of the file, below the picture
)

func laneAddr(year string) string { return "lanes/" + year + ".svg" }

// laneYears draws every year that has something on a lane, newest first.
func (x *index) laneYears() []LaneYear {
	var out []LaneYear
	for _, y := range x.years {
		if es := x.onLanes(y); len(es) > 0 {
			out = append(out, x.laneYear(y, es))
		}
	}
	return out
}

// onLanes are the events of a year that have a place on a lane: known to a
// week or better, with a principal in them.
func (x *index) onLanes(y *stretch) []*entry {
	var es []*entry
	for _, e := range y.entries {
		if y.when.Known() && e.rough == 0 && slices.ContainsFunc(e.actors, func(t *term) bool { return slices.Contains(x.lanes, t) }) {
			es = append(es, e)
		}
	}
	return es
}

// lanesPages plans the page of the lanes, and each year as a picture to download.
func (p *planner) lanesPages() {
	x := p.index
	all := newKey(p.seed, "lanes").entries(p.entries)
	for _, y := range p.years {
		if es := x.onLanes(y); len(es) > 0 {
			marked := p.marked(es)
			all.entries(marked)
			p.raw(laneAddr(y.id), laneAddr(y.id), newKey(p.seed, "lane-file").str(y.id).entries(es).entries(marked).hex(), func() ([]byte, error) {
				v := x.laneYear(y, es)
				for i := range v.Marks { // a file may lie anywhere
					v.Marks[i].URL = x.addr.origin + v.Marks[i].URL
				}
				return x.tmpl.Part("partials/lanes-file.html", v)
			})
		}
	}
	p.add("lanes/", "lanes.html", all, func() any {
		return &LanesPage{x.frame("lanes", "lanes/", x.dates.say("nav.lanes")), x.laneYears()}
	})
}

func (x *index) laneYear(y *stretch, es []*entry) LaneYear {
	v := LaneYear{
		ID:    y.id,
		Ref:   Ref{Name: x.dates.plain(y.id), URL: x.addr.link(y.addr), Count: len(y.entries)},
		Width: laneLeft + 12*laneMonths + 12, Height: len(x.lanes)*laneRow + 30,
	}
	v.Label = x.count("lanes.label", len(es), "year", x.dates.plain(y.id))
	v.File, v.Foot, v.Home, v.Site = x.addr.link(laneAddr(y.id)), v.Height+laneFoot, x.addr.full(""), x.site.Title
	v.Rows = x.laneRows(y, es)
	for i, l := range x.site.Lanes {
		l.Short = shortened(l.Short, laneName)
		v.Lanes = append(v.Lanes, LaneLine{Lane: l, Y: laneTop + i*laneRow})
	}
	for m := 1; m <= 12; m++ {
		v.Months = append(v.Months, Tick{Name: x.dates.say(fmt.Sprintf("month-short.%d", m)), X: laneLeft + (m-1)*laneMonths})
	}
	if len(es) > laneDensity {
		v.Left = len(es) - laneDensity
	}
	for _, e := range x.marked(es) {
		v.Marks = append(v.Marks, x.laneMark(e))
	}
	return v
}

// marked are the events that have a mark, of a year's on the lanes: the weightiest.
func (x *index) marked(es []*entry) []*entry {
	if len(es) <= laneDensity {
		return es
	}
	es = x.weightiest(es, laneDensity)
	slices.SortFunc(es, func(a, b *entry) int { return cmp.Or(a.when.Compare(b.when), a.weight-b.weight) })
	return es
}

// laneRows are the months of a year in numbers.
func (x *index) laneRows(y *stretch, es []*entry) []LaneRow {
	var out []LaneRow
	for _, m := range y.months {
		r := LaneRow{Ref: x.monthRef(m), Counts: make([]int, len(x.lanes))}
		r.Count = 0
		for _, e := range es {
			if d, _ := e.inMonth(); d != m.when {
				continue
			}
			r.Count++
			for i, lane := range x.lanes {
				if slices.Contains(e.actors, lane) {
					r.Counts[i]++
				}
			}
		}
		if r.Count > 0 {
			out = append(out, r)
		}
	}
	return out
}

func (x *index) laneMark(e *entry) LaneMark {
	d := e.begins
	at := laneLeft + (int(d.Unit)-1)*laneMonths + (int(d.Dom)-1)*laneMonths/calendar.DaysIn(int(d.Year), int(d.Unit))
	m := LaneMark{
		Ref: Ref{Name: e.ev.Headline, URL: e.url}, When: x.dates.plain(e.ev.Date),
		X: at, From: -1, Joined: joins[e.ev.Type],
	}
	for i, lane := range x.lanes {
		if slices.Contains(e.actors, lane) {
			y := laneTop + i*laneRow
			m.Marks = append(m.Marks, LanePoint{i + 1, at, y, shapes[i]})
			if m.From < 0 {
				m.From = y
			}
			m.To = y
		}
	}
	m.Joined = m.Joined && m.To > m.From
	m.Arcs = x.laneArcs(e, m)
	return m
}

// laneArcs join the marks of an event as its mark on the rail does: from one
// to the next where they come together, from the one who acts to each of the
// others where one acts upon them.
func (x *index) laneArcs(e *entry, m LaneMark) []LaneArc {
	how := strings.TrimLeft(e.rail, "fshn")
	if how == "" || len(m.Marks) < 2 {
		return nil
	}
	var out []LaneArc
	if how == "b" {
		for i, to := range m.Marks[1:] {
			out = append(out, laneArc(m.X, m.Marks[i].Y, to.Y, ""))
		}
		return out
	}
	from := laneTop + int(how[0]-'0')*laneRow
	for _, to := range m.Marks {
		if to.Y != from {
			out = append(out, laneArc(m.X, from, to.Y, "head"))
		}
	}
	return out
}

// laneArc bends to the right, the more the farther it leads, so that one
// which passes a lane is not taken for one that ends there.
func laneArc(x, from, to int, head string) LaneArc {
	const gap = 6 // from the middle of a mark to where the arc begins
	step := 1
	if to < from {
		step = -1
	}
	bend := 8 + 10*(to-from)*step/laneRow
	a, b := from+step*gap, to-step*gap
	arc := LaneArc{Path: fmt.Sprintf("M%d %dC%d %d %d %d %d %d", x, a, x+bend, a+step*12, x+bend, b-step*12, x, b)}
	if head != "" {
		arc.Head = fmt.Sprintf("M%d %dl%d %dl%d %dz", x, b, 6, -step*4, -3, -step*5)
	}
	return arc
}

// shortened is a name that takes the room of so many letters at most; those of
// Chinese and its neighbours take the room of two.
func shortened(name string, room int) string {
	wide := func(r rune) int {
		if r >= 0x2e80 {
			return 2
		}
		return 1
	}
	cut, took := 0, 0
	for i, r := range name {
		if took += wide(r); took > room {
			return name[:cut] + "…"
		}
		if took < room {
			cut = i + len(string(r))
		}
	}
	return name
}
