// What taking hold of something in a lane does to the scenario.
import { add, change, remove } from "./scenario.mjs";
import { itemsOf } from "./lanes.mjs";

/** @typedef {import("./scenario.mjs").Draft} Draft */

/**
 * Moves what is held.
 *
 * @param {Draft} draft
 * @param {{uid: number, key: string, part: "whole" | "start" | "end"}} held an item of a lane, and which part of it
 * @param {number} at where its part goes; of a whole outage, its drop
 * @returns {Draft}
 */
export function moveTo(draft, { uid, key, part }, at) {
  const item = itemsOf(draft, uid).find((it) => it.key === key);
  if (item === undefined) return draft;
  const to = Math.max(0, Math.min(draft.until, at));
  if (item.kind === "step") return change(draft, { id: item.step.id, at: to });
  const { start, end } = item;
  switch (part) {
    case "start":
      return change(draft, { id: start.id, at: Math.min(to, item.to) });
    case "end":
      return moveEnd(draft, item, Math.max(to, start.at));
    default:
      return end === undefined ? change(draft, { id: start.id, at: to }) : shift(draft, item, to);
  }
}

/** @returns {number} where the held part is */
export function placeOf(draft, { uid, key, part }) {
  const item = itemsOf(draft, uid).find((it) => it.key === key);
  if (item === undefined) return 0;
  if (item.kind === "step") return item.step.at;
  return part === "end" ? item.to : item.start.at;
}

/** @returns {Draft} without what is held */
export function drop(draft, { uid, key }) {
  const item = itemsOf(draft, uid).find((it) => it.key === key);
  if (item === undefined) return draft;
  const steps = item.kind === "step" ? [item.step] : [item.start, item.end];
  return remove(draft, ...steps.filter((step) => step !== undefined).map((step) => step.id));
}

/** @returns {Draft} with an outage more */
export function addOutage(draft, uid, from, to) {
  const begun = add(draft, { at: Math.min(from, to), do: "drop", uid });
  return Math.max(from, to) < draft.until ? add(begun, back(draft, uid, Math.max(from, to))) : begun;
}

/** @returns {Draft} with something more that is done to a user */
export function act(draft, uid, action, at) {
  return add(draft, action === "restore" ? back(draft, uid, at) : { at, do: action, uid });
}

// A return is dragged out of the picture, and comes back into it.
function moveEnd(draft, { start, end, open }, at) {
  if (end !== undefined) return at < draft.until ? change(draft, { id: end.id, at }) : remove(draft, end.id);
  return open && at < draft.until ? add(draft, back(draft, start.uid, at)) : draft;
}

function shift(draft, { start, end }, at) {
  const from = Math.min(at, draft.until - (end.at - start.at));
  return change(draft, { id: start.id, at: from }, { id: end.id, at: from + end.at - start.at });
}

// In a scenario that names its servers, another one than the first accepts.
function back({ servers = [] }, uid, at) {
  return servers.length > 0 ? { at, do: "restore", uid, server: servers.at(-1) } : { at, do: "restore", uid };
}
