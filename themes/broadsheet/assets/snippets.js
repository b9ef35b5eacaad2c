// The page "Embed": what the form asks for is in the frame below it and in the
// snippets. Without this script the form still fills the frame.
(() => {
  const form = document.getElementById("ask"), live = document.getElementsByName("live")[0];
  const codes = [...document.querySelectorAll("code[data-as]")].map(c => ({ c, as: c.dataset.as, text: c.textContent }));
  const safe = s => s.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
  const asks = () => [...form.elements].filter(i => i.name && i.value && i.checkValidity() && !(i.name == "n" && i.value == "5")).map(i => [i.name, i.value]);
  const written = {
    quote: (text, q) => text.replace('class="dateline"', s => s + q.map(([k, v]) => ` data-${k}="${safe(v)}"`).join("")),
    element: (text, q) => text.replace(/(<dateline-timeline src="[^"]*")[^>]*/, (_, s) => s + q.map(([k, v]) => ` ${k}="${safe(v)}"`).join("")),
    frame: (text, q) => text.replace(/ src="[^"]*/, s => s + (q.length ? "?" + safe(new URLSearchParams(q).toString()) : "")),
  };
  let late;
  const update = () => {
    const q = asks();
    for (const { c, as, text } of codes) c.textContent = written[as](text, q);
    clearTimeout(late);
    late = setTimeout(() => { live.src = form.action + (q.length ? "?" + new URLSearchParams(q) : "") }, 300);
  };
  form.querySelector("button").parentNode.hidden = true;
  form.addEventListener("input", update);
  form.addEventListener("submit", e => { e.preventDefault(); update() });
  if (asks().length) update(); // what a browser kept of an earlier visit
})();
