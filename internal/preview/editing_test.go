package preview

import (
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/dateline-ssg/dateline/internal/edit"
	"github.com/dateline-ssg/dateline/internal/source"
)

// edits is a preview in the editing mode, and what was asked of it.
func edits(t *testing.T) (*Server, *[]string) {
	t.Helper()
	var asked []string
	s, err := New(Options{BaseURL: "/x/", Edit: &Editing{
		Words: func() map[string]string {
			return map[string]string{"language": "eo", "editing.undo": "Malfari </script>"}
		},
		Look: func(id string) (edit.Card, bool) { return edit.Card{ID: id, Headline: "One"}, id == "one" },
		Log:  func() (Log, error) { return Log{Entries: []Logged{{Event: "one", Says: "hide = true"}}}, nil },
		Decide: func(ds []edit.Decision) error {
			asked = append(asked, fmt.Sprint(ds))
			switch ds[0].Event {
			case "none":
				return &source.Failure{Diagnostics: []source.Diagnostic{{Problem: "no event", Hint: "look again"}}}
			case "full":
				return errors.New("disk full")
			}
			return nil
		},
		Undo: func(t Taken) error { asked = append(asked, fmt.Sprint(t)); return nil },
	}})
	if err != nil {
		t.Fatal(err)
	}
	s.Show(tree(map[string]string{"index.html": "<body>home</body>", "embed/index.html": "<body>e</body>"}), nil)
	return s, &asked
}

// send asks as the preview's own page does; headers are name, value, "" for
// none of this name.
func send(s *Server, method, path, body string, headers ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, path, strings.NewReader(body))
	r.Host = "127.0.0.1:1313"
	r.Header.Set("Origin", "http://127.0.0.1:1313")
	r.Header.Set("Sec-Fetch-Site", "same-origin")
	r.Header.Set(tokenHeader, s.token)
	for i := 0; i < len(headers); i += 2 {
		r.Header.Set(headers[i], headers[i+1])
		if headers[i] == "Host" {
			r.Host = headers[i+1]
		}
		if headers[i+1] == "" {
			r.Header.Del(headers[i])
		}
	}
	w := httptest.NewRecorder()
	s.ServeHTTP(w, r)
	return w
}

func TestEditingAnswers(t *testing.T) {
	s, asked := edits(t)
	for _, c := range []struct {
		method, path, body string
		status             int
		want               string
	}{
		{"GET", "/x/_edit/log", "", 200, `{"entries":[{"event":"one","id":"","name":"","says":"hide = true"}]`},
		{"GET", "/x/_edit/event?id=one", "", 200, `{"id":"one","headline":"One"`},
		{"GET", "/x/_edit/event?id=two", "", 404, ""},
		{"POST", "/x/_edit/decide", `[{"event":"one","verb":"hide"}]`, 200, "{}"},
		{"POST", "/x/_edit/decide", `[{"event":"none","verb":"hide"}]`, 422, `{"problem":"no event; look again"}`},
		{"POST", "/x/_edit/decide", `[{"event":"full","verb":"hide"}]`, 500, `{"problem":"disk full"}`},
		{"POST", "/x/_edit/decide", `{`, 400, "this cannot be read"},
		{"POST", "/x/_edit/decide", `"` + strings.Repeat("x", maxDecision) + `"`, 400, "this cannot be read"},
		{"POST", "/x/_edit/undo", `{"number":-1,"event":"one","says":"hide = true"}`, 200, "{}"},
		{"GET", "/x/_edit/decide", "", 405, "ask with POST"},
		{"POST", "/x/_edit/log", "", 405, "ask with GET"},
		{"GET", "/x/_edit/", "", 404, ""},
		{"GET", "/_edit/log", "", 404, ""},
	} {
		w := send(s, c.method, c.path, c.body)
		if w.Code != c.status || !strings.HasPrefix(w.Body.String(), c.want) {
			t.Errorf("%s %s %.40s: %d %.200s", c.method, c.path, c.body, w.Code, w.Body)
		}
	}
	if got, want := strings.Join(*asked, " "), "[{one hide [] }] [{none hide [] }] [{full hide [] }] {-1 one hide = true}"; got != want {
		t.Errorf("asked %s\nwant  %s", got, want)
	}
}

// TestEditingRefuses holds who is not answered, by POST and by GET: who does
// not know the token, whose page is another site's or another port's, who
// calls this machine by a foreign name.
func TestEditingRefuses(t *testing.T) {
	s, asked := edits(t)
	other, _ := edits(t)
	for _, headers := range [][]string{
		{tokenHeader, ""},
		{tokenHeader, "x"},
		{tokenHeader, s.token + "x"},
		{tokenHeader, other.token},
		{"Origin", "https://evil.example"},
		{"Origin", "http://127.0.0.1:3000"},
		{"Origin", "null"},
		{"Sec-Fetch-Site", "cross-site"},
		{"Sec-Fetch-Site", "same-site"},
		{"Sec-Fetch-Site", "none", tokenHeader, ""},
		{"Host", "evil.example"},
		{"Host", "evil.example", "Origin", "http://evil.example"},
		{"Host", "192.168.1.2:1313", "Origin", "http://192.168.1.2:1313"},
	} {
		for _, c := range [][2]string{{"POST", "decide"}, {"POST", "undo"}, {"GET", "log"}, {"GET", "event?id=one"}} {
			w := send(s, c[0], "/x/_edit/"+c[1], `[{"event":"one","verb":"hide"}]`, headers...)
			if w.Code != http.StatusForbidden || w.Body.Len() > 300 || strings.Contains(w.Body.String(), s.token) {
				t.Errorf("%v: %s %s: %d %s", headers, c[0], c[1], w.Code, w.Body)
			}
			if w.Header().Get("Access-Control-Allow-Origin") != "" {
				t.Errorf("%v: another origin may read", headers)
			}
		}
	}
	if len(*asked) > 0 {
		t.Errorf("asked %v", *asked)
	}
	// A page asks beforehand whether it may send the token from elsewhere.
	if w := send(s, "OPTIONS", "/x/_edit/decide", "", "Origin", "https://evil.example", tokenHeader, ""); w.Code != http.StatusForbidden {
		t.Errorf("the question beforehand: %d", w.Code)
	}
}

// TestEditingIsOfThisMachine holds that an editing preview cannot be bound to
// an address that others reach.
func TestEditingIsOfThisMachine(t *testing.T) {
	for addr, ok := range map[string]bool{"": true, "127.0.0.1:0": true, "localhost:0": true, "[::1]:0": true, ":0": true, "127.0.0.9:0": true,
		"0.0.0.0:0": false, "[::]:0": false, "192.168.1.2:0": false, "example.org:0": false, "[::ffff:10.0.0.1]:0": false} {
		_, err := New(Options{Addr: addr, Edit: &Editing{}})
		if ok != (err == nil) {
			t.Errorf("%q: %v", addr, err)
		}
		if err != nil && !strings.Contains(err.Error(), "can be reached from other machines") {
			t.Errorf("%q: %v", addr, err)
		}
	}
	for ip, want := range map[string]bool{"127.0.0.1": true, "::1": true, "0.0.0.0": false, "::": false, "10.0.0.1": false} {
		if loopback(&net.TCPAddr{IP: net.ParseIP(ip)}) != want {
			t.Errorf("%s: not %v", ip, want)
		}
	}
}

func TestEditingIsInjected(t *testing.T) {
	s, _ := edits(t)
	home := send(s, "GET", "/x/", "").Body.String()
	if !strings.Contains(home, `<script src="/x/_edit.js" data-base="/x/" data-edit="/x/_edit/" data-token="`+s.token+`"></script>`) {
		t.Errorf("the page is not one to edit: %s", home)
	}
	if w := send(s, "GET", "/x/_edit.js", ""); w.Code != 200 || !strings.Contains(w.Body.String(), "EventSource") && !strings.Contains(w.Body.String(), "data-dl") || strings.Contains(w.Body.String(), s.token) ||
		!strings.Contains(w.Body.String(), `const words = {"editing.undo":"Malfari \u003c/script\u003e","language":"eo"};`) {
		t.Errorf("the script: %d", w.Code)
	}
	if w := send(s, "GET", "/x/_edit.css", ""); w.Code != 200 || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") {
		t.Errorf("the style: %d", w.Code)
	}
	// What other sites may frame, and a preview that only shows, have none.
	if framed := send(s, "GET", "/x/embed/", "").Body.String(); strings.Contains(framed, "_edit") || strings.Contains(framed, s.token) {
		t.Errorf("a page that may be framed: %s", framed)
	}
	plain := shows(t, smallSite)
	if home := get(plain, "/chronology/").Body.String(); strings.Contains(home, "_edit") || strings.Contains(home, plain.token) {
		t.Errorf("a preview without --edit: %s", home)
	}
	for _, path := range []string{"/chronology/_edit.js", "/chronology/_edit.css", "/chronology/_edit/log"} {
		if w := get(plain, path, tokenHeader, plain.token); w.Code != 404 {
			t.Errorf("a preview without --edit answers %s: %d", path, w.Code)
		}
	}
	if a, b := newToken(), newToken(); a == b || len(a) < 20 {
		t.Errorf("tokens %s and %s", a, b)
	}
}
