package site

import (
	"strconv"
)

func itoa(n int) string { return strconv.Itoa(n) }

// others plans the pages about the chronology.
func (p *planner) others() {
	x := p.index
	p.lanesPages()
	p.add("data/", "data.html", newKey(p.seed, "data").str(p.in.Now), func() any { return x.dataPage() })
	sizes := []int{len(p.entries), len(p.in.Articles), len(p.sources.sorted)}
	p.add("about/", "about.html", newKey(p.seed, "about").any(sizes).str(p.in.Now), func() any { return x.aboutPage() })
	p.add("embed/help/", "embed-help.html", newKey(p.seed, "help").any(x.asked()), func() any { return x.helpPage() })
	p.add("404.html", "404.html", newKey(p.seed, "missing"), func() any {
		f := x.frame("missing", "404.html", x.dates.say("missing.title"))
		f.Index = false
		return &f
	})
}

func (x *index) dataPage() *DataPage {
	v := &DataPage{Frame: x.frame("data", "data/", x.dates.say("nav.data"))}
	for _, f := range Formats {
		if Exports(x.in.Config, f.Name) && f.Name != "search" {
			v.Formats = append(v.Formats, FormatRef{
				Ref:  Ref{Name: x.words.Or("format."+f.Name, f.Name), URL: x.addr.link(f.File)},
				File: f.File, About: x.words.Or("format-about."+f.Name, ""),
			})
		}
	}
	if Exports(x.in.Config, "json") {
		v.Schema = x.addr.link("events.schema.json")
	}
	v.Embed = x.addr.link("embed/help/")
	v.CiteLine = x.cite("", "", x.in.Now)
	v.JSONLD = script([]ld{x.dataset(), x.crumbs(&v.Frame)})
	return v
}

func (x *index) aboutPage() *AboutPage {
	v := &AboutPage{
		Frame:  x.frame("about", "about/", x.dates.say("nav.about")),
		Events: len(x.entries), Articles: len(x.in.Articles), Sources: len(x.sources.sorted),
		CiteLine: x.cite("", "", x.in.Now),
	}
	words := func(kind, why string, names ...string) []Word {
		var out []Word
		for _, n := range names {
			out = append(out, Word{x.words.Or(kind+"."+n, n), x.words.Or(why+"."+n, "")})
		}
		return out
	}
	v.Confidence = words("confidence", "confidence-why", "Confirmed", "Reported", "Disputed", "Planned", "Threatened", "Cancelled")
	v.Precision = words("precision", "precision-why", "day", "week", "month", "season", "quarter", "half", "year", "range")
	v.Statuses = words("status", "status-why", Statuses...)
	v.Basis = words("basis-name", "basis", "own", "sentence", "connective", "carried", "occasion", "tense", "document", "explicit")
	return v
}

// files plans what is no page: assets, the embedding script, oEmbed, the
// sitemap, and what hosts and crawlers look for.
func (p *planner) files() {
	for _, a := range p.in.Theme.Assets() {
		p.fixed(a.Path, a.Bytes)
	}
	if f, ok := p.in.Theme.Find("embed.js"); ok {
		p.fixed("embed.js", f.Bytes)
	}
	if p.in.Config.Publish.OEmbed {
		p.raw("oembed.json", "oembed.json", newKey(p.seed, "oembed").hex(), func() ([]byte, error) {
			return p.oembed(p.site.Title, "", "embed/", 600, p.hasCard)
		})
	}
	p.fixed(".nojekyll", nil)
	p.fixed("robots.txt", []byte("User-agent: *\nAllow: /\nSitemap: "+p.addr.full("sitemap.xml")+"\n"))
	p.sitemap()
}
