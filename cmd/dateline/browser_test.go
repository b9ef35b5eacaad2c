package main

import (
	"context"
	"fmt"
	"html"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// patience is how long a condition of a page may take to hold.
const patience = 15 * time.Second

// browserPath is the browser that the tests look through. Without one they
// are skipped, but never in CI.
func browserPath(t *testing.T) string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if p, err := exec.LookPath(name); err == nil {
			return p
		}
	}
	if inCI {
		t.Fatal("no Chromium here, and CI has to look at the pages")
	}
	t.Skip("no Chromium on this machine: the pages are not looked at")
	return ""
}

// looked is the demo, built for a sub-path and served there, and a browser.
type looked struct {
	base    string // "http://127.0.0.1:1234/repo/"
	host    *httptest.Server
	browser context.Context

	refusals bool // the console may tell of requests that were refused, of pages that are gone

	mu      sync.Mutex
	strange []string // requests that left the machine's own two servers
}

func look(t *testing.T) *looked {
	bin := browserPath(t)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "")
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l := &looked{base: "http://" + listener.Addr().String() + "/repo/"}
	out := filepath.Join(t.TempDir(), "public")
	buildSite(t, demo(t), out, "--base-url", l.base)
	mux := http.NewServeMux()
	mux.Handle("/repo/", http.StripPrefix("/repo/", http.FileServer(http.Dir(out))))
	// A server that keeps no connection open closes at once.
	server := &httptest.Server{Listener: listener, Config: &http.Server{Handler: mux}}
	server.Start()
	t.Cleanup(server.Close)
	l.host = httptest.NewServer(http.HandlerFunc(l.foreign))
	t.Cleanup(l.host.Close)

	l.start(t, bin)
	return l
}

// start starts the browser.
func (l *looked) start(t *testing.T, bin string) {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.ExecPath(bin),
		chromedp.Flag("force-color-profile", "srgb"))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	browser, stop := chromedp.NewContext(alloc)
	t.Cleanup(stop)
	l.browser, stop = context.WithTimeout(browser, 2*time.Minute)
	t.Cleanup(stop)
	if err := chromedp.Run(l.browser); err != nil {
		t.Fatal(err)
	}
}

// foreign is a page of somebody else's site that embeds the chronology as the
// page "Embed" tells them to.
func (l *looked) foreign(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	q := r.URL.Query()
	body := `<blockquote class="dateline" data-theme="` + q.Get("theme") + `"><a href="` + l.base + q.Get("of") + `">The chronology</a></blockquote>`
	if asks := q.Get("element"); asks != "" {
		body = `<dateline-timeline src="` + l.base + `" ` + asks + `>The chronology</dateline-timeline>`
	}
	if src := q.Get("frame"); src != "" { // as WordPress writes it
		body = `<iframe src="` + l.base + html.EscapeString(src) + `" width="600" height="400" sandbox="allow-scripts" security="restricted" title="x"></iframe>`
	}
	fmt.Fprintf(w, `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>A blog</title><body style="margin:0;background:#fff">
<script>said=[];addEventListener("message",e=>said.push(e.data))</script>
%s<script async src="%sembed.js"></script></body></html>`, body, l.base)
}

// tab is one tab of the browser.
type tab struct {
	*testing.T
	l   *looked
	ctx context.Context
}

// open opens a tab at an address below the base URL, or at a whole URL. What
// the console has to complain of fails the test.
func (l *looked) open(t *testing.T, addr string, before ...chromedp.Action) tab {
	t.Helper()
	ctx, stop := chromedp.NewContext(l.browser)
	t.Cleanup(stop)
	own, _ := url.Parse(l.base)
	chromedp.ListenTarget(ctx, func(ev any) {
		complaint := ""
		switch ev := ev.(type) {
		case *runtime.EventExceptionThrown:
			complaint = ev.ExceptionDetails.Error()
		case *runtime.EventConsoleAPICalled:
			if ev.Type == runtime.APITypeError {
				complaint = fmt.Sprint("console.error ", string(ev.Args[0].Value))
			}
		case *cdplog.EventEntryAdded:
			if ev.Entry.Level == cdplog.LevelError {
				complaint = ev.Entry.Text + " " + ev.Entry.URL
			}
		case *network.EventRequestWillBeSent:
			u, err := url.Parse(ev.Request.URL)
			if err != nil || u.Scheme != "data" && u.Scheme != "blob" && u.Host != own.Host && (l.host == nil || "http://"+u.Host != l.host.URL) {
				l.mu.Lock()
				l.strange = append(l.strange, ev.Request.URL)
				l.mu.Unlock()
			}
		}
		if complaint != "" && !(l.refusals && strings.Contains(complaint, "status of 4")) {
			t.Errorf("%s: the console says: %s", addr, complaint)
		}
	})
	b := tab{t, l, ctx}
	b.do(append(append([]chromedp.Action{page.BringToFront()}, before...), b.visit(addr))...)
	return b
}

func (b tab) visit(addr string) chromedp.Action {
	if !strings.Contains(addr, "://") {
		addr = b.l.base + addr
	}
	return chromedp.Navigate(addr)
}

func (b tab) do(actions ...chromedp.Action) {
	b.Helper()
	if err := chromedp.Run(b.ctx, actions...); err != nil {
		b.Fatal(err)
	}
}

// until asks again and again, also while a page is being exchanged.
func (b tab) until(script string) {
	b.Helper()
	var holds bool
	var err error
	for end := time.Now().Add(patience); time.Now().Before(end); {
		if err = chromedp.Run(b.ctx, chromedp.Evaluate("!!("+script+")", &holds)); err == nil && holds {
			return
		}
	}
	b.Fatalf("never holds: %s (%v)", script, err)
}

// number is what a script counts.
func (b tab) number(script string) (n int) {
	b.Helper()
	b.do(chromedp.Evaluate(script, &n))
	return n
}

// size makes the window as wide as a phone, a tablet, a desk.
func size(width, height int64) chromedp.Action {
	return emulation.SetDeviceMetricsOverride(width, height, 1, width < 700)
}

// on is the day that the pages of a tab take for today.
func on(day string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(
			`Date=class extends Date{constructor(...a){a.length?super(...a):super("` + day + `T12:00:00")}}`).Do(ctx)
		return err
	})
}

// evaluate runs a script for what it does.
func evaluate(script string) chromedp.Action { return chromedp.Evaluate(script+";0", nil) }

// click presses the mouse on the first element of a selector, once there is
// one. It asks the page for its place alone, so that it works where scripts are
// off.
func click(selector string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		var at []float64
		find := fmt.Sprintf(`(e=>{if(!e)return[];e.scrollIntoView({block:"center",behavior:"instant"});const r=e.getBoundingClientRect();return[r.x+Math.min(12,r.width/2),r.y+r.height/2]})(document.querySelector(%q))`, selector)
		for end := time.Now().Add(patience); len(at) == 0; {
			if err := chromedp.Evaluate(find, &at).Do(ctx); err != nil {
				return fmt.Errorf("%s: %w", selector, err)
			}
			if time.Now().After(end) {
				return fmt.Errorf("no %s on the page", selector)
			}
		}
		return chromedp.MouseClickXY(at[0], at[1]).Do(ctx)
	})
}

// key types a letter as a keyboard does: what the page does with the key
// going down may keep the letter from being written.
func key(letter string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		down := input.DispatchKeyEvent(input.KeyDown).WithKey(letter).WithText(letter).WithUnmodifiedText(letter)
		if err := down.Do(ctx); err != nil {
			return err
		}
		return input.DispatchKeyEvent(input.KeyUp).WithKey(letter).Do(ctx)
	})
}

// seen counts the events that a reader sees, all those that have a property
// of the text, and those that have it and are seen.
const (
	seen = `[...document.querySelectorAll("#list .e")].filter(e=>getComputedStyle(e).display!="none"&&!e.closest("[hidden]")).length`
	both = `[...document.querySelectorAll("#list .e")].filter(e=>(%s)(e)!=(getComputedStyle(e).display!="none")).length`
)

// shows holds that exactly the events of which a script says yes are seen.
func (b tab) shows(what, of string) {
	b.Helper()
	b.until(fmt.Sprintf("0==("+both+")", of))
	if n := b.number(seen); n == 0 || n == b.number(`document.querySelectorAll("#list .e").length`) {
		b.Errorf("%s: the filter shows %d events, none or all", what, n)
	}
}
