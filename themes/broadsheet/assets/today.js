// What depends on the reader's day and visits.
(() => {
  const $ = (s, r = document) => r.querySelector(s), $$ = (s, r = document) => [...r.querySelectorAll(s)];
  const list = $("#list");

  // What was planned for a day before the reader's today, and is told by nobody
  // as having happened.
  const now = new Date, today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map(n => String(n).padStart(2, "0")).join("-");
  for (const e of $$("[data-last]")) if (e.dataset.last && e.dataset.last < today)
    e.firstElementChild.append(Object.assign(document.createElement("span"), { className: "late", textContent: $("#main").dataset.overdue }));

  // What is new since the last visit, by the ids of the events seen then.
  if (!list) return;
  const ids = $$(".e h3 a", list).map(a => a.getAttribute("href").match(/[^/#]+(?=\/?$)/)[0]), key = "seen " + location.pathname;
  try {
    const seen = new Set((localStorage[key] || "").split(" ")), n = ids.filter(i => !seen.has(i)).length, out = $("#new");
    if (seen.size > 1 && n && out) { out.textContent = list.dataset.new.replace("{n}", n); out.hidden = false }
    localStorage[key] = ids.join(" ") + " ";
  } catch { }
})();
