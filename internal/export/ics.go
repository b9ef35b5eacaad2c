package export

import (
	"cmp"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/chronology"
)

// writeICS writes the events known to the day as all-day events (RFC 5545).
// Coarser ones are left out: a calendar has no way to say "in September".
func writeICS(c *chronicle) ([]byte, error) {
	cal := ics.NewCalendar()
	cal.SetProductId("-//Dateline//Dateline//EN")
	cal.SetMethod(ics.MethodPublish)
	cal.SetName(c.in.Config.Title)
	cal.SetXWRCalName(c.in.Config.Title)
	cal.SetRefreshInterval("PT12H") // the library says itself that it is a duration
	host := cmp.Or(c.to.Host(), "dateline.invalid")
	for _, e := range c.in.Events {
		r, ok := calendar.Parse(e.Date)
		if !ok || !r.Known() || r.From.Grain != calendar.Day || r.To.Grain != calendar.Day || r.From.Year < 1 {
			continue
		}
		v := cal.AddEvent(e.ID + "@" + host)
		c.calendarEvent(v, e, r)
	}
	return []byte(cal.Serialize(ics.WithNewLineWindows)), nil
}

func (c *chronicle) calendarEvent(v *ics.VEvent, e *chronology.Event, r calendar.Range) {
	first, last := published(e)
	v.SetDtStampTime(instant(cmp.Or(last, e.Date)))
	if first != "" {
		v.SetCreatedTime(instant(first))
		v.SetModifiedAt(instant(last))
	}
	v.SetSequence(len(e.Corrections))
	v.SetAllDayStartAt(midnight(r.First()))
	v.SetAllDayEndAt(midnight(r.Last() + 1)) // the day after: an end is not part of the event
	v.SetSummary(e.Headline)
	var says []string
	for _, m := range c.record(e).Mentions {
		says = append(says, m.Quote+" — "+strings.Join(filled(m.Source, m.Author, m.Date, m.Link), ", "))
	}
	v.SetDescription(strings.Join(says, "\n\n"))
	if len(e.Places) > 0 {
		v.SetLocation(strings.Join(e.Places, ", "))
	}
	if c.to.Host() != "" {
		v.SetURL(c.to.Event(e)) // a calendar knows no page from which a relative one counts
	}
	v.SetTimeTransparency(ics.TransparencyTransparent)
	switch e.Status {
	case "cancelled":
		v.SetStatus(ics.ObjectStatusCancelled)
	case "happened":
		v.SetStatus(ics.ObjectStatusConfirmed)
	default:
		v.SetStatus(ics.ObjectStatusTentative)
	}
	v.AddCategory(e.Type)
}

// instant is the start of an ISO day, by the universal clock.
func instant(day string) time.Time {
	r, _ := calendar.Parse(day)
	return midnight(r.First())
}

func midnight(day int) time.Time {
	d := calendar.Civil(day)
	return time.Date(int(d.Year), time.Month(d.Unit), int(d.Dom), 0, 0, 0, 0, time.UTC)
}

// filled are the texts that are not empty.
func filled(texts ...string) []string {
	var out []string
	for _, t := range texts {
		if t != "" {
			out = append(out, t)
		}
	}
	return out
}
