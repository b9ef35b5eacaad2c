// The dialog of one event: each field, and beside it what the text says and
// which rule read it.
const dialog = make("dialog", { id: "dateline-dialog", ...tongue, "aria-labelledby": "dl-title" });
document.body.append(dialog);

const open = (title, content) => {
  const close = make("button", { type: "button", "class": "dl-close" }, t("close"));
  close.addEventListener("click", () => dialog.close());
  dialog.replaceChildren(make("header", {}, make("h2", { id: "dl-title" }, title), close), ...content.filter(Boolean));
  dialog.showModal();
};

const bases = (name) => t(name === "none" || !name ? "undated" : name);

const cuesOf = (told) => told.cues.length ? t("by", { words: told.cues.map((c) => t("quoted", { text: c })).join(", ") }) : "";

// read is what the tellings say of one field: each value once, and below it how
// it was read, by which rule, in which tellings.
const read = (tellings, value, how) => {
  const values = new Map();
  tellings.forEach((told, i) => {
    const ways = values.get(value(told)) || new Map();
    values.set(value(told), ways);
    const way = [told.basis === "explicit" ? bases("explicit") : how(told), told.trigger && t("trigger", { word: told.trigger }), told.rule && told.basis !== "explicit" && t("rule", { name: told.rule })].filter(Boolean).join(" · ");
    ways.set(way, [...(ways.get(way) || []), i + 1]);
  });
  return [...values].map(([text, ways]) => make("li", {}, make("b", {}, text || t("says-nothing")),
    ...[...ways].map(([way, numbers]) => make("small", {}, " " + way + (tellings.length > 1 ? " · " + t("telling", { n: numbers.join(", ") }) : "")))));
};

const field = (label, control, readings) => {
  control.id = "dl-f-" + control.name;
  const said = readings.length ? make("ul", { id: control.id + "-said", "aria-label": t("says") }, ...readings) : "";
  if (said) control.setAttribute("aria-describedby", said.id);
  return make("div", { "class": "dl-field" }, make("div", {}, make("label", { htmlFor: control.id }, label), control),
    said ? make("div", { "class": "dl-said" }, make("span", { "aria-hidden": "true" }, t("says")), said) : "");
};
// Of types and statuses the theme has the words.
const choice = (name, values, value) => make("select", { name },
  ...(values.includes(value) ? values : [value, ...values]).map((v) => make("option", { value: v, selected: v === value }, called(name, v))));

// A date in figures keeps its order where lines run from right to left.
const apart = (text) => "\u2066" + text + "\u2069";

const telling = (card, told, i) => {
  const button = make("button", { type: "button", "data-dl-split": i, disabled: !told.split, "aria-label": t("split-label", { n: i + 1 }) }, t("split-off"));
  button.addEventListener("click", () => decide([{ event: card.id, verb: "split", values: [told.split] }],
    { say: t("split-done", { n: i + 1, event: quoted(card.headline) }), ids: [card.id], what: "edit" }).catch(wrong));
  return make("li", {},
    make("blockquote", { dir: "auto" }, told.before, make("mark", {}, told.trigger), told.after),
    make("p", {}, [told.source, told.published && apart(told.published)].filter(Boolean).join(", ")),
    make("p", {}, make("small", {}, [t("date-read", { date: told.date ? apart(told.date) : "–", how: bases(told.basis) }), called("type", told.type), `${called("status", told.status)} ${cuesOf(told)}`.trim(), told.rule && t("rule", { name: told.rule })].filter(Boolean).join(" · "))),
    card.tellings.length > 1 ? button : "",
    card.tellings.length > 1 && !told.split ? make("small", {}, " " + t("same")) : "");
};

const wrong = (problem) => { Object.assign(one(".dl-problem", dialog), english, { textContent: problem.message }); };

const openCard = async (id, first) => {
  const card = await ask("event?id=" + encodeURIComponent(id));
  const ts = card.tellings, today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const form = make("form", {},
    field(t("headline"), make("input", { name: "headline", value: card.headline }), read(ts, (told) => told.headline, () => t("made-from"))),
    field(t("date"), make("input", { name: "date", dir: "ltr", value: card.date, placeholder: "2025-09-03, 2025-09, 2025-W36, 2025, a/b", autocomplete: "off" }), read(ts, (told) => told.date, (told) => bases(told.basis))),
    field(t("type"), choice("type", card.types, card.type), read(ts, (told) => called("type", told.type), () => "")),
    field(t("status"), choice("status", card.statuses, card.status), read(ts, (told) => called("status", told.status), cuesOf)),
    field(t("note"), make("textarea", { name: "note", rows: 2, value: card.note }), []),
    field(t("correct"), make("textarea", { name: "correct", rows: 2 }), []),
    field(t("on"), make("input", { name: "on", type: "date", value: today }), []),
    make("p", { "class": "dl-problem", role: "alert" }),
    make("p", { "class": "dl-actions" }, make("button", { type: "submit", "class": "dl-main" }, t("save"))));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const decisions = [];
    for (const verb of ["headline", "date", "type", "status", "note", "correct"]) {
      const value = form.elements[verb].value.trim();
      if (value !== (card[verb] || "")) decisions.push({ event: id, verb, values: [value], on: verb === "correct" ? form.elements.on.value : "" });
    }
    if (!decisions.length) { dialog.close(); return; }
    decide(decisions, { say: t("changed", { what: decisions.map((d) => t(d.verb)).join(", "), event: quoted(card.headline) }), ids: [id], what: "edit" }).catch(wrong);
  });
  open(t("title", { event: card.headline }), [form, make("h3", { id: "dl-tellings" }, t("tellings")),
    make("ol", { "class": "dl-tellings", "aria-labelledby": "dl-tellings" }, ...ts.map((told, i) => telling(card, told, i)))]);
  const start = first === "split" ? one("[data-dl-split]:not(:disabled)", dialog) : form.elements.headline;
  if (start) start.focus();
};
