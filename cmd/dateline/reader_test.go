package main

import (
	"bytes"
	"context"
	"fmt"
	"image/png"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestReader looks at the demo as its readers do, in a real browser.
func TestReader(t *testing.T) {
	l := look(t)
	for _, look := range []struct {
		what string
		at   func(*testing.T, *looked)
	}{
		{"the first events stand on the screen", firstEvents},
		{"all of it is read aloud", readAloud},
		{"filters", filters},
		{"filters without a script", filtersByStyle},
		{"search", search},
		{"search over everything", searchElsewhere},
		{"outlets and periods", picks},
		{"months by the band", monthsByBand},
		{"the address holds the state", stateInAddress},
		{"keyboard", keyboard},
		{"light and dark", lightAndDark},
		{"the rail", rail},
		{"paper", paper},
		{"in a foreign page", inForeignPage},
		{"what a frame's address asks for", frameAsks},
		{"a frame in the other order", frameOrder},
		{"a frame of the weightiest", frameBest},
		{"an element in a foreign page", elementInForeignPage},
		{"snippets filled in", snippets},
		{"heights in the dialects of others", heights},
		{"nothing scrolls sideways", nothingSideways},
		{"what is overdue", overdue},
	} {
		t.Run(look.what, func(t *testing.T) { look.at(t, l) })
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.strange) > 0 {
		t.Errorf("asked of third parties: %v", l.strange)
	}
}

func firstEvents(t *testing.T, l *looked) {
	b := l.open(t, "", size(1280, 800))
	b.until(`document.querySelector("#list .e h3 a").textContent.length > 10`)
	b.until(`document.querySelector("#list .e h3").getBoundingClientRect().top < innerHeight`)
	b.until(`document.querySelector("#list .e blockquote").textContent.length > 20`)
}

// readAloud: what the page lays out late is in the browser's tree of
// accessible things soon after, every heading of it.
func readAloud(t *testing.T, l *looked) {
	b := l.open(t, "", size(1280, 800))
	b.until(`document.querySelectorAll(".m .e").length > 100 && !document.querySelector(".fast :is(.few,.m .e,.ends):not(.in)")`)
	want, got := b.number(`[...document.querySelectorAll("h1,h2,h3")].filter(h=>h.checkVisibility()).length`), 0
	b.do(chromedp.ActionFunc(func(ctx context.Context) error {
		nodes, err := accessibility.GetFullAXTree().Do(ctx)
		for _, n := range nodes {
			if n.Role != nil && string(n.Role.Value) == `"heading"` && !n.Ignored {
				got++
			}
		}
		return err
	}))
	if got != want {
		t.Errorf("%d headings can be heard, of %d that can be seen", got, want)
	}
}

// named is a script that says whether an event names an actor.
func named(names ...string) string {
	return fmt.Sprintf(`e=>%s.every(n=>[...e.querySelectorAll(".who a:not(:last-of-type)")].some(a=>a.textContent==n))`, asArray(names))
}

func asArray(names []string) string { return `["` + strings.Join(names, `","`) + `"]` }

// stretches is a function that says whether the months that stand on the page
// are those of which another says yes, some but not all.
const stretches = `(ok=>(of=>of.every(([id,on])=>on==(ok(id)&&/^\d/.test(id)))&&of.some(x=>x[1])&&of.some(x=>!x[1]))([...document.querySelectorAll("#list .m")].map(m=>[m.querySelector("h2").id,getComputedStyle(m).display!="none"])))`

func search(t *testing.T, l *looked) {
	b := l.open(t, "", size(1280, 900))
	b.do(click("#q"), input.InsertText("RARE earths"))
	b.shows("a search", `e=>/rare/i.test(e.textContent)&&/earths/i.test(e.textContent)`)
	b.do(input.InsertText("zzz"))
	b.until(seen + ` == 0 && !document.querySelector(".none").hidden`)
}

// manyEvents answers the page's question for the index with 50,000 made-up
// events, of which the page itself holds none.
const manyEvents = `
const index={events:[...Array(50000)].map((_,i)=>({id:"made-up-"+i,url:"/repo/events/made-up-"+i+"/",date:"3 March 2025",
headline:"Minister "+(i*7919%50000)+" of Northland receives the envoy of Eastmark at the harbour of Orr over duties on steel",
actors:["Northland","Eastmark"],text:"Meeting Orr Northland Gazette Harbour Post The minister met the envoy on Monday in a shed behind the customs house, where both sides spoke for three hours of what a ton of steel may cost from next spring on, and parted without a word to the press. According to the port, nobody else was let in. "}))};
fetch=async u=>/search-index/.test(u)?{json:async()=>index}:Promise.reject();
addEventListener("DOMContentLoaded",()=>{
Object.assign(document.querySelector("#list").dataset,{total:50000,search:"search-index.json",found:"Elsewhere"});document.querySelector("#list .none").dataset.here="Not here."})`

func searchElsewhere(t *testing.T, l *looked) {
	b := l.open(t, "", size(1280, 900), chromedp.ActionFunc(func(ctx context.Context) error {
		_, err := page.AddScriptToEvaluateOnNewDocument(manyEvents).Do(ctx)
		return err
	}))
	b.do(click("#q"), input.InsertText("minister 49"))
	b.until(`document.querySelectorAll("#found li").length == 20`)
	b.do(input.InsertText("999"))
	b.until(`document.querySelectorAll("#found li").length == 1 && document.querySelector("#found a").textContent.includes("49999")`)
	b.until(`document.querySelector("#list .none").textContent == "Not here." && document.querySelector("#list .none + #found").checkVisibility()`)
	b.do(input.InsertText(" zzz"))
	b.until(`document.querySelector("#found").hidden && document.querySelector("#list .none").textContent.includes("Clear")`)
	var ms []float64
	b.do(chromedp.Evaluate(`(async()=>{
const q=document.querySelector("#q"),took=[];
for(const s of ["e","en","env","envoy h","envoy ha","envoy har","envoy harb 4","envoy harb 44","envoy harb 444","nothing of the kind"]){
q.value=s;const t=performance.now();q.dispatchEvent(new Event("input",{bubbles:true}));await new Promise(r=>setTimeout(r));document.body.offsetHeight;took.push(performance.now()-t)}
return took.sort((a,b)=>a-b)})()`, &ms, func(p *runtime.EvaluateParams) *runtime.EvaluateParams { return p.WithAwaitPromise(true) }))
	t.Logf("a letter over 50,000 events takes %.0f ms in the middle, %.0f at most", ms[len(ms)/2], ms[len(ms)-1])
	if ms[len(ms)/2] > 200 { // four times what is promised: the machine has other work
		t.Errorf("a letter typed takes %.0f ms", ms[len(ms)/2])
	}
}

func keyboard(t *testing.T, l *looked) {
	b := l.open(t, "", size(1280, 900))
	at := func(n int) string {
		return fmt.Sprintf(`[...document.querySelectorAll("#list .e")].filter(e=>e.offsetParent).findIndex(e=>e.contains(document.activeElement)) == %d`, n)
	}
	b.until(awake)
	b.do(key("j"))
	b.until(at(0))
	b.do(key("j"), key("j"))
	b.until(at(2))
	b.do(key("k"))
	b.until(at(1))
	b.do(key("/"))
	b.until(`document.activeElement.id == "q" && document.activeElement.value == ""`)
	b.do(key("j"))
	b.until(`document.activeElement.value == "j"`)
	b.do(chromedp.Evaluate(`document.activeElement.blur(),document.querySelector("#f-ab").focus()`, nil), key(" "))
	b.until(`document.querySelector("#f-ab").checked`)
	// The first stop leads past the menu.
	b.do(b.visit(""), chromedp.KeyEvent(kb.Tab))
	b.until(`document.activeElement.className == "skip" && document.activeElement.getBoundingClientRect().left >= 0`)
}

// awake is that the script is there, which comes after the first sight.
const awake = `document.querySelector(".hue").onclick`

func lightAndDark(t *testing.T, l *looked) {
	const bright = `getComputedStyle(document.body).backgroundColor.match(/\d+/)[0] > 128`
	b := l.open(t, "")
	b.until(bright)
	b.until(awake)
	b.do(click(".hue"))
	b.until(`!(` + bright + `)`)
	b.do(b.visit("about/"))
	b.until(`!(` + bright + `) && document.body.classList.contains("k-about")`)
	b.until(awake)
	b.do(click(".hue"))
	b.until(bright)
	b.do(chromedp.Evaluate(`localStorage.removeItem("theme")`, nil),
		emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}), b.visit(""))
	b.until(`!(` + bright + `)`)
}

// rail: its three lines are there on every screen, also where the margin of the
// page is no whole number of pixels. Once they were drawn between two pixels.
func rail(t *testing.T, l *looked) {
	b := l.open(t, "2025/08/")
	for _, width := range []int64{390, 700, 768, 771, 803, 1280, 1920} {
		var at []int
		var shot []byte
		b.do(size(width, 900), evaluate(`scrollTo(0,0)`), chromedp.Evaluate(`(r=>[Math.round(r.left),Math.round(r.bottom)-4])(document.querySelector(".list .e").getBoundingClientRect())`, &at),
			chromedp.CaptureScreenshot(&shot))
		img, err := png.Decode(bytes.NewReader(shot))
		if err != nil {
			t.Fatal(err)
		}
		ground, lines := img.At(1, at[1]), 0
		for x := at[0]; x < at[0]+36; x++ {
			if img.At(x, at[1]) != ground && img.At(x-1, at[1]) == ground {
				lines++
			}
		}
		if lines != 3 {
			t.Errorf("%d of three lines at %d pixels", lines, width)
		}
	}
}

func paper(t *testing.T, l *looked) {
	b := l.open(t, "2025/09/", emulation.SetEmulatedMedia().WithMedia("print"))
	b.until(`getComputedStyle(document.querySelector(".top")).display == "none"`)
	b.until(`getComputedStyle(document.querySelector(".src a[href*='//']"),"::after").content.includes("attr(href)") || getComputedStyle(document.querySelector(".src a[href*='//']"),"::after").content.includes("http")`)
	b.until(`[...document.querySelectorAll(".e details blockquote")].every(q=>q.checkVisibility({contentVisibilityAuto:true}))`)
	b.until(`(size=>[...document.querySelectorAll(".e details blockquote")].every(q=>size(q)<=size(document.querySelector(".e>blockquote"))))(q=>parseFloat(getComputedStyle(q).fontSize))`)
	b.do(size(690, 900), b.visit("lanes/")) // as wide as a sheet of A4 between its margins
	b.until(`[...document.querySelectorAll(".lanes svg")].every(s=>s.getBoundingClientRect().right<=innerWidth)`)
	b.do(b.visit("2025/09/"))
	var pdf []byte
	b.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
		pdf, _, err = page.PrintToPDF().Do(ctx)
		return err
	}))
	if !bytes.HasPrefix(pdf, []byte("%PDF")) || len(pdf) < 20_000 {
		t.Errorf("a print of %d bytes", len(pdf))
	}
}

func inForeignPage(t *testing.T, l *looked) {
	blog := strings.Replace(l.host.URL, "127.0.0.1", "localhost", 1) // another site, and not only another port
	l.host.URL = blog
	for _, embed := range []struct{ how, query string }{
		{"a quotation", "?theme=dark"},
		{"an event", "?theme=dark&of=" + url.QueryEscape(firstEvent(t, l))},
	} {
		b := l.open(t, blog+"/"+embed.query, size(800, 900))
		b.until(`said.some(m=>m.type == "dateline:height" && m.height > 150)`)
		b.until(`document.querySelector("iframe").style.height == said.findLast(m=>m.type == "dateline:height").height + "px"`)
		b.until(`document.querySelector("iframe").title == "The chronology"`)
		b.darkens(embed.how)
	}
}

// darkens waits until the frame in a white page is dark.
func (b tab) darkens(what string) {
	b.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); {
		var shot []byte
		b.do(chromedp.CaptureScreenshot(&shot))
		img, err := png.Decode(bytes.NewReader(shot))
		if err != nil {
			b.Fatal(err)
		}
		if r, _, _, _ := img.At(3, 40).RGBA(); r < 0x4000 {
			return
		}
	}
	b.Errorf("%s: the frame never turns dark", what)
}

// firstEvent is the address of the newest event.
func firstEvent(t *testing.T, l *looked) string {
	b := l.open(t, "embed/")
	var href string
	b.do(chromedp.Evaluate(`document.querySelector(".e h3 a").href`, &href))
	return strings.TrimPrefix(href, l.base)
}

func nothingSideways(t *testing.T, l *looked) {
	event := firstEvent(t, l)
	b := l.open(t, "", size(320, 700))
	for _, addr := range []string{"", "oldest/", event, "actors/", "actors/vladimir-putin/", "pairs/vladimir-putin--xi-jinping/", "lanes/", "embed/",
		"embed/help/", "articles/", "data/", "about/", "types/", "sources/", "tags/", "2025/", "2025/08/", "404.html"} {
		b.do(b.visit(addr))
		for _, width := range []int64{320, 390} {
			b.do(size(width, 700))
			b.until(fmt.Sprint(`screen.width == `, width))
			if n := b.number(`document.documentElement.scrollWidth`); n > int(width) {
				var what []string
				b.do(chromedp.Evaluate(`[...document.querySelectorAll("body *")].filter(e=>e.getBoundingClientRect().right>screen.width+1&&!e.closest(".scroll")).map(e=>e.tagName+"."+e.className).slice(0,5)`, &what))
				t.Errorf("%s is %d px wide on a screen of %d: %v", addr, n, width, what)
			}
		}
	}
}

func overdue(t *testing.T, l *looked) {
	b := l.open(t, "", on("2020-01-01"))
	if n := b.number(`document.querySelectorAll(".late").length`); n != 0 {
		t.Errorf("%d events are overdue before anything happened", n)
	}
	b = l.open(t, "", on("2099-01-01"))
	b.until(`document.querySelectorAll(".late").length == document.querySelectorAll("[data-last]:not([data-last=''])").length`)
	b.until(`[...document.querySelectorAll("#list .m:not(.soon) .planned")].every(e=>e.querySelector(".late"))`)
	var plan string
	b.do(chromedp.Evaluate(`document.querySelector("#list .planned h3 a").href`, &plan))
	for _, addr := range []string{"2025/08/", "types/tariff/", plan} {
		b.do(b.visit(addr))
		b.until(`document.querySelector(".e.planned") && [...document.querySelectorAll(".e.planned")].every(e=>e.querySelector(".late")?.textContent.length>10)`)
	}
	b.do(b.visit(""))
	b.until(`document.querySelector(".late")`)
	if n := b.number(`document.querySelectorAll(".late").length`); n == 0 {
		t.Error("no event is overdue in the end")
	}
	var words []string
	b.do(chromedp.Evaluate(`[...new Set([...document.querySelectorAll(".late")].map(e=>e.textContent))]`, &words))
	if len(words) != 1 || words[0] == "" || slices.Contains(words, "undefined") {
		t.Errorf("what is overdue says %q", words)
	}
}
