// The buttons on every card, also on those that the page adds later.
const neighbours = (card) => {
  const list = cards(), at = list.indexOf(card);
  return [list[at + 1], list[at - 1]].filter(Boolean).map((c) => c.dataset.dlId);
};

const acts = {
  hide: (card, id) => decide([{ event: id, verb: "hide" }], { say: t("hidden", { event: quoted(nameOf(card)) }), ids: neighbours(card), what: "hide" }).catch(complain),
  pin: (card, id, button) => {
    const pinned = button.getAttribute("aria-pressed") === "true";
    decide([{ event: id, verb: pinned ? "unpin" : "pin" }], { say: t(pinned ? "unpinned" : "pinned", { event: quoted(nameOf(card)) }), ids: [id], what: "pin" }).catch(complain);
  },
  edit: (card, id) => openCard(id).catch(complain),
  split: (card, id) => openCard(id, "split").catch(complain),
  merge: (card) => pressMerge(card),
};

const dress = () => {
  for (const card of all("main article:not([data-dl-id])")) {
    const id = idOf(card);
    if (!id) continue;
    card.dataset.dlId = id;
    const name = nameOf(card);
    const button = (what, label, fields = {}) => make("button", { type: "button", "data-dl": what, "aria-label": t("label", { what: t(label).replace("…", ""), event: name }), ...fields }, t(label));
    card.append(make("div", { "class": "dl-tools", role: "group", ...tongue, "aria-label": t("tools") },
      button("hide", "hide"), button("pin", "pin", { "aria-pressed": "false" }), button("edit", "edit", { "aria-haspopup": "dialog" }),
      all("blockquote", card).length > 1 ? button("split", "split", { "aria-haspopup": "dialog" }) : "",
      button("merge", "merge", { title: t("merge-hint") })));
  }
  showPicked();
};

addEventListener("click", (e) => {
  const button = e.target.closest && e.target.closest("[data-dl]");
  if (!button) return;
  if (dragged) { dragged = false; return; } // the end of a drag is no press
  const card = button.closest("[data-dl-id]");
  acts[button.dataset.dl](card, card.dataset.dlId, button);
});

dress();
const main = one("main");
if (main) new MutationObserver((changes) => {
  if (changes.some((c) => [...c.addedNodes].some((n) => n.nodeType === 1 && (n.matches("article") || one("article", n))))) dress();
}).observe(main, { childList: true, subtree: true });
reading = readLog().catch(complain);
if (document.readyState === "complete") goOn();
else addEventListener("load", goOn);
