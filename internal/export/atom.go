package export

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"html"
	"slices"
	"strings"
	"time"

	"github.com/dateline-ssg/dateline/internal/chronology"
	"github.com/dateline-ssg/dateline/internal/site"
)

// atomFeed is RFC 4287.
type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr,omitempty"`
	ID       string      `xml:"id"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	Updated  string      `xml:"updated"`
	Links    []atomLink  `xml:"link"`
	Author   atomPerson  `xml:"author"`
	Maker    string      `xml:"generator"`
	Entries  []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomPerson struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	ID         string         `xml:"id"`
	Title      string         `xml:"title"`
	Published  string         `xml:"published"`
	Updated    string         `xml:"updated"`
	Links      []atomLink     `xml:"link"`
	Categories []atomCategory `xml:"category"`
	Content    atomContent    `xml:"content"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomContent struct {
	Type string `xml:"type,attr"`
	Text string `xml:",chardata"`
}

// writeAtom writes the events that the configuration chooses for feeds, the
// newest telling first.
// published is when an article first told the event, updated when one last
// did; the date of the event itself stands in the title.
func writeAtom(c *chronicle) ([]byte, error) {
	cfg := c.in.Config
	f := atomFeed{
		Lang: cfg.Language, ID: c.identity(""), Title: cfg.Title, Subtitle: cfg.Subtitle, Updated: stamp(c.in.Now),
		Links: []atomLink{
			{Rel: "self", Type: "application/atom+xml", Href: c.to.Page("feed.xml")},
			{Rel: "alternate", Type: "text/html", Href: c.to.Page("")},
		},
		Author: atomPerson{cmp.Or(cfg.Title, "Dateline")}, Maker: "Dateline",
	}
	for _, e := range c.fed() {
		f.Entries = append(f.Entries, c.atomEntry(e))
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", " ")
	if err := enc.Encode(f); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

func (c *chronicle) atomEntry(e *chronology.Event) atomEntry {
	first, last := published(e)
	x := atomEntry{
		ID: c.identity(e.ID), Title: c.title(e),
		Published: stamp(cmp.Or(first, c.in.Now)), Updated: stamp(cmp.Or(last, c.in.Now)),
		Links:   []atomLink{{Rel: "alternate", Type: "text/html", Href: c.to.Event(e)}},
		Content: atomContent{"html", c.says(e)},
	}
	for _, term := range append(slices.Clone(e.Actors), site.TypeText(c.words, e.Type)) {
		x.Categories = append(x.Categories, atomCategory{term})
	}
	return x
}

// identity is what names a feed or an entry for ever. It holds the host but
// no path, because pages may move.
func (c *chronicle) identity(id string) string {
	host := cmp.Or(c.to.Host(), "dateline.invalid")
	return "tag:" + host + ",2025:" + cmp.Or(id, "chronology")
}

// title is an event with its date.
func (c *chronicle) title(e *chronology.Event) string {
	return c.dates(e.Date, e.Mod) + ": " + e.Headline
}

// says are the sentences that tell an event, with their sources, as HTML.
func (c *chronicle) says(e *chronology.Event) string {
	var b strings.Builder
	for _, m := range c.record(e).Mentions {
		cite := html.EscapeString(strings.Join(filled(m.Source, m.Author, m.Date), ", "))
		if strings.HasPrefix(m.Link, "https://") || strings.HasPrefix(m.Link, "http://") {
			cite = `<a href="` + html.EscapeString(m.Link) + `">` + cite + `</a>`
		}
		b.WriteString("<blockquote><p>" + html.EscapeString(m.Quote) + "</p></blockquote><p>— " + cite + "</p>")
	}
	return b.String()
}

// stamp is an ISO date as an instant: the start of its first day.
func stamp(date string) string {
	if date == "" {
		return "1970-01-01T00:00:00Z"
	}
	return instant(date).Format(time.RFC3339)
}
