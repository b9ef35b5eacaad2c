package site

import (
	"cmp"
	"sync"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// Addresses says where things are published, for files that are no pages.
type Addresses struct {
	c       Config
	a       address
	crowded func() map[string]bool // looked for once somebody asks
}

// AddressesOf are the addresses of a site under its base URL.
func AddressesOf(in Input) Addresses {
	c := in.Config.filled()
	return Addresses{c, newAddress(c.BaseURL), sync.OnceValue(func() map[string]bool {
		counts := map[string]int{}
		date, year := "", "" // of the event before, which is mostly of the same
		for _, ev := range in.Events {
			if ev.Date != date || year == "" {
				date, year = ev.Date, newMoment(ev.Date).year
			}
			counts[year]++
		}
		return crowdedYears(c, counts)
	})}
}

// Host is the host of the base URL, "" where it has none.
func (a Addresses) Host() string { return a.a.host() }

// Page is the URL of an address below the base URL ("events.json"), with
// scheme and host where the base URL has them.
func (a Addresses) Page(addr string) string { return a.a.full(addr) }

// Event is the URL of an event: its page, or its place on that of its year or
// month.
func (a Addresses) Event(e *chronology.Event) string { return a.a.full(a.event(e)) }

func (a Addresses) event(e *chronology.Event) string {
	if a.c.Publish.Events != "anchors" {
		return eventAddr(a.c, nil, e.ID, nil)
	}
	return eventAddr(a.c, a.crowded(), e.ID, newMoment(e.Date))
}

// EventPath is Event without scheme and host, as pages link to it.
func (a Addresses) EventPath(e *chronology.Event) string { return a.a.link(a.event(e)) }

// Media is the URL of a picture as the article at path names it.
func (a Addresses) Media(path, name string) string {
	ref := a.a.Resolve(path, name, nil)
	if len(ref) > 0 && ref[0] == '/' {
		return a.a.origin + ref
	}
	return ref
}

// Outlet is who tells a mention, as pages name it: the outlet, else the title
// of the article.
func Outlet(m *event.Mention) string { return outletOf(m) }

// Said is a mention's sentences as they are read. Of an event that an author
// wrote down without a sentence, the headline is what the author says; its
// bytes are a row or a heading, and no prose.
func Said(m *event.Mention) string {
	if m.Text == "" && m.DateBasis == "explicit" {
		return cmp.Or(m.Headline, m.Quote)
	}
	return cmp.Or(m.Text, m.Quote)
}

// DateTexts puts date values with their modifiers into the words of a theme,
// without the day of the week: "early September 2025". Several goroutines may
// call it.
func DateTexts(w *theme.Words) func(value, mod string) string {
	d := dater{w, &dates{of: map[dated]*Date{}}}
	return func(value, mod string) string {
		return d.once(dated{value: value, mod: mod, as: asText}, func() Date {
			text := d.plain(value)
			if w.Has("mod." + mod) {
				text = d.say("mod."+mod, "date", text)
			}
			return Date{Text: cmp.Or(text, d.say("date.unknown"))}
		}).Text
	}
}

// TypeText is a leaf type in the words of a theme.
func TypeText(w *theme.Words, leaf string) string { return typeText(w, leaf) }
