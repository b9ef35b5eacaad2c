// The bar below the page: what was done, undo, the list of decisions.
const status = make("p", { role: "status", "class": "dl-status" });
const undoButton = make("button", { id: "dl-undo", type: "button", "aria-keyshortcuts": "Control+Z Meta+Z" }, "Undo");
const logButton = make("button", { id: "dl-log", type: "button", "aria-haspopup": "dialog" }, "Decisions");
const putBack = make("button", { id: "dl-back", type: "button", hidden: true }, "Put back");
const bar = make("section", { id: "dateline-edit", lang: "en", dir: "ltr", "aria-label": "Editing" },
  make("b", {}, "Editing"), putBack, undoButton, logButton, status); // what changes its width comes last
document.body.append(bar);

// A screen reader tells what changes in a region that was there before.
const say = (text, how = "") => {
  status.textContent = "";
  status.className = "dl-status " + how;
  setTimeout(() => { status.textContent = text; }, 60);
};
const complain = (problem) => say(problem.message, "dl-wrong");

let log = { entries: [], problems: [], pinned: [] }, reading;
const readLog = async () => {
  log = await ask("log");
  const last = log.entries.at(-1);
  undoButton.setAttribute("aria-disabled", String(!last)); // it keeps the focus that it may have
  undoButton.title = last ? "Take back: " + last.says + ", " + (last.name || last.event) : "Nothing to take back";
  logButton.textContent = `Decisions (${log.entries.length})`;
  if (log.problems.length) logButton.append(" ", make("span", { "class": "dl-count" }, log.problems.length === 1 ? "1 finds nothing" : `${log.problems.length} find nothing`));
  for (const id of log.pinned) {
    const pin = cardOf(id) && one('[data-dl="pin"]', cardOf(id));
    if (pin) pin.setAttribute("aria-pressed", "true");
  }
};

const takeBack = (taken) => change("undo", taken, {
  say: `Taken back: ${taken.says}, ${quoted(taken.name || taken.event)}`, ids: [taken.event], what: "edit",
}).catch(complain);
const undo = async () => {
  await reading;
  const last = log.entries.at(-1);
  if (last) takeBack({ ...last, number: -1 });
  else say("There is nothing to take back");
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
    const back = make("button", { type: "button", "aria-label": `Take back: ${entry.says}, ${entry.name || entry.event}` }, "Take back");
    back.addEventListener("click", () => takeBack({ ...entry, number }));
    return make("li", {}, make("span", {}, entry.name || entry.event), make("code", {}, entry.says), back);
  }).reverse();
  open("Decisions", [
    log.problems.length ? make("ul", { "class": "dl-wrong" }, ...log.problems.map((p) => make("li", {}, p))) : "",
    rows.length ? make("ol", { "class": "dl-log", reversed: true }, ...rows) : make("p", {}, "None has been made here. Tables written by hand stand in edits.toml."),
  ]);
});
