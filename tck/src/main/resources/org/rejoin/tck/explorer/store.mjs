// What the page shows, and the one door through which it changes.
import { close, open } from "./scenario.mjs";
import { tell } from "./story.mjs";

const MOST_UNDOS = 200;

/**
 * @typedef {object} Shown
 * @property {import("./scenario.mjs").Draft} draft what is done
 * @property {string} profile the constants in force
 * @property {number} now up to where it is told
 * @property {string} [selected] the key of what is looked at
 * @property {object[]} entries what was told and what was not, in the order of the list
 * @property {Map<number, object[]>} spans where each user was
 */

export class Store {
  #book;
  #undos = [];
  #listeners = [];
  /** What the list leaves out. */
  hidden = { first: true, silent: false };
  /** @type {Shown} */
  shown;

  constructor(book) {
    this.#book = book;
  }

  /** Has a function called after every change, with what is new: scenario, selected or now. */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /**
   * Shows another scenario, told up to its end.
   *
   * @throws {Error} if it is none
   */
  load(scenario, profile, preset) {
    if (!this.#book.profiles.some(({ id }) => id === profile)) throw new Error(`there is no profile '${profile}'`);
    if (this.shown !== undefined) this.#remember();
    const draft = open(scenario);
    this.#show({ draft, profile, preset, now: draft.until, selected: undefined });
  }

  /** Changes the scenario; `going` while the same drag goes on, which is one thing to undo. */
  edit(draft, going = false) {
    if (!going) this.#remember();
    const { now } = this.shown;
    const atEnd = now >= this.shown.draft.until;
    const named = draft.name === undefined ? draft : { ...draft, name: undefined };
    this.#show({ ...this.shown, draft: named, preset: undefined, now: atEnd ? draft.until : Math.min(now, draft.until) });
  }

  /** Puts other constants in force. */
  setProfile(profile) {
    this.#remember();
    this.#show({ ...this.shown, profile });
  }

  /** Leaves something out of the list, or not. */
  hide(what) {
    this.hidden = { ...this.hidden, ...what };
    this.#show(this.shown);
  }

  undo() {
    const before = this.#undos.pop();
    if (before !== undefined) this.#show(before);
  }

  get canUndo() {
    return this.#undos.length > 0;
  }

  select(selected) {
    this.shown = { ...this.shown, selected };
    this.#notify("selected");
  }

  goTo(now) {
    this.shown = { ...this.shown, now: Math.max(0, Math.min(this.shown.draft.until, now)) };
    this.#notify("now");
  }

  /** The scenario as a file has it. */
  scenario() {
    return JSON.parse(JSON.stringify(close(this.shown.draft)));
  }

  #remember() {
    this.#undos = [...this.#undos.slice(1 - MOST_UNDOS), this.shown];
  }

  #show(shown) {
    const { told, server, spans } = tell(close(shown.draft), shown.profile, this.#book);
    this.shown = { ...shown, spans, entries: this.#entries(told, server) };
    this.#notify("scenario");
  }

  #entries(told, server) {
    let number = 0;
    return [...told, ...server.map((event) => this.#seen(event))]
      .sort((one, other) => one.at - other.at)
      .filter((it) => !(it.first && this.hidden.first) && !(it.name === undefined && !it.server && this.hidden.silent))
      .map((it, i) => (it.server || it.name === undefined ? { ...it, key: `quiet-${i}` } : { ...it, key: `told-${++number}`, number }));
  }

  // What the server sees, no app is told.
  #seen({ at, name, channel, uid, server }) {
    return name === "channel-destroyed"
      ? { at, server: true, text: `channel ${channel} destroyed`, rules: ["KILL-10"], why: "Nobody was heard in it for 10 s." }
      : { at, uid, server: true, text: `tries ${server}`, rules: ["NET-04"], why: "It tries others than the server that it lost, until one accepts." };
  }

  #notify(what) {
    this.#listeners.forEach((listener) => listener(what, this.shown));
  }
}
