package event

import (
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/sentence"
)

// span is the bytes that tell an act: its period, or, inside a quotation, its
// sentence.
func (a *act) span() sentence.Extent {
	b := a.b
	if e := a.relayed(); !empty(e) {
		return sentence.Extent{From: b.sentenceOf(a.trigger.From).From, To: e.To}
	}
	if k := b.Period(a.trigger.From); k >= 0 && !a.quoted() {
		return b.Periods[k]
	}
	return b.sentenceOf(a.trigger.From)
}

// mention makes a mention of an act with its cast.
func (f *finder) mention(a *act, who *cast) {
	b := a.b
	e := a.span()
	span := b.Span(e)
	at := a.trigger
	if !empty(a.again) {
		at = a.again
	}
	trigger := b.Span(at)
	status, _ := a.status.told()
	f.mentions = append(f.mentions, f.base)
	m := &f.mentions[len(f.mentions)-1]
	m.Date, m.Mod, m.DateBasis, m.Precision = a.date.when.String(), a.date.mod, a.date.basis, precision(a.date.when)
	if !a.date.known() {
		m.Date, m.DateBasis = "", "none"
	}
	m.SentenceStart, m.SentenceEnd = span.Start, span.End
	m.Quote = string(f.doc.Text[span.Start:span.End])
	if m.Text = m.Quote; !b.Reads(e, m.Quote) { // most are read as they stand
		m.Text = b.String(e)
	}
	m.Trigger = Trigger{b.String(at), trigger.Start, trigger.End}
	m.Headline = a.head
	m.Actors, m.Agents, m.Targets, m.Places = list(who.actors), list(who.agents), list(who.targets), list(who.places)
	m.Type, m.Plover, m.Status, m.StatusCues = a.leaf.Name, a.ploverCode(), status, list(a.cueTexts())
	m.Background = f.background(a)
	if by := a.attribution(); by != "" && !contains(who.actors, by) && !a.words() {
		m.Attribution = by
		if m.Status == "happened" && !m.Background {
			m.Status = "reported"
		}
	}
	m.Importance = a.importance(m.Background, len(who.actors))
	m.Rule = a.rule.Name
}

// ploverCode is the root of an act: a future meeting, visit or aid is AGREE
// until it happens.
func (a *act) ploverCode() string {
	if a.status == planned {
		switch a.leaf.Name {
		case "meeting", "call", "visit", "aid":
			return "AGREE"
		case "military":
			if a.plover != "RETREAT" && a.plover != "COOPERATE" {
				return "THREATEN"
			}
		}
		if !a.passive && !a.nominal && (a.plover == "RETREAT" || a.plover == "COOPERATE" || a.plover == "SUPPORT") && a.b.human(a.subject) {
			return "AGREE" // will release, will share: so far it is a word
		}
	}
	if a.status == denied {
		switch root, _, _ := strings.Cut(a.plover, "-"); root {
		case "CONSULT", "AGREE", "SUPPORT", "COOPERATE", "AID", "RETREAT":
			return "REJECT" // no agreement was reached
		}
	}
	return a.plover
}

func (a *act) importance(background bool, known int) int {
	n := a.rule.importance
	if a.leaf.Name == "threat" && a.rule.leaf.Name != "threat" {
		n = a.leaf.Importance
	}
	switch {
	case background:
		return 1
	case known == 0 && n > 2:
		return 2
	case a.nominal && n > 2:
		return 2
	}
	return n
}

// background reports whether an act lies so far back that it only explains:
// more than a year and a half before publication.
func (f *finder) background(a *act) bool {
	return f.story.dct.Known() && a.date.known() && f.story.dct.First()-a.date.when.Last() > 548
}

func precision(r calendar.Range) string {
	if !r.Known() {
		return "none"
	}
	return r.Precision()
}

func list(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// base is a mention with what the document says of itself.
func (d *Document) base() Mention {
	m := Mention{Doc: d.ID, Outlet: d.Source.Name, URL: d.URL, Author: d.Author, Title: d.Title, Slug: d.Slug, Path: d.Path, Image: d.Image.Path, Alt: d.Image.Alt}
	if m.Doc == "" {
		m.Doc = d.Path
	}
	if d.DCT.Known() {
		m.DCT = d.DCT.String()
	}
	return m
}
