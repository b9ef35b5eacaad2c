package site

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// LaneYear is one year drawn as lanes: twelve months across, a line for each
// principal, a mark for each event.
type LaneYear struct {
	Ref
	Width, Height int
	Label         string
	Lanes         []LaneLine
	Months        []Tick
	Marks         []LaneMark
	Left          int // how many events had no room
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
	Marks    []LanePoint
}

// LanePoint is one mark.
type LanePoint struct{ Lane, X, Y int }

const (
	laneLeft    = 110
	laneRow     = 56
	laneMonths  = 74
	laneDensity = 150 // marks a year; the page lists the weightiest
)

// laneYears draws every year that has something on a lane, newest first.
func (x *index) laneYears() []LaneYear {
	var out []LaneYear
	for _, y := range x.years {
		if !y.when.Known() || len(x.lanes) == 0 {
			continue
		}
		var es []*entry
		for _, e := range y.entries {
			if e.rough == 0 && slices.ContainsFunc(e.actors, func(t *term) bool { return slices.Contains(x.lanes, t) }) {
				es = append(es, e)
			}
		}
		if len(es) > 0 {
			out = append(out, x.laneYear(y, es))
		}
	}
	return out
}

func (x *index) laneYear(y *stretch, es []*entry) LaneYear {
	v := LaneYear{
		Ref:   Ref{Name: y.id, URL: x.addr.link(y.addr), Count: len(y.entries)},
		Width: laneLeft + 12*laneMonths + 12, Height: len(x.lanes)*laneRow + 30,
	}
	v.Label = x.count("lanes.label", len(es), "year", y.id)
	for i, l := range x.site.Lanes {
		v.Lanes = append(v.Lanes, LaneLine{Lane: l, Y: 40 + i*laneRow})
	}
	for m := 1; m <= 12; m++ {
		v.Months = append(v.Months, Tick{Name: x.dates.say(fmt.Sprintf("month-short.%d", m)), X: laneLeft + (m-1)*laneMonths})
	}
	if len(es) > laneDensity {
		v.Left = len(es) - laneDensity
		es = slices.Clone(es)
		slices.SortStableFunc(es, func(a, b *entry) int { return cmp.Compare(b.ev.Rank, a.ev.Rank) })
		es = es[:laneDensity]
		slices.SortStableFunc(es, func(a, b *entry) int { return a.when.Compare(b.when) })
	}
	for _, e := range es {
		v.Marks = append(v.Marks, x.laneMark(e))
	}
	return v
}

func (x *index) laneMark(e *entry) LaneMark {
	d := calendar.Civil(e.when.First())
	at := laneLeft + (int(d.Unit)-1)*laneMonths + (int(d.Dom)-1)*laneMonths/calendar.DaysIn(int(d.Year), int(d.Unit))
	m := LaneMark{
		Ref: Ref{Name: e.ev.Headline, URL: x.addr.link(e.addr)}, When: x.dates.plain(e.ev.Date),
		X: at, From: -1, Joined: joins[e.ev.Type],
	}
	for i, lane := range x.lanes {
		if slices.Contains(e.actors, lane) {
			y := 40 + i*laneRow
			m.Marks = append(m.Marks, LanePoint{i + 1, at, y})
			if m.From < 0 {
				m.From = y
			}
			m.To = y
		}
	}
	m.Joined = m.Joined && m.To > m.From
	return m
}
