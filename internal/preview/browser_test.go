package preview

import (
	"context"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"github.com/dateline-ssg/dateline/internal/source"
)

// What a person sees: the page reloads where they were reading, problems come
// and can be put away, and go when they are mended.
func TestInABrowser(t *testing.T) {
	if _, err := exec.LookPath("chromium"); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("no Chromium here, and CI has to look at the pages")
		}
		t.Skip("no Chromium on this machine: the page is not looked at")
	}
	// The policy is the strictest that a theme may set.
	page := func(text string) map[string]string {
		return map[string]string{"index.html": `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><meta http-equiv="Content-Security-Policy" content="default-src 'self'"></head><body><h1>` +
			text + `</h1>` + strings.Repeat("<p>line</p>", 300) + `</body></html>`}
	}
	s := shows(t, page("one"))
	server := httptest.NewServer(s)
	t.Cleanup(server.Close)
	alloc, stop := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox)...)
	defer stop()
	browser, stop := chromedp.NewContext(alloc)
	defer stop()
	browser, stop = context.WithTimeout(browser, 60*time.Second)
	defer stop()
	run := func(what string, actions ...chromedp.Action) {
		t.Helper()
		if err := chromedp.Run(browser, actions...); err != nil {
			t.Fatal(what+": ", err)
		}
	}
	// until asks again and again, also while the page is being exchanged.
	until := func(script string) chromedp.Action {
		return chromedp.ActionFunc(func(ctx context.Context) error {
			var holds bool
			var err error
			for end := time.Now().Add(deadline); time.Now().Before(end); {
				if err = chromedp.Evaluate(script, &holds).Do(ctx); err == nil && holds {
					return nil
				}
			}
			return fmt.Errorf("never holds: %s (%v)", script, err)
		})
	}
	heading := func(text string) string {
		return fmt.Sprintf(`document.querySelector("h1")?.textContent === %q`, text)
	}
	const list = `document.getElementById("dateline-problems")`

	run("open", chromedp.Navigate(server.URL+"/chronology/"), chromedp.Evaluate(`scrollTo(0, 1234)`, nil), until(`scrollY === 1234`))
	// The stream is open when the server counts it.
	for end := time.Now().Add(deadline); s.hub.size() == 0 && time.Now().Before(end); {
		run("listen", chromedp.Evaluate(`1`, nil))
	}
	s.Show(tree(page("two")), nil)
	run("reload", until(heading("two")), until(`scrollY === 1234`))

	s.Fail([]source.Diagnostic{{File: "a.md", Problem: "date is <odd>"}})
	run("problems", until(list+`?.querySelector("code").textContent === "a.md: date is <odd>"`),
		until(`document.activeElement === `+list), until(`getComputedStyle(`+list+`).position === "fixed"`))
	run("dismiss", until(`!`+list+`.querySelector("button").hidden`), chromedp.Click("#dateline-problems button"), until(list+` === null`))
	s.Fail([]source.Diagnostic{{File: "b.md", Problem: "worse"}})
	run("the next problem", until(list+`?.textContent.includes("b.md: worse")`), until(heading("two")))
	s.Show(tree(page("three")), nil)
	run("mended", until(heading("three")), until(list+` === null`))
}

// size is how many streams are open.
func (h *hub) size() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.streams)
}
