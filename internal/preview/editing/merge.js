// Making one event a part of another: its card is picked up and put down on the
// other's, by dragging the button, or by pressing it here and then there. What
// is picked up stays so from page to page.
const carried = "dateline-edit-picked";
let picked = JSON.parse(sessionStorage.getItem(carried) || "null");

const mergeInto = (from, into) => {
  pick(null);
  decide([{ event: into.id, verb: "merge", values: [from.id] }],
    { say: t("merged", { event: quoted(from.name), other: quoted(into.name) }), ids: [into.id], what: "merge" }).catch(complain);
};

const pick = (what) => {
  picked = what;
  if (what) sessionStorage.setItem(carried, JSON.stringify(what));
  else sessionStorage.removeItem(carried);
  showPicked();
};

const showPicked = () => {
  for (const card of cards()) {
    const button = one('[data-dl="merge"]', card), own = picked && picked.id === card.dataset.dlId;
    button.textContent = t(!picked ? "merge" : own ? "put-back" : "merge-here");
    button.setAttribute("aria-label", !picked ? t("merge-pick", { event: nameOf(card) }) : own ? t("put-back-of", { event: nameOf(card) }) : t("merge-into", { event: picked.name, other: nameOf(card) }));
    card.classList.toggle("dl-picked", !!own);
  }
  document.body.classList.toggle("dl-carrying", !!picked);
  putBack.hidden = !picked;
};

const drop = () => {
  const card = cardOf(picked.id);
  say(t("put-back-done", { event: quoted(picked.name) }));
  pick(null);
  (card ? one('[data-dl="merge"]', card) : undoButton).focus();
};
putBack.addEventListener("click", drop);
addEventListener("keydown", (e) => {
  if (e.key === "Escape" && picked && !drag && !one("dialog[open]")) drop();
});

const pressMerge = (card) => {
  const here = { id: card.dataset.dlId, name: nameOf(card) };
  if (!picked) {
    pick(here);
    say(t("picked", { event: quoted(here.name) }));
  } else if (picked.id === here.id) drop();
  else mergeInto(picked, here);
};

// Dragging. A press that does not move is a click.
let drag = null, dragged = false;
const ghost = make("div", { "class": "dl-ghost", ...tongue, hidden: true });
document.body.append(ghost);

const startDrag = (e) => {
  const button = e.target.closest('[data-dl="merge"]');
  dragged = false;
  if (!button || e.button !== 0 || picked || busy) return;
  drag = { card: button.closest("[data-dl-id]"), button, x: e.clientX, y: e.clientY, pointer: e.pointerId, on: null, moving: false };
};
const moveDrag = (e) => {
  if (!drag || e.pointerId !== drag.pointer) return;
  if (!drag.moving && Math.hypot(e.clientX - drag.x, e.clientY - drag.y) < 8) return;
  if (!drag.moving) {
    drag.moving = dragged = true;
    drag.button.setPointerCapture(drag.pointer);
    drag.card.classList.add("dl-picked");
    document.body.classList.add("dl-dragging");
    ghost.textContent = nameOf(drag.card);
    ghost.hidden = false;
    requestAnimationFrame(scrollAlong);
  }
  drag.x = e.clientX;
  drag.y = e.clientY;
  aim();
};
// aim marks the card under the pointer; the page may move below it too.
const aim = () => {
  ghost.style.transform = `translate(${drag.x + 12}px, ${drag.y + 12}px)`;
  const under = document.elementFromPoint(drag.x, drag.y), on = under && under.closest("[data-dl-id]");
  if (drag.on) drag.on.classList.remove("dl-target");
  drag.on = on === drag.card ? null : on;
  if (drag.on) drag.on.classList.add("dl-target");
};
const scrollAlong = () => {
  if (!drag) return;
  const edge = 70, by = drag.y < edge ? drag.y - edge : Math.max(0, drag.y - (innerHeight - edge));
  if (by) {
    scrollBy({ top: by / 4, behavior: "instant" });
    aim();
  }
  requestAnimationFrame(scrollAlong);
};
const endDrag = (done) => {
  if (!drag) return;
  const { card, on, moving } = drag;
  drag = null;
  if (!moving) return;
  ghost.hidden = true;
  document.body.classList.remove("dl-dragging");
  card.classList.remove("dl-picked");
  if (on) on.classList.remove("dl-target");
  if (done && on) mergeInto({ id: card.dataset.dlId, name: nameOf(card) }, { id: on.dataset.dlId, name: nameOf(on) });
  else say(t("stays", { event: quoted(nameOf(card)) }));
};
addEventListener("pointerdown", startDrag);
addEventListener("pointermove", moveDrag);
addEventListener("pointerup", (e) => drag && e.pointerId === drag.pointer && endDrag(true));
addEventListener("pointercancel", () => endDrag(false));
addEventListener("keydown", (e) => { if (e.key === "Escape") endDrag(false); });
