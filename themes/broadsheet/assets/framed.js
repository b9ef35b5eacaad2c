// What a page gains inside another site's frame: the events that its address
// asks for, and a height told to the page around it, in the dialects of those
// who listen: ours, WordPress, Pym and AMP.
(() => {
  const q = new URLSearchParams(location.search), list = document.querySelector("#main[data-parts]");

  // ?n=10&actor=xi-jinping&type=call&from=2025-02&to=2025&order=oldest. The
  // events come as scripts, a year, month or day each, because a sandboxed frame may load
  // scripts from everywhere and other files from nowhere.
  const choose = async () => {
    const n = +q.get("n") >= 1 ? Math.min(Math.trunc(q.get("n")), 100) : 5, oldest = q.get("order") == "oldest", best = q.get("by") == "rank", many = k => (q.get(k) || "").split(",").filter(Boolean);
    const actors = many("actor"), types = many("type");
    // Dates as texts that compare as the dates do, those before our era too.
    const at = s => (s || "").replace(/^BC(\d+)/, (_, y) => "-" + (9999 - y)), from = at(q.get("from")), to = at(q.get("to"));
    const parts = list.dataset.parts.split(" ").map(p => { const [id, end = id] = p.split("/"); return { id, begins: at(id), ends: at(end) } })
      .filter(p => (!from || p.ends >= from.slice(0, p.ends.length)) && (!to || p.begins.slice(0, to.length) <= to));
    const sort = (all, key) => all.sort((a, b) => (a = key(a), b = key(b), a < b ? -1 : a > b ? 1 : 0));
    // The part of a year whose months have their own holds what has no month, that of such a month what has no day.
    if (oldest) sort(parts, p => p.begins.replace(/^(-?\d{4}(-\d\d)?)$/, "$1-99"));
    const got = {};
    window.dateline = (part, events) => got[part] = events;
    const cards = [];
    for (const p of parts) {
      if (cards.length >= n && !best) break;
      await new Promise(done => document.head.append(Object.assign(document.createElement("script"), { src: list.dataset.from + p.id + ".js", onload: done, onerror: done })));
      const fit = (got[p.id] || []).filter(e => (!from || at(e.to).slice(0, from.length) >= from) && (!to || e.from && at(e.from).slice(0, to.length) <= to)
        && actors.every(a => e.actors.includes(a)) && (!types.length || types.some(t => t == e.type || t == e.family)));
      cards.push(...oldest ? sort(fit, e => e.place) : fit);
    }
    if (best) { // the highest ranks of all that fit, in the order of time
      const kept = new Set([...cards].sort((a, b) => b.rank - a.rank).slice(0, n));
      cards.splice(0, cards.length, ...cards.filter(e => kept.has(e)));
    }
    document.querySelectorAll(".e").forEach(e => e.remove());
    list.querySelector(".more").insertAdjacentHTML("beforebegin", cards.slice(0, n).map(e => e.card).join("\n"));
    list.querySelector(".none").hidden = cards.length > 0;
    const all = list.querySelector(".more a"), ask = new URLSearchParams;
    if (actors.length) ask.set("actor", actors), actors.length > 1 && ask.set("all", 1);
    if (types.length) ask.set("type", types);
    if (`${ask}`) all.search = ask.toString().replace(/%2C/g, ",");
  };
  if (list && ["n", "actor", "type", "from", "to", "order", "by"].some(k => q.has(k))) choose();

  if (self == top) return;
  if (!document.querySelector("base")) document.head.append(Object.assign(document.createElement("base"), { target: "_blank" }));
  const secret = /secret=([\w-]+)/.exec(location.hash)?.[1], pym = q.get("childId"), amp = q.has("amp") || /\bamp=1/.test(location.hash);
  let last = 0;
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height) + 8;
    if (height == last) return;
    last = height;
    parent.postMessage({ type: "dateline:height", id: q.get("id") || "", height }, "*");
    if (secret) parent.postMessage({ secret, message: "height", value: height }, "*");
    if (pym) parent.postMessage(`pymxPYMx${pym}xPYMxheightxPYMx${height}`, "*");
    if (amp) parent.postMessage({ sentinel: "amp", type: "embed-size", height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
  // WordPress lets a frame open no window; it follows links for us, but only to
  // our own host: what leads elsewhere leads to its event's page, which has it.
  if (secret) document.addEventListener("click", e => {
    const a = e.target.closest("a[href]");
    if (!a) return;
    e.preventDefault();
    const own = a.host == location.host ? a : a.closest(".e")?.querySelector("h3 a") || location;
    parent.postMessage({ secret, message: "link", value: own.href.replace(/#embed$|#\?.*/, "") }, "*");
  });
})();
