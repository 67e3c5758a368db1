// The lanes: a row for each user, with its picture, and the buttons that do something to it now.
import { act } from "./edits.mjs";
import { listenToPointer } from "./gestures.mjs";
import { listenToKeys } from "./keys.mjs";
import { drawLane, entriesOf } from "./lane-picture.mjs";
import { possible } from "./lanes.mjs";
import { DRAWING, fill, toDom } from "./nodes.mjs";
import { Scale } from "./scale.mjs";
import { removeUser, setPlatform } from "./scenario.mjs";
import { platformName, seconds } from "./text.mjs";

const STATES = {
  out: "not in the channel",
  "in-channel": "in the channel",
  "cut-off": "cut off",
  "cut-uplink": "not heard",
  "cut-downlink": "hears nothing",
  dead: "process killed",
};

const LABELS = { join: "Join", drop: "Cut off", restore: "Reconnect", leave: "Leave", kill: "Kill", restart: "Restart" };
const PLATFORMS = ["android", "windows", "linux", "ios", "macos", "web"];
const LATER = 5000;

export class LaneRows {
  #place;
  #axis;
  #store;
  #rows = new Map();

  constructor(place, axis, store) {
    this.#place = place;
    this.#axis = axis;
    this.#store = store;
  }

  /** As wide as the window has room for. */
  get scale() {
    return new Scale(this.#axis.clientWidth, this.#store.shown.draft.until);
  }

  /** Draws everything anew. */
  show() {
    const { draft } = this.#store.shown;
    const uids = draft.participants.map(({ uid }) => uid);
    if (uids.join() !== [...this.#rows.keys()].join()) this.#build(uids);
    const scale = this.scale;
    this.#showAxis(scale);
    draft.participants.forEach((user) => this.#showRow(user, scale));
    this.showNow();
  }

  /** Shows where in time we are. */
  showNow() {
    const { draft, now, spans, entries } = this.#store.shown;
    const x = this.scale.x(now);
    for (const [uid, row] of this.#rows) {
      row.track.querySelector(".now").setAttribute("d", row.track.querySelector(".now").getAttribute("d").replace(/^M[^ ]+/, `M${x}`));
      for (const mark of row.track.querySelectorAll("[data-entry]")) {
        const entry = entries.find(({ key }) => key === mark.dataset.entry);
        mark.classList.toggle("ahead", entry.at > now);
      }
      const span = spans.get(uid).findLast(({ from }) => from <= now);
      row.state.textContent = STATES[span?.state ?? "out"];
      row.state.className = `state ${span?.state ?? "out"}`;
      const actions = possible(draft, uid, this.#instant(uid));
      if (row.actions !== actions.join()) this.#showActions(row, uid, actions);
    }
  }

  #build(uids) {
    this.#rows = new Map(uids.map((uid) => [uid, this.#row(uid)]));
    this.#place.replaceChildren(...[...this.#rows.values()].map(({ element }) => element));
  }

  #row(uid) {
    const options = PLATFORMS.map((value) => ["option", { value }, platformName(value)]);
    const element = toDom([
      "li",
      { class: "lane" },
      [
        "div",
        { class: "who" },
        ["b", {}, String(uid)],
        ["select", { "aria-label": `Platform of user ${uid}` }, ...options],
        ["span", { class: "state" }],
        ["span", { class: "actions" }],
        ["button", { type: "button", class: "plain remove", "aria-label": `Remove user ${uid}`, title: "Remove this user" }, "×"],
      ],
      ["svg", { class: "track", role: "group", "data-uid": uid }],
    ]);
    const [track, platform, state, place, remove] = [".track", "select", ".state", ".actions", ".remove"].map((it) => element.querySelector(it));
    platform.addEventListener("change", () => this.#store.edit(setPlatform(this.#store.shown.draft, uid, platform.value)));
    remove.addEventListener("click", () => this.#store.edit(removeUser(this.#store.shown.draft, uid)));
    place.addEventListener("click", ({ target }) => target.value && this.#act(uid, target.value));
    listenToPointer(track, uid, this.#store, () => this.scale);
    listenToKeys(track, uid, this.#store);
    return { element, track, platform, state, place, remove, actions: "" };
  }

  #showRow({ uid, platform }, scale) {
    const row = this.#rows.get(uid);
    const { draft, now, spans, entries, selected } = this.#store.shown;
    const { height, nodes } = drawLane({ draft, uid, spans: spans.get(uid), ...entriesOf(entries, uid), now, scale, selected });
    row.platform.value = platform;
    row.remove.disabled = draft.participants.length === 1;
    row.track.setAttribute("height", height);
    row.track.setAttribute("aria-label", `What happens to user ${uid}, ${platformName(platform)}`);
    fill(row.track, nodes, DRAWING);
  }

  #showActions(row, uid, actions) {
    row.actions = actions.join();
    const button = (action) => ["button", { type: "button", value: action, "data-key": action === "restore" ? "drop" : action, "aria-label": `${LABELS[action]}: user ${uid}` }, LABELS[action]];
    fill(row.place, actions.map(button));
  }

  #showAxis(scale) {
    const label = (at) => ["text", { x: scale.x(at), y: 12 }, seconds(at)];
    fill(this.#axis, scale.ticks().map(label), DRAWING);
  }

  // Buttons act where we are in time; at the end there would be nothing to see, so a while after what was done last.
  #instant(uid) {
    const { draft, now } = this.#store.shown;
    if (now < draft.until) return now;
    const last = Math.max(0, ...draft.steps.filter((step) => step.uid === uid).map(({ at }) => at));
    return Math.min(draft.until, last + LATER);
  }

  #act(uid, action) {
    const { draft } = this.#store.shown;
    const at = this.#instant(uid);
    this.#store.edit(act(draft, uid, action, at));
    if (action === "drop") this.#store.select(`outage-${draft.next}`);
    else if (action !== "restore") this.#store.select(`step-${draft.next}`);
  }
}
