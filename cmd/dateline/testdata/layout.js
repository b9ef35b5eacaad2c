// What is laid out badly in this page: a page wider than the screen, text over
// its edge or cut, a number left alone on a line, lines of running text of more
// than 70 characters. How long the widest line is follows from the width of all
// lines; that is right to about two characters.
(() => {
  const out = [], shown = e => e.checkVisibility({contentVisibilityAuto: true}) && e.getBoundingClientRect().width > 1;
  const name = e => e.tagName.toLowerCase() + (e.className ? "." + String(e.className).replaceAll(" ", ".") : "") + " “" + e.textContent.trim().slice(0, 40) + "”";
  if (document.documentElement.scrollWidth > innerWidth) out.push("wide: " + document.documentElement.scrollWidth);
  // What is set aside for screen readers lies far away.
  const edge = e => { const r = e.getBoundingClientRect(); return r.right > innerWidth + 1 && r.left < innerWidth * 2 || r.left < -1 && r.right > -innerWidth; };
  for (const e of document.querySelectorAll("main *, header *, footer *")) {
    if (e.closest(".scroll, svg, .skip, .vh") || !shown(e)) continue;
    const before = e.matches("li small") && e.previousElementSibling;
    if (before && e.getBoundingClientRect().top > [...before.getClientRects()].pop().bottom - 3) out.push("alone on a line: " + name(e.parentNode));
    const own = [...e.childNodes].some(n => n.nodeType == 3 && n.data.trim());
    if (own && edge(e)) out.push("over the edge: " + name(e));
    const o = getComputedStyle(e);
    if (own && o.textOverflow != "ellipsis" && (o.overflowX != "visible" || o.overflowY != "visible") && !["auto","scroll"].includes(o.overflowX) && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1)) out.push("cut: " + name(e));
    if (!own || !e.matches("p, blockquote, dd, li, td, figcaption, .e p")) continue;
    const range = document.createRange();
    range.selectNodeContents(e);
    const lines = new Map();
    for (const r of range.getClientRects()) {
      const at = [...lines.keys()].find(y => Math.abs(y - r.bottom) < 6) ?? r.bottom, l = lines.get(at) || [Infinity, 0];
      lines.set(at, [Math.min(l[0], r.left), Math.max(l[1], r.right)]);
    }
    const widths = [...lines.values()].map(l => l[1] - l[0]), total = widths.reduce((a, b) => a + b, 0);
    const per = e.innerText.trim().length * Math.max(...widths) / total;
    if (lines.size > 1 && per > 72) out.push("line of " + Math.round(per) + ": " + name(e));
  }
  return [...new Set(out)].slice(0, 12);
})()
