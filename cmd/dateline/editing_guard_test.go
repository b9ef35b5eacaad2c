package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// TestEditingTongues edits in every language of the theme: no word of the
// buttons and the dialog is another language's, and they run as its lines do.
func TestEditingTongues(t *testing.T) {
	for _, g := range tongues {
		t.Run(g.code, func(t *testing.T) {
			e := editingIn(t, g.site(t, ""), nil)
			b := e.open(t, "", size(1280, 900))
			b.until(`document.querySelectorAll("[data-dl=edit]").length >= 18`)
			var buttons string
			b.do(chromedp.Evaluate(`[...document.querySelectorAll(".dl-tools button, #dateline-edit button")].map(x=>x.textContent).join("|")`, &buttons))
			b.do(click(`[data-dl="edit"]`))
			b.until(`document.querySelector("dialog[open] #dl-f-headline") && document.querySelector("dialog").lang == "` + g.code + `" && getComputedStyle(document.querySelector("dialog")).direction == getComputedStyle(document.documentElement).direction`)
			var said string
			b.do(chromedp.Evaluate(`(d=>{for(const x of d.querySelectorAll("option,[lang=en],.dl-said b,blockquote,.dl-tellings p,header h2"))x.remove();return d.textContent})(document.querySelector("dialog").cloneNode(true))`, &said))
			said += buttons
			for _, word := range []string{"Save", "Close", "Headline", "Hide", "Undo", "Decisions", "The text says"} {
				if strings.Contains(said, word) != (g.code == "en") {
					t.Errorf("%q is wrong in %s", word, said)
				}
			}
			if strings.ContainsAny(said, "{}") || strings.Contains(said, "undefined") {
				t.Errorf("something is not filled in: %s", said)
			}
			b.do(chromedp.SetValue("#dl-f-headline", g.title), click("#dateline-dialog [type=submit]"))
			b.until(`document.querySelector(".dl-status").lang == "` + g.code + `" && document.querySelector(".dl-status").textContent.length > 5`)
			b.do(click("#dl-undo"))
			b.until(`document.querySelector(".dl-status").textContent.includes("headline = ")`)
		})
	}
}

// othersAreRefused tries to decide from where nobody may: with no token or a
// wrong one, from a page of another origin that even knows the token, under a
// foreign name.
func othersAreRefused(t *testing.T, e *edited) {
	decision := `[{"event":"` + fish + `","verb":"hide"}]`
	for _, method := range []string{"GET", "POST"} {
		for _, path := range []string{"_edit/log", "_edit/event?id=" + fish, "_edit/decide", "_edit/undo"} {
			req, err := http.NewRequest(method, e.base+path, strings.NewReader(decision))
			if err != nil {
				t.Fatal(err)
			}
			resp, err := http.DefaultClient.Do(req)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			if resp.StatusCode != http.StatusForbidden {
				t.Errorf("%s %s without the token: %s", method, path, resp.Status)
			}
		}
	}

	b := e.open(t, "", size(1280, 900))
	var token string
	b.do(chromedp.Evaluate(`document.querySelector("script[data-token]").dataset.token`, &token))
	decide := func(headers string) string {
		return fmt.Sprintf(`fetch(%q,{method:"POST",headers:{%s},body:%q}).then(r=>r.status,()=>-1)`, e.base+"_edit/decide", headers, decision)
	}
	awaits := func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }
	for _, headers := range []string{``, `"Dateline-Edit":"x"`, `"Dateline-Edit":"` + strings.ToLower(token) + `"`} {
		var status int
		b.do(chromedp.Evaluate(decide(headers), &status, awaits))
		if status != http.StatusForbidden {
			t.Errorf("the page itself with %s is answered %d", headers, status)
		}
	}

	// Its origin differs by the port alone; the token lets the browser ask
	// beforehand, and no answer lets it go on. A form asks nothing beforehand.
	elsewhere := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, `<!doctype html><link rel="icon" href="data:,"><title>x</title><iframe name="f"></iframe>
<form method="post" target="f" enctype="text/plain" action="%s_edit/decide"><input name='%s//' value=""></form>`, e.base, decision)
	}))
	t.Cleanup(elsewhere.Close)
	ctx, stop := chromedp.NewContext(e.browser)
	t.Cleanup(stop)
	foreign := tab{t, &e.looked, ctx}
	foreign.do(chromedp.Navigate(elsewhere.URL))
	for _, headers := range []string{``, `"Dateline-Edit":"` + token + `"`} {
		var status int
		foreign.do(chromedp.Evaluate(decide(headers), &status, awaits))
		if status != -1 {
			t.Errorf("another origin with %q is answered %d", headers, status)
		}
	}
	foreign.do(evaluate(`document.querySelector("iframe").onload=()=>loaded=1;document.querySelector("form").submit()`))
	foreign.until(`window.loaded`)
	e.holds(t, "")

	// Another site's name that leads to this machine.
	req, err := http.NewRequest("POST", e.base+"_edit/decide", strings.NewReader(decision))
	if err != nil {
		t.Fatal(err)
	}
	req.Host = "evil.example"
	req.Header.Set("Dateline-Edit", token)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	if resp.StatusCode != http.StatusForbidden {
		t.Errorf("under a foreign name: %s", resp.Status)
	}

	// An address that others reach is not served at all; the same request with
	// the token, from the page, is what is answered.
	for _, addr := range []string{"0.0.0.0:0", "[::]:0", "192.0.2.1:0"} {
		var said bytes.Buffer
		if code := run(t.Context(), []string{"serve", "--edit", "--source", e.dir, "--addr", addr}, streams{nil, &said, &said}); code != statusUsage ||
			!strings.Contains(said.String(), "can be reached from other machines") {
			t.Errorf("serve --edit --addr %s: exit status %d: %s", addr, code, said.String())
		}
	}
	// The page that asks may be exchanged before it has its answer, so what it then
	// shows is the answer.
	b.do(evaluate(decide(`"Dateline-Edit":"` + token + `"`)))
	b.until(`document.querySelectorAll("[data-dl-id]").length == 2`)
	b.do(click("#dl-undo"))
	b.shownIs("Taken back", herring, fish, cod)
}
