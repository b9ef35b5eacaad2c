package ingest

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/source"
)

// slide is one event of a TimelineJS file. Numbers may be written as strings.
type slide struct {
	Start   *slideDate `json:"start_date"`
	End     *slideDate `json:"end_date"`
	Display loose      `json:"display_date"`
	Text    struct {
		Headline loose `json:"headline"`
		Text     loose `json:"text"`
	} `json:"text"`
	Media struct {
		URL     loose `json:"url"`
		Caption loose `json:"caption"`
		Credit  loose `json:"credit"`
		Alt     loose `json:"alt"`
		Link    loose `json:"link"`
	} `json:"media"`
	Group  loose   `json:"group"`
	Record *record `json:"x_dateline"`
}

type slideDate struct {
	Year, Month, Day loose
}

// record is our own event, as our export leaves it in the file.
type record struct {
	Date       string   `json:"date"`
	Mod        string   `json:"mod"`
	Headline   string   `json:"headline"`
	Actors     []string `json:"actors"`
	Places     []string `json:"places"`
	Type       string   `json:"type"`
	Status     string   `json:"status"`
	Importance int      `json:"importance"`
}

// loose is a JSON string, number or null as text.
type loose string

// UnmarshalJSON takes what other tools write where a text is meant.
func (l *loose) UnmarshalJSON(b []byte) error {
	var v any
	d := json.NewDecoder(strings.NewReader(string(b)))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return err
	}
	switch v := v.(type) {
	case string:
		*l = loose(v)
	case json.Number:
		*l = loose(v.String())
	}
	return nil
}

// readTimelineJS reads the JSON of TimelineJS: {"events": [slide…], …}, or the
// older {"timeline": {"date": [slide…]}} in so far as it is alike.
func readTimelineJS(f source.File) ([]article.Explicit, []source.Diagnostic) {
	slides, problem := slidesOf(f)
	if problem != nil {
		return nil, []source.Diagnostic{*problem}
	}
	var events []article.Explicit
	var ds []source.Diagnostic
	for i, at := range slides {
		var s slide
		if err := json.Unmarshal(f.Bytes[at.Start:at.End], &s); err != nil {
			ds = append(ds, f.Warn(at, fmt.Sprintf("slide %d is no slide%s", i+1, wrongField(err)), "it is left out"))
			continue
		}
		e, problem := s.event()
		if problem != "" {
			ds = append(ds, f.Warn(at, fmt.Sprintf("slide %d: %s", i+1, problem), "it is left out; give it a start_date with a year and a headline"))
			continue
		}
		e.Span = at
		events = append(events, e)
	}
	if len(slides) == 0 {
		ds = append(ds, f.Warn(source.Span{}, "the file has no events", "TimelineJS keeps them under \"events\""))
	}
	return events, ds
}

// wrongField says which part of a slide has a value of the wrong kind.
func wrongField(err error) string {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) && kind.Field != "" {
		return fmt.Sprintf(": %s is a %s", kind.Field, kind.Value)
	}
	return ""
}

// slidesOf is where the slides stand in the file.
func slidesOf(f source.File) ([]source.Span, *source.Diagnostic) {
	base := strings.Index(string(f.Bytes), "{")
	text := string(f.Bytes[base:])
	d := json.NewDecoder(strings.NewReader(text))
	var out []source.Span
	fail := func(err error) ([]source.Span, *source.Diagnostic) {
		at := base + int(d.InputOffset())
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			at = base + int(syntax.Offset) - 1
		}
		p := f.Err(source.Span{Start: at, End: at}, "not JSON: "+err.Error(), "export the timeline again")
		return nil, &p
	}
	if _, err := d.Token(); err != nil {
		return fail(err)
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return fail(err)
		}
		after := strings.TrimLeft(text[d.InputOffset():], " \t\r\n:")
		if key != "events" || !strings.HasPrefix(after, "[") {
			var skip json.RawMessage
			if err := d.Decode(&skip); err != nil {
				return fail(err)
			}
			continue
		}
		if _, err := d.Token(); err != nil {
			return fail(err)
		}
		for d.More() {
			var raw json.RawMessage
			if err := d.Decode(&raw); err != nil {
				return fail(err)
			}
			end := base + int(d.InputOffset())
			out = append(out, source.Span{Start: end - len(raw), End: end})
		}
		if _, err := d.Token(); err != nil {
			return fail(err)
		}
	}
	if _, err := d.Token(); err != nil {
		return fail(err)
	}
	return out, nil
}

// event is the slide as an event, or what is wrong with it.
func (s *slide) event() (article.Explicit, string) {
	e := article.Explicit{
		Headline: plain(string(s.Text.Headline)), Text: plain(string(s.Text.Text)),
		Type: typeNamed(string(s.Group)), URL: linked(string(s.Media.Link)), Block: -1,
		Image: pictured(string(s.Media.URL), string(s.Media.Caption), string(s.Media.Credit), string(s.Media.Alt)),
	}
	if e.Image.Path == "" && e.URL == "" {
		e.URL = linked(string(s.Media.URL))
	}
	if r := s.Record; r != nil {
		r.into(&e)
	}
	if e.When == "" {
		if s.Start == nil {
			return e, "no start_date"
		}
		from, problem := dateOf(string(s.Start.Year), string(s.Start.Month), string(s.Start.Day))
		if problem != "" {
			return e, problem
		}
		to := from
		if s.End != nil {
			if end, problem := dateOf(string(s.End.Year), string(s.End.Month), string(s.End.Day)); problem == "" {
				to = end
			}
		}
		e.When = span(from, to)
	}
	if e.Headline == "" {
		e.Headline, e.Text = e.Text, ""
	}
	if e.Headline == "" {
		return e, "neither headline nor text"
	}
	return e, ""
}

// into fills the event from our own record, as far as it is sound.
func (r *record) into(e *article.Explicit) {
	if when, ok := calendar.Parse(r.Date); ok {
		e.When, e.Mod = when.String(), r.Mod
	}
	if h := plain(r.Headline); h != "" {
		e.Headline = h
	}
	if t := typeNamed(r.Type); t != "" {
		e.Type = t
	}
	if slices.Contains([]string{"happened", "planned", "threatened", "reported", "denied", "cancelled"}, r.Status) {
		e.Status = r.Status
	}
	if r.Importance >= 1 && r.Importance <= 3 {
		e.Importance = r.Importance
	}
	e.Actors, e.Places = r.Actors, r.Places
}
