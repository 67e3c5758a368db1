// The list of what was told, and of what was not.
import { fill } from "./nodes.mjs";
import { callbackText, exactly, platformName } from "./text.mjs";

/** @param {HTMLElement} list @param {import("./store.mjs").Store} store */
export function showList(list, store) {
  const { entries, draft } = store.shown;
  const platforms = new Map(draft.participants.map(({ uid, platform }) => [uid, platform]));
  fill(list, entries.map((entry) => row(entry, platforms)));
  markSelected(list, store.shown.selected);
  showUpTo(list, store);
}

/** Shows what has happened by now. Returns it in words, if it is more than before. */
export function showUpTo(list, { shown: { entries, now } }) {
  let news = "";
  [...list.children].forEach((item, i) => {
    const hide = entries[i].at > now;
    if (item.hidden && !hide) news = spoken(entries[i]);
    item.hidden = hide;
  });
  return news;
}

export function markSelected(list, selected) {
  for (const button of list.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", button.dataset.key === selected);
  }
}

function row(entry, platforms) {
  const quiet = entry.name === undefined;
  return [
    "li",
    { class: entry.server ? "server" : quiet ? "quiet" : entry.first ? "first" : "told" },
    [
      "button",
      { type: "button", "data-key": entry.key, class: "entry" },
      ["span", { class: "at" }, exactly(entry.at)],
      ["span", { class: "who" }, who(entry, platforms)],
      ["span", { class: "what" }, ...what(entry)],
      ["span", { class: "why" }, entry.why],
      ["span", { class: "ids" }, entry.rules.join(" ")],
    ],
  ];
}

function who({ uid }, platforms) {
  if (uid === undefined) return "server";
  return `${uid} ${platformName(platforms.get(uid))}`;
}

function what(entry) {
  if (entry.server) return [["i", {}, entry.text]];
  if (entry.name === undefined) return [["i", {}, "is told nothing"]];
  const number = ["span", { class: "number", "aria-hidden": "true" }, String(entry.number)];
  const reason = entry.reason === undefined ? [] : [["small", {}, ` ${entry.reason}`]];
  return [number, ["code", {}, callbackText(entry)], ...reason];
}

function spoken(entry) {
  return entry.name === undefined ? "" : `${exactly(entry.at)}, user ${entry.uid}: ${callbackText(entry)}`;
}
