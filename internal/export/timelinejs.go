package export

import (
	"cmp"
	"html"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/chronology"
)

// slide is a part of the JSON of Knight Lab's TimelineJS 3, by its own documentation:
// an object with a title, slides of events, eras and a scale. What it has no
// place for stands in x_dateline, which it keeps and ignores: so what is
// exported can be read in again without loss.
type slide struct {
	Start    *slideDate  `json:"start_date,omitempty"`
	End      *slideDate  `json:"end_date,omitempty"`
	Display  string      `json:"display_date,omitempty"`
	Text     slideText   `json:"text"`
	Media    *slideMedia `json:"media,omitempty"`
	Group    string      `json:"group,omitempty"`
	UniqueID string      `json:"unique_id,omitempty"`
	Record   *Record     `json:"x_dateline,omitempty"`
}

// slideDate has no month or day where none is known.
type slideDate struct {
	Year  int `json:"year"`
	Month int `json:"month,omitempty"`
	Day   int `json:"day,omitempty"`
}

type slideText struct {
	Headline string `json:"headline"`
	Text     string `json:"text,omitempty"`
}

type slideMedia struct {
	URL string `json:"url"`
	Alt string `json:"alt,omitempty"`
}

func writeTimelineJS(c *chronicle) ([]byte, error) {
	var dated []*chronology.Event
	for _, e := range c.in.Events {
		if r, ok := calendar.Parse(e.Date); ok && r.Known() {
			dated = append(dated, e) // TimelineJS has no slide without a date
		}
	}
	var eras []slide
	for _, era := range c.in.Config.Eras {
		from, ok := calendar.Parse(era.From)
		to, ok2 := calendar.Parse(cmp.Or(era.To, c.in.Now))
		if ok && ok2 {
			start, end := dateOf(calendar.Civil(from.First())), dateOf(calendar.Civil(to.Last()))
			eras = append(eras, slide{Start: &start, End: &end, Text: slideText{Headline: html.EscapeString(era.Name)}})
		}
	}
	w := newJSON()
	w.text(`{"title":`)
	w.value(slide{Text: slideText{html.EscapeString(c.in.Config.Title), html.EscapeString(c.in.Config.Subtitle)}})
	w.text(`,"events":`)
	listed(w, dated, func(e *chronology.Event) any {
		r, _ := calendar.Parse(e.Date)
		return c.slide(e, r)
	})
	if eras != nil {
		w.text(`,"eras":`)
		listed(w, eras, func(s slide) any { return s })
	}
	w.text(`,"scale":"human"}` + "\n")
	return w.b.Bytes(), w.err
}

func (c *chronicle) slide(e *chronology.Event, r calendar.Range) slide {
	record := c.record(e)
	start, end := span(r)
	s := slide{
		Start: &start, End: end, Display: c.dates(e.Date, e.Mod), UniqueID: e.ID, Record: &record,
		Text: slideText{html.EscapeString(e.Headline), c.says(e)},
	}
	if len(e.Actors) > 0 {
		s.Group = e.Actors[0]
	}
	for _, m := range e.Told {
		if m.Image != "" {
			s.Media = &slideMedia{c.to.Media(m.Path, m.Image), m.Alt}
			break
		}
	}
	return s
}

// span is where a range starts, no finer than it is known, and where it ends
// if that is not the start.
func span(r calendar.Range) (slideDate, *slideDate) {
	from, to := r.From, r.To
	if r.Single() && from.Grain != calendar.Week && from.Grain <= calendar.Month || r.Single() && from.Grain == calendar.Year {
		return dateOf(from), nil
	}
	grain := calendar.Month
	if from.Grain <= calendar.Week {
		grain = calendar.Day
	}
	if from.Grain >= calendar.Year {
		grain = calendar.Year
	}
	start := dateOf(calendar.Civil(r.From.First()).In(grain))
	end := dateOf(calendar.Civil(to.Last()).In(grain))
	if start == end {
		return start, nil
	}
	return start, &end
}

func dateOf(d calendar.Date) slideDate {
	s := slideDate{Year: int(d.Year)}
	if d.Grain == calendar.Day || d.Grain == calendar.Month {
		s.Month = int(d.Unit)
	}
	if d.Grain == calendar.Day {
		s.Day = int(d.Dom)
	}
	return s
}

// timelineColumns are the spreadsheet's, whose exact words TimelineJS wants.
var timelineColumns = []string{
	"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
	"Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type", "Group", "Background",
}

func writeTimelineJSTable(c *chronicle) ([]byte, error) {
	rows := [][]string{timelineColumns, make([]string, len(timelineColumns))}
	rows[1][9], rows[1][10], rows[1][16] = c.in.Config.Title, c.in.Config.Subtitle, "title"
	for _, e := range c.in.Events {
		r, ok := calendar.Parse(e.Date)
		if !ok || !r.Known() {
			continue
		}
		s := c.slide(e, r)
		row := make([]string, len(timelineColumns))
		copy(row, number(s.Start))
		copy(row[4:], number(s.End))
		row[8], row[9], row[10], row[17] = s.Display, s.Text.Headline, s.Text.Text, s.Group
		if s.Media != nil {
			row[11], row[15] = s.Media.URL, s.Media.Alt
		}
		rows = append(rows, row)
	}
	return table(rows)
}

// number are year, month and day as cells, empty where unknown.
func number(d *slideDate) []string {
	if d == nil {
		return nil
	}
	out := []string{strconv.Itoa(d.Year)}
	for _, n := range []int{d.Month, d.Day} {
		out = append(out, strings.TrimLeft(strconv.Itoa(n), "0"))
	}
	return out
}
