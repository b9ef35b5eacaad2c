package site

import (
	"bytes"
	"cmp"
	"html/template"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/dateline-ssg/dateline/internal/theme"
)

// drawer draws views by the templates of a theme.
type drawer struct {
	tmpl     *theme.Templates
	words    *theme.Words
	dates    dater
	assets   map[string]string // name in the theme → address
	styles   map[string]template.CSS
	site     *Site
	outlines *sync.Map // name of a rail's mark → its rule, drawn once for all pages
	kept     *kept
}

// funcs are the functions that templates may call.
func (x *index) funcs() template.FuncMap {
	return template.FuncMap{
		"t":     x.words.Say,
		"tn":    x.words.Count,
		"label": x.words.Or,
		"link":  x.addr.link,
		"full":  x.addr.full,
		"asset": x.asset,
		"style": x.style,
		"param": func(name string) any { return x.site.Params[name] },
		"list":  func(items ...any) []any { return items },
		"join":  strings.Join,
		"or2":   func(a, b string) string { return cmp.Or(a, b) },
		"add":   func(a, b int) int { return a + b },
		// A mark of the lanes as partials/mark.html draws it, in a box of its own.
		"lanemark": func(p LanePoint) Mark { return Mark{Lane: p.Lane, Shape: p.Shape} },
	}
}

// asset is the URL of an asset by its name below assets/.
func (x *index) asset(name string) (string, error) {
	addr, ok := x.assets["assets/"+name]
	if !ok {
		return "", &missingAsset{name}
	}
	return x.addr.link(addr), nil
}

// style is a style sheet to be written into a page, so that nothing stands
// between the page and its first sight; "" for one that names files, which
// would not be found from there.
func (x *index) style(name string) template.CSS { return x.styles["assets/"+name] }

// missingAsset is an asset that a template asks for and no layer has.
type missingAsset struct{ name string }

func (e *missingAsset) Error() string {
	return "no layer has assets/" + e.name
}

// card draws an event for lists, or has it from the page that showed it lately. Two
// goroutines may draw the same one at the same time; both get equal bytes.
func (x *index) card(e *entry) (template.HTML, error) {
	return x.once(&e.drawn, "partials/event.html", func(v *Event) { x.tell(v, e) })
}

// line draws an event as one line, likewise.
func (x *index) line(e *entry) (template.HTML, error) {
	return x.once(&e.brief, "partials/line.html", func(v *Event) { x.head(v, e) })
}

// once draws a part from an event that fill makes, if none is kept.
func (x *index) once(at *atomic.Pointer[template.HTML], part string, fill func(*Event)) (template.HTML, error) {
	if html := at.Load(); html != nil {
		return *html, nil
	}
	v := views.Get().(*Event)
	fill(v)
	b, err := x.tmpl.Part(part, v)
	views.Put(v)
	if err != nil {
		return "", err
	}
	html := template.HTML(bytes.TrimSpace(b))
	theme.Release(b)
	x.kept.keep(at, &html)
	return html, nil
}

// views are events as templates saw them, whose lists have room for the next.
var views = sync.Pool{New: func() any { return new(Event) }}
