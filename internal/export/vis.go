package export

import (
	"html"
	"slices"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// visItem is one of the items of vis-timeline, whose data is an object with
// them and with their groups.
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
	var items []visItem
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
		items = append(items, item)
	}
	slices.Sort(groups)
	w := newJSON()
	w.text(`{"items":`)
	listed(w, items, func(i visItem) any { return i })
	w.text(`,"groups":`)
	listed(w, slices.Compact(groups), func(g string) any { return visGroup{g, html.EscapeString(g)} })
	w.text("}\n")
	return w.b.Bytes(), w.err
}
