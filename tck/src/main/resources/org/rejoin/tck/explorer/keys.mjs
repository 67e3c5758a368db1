// The keyboard on a lane's handles: arrows move, Delete removes.
import { drop, moveTo, placeOf } from "./edits.mjs";

const STEP = 500;
const PAGE = 5000;

/** How far each key moves, in milliseconds; with Shift an arrow moves by one. */
const MOVES = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP, PageDown: -PAGE, PageUp: PAGE };

/** @param {SVGElement} track the lane's picture @param {number} uid whose it is @param {import("./store.mjs").Store} store */
export function listenToKeys(track, uid, store) {
  track.addEventListener("focusin", ({ target }) => {
    const key = target.closest("[data-item]")?.dataset.item;
    if (key !== undefined && store.shown.selected !== key) store.select(key);
  });
  track.addEventListener("keydown", (event) => {
    const handle = event.target.closest("[data-part]");
    if (handle === null) return;
    const held = { uid, key: handle.dataset.item, part: handle.dataset.part };
    const edited = pressed(event, store.shown.draft, held);
    if (edited === undefined) return;
    event.preventDefault();
    store.edit(edited);
  });
}

function pressed({ key, shiftKey }, draft, held) {
  if (key === "Delete" || key === "Backspace") return drop(draft, held);
  if (key === "Home") return moveTo(draft, held, 0);
  if (key === "End") return moveTo(draft, held, draft.until);
  const move = MOVES[key];
  if (move === undefined) return undefined;
  const by = shiftKey && Math.abs(move) === STEP ? Math.sign(move) : move;
  return moveTo(draft, held, placeOf(draft, held) + by);
}
