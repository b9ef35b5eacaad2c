package preview

import (
	"fmt"
	"html"
	"net/http"
	"path"
	"strings"
)

// ServeHTTP answers as GitHub Pages does, under the base path.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
	if why := s.guard.refuse(r); why != "" {
		http.Error(w, why, http.StatusForbidden)
		return
	}
	below, inside := strings.CutPrefix(r.URL.Path, s.base)
	switch {
	case r.URL.Path == "/_reload" || inside && below == "_reload":
		s.reload(w, r)
		return
	case inside && s.editing != nil && strings.HasPrefix(below, editPath):
		s.serveEdit(w, r, strings.TrimPrefix(below, editPath))
		return
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		h.Set("Allow", "GET, HEAD")
		http.Error(w, "the preview only shows pages", http.StatusMethodNotAllowed)
		return
	case inside && s.own(below) != nil:
		serveOwn(w, r, below, s.own(below))
		return
	case !inside && (r.URL.Path == "/" || r.URL.Path+"/" == s.base):
		http.Redirect(w, r, s.base+query(r), http.StatusFound)
		return
	}
	s.servePage(w, r, below, inside)
}

func query(r *http.Request) string {
	if r.URL.RawQuery == "" {
		return ""
	}
	return "?" + r.URL.RawQuery
}

// servePage finds the page of a path: a file, a folder's index, a file that
// needs its .html, a folder that needs its slash; else the page for what is
// not found.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request, below string, inside bool) {
	tree := s.live.Load()
	name, status := "404.html", http.StatusNotFound
	if inside {
		for _, try := range []string{below, below + ".html"} {
			if strings.HasSuffix(below, "/") || below == "" {
				try = below + "index.html"
			}
			if tree.page(try) != nil {
				name, status = try, http.StatusOK
				break
			}
		}
		if status != http.StatusOK && below != "" && tree.page(below+"/index.html") != nil {
			http.Redirect(w, r, r.URL.EscapedPath()+"/"+query(r), http.StatusMovedPermanently)
			return
		}
	}
	w.Header().Set("Content-Security-Policy", framePolicy(name))
	p := tree.page(name)
	if p == nil {
		s.answer(w, r, tree, name, status, "text/html; charset=utf-8", plainPage("Not found", s.missing(tree, r.URL.Path)))
		return
	}
	b, err := p.draw()
	if err != nil {
		s.answer(w, r, tree, name, http.StatusInternalServerError, "text/html; charset=utf-8",
			plainPage("This page could not be drawn", "<pre>"+html.EscapeString(err.Error())+"</pre>"))
		return
	}
	kind := contentType(name, b)
	etag := `"` + p.Key + `"`
	if strings.HasPrefix(kind, "text/html") {
		etag = fmt.Sprintf(`"%s-%s-%d"`, p.Key, s.start, tree.revision)
	}
	w.Header().Set("ETag", etag)
	if status == http.StatusOK && matches(r.Header.Get("If-None-Match"), etag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	s.answer(w, r, tree, name, status, kind, b)
}

func matches(header, etag string) bool {
	for part := range strings.SplitSeq(header, ",") {
		if part = strings.TrimSpace(part); part == "*" || strings.TrimPrefix(part, "W/") == etag {
			return true
		}
	}
	return false
}

// answer writes a page, with what the preview adds to HTML.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, tree *shown, name string, status int, kind string, b []byte) {
	if strings.HasPrefix(kind, "text/html") {
		b = s.inject(b, tree, name)
	}
	w.Header().Set("Content-Type", kind)
	w.Header().Set("Content-Length", fmt.Sprint(len(b)))
	w.WriteHeader(status)
	if r.Method != http.MethodHead {
		w.Write(b)
	}
}

func (s *Server) missing(tree *shown, asked string) string {
	if len(tree.pages) == 0 {
		return "<p>No page has been built yet. This page shows the site as soon as one has.</p>"
	}
	return fmt.Sprintf(`<p>There is no page at <code>%s</code>. The site begins at <a href="%s">%s</a>.</p>`,
		html.EscapeString(asked), html.EscapeString(s.base), html.EscapeString(s.base))
}

func plainPage(title, body string) []byte {
	return fmt.Appendf(nil, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>%s</title>\n</head>\n<body>\n<h1>%s</h1>\n%s\n</body>\n</html>\n", title, title, body)
}

// framePolicy lets other sites frame what is made for it, as the published
// site would, and nothing else.
func framePolicy(name string) string {
	if framed(name) {
		return "frame-ancestors *"
	}
	return "frame-ancestors 'self'"
}

// framed reports whether a page is made to be shown in pages of other sites.
func framed(name string) bool { return strings.HasPrefix(name, "embed/") }

// contentTypes are those of GitHub Pages; the system's own table differs from
// one machine to the next.
var contentTypes = map[string]string{
	".html": "text/html; charset=utf-8", ".htm": "text/html; charset=utf-8",
	".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".mjs": "text/javascript; charset=utf-8",
	".json": "application/json; charset=utf-8", ".jsonl": "application/jsonl; charset=utf-8", ".map": "application/json; charset=utf-8",
	".xml": "application/xml; charset=utf-8", ".csv": "text/csv; charset=utf-8", ".ics": "text/calendar; charset=utf-8",
	".txt": "text/plain; charset=utf-8", ".md": "text/markdown; charset=utf-8", ".webmanifest": "application/manifest+json",
	".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif",
	".webp": "image/webp", ".avif": "image/avif", ".ico": "image/vnd.microsoft.icon",
	".woff": "font/woff", ".woff2": "font/woff2", ".ttf": "font/ttf", ".otf": "font/otf",
	".pdf": "application/pdf", ".mp4": "video/mp4", ".webm": "video/webm", ".mp3": "audio/mpeg",
	".wasm": "application/wasm", ".zip": "application/zip",
}

func contentType(name string, b []byte) string {
	if kind, ok := contentTypes[strings.ToLower(path.Ext(name))]; ok {
		return kind
	}
	// What has no known ending is never shown as a page: it would not be when
	// published either.
	if kind := http.DetectContentType(b); !strings.HasPrefix(kind, "text/html") {
		return kind
	}
	return "application/octet-stream"
}
