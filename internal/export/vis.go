package export

import (
	"html"
	"slices"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// visTimeline is the data of vis-timeline: items and groups.
type visTimeline struct {
	Items  []visItem  `json:"items"`
	Groups []visGroup `json:"groups"`
}

type visItem struct {
	ID      string `json:"id"`
	Content string `json:"content"` // HTML
	Start   string `json:"start"`
	End     string `json:"end,omitempty"` // the day after the last
	Type    string `json:"type"`          // point, or range where it took longer or is not known to the day
	Group   string `json:"group,omitempty"`
	Class   string `json:"className"`
	Title   string `json:"title"` // HTML
}

type visGroup struct {
	ID      string `json:"id"`
	Content string `json:"content"`
}

// writeVis writes every dated event as an item; its first actor is its group.
func writeVis(c *chronicle) ([]byte, error) {
	v := visTimeline{Items: []visItem{}, Groups: []visGroup{}}
	var groups []string
	for _, e := range c.in.Events {
		r, ok := calendar.Parse(e.Date)
		if !ok || !r.Known() {
			continue
		}
		item := visItem{
			ID: e.ID, Content: html.EscapeString(e.Headline), Start: calendar.Civil(r.First()).String(), Type: "point",
			Class: "t-" + e.Type + " s-" + e.Status, Title: html.EscapeString(c.title(e)),
		}
		if r.Days() > 1 {
			item.Type, item.End = "range", calendar.Civil(r.Last()+1).String()
		}
		if len(e.Actors) > 0 {
			item.Group = e.Actors[0]
			groups = append(groups, item.Group)
		}
		v.Items = append(v.Items, item)
	}
	slices.Sort(groups)
	for _, g := range slices.Compact(groups) {
		v.Groups = append(v.Groups, visGroup{g, html.EscapeString(g)})
	}
	return indented(v)
}
