package preview

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-ssg/dateline/internal/source"
)

// deadline is how long an event may take on a busy machine before it counts
// as lost.
const deadline = 10 * time.Second

// streamed are the events that a client of the stream receives.
func streamed(t testing.TB, url string) <-chan string {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { resp.Body.Close() })
	if kind := resp.Header.Get("Content-Type"); resp.StatusCode != 200 || !strings.HasPrefix(kind, "text/event-stream") {
		t.Fatal(resp.Status, kind)
	}
	lines := bufio.NewScanner(resp.Body)
	for lines.Scan() && lines.Text() != "" { // the greeting
	}
	out := make(chan string, 10)
	go func() {
		defer close(out)
		name := ""
		for lines.Scan() {
			switch line := lines.Text(); {
			case strings.HasPrefix(line, "event: "):
				name = line[len("event: "):]
			case strings.HasPrefix(line, "data: "):
				out <- name + " " + line[len("data: "):]
			}
		}
	}()
	return out
}

func next(t testing.TB, events <-chan string) string {
	t.Helper()
	select {
	case e := <-events:
		return e
	case <-time.After(deadline):
		t.Fatal("no event")
		return ""
	}
}

func TestReload(t *testing.T) {
	s := shows(t, map[string]string{"index.html": "1", "a.css": "1", "old/index.html": "1"})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	events := streamed(t, server.URL+"/chronology/_reload")
	if got := s.Show(tree(map[string]string{"index.html": "2", "a.css": "1", "new/index.html": "1"}), nil); cmp.Diff([]string{"index.html", "new/index.html", "old/index.html"}, got) != "" {
		t.Error(got)
	}
	if e := next(t, events); e != `reload ["index.html","new/index.html","old/index.html"]` {
		t.Error(e)
	}
	if body := get(s, "/chronology/").Body.String(); !strings.HasPrefix(body, "2") {
		t.Errorf("told before the new tree is live: %s", body)
	}
	s.Show(tree(map[string]string{"index.html": "2", "a.css": "1", "new/index.html": "1"}), nil) // nothing changed: not told
	s.Fail([]source.Diagnostic{{Problem: "p"}})
	s.Fail([]source.Diagnostic{{Problem: "p"}}) // told already
	if e := next(t, events); e != "reload []" {
		t.Error("failed:", e)
	}
	s.Show(tree(map[string]string{"index.html": "2", "a.css": "1", "new/index.html": "1"}), nil)
	if e := next(t, events); e != "reload []" {
		t.Error("mended:", e)
	}
}

// A page that was drawn before the newest state, or by another server, is
// told as soon as it listens.
func TestReloadMissed(t *testing.T) {
	s := shows(t, map[string]string{"index.html": "1"})
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	body := get(s, "/chronology/").Body.String()
	_, rest, _ := strings.Cut(body, `data-reload="`)
	address, _, _ := strings.Cut(rest, `"`)
	current := streamed(t, server.URL+address)
	s.Show(tree(map[string]string{"index.html": "2"}), nil)
	if e := next(t, current); e != `reload ["index.html"]` {
		t.Error(e)
	}
	for _, stale := range []string{address, "/chronology/_reload?since=another-2"} {
		if e := next(t, streamed(t, server.URL+stale)); e != "reload []" {
			t.Error(stale, e)
		}
	}
}

func TestSlowStreamGetsAllPaths(t *testing.T) {
	var h hub
	c := h.open()
	h.tell(event{1, []string{"a"}})
	h.tell(event{2, []string{"b"}})
	if e := <-c; e.revision != 2 || cmp.Diff([]string{"a", "b"}, e.paths) != "" {
		t.Error(e)
	}
}

func TestListen(t *testing.T) {
	s, err := New(Options{Addr: ":0", BaseURL: "/x/"})
	if err != nil {
		t.Fatal(err)
	}
	l, err := s.Listen()
	if err != nil {
		t.Fatal(err)
	}
	s.Show(tree(smallSite), nil)
	if !strings.HasPrefix(l.Addr().String(), "127.0.0.1:") {
		t.Errorf("without a host it listens at %s", l.Addr())
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- s.Serve(ctx, l) }()
	resp, err := http.Get(s.URL(l))
	if err != nil || resp.StatusCode != 200 {
		t.Fatal(resp, err)
	}
	resp.Body.Close()
	events := streamed(t, s.URL(l)+"_reload")

	again, _ := New(Options{Addr: l.Addr().String()})
	_, port, _ := strings.Cut(l.Addr().String(), ":")
	if _, err := again.Listen(); err == nil || !strings.HasPrefix(err.Error(), "port "+port+" is in use") || !strings.Contains(err.Error(), "--addr 127.0.0.1:0") {
		t.Errorf("a port in use: %v", err)
	}
	cancel()
	select {
	case err := <-ended:
		if err != nil {
			t.Error(err)
		}
	case <-time.After(deadline):
		t.Error("an open stream keeps the server from ending")
	}
	if _, open := <-events; open {
		t.Error("the stream was not ended")
	}
	if _, err := New(Options{Addr: "1313"}); err == nil || !strings.Contains(err.Error(), "127.0.0.1:1313") {
		t.Error(err)
	}
}
