package main

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
)

// TestWithoutScript reads the demo where no script runs: every event with its
// sentences and sources stands on the page, folded tellings unfold, links lead
// on, and a frame shows the newest events.
func TestWithoutScript(t *testing.T) {
	l := look(t)
	off := emulation.SetScriptExecutionDisabled(true)
	b := l.open(t, "", size(1280, 900), off)
	b.until(`document.querySelectorAll("#list .e").length > 100`)
	for what, is := range map[string]string{
		"without a headline":   `!e.querySelector("h3 a")?.checkVisibility()||e.querySelector("h3").textContent.trim().length<5`,
		"without a sentence":   `!e.querySelector("blockquote")?.checkVisibility()||e.querySelector("blockquote").textContent.trim().length<10`,
		"without a source":     `!e.querySelector("cite")?.checkVisibility()`,
		"without a date":       `!e.querySelector(":scope>:first-child:not(h3)")?.textContent.trim()`,
		"that nobody is shown": `getComputedStyle(e).display=="none"||e.getBoundingClientRect().height<40`,
	} {
		if n := b.number(`[...document.querySelectorAll("#list .e")].filter(e=>` + is + `).length`); n > 0 {
			t.Errorf("%d events %s", n, what)
		}
	}
	b.until(`[...document.querySelectorAll("button,input,select")].every(e=>!e.checkVisibility()||e.closest(".filter,.cols aside")||e.classList.contains("vh"))`)
	b.do(click("#list .e details summary"))
	b.until(`document.querySelector("#list .e details[open] blockquote").checkVisibility()`)
	b.do(click(`.order a`))
	b.until(`location.pathname.endsWith("/oldest/")&&document.querySelector("#list .e h3 a")&&[...document.querySelectorAll("#list .m h2")].map(h=>h.id).filter(i=>/^\d{4}-\d\d$/.test(i)).every((id,i,all)=>!i||all[i-1]<=id)`)
	b.do(click(`#list .e h3 a`))
	b.until(`document.body.classList.contains("k-event")&&document.querySelector("blockquote").checkVisibility()`)

	b = l.open(t, "embed/", size(600, 900), off)
	b.until(`document.querySelectorAll(".e").length>=5&&[...document.querySelectorAll(".e")].every((e,i)=>i>4||e.querySelector("blockquote").checkVisibility())&&document.querySelector(".more a").checkVisibility()`)
}
