package site

import (
	"cmp"
	"strings"

	"golang.org/x/text/language"

	"github.com/dateline-ssg/dateline/internal/theme"
)

// newSite is what all pages show of the site.
func (x *index) newSite(m theme.Manifest) *Site {
	c := x.in.Config
	s := &Site{
		Title: c.Title, Subtitle: c.Subtitle, Language: c.Language, Dir: direction(c.Language),
		Home: x.addr.link(""), Order: c.Order, Params: m.With(c.Params), Theme: cmp.Or(m.Name, c.Theme),
		Light: m.Colours["light"], Dark: m.Colours["dark"], Version: x.in.Version, OEmbed: c.Publish.OEmbed,
	}
	for _, n := range []string{"articles", "actors", "types", "sources", "lanes", "top", "data", "about"} {
		if n == "lanes" && len(x.lanes) == 0 || n == "top" && c.Top.Count == 0 {
			continue
		}
		s.Nav = append(s.Nav, Ref{Name: x.dates.say("nav." + n), URL: x.addr.link(n + "/")})
	}
	for i, t := range x.lanes {
		s.Lanes = append(s.Lanes, Lane{
			Ref:    Ref{Name: t.name, URL: x.addr.link(t.addr), Count: t.count()},
			Number: i + 1, Shape: shapes[i], Short: t.surname,
		})
	}
	s.Feeds = append(s.Feeds, Alternate{"application/atom+xml", c.Title, x.addr.link("feed.xml")})
	if Exports(c, "feed.json") {
		s.Feeds = append(s.Feeds, Alternate{"application/feed+json", c.Title, x.addr.link("feed.json")})
	}
	return s
}

// direction is how a language is written.
func direction(code string) string {
	tag, err := language.Parse(code)
	if err != nil {
		return "ltr"
	}
	script, _ := tag.Script()
	switch script.String() {
	case "Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm":
		return "rtl"
	}
	return "ltr"
}

// frame is what every page has. The address is "" for the front page.
func (x *index) frame(kind, addr, title string, trail ...Ref) Frame {
	f := Frame{
		x: x, Site: x.site, Kind: kind, Title: title, URL: x.addr.link(addr), Canonical: x.addr.canonical(addr),
		Trail: append([]Ref{{Name: x.site.Title, URL: x.site.Home}}, trail...), Index: true,
	}
	if addr == "" {
		f.Trail = nil
	}
	site := *x.site
	site.Nav = append([]Ref(nil), site.Nav...)
	for i, n := range site.Nav {
		site.Nav[i].Here = strings.HasPrefix(f.URL, n.URL)
	}
	f.Site = &site
	f.Alternate = x.site.Feeds
	f.Description = title
	if s := x.site.Subtitle; s != "" {
		f.Description += x.dates.say("colon") + s
	}
	switch kind {
	case "embed", "missing": // nothing leads there
	case "article", "event", "data": // they have more to say
	default:
		if c := x.crumbs(&f); c != nil {
			f.JSONLD = script(c)
		}
	}
	x.shared(&f, "")
	return f
}

// nav is a link to one of the indexes.
func (x *index) nav(name string) Ref {
	return Ref{Name: x.dates.say("nav." + name), URL: x.addr.link(name + "/")}
}
