package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// three is a site of three events whose ids its lock gives.
var three = map[string]string{
	"dateline.toml": "title = \"Three\"\nbaseURL = \"https://example.org/x/\"\n",
	"events.lock": "2025-09-01-cod 2025-09-01 sanction germany+iceland -\n" +
		"2025-09-03-fish 2025-09-03 agreement finland+norway -\n" +
		"2025-09-10-herring 2025-09-10 tariff denmark+sweden -\n",
	"edits.toml":     "# My own decisions, with a remark.\n\n[2025-09-03-fish] # by hand\nimportance = 3",
	"content/one.md": "---\ntitle: A treaty\ndate: 2025-09-05\n---\nMinisters of Norway and Finland signed a fishing treaty in Oslo on 3 September.\n",
	"content/two.md": "---\ntitle: Herring\ndate: 2025-09-12\n---\nSweden imposed tariffs on herring from Denmark on 10 September 2025.\n",
	"content/cod.md": "---\ntitle: Cod\ndate: 2025-09-04\n---\nGermany banned imports of cod from Iceland on 1 September 2025.\n",
}

// edited is a site that is served with --edit, and a browser.
type edited struct {
	looked
	dir  string
	said *bytes.Buffer // standard error, to be read when it has ended
}

func editing(t *testing.T, files map[string]string) *edited { return editingIn(t, t.TempDir(), files) }

// editingIn serves a folder to which files are added.
func editingIn(t *testing.T, dir string, files map[string]string) *edited {
	bin := browserPath(t)
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	t.Setenv("CI", "")
	e := &edited{dir: dir, said: &bytes.Buffer{}}
	for name, text := range files {
		path := filepath.Join(e.dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	out, in := io.Pipe()
	ended := make(chan int)
	go func() {
		ended <- run(ctx, []string{"serve", "--edit", "--source", e.dir, "--addr", "127.0.0.1:0"}, streams{nil, in, e.said})
		in.Close()
	}()
	t.Cleanup(func() { cancel(); <-ended })
	line := make([]byte, 200)
	n, err := out.Read(line)
	if err != nil {
		t.Fatal(err)
	}
	e.base = strings.TrimSpace(string(line[:n]))
	e.start(t, bin)
	return e
}

// holds waits for nothing: the page shows a decision only when it is written.
func (e *edited) holds(t *testing.T, want string) {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(e.dir, "edits.toml"))
	if err != nil || string(b) != three["edits.toml"]+want {
		t.Errorf("edits.toml holds (%v)\n%s\nwant\n%s", err, b, three["edits.toml"]+want)
	}
}

// entry is one decision as edits.toml holds it: the first ends the user's last
// line, which has no line break.
func entry(id, line string) string {
	return fmt.Sprintf("\n[[edit]]\nevent = %q\n%s\n", id, line)
}

const cod, fish, herring = "2025-09-01-cod", "2025-09-03-fish", "2025-09-10-herring"

func cardAt(id string) string { return `[data-dl-id="` + id + `"]` }

func button(id, what string) string { return cardAt(id) + ` [data-dl="` + what + `"]` }

// shownIs waits until exactly these events are shown, oldest last, and what
// was done is said.
func (b tab) shownIs(said string, ids ...string) {
	b.Helper()
	b.until(fmt.Sprintf(`[...document.querySelectorAll("[data-dl-id]")].map(c=>c.dataset.dlId).join(" ") == %q && document.querySelector(".dl-status").textContent.includes(%q)`,
		strings.Join(ids, " "), said))
}

func (b tab) says(text string) {
	b.Helper()
	b.until(fmt.Sprintf(`document.querySelector(".dl-status").textContent.includes(%q)`, text))
}

func (b tab) focused(selector string) {
	b.Helper()
	b.until(fmt.Sprintf(`document.activeElement.matches(%q)`, selector))
}

// tabTo goes to an element with the tab key alone.
func (b tab) tabTo(selector string) {
	b.Helper()
	var there bool
	for range 120 {
		b.do(chromedp.KeyEvent(kb.Tab), chromedp.Evaluate(fmt.Sprintf(`document.activeElement.matches(%q)`, selector), &there))
		if there {
			return
		}
	}
	b.Fatalf("the tab key never leads to %s", selector)
}

// drag presses the mouse on one element, and lets go on another.
func drag(from, to string) chromedp.Action {
	return chromedp.ActionFunc(func(ctx context.Context) error {
		var a, z []float64
		const find = `(e=>{const r=e.getBoundingClientRect();return[r.x+12,r.y+12]})(document.querySelector(%q))`
		if err := chromedp.Run(ctx, chromedp.Evaluate(fmt.Sprintf(find, from), &a), chromedp.Evaluate(fmt.Sprintf(find, to), &z)); err != nil {
			return err
		}
		mouse := func(kind input.MouseType, x, y float64) error {
			return input.DispatchMouseEvent(kind, x, y).WithButton(input.Left).WithButtons(1).WithClickCount(1).Do(ctx)
		}
		if err := mouse(input.MousePressed, a[0], a[1]); err != nil {
			return err
		}
		for i := range 11 {
			f := float64(i) / 10
			if err := mouse(input.MouseMoved, a[0]+f*(z[0]-a[0]), a[1]+f*(z[1]-a[1])); err != nil {
				return err
			}
		}
		return mouse(input.MouseReleased, z[0], z[1])
	})
}

// undoKey is control and z.
var undoKey = chromedp.KeyEvent("z", chromedp.KeyModifiers(input.ModifierCtrl))

// TestEditing edits a site as an editor does, in a real browser.
func TestEditing(t *testing.T) {
	e := editing(t, three)
	e.refusals = true
	t.Run("by mouse", func(t *testing.T) { byMouse(t, e) })
	t.Run("by keyboard", func(t *testing.T) { byKeyboard(t, e) })
	t.Run("on other pages", func(t *testing.T) { onOtherPages(t, e) })
	t.Run("what is being filled in stays", func(t *testing.T) { filledInStays(t, e) })
	t.Run("others are refused", func(t *testing.T) { othersAreRefused(t, e) })
	e.holds(t, "")
}

func byMouse(t *testing.T, e *edited) {
	b := e.open(t, "", size(1280, 1600))
	b.shownIs("", herring, fish, cod)
	b.do(click(button(herring, "hide")))
	b.shownIs("is hidden", fish, cod)
	b.focused(button(fish, "hide"))
	hidden := entry(herring, "hide = true")
	e.holds(t, hidden)

	b.do(click(button(fish, "pin")))
	b.until(`document.querySelector('` + button(fish, "pin") + `')?.getAttribute("aria-pressed") == "true"`)
	b.do(click("#dl-undo"))
	b.shownIs("Taken back: pin = true", fish, cod)
	b.do(click("#dl-undo"))
	b.shownIs("Taken back: hide = true", herring, fish, cod)
	e.holds(t, "")

	// What the text says stands beside the field, with the rule that read it.
	b.do(click(button(fish, "edit")))
	b.until(`document.querySelector("#dl-f-date").value == "2025-09-03"`)
	b.until(`/2025-09-03 said of the event itself · trigger “signed” · rule \S+/.test(document.querySelector("#dl-f-date-said").textContent)`)
	b.until(`document.querySelector(".dl-tellings mark").textContent == "signed"`)
	b.do(chromedp.SetValue("#dl-f-date", "soon"), click("#dateline-dialog [type=submit]"))
	b.until(`document.querySelector(".dl-problem").textContent.includes('"soon" is no date; write 2025-09-03')`)
	b.do(chromedp.SetValue("#dl-f-date", "2025-09"), chromedp.SetValue("#dl-f-correct", "The day is not certain."), chromedp.SetValue("#dl-f-on", "2025-10-01"), click("#dateline-dialog [type=submit]"))
	b.until(`document.querySelector('` + cardAt(fish) + ` >p')?.textContent.startsWith("September 2025") && document.querySelector('` + cardAt(fish) + ` .note time').dateTime == "2025-10-01"`)
	b.focused(button(fish, "edit"))
	dated := entry(fish, `date = "2025-09"`) + "\n" + strings.TrimPrefix(entry(fish, `correction = [{date = "2025-10-01", text = "The day is not certain."}]`), "\n")
	e.holds(t, dated)
	b.do(click("#dl-undo"))
	b.says("Taken back: correction")
	b.do(click("#dl-undo"))
	b.says("Taken back: date")

	// Dragged onto another event it is a part of that, and can leave it again.
	b.do(drag(button(herring, "merge"), cardAt(fish)))
	b.shownIs("is a part of", fish, cod)
	b.until(`document.querySelectorAll('` + cardAt(fish) + ` blockquote').length == 2`)
	b.do(click(button(fish, "split")))
	b.until(`document.querySelectorAll(".dl-tellings [data-dl-split]:not(:disabled)").length == 2`)
	b.do(chromedp.Evaluate(`[...document.querySelectorAll(".dl-tellings li")].find(l=>l.textContent.includes("herring")).querySelector("button").id="herring"`, nil), click("#herring"))
	b.shownIs("an event of its own", herring, fish, cod)
	b.do(click("#dl-log"))
	b.until(`document.querySelectorAll(".dl-log li").length == 2 && document.querySelector(".dl-log").textContent.includes("merge = ")`)
	b.do(click(".dl-log li:nth-child(1) button"))
	b.shownIs("Taken back: split", fish, cod)
	// Dropped beside every event, nothing is merged.
	b.do(drag(button(cod, "merge"), "h1"))
	b.shownIs("stays where it was", fish, cod)
	b.do(click("#dl-undo"))
	b.shownIs("Taken back: merge", herring, fish, cod)
	e.holds(t, "")
}

func byKeyboard(t *testing.T, e *edited) {
	b := e.open(t, "", size(390, 800))
	b.shownIs("", herring, fish, cod)
	b.tabTo(button(herring, "hide"))
	b.do(chromedp.KeyEvent(kb.Enter))
	b.shownIs("is hidden", fish, cod)
	b.focused(button(fish, "hide"))
	b.do(undoKey)
	b.shownIs("Taken back: hide = true", herring, fish, cod)

	b.tabTo(button(fish, "edit"))
	b.do(chromedp.KeyEvent(" "))
	b.focused("#dl-f-headline")
	b.tabTo("#dl-f-date")
	b.do(undoKey) // in a field it is the field's own
	b.do(chromedp.Evaluate(`document.activeElement.select()`, nil), input.InsertText("2025-09-04"), chromedp.KeyEvent(kb.Enter))
	b.until(`document.querySelector('` + cardAt(fish) + ` >p')?.textContent.includes("4")`)
	b.focused(button(fish, "edit"))
	e.holds(t, entry(fish, `date = "2025-09-04"`))

	// Picked up here, put down there; Escape puts it back.
	b.tabTo(button(fish, "merge"))
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until(`document.querySelector(".dl-status").textContent.includes("is picked up") && document.querySelector('` + button(cod, "merge") + `').textContent == "Merge here"`)
	b.do(chromedp.KeyEvent(kb.Escape))
	b.until(`document.querySelector(".dl-status").textContent.includes("is put back") && document.querySelector('` + button(cod, "merge") + `').textContent == "Merge…"`)
	b.focused(button(fish, "merge"))
	b.do(chromedp.KeyEvent(kb.Enter))
	b.tabTo(button(cod, "merge"))
	b.do(chromedp.KeyEvent(kb.Enter))
	b.shownIs("is a part of", herring, cod)
	b.focused(button(cod, "merge"))

	b.do(chromedp.Evaluate(`document.activeElement.blur()`, nil))
	b.tabTo(button(cod, "split"))
	b.do(chromedp.KeyEvent(kb.Enter))
	b.focused("[data-dl-split]")
	b.do(chromedp.KeyEvent(kb.Enter))
	b.until(`document.querySelectorAll("[data-dl-id]").length == 3 && document.querySelector(".dl-status").textContent.includes("of its own")`)
	for range 3 {
		b.do(chromedp.Evaluate(`window.before=1`, nil), undoKey)
		b.until(`!window.before && document.querySelector(".dl-status").textContent.includes("Taken back")`)
	}
	b.shownIs("Taken back: date", herring, fish, cod)
	e.holds(t, "")
	if n := b.number(`document.documentElement.scrollWidth`); n > 390 {
		t.Errorf("the page is %d px wide on a screen of 390", n)
	}
}

func onOtherPages(t *testing.T, e *edited) {
	b := e.open(t, "events/"+fish+"/", size(1280, 900))
	b.do(click(button(fish, "merge")))
	b.says("is picked up")
	b.do(b.visit("events/" + cod + "/"))
	b.until(`document.querySelector('` + button(cod, "merge") + `').textContent == "Merge here"`)
	b.do(click("#dl-back"))
	b.until(`document.querySelector('` + button(cod, "merge") + `').textContent == "Merge…"`)
	// An event that is hidden leaves a page from which it can be taken back.
	b.do(click(button(cod, "hide")))
	b.until(`!document.querySelector("[data-dl-id]") && document.querySelector(".dl-status").textContent.includes("is hidden")`)
	b.do(click("#dl-undo"))
	b.shownIs("Taken back", cod)
	// What others may frame has nothing to edit with.
	b.do(b.visit("embed/"))
	b.until(`document.querySelector("article.e, .e") && !document.querySelector("[data-dl-id], #dateline-edit, script[data-token]")`)
}

// filledInStays saves an article while the dialog is open: the page follows
// when the dialog is closed, and not before.
func filledInStays(t *testing.T, e *edited) {
	b := e.open(t, "", size(1280, 900))
	b.do(click(button(fish, "edit")))
	b.until(`document.querySelector("dialog[open] #dl-f-note")`)
	b.do(chromedp.SetValue("#dl-f-note", "half a sen"), chromedp.Evaluate(`window.before=1`, nil))
	path := filepath.Join(e.dir, "content", "two.md")
	if err := saveAs(path, []byte(strings.Replace(three["content/two.md"], "tariffs", "quotas", 1))); err != nil {
		t.Fatal(err)
	}
	var there bool
	b.do(chromedp.Evaluate(`(async()=>{for(;;){if((await(await fetch(location.href)).text()).includes("quotas"))return true}})()`, &there, chromedp.EvalAsValue,
		func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	b.until(`window.before && document.querySelector("#dl-f-note").value == "half a sen"`)
	b.do(click(".dl-close"))
	b.until(`!window.before && document.querySelector("main").textContent.includes("quotas")`)
	if err := saveAs(path, []byte(three["content/two.md"])); err != nil {
		t.Fatal(err)
	}
	b.until(`!document.querySelector("main").textContent.includes("quotas")`)
}
