// The dialog of one event: each field, and beside it what the text says and
// which rule read it.
const dialog = make("dialog", { id: "dateline-dialog", lang: "en", dir: "ltr", "aria-labelledby": "dl-title" });
document.body.append(dialog);

const open = (title, content) => {
  const close = make("button", { type: "button", "class": "dl-close" }, "Close");
  close.addEventListener("click", () => dialog.close());
  dialog.replaceChildren(make("header", {}, make("h2", { id: "dl-title" }, title), close), ...content.filter(Boolean));
  dialog.showModal();
};

const bases = {
  own: "said of the event itself", sentence: "stands in the same sentence", connective: "counted from another event of the text",
  carried: "carried on from the sentences before", occasion: "that of the occasion", tense: "from the tense and the day of publication",
  document: "from the day of publication", explicit: "written down by the author", none: "the text gives none",
};

const cuesOf = (t) => t.cues.length ? "by " + t.cues.map((c) => `“${c}”`).join(", ") : "";

// read is what the tellings say of one field: each value once, and below it how
// it was read, by which rule, in which tellings.
const read = (tellings, value, how) => {
  const values = new Map();
  tellings.forEach((t, i) => {
    const ways = values.get(value(t)) || new Map();
    values.set(value(t), ways);
    const way = [t.basis === "explicit" ? bases.explicit : how(t), t.trigger && `trigger “${t.trigger}”`, t.rule && t.basis !== "explicit" && "rule " + t.rule].filter(Boolean).join(" · ");
    ways.set(way, [...(ways.get(way) || []), i + 1]);
  });
  return [...values].map(([text, ways]) => make("li", {}, make("b", {}, text || "nothing"),
    ...[...ways].map(([way, numbers]) => make("small", {}, " " + way + (tellings.length > 1 ? ` · telling ${numbers.join(", ")}` : "")))));
};

const field = (label, control, readings) => {
  control.id = "dl-f-" + control.name;
  const said = readings.length ? make("ul", { id: control.id + "-said", "aria-label": "The text says" }, ...readings) : "";
  if (said) control.setAttribute("aria-describedby", said.id);
  return make("div", { "class": "dl-field" }, make("div", {}, make("label", { htmlFor: control.id }, label), control),
    said ? make("div", { "class": "dl-said" }, make("span", { "aria-hidden": "true" }, "The text says"), said) : "");
};
const choice = (name, values, value) => make("select", { name },
  ...(values.includes(value) ? values : [value, ...values]).map((v) => make("option", { value: v, selected: v === value }, v.replaceAll("_", " "))));

const telling = (card, t, i) => {
  const button = make("button", { type: "button", "data-dl-split": i, disabled: !t.split, "aria-label": `Split telling ${i + 1} off` }, "Split off");
  button.addEventListener("click", () => decide([{ event: card.id, verb: "split", values: [t.split] }],
    { say: `Telling ${i + 1} of ${quoted(card.headline)} is an event of its own now`, ids: [card.id], what: "edit" }).catch(wrong));
  return make("li", {},
    make("blockquote", {}, t.before, make("mark", {}, t.trigger), t.after),
    make("p", {}, [t.source, t.published].filter(Boolean).join(", ")),
    make("p", {}, make("small", {}, [`date ${t.date || "none"} (${bases[t.basis] || t.basis})`, t.type.replaceAll("_", " "), `${t.status} ${cuesOf(t)}`.trim(), t.rule && "rule " + t.rule].filter(Boolean).join(" · "))),
    card.tellings.length > 1 ? button : "",
    card.tellings.length > 1 && !t.split ? make("small", {}, " every telling has this sentence") : "");
};

const wrong = (problem) => { one(".dl-problem", dialog).textContent = problem.message; };

const openCard = async (id, first) => {
  const card = await ask("event?id=" + encodeURIComponent(id));
  const ts = card.tellings, today = new Date(Date.now() - new Date().getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const form = make("form", {},
    field("Headline", make("input", { name: "headline", value: card.headline }), read(ts, (t) => t.headline, () => "made from its clause")),
    field("Date", make("input", { name: "date", value: card.date, placeholder: "2025-09-03, 2025-09, 2025-W36, 2025, a/b", autocomplete: "off" }), read(ts, (t) => t.date, (t) => bases[t.basis] || t.basis)),
    field("Type", choice("type", card.types, card.type), read(ts, (t) => t.type, () => "")),
    field("Status", choice("status", card.statuses, card.status), read(ts, (t) => t.status, cuesOf)),
    field("Note, shown with the event", make("textarea", { name: "note", rows: 2, value: card.note }), []),
    field("Correction, shown with its date", make("textarea", { name: "correct", rows: 2 }), []),
    field("Date of the correction", make("input", { name: "on", type: "date", value: today }), []),
    make("p", { "class": "dl-problem", role: "alert" }),
    make("p", { "class": "dl-actions" }, make("button", { type: "submit", "class": "dl-main" }, "Save")));
  form.addEventListener("submit", (e) => {
    e.preventDefault();
    const decisions = [];
    for (const verb of ["headline", "date", "type", "status", "note", "correct"]) {
      const value = form.elements[verb].value.trim();
      if (value !== (card[verb] || "")) decisions.push({ event: id, verb, values: [value], on: verb === "correct" ? form.elements.on.value : "" });
    }
    if (!decisions.length) { dialog.close(); return; }
    decide(decisions, { say: `Changed: ${decisions.map((d) => d.verb).join(", ")} of ${quoted(card.headline)}`, ids: [id], what: "edit" }).catch(wrong);
  });
  open("Edit: " + card.headline, [form, make("h3", { id: "dl-tellings" }, "Tellings"),
    make("ol", { "class": "dl-tellings", "aria-labelledby": "dl-tellings" }, ...ts.map((t, i) => telling(card, t, i)))]);
  const start = first === "split" ? one("[data-dl-split]:not(:disabled)", dialog) : form.elements.headline;
  if (start) start.focus();
};
