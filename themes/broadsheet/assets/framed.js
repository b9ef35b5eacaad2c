// Tells the page around the frame how high it is, in the dialects of those
// who listen: ours, WordPress, Pym and AMP.
(() => {
  if (self == top) return;
  if (!document.querySelector("base")) document.head.append(Object.assign(document.createElement("base"), { target: "_blank" }));
  const q = new URLSearchParams(location.search), secret = /secret=([\w-]+)/.exec(location.hash)?.[1];
  const pym = q.get("childId"), amp = q.has("amp");
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
  // WordPress lets a frame open no window; it follows links for us.
  if (secret) document.addEventListener("click", e => {
    const a = e.target.closest("a[href]");
    if (a) { e.preventDefault(); parent.postMessage({ secret, message: "link", value: a.href }, "*") }
  });
})();
