package main

import (
	"fmt"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// tick ticks or unticks what a label is for, as a hand does.
func tick(id string) chromedp.Action { return click("label:has(#" + id + ")") }

func filters(t *testing.T, l *looked) {
	b := l.open(t, "", size(1280, 900))
	b.do(tick("f-ab"))
	b.shows("one actor", named("Vladimir Putin"))
	b.until(`location.search == "?actor=vladimir-putin"`)
	b.until(`document.querySelector("#shown").textContent.startsWith(` + seen + `+" ")`)
	// Once a tick took seconds: the script asked the style of what is hidden.
	if ms := b.number(`(t=>{for(const i of [1,2]){document.querySelector("#f-aa").click();document.body.offsetHeight}return Math.round(performance.now()-t)})(performance.now())`); ms > 1000 {
		t.Errorf("two ticks take %d ms", ms)
	}
	b.do(tick("f-ac"), tick("f-all"))
	b.shows("both of two actors", named("Vladimir Putin", "Xi Jinping"))
	b.do(click("button[type=reset]"))
	b.until(seen + ` == document.querySelectorAll("#list .e").length && location.search == ""`)

	b.do(tick("f-tc"))
	b.shows("a kind", `e=>["Sanction","Tariff","Sanctions relief"].includes(e.querySelector(".who a:last-of-type").textContent)`)
	b.do(tick("f-tc"), tick("f-sb"))
	b.shows("a status", `e=>e.classList.contains("planned")`)
	b.until(`document.querySelector("#f-sb").closest("label").querySelector("small").textContent == ` + seen)
}

func filtersByStyle(t *testing.T, l *looked) {
	b := l.open(t, "", size(1280, 900), emulation.SetScriptExecutionDisabled(true))
	b.until(`!document.querySelector(".find").checkVisibility()`)
	b.do(tick("f-ab"))
	b.shows("one actor", named("Vladimir Putin"))
	b.do(tick("f-aa"), tick("f-all"))
	b.shows("both of two actors", named("Donald Trump", "Vladimir Putin"))
	b.do(tick("f-all"), tick("f-aa"), tick("f-ab"), tick("f-td"))
	b.until(`document.querySelector("#f-td").closest("label").querySelector("small").textContent == ` + seen)
	b.do(tick("f-td"), tick("f-sb"))
	b.until(`document.querySelector("#f-sb").closest("label").querySelector("small").textContent == ` + seen)
	b.do(tick("f-sb"))

	choose := func(id, option string) {
		b.do(evaluate(fmt.Sprintf(`(o=>o.selected=true)(document.querySelector("#%s %s"))`, id, option)))
	}
	choose("f-source", "option:nth-child(3)")
	b.shows("an outlet", `e=>[...e.querySelectorAll("cite")].some(c=>c.textContent==document.querySelector("#f-source").value)`)
	b.until(`document.querySelector("#f-source").selectedOptions[0].text.endsWith("(" + ` + seen + ` + ")")`)
	choose("f-source", "option")
	choose("f-from", "[value='2025']")
	b.until(stretches + `(id=>id>="2025")`)
	choose("f-to", "[value='2025']")
	b.until(stretches + `(id=>id.startsWith("2025"))`)

	b.do(size(390, 800))
	for _, shown := range []string{`!`, ``} {
		b.until(shown + `document.querySelector(".filter").checkVisibility()`)
		b.until(shown + `document.querySelector(".key").checkVisibility()`)
		b.do(click(".f-show"))
	}
}

// picks: what only a script can offer, by outlet and by period.
func picks(t *testing.T, l *looked) {
	b := l.open(t, "", size(1280, 900))
	b.do(click("#q")) // the filters come when a reader comes near them
	b.until(`document.querySelectorAll("#f-source option").length > 2 && document.querySelector("#f-from [value='2025-03']")`)
	set := func(id, value string) {
		b.do(evaluate(fmt.Sprintf(`(s=>{s.value=%s;s.dispatchEvent(new Event("input",{bubbles:true}))})(document.querySelector("#%s"))`, value, id)))
	}
	set("f-source", `document.querySelectorAll("#f-source option")[2].value`)
	b.shows("an outlet", `e=>[...e.querySelectorAll("cite")].some(c=>c.textContent==document.querySelector("#f-source").value)`)
	set("f-source", `""`)
	set("f-from", `"2025-03"`)
	set("f-to", `"2025-05"`)
	b.until(`location.search == "?from=2025-03&to=2025-05"`)
	b.shows("a period", `e=>(i=>i=="2025"||i>="2025-03"&&i<="2025-05")(e.closest(".m").querySelector("h2").id)`)
	b.do(b.visit("?from=2025-03&to=2025-05"))
	b.shows("a period in the address", `e=>(i=>i=="2025"||i>="2025-03"&&i<="2025-05")(e.closest(".m").querySelector("h2").id)`)
}

// monthsByBand: a month that is asked for is where the screen begins, from
// above and from below; a heading that sticks has no place of its own.
func monthsByBand(t *testing.T, l *looked) {
	b := l.open(t, "", size(1280, 900), emulation.SetEmulatedMedia().WithFeatures([]*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}))
	const top = `Math.round(document.querySelector(":target").getBoundingClientRect().top)`
	b.until(`document.querySelector(".bins a")`)
	for _, month := range []string{"2025-02", "2025-09", "2026-03", "2025-05"} {
		b.do(evaluate(`document.querySelector(".bins a[href='#` + month + `']").click()`))
		b.until(`location.hash=="#` + month + `"&&` + top + `>=0&&` + top + `<=60&&(y=>y>0&&y<200)(document.querySelector(":target~.e").getBoundingClientRect().top)`)
	}
}

func stateInAddress(t *testing.T, l *looked) {
	b := l.open(t, "?actor=vladimir-putin,xi-jinping&all=1&q=china", size(1280, 900))
	b.shows("the filter of an address", `e=>(`+named("Vladimir Putin", "Xi Jinping")+`)(e)&&/china/i.test(e.textContent)`)
	b.until(`document.querySelector("#f-ab").checked && document.querySelector("#q").value == "china"`)

	// The filters come as a script of their own with the first tick.
	b.do(b.visit(""), tick("f-aa"))
	b.until(`location.search == "?actor=donald-trump"`)
	b.do(tick("f-ab"))
	b.until(`location.search == "?actor=donald-trump,vladimir-putin"`)
	b.do(chromedp.Evaluate(`history.back()`, nil))
	b.until(`location.search == "?actor=donald-trump" && !document.querySelector("#f-ab").checked`)
	b.shows("one step back", named("Donald Trump"))
	// To an event and back: the filter is still there.
	b.do(chromedp.Evaluate(`[...document.querySelectorAll("#list .e")].find(e=>e.offsetParent).querySelector("h3 a").click()`, nil))
	b.until(`document.body.classList.contains("k-event")`)
	b.do(chromedp.Evaluate(`history.back()`, nil))
	b.until(`document.body.classList.contains("k-home") && document.querySelector("#f-aa").checked`)
	b.shows("back from an event", named("Donald Trump"))
}
