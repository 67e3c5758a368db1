// The rules' own scenarios, to begin with.
import { fill } from "./nodes.mjs";

const GROUPS = { NET: "Network drop", KILL: "Process killed", DRV: "What follows" };

export class Presets {
  #book;
  #store;
  #rule;
  #example;
  #about;

  /** @param {object} book @param {import("./store.mjs").Store} store @param {{rule: HTMLSelectElement, example: HTMLSelectElement, about: HTMLElement, before: HTMLElement, after: HTMLElement}} parts */
  constructor(book, store, { rule, example, about, before, after }) {
    this.#book = book;
    this.#store = store;
    this.#rule = rule;
    this.#example = example;
    this.#about = about;
    fill(rule, [["option", { value: "" }, "your own scenario"], ...this.#groups()]);
    rule.addEventListener("change", () => this.#choose(this.#presets()[0]));
    example.addEventListener("change", () => this.#choose(this.#presets().find(({ id }) => id === example.value)));
    before.addEventListener("click", () => this.#go(-1));
    after.addEventListener("click", () => this.#go(1));
  }

  /** Shows which preset it is, if it is one still. */
  show() {
    const preset = this.#book.presets.find(({ id }) => id === this.#store.shown.preset);
    this.#rule.value = preset?.rule ?? "";
    const others = this.#presets();
    this.#example.hidden = others.length < 2;
    fill(this.#example, others.map(({ id }) => ["option", { value: id, selected: id === preset?.id }, id.slice(id.indexOf("/") + 1).replaceAll("-", " ")]));
    this.#about.textContent = preset?.about ?? "";
    return preset;
  }

  #groups() {
    return Object.entries(GROUPS).map(([begin, label]) => {
      const rules = this.#book.all.filter(({ id }) => id.startsWith(begin));
      return ["optgroup", { label }, ...rules.map(({ id, sentence }) => ["option", { value: id }, `${id}: ${sentence.replaceAll("`", "")}`])];
    });
  }

  #presets() {
    return this.#book.presets.filter(({ rule }) => rule === this.#rule.value);
  }

  #go(by) {
    const { presets } = this.#book;
    const at = presets.findIndex(({ id }) => id === this.#store.shown.preset);
    this.#choose(presets[(at + by + presets.length) % presets.length] ?? presets[0]);
  }

  #choose(preset) {
    if (preset !== undefined) this.#store.load(preset.scenario, preset.profile, preset.id);
  }
}
