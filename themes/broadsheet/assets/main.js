// What a page gains with a script: everything below is an extra, and the page
// is whole without it.
(() => {
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const root = document.documentElement;
  const keep = {
    get(k) { try { return localStorage[k] } catch { } },
    set(k, v) { try { localStorage[k] = v } catch { } },
  };

  // Light or dark.
  const hue = $(".hue");
  if (hue) {
    hue.hidden = false;
    hue.onclick = () => {
      const dark = root.dataset.theme ? root.dataset.theme == "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
      keep.set("theme", root.dataset.theme = dark ? "light" : "dark");
    };
  }

  // A printed page shows what is folded away.
  addEventListener("beforeprint", () => $$("details").forEach(d => d.open = true));

  const now = new Date();
  const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(n => String(n).padStart(2, "0")).join("-");
  const list = $("#list");
  if (list) for (const e of $$("[data-last]", list)) {
    if (e.dataset.last && e.dataset.last < today) {
      const p = document.createElement("span");
      p.className = "late";
      p.textContent = list.dataset.overdue;
      $(".when", e).append(p);
    }
  }

  // j and k go from event to event, / to the search.
  let at = -1;
  const events = () => $$(".list .e").filter(e => e.offsetParent);
  addEventListener("keydown", ev => {
    if (ev.ctrlKey || ev.metaKey || ev.altKey || /INPUT|TEXTAREA|SELECT/.test(ev.target.tagName) || root.classList.contains("framed")) return;
    if (ev.key == "/" && $("#q")) {
      ev.preventDefault();
      const show = $("#f-show");
      if (show) show.checked = true;
      $("#q").focus();
    }
    if (ev.key == "j" || ev.key == "k") {
      const es = events();
      if (!es.length) return;
      const on = es.findIndex(e => e.classList.contains("on"));
      at = Math.max(0, Math.min(es.length - 1, (on < 0 ? at : on) + (ev.key == "j" ? 1 : -1)));
      $$(".e.on").forEach(e => e.classList.remove("on"));
      es[at].classList.add("on");
      es[at].scrollIntoView({ block: "center" });
      $("h3 a", es[at])?.focus({ preventScroll: true });
    }
  });

  const form = $("#filter");
  if (!list || !form) return;

  // New since the last visit, by the ids of the events seen then.
  const cards = $$(".e", list), key = "seen " + location.pathname, idOf = e => (/events\/([^/]+)\/$/.exec($("h3 a", e)?.href) || [, e.id])[1];
  const seen = (keep.get(key) || "").split(" ");
  if (seen.length > 1) {
    const n = cards.filter(e => !seen.includes(idOf(e))).length, out = $("#new");
    if (n && out) { out.textContent = list.dataset.new.replace("{n}", n); out.hidden = false }
  }
  keep.set(key, cards.map(idOf).join(" ") + " ");

  // Filters. Without a script the style sheet hides by ticks; asking it what is
  // hidden costs seconds on a long page, so here it stands back, and what an
  // event is reads off its classes. Here too come counts, search, and an
  // address that holds the state.
  const find = $("#q"), shown = $("#shown"), found = $("#found"), none = $(".none", list);
  root.classList.add("js");
  $(".find", form).hidden = false;
  const fold = s => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const text = new Map, kinds = ["fa", "ft", "fs"], groups = kinds.map(k => $$("." + k, form).map(i => ({ i, on: i.id.slice(2), out: $("small", i.parentNode), all: $("small", i.parentNode).textContent })));
  const set = (e, hide) => e.hidden != hide && (e.hidden = hide), say = (e, s) => e.textContent != s && (e.textContent = s);
  const update = () => {
    const words = fold(find.value).split(/\s+/).filter(Boolean), ticked = groups.map(g => g.filter(c => c.i.checked)), all = $("#f-all")?.checked;
    const any = words.length || ticked.some(g => g.length);
    let n = 0;
    const counts = groups.map(g => g.map(() => 0));
    for (const e of any ? cards : []) {
      const c = e.classList;
      if (words.length && !text.has(e)) text.set(e, fold(e.textContent));
      const said = !words.some(w => !text.get(e).includes(w));
      const fits = ticked.map((g, k) => !g.length || (k || !all ? g.some(x => c.contains(x.on)) : g.every(x => c.contains(x.on))));
      const hide = !said || fits.includes(false);
      set(e, hide);
      n += !hide;
      // A choice says how many it would add to what the other kinds leave.
      if (said) groups.forEach((g, k) => fits.every((f, j) => f || j == k) && g.forEach((x, i) => c.contains(x.on) && counts[k][i]++));
    }
    if (!any) for (const e of $$("[hidden]:not(.none)", list)) e.hidden = false;
    groups.forEach((g, k) => g.forEach((x, i) => say(x.out, any ? counts[k][i] : x.all)));
    if (any) {
      for (const m of $$(".m", list)) set(m, !$(".e:not([hidden])", m));
      for (const p of $$(".gap,.sub", list)) set(p, true);
      for (const d of $$(".m>details", list)) d.open = true;
    }
    set(none, !any || n > 0);
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
  // asked for.
  let index;
  const prepare = async ({ events }) => {
    const here = new Set(cards.map(idOf));
    for (let i = 0; i < events.length; i++) {
      const e = events[i];
      e.here = here.has(e.id);
      e.f = fold([e.date, e.headline, e.text, ...e.actors].join(" "));
      if (i % 1000 == 999) await new Promise(r => setTimeout(r)); // the page answers meanwhile
    }
    return events;
  };
  const elsewhere = async words => {
    if (!list.dataset.search || +list.dataset.total <= cards.length || !words.length) { found.hidden = true; return }
    index ||= fetch(list.dataset.search).then(r => r.json()).then(prepare).catch(() => []);
    const asked = find.value, events = await index;
    if (asked != find.value) return; // the reader has typed on
    const hits = [];
    for (let i = events.length; i-- && hits.length < 20;) {
      const e = events[i];
      if (!e.here && words.every(w => e.f.includes(w))) hits.push(e);
    }
    found.hidden = !hits.length;
    const ul = document.createElement("ul");
    for (const e of hits) {
      const li = document.createElement("li"), a = document.createElement("a");
      a.href = e.url;
      a.textContent = e.headline;
      li.append(a, " " + e.date);
      ul.append(li);
    }
    const h = document.createElement("p");
    h.textContent = list.dataset.found;
    found.replaceChildren(h, ul);
  };

  const restore = () => {
    const q = new URLSearchParams(location.search);
    for (const i of $$("[name]", form)) {
      const v = q.get(i.name);
      if (i.type == "checkbox") i.checked = v != null && v.split(",").includes(i.value); else i.value = v ?? "";
    }
    update();
  };
  form.addEventListener("input", e => state(e.target.type == "checkbox"));
  form.addEventListener("reset", () => setTimeout(state, 0, true));
  form.addEventListener("submit", e => e.preventDefault());
  addEventListener("popstate", restore);
  addEventListener("pageshow", e => e.persisted && restore());
  restore();
})();
