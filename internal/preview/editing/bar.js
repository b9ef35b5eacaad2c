// The bar below the page: what was done, undo, the list of decisions.
const status = make("p", { role: "status", "class": "dl-status" });
const undoButton = make("button", { id: "dl-undo", type: "button", "aria-keyshortcuts": "Control+Z Meta+Z" }, t("undo"));
const logButton = make("button", { id: "dl-log", type: "button", "aria-haspopup": "dialog" });
const putBack = make("button", { id: "dl-back", type: "button", hidden: true }, t("put-back"));
const bar = make("section", { id: "dateline-edit", ...tongue, "aria-label": t("bar") },
  make("b", {}, t("bar")), putBack, undoButton, logButton, status); // what changes its width comes last
document.body.append(bar);

// A screen reader tells what changes in a region that was there before.
const say = (text, how = "", as = tongue) => {
  status.textContent = "";
  status.className = "dl-status " + how;
  Object.assign(status, as);
  setTimeout(() => { status.textContent = text; }, 60);
};
const complain = (problem) => say(problem.message, "dl-wrong", english);

let log = { entries: [], problems: [], pinned: [] }, reading;
const readLog = async () => {
  log = await ask("log");
  const last = log.entries.at(-1);
  undoButton.setAttribute("aria-disabled", String(!last)); // it keeps the focus that it may have
  undoButton.title = last ? t("take-back-of", { what: last.says, event: last.name || last.event }) : t("nothing-back");
  logButton.textContent = t("decisions", { n: log.entries.length });
  if (log.problems.length) logButton.append(" ", make("span", { "class": "dl-count" }, t("lost", { n: log.problems.length })));
  for (const id of log.pinned) {
    const pin = cardOf(id) && one('[data-dl="pin"]', cardOf(id));
    if (pin) pin.setAttribute("aria-pressed", "true");
  }
};

const takeBack = (taken) => change("undo", taken, {
  say: t("taken-back", { what: taken.says, event: quoted(taken.name || taken.event) }), ids: [taken.id || taken.event], what: "edit",
}).catch(complain);
const undo = async () => {
  await reading;
  const last = log.entries.at(-1);
  if (last) takeBack({ ...last, number: -1 });
  else say(t("nothing-back"));
};
undoButton.addEventListener("click", undo);
addEventListener("keydown", (e) => {
  if (e.key.toLowerCase() !== "z" || !(e.ctrlKey || e.metaKey) || e.shiftKey || e.altKey) return;
  if (one("dialog[open]") || e.target.closest("input, textarea, select, [contenteditable]")) return;
  e.preventDefault();
  undo();
});

logButton.addEventListener("click", async () => {
  await reading;
  const rows = log.entries.map((entry, number) => {
    const back = make("button", { type: "button", "aria-label": t("take-back-of", { what: entry.says, event: entry.name || entry.event }) }, t("take-back"));
    back.addEventListener("click", () => takeBack({ ...entry, number }));
    return make("li", {}, make("span", {}, entry.name || entry.event), make("code", english, entry.says), back);
  }).reverse();
  open(t("decisions", { n: rows.length }), [
    log.problems.length ? make("ul", { "class": "dl-wrong", ...english }, ...log.problems.map((p) => make("li", {}, p))) : "",
    rows.length ? make("ol", { "class": "dl-log", reversed: true }, ...rows) : make("p", {}, t("none-made")),
  ]);
});
