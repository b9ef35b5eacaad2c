// The filters of the front page: counts, search, and an address that holds the
// state. Without a script a style sheet hides by ticks; asking it what is hidden
// costs seconds on a long page, so it is not loaded where this runs, and what an
// event is reads off the links of its line of actors here.
(() => {
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const list = $("#list"), form = $("#filter"), find = $("#q"), shown = $("#shown"), found = $("#found"), none = $(".none", list), unfit = none.textContent, all = $("#f-all");
  const fold = s => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const make = (tag, fields, ...kids) => { const e = Object.assign(document.createElement(tag), fields); e.append(...kids); return e };
  const set = (e, hide) => e.hidden != hide && (e.hidden = hide), say = (e, s) => e.textContent != s && (e.textContent = s);

  const groups = ["fa", "ft", "fs"].map(k => $$("." + k, form).map(i => ({ i, out: $("small", i.parentNode), all: $("small", i.parentNode).textContent })));

  // Which choices an event fits, by the last two parts of its links and by the
  // class of its status.
  const asks = i => i.name == "actor" ? ["actors/" + i.value] : i.name == "type" ? i.dataset.types.split(" ").map(t => "types/" + t) : [i.value];
  const choices = groups.flat().map(x => [x, asks(x.i)]), statuses = groups[2].map(x => x.i.value);
  const fitted = e => {
    const told = $$(".who a,.sort a", e).map(a => a.getAttribute("href").split("/").slice(-3, -1).join("/"));
    told.push(statuses.find(s => e.classList.contains(s)) || "happened");
    return new Set(choices.filter(([, any]) => any.some(a => told.includes(a))).map(([x]) => x));
  };

  // What an event is: its element, its choices, its stretch and its outlets.
  // The text is folded when the page has nothing else to do, or at a search.
  const idOf = e => $("h3 a", e).getAttribute("href").split(/[/#]/).filter(Boolean).pop();
  const cards = $$(".m", list).flatMap(m => $$(".e", m).map(e => ({ e, c: fitted(e), m: /^\d/.test($("h2", m).id) ? $("h2", m).id.slice(0, 7) : "", by: new Set($$("cite", e).map(c => c.textContent)) })));

  // Outlets that the style sheet has no letter for, and months, are offered too.
  const outlets = {};
  for (const c of cards) for (const by of c.by) outlets[by] = (outlets[by] || 0) + 1;
  const option = (value, textContent) => make("option", { value, textContent });
  const source = $("#f-source"), from = $("#f-from"), to = $("#f-to");
  for (const o of source ? Object.keys(outlets).sort() : []) if (![...source.options].some(x => x.value == o)) source.append(option(o, `${o} (${outlets[o]})`));
  const digits = from?.options[1].value.length; // of a year, a decade, or a month
  for (const h of $$(".m>h2[id]", list)) if (digits < 7 && /^\d{4}-\d\d$/.test(h.id)) for (const s of [from, to])
    [...s.options].findLast(o => o.value.slice(0, digits) == h.id.slice(0, digits))?.after(option(h.id, h.firstChild.textContent));

  const update = () => {
    const words = fold(find.value).split(/\s+/).filter(Boolean), ticked = groups.map(g => g.filter(c => c.i.checked));
    const by = source?.value, after = from?.value, before = to?.value;
    const any = words.length || ticked.some(g => g.length) || by || after || before;
    let n = 0, turned = 0;
    const counts = groups.map(g => g.map(() => 0));
    for (const k of any ? cards : []) {
      const c = k.c;
      if (words.length) k.text ??= fold(k.e.textContent);
      const said = words.every(w => k.text.includes(w)) && (!by || k.by.has(by)) && (!after || k.m && k.m >= after.slice(0, k.m.length)) && (!before || k.m && k.m.slice(0, before.length) <= before);
      const fits = ticked.map((g, k) => !g.length || (k || !all?.checked ? g.some(x => c.has(x)) : g.every(x => c.has(x))));
      const hide = !said || fits.includes(false);
      turned += k.e.hidden != hide;
      set(k.e, hide);
      n += !hide;
      // A choice says how many it would add to what the other kinds leave.
      if (said) groups.forEach((g, k) => fits.every((f, j) => f || j == k) && g.forEach((x, i) => c.has(x) && counts[k][i]++));
    }
    if (!any) for (const e of $$("[hidden]:not(.none)", list)) e.hidden = false, turned++;
    if (turned > 40) list.dispatchEvent(new Event("shown"));
    groups.forEach((g, k) => g.forEach((x, i) => say(x.out, any ? counts[k][i] : x.all)));
    if (any) {
      for (const m of $$(".m", list)) set(m, !$(".e:not([hidden])", m));
      for (const p of $$(".gap,.sub", list)) set(p, true);
      for (const d of $$(".m>details", list)) d.open = true;
    }
    // Whether an event of another page fits, only a search of the index tells.
    set(none, !any || n > 0), say(none, none.dataset.here || unfit);
    say(shown, any ? list.dataset.shown.replace("{shown}", n).replace("{n}", list.dataset.total) : "");
    elsewhere(words);
  };

  // A tick is a step to which the back button leads; a letter typed is none.
  const state = step => {
    const q = new URLSearchParams;
    for (const i of $$("[name]", form)) if (i.type == "checkbox" ? i.checked : i.value) q.set(i.name, q.has(i.name) ? q.get(i.name) + "," + i.value : i.value);
    const s = q.toString().replace(/%2C/g, ",");
    const to = (s ? "?" + s : location.pathname) + location.hash;
    if (s != location.search.slice(1)) step ? history.pushState(null, "", to) : history.replaceState(null, "", to);
    update();
  };

  // What is not on this page is looked up in the index, fetched when first
  // asked for. An event is one folded line there, so a letter costs a walk
  // over text and nothing else; it is walked in slices, so that the page
  // answers the next letter meanwhile.
  let index;
  const prepare = async ({ events }) => {
    const here = new Set(cards.map(k => idOf(k.e)));
    for (let i = 0, t = performance.now(); i < events.length; i++) {
      const e = events[i];
      e.f = here.has(e.id) ? "" : fold([e.date, e.headline, e.text, ...e.actors].join(" "));
      if (performance.now() - t > 12) { await new Promise(r => setTimeout(r)); t = performance.now() }
    }
    return events;
  };
  // A large index is several files; the older ones come after the first hits.
  const fetchIndex = async () => {
    const whole = new URL(list.dataset.search, location), first = await (await fetch(whole.href)).json();
    let all = await prepare(first);
    (async () => {
      for (const name of first.more || []) {
        all = (await prepare(await (await fetch(new URL(name, whole).href)).json())).concat(all);
        index = Promise.resolve(all);
        update();
      }
    })().catch(() => { });
    return all;
  };
  const elsewhere = async words => {
    if (!list.dataset.search || +list.dataset.total <= cards.length || !words.length) { found.hidden = true; return }
    index ||= fetchIndex().catch(() => []);
    const asked = find.value, events = await index;
    if (asked != find.value) return; // the reader has typed on
    const hits = [];
    for (let i = events.length; i-- && hits.length < 20;) {
      const f = events[i].f;
      if (f && words.every(w => f.includes(w))) hits.push(events[i]);
    }
    // With nothing to read on this page, they stand in its place.
    found.hidden = !hits.length;
    none.hidden ? form.append(found) : none.after(found);
    if (!hits.length) say(none, unfit);
    found.replaceChildren(make("p", { textContent: list.dataset.found }),
      make("ul", {}, ...hits.map(e => make("li", {}, make("a", { href: e.url, textContent: e.headline }), " " + e.date))));
  };

  const restore = () => {
    const q = new URLSearchParams(location.search);
    for (const i of $$("[name]", form)) {
      const v = q.get(i.name);
      if (i.type == "checkbox") i.checked = v != null && v.split(",").some(x => x == i.value || i.dataset.types?.split(" ").includes(x)); else i.value = v ?? "";
    }
    update();
  };
  (async () => { for (const k of cards) { await new Promise(r => (window.requestIdleCallback || setTimeout)(r)); k.text ??= fold(k.e.textContent) } })();
  form.addEventListener("input", e => state(e.target != find));
  form.addEventListener("reset", () => setTimeout(state, 0, true));
  form.addEventListener("submit", e => e.preventDefault());
  addEventListener("popstate", restore);
  addEventListener("pageshow", e => e.persisted && restore());
  // What a reader ticked while this script came stays ticked.
  location.search.length > 1 ? restore() : state(true);
})();
