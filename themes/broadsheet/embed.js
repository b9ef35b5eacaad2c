// For pages of other sites. Makes a frame of every
//   <blockquote class="dateline"><a href="…">…</a></blockquote>   and
//   <dateline-timeline src="…"></dateline-timeline>
// with the newest events, or with those that its attributes ask for (n, actor,
// type, from, to, order, theme; on a blockquote as data-n …), as high as its
// content. Without this script the quotation is a link.
(() => {
  const base = document.currentScript.src.replace(/embed\.js.*$/, ""), asks = ["n", "actor", "type", "from", "to", "order", "by", "theme"];
  const frames = new Set;
  addEventListener("message", e => {
    if (!e.data || e.data.type != "dateline:height" || !(e.data.height > 0)) return;
    for (const f of frames) if (f.contentWindow == e.source) f.style.height = Math.min(e.data.height, 4000) + "px";
  });
  const frame = (address, title, ask) => {
    const u = new URL(address, base), f = document.createElement("iframe");
    if (/\/events\/[^/]+\/$/.test(u.pathname)) u.hash = "embed";
    else if (!/\/embed\/$/.test(u.pathname)) u.pathname += "embed/";
    for (const k of asks) if (ask(k)) u.searchParams.set(k, ask(k));
    f.src = u;
    f.title = title;
    f.loading = "lazy";
    f.referrerPolicy = "strict-origin-when-cross-origin";
    f.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    f.style.cssText = "width:100%;height:600px;border:0";
    frames.add(f);
    return f;
  };
  const grow = q => {
    const a = q.querySelector("a[href]");
    if (a && a.href.startsWith(base)) q.replaceWith(frame(a.href, a.textContent, k => q.dataset[k]));
  };
  if (!customElements.get("dateline-timeline")) customElements.define("dateline-timeline", class extends HTMLElement {
    static observedAttributes = ["src", ...asks];
    connectedCallback() { this.draw() }
    attributeChangedCallback() { if (this.isConnected && this.frame) this.draw() }
    draw() {
      frames.delete(this.frame);
      this.style.display = "block";
      this.frame = frame(this.getAttribute("src") || base, this.title || this.textContent.trim() || "Timeline", k => this.getAttribute(k));
      this.replaceChildren(this.frame);
    }
  });
  const run = () => document.querySelectorAll("blockquote.dateline").forEach(grow);
  document.readyState == "loading" ? addEventListener("DOMContentLoaded", run) : run();
})();
