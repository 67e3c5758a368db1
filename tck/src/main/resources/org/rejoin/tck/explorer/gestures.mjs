// Mouse, pen and finger on a lane: drag what is there, drag where nothing is to cut the user off, or touch to go there in time.
import { addOutage, moveTo, placeOf } from "./edits.mjs";

const FIRM = 4;

/** @typedef {{uid: number, key: string, part: string}} Held */

/**
 * @param {SVGElement} track the lane's picture
 * @param {number} uid whose it is
 * @param {import("./store.mjs").Store} store
 * @param {() => import("./scale.mjs").Scale} scale the one in use
 */
export function listenToPointer(track, uid, store, scale) {
  let drag;
  const at = (event) => scale().at(event.clientX - track.getBoundingClientRect().left);

  track.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const entry = event.target.closest("[data-entry]");
    if (entry !== null) {
      store.select(entry.dataset.entry);
      return;
    }
    track.setPointerCapture(event.pointerId);
    const held = event.target.closest("[data-item]");
    drag = { x: event.clientX, from: at(event), before: store.shown.draft, moved: false };
    if (held !== null) grasp(drag, { uid, key: held.dataset.item, part: held.dataset.part ?? "whole" });
    event.preventDefault();
  });

  track.addEventListener("pointermove", (event) => {
    if (drag === undefined || (!drag.moved && Math.abs(event.clientX - drag.x) < FIRM)) return;
    const edited = drag.held === undefined ? addOutage(drag.before, uid, drag.from, at(event)) : moved(drag, at(event));
    store.edit(edited, drag.moved);
    drag.moved = true;
  });

  track.addEventListener("pointerup", (event) => {
    if (drag === undefined) return;
    if (drag.moved && drag.held === undefined) store.select(`outage-${drag.before.next}`);
    if (!drag.moved && drag.held === undefined) store.goTo(at(event));
    if (drag.held !== undefined) focus(track, drag.held);
    drag = undefined;
  });

  track.addEventListener("pointercancel", () => {
    if (drag?.moved) store.undo();
    drag = undefined;
  });

  function grasp(begun, held) {
    store.select(held.key);
    Object.assign(begun, { held, offset: placeOf(begun.before, held) - begun.from });
  }
}

function moved({ before, held, offset }, at) {
  return moveTo(before, held, at + offset);
}

function focus(track, { key, part }) {
  const parts = [part, "start"].map((it) => `[data-key="${CSS.escape(`${key}-${it}`)}"]`);
  (track.querySelector(parts[0]) ?? track.querySelector(parts[1]))?.focus({ preventScroll: true });
}
