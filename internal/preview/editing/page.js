// What the other parts share: words, making elements, finding cards.
if (window.top !== window) return;
const me = document.currentScript;
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// The words are those of the site's language, as its theme has them; what the
// texts of the site's own files say, and what is wrong with them, is English.
const fill = (text, places) => text.replace(/\{(\w+)\}/g, (place, name) => name in places ? places[name] : place);
const t = (key, places = {}) => fill(words["editing." + key] || key, places);
const called = (kind, name) => words[kind + "." + name] || name.replaceAll("_", " ");
const tongue = { lang: words.language, dir: document.documentElement.dir || "ltr" };
const english = { lang: "en", dir: "ltr" };

const make = (tag, fields = {}, ...children) => {
  const e = document.createElement(tag);
  for (const [name, value] of Object.entries(fields)) {
    if (name in e) e[name] = value;
    else e.setAttribute(name, value);
  }
  e.append(...children);
  return e;
};

// The id of the event that a card shows: a list's card links to the event from
// its heading, an event's own page is named by it.
const idOf = (card) => {
  const link = one("h2 a[href], h3 a[href], h4 a[href]", card);
  const to = link && new URL(link.href);
  if (to && to.origin === location.origin && to.pathname.startsWith(me.dataset.base)) {
    const page = /\/events\/([^/]+)\/(index\.html)?$/.exec(to.pathname);
    if (page) return decodeURIComponent(page[1]);
    if (card.id && to.hash === "#" + card.id) return card.id;
  }
  return card.id && location.pathname.startsWith(me.dataset.base + "events/" + card.id + "/") ? card.id : "";
};

const cards = () => all("[data-dl-id]");
const cardOf = (id) => cards().find((c) => c.dataset.dlId === id);
const nameOf = (card) => one("h1, h2, h3, h4", card).textContent.trim();
const quoted = (text) => t("quoted", { text: text.length > 70 ? text.slice(0, 68) + "…" : text });
