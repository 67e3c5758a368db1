// Draws one user's lane: where it was, what was done to it, what its app was told. The same for the page and for files.
import { itemsOf } from "./lanes.mjs";
import { actionSign, actionText, callbackText, exactly, seconds } from "./text.mjs";

const LETTER = 7.3;
const ROW = 17;
const BAR = 18;
const GAP = 10;
const WIDE = 560;

/**
 * @param {{draft: object, uid: number, platform: string, spans: object[], told: object[], quiet: object[], now: number, scale: import("./scale.mjs").Scale, selected?: string, still?: boolean}} lane `still`: nothing in it is to be moved
 * @returns {{height: number, nodes: import("./nodes.mjs").Node[]}} `told` has a number each, as in the list; `quiet` is what an app is not told
 */
export function drawLane(lane) {
  const labels = placed(lane);
  const top = labels.rows * ROW + GAP;
  const middle = top + BAR / 2;
  return {
    height: top + BAR + GAP + 12,
    nodes: [
      ...lane.scale.ticks().map((at) => line("grid", lane.scale.x(at), 0, top + BAR + GAP)),
      ...lane.spans.map((span) => bar(span, lane.scale, top)),
      ...itemsOf(lane.draft, lane.uid).flatMap((item) => held(item, lane, middle)),
      ...lane.quiet.map((it) => quiet(it, lane, top)),
      ...labels.told.flatMap((label) => [...waited(label, lane.scale, top), told(label, top)]),
      line("now", lane.scale.x(lane.now), 0, top + BAR + GAP),
    ],
  };
}

/** What of the list belongs into one user's lane. */
export function entriesOf(entries, uid) {
  const own = entries.filter((entry) => entry.uid === uid && !entry.server);
  return { told: own.filter(({ name }) => name !== undefined), quiet: own.filter(({ name }) => name === undefined) };
}

// Each label goes into the lowest row in which it has room. The last is placed first, so that no leader crosses a label.
function placed({ told, scale, now, selected }) {
  const wide = scale.width >= WIDE;
  const begins = [];
  const labels = [...told].reverse().map((it) => {
    const text = wide ? callbackText(it) : String(it.number);
    const x = scale.x(it.at);
    const width = text.length * LETTER + 12;
    const left = Math.max(0, Math.min(x - 6, scale.width - width));
    const fits = begins.findIndex((begin) => left + width <= begin);
    const row = fits < 0 ? begins.length : fits;
    begins[row] = left;
    return { it, text, x, left, row, ahead: it.at > now, chosen: selected === it.key };
  });
  return { rows: Math.max(1, begins.length), told: labels.reverse() };
}

function told({ it, text, x, left, row, ahead, chosen }, top) {
  const baseline = top - GAP - row * ROW;
  const kind = `told ${it.kind}${ahead ? " ahead" : ""}${chosen ? " chosen" : ""}${it.first ? " first" : ""}`;
  return [
    "g",
    { class: kind, "data-entry": it.key },
    ["title", {}, `${seconds(it.at)}: ${callbackText(it)}`],
    ["path", { class: "leader", d: `M${x} ${baseline + 3}V${top}` }],
    ["circle", { class: "dot", cx: x, cy: top, r: 4 }],
    ["text", { x: left + 6, y: baseline, class: "name" }, text],
  ];
}

// An app that is told nothing, though something happened.
function quiet({ at, key, why }, { scale, now, selected }, top) {
  const kind = `quiet${at > now ? " ahead" : ""}${selected === key ? " chosen" : ""}`;
  return ["g", { class: kind, "data-entry": key }, ["title", {}, `${seconds(at)}: told nothing. ${why}`], ["circle", { cx: scale.x(at), cy: top, r: 4 }]];
}

// How long it took, from the last packet to the callback.
function waited({ it, x, chosen }, scale, top) {
  if (!chosen || it.since === undefined || it.since >= it.at) return [];
  const from = scale.x(it.since);
  const y = top + BAR + 7;
  return [["path", { class: "waited", d: `M${from} ${y - 4}v8m0-4H${x}m0-4v8` }], ["text", { class: "waited", x: (from + x) / 2, y: y + 13 }, seconds(it.at - it.since)]];
}

function bar({ from, to, state }, scale, top) {
  const x = scale.x(from);
  const width = Math.max(1, scale.x(to) - x);
  if (state === "out") return ["path", { class: "span out", d: `M${x} ${top + BAR / 2}H${x + width}` }];
  return ["rect", { class: `span ${state}`, x, y: top, width, height: BAR, rx: 3 }];
}

function held(item, lane, middle) {
  if (item.kind === "step") return [handle(item.step, actionSign(item.step.do), item.key, lane, middle)];
  const { start, end, to } = item;
  const [left, right] = [lane.scale.x(start.at), lane.scale.x(to)];
  const chosen = lane.selected === item.key ? " chosen" : "";
  const grips = [
    ["rect", { class: `grip${chosen}`, "data-item": item.key, x: left, y: middle - BAR / 2, width: Math.max(2, right - left), height: BAR }],
    handle(start, actionSign("drop"), item.key, lane, middle, "start"),
  ];
  if (end !== undefined) grips.push(handle(end, actionSign("restore"), item.key, lane, middle, "end"));
  else if (item.open) grips.push(handle({ ...start, at: lane.draft.until, do: "restore" }, "…", item.key, lane, middle, "end"));
  return grips;
}

// A thing to drag, or to move with the arrow keys.
function handle(step, sign, key, lane, middle, part = "whole") {
  const x = lane.scale.x(step.at);
  const look = `handle ${step.do}${lane.selected === key ? " chosen" : ""}`;
  const mark = [
    ["circle", { cx: x, cy: middle, r: 9 }],
    ["text", { x, y: middle + 4 }, sign],
  ];
  if (lane.still) return ["g", { class: look }, ...mark];
  const never = sign === "…";
  const name = never ? "network never back" : actionText(step.do);
  return [
    "g",
    {
      class: look,
      role: "slider",
      tabindex: 0,
      "aria-label": `User ${lane.uid}: ${name}`,
      "aria-orientation": "horizontal",
      "aria-valuemin": 0,
      "aria-valuemax": lane.draft.until,
      "aria-valuenow": step.at,
      "aria-valuetext": never ? "after the end" : exactly(step.at),
      "data-key": `${key}-${part}`,
      "data-item": key,
      "data-part": part,
    },
    ["rect", { class: "reach", x: x - 14, y: middle - 20, width: 28, height: 40 }],
    ...mark,
  ];
}

function line(kind, x, top, bottom) {
  return ["path", { class: kind, d: `M${x} ${top}V${bottom}` }];
}
