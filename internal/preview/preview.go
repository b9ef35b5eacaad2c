// Package preview shows the newest tree of pages and reloads the browser.
//
// What comes in are trees of pages, one after the other, and the problems of
// builds that failed; what goes out are answers over HTTP. Promised:
//
//   - A request sees one tree, the newest good one; never a mixture.
//   - A page is drawn when it is asked for, and once for each key.
//   - The browser is told to reload after the new tree is live, not before.
//   - A failed build keeps the last good tree and says, on every page, what
//     to mend where.
//   - Pages are answered as they will be published, under the same paths;
//     what the preview adds to them (see inject.go) is never published.
//   - Only this machine is answered, unless the user bound the server to
//     another address on purpose (see guard.go); in the editing mode never
//     another, and nothing is written but for a page of the preview's own
//     (see editing.go).
package preview

import (
	"bytes"
	"fmt"
	"net/url"
	"slices"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// Options say where the site is shown.
type Options struct {
	// BaseURL is that of the site, absolute or a path; the pages are served
	// under its path. "" means "/".
	BaseURL string
	// Addr is the address that Listen is asked for; its host is one that
	// requests may name. "" means 127.0.0.1:1313. See Listen.
	Addr string
	// Edit, if not nil, makes the pages ones to edit (see editing.go). Then
	// Addr must be of this machine alone.
	Edit *Editing
}

// Server is an http.Handler that shows the newest tree. It is safe for
// concurrent use.
type Server struct {
	base    string // the path, with both slashes
	addr    string
	guard   guard
	editing *Editing // nil: the pages are only shown
	token   string   // that a page sends to edit
	live    atomic.Pointer[shown]
	swap    sync.Mutex // held while live is exchanged
	start   string     // differs from one server to the next
	hub     hub
}

// shown is one state of the preview: a tree, and what is said over it. It is
// never changed, but for pages being drawn.
type shown struct {
	pages    []page // sorted by path
	overlay  []source.Diagnostic
	failed   bool // the overlay is about a newer build than the pages
	revision int
}

// page is the page at a path, nil where there is none.
func (s *shown) page(path string) *page {
	at, ok := sort.Find(len(s.pages), func(i int) int { return strings.Compare(path, s.pages[i].Path) })
	if !ok {
		return nil
	}
	return &s.pages[at]
}

// page is a page that remembers what it drew.
//
// The law: equal path and key mean equal bytes (see site.Page), so what was
// drawn for a key holds in every later tree that has it.
type page struct {
	site.Page
	drawing sync.Mutex
	drawn   atomic.Pointer[drawn]
}

// drawn is what drawing a page gave.
type drawn struct {
	bytes []byte
	err   error
}

func (p *page) draw() ([]byte, error) {
	p.drawing.Lock()
	defer p.drawing.Unlock()
	d := p.drawn.Load()
	if d == nil {
		b, err := p.Draw()
		d = &drawn{b, err}
		if err == nil && p.Release != nil {
			d.bytes = bytes.Clone(b) // kept, and so without the room to grow
			p.Release(b)
		}
		p.drawn.Store(d)
	}
	return d.bytes, d.err
}

// New makes a server that shows nothing yet.
func New(opts Options) (*Server, error) {
	u, err := url.Parse(opts.BaseURL)
	if err != nil {
		return nil, fmt.Errorf("--base-url: %q is no URL", opts.BaseURL)
	}
	s := &Server{
		base:    "/" + strings.Trim(u.Path, "/") + "/",
		addr:    opts.Addr,
		editing: opts.Edit,
		token:   newToken(),
		start:   fmt.Sprintf("%x", time.Now().UnixNano()),
	}
	if s.addr == "" {
		s.addr = "127.0.0.1:1313"
	}
	if s.base == "//" {
		s.base = "/"
	}
	if err := wellFormed(s.addr); err != nil {
		return nil, err
	}
	if s.editing != nil {
		if err := loopbackOnly(s.addr); err != nil {
			return nil, err
		}
	}
	s.guard = newGuard(s.addr)
	s.live.Store(&shown{})
	return s, nil
}

// Show makes pages, which are sorted by path, the tree that is shown, then tells
// browsers. Errors among the diagnostics, which left a file out, are shown over
// the pages; warnings are not. It returns the paths whose keys changed, came or
// went, sorted.
func (s *Server) Show(pages []site.Page, diagnostics []source.Diagnostic) []string {
	s.swap.Lock()
	defer s.swap.Unlock()
	last := s.live.Load()
	next := &shown{pages: make([]page, len(pages)), revision: last.revision + 1}
	paths := next.follow(last.pages, pages)
	for _, d := range diagnostics {
		if d.Level == source.Error {
			next.overlay = append(next.overlay, d)
		}
	}
	if len(paths) > 0 || !slices.Equal(last.overlay, next.overlay) || last.failed {
		s.live.Store(next)
		s.hub.tell(event{next.revision, paths})
	}
	return paths
}

// follow takes pages in, with what was drawn for their keys in the last tree, and
// returns the paths that have not the key that they had there.
func (s *shown) follow(last []page, pages []site.Page) []string {
	changed := []string{}
	j := 0
	gone := func(path string) { // what the last tree has before a path
		for ; j < len(last) && (path == "" || last[j].Path < path); j++ {
			changed = append(changed, last[j].Path)
		}
	}
	for i, p := range pages {
		gone(p.Path)
		s.pages[i].Page = p
		if j == len(last) || last[j].Path != p.Path {
			changed = append(changed, p.Path)
			continue
		}
		if last[j].Key == p.Key {
			s.pages[i].drawn.Store(last[j].drawn.Load())
		} else {
			changed = append(changed, p.Path)
		}
		j++
	}
	gone("")
	return changed
}

// Fail keeps the last good tree and shows the diagnostics over each page.
func (s *Server) Fail(diagnostics []source.Diagnostic) {
	s.swap.Lock()
	defer s.swap.Unlock()
	last := s.live.Load()
	if last.failed && slices.Equal(last.overlay, diagnostics) {
		return
	}
	next := &shown{pages: last.pages, overlay: slices.Clone(diagnostics), failed: true, revision: last.revision + 1}
	s.live.Store(next)
	s.hub.tell(event{next.revision, []string{}})
}

// Base is the path that the site is shown under, with both slashes.
func (s *Server) Base() string { return s.base }
