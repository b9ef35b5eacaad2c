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
  const cards = $$(".e", list), key = "seen " + location.pathname;
  const seen = (keep.get(key) || "").split(" ");
  if (seen.length > 1) {
    const n = cards.filter(e => !seen.includes(e.id)).length, out = $("#new");
    if (n && out) { out.textContent = list.dataset.new.replace("{n}", n); out.hidden = false }
  }
  keep.set(key, cards.map(e => e.id).join(" ") + " ");

  // Filters: the style sheet hides by ticks; here come counts, search, and an
  // address that holds the state.
  const find = $("#q"), shown = $("#shown"), found = $("#found"), none = $(".none", list);
  $(".find", form).hidden = false;
  const fold = s => s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const text = new Map;
  const update = () => {
    const words = fold(find.value).split(/\s+/).filter(Boolean);
    // Nothing asked for: nothing to measure, and the page opens at once.
    if (!words.length && !$(":checked", form)) {
      for (const e of $$("[hidden]", list)) e.hidden = false;
      none.hidden = true;
      shown.textContent = "";
      found.hidden = true;
      return;
    }
    let n = 0;
    for (const e of cards) {
      if (words.length && !text.has(e)) text.set(e, fold(e.textContent));
      e.hidden = words.some(w => !text.get(e).includes(w));
    }
    const vis = cards.map(e => getComputedStyle(e).display != "none");
    cards.forEach((e, i) => e.v = vis[i]);
    n = vis.filter(Boolean).length;
    const any = n < cards.length;
    for (const m of $$(".m", list)) m.hidden = any && !$$(".e", m).some(e => e.v);
    for (const p of $$(".gap,.sub", list)) p.hidden = any;
    none.hidden = n > 0;
    shown.textContent = any ? list.dataset.shown.replace("{shown}", n).replace("{n}", list.dataset.total) : "";
    elsewhere(words);
  };
  const state = () => {
    const q = new URLSearchParams;
    for (const i of $$("[name]", form)) if (i.type == "checkbox" ? i.checked : i.value) q.set(i.name, q.has(i.name) ? q.get(i.name) + "," + i.value : i.value);
    const s = q.toString().replace(/%2C/g, ",");
    history.replaceState(null, "", (s ? "?" + s : location.pathname) + location.hash);
    update();
  };

  // What is not on this page is looked up in the index, fetched when first
  // asked for.
  let index;
  const elsewhere = async words => {
    if (!list.dataset.search || +list.dataset.total <= cards.length || !words.length) { found.hidden = true; return }
    index ||= fetch(list.dataset.search).then(r => r.json()).catch(() => ({ events: [] }));
    const { events } = await index, here = new Set(cards.map(e => e.id));
    const hits = events.filter(e => !here.has(e.id) && words.every(w => (e.f ||= fold([e.date, e.headline, e.text, ...e.actors].join(" "))).includes(w))).slice(-20).reverse();
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

  const q = new URLSearchParams(location.search);
  for (const i of $$("[name]", form)) {
    const v = q.get(i.name);
    if (v == null) continue;
    if (i.type == "checkbox") i.checked = v.split(",").includes(i.value); else i.value = v;
  }
  form.addEventListener("input", state);
  form.addEventListener("reset", () => setTimeout(state));
  form.addEventListener("submit", e => e.preventDefault());
  update();
})();
