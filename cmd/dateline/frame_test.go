package main

import (
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// framed is the page of another site, on another host, that a query of the
// foreign server makes.
func (l *looked) framed(t *testing.T, query string) tab {
	l.host.URL = strings.Replace(l.host.URL, "127.0.0.1", "localhost", 1)
	return l.open(t, l.host.URL+"/?"+query, size(800, 900))
}

// frameAsks: the address of the page for frames chooses events, and the style.
func frameAsks(t *testing.T, l *looked) {
	const (
		cards = `[...document.querySelectorAll(".e")]`
		dates = `[...document.querySelectorAll(".e h3 a")].map(a=>a.pathname.split("/").at(-2))`
	)
	for _, c := range []struct{ ask, holds string }{
		{"", cards + `.length==5`},
		{"?n=2", cards + `.length==2`},
		{"?n=9", cards + `.length==9`},
		{"?actor=vladimir-putin,xi-jinping&n=4", cards + `.length>1&&` + cards + `.every(` + named("Vladimir Putin", "Xi Jinping") + `)`},
		{"?actor=vladimir-putin,xi-jinping", `document.querySelector(".more a").search=="?actor=vladimir-putin,xi-jinping&all=1"`},
		{"?type=call,visit&actor=xi-jinping", `document.querySelector(".more a").search=="?actor=xi-jinping&type=call,visit"`},
		{"?type=call", cards + `.length==5&&` + cards + `.every(e=>e.querySelector(".who a:last-of-type").textContent=="Call")`},
		{"?type=sanctions", cards + `.length==5&&` + cards + `.every(e=>["Sanction","Tariff","Sanctions relief"].includes(e.querySelector(".who a:last-of-type").textContent))`},
		{"?from=2025-03&to=2025-04&n=50", dates + `.length>1&&` + dates + `.every(d=>d>="2025"&&d.slice(0,7)<="2025-04")`},
		{"?order=oldest", dates + `.length==5&&` + dates + `[0].startsWith("2025-01")`},
		{"?n=-3", cards + `.length==5`},
		{"?n=2.7", cards + `.length==2`},
		{"?type=no-such-kind", cards + `.length==0&&!document.querySelector(".none").hidden`},
		{"?theme=dark", `document.documentElement.dataset.theme=="dark"&&` + cards + `.length==5`},
		{"?theme=dark", `getComputedStyle(document.body).backgroundColor.match(/\d+/)[0]<64`},
	} {
		b := l.open(t, "embed/"+c.ask, size(600, 900))
		b.until(c.holds)
		if n := b.number(`document.querySelectorAll(".e:not(:has(blockquote)),.e:not(:has(cite))").length`); n != 0 {
			t.Errorf("%s: %d events without a sentence or a source", c.ask, n)
		}
	}
}

// frameOrder: the oldest first is the order of the page of that name, what is
// known roughly behind the days of its month or year.
func frameOrder(t *testing.T, l *looked) {
	const heads = `JSON.stringify([...document.querySelectorAll(".m:not(.soon) .e h3 a,.k-embed .e h3 a")].slice(0,100).map(a=>a.href))`
	var want string
	b := l.open(t, "oldest/")
	b.do(chromedp.Evaluate(heads, &want), b.visit("embed/?order=oldest&n=100"))
	b.until(fmt.Sprintf("%s==%q", heads, want))
}

// frameBest: by rank a frame shows the weightiest of a time, in their order.
func frameBest(t *testing.T, l *looked) {
	b := l.open(t, "embed/?n=3&by=rank&from=2025-02&to=2025-05", size(600, 900))
	b.do(chromedp.Evaluate(`fetch("../events.json").then(r=>r.json()).then(d=>{window.best=d.events.filter(e=>e.date.length==10&&e.date.slice(0,7)>="2025-02"&&e.date.slice(0,7)<="2025-05").sort((a,b)=>b.rank-a.rank).slice(0,3).map(e=>e.id).sort().reverse().join(" ")})`, nil))
	b.until(`[...document.querySelectorAll(".e h3 a")].map(a=>a.pathname.split("/").at(-2)).sort().reverse().join(" ")==window.best`)
}

// elementInForeignPage: the element asks by its attributes, is as high as what
// it holds, and follows a change.
func elementInForeignPage(t *testing.T, l *looked) {
	b := l.framed(t, "element="+url.QueryEscape(`n="1" actor="xi-jinping" theme="dark"`))
	const high = `parseInt(document.querySelector("dateline-timeline iframe").style.height)`
	b.until(`said.some(m=>m.type=="dateline:height")&&` + high + `==said.findLast(m=>m.type=="dateline:height").height`)
	b.until(`new URL(document.querySelector("iframe").src).search=="?n=1&actor=xi-jinping&theme=dark"`)
	b.until(`document.querySelector("iframe").title=="The chronology"`)
	b.darkens("an element")
	b.until(high + `>100&&` + high + `<600`) // one event, once its script has chosen it
	one := b.number(high)
	b.do(evaluate(`document.querySelector("dateline-timeline").setAttribute("n","6")`))
	b.until(fmt.Sprintf(`%s>%d`, high, 2*one))
}

// snippets: what the form asks for is in every snippet and in the frame, and
// in the frame where no script runs.
func snippets(t *testing.T, l *looked) {
	b := l.open(t, "embed/help/", size(1000, 900))
	b.do(evaluate(`(f=>{f.n.value="3";f.actor.value="xi-jinping";f.from.value="2025";f.to.value="last May";f.theme.value="dark";f.n.dispatchEvent(new Event("input",{bubbles:true}))})(document.querySelector("#ask"))`))
	code := func(as string) string { return `document.querySelector("code[data-as=` + as + `]").textContent` }
	b.until(code("quote") + `.includes('class="dateline" data-n="3" data-actor="xi-jinping" data-from="2025" data-theme="dark"')`)
	b.until(code("element") + `.includes('/" n="3" actor="xi-jinping" from="2025" theme="dark">')`)
	b.until(code("frame") + `.includes('/embed/?n=3&amp;actor=xi-jinping&amp;from=2025&amp;theme=dark"')`)
	b.until(`document.querySelector(".live").contentDocument.querySelectorAll(".e").length==3`)
	b.until(`document.querySelector(".live").contentDocument.documentElement.dataset.theme=="dark"`)

	b = l.open(t, "embed/help/", size(1000, 900), emulation.SetScriptExecutionDisabled(true))
	b.do(click("#ask button"))
	b.until(`frames[0].location.search.startsWith("?n=5&actor=")`)
}

// heights: the frame tells its height in the words of who listens, also from
// the sandbox in which WordPress puts it.
func heights(t *testing.T, l *looked) {
	for _, c := range []struct{ src, said string }{
		{"embed/", `m.type=="dateline:height"&&m.height>200`},
		{"embed/?id=seven", `m.type=="dateline:height"&&m.id=="seven"`},
		{"embed/#?secret=a1B2c3", `m.secret=="a1B2c3"&&m.message=="height"&&m.value>200`},
		{"embed/?childId=pym-0&initialWidth=600&parentTitle=x&parentUrl=y", `typeof m=="string"&&/^pymxPYMxpym-0xPYMxheightxPYMx\d{3,}$/.test(m)`},
		{"embed/?amp=1", `m.sentinel=="amp"&&m.type=="embed-size"&&m.height>200`},
	} {
		b := l.framed(t, "frame="+url.QueryEscape(c.src))
		b.until(`said.some(m=>` + c.said + `)`)
	}
	// What a reader follows there leads to our own pages.
	event := firstEvent(t, l)
	for _, c := range []struct{ src, link, to string }{
		{"embed/?n=100", ".e h3 a", "/events/"},
		{"embed/?n=100", ".src a[href*='//']:not([href*='127.0.0.1'])", "/events/"},
		{event, ".src a", "/articles/"},
	} {
		b := l.open(t, "about/")
		b.do(evaluate(`window.said=[];addEventListener("message",e=>said.push(e.data));document.body.append(Object.assign(document.createElement("iframe"),{src:` + fmt.Sprintf("%q", l.base+c.src+"#?secret=x1") + `}))`))
		b.until(fmt.Sprintf(`(a=>a&&said.some(m=>m.secret)&&(a.click(),said.some(m=>m.message=="link"&&m.secret=="x1"&&m.value.startsWith(%q)&&m.value.includes(%q))))(frames[0].document.querySelector(%q))`, l.base, c.to, c.link))
	}
	// What is not asked for is not said.
	b := l.framed(t, "frame="+url.QueryEscape("embed/?n=3"))
	b.until(`said.some(m=>m.type=="dateline:height")`)
	b.until(`said.every(m=>m.type=="dateline:height")`)
}
