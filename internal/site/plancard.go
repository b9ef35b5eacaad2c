package site

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/card"
)

// cardAddr is where the card of the chronology lies; an event's lies beside
// its page.
const cardAddr = "card.png"

// weighty marks the events that have a card: as many as the configuration
// asks for, by rank, of those whose words can be drawn.
func (x *index) weighty() {
	n := x.in.Config.Publish.Cards
	if n == 0 || x.in.Config.Publish.Events == "anchors" {
		return
	}
	ranked := slices.Clone(x.entries)
	slices.SortStableFunc(ranked, func(a, b *entry) int { return cmp.Compare(b.ev.Rank, a.ev.Rank) })
	for _, e := range ranked[:min(n, len(ranked))] {
		e.card = card.Covers(e.ev.Headline)
	}
}

// cards plans the pictures by which pages are shared.
func (p *planner) cards() {
	if whole, ok := p.wholeCard(); ok {
		p.raw(cardAddr, cardAddr, newKey(p.seed, "card").any(whole).hex(), func() ([]byte, error) { return card.Draw(whole) })
	}
	for _, e := range p.entries {
		if e.card {
			c := p.eventCard(e)
			p.raw(e.addr+cardAddr, e.addr+cardAddr, newKey(sum{}, "card").str(p.in.Version).any(c).hex(), func() ([]byte, error) { return card.Draw(c) })
		}
	}
}

func (x *index) eventCard(e *entry) card.Card {
	c := card.Card{Kicker: drawable(x.site.Title), Title: e.ev.Headline}
	when, sure := x.dates.quiet(e.ev).Text, x.words.Or("confidence."+e.ev.Confidence, e.ev.Confidence)
	c.Foot = drawable(when + " · " + sure)
	for i, lane := range x.lanes {
		if slices.Contains(e.actors, lane) {
			c.Lanes = append(c.Lanes, i+1)
		}
	}
	return c
}

// wholeCard is the card of the chronology: its title over the band.
func (x *index) wholeCard() (card.Card, bool) {
	c := card.Card{Title: x.site.Title, Foot: drawable(x.count("count.events", len(x.entries)))}
	if span := drawable(x.span(slices.DeleteFunc(slices.Clone(x.entries), func(e *entry) bool { return e.scheduled }))); span != "" && c.Foot != "" {
		c.Foot += " · " + span
	}
	for i := range x.lanes {
		c.Lanes = append(c.Lanes, i+1)
	}
	if b := x.band(x.entries, nil); b != nil {
		c.Bars = make([][]int, len(b.Lanes))
		for _, bin := range b.Bins {
			for i, n := range bin.Counts {
				c.Bars[i] = append(c.Bars[i], n)
			}
		}
	}
	return c, card.Covers(c.Title)
}

// drawable is a text that the card's fonts can draw, or nothing.
func drawable(text string) string {
	if card.Covers(text) {
		return text
	}
	return ""
}

// shared gives a frame its card: its own, else the chronology's.
func (x *index) shared(f *Frame, addr string) {
	if x.hasCard {
		f.Card = &Picture{URL: x.addr.full(addr + cardAddr), Alt: f.Title}
	}
}
