package preview

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/dateline-ssg/dateline/internal/site"
	"github.com/dateline-ssg/dateline/internal/source"
)

// tree makes pages whose keys are their text.
func tree(files map[string]string) []site.Page {
	var out []site.Page
	for p, text := range files {
		out = append(out, site.Page{Path: p, Key: fmt.Sprintf("%x", text), Draw: func() ([]byte, error) { return []byte(text), nil }})
	}
	slices.SortFunc(out, func(a, b site.Page) int { return strings.Compare(a.Path, b.Path) })
	return out
}

func shows(t testing.TB, files map[string]string) *Server {
	t.Helper()
	s, err := New(Options{BaseURL: "https://example.org/chronology/"})
	if err != nil {
		t.Fatal(err)
	}
	s.Show(tree(files), nil)
	return s
}

// get asks s as a browser on this machine would; headers are name, value.
func get(s *Server, path string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(http.MethodGet, path, nil)
	r.Host = "127.0.0.1:1313"
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

var smallSite = map[string]string{
	"index.html": "<body>home</body>", "events/1/index.html": "<body>one</body>", "about.html": "<p>about", "404.html": "<body>lost</body>",
	"feed.xml": "<feed/>", "a.css": "b{}", "embed.js": "x", "events.json": "{}", "events.ics": "BEGIN", "embed/index.html": "<body>e</body>", "CNAME": "<html>example.org",
}

func TestAnswers(t *testing.T) {
	s := shows(t, smallSite)
	tests := []struct {
		path     string
		status   int
		kind     string
		location string
		body     string // how it begins
	}{
		{"/", 302, "", "/chronology/", ""},
		{"/?x=1", 302, "", "/chronology/?x=1", ""},
		{"/chronology", 302, "", "/chronology/", ""},
		{"/chronology/", 200, "text/html; charset=utf-8", "", "<body>home<script"},
		{"/chronology/index.html", 200, "text/html; charset=utf-8", "", "<body>home<script"},
		{"/chronology/events/1/", 200, "text/html; charset=utf-8", "", "<body>one<script"},
		{"/chronology/events/1?a=b", 301, "", "/chronology/events/1/?a=b", ""},
		{"/chronology/about", 200, "text/html; charset=utf-8", "", "<p>about<script"},
		{"/chronology/about/", 404, "text/html; charset=utf-8", "", "<body>lost"},
		{"/chronology/none", 404, "text/html; charset=utf-8", "", "<body>lost"},
		{"/chronology/events", 404, "text/html; charset=utf-8", "", "<body>lost"},
		{"/chronology/../secret", 404, "text/html; charset=utf-8", "", "<body>lost"},
		{"/chronology//evil.example", 404, "text/html; charset=utf-8", "", "<body>lost"},
		{"/index.html", 404, "text/html; charset=utf-8", "", "<body>lost"},
		{"/chronology/feed.xml", 200, "application/xml; charset=utf-8", "", "<feed/>"},
		{"/chronology/a.css", 200, "text/css; charset=utf-8", "", "b{}"},
		{"/chronology/embed.js", 200, "text/javascript; charset=utf-8", "", "x"},
		{"/chronology/events.json", 200, "application/json; charset=utf-8", "", "{}"},
		{"/chronology/events.ics", 200, "text/calendar; charset=utf-8", "", "BEGIN"},
		{"/chronology/CNAME", 200, "application/octet-stream", "", "<html>example.org"},
		{"/chronology/_reload.js", 200, "text/javascript; charset=utf-8", "", "// Part of the preview"},
	}
	for _, test := range tests {
		w := get(s, test.path)
		if w.Code != test.status || w.Header().Get("Location") != test.location || !strings.HasPrefix(w.Body.String(), test.body) {
			t.Errorf("%s: %d %q %q", test.path, w.Code, w.Header().Get("Location"), w.Body)
		}
		if test.kind != "" && w.Header().Get("Content-Type") != test.kind {
			t.Errorf("%s: %s, want %s", test.path, w.Header().Get("Content-Type"), test.kind)
		}
		if w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: headers %v", test.path, w.Header())
		}
	}
}

func TestAtTheRoot(t *testing.T) {
	for _, base := range []string{"", "/", "https://example.org", "https://example.org/"} {
		s, err := New(Options{BaseURL: base})
		if err != nil || s.Base() != "/" {
			t.Fatal(base, s.Base(), err)
		}
		s.Show(tree(smallSite), nil)
		if w := get(s, "/"); w.Code != 200 || !strings.Contains(w.Body.String(), `src="/_reload.js" data-reload="/_reload?since=`) {
			t.Errorf("%q: %d %s", base, w.Code, w.Body)
		}
	}
}

func TestMethods(t *testing.T) {
	s := shows(t, smallSite)
	for method, want := range map[string]int{"HEAD": 200, "POST": 405, "DELETE": 405} {
		r := httptest.NewRequest(method, "http://localhost:1313/chronology/", nil)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != want || method == "HEAD" && w.Body.Len() > 0 {
			t.Errorf("%s: %d %q", method, w.Code, w.Body)
		}
	}
}

func TestETag(t *testing.T) {
	s := shows(t, smallSite)
	for _, p := range []string{"/chronology/a.css", "/chronology/"} {
		tag := get(s, p).Header().Get("ETag")
		if w := get(s, p, "If-None-Match", `"x", W/`+tag); tag == "" || w.Code != http.StatusNotModified || w.Body.Len() > 0 {
			t.Errorf("%s: %q gives %d", p, tag, w.Code)
		}
		s.Fail([]source.Diagnostic{{Problem: p}})
		same := get(s, p).Header().Get("ETag") == tag
		if wantSame := strings.HasSuffix(p, ".css"); same != wantSame {
			t.Errorf("%s: the tag is the same: %v, though problems are shown now", p, same)
		}
	}
}

func TestDrawnOnceForEachKey(t *testing.T) {
	s := shows(t, nil)
	var drawn atomic.Int64
	page := func(key string) []site.Page {
		return []site.Page{{Path: "index.html", Key: key, Draw: func() ([]byte, error) { drawn.Add(1); return []byte("<p>" + key), nil }}}
	}
	s.Show(page("1"), nil)
	if drawn.Load() != 0 {
		t.Error("drawn before it was asked for")
	}
	for range 3 {
		get(s, "/chronology/")
		s.Show(page("1"), nil)
	}
	if drawn.Load() != 1 {
		t.Errorf("drawn %d times for one key", drawn.Load())
	}
	s.Show(page("2"), nil)
	if w := get(s, "/chronology/"); !strings.HasPrefix(w.Body.String(), "<p>2") || drawn.Load() != 2 {
		t.Errorf("%s, drawn %d times", w.Body, drawn.Load())
	}
}

func TestProblems(t *testing.T) {
	s := shows(t, smallSite)
	f := source.File{Path: "dateline.toml", Bytes: []byte("title = <x>\n\torder = 3\n")}
	s.Fail([]source.Diagnostic{f.Err(source.Span{Start: 13, End: 18}, `order is "<script>alert(1)</script>"`, "mend it")})
	for _, p := range []string{"/chronology/", "/chronology/events/1/", "/chronology/none"} {
		body := get(s, p).Body.String()
		for _, want := range []string{`role="alertdialog"`, "The site could not be built", "last good build",
			"dateline.toml:2:2: order is &#34;&lt;script&gt;alert(1)&lt;/script&gt;&#34;; mend it", "<pre>\torder = 3\n\t^</pre>"} {
			if !strings.Contains(body, want) {
				t.Errorf("%s has no %q: %s", p, want, body)
			}
		}
		if strings.Contains(body, "<script>alert") || !strings.HasSuffix(body, "</script></body>") {
			t.Errorf("%s: %s", p, body)
		}
	}
	if body := get(s, "/chronology/feed.xml").Body.String(); body != "<feed/>" {
		t.Errorf("the feed became %q", body)
	}
	s.Show(tree(smallSite), []source.Diagnostic{{File: "a.md", Problem: "warned"}})
	if body := get(s, "/chronology/").Body.String(); strings.Contains(body, "alertdialog") {
		t.Errorf("a warning, or a mended problem, is shown: %s", body)
	}
	s.Show(tree(smallSite), []source.Diagnostic{{File: "a.md", Level: source.Error, Problem: "bad"}})
	if body := get(s, "/chronology/").Body.String(); !strings.Contains(body, "Some files are left out") || !strings.Contains(body, "a.md: bad") {
		t.Errorf("a file that was left out is not told: %s", body)
	}
}

func TestPageThatCannotBeDrawn(t *testing.T) {
	s := shows(t, nil)
	s.Show([]site.Page{{Path: "index.html", Key: "1", Draw: func() ([]byte, error) {
		return nil, errors.New("templates/base.html:7:3: no field <Titel>; did you mean Title?")
	}}}, nil)
	w := get(s, "/chronology/")
	if w.Code != 500 || !strings.Contains(w.Body.String(), "templates/base.html:7:3: no field &lt;Titel&gt;") || !strings.Contains(w.Body.String(), "data-reload") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestBeforeTheFirstBuild(t *testing.T) {
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	if w := get(s, "/"); w.Code != 404 || !strings.Contains(w.Body.String(), "No page has been built yet") || !strings.Contains(w.Body.String(), "data-reload") {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

func TestWhoIsAnswered(t *testing.T) {
	tests := []struct {
		addr, host string
		want       int
	}{
		{"127.0.0.1:1313", "127.0.0.1:1313", 200},
		{"127.0.0.1:1313", "localhost:1313", 200},
		{"127.0.0.1:1313", "LOCALHOST", 200},
		{"127.0.0.1:1313", "[::1]:1313", 200},
		{"127.0.0.1:1313", "evil.example:1313", 403},
		{"127.0.0.1:1313", "localhost.evil.example", 403},
		{"127.0.0.1:1313", "192.168.1.5:1313", 403},
		{"127.0.0.1:1313", "", 403},
		{":1313", "192.168.1.5:1313", 403},
		{"192.168.1.5:1313", "192.168.1.5:1313", 200},
		{"192.168.1.5:1313", "192.168.1.6:1313", 403},
		{"box.lan:1313", "Box.lan:1313", 200},
		{"0.0.0.0:1313", "192.168.1.5:1313", 200},
		{"0.0.0.0:1313", "evil.example:1313", 403},
		{"[::]:1313", "[fe80::1]:1313", 200},
	}
	for _, test := range tests {
		s, err := New(Options{Addr: test.addr})
		if err != nil {
			t.Fatal(err)
		}
		s.Show(tree(smallSite), nil)
		w := get(s, "/", "Host", test.host)
		if w.Code != test.want || test.want == 403 && !strings.Contains(w.Body.String(), "bind it to that name with --addr") {
			t.Errorf("bound to %s, asked as %q: %d %s", test.addr, test.host, w.Code, w.Body)
		}
	}
}

func TestForeignOrigin(t *testing.T) {
	s := shows(t, smallSite)
	for _, headers := range [][]string{{"Origin", "https://evil.example"}, {"Origin", "null"}, {"Origin", "http://127.0.0.1:9999"}, {"Sec-Fetch-Site", "cross-site"}} {
		if w := get(s, "/chronology/_reload", headers...); w.Code != 403 {
			t.Errorf("%v: %d", headers, w.Code)
		}
	}
}

func TestFrames(t *testing.T) {
	s := shows(t, smallSite)
	for p, want := range map[string]string{"/chronology/embed/": "frame-ancestors *", "/chronology/": "frame-ancestors 'self'", "/chronology/embed": ""} {
		if got := get(s, p).Header().Get("Content-Security-Policy"); got != want {
			t.Errorf("%s: %q, want %q", p, got, want)
		}
	}
}

func TestInject(t *testing.T) {
	s := shows(t, nil)
	for in, want := range map[string]string{
		"<body>x</body></html>":                  "<body>x|</body></html>",
		"<BODY>x</BODY>":                         "<BODY>x|</BODY>",
		"<pre></body></pre><p>x</body></html>\n": "<pre></body></pre><p>x|</body></html>\n",
		"<p>no end":                              "<p>no end|",
		"":                                       "|",
		"</bod":                                  "</bod|",
	} {
		got := string(s.inject([]byte(in), s.live.Load(), "index.html"))
		head, tail, _ := strings.Cut(want, "|")
		if !strings.HasPrefix(got, head+`<script src=`) || !strings.HasSuffix(got, "</script>"+tail) {
			t.Errorf("%q becomes %q", in, got)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	s := shows(t, smallSite)
	done := make(chan bool)
	go func() {
		for i := range 200 {
			s.Show(tree(map[string]string{"index.html": fmt.Sprint(i), "a.css": fmt.Sprint(i)}), nil)
			if i%10 == 0 {
				s.Fail([]source.Diagnostic{{Problem: fmt.Sprint(i)}})
			}
		}
		close(done)
	}()
	for {
		select {
		case <-done:
			return
		default:
			if w := get(s, "/chronology/"); w.Code != 200 {
				t.Fatal(w.Code)
			}
		}
	}
}
