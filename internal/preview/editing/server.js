// Asking the preview to write a decision, and going on after the page has been
// reloaded with it.
const kept = "dateline-edit-after";
let busy = false, leaving = false;
addEventListener("beforeunload", () => { leaving = true; });

const ask = async (what, body) => {
  const answer = await fetch(me.dataset.edit + what, {
    method: body ? "POST" : "GET",
    headers: { "Dateline-Edit": me.dataset.token, "Content-Type": "application/json" },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  if (answer.ok) return JSON.parse(text);
  let problem = text.trim() || answer.statusText;
  try { problem = JSON.parse(text).problem; } catch { /* it is plain text */ }
  throw new Error(problem);
};

// change has something written. then says what to say and where to go when the
// page is there again: {say, ids, what}, the card of the first id that is still
// shown, and its button.
const change = async (what, body, then) => {
  if (busy) return;
  busy = true;
  sessionStorage.setItem(kept, JSON.stringify(then));
  try {
    await ask(what, body);
  } catch (problem) {
    if (leaving) return; // the page is being reloaded already: it was written
    busy = false;
    sessionStorage.removeItem(kept);
    throw problem;
  }
  for (const d of all("dialog[open]")) d.close();
  // Where nothing that is shown has changed, nobody tells the page to reload.
  setTimeout(() => {
    if (leaving) return;
    sessionStorage.setItem("dateline-scroll " + location.pathname, String(scrollY));
    location.reload();
  }, 600);
};

const decide = (decisions, then) => change("decide", decisions, then);

// goOn says what was done and puts the focus back.
const goOn = () => {
  const then = JSON.parse(sessionStorage.getItem(kept) || "null");
  sessionStorage.removeItem(kept);
  if (!then) return;
  say(then.say);
  const card = (then.ids || []).map(cardOf).find(Boolean);
  for (let d = card && card.closest("details:not([open])"); d; d = d.closest("details:not([open])")) d.open = true;
  const button = card && one(`[data-dl="${then.what}"]`, card) || one("#dl-undo");
  button.focus({ preventScroll: true });
  if (!card) return;
  const { top, bottom } = card.getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) card.scrollIntoView({ block: "center", behavior: "instant" });
};
