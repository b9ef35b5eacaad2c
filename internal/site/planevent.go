package site

import (
	"encoding/json"
	"html"

	"github.com/dateline-ssg/dateline/internal/card"
	"github.com/dateline-ssg/dateline/internal/chronology"
)

// events plans a page for each event, where the configuration wants them.
func (p *planner) events() {
	if p.in.Config.Publish.Events == "anchors" {
		return
	}
	for i, e := range p.entries {
		var before, after *entry
		if i > 0 {
			before = p.entries[i-1]
		}
		if i+1 < len(p.entries) {
			after = p.entries[i+1]
		}
		k := newKey(p.seed, "event-page").entries([]*entry{e})
		for _, n := range []*entry{before, after} {
			if n != nil {
				k.str(n.addr, n.ev.Headline, n.ev.Date, n.ev.Mod)
			}
		}
		p.add(e.addr, "event.html", k, func() any { return p.eventPage(e, before, after) })
		if p.in.Config.Publish.OEmbed {
			addr := e.addr + "oembed.json"
			p.raw(addr, addr, newKey(p.seed, addr).str(e.ev.Headline).any(e.card).hex(), func() ([]byte, error) {
				return p.oembed(e.ev.Headline, e.addr, e.addr+"#embed", 420, e.card)
			})
		}
	}
}

func (x *index) eventPage(e, before, after *entry) *EventPage {
	v := &EventPage{Frame: x.frame("event", e.addr, e.ev.Headline), Event: x.event(e)}
	y := e.year
	v.Trail = append(v.Trail, Ref{Name: x.dates.plain(y), URL: x.addr.link(y + "/")})
	if y == "undated" {
		v.Trail[1].Name = x.dates.say("list.undated")
	}
	if m, ok := e.inMonth(); ok {
		v.Trail = append(v.Trail, Ref{Name: x.dates.plain(m.String()), URL: x.addr.link(y + "/" + pad2(int(m.Unit)) + "/")})
	}
	if q := v.Event.First; q != nil {
		v.Description = q.Text
	}
	v.Earlier, v.Later = x.neighbour(before), x.neighbour(after)
	v.Rails = x.rails([]*entry{e})
	v.Quotable = x.cite(e.ev.Headline, e.addr, e.told)
	if x.in.Config.Publish.OEmbed {
		v.OEmbed = x.addr.full(e.addr + "oembed.json")
		v.Alternate = append(v.Alternate[:len(v.Alternate):len(v.Alternate)],
			Alternate{"application/json+oembed", e.ev.Headline, v.OEmbed})
	}
	v.Embed = x.snippet(e.ev.Headline, e.addr)
	if e.card {
		x.shared(&v.Frame, e.addr)
	}
	v.JSONLD = script([]ld{x.eventLD(e, v.Event), x.crumbs(&v.Frame)})
	return v
}

// snippet is what another site pastes: a quotation that stands alone, and a
// script that makes a frame of it.
func (x *index) snippet(title, addr string) string {
	return `<blockquote class="dateline"><a href="` + x.addr.full(addr) + `">` + html.EscapeString(title) + `</a></blockquote>` + "\n" +
		`<script async src="` + x.addr.full("embed.js") + `"></script>`
}

// lastTold is the day of the newest article that tells an event: its page is
// as of that day, and stays when other articles come.
func lastTold(ev *chronology.Event) string {
	last := ""
	for _, m := range ev.Told {
		last = max(last, m.DCT)
	}
	return last
}

// lastOf is the same of the page of a list.
func lastOf(es []*entry) string {
	last := ""
	for _, e := range es {
		last = max(last, e.told)
	}
	return last
}

func (x *index) neighbour(e *entry) *Relation {
	if e == nil {
		return nil
	}
	return &Relation{Event: Ref{Name: e.ev.Headline, URL: e.url}, When: x.dates.quiet(e.ev)}
}

// oembed is the answer of an oEmbed provider, as far as a static file can
// give it: rich, with a quotation that stands alone where frames are not
// allowed.
// Its thumbnail is the card of the address, else the chronology's.
func (x *index) oembed(title, addr, frame string, height int, own bool) ([]byte, error) {
	thumb, wide, high := "", 0, 0
	if x.hasCard {
		thumb, wide, high = x.addr.full(cardAddr), card.Width, card.Height
	}
	if own {
		thumb, wide, high = x.addr.full(addr+cardAddr), card.Width, card.Height
	}
	page, src := html.EscapeString(x.addr.full(addr)), html.EscapeString(x.addr.full(frame))
	t := html.EscapeString(title)
	b, err := json.MarshalIndent(struct {
		Version  string `json:"version"`
		Type     string `json:"type"`
		HTML     string `json:"html"`
		Width    int    `json:"width"`
		Height   int    `json:"height"`
		Title    string `json:"title"`
		Provider string `json:"provider_name"`
		URL      string `json:"provider_url"`
		Age      int    `json:"cache_age"`
		Thumb    string `json:"thumbnail_url,omitempty"`
		Wide     int    `json:"thumbnail_width,omitempty"`
		High     int    `json:"thumbnail_height,omitempty"`
	}{
		"1.0", "rich",
		`<blockquote><a href="` + page + `">` + t + `</a></blockquote><iframe src="` + src + `" width="600" height="` +
			itoa(height) + `" title="` + t + `"></iframe>`,
		600, height, title, x.site.Title, x.addr.full(""), 3600, thumb, wide, high,
	}, "", "  ")
	return append(b, '\n'), err
}
