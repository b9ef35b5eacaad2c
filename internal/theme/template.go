package theme

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"strings"
	"sync"

	"github.com/dateline-ssg/dateline/internal/plate"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Skeleton is the template around every page that defines "main".
const Skeleton = "base.html"

// Templates are the templates of a Set, parsed and ready to be drawn from
// several goroutines.
type Templates struct {
	set   *Set
	pages map[string]*template.Template
	parts *template.Template
	funcs template.FuncMap
	often []plate.Method

	mu     sync.Mutex
	plates map[*template.Template]*plate.Plate // of those drawn so far; nil for one that has none
}

// Templates parses every template of the set with the functions given; often
// are methods that they call for most of what they draw. Its error is a
// *source.Failure with all templates that cannot be used.
func (s *Set) Templates(funcs template.FuncMap, often ...plate.Method) (*Templates, error) {
	t := &Templates{set: s, pages: map[string]*template.Template{}, funcs: funcs, often: often, plates: map[*template.Template]*plate.Plate{}}
	shared := template.New("").Funcs(funcs).Option("missingkey=error")
	var bad source.Failure
	fail := func(name string, err error) {
		bad.Diagnostics = append(bad.Diagnostics, s.templateError(name, err).Diagnostics...)
	}
	for _, name := range s.Names("") {
		if name == Skeleton || strings.HasPrefix(name, "partials/") && strings.HasSuffix(name, ".html") {
			f, _ := s.Find(name)
			if _, err := shared.New(name).Parse(string(f.Bytes)); err != nil {
				fail(name, err)
			}
		}
	}
	for _, name := range s.Names("") {
		if name == Skeleton || strings.Contains(name, "/") || !strings.HasSuffix(name, ".html") {
			continue
		}
		page, err := shared.Clone()
		if err == nil {
			f, _ := s.Find(name)
			_, err = page.New(name).Parse(string(f.Bytes))
		}
		if err != nil {
			fail(name, err)
			continue
		}
		t.pages[name] = page.Lookup(name)
		if page.Lookup("main") != nil && page.Lookup(Skeleton) != nil {
			t.pages[name] = page.Lookup(Skeleton)
		}
	}
	t.parts = shared
	if len(bad.Diagnostics) == 0 {
		t.escape(fail)
	}
	if len(bad.Diagnostics) > 0 {
		return nil, &bad
	}
	return t, nil
}

// escape draws every page without data, because the engine finds some errors
// (a template that is called and missing, a quote left open in an attribute)
// only when a template is first used. What it says of the missing data is no
// error.
func (t *Templates) escape(fail func(string, error)) {
	for _, name := range t.set.Names("") {
		page, ok := t.pages[name]
		if !ok {
			continue
		}
		var escape *template.Error
		if err := page.Execute(io.Discard, nil); errors.As(err, &escape) {
			fail(name, err)
		}
	}
}

// Has reports whether there is a page template of that name.
func (t *Templates) Has(page string) bool { return t.pages[page] != nil }

// Page draws a page template ("event.html") with data. Its error is a
// *source.Failure. Who is done with the bytes may give them to Release.
func (t *Templates) Page(page string, data any) ([]byte, error) {
	p, ok := t.pages[page]
	if !ok {
		return nil, t.set.templateError(page, errors.New("there is no such template"))
	}
	return t.draw(page, p, data, bytes.NewBuffer(Room()))
}

// Part draws a partial ("partials/event.html") with data, as Page does.
func (t *Templates) Part(part string, data any) ([]byte, error) {
	p := t.parts.Lookup(part)
	if p == nil {
		return nil, t.set.templateError(part, errors.New("there is no such template"))
	}
	return t.draw(part, p, data, small.Get().(*bytes.Buffer))
}

func (t *Templates) draw(name string, p *template.Template, data any, b *bytes.Buffer) ([]byte, error) {
	b.Reset()
	if fast := t.plate(p); fast != nil && fast.Draw(b, data) {
		return b.Bytes(), nil
	}
	b.Reset()
	if err := p.Execute(b, data); err != nil {
		return nil, t.set.templateError(name, err)
	}
	return b.Bytes(), nil
}

// Release gives back the bytes of a page or a part, so that another is drawn
// in their room. Whoever calls it keeps nothing of them; nobody has to.
func Release(drawn []byte) {
	if cap(drawn) <= smallRoom {
		small.Put(bytes.NewBuffer(drawn))
		return
	}
	large.Lock()
	defer large.Unlock()
	if len(large.free) < fewRooms {
		large.free = append(large.free, drawn[:0])
	}
}

// Room is an empty slice, with the room of a page that was released if there
// is one, for what is written as pages are.
func Room() []byte {
	large.Lock()
	defer large.Unlock()
	n := len(large.free)
	if n == 0 {
		return nil
	}
	b := large.free[n-1]
	large.free[n-1] = nil
	large.free = large.free[:n-1]
	return b
}

// plate is what draws a template in place of the interpreter, nil for none.
func (t *Templates) plate(p *template.Template) *plate.Plate {
	t.mu.Lock()
	defer t.mu.Unlock()
	made, ok := t.plates[p]
	if !ok {
		// The escapers are put in when a template is first drawn, with whatever
		// data; what is wrong with it is said when it is drawn with its own.
		_ = p.Execute(io.Discard, nil)
		made, _ = plate.New(p, t.funcs, t.often...)
		t.plates[p] = made
	}
	return made
}

// What was grown to the size of a page outlives the collector's runs, which a
// pool does not: of the pages of a build each would grow its own again. There
// are no more of them than processors that draw, and no more than fewRooms.
var large struct {
	sync.Mutex
	free [][]byte
}

const (
	smallRoom = 32 << 10
	fewRooms  = 8
)

// small are those of parts.
var small = sync.Pool{New: func() any { return new(bytes.Buffer) }}
