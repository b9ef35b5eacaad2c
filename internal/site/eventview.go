package site

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/event"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// event is an entry as templates see it.
func (x *index) event(e *entry) *Event {
	v := &Event{}
	x.tell(v, e)
	return v
}

// head makes an event without its tellings and all that hangs on them, in the
// room of another.
func (x *index) head(v *Event, e *entry) {
	ev := e.ev
	*v = Event{
		ID: ev.ID, URL: e.url, origin: x.addr.origin, Headline: ev.Headline,
		When:       x.dates.date(ev.Date, ev.Mod, basisOf(e)),
		Type:       x.termRef(e.leaf),
		Family:     Family(ev.Type),
		Status:     ev.Status,
		StatusWord: x.words.Or("status."+ev.Status, ev.Status),
		Confidence: ev.Confidence, ConfidenceWord: x.words.Or("confidence."+ev.Confidence, ev.Confidence),
		ConfidenceWhy: x.words.Or("confidence-why."+ev.Confidence, ""),
		Importance:    ev.Importance, Background: ev.Background, Scheduled: e.scheduled,
		Places: placesOf(ev), Sources: x.voices(e), Note: ev.Note,
		Rail:   e.rail,
		Actors: v.Actors[:0], Dates: v.Dates[:0], Quotes: v.Quotes[:0], Links: v.Links[:0], Tags: v.Tags[:0], Corrections: v.Corrections[:0],
	}
	if e.scheduled { // no heading says how well it is known
		v.When.Rests = v.When.Hint
	}
	if x.in.Config.Publish.Events == "anchors" {
		v.Anchor = ev.ID
	}
	for _, t := range e.actors {
		v.Actors = append(v.Actors, t.ref)
	}
}

// tell makes an event, in the room of another.
func (x *index) tell(v *Event, e *entry) {
	x.head(v, e)
	ev := e.ev
	for _, m := range ev.Told {
		v.Quotes = append(v.Quotes, x.quote(e, m))
		if v.Image == nil && m.Image != "" {
			v.Image = &Picture{URL: x.addr.Resolve(m.Path, m.Image, x.pages), Alt: m.Alt}
		}
	}
	if len(v.Quotes) > 0 {
		v.First, v.Others = &v.Quotes[0], v.Quotes[1:]
	}
	if len(ev.Dates) > 1 {
		v.Dates = x.differing(e)
	}
	for _, l := range ev.Links {
		if to, ok := x.byID[l.ID]; ok {
			v.Links = append(v.Links, Relation{
				Rel: l.Rel, Word: x.words.Or("rel."+l.Rel, strings.ReplaceAll(l.Rel, "_", " ")),
				Event: Ref{Name: to.ev.Headline, URL: to.url},
				When:  x.dates.quiet(to.ev),
			})
		}
	}
	for _, t := range e.tags {
		v.Tags = append(v.Tags, x.termRef(t))
	}
	for _, c := range ev.Corrections {
		v.Corrections = append(v.Corrections, Correction{x.dates.day(c.Date), c.Text})
	}
}

// placesOf are an event's places without those that act in it: "Ukraine" is
// said once.
func placesOf(ev *chronology.Event) []string {
	if len(ev.Places) == 0 {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(ev.Places), func(p string) bool { return slices.Contains(ev.Actors, p) })
}

// basisOf is on what the event's date rests: the basis of the first telling
// that gives it.
func basisOf(e *entry) string {
	for _, m := range e.ev.Told {
		if m.Date == e.ev.Date {
			return m.DateBasis
		}
	}
	return ""
}

// differing are the dates that sources give, where they are not one.
func (x *index) differing(e *entry) []Told {
	var out []Told
	for _, d := range e.ev.Dates {
		t := Told{Date: x.dates.date(d.Date, "", "")}
		for _, m := range e.ev.Told {
			if s := x.sources.byName[outletOf(m)]; m.Date == d.Date && s != nil {
				if r := x.termRef(s); !slices.Contains(t.By, r) {
					t.By = append(t.By, r)
				}
			}
		}
		out = append(out, t)
	}
	return out
}

func (x *index) quote(e *entry, m *event.Mention) Quote {
	q := Quote{
		Text: Said(m), Author: m.Author, URL: m.URL, Title: m.Title,
		Attribution: m.Attribution, Event: x.dates.date(m.Date, m.Mod, m.DateBasis),
	}
	if m.DCT != "" {
		q.Date = x.dates.day(m.DCT)
	}
	if s := x.sources.byName[outletOf(m)]; s != nil {
		q.Source, q.Class = x.termRef(s), s.class
	}
	if q.Author == q.Source.Name {
		q.Author = "" // named once
	}
	if a := x.papers[m.Path]; a != nil {
		q.Article = a.url
		if x.marks(a.Article) && m.SentenceEnd > m.SentenceStart {
			q.Article += "#" + m.ID
		}
		if a.Language != "" && a.Language != x.site.Language {
			q.Language, q.Dir = a.Language, direction(a.Language)
		}
	}
	for _, c := range e.ev.Copies {
		if c.Doc == m.Doc {
			q.CopyOf = x.outletIn(e, c.Of)
		}
	}
	if q.Attribution == q.Source.Name {
		q.Attribution = "" // who says so is named beside it
	}
	if m.Status != e.ev.Status && m.Status == "denied" {
		q.Status, q.StatusWord = m.Status, x.words.Or("status."+m.Status, m.Status)
	}
	return q
}

// outletIn is whose the document is that tells an event.
func (x *index) outletIn(e *entry, doc string) Ref {
	for _, m := range e.ev.Told {
		if s := x.sources.byName[outletOf(m)]; m.Doc == doc && s != nil {
			return x.termRef(s)
		}
	}
	return Ref{}
}

// voices is how many outlets tell an event: the copies of one text count once,
// as the outlet that stands first.
func (x *index) voices(e *entry) int {
	if len(e.ev.Copies) == 0 {
		return len(e.sources)
	}
	var out []string
	for _, m := range e.ev.Told {
		if !slices.ContainsFunc(e.ev.Copies, func(c chronology.Copy) bool { return c.Doc == m.Doc }) {
			out = append(out, outletOf(m))
		}
	}
	slices.Sort(out)
	return len(slices.Compact(out))
}

// marks reports whether the page of an article holds its text, so that its
// sentences have anchors.
func (x *index) marks(a *Article) bool {
	return a.Body != nil && a.Extract && cmp.Or(x.in.Config.Publish.Articles, "full") == "full"
}

// refer gives every term the link by which pages lead to it.
func (x *index) refer() {
	for _, ts := range []*terms{x.actors, x.types, x.tags, x.sources} {
		for _, t := range ts.sorted {
			t.ref = x.newRef(t)
		}
	}
}

func (x *index) newRef(t *term) ActorRef {
	r := ActorRef{Ref: Ref{Name: x.termName(t), URL: x.addr.link(t.addr), Count: t.count()}, Class: t.class}
	if i := slices.Index(x.lanes, t); i >= 0 {
		r.Lane, r.Shape = i+1, shapes[i]
	}
	return r
}

func (x *index) termRef(t *term) Ref {
	switch {
	case t == nil:
		return Ref{}
	case t.ref.URL == "": // a pair
		return x.newRef(t).Ref
	}
	return t.ref.Ref
}

// termName is a term's name; a type's is in the words of the theme.
func (x *index) termName(t *term) string {
	if strings.HasPrefix(t.addr, "types/") {
		return typeText(x.words, t.name)
	}
	return t.name
}

func typeText(w *theme.Words, leaf string) string {
	return w.Or("type."+leaf, strings.ReplaceAll(leaf, "_", " "))
}
