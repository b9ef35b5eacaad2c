// j and k go from event to event, / to the search.
(() => {
  const $ = (s, r = document) => r.querySelector(s), $$ = s => [...document.querySelectorAll(s)];
  let at = -1;
  addEventListener("keydown", ev => {
    if (ev.ctrlKey || ev.metaKey || ev.altKey || /INPUT|TEXTAREA|SELECT/.test(ev.target.tagName)) return;
    if (ev.key == "/" && $("#q")) {
      ev.preventDefault();
      $("#f-show").checked = true;
      $("#q").focus();
    }
    if (ev.key == "j" || ev.key == "k") {
      const es = $$(".list .e").filter(e => e.offsetParent), on = es.findIndex(e => e.classList.contains("on"));
      if (!es.length) return;
      at = Math.max(0, Math.min(es.length - 1, (on < 0 ? at : on) + (ev.key == "j" ? 1 : -1)));
      $$(".e.on").forEach(e => e.classList.remove("on"));
      es[at].classList.add("on");
      es[at].scrollIntoView({ block: "center" });
      $("h3 a", es[at])?.focus({ preventScroll: true });
    }
  });
})();
