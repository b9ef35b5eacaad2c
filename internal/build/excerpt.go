package build

import (
	"reflect"
	"slices"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/site"
)

// excerpt is a site.Excerpt as a memo keeps it: events whose tellings are named by
// article and number, so that they are read where they stand.
type excerpt struct {
	Told, Led []excerpted
	Carded    []string
}

// excerpted is an event of an excerpt. Of what merging alone knows nothing is kept.
type excerpted struct {
	ID, Date, Mod, Precision, Headline string
	Dates                              []chronology.DateVote
	Actors, Places                     []string
	Type, Plover, Status, Confidence   string
	Importance                         int
	Rank                               float64
	Background, Pinned                 bool
	Mentions                           []chronology.MentionID
	Links                              []chronology.Link
	Copies                             []chronology.Copy
	Note                               string
	Corrections                        []chronology.Correction
	Formerly                           []string
	Told                               []named
}

// named is a telling: the mention of a number in the reading of a file, with another
// date where an occasion gives it one.
type named struct {
	Path                            string
	At                              int
	Dated                           bool
	Date, Mod, Precision, DateBasis string
}

// mentionsOf finds what an article tells.
type mentionsOf func(path string) []event.Mention

// write is an excerpt as it is kept; false where a telling is not to be found.
func (told mentionsOf) write(of site.Excerpt) (excerpt, bool) {
	out := excerpt{Carded: of.Carded, Told: slices.Grow([]excerpted(nil), len(of.Told)), Led: slices.Grow([]excerpted(nil), len(of.Led))}
	for _, e := range of.Told {
		x := excerptOf(e)
		for _, m := range e.Told {
			n, ok := told.name(m)
			if !ok {
				return out, false
			}
			x.Told = append(x.Told, n)
		}
		out.Told = append(out.Told, x)
	}
	for _, e := range of.Led { // of which only the link to them is shown
		out.Led = append(out.Led, excerptOf(e))
	}
	return out, true
}

// excerptOf is an event but for its tellings.
func excerptOf(e *chronology.Event) excerpted {
	return excerpted{ID: e.ID, Date: e.Date, Mod: e.Mod, Precision: e.Precision, Headline: e.Headline, Dates: e.Dates,
		Actors: e.Actors, Places: e.Places, Type: e.Type, Plover: e.Plover, Status: e.Status, Confidence: e.Confidence,
		Importance: e.Importance, Rank: e.Rank, Background: e.Background, Pinned: e.Pinned, Mentions: e.Mentions,
		Links: e.Links, Copies: e.Copies, Note: e.Note, Corrections: e.Corrections, Formerly: e.Formerly}
}

// event is the event that excerptOf was given, without tellings.
func (x *excerpted) event() *chronology.Event {
	return &chronology.Event{ID: x.ID, Date: x.Date, Mod: x.Mod, Precision: x.Precision, Headline: x.Headline, Dates: x.Dates,
		Actors: x.Actors, Places: x.Places, Type: x.Type, Plover: x.Plover, Status: x.Status, Confidence: x.Confidence,
		Importance: x.Importance, Rank: x.Rank, Background: x.Background, Pinned: x.Pinned, Mentions: x.Mentions,
		Links: x.Links, Copies: x.Copies, Note: x.Note, Corrections: x.Corrections, Formerly: x.Formerly}
}

// name finds a mention among those that its article tells.
func (told mentionsOf) name(m *event.Mention) (named, bool) {
	list := told(m.Path)
	for i := range list {
		if &list[i] == m {
			return named{Path: m.Path, At: i}, true
		}
	}
	for i := range list {
		if list[i].ID == m.ID && list[i].Doc == m.Doc {
			n := named{m.Path, i, true, m.Date, m.Mod, m.Precision, m.DateBasis}
			return n, reflect.DeepEqual(n.mention(list), m)
		}
	}
	return named{}, false
}

// mention is the mention named, nil where the article does not tell so many.
func (n named) mention(list []event.Mention) *event.Mention {
	if n.At < 0 || n.At >= len(list) {
		return nil
	}
	if !n.Dated {
		return &list[n.At]
	}
	m := list[n.At]
	m.Date, m.Mod, m.Precision, m.DateBasis = n.Date, n.Mod, n.Precision, n.DateBasis
	return &m
}

// read is the excerpt that was written; false where a telling is not there any more.
func (told mentionsOf) read(x *excerpt) (site.Excerpt, bool) {
	out := site.Excerpt{Carded: x.Carded}
	for i := range x.Told {
		e := x.Told[i].event()
		for _, n := range x.Told[i].Told {
			m := n.mention(told(n.Path))
			if m == nil {
				return out, false
			}
			e.Told = append(e.Told, m)
		}
		out.Told = append(out.Told, e)
	}
	for i := range x.Led {
		out.Led = append(out.Led, x.Led[i].event())
	}
	return out, true
}

// paths are the articles that tell what is in an excerpt, each once.
func (x *excerpt) paths() []string {
	var out []string
	for _, e := range x.Told {
		for _, n := range e.Told {
			out = append(out, n.Path)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// excerptKey is the key of the excerpt that the page of an article shows.
func excerptKey(rest site.Imprint) string {
	h := newHash()
	h.text("excerpt")
	h.bytes(rest[:])
	return h.sum()
}
