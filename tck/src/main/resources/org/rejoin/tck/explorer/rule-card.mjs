// Rules in full: the sentence and the text's own lines.
import { fill } from "./nodes.mjs";

/** @param {HTMLElement} place @param {{rules: object[], lines: object}} book @param {string[]} ids which rules */
export function showRules(place, book, ids) {
  fill(
    place,
    ids.map((id) => card(book.all.find((rule) => rule.id === id), book.lines)),
  );
}

function card(rule, lines) {
  return [
    "article",
    { class: "rule" },
    ["h3", {}, rule.id, " ", ["small", {}, rule.level]],
    ["p", {}, ...withCode(rule.sentence)],
    ...rule.lines.map((name) => quoted(lines[name])),
  ];
}

function quoted({ chinese, english }) {
  return ["blockquote", {}, ["p", { lang: "zh" }, ...withCode(chinese)], ["p", {}, ...withCode(english)]];
}

/** Names between backticks are code. */
export function withCode(sentence) {
  return sentence.split("`").map((part, i) => (i % 2 === 0 ? part : ["code", {}, part]));
}
