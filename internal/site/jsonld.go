package site

import (
	"cmp"
	"encoding/json"
	"html/template"
	"slices"
)

// ld is a node of schema.org as JSON-LD. Maps are written with sorted keys,
// so equal nodes are equal bytes.
type ld map[string]any

// script is a node, or several, as a script element holds it: nothing in it
// ends the element.
func script(nodes any) template.JS {
	b, err := json.Marshal(nodes)
	if err != nil { // texts, numbers and nodes of them can all be written
		panic("site: " + err.Error())
	}
	return template.JS(b)
}

func (x *index) eventLD(e *entry, v *Event) ld {
	node := ld{
		"@context": "https://schema.org", "@type": "Article", "@id": v.Full(), "url": v.Full(),
		"headline": v.Headline, "inLanguage": x.site.Language,
		"isPartOf": ld{"@type": "CreativeWork", "name": x.site.Title, "url": x.addr.full("")},
	}
	if e.card {
		node["image"] = x.addr.full(e.addr + cardAddr)
	}
	if e.when.Known() {
		node["temporalCoverage"] = e.ev.Date
	}
	var about, cited []ld
	for _, t := range e.actors {
		about = append(about, ld{"@type": "Thing", "name": t.name, "url": x.addr.full(t.addr)})
	}
	for _, m := range e.ev.Told {
		work := ld{"@type": "CreativeWork", "name": cmp.Or(m.Title, m.Outlet), "abstract": Said(m)}
		set(work, "url", m.URL)
		set(work, "author", m.Author)
		publisher(work, m.Outlet)
		set(work, "datePublished", m.DCT)
		cited = append(cited, work)
	}
	if about != nil {
		node["mentions"] = about
	}
	if cited != nil {
		node["citation"] = cited
	}
	return node
}

// set sets a key of a node where there is something to say.
func set(node ld, key, value string) {
	if value != "" {
		node[key] = value
	}
}

// publisher names the outlet of a node.
func publisher(node ld, name string) {
	if name != "" {
		node["publisher"] = ld{"@type": "Organization", "name": name}
	}
}

// crumbs is the way from the front page to a page, nil for the front page.
func (x *index) crumbs(f *Frame) ld {
	if len(f.Trail) == 0 {
		return nil
	}
	var items []ld
	for i, r := range append(slices.Clone(f.Trail), Ref{Name: f.Title, URL: f.URL}) {
		items = append(items, ld{"@type": "ListItem", "position": i + 1, "name": r.Name, "item": x.addr.origin + r.URL})
	}
	return ld{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}
}

func (x *index) collection() ld {
	node := ld{
		"@context": "https://schema.org", "@type": "CollectionPage", "name": x.site.Title,
		"url": x.addr.full(""), "inLanguage": x.site.Language,
	}
	if x.hasCard {
		node["image"] = x.addr.full(cardAddr)
	}
	set(node, "description", x.site.Subtitle)
	set(node, "dateModified", x.in.Now)
	return node
}

func (x *index) articleLD(a *Article, v *ArticlePage) ld {
	node := ld{
		"@context": "https://schema.org", "@type": "Article", "headline": v.Title,
		"url": x.addr.full(x.pages[a.Path]), "inLanguage": cmp.Or(a.Language, x.site.Language),
	}
	set(node, "datePublished", a.Date)
	set(node, "dateModified", a.Updated)
	set(node, "author", a.Author)
	publisher(node, a.Source.Name)
	set(node, "isBasedOn", a.URL)
	return node
}

func (x *index) dataset() ld {
	var files []ld
	for _, f := range Formats {
		if Exports(x.in.Config, f.Name) {
			files = append(files, ld{"@type": "DataDownload", "encodingFormat": f.Type, "contentUrl": x.addr.full(f.File)})
		}
	}
	node := ld{
		"@context": "https://schema.org", "@type": "Dataset", "name": x.site.Title,
		"url": x.addr.full("data/"), "distribution": files,
	}
	set(node, "description", cmp.Or(x.site.Subtitle, x.site.Title))
	return node
}
