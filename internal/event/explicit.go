package event

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-ssg/dateline/internal/actor"
	"github.com/dateline-ssg/dateline/internal/article"
	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/clause"
)

// explicit gives a mention for every event that the author wrote down as one:
// in the front matter, in a table, or as a heading or list item that begins
// with its date. They outrank what is extracted: their basis is "explicit",
// and the blocks that belong to them are read for nothing else.
func (f *finder) explicit() {
	for i := range f.doc.Events {
		if e := &f.doc.Events[i]; !e.Loose {
			f.writtenDown(i, e)
		}
	}
}

// loose gives a mention for the parts of a chronicle that tell an act, and of
// whose date their prose has told nothing.
func (f *finder) loose(byBlock [][]*act) {
	for i := range f.doc.Events {
		e := &f.doc.Events[i]
		if !e.Loose || f.dated(e) || !slices.ContainsFunc(byBlock[e.Tells:f.until(e)], func(acts []*act) bool { return slices.ContainsFunc(acts, (*act).enters) }) {
			continue
		}
		f.writtenDown(i, e)
		f.enrich(i, byBlock)
	}
}

// dated reports whether the prose of an explicit event has told something of its
// date. What is kept stands in the order of its blocks.
func (f *finder) dated(e *article.Explicit) bool {
	at, _ := slices.BinarySearchFunc(f.kept, e.Block, func(a *act, block int) int { return a.b.index - block })
	for _, a := range f.kept[at:] {
		if a.b.index >= e.Block+e.Blocks {
			break
		}
		if a.date.known() && overlaps(a.date.when, e.When) {
			return true
		}
	}
	return false
}

// writtenDown keeps the mention of the i-th explicit event, if it gives one.
func (f *finder) writtenDown(i int, e *article.Explicit) {
	if m, ok := f.explicitMention(e); ok {
		f.explicitAt[i] = len(f.mentions)
		f.mentions = append(f.mentions, m)
	}
}

// enrich gives an explicit event that names no type or no actors those of the
// first acts that its prose tells, and a line where the author wrote none; else
// the actors whom that prose names.
func (f *finder) enrich(i int, byBlock [][]*act) {
	e := &f.doc.Events[i]
	at, ok := f.explicitAt[i]
	if !ok || e.Block < 0 {
		return
	}
	m, to := &f.mentions[at], f.until(e)
	for k := e.Tells; k < to && (len(m.Actors) == 0 || m.Type == "other"); k++ {
		m.take(e, byBlock[k])
	}
	if len(e.Actors) == 0 && len(m.Actors) == 0 {
		m.Actors = f.blocks[e.Tells].whoIsNamed()
	}
}

// until is the end of the blocks from e.Tells on whose prose is that of an explicit
// event: the other cells of a row are of other things.
func (f *finder) until(e *article.Explicit) int {
	if f.doc.Blocks[e.Tells].Grid.Table > 0 {
		return e.Tells + 1
	}
	return min(e.Block+e.Blocks, len(f.blocks))
}

// take gives a mention of an explicit event what that leaves open and the first
// acts of a block tell.
func (m *Mention) take(e *article.Explicit, acts []*act) {
	told := len(m.Actors) > 0 || m.Type != "other"
	for _, a := range acts {
		if !a.enters() {
			continue
		}
		a.settle()
		who := a.casting()
		if len(e.Actors) == 0 && len(m.Actors) == 0 {
			m.Actors, m.Agents, m.Targets = list(who.actors), list(who.agents), list(who.targets)
		}
		if len(e.Places) == 0 && len(m.Places) == 0 {
			m.Places = list(who.places)
		}
		if e.Prose && !told && !a.words() {
			m.Headline = cmp.Or(a.headline(), m.Headline)
		}
		if own := a.date; !told && own.basis == "own" && own.mod == "" && within(own.when, e.When) {
			m.Date, m.Mod, m.Precision = own.when.String(), "", precision(own.when)
		}
		if e.Type == "" && m.Type == "other" {
			m.Type, m.Plover = a.leaf.Name, a.ploverCode()
			if e.Importance == 0 {
				m.Importance = a.rule.importance
			}
		}
		told = true
		if len(m.Actors) > 0 && m.Type != "other" {
			break
		}
	}
}

// enters reports whether an act may be that of the entry in which it stands: it
// is told, and not as what had been before.
func (a *act) enters() bool {
	status, ok := a.status.told()
	return ok && status != "denied" && !a.nominal && !a.quoted() && a.main() && !(a.verb.Perfect && a.verb.Tense == clause.Past)
}

// within reports whether a date is finer than another and lies in it. A stretch has
// none such: what lasted from year to year is not of the day in it that is named.
func within(r calendar.Range, in string) bool {
	whole, ok := calendar.Parse(in)
	return ok && whole.Single() && r.Known() && whole.First() <= r.First() && r.Last() <= whole.Last() && r.Days() < whole.Days()
}

// overlaps reports whether two dates have a day in common.
func overlaps(r calendar.Range, other string) bool {
	o, ok := calendar.Parse(other)
	return ok && r.First() <= o.Last() && o.First() <= r.Last()
}

// whoIsNamed is the actors that a block names, in order.
func (b *block) whoIsNamed() []string {
	names := []string{}
	for i := range b.refs {
		x := b.refs[i].Actor
		if x == nil || b.refs[i].From < b.from {
			continue
		}
		switch x.Kind {
		case actor.Person, actor.Body, actor.Company, actor.State:
			names = push(names, x.Name)
		}
	}
	return names
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
	if e.Block >= 0 {
		m.Headline = raised(m.Headline)
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
