package article

import (
	"encoding/json"
	"html"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
)

// metadata fills from a page's own metadata what its front matter leaves open:
// meta tags, JSON-LD, and the elements that say it in the text.
func (r *reader) metadata(root *node) {
	a := r.article
	m := r.metaOf(root)
	set := func(to *string, key string, values ...string) {
		for _, v := range values {
			if v = strings.Join(strings.Fields(v), " "); *to == "" && v != "" && !r.said[key] {
				*to = v
			}
		}
	}
	set(&a.Source.Name, "source", m["site"]...)
	set(&a.Title, "title", m["title"]...)
	set(&a.Title, "title", m["<title>"]...)
	a.Title = withoutSite(a.Title, a.Source.Name)
	for _, v := range m["author"] {
		set(&a.Author, "author", byName(v))
	}
	set(&a.Summary, "summary", m["summary"]...)
	set(&a.Language, "language", m["lang"]...)
	for _, v := range append(append(m["canonical"], m["link"]...), root.attr["saved"]) {
		if strings.HasPrefix(v, "http") && safeURL(v) {
			set(&a.URL, "url", v)
		}
	}
	if v := m["image"]; len(v) > 0 && !r.said["image"] && safeURL(v[0]) {
		a.Image.Path = v[0]
	}
	for _, v := range m["tags"] {
		if !r.said["tags"] {
			for t := range strings.SplitSeq(v, ",") {
				a.Tags = addTags(a.Tags, appendWords(nil, t))
			}
		}
	}
	if a.Dated != ByFrontMatter && a.Dated != ByFileName {
		for _, v := range append(m["date"], m["time"]...) {
			if d, problem := stamp(v); problem == "" && a.Dated == Undated {
				a.DCT, a.Dated = d, ByPage
			}
		}
	}
	for _, v := range m["updated"] {
		if d, problem := stamp(v); problem == "" && a.Updated == (calendar.Date{}) {
			a.Updated = d
		}
	}
}

// metaOf collects a page's metadata by what it says; of several names for one
// thing the best stands first.
func (r *reader) metaOf(root *node) map[string][]string {
	found := map[string][]string{} // by the name in the page
	out := map[string][]string{}
	root.walk(func(n *node) bool {
		switch n.tag {
		case "html":
			out["lang"] = appendWords(out["lang"], n.attr["lang"])
		case "meta":
			for _, key := range []string{"property", "name", "itemprop"} {
				if k := strings.ToLower(n.attr[key]); k != "" {
					found[k] = appendWords(found[k], n.attr["content"])
				}
			}
		case "link":
			if strings.EqualFold(n.attr["rel"], "canonical") {
				out["canonical"] = appendWords(out["canonical"], n.attr["href"])
			}
		case "title":
			if len(out["<title>"]) == 0 {
				out["<title>"] = appendWords(nil, html.UnescapeString(r.content(n)))
			}
		case "time":
			if n.attr["itemprop"] == "datePublished" || n.attr["pubdate"] != "" {
				found["datepublished"] = appendWords(found["datepublished"], n.attr["datetime"])
			}
			said := strings.Join(strings.Fields(html.UnescapeString(r.content(n))), " ")
			if _, problem := stamp(said); problem != "" {
				said = n.attr["datetime"] // what is printed counts: the attribute may be of another zone
			}
			out["time"] = appendWords(out["time"], said)
		case "script":
			if strings.Contains(strings.ToLower(n.attr["type"]), "ld+json") {
				linked(r.content(n), found)
			}
		}
		return !isPage("raw", n.tag)
	})
	for _, kind := range []string{"date", "updated", "title", "author", "site", "summary", "link", "tags", "image"} {
		for _, name := range pageWords()[kind] {
			out[kind] = append(out[kind], found[name]...)
		}
	}
	return out
}

// content is the raw text inside an element.
func (r *reader) content(n *node) string {
	var b strings.Builder
	for _, c := range n.nodes {
		b.WriteString(r.Text(c.Span))
	}
	return b.String()
}

// linked reads the JSON-LD that describes the page into found.
func linked(s string, found map[string][]string) {
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		return
	}
	ids := namesByID(v)
	var walk func(any, int)
	walk = func(v any, depth int) {
		if depth > 6 {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x, depth+1)
			}
		case map[string]any:
			if v["datePublished"] != nil || v["headline"] != nil {
				for _, key := range []string{"datePublished", "dateModified", "headline", "author", "publisher", "description"} {
					if s := named(v[key], ids); s != "" {
						k := strings.ToLower(key)
						found[k] = append(found[k], s)
					}
				}
			}
			walk(v["@graph"], depth+1)
			walk(v["mainEntity"], depth+1)
		}
	}
	walk(v, 0)
}

// namesByID are the names of the things that a graph lists, by the marks with which its
// others point to them.
func namesByID(v any) map[string]string {
	ids := map[string]string{}
	page, _ := v.(map[string]any)
	graph, _ := page["@graph"].([]any)
	for _, x := range graph {
		if node, ok := x.(map[string]any); ok {
			id, _ := node["@id"].(string)
			if name, _ := node["name"].(string); id != "" && name != "" {
				ids[id] = name
			}
		}
	}
	return ids
}

// named is a text, or the names of things, those that it only points to by ids.
func named(v any, ids map[string]string) string {
	switch v := v.(type) {
	case string:
		return v
	case map[string]any:
		if s, _ := v["name"].(string); s != "" {
			return s
		}
		id, _ := v["@id"].(string)
		return ids[id]
	case []any:
		var names []string
		for _, x := range v {
			names = appendWords(names, named(x, ids))
		}
		return strings.Join(names, ", ")
	}
	return ""
}

// byName is an author's name without the word before it, "" for an address or
// a handle.
func byName(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > 3 && strings.EqualFold(s[:3], "by ") {
		s = s[3:]
	}
	if strings.Contains(s, "://") || strings.HasPrefix(s, "@") {
		return ""
	}
	return s
}

// withoutSite cuts the site's name off a title.
func withoutSite(title, site string) string {
	for _, mark := range []string{" | ", " – ", " — ", " - ", " · ", " :: ", " » "} {
		if i := strings.LastIndex(title, mark); i > 0 {
			if tail := strings.TrimSpace(title[i+len(mark):]); site != "" && strings.EqualFold(tail, site) || mark == " | " && len(strings.Fields(tail)) <= 4 {
				return strings.TrimSpace(title[:i])
			}
		}
	}
	return title
}
