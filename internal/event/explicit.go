package event

import (
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
)

// explicit gives a mention for every event that the author wrote down as one:
// in the front matter, in a table, or as a heading or list item that begins
// with its date. They outrank what is extracted: their basis is "explicit",
// and the blocks that belong to them are read for nothing else.
func (f *finder) explicit() {
	for i := range f.doc.Events {
		if m, ok := f.explicitMention(&f.doc.Events[i]); ok {
			f.explicitAt[i] = len(f.mentions)
			f.mentions = append(f.mentions, m)
		}
	}
}

// enrich gives the explicit events that name no type or no actors those of
// the first act that the prose below them tells.
func (f *finder) enrich(byBlock [][]*act) {
	for i := range f.doc.Events {
		e := &f.doc.Events[i]
		at, ok := f.explicitAt[i]
		if !ok || e.Block < 0 {
			continue
		}
		m := &f.mentions[at]
		for _, a := range slices.Concat(byBlock[e.Block:min(e.Block+e.Blocks, len(byBlock))]...) {
			if status, told := a.status.told(); !told || a.nominal || a.quoted() || !a.main() || status == "denied" {
				continue
			}
			who := a.casting()
			if len(e.Actors) == 0 && len(m.Actors) == 0 {
				m.Actors, m.Agents, m.Targets = list(who.actors), list(who.agents), list(who.targets)
			}
			if len(e.Places) == 0 && len(m.Places) == 0 {
				m.Places = list(who.places)
			}
			if e.Type == "" && m.Type == "other" {
				m.Type, m.Plover = a.leaf.Name, a.ploverCode()
				if e.Importance == 0 {
					m.Importance = a.rule.importance
				}
			}
			if len(m.Actors) > 0 && m.Type != "other" {
				break
			}
		}
	}
}

func (f *finder) explicitMention(e *article.Explicit) (Mention, bool) {
	m := f.base
	m.Date, m.Mod, m.DateBasis, m.Precision = e.When, e.Mod, "explicit", "none"
	if r, ok := calendar.Parse(e.When); ok {
		m.Precision = r.Precision()
	}
	m.SentenceStart, m.SentenceEnd = e.Start, e.End
	m.Quote = string(f.doc.Text[e.Start:e.End])
	m.Text = e.Text
	m.Headline = e.Headline
	if m.Headline == "" {
		m.Headline = firstWords(e.Text)
	}
	if m.Headline == "" || e.When == "" {
		return m, false
	}
	if e.Source.Name != "" {
		m.Attribution = e.Source.Name
	}
	if e.URL != "" {
		m.URL = e.URL
	}
	m.Actors, m.Places = list(e.Actors), list(e.Places)
	m.Agents, m.Targets, m.StatusCues = []string{}, []string{}, []string{}
	m.Type = e.Type
	leaf, ok := LeafOf(e.Type)
	if !ok {
		m.Type = "other"
		leaf, _ = LeafOf("other")
	}
	m.Plover = leaf.Plover
	m.Status = e.Status
	if m.Status == "" {
		m.Status = "happened"
		if r, ok := calendar.Parse(e.When); ok && f.doc.DCT.Known() && r.First() > f.doc.DCT.Last() {
			m.Status = "planned"
		}
	}
	m.Importance = e.Importance
	if m.Importance == 0 {
		m.Importance = leaf.Importance
	}
	if e.Image.Path != "" {
		m.Image, m.Alt = e.Image.Path, e.Image.Alt
	}
	m.Rule = "explicit"
	return m, true
}

// firstWords is the first sentence of a text as a headline.
func firstWords(s string) string {
	if i := strings.Index(s, ". "); i > 0 {
		s = s[:i]
	}
	w := strings.Fields(strings.TrimRight(s, "."))
	if len(w) > most {
		w = w[:most]
	}
	return raised(strings.Join(w, " "))
}

func raised(s string) string {
	if s == "" {
		return s
	}
	return capital(s)
}
