package site

import (
	"cmp"
	"slices"

	"github.com/dateline-ssg/dateline/internal/card"
	"github.com/dateline-ssg/dateline/internal/source"
)

// cardAddr is where the card of the chronology lies; an event's lies beside
// its page.
const cardAddr = "card.png"

// cardFonts are the program's fonts, and the site's own where it can be read;
// else the error says why not.
func (x *index) cardFonts() (*card.Fonts, error) {
	f, wrong := card.NewFonts(x.in.CardFont.Bytes)
	if wrong == nil {
		return f, nil
	}
	f, err := card.NewFonts(nil)
	if err != nil {
		panic(err) // they are the program's
	}
	return f, wrong
}

// undrawable says what keeps a card from being drawn: a font that is none, and
// letters that no font has, of the chronology's title and of the headlines
// that are to have a card.
func (x *index) undrawable() []source.Diagnostic {
	if x.badFont != nil {
		return []source.Diagnostic{{File: x.in.CardFont.Path, Level: source.Warning,
			Problem: "this is no font for publish.cardFont: " + x.badFont.Error(), Hint: "name a TrueType or OpenType file (.ttf, .otf, .ttc)"}}
	}
	letters := x.fonts.Lacks(x.in.Config.Title)
	for _, e := range x.ranked() {
		letters = append(letters, x.fonts.Lacks(e.ev.Headline)...)
	}
	if len(letters) == 0 {
		return nil
	}
	slices.Sort(letters)
	letters = slices.Compact(letters)
	const shown = 12
	text := string(letters[:min(shown, len(letters))])
	if len(letters) > shown {
		text += " …"
	}
	return []source.Diagnostic{{File: "dateline.toml", Level: source.Warning,
		Problem: "a title or headline has no social card, since no font has these letters of it: " + text,
		Hint:    `put a font that has them into the site's folder and name it: [publish] cardFont = "fonts/name.ttf"`}}
}

// weighty marks the events that have a card: as many as the configuration
// asks for, by rank, of those whose words can be drawn.
func (x *index) weighty() {
	for _, e := range x.ranked() {
		e.card = x.fonts.Covers(e.ev.Headline)
	}
}

// ranked are the events for which the configuration asks for a card.
func (x *index) ranked() []*entry {
	n := x.in.Config.Publish.Cards
	if n == 0 || x.in.Config.Publish.Events == "anchors" {
		return nil
	}
	out := slices.Clone(x.entries)
	slices.SortStableFunc(out, func(a, b *entry) int { return cmp.Compare(b.ev.Rank, a.ev.Rank) })
	return out[:min(n, len(out))]
}

// cards plans the pictures by which pages are shared.
func (p *planner) cards() {
	font := newKey(sum{}, "font").str(string(p.in.CardFont.Bytes)).hex()
	if whole, ok := p.wholeCard(); ok {
		p.raw(cardAddr, cardAddr, newKey(p.seed, "card").str(font).any(whole).hex(), func() ([]byte, error) { return p.fonts.Draw(whole) })
	}
	for _, e := range p.entries {
		if e.card {
			c := p.eventCard(e)
			p.raw(e.addr+cardAddr, e.addr+cardAddr, newKey(sum{}, "card").str(p.in.Version, font).any(c).hex(), func() ([]byte, error) { return p.fonts.Draw(c) })
		}
	}
}

func (x *index) eventCard(e *entry) card.Card {
	c := card.Card{Kicker: x.drawable(x.site.Title), Title: e.ev.Headline, Dir: x.site.Dir}
	when, sure := x.dates.quiet(e.ev).Text, x.words.Or("confidence."+e.ev.Confidence, e.ev.Confidence)
	c.Foot = x.drawable(when + " · " + sure)
	for i, lane := range x.lanes {
		if slices.Contains(e.actors, lane) {
			c.Lanes = append(c.Lanes, i+1)
		}
	}
	return c
}

// wholeCard is the card of the chronology: its title over the band.
func (x *index) wholeCard() (card.Card, bool) {
	c := card.Card{Title: x.site.Title, Dir: x.site.Dir, Foot: x.drawable(x.count("count.events", len(x.entries)))}
	if span := x.drawable(x.span(x.told())); span != "" && c.Foot != "" {
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
	return c, x.fonts.Covers(c.Title)
}

// drawable is a text that the card's fonts can draw, or nothing.
func (x *index) drawable(text string) string {
	if x.fonts.Covers(text) {
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
