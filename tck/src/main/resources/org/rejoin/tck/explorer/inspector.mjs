// The form for what is selected in a lane: exact times, and the details that a drag can't say.
import { fill } from "./nodes.mjs";
import { itemsOf } from "./lanes.mjs";
import { drop, moveTo } from "./edits.mjs";
import { change } from "./scenario.mjs";
import { actionText } from "./text.mjs";

const DIRECTIONS = { both: "both ways", uplink: "only what it sends", downlink: "only what it hears" };
const KILLS = { "": "not said", process: "process killed", "page-closed": "page closed" };

/** @param {import("./store.mjs").Shown} shown @returns {{uid: number, item: object} | undefined} what is selected in a lane */
export function selectedItem({ draft, selected }) {
  for (const { uid } of draft.participants) {
    const item = itemsOf(draft, uid).find((it) => it.key === selected);
    if (item !== undefined) return { uid, item };
  }
  return undefined;
}

/** @param {HTMLFormElement} form @param {import("./store.mjs").Store} store */
export function showInspector(form, { shown }) {
  const found = selectedItem(shown);
  form.hidden = found === undefined;
  if (found === undefined) return;
  const { uid, item } = found;
  const step = item.step ?? item.start;
  const name = item.kind === "outage" ? "outage" : actionText(step.do);
  fill(form, [
    ["strong", {}, `User ${uid}: ${name}`],
    ...(item.kind === "outage" ? outage(item, shown.draft) : single(step, shown.draft, uid)),
    ["button", { type: "button", id: "delete", "data-key": "delete" }, "Remove"],
  ]);
}

function outage({ start, end }, { servers = [] }) {
  const fields = [
    time("start", "from", start.at),
    time("end", "to", end?.at, "never back"),
    choice("direction", "cut", DIRECTIONS, start.direction ?? "both"),
  ];
  return servers.length > 0 && end !== undefined ? [...fields, choice("server", "accepts", same(servers), end.server)] : fields;
}

function single(step, { participants }, uid) {
  const fields = [time("whole", "at", step.at)];
  if (["join", "restart"].includes(step.do)) {
    fields.push(["label", {}, "channel", ["input", { name: "channel", "data-key": "channel", value: step.channel ?? "main", required: true, maxlength: 40 }]]);
  }
  if (step.do === "kill") {
    const web = participants.find((user) => user.uid === uid).platform === "web";
    const { "page-closed": closed, ...others } = KILLS;
    fields.push(choice("how", "how", web ? KILLS : others, step.context?.how ?? ""));
  }
  return fields;
}

function time(part, label, at, empty) {
  const value = at === undefined ? "" : String(at / 1000);
  return ["label", {}, `${label}, s`, ["input", { type: "number", name: part, "data-key": `time-${part}`, min: 0, step: "any", value, placeholder: empty, required: empty === undefined }]];
}

function choice(name, label, choices, chosen) {
  const options = Object.entries(choices).map(([value, text]) => ["option", { value, selected: value === chosen }, text]);
  return ["label", {}, label, ["select", { name, "data-key": name }, ...options]];
}

function same(words) {
  return Object.fromEntries(words.map((word) => [word, word]));
}

/** @param {HTMLFormElement} form @param {import("./store.mjs").Store} store */
export function listenToInspector(form, store) {
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", ({ target }) => {
    const found = selectedItem(store.shown);
    if (found !== undefined && target.reportValidity()) store.edit(changed(store.shown.draft, found, target));
  });
  form.addEventListener("click", ({ target }) => {
    const found = selectedItem(store.shown);
    if (target.id === "delete" && found !== undefined) store.edit(drop(store.shown.draft, { uid: found.uid, key: found.item.key }));
  });
}

function changed(draft, { uid, item }, { name, value }) {
  const { id } = item.step ?? item.start;
  switch (name) {
    case "direction":
      return change(draft, { id, direction: value });
    case "server":
      return change(draft, { id: item.end.id, server: value });
    case "channel":
      return change(draft, { id, channel: value === "main" ? undefined : value });
    case "how":
      return change(draft, { id, context: value === "" ? undefined : { how: value, voip: false, foreground: true } });
    default:
      return moveTo(draft, { uid, key: item.key, part: name }, value === "" ? draft.until : Math.round(Number(value) * 1000));
  }
}
