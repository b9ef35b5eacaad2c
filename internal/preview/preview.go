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
	"maps"
	"net/url"
	"slices"
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
	pages    map[string]*page
	overlay  []source.Diagnostic
	failed   bool // the overlay is about a newer build than the pages
	revision int
}

// page is a page that remembers what it drew.
//
// The law: equal path and key mean equal bytes (see site.Page), so what was
// drawn for a key holds in every later tree that has it.
type page struct {
	key   string
	draw  func() ([]byte, error)
	drawn atomic.Bool
}

func newPage(p site.Page) *page {
	out := &page{key: p.Key}
	once := sync.OnceValues(func() ([]byte, error) {
		b, err := p.Draw()
		if err != nil || p.Release == nil {
			return b, err
		}
		defer p.Release(b)
		return bytes.Clone(b), nil // kept, and so without the room to grow
	})
	out.draw = func() ([]byte, error) {
		b, err := once()
		out.drawn.Store(true)
		return b, err
	}
	return out
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

// Show makes pages the tree that is shown, then tells browsers. Errors among
// the diagnostics, which left a file out, are shown over the pages; warnings
// are not. It returns the paths whose keys changed, came or went, sorted.
func (s *Server) Show(pages []site.Page, diagnostics []source.Diagnostic) []string {
	s.swap.Lock()
	defer s.swap.Unlock()
	last := s.live.Load()
	next := &shown{pages: make(map[string]*page, len(pages)), revision: last.revision + 1}
	changed := map[string]bool{}
	for _, p := range pages {
		was := last.pages[p.Path]
		switch {
		case was == nil || was.key != p.Key:
			changed[p.Path] = true
			next.pages[p.Path] = newPage(p)
		case was.drawn.Load():
			next.pages[p.Path] = was
		default:
			// Not the old one: it would hold on to all that the old tree was
			// drawn from.
			next.pages[p.Path] = newPage(p)
		}
	}
	for p := range last.pages {
		if next.pages[p] == nil {
			changed[p] = true
		}
	}
	for _, d := range diagnostics {
		if d.Level == source.Error {
			next.overlay = append(next.overlay, d)
		}
	}
	paths := slices.AppendSeq([]string{}, maps.Keys(changed))
	slices.Sort(paths)
	if len(paths) > 0 || !slices.Equal(last.overlay, next.overlay) || last.failed {
		s.live.Store(next)
		s.hub.tell(event{next.revision, paths})
	}
	return paths
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
