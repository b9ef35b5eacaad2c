// Turns every <blockquote class="dateline"> with a link into a frame with the
// newest events, as high as its content.
(() => {
  const base = document.currentScript.src.replace(/embed\.js.*$/, "");
  const frames = new Map;
  addEventListener("message", e => {
    const f = frames.get(e.source);
    if (f && e.data && e.data.type == "dateline:height") f.style.height = Math.min(e.data.height, 4000) + "px";
  });
  const grow = q => {
    const a = q.querySelector("a[href]");
    if (!a || !a.href.startsWith(base)) return;
    const f = document.createElement("iframe");
    const one = /events\/[^/]+\/$/.test(a.href);
    f.src = one ? a.href + "#embed" : base + "embed/" + (q.dataset.theme ? "?theme=" + q.dataset.theme : "");
    f.title = a.textContent;
    f.loading = "lazy";
    f.referrerPolicy = "strict-origin-when-cross-origin";
    f.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    f.style.cssText = "width:100%;height:600px;border:0";
    q.replaceWith(f);
    frames.set(f.contentWindow, f);
  };
  const run = () => document.querySelectorAll("blockquote.dateline").forEach(grow);
  document.readyState == "loading" ? addEventListener("DOMContentLoaded", run) : run();
})();
