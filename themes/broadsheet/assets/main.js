// What a page gains with a script: everything below is an extra, and the page
// is whole without it, so it is asked for after the first sight. Filters and
// search are a script of their own, fetched when a reader comes near them.
(() => {
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const root = document.documentElement, list = $("#list"), form = $("#filter");
  const keep = {
    get(k) { try { return localStorage[k] } catch { } },
    set(k, v) { try { localStorage[k] = v } catch { } },
  };
  const idle = f => window.requestIdleCallback ? requestIdleCallback(f, { timeout: 500 }) : setTimeout(f, 50);

  // The style leaves out of the first sight what lies below it (.fast). Browsers
  // leave it out of what they read aloud, too; so all of it is laid out soon
  // after, a little at a time.
  let later = root.classList.contains("fast") ? $$(".few,.m .e,.ends") : [], turn = 0;
  const lay = (until, mine = turn) => {
    if (mine != turn) return;
    for (; later.length && performance.now() < until; document.body.offsetHeight) for (const e of later.splice(0, 10)) e.classList.add("in");
    if (later.length) idle(() => lay(performance.now() + 5, mine));
  };
  // The same when a filter shows other events.
  const loosen = () => {
    const mine = ++turn;
    root.classList.add("fast");
    for (const e of later = $$(".few,.m .e,.ends")) e.classList.remove("in");
    setTimeout(() => lay(performance.now() + 5, mine), 300);
  };

  const hue = $(".hue");
  if (hue) {
    hue.onclick = () => {
      const dark = root.dataset.theme ? root.dataset.theme == "dark" : matchMedia("(prefers-color-scheme:dark)").matches;
      keep.set("theme", root.dataset.theme = dark ? "light" : "dark");
    };
  }

  // A printed page shows what is folded away.
  addEventListener("beforeprint", () => { lay(Infinity); $$("details").forEach(d => d.open = true) });

  // The keyboard's shortcuts come with the first key that is one.
  const script = src => new Promise((done, fail) => document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: fail })));
  const here = $("script[data-src]").dataset;
  const key = ev => {
    if (!/^[jk/]$/.test(ev.key) || ev.ctrlKey || ev.metaKey || ev.altKey || /INPUT|TEXTAREA|SELECT/.test(ev.target.tagName) || root.classList.contains("framed")) return;
    removeEventListener("keydown", key);
    if (ev.key == "/") ev.preventDefault();
    lay(Infinity);
    script(here.keys).then(() => ev.target.dispatchEvent(new KeyboardEvent("keydown", { key: ev.key, bubbles: true })));
  };
  addEventListener("keydown", key);

  // What depends on the reader's day and visits is a script of its own, for a
  // page with plans and for who has been here before; of others is kept what
  // they have seen.
  const today = () => {
    const key = "seen " + location.pathname;
    if ($("[data-last]") || list && keep.get(key)) script(here.today);
    else if (list) keep.set(key, $$(".e h3 a", list).map(a => a.getAttribute("href").match(/[^/#]+(?=\/?$)/)).join(" ") + " ");
  };

  // Filters: an address that asks for some has them at once, and so has who was
  // at them before this script came.
  let asked;
  const filter = () => asked ||= (lay(Infinity), script(form.dataset.script).catch(() => { }));
  if (form) {
    list.addEventListener("shown", loosen);
    for (const on of ["pointerover", "focusin", "input"]) form.addEventListener(on, filter, { once: true });
    addEventListener("popstate", filter, { once: true });
    if (location.search.length > 1 || $(":focus,input:checked", form)) filter();
  }

  const rest = () => { idle(today); later.length && idle(() => lay(performance.now() + 5)) };
  document.readyState == "complete" ? rest() : addEventListener("load", rest);
})();
