package site

import (
	"bytes"
	"cmp"
	"html/template"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/dateline-ssg/dateline/internal/plate"
	"github.com/dateline-ssg/dateline/internal/theme"
)

// drawer draws views by the look of a site.
type drawer struct {
	*look
	dates    dater
	site     *Site
	outlines *sync.Map // name of a rail's mark → its rule, drawn once for all pages
	kept     *kept
}

// look is a theme made ready for a configuration, whatever the site tells.
type look struct {
	tmpl     *theme.Templates
	words    *theme.Words
	manifest theme.Manifest
	assets   map[string]string // name in the theme → address
	styles   map[string]template.CSS
	addr     address
}

// Looks keeps the look of the last run for the next one of the same process: to make
// templates ready takes longer than to lay out a page. The zero value holds none; it is
// used by one run at a time.
type Looks struct {
	of   sum
	last *look
}

// look is the look of a site; l may be nil.
func (l *Looks) look(in Input) (*look, error) {
	if l == nil {
		return newLook(in)
	}
	of := newKey(sum{}, "look").str(in.Theme.Hash()).any(in.Config).sum()
	if l.last == nil || l.of != of {
		made, err := newLook(in)
		if err != nil {
			return nil, err
		}
		l.last, l.of = made, of
	}
	return l.last, nil
}

func newLook(in Input) (*look, error) {
	l := &look{assets: map[string]string{}, styles: map[string]template.CSS{}, addr: newAddress(in.Config.BaseURL)}
	var err error
	if l.words, err = in.Theme.Words(in.Config.Language); err != nil {
		return nil, err
	}
	if l.manifest, err = in.Theme.Manifest(); err != nil {
		return nil, err
	}
	for _, a := range in.Theme.Assets() {
		l.assets[a.Name] = a.Path
		if strings.HasSuffix(a.Name, ".css") && !bytes.Contains(a.Bytes, []byte("url(")) && !bytes.Contains(a.Bytes, []byte("</")) {
			l.styles[a.Name] = template.CSS(a.Bytes)
		}
	}
	l.tmpl, err = in.Theme.Templates(l.funcs(l.manifest.With(in.Config.Params)), plate.MethodOf("Card", (*Item).Card))
	return l, err
}

// funcs are the functions that templates may call.
func (l *look) funcs(params map[string]any) template.FuncMap {
	return template.FuncMap{
		"t":     l.words.Say,
		"tn":    l.words.Count,
		"label": l.words.Or,
		"link":  l.addr.link,
		"full":  l.addr.full,
		"asset": l.asset,
		"style": l.style,
		"param": func(name string) any { return params[name] },
		"list":  func(items ...any) []any { return items },
		"join":  strings.Join,
		"or2":   func(a, b string) string { return cmp.Or(a, b) },
		"add":   func(a, b int) int { return a + b },
		// A mark of the lanes as partials/mark.html draws it, in a box of its own.
		"lanemark": func(p LanePoint) Mark { return Mark{Lane: p.Lane, Shape: p.Shape} },
	}
}

// asset is the URL of an asset by its name below assets/.
func (l *look) asset(name string) (string, error) {
	addr, ok := l.assets["assets/"+name]
	if !ok {
		return "", &missingAsset{name}
	}
	return l.addr.link(addr), nil
}

// style is a style sheet to be written into a page, so that nothing stands
// between the page and its first sight; "" for one that names files, which
// would not be found from there.
func (l *look) style(name string) template.CSS { return l.styles["assets/"+name] }

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
