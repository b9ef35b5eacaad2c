// Part of the preview, never published: reloads the page when the site has
// changed, and puts away the list of problems when asked to.
(() => {
  const me = document.currentScript;
  const key = "dateline-scroll " + location.pathname;
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    addEventListener("load", () => scrollTo({ top: Number(kept), behavior: "instant" }));
  }
  const stream = new EventSource(me.dataset.reload);
  const reload = () => {
    sessionStorage.setItem(key, String(scrollY));
    location.reload();
  };
  // What somebody is filling in is not taken from under their hands.
  stream.addEventListener("reload", () => {
    stream.close();
    const dialog = document.querySelector("dialog[open]");
    if (dialog) dialog.addEventListener("close", reload, { once: true });
    else reload();
  });
  const overlay = document.getElementById("dateline-problems");
  if (overlay) {
    const close = () => overlay.remove();
    const button = overlay.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", close);
    overlay.addEventListener("keydown", (e) => { if (e.key === "Escape") close(); });
    overlay.focus();
  }
})();
