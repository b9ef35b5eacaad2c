package article

import (
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/dateline-ssg/dateline/internal/calendar"
	"github.com/dateline-ssg/dateline/internal/source"
)

// fieldNames are the keys that front matter may have here. Keys of other
// generators pass in silence.
var fieldNames = map[string]bool{
	"title": true, "date": true, "updated": true, "lastmod": true, "author": true, "authors": true,
	"source": true, "outlets": true, "url": true, "language": true, "lang": true, "tags": true,
	"categories": true, "draft": true, "slug": true, "summary": true, "description": true,
	"extract": true, "events": true, "image": true,
}

// field fills the article from front matter.
func (r *reader) field(v value) {
	a := r.article
	for _, p := range v.pairs {
		if p.what.kind == null {
			continue
		}
		key := strings.ToLower(p.key)
		r.said[key] = fieldNames[key]
		switch key {
		case "title":
			a.Title = r.words(p)
		case "summary", "description":
			if a.Summary == "" || key == "summary" {
				a.Summary = r.words(p)
			}
		case "author", "authors":
			a.Author = strings.Join(r.names(p), ", ")
		case "url":
			// A path is where another generator would publish the article, and not
			// where it comes from.
			if u := r.link(p); !strings.HasPrefix(u, "/") || strings.HasPrefix(u, "//") {
				a.URL = u
			}
		case "language", "lang":
			a.Language = r.words(p)
		case "slug":
			a.Slug = slugOf(r.words(p))
		case "tags", "categories":
			a.Tags = addTags(a.Tags, r.names(p))
		case "draft":
			a.Draft = r.yes(p, false)
		case "extract":
			a.Extract = r.yes(p, true)
		case "source":
			a.Source = r.outlet(p.what)
		case "outlets":
			for _, item := range itemsOf(p.what) {
				a.Outlets = append(a.Outlets, r.outlet(item))
			}
		case "image":
			a.Image = r.image(p.what)
		case "date":
			a.DCT = r.date(p)
			if a.DCT != (calendar.Date{}) {
				a.Dated = ByFrontMatter
			}
		case "updated", "lastmod":
			if u := r.date(p); a.Updated == (calendar.Date{}) || key == "updated" {
				a.Updated = u
			}
		case "events":
			for _, item := range itemsOf(p.what) {
				if e, ok := r.event(item); ok {
					a.Events = append(a.Events, e)
				}
			}
		}
	}
	r.identify(v)
}

// identify compares the front matter's date with that of the file's name, and
// makes the slug.
func (r *reader) identify(v value) {
	a := r.article
	name, d := datedName(r.Path)
	switch {
	case d == (calendar.Date{}):
	case a.Dated == Undated && !r.failed:
		a.DCT, a.Dated = d, ByFileName
	case a.DCT != d && a.Dated == ByFrontMatter:
		at := v.get("date")
		r.warn(at.Span, fmt.Sprintf("the date %s is not that of the file's name, %s", at.text, iso(d)), "the front matter counts; rename the file")
	}
	if a.Slug == "" {
		a.Slug = slugOf(name)
	}
}

// datedName is a file's name without folder, ending and date prefix, and the
// prefix's date. index.md has the name of its folder.
func datedName(p string) (string, calendar.Date) {
	name := strings.TrimSuffix(path.Base(p), path.Ext(p))
	if name == "index" || name == "_index" {
		if dir := path.Base(path.Dir(p)); dir != "." && dir != "/" && dir != "content" {
			name = dir
		}
	}
	if len(name) > 10 && (name[10] == '-' || name[10] == '_' || name[10] == ' ') {
		if d, ok := isoDay(name[:10]); ok {
			return name[11:], d
		}
	}
	if d, ok := isoDay(name); ok {
		return name, d
	}
	return name, calendar.Date{}
}

// words is the text of a scalar, on one line.
func (r *reader) words(p pair) string {
	if p.what.kind != scalar {
		r.warn(p.at, fmt.Sprintf("%s is %s, not a text", p.key, p.what.kind), "write "+p.key+": …")
		return ""
	}
	return strings.Join(strings.Fields(p.what.text), " ")
}

// link is an address; one that could run as a script is refused.
func (r *reader) link(p pair) string {
	s := r.words(p)
	if s != "" && !safeURL(s) {
		r.warn(p.what.Span, fmt.Sprintf("%s is no address that can be linked: %s", p.key, s), "write https://…")
		return ""
	}
	return s
}

// yes is a boolean, in the spellings that YAML's readers have had.
func (r *reader) yes(p pair, otherwise bool) bool {
	switch strings.ToLower(p.what.text) {
	case "true", "yes", "on", "1":
		return true
	case "false", "no", "off", "0":
		return false
	}
	r.warn(p.what.Span, fmt.Sprintf("%s is neither true nor false", p.key), fmt.Sprintf("%t is taken", otherwise))
	return otherwise
}

// itemsOf is a list's items, or the one value that stands for a list.
func itemsOf(v value) []value {
	if v.kind == list {
		return v.items
	}
	return []value{v}
}

// names are texts in a list, or one text with commas.
func (r *reader) names(p pair) []string {
	var out []string
	for _, item := range itemsOf(p.what) {
		s := item.text
		if item.kind == table {
			s = item.get("name").text
		}
		if p.what.kind == scalar && strings.Contains(p.key, "tags") {
			for part := range strings.SplitSeq(s, ",") {
				out = appendWords(out, part)
			}
			continue
		}
		out = appendWords(out, s)
	}
	return out
}

// appendWords appends s with its white space made single, if it has any words.
func appendWords(out []string, s string) []string {
	if s = strings.Join(strings.Fields(s), " "); s != "" {
		out = append(out, s)
	}
	return out
}

// addTags appends tags that are not there yet, whatever their case.
func addTags(tags, more []string) []string {
next:
	for _, m := range more {
		for _, t := range tags {
			if strings.EqualFold(t, m) {
				continue next
			}
		}
		tags = append(tags, m)
	}
	return tags
}

// outlet is a name, an address, or a table of both.
func (r *reader) outlet(v value) Outlet {
	switch v.kind {
	case scalar:
		s := strings.Join(strings.Fields(v.text), " ")
		if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
			return Outlet{URL: s}
		}
		return Outlet{Name: s}
	case table:
		o := Outlet{Name: strings.Join(strings.Fields(v.get("name").text), " ")}
		if u := v.get("url"); u.text != "" {
			o.URL = r.link(pair{"url", u.Span, u})
		}
		return o
	}
	r.warn(v.Span, "a source is a name, or a table of name and url", "write source: The Paper")
	return Outlet{}
}

func (r *reader) image(v value) Image {
	i := Image{Path: strings.TrimSpace(v.text)}
	if v.kind != scalar {
		i = Image{Path: v.get("path").text, Alt: v.get("alt").text, Caption: v.get("caption").text, Credit: v.get("credit").text}
		if i.Path == "" {
			r.warn(v.Span, "an image without a path", "write image: {path: …, alt: …}")
		}
	}
	if !safeURL(i.Path) || r.climbs(i.Path) {
		r.warn(v.Span, "an image that cannot be shown: "+i.Path, "keep it beside the article or in static/, or write https://…")
		return Image{}
	}
	return i
}

// climbs reports whether a path leads out of the folder of articles, where
// nothing is published.
func (r *reader) climbs(name string) bool {
	if strings.HasPrefix(name, "/") || strings.Contains(name, "://") {
		return false
	}
	top, _, below := strings.Cut(r.Path, "/")
	at := path.Join(path.Dir(r.Path), name)
	return strings.HasPrefix(at, "../") || below && name != "" && !strings.HasPrefix(at, top+"/")
}

// date is a date of the front matter.
func (r *reader) date(p pair) calendar.Date {
	if p.what.kind != scalar {
		r.fail(p.at, fmt.Sprintf("%s is %s, not a date", p.key, p.what.kind), "write it as 2025-09-03")
		return calendar.Date{}
	}
	d, problem := stamp(p.what.text)
	if problem != "" {
		r.fail(p.what.Span, problem, "write it as 2025-09-03")
	}
	return d
}

// event is an item of the front matter's events or of a table.
func (r *reader) event(v value) (Explicit, bool) {
	e := Explicit{Span: v.Span, Block: -1}
	if v.kind != table {
		r.warn(v.Span, "an event is a table with date and headline", "write - {date: 2025-09-03, headline: …}")
		return e, false
	}
	for _, p := range v.pairs {
		e.Span = e.Span.Join(p.at).Join(p.what.Span)
		switch strings.ToLower(p.key) {
		case "date":
			var problem string
			if e.When, e.Mod, problem = when(p.what.text); problem != "" {
				r.fail(p.what.Span, problem, "write it as 2025-09-03, 2025-09, 2025 or 2025-09-03/2025-09-05")
				return e, false
			}
		case "mod":
			e.Mod = strings.ToUpper(p.what.text)
		case "headline", "title":
			e.Headline = r.words(p)
		case "text", "description", "quote":
			e.Text = r.words(p)
		case "type":
			e.Type = r.words(p)
		case "actors":
			e.Actors = r.names(p)
		case "places", "place":
			e.Places = r.names(p)
		case "status":
			e.Status = r.words(p)
		case "source":
			e.Source = r.outlet(p.what)
		case "url":
			e.URL = r.link(p)
		case "importance":
			e.Importance = r.importance(p.what)
		case "image":
			e.Image = r.image(p.what)
		}
	}
	return e, r.complete(e)
}

// complete reports whether an event says when and what.
func (r *reader) complete(e Explicit) bool {
	switch {
	case e.When == "":
		r.warn(e.Span, "an event without a date", "add date: 2025-09-03")
	case e.Headline == "" && e.Text == "":
		r.warn(e.Span, "an event without a headline", "add headline: …")
	default:
		return true
	}
	return false
}

// importance is 1 to 3, or 0 where it is not said.
func (r *reader) importance(v value) int {
	n, err := strconv.Atoi(strings.TrimSpace(v.text))
	if v.text == "" {
		return 0
	}
	if err != nil || n < 1 || n > 3 {
		r.warn(v.Span, fmt.Sprintf("the importance %q is not 1, 2 or 3", v.text), "3 belongs in the shortest chronology")
		return 0
	}
	return n
}

// complain fills in a title where there is none, and says what is missing.
func (r *reader) complain() {
	a := r.article
	if !r.shown {
		return
	}
	if a.Dated == Undated && len(a.Blocks) > 0 && a.Extract {
		r.warn(source.Span{}, "the article has no date", "add date: 2025-09-03 to its front matter; until then words like \"yesterday\" stay unresolved")
	}
	if a.Title != "" {
		return
	}
	name, _ := datedName(r.Path)
	a.Title = sentenceCase(name)
	entered := len(a.Events) > 0 && a.Events[len(a.Events)-1].Block >= 0 // a chronicle's first words are not about all of it
	if len(strings.Fields(a.Title)) < 2 && len(a.Blocks) > 0 && (!entered || a.Title == "") {
		a.Title, _ = headline(a.Blocks[0].Text, 0)
	}
	r.warn(source.Span{}, "the article has no title", fmt.Sprintf("add title: … to its front matter; until then it is called %q", a.Title))
}
