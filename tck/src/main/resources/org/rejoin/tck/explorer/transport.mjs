// Playing and stepping through time.

/** The parts of a second that a frame takes at most; a window in the background takes far longer. */
const LONGEST_FRAME = 100;

export class Transport {
  #store;
  #parts;
  #playing = false;
  #last = 0;

  /** @param {import("./store.mjs").Store} store @param {{play: HTMLButtonElement, back: HTMLButtonElement, next: HTMLButtonElement, range: HTMLInputElement, speed: HTMLSelectElement, time: HTMLElement}} parts */
  constructor(store, parts) {
    this.#store = store;
    this.#parts = parts;
    parts.play.addEventListener("click", () => (this.#playing ? this.pause() : this.#play()));
    parts.back.addEventListener("click", () => this.#step(-1));
    parts.next.addEventListener("click", () => this.#step(1));
    parts.range.addEventListener("input", () => store.goTo(Number(parts.range.value)));
  }

  show() {
    const { draft, now } = this.#store.shown;
    const { range, time } = this.#parts;
    range.max = draft.until;
    range.value = now;
    range.setAttribute("aria-valuetext", `${(now / 1000).toFixed(3)} seconds`);
    time.textContent = `${(now / 1000).toFixed(3)} s`;
  }

  pause() {
    this.#playing = false;
    this.#showButton();
  }

  #play() {
    const { draft, now } = this.#store.shown;
    if (now >= draft.until) this.#store.goTo(0);
    this.#playing = true;
    this.#last = performance.now();
    this.#showButton();
    requestAnimationFrame((time) => this.#frame(time));
  }

  #frame(time) {
    if (!this.#playing) return;
    const passed = Math.max(0, Math.min(LONGEST_FRAME, time - this.#last));
    this.#last = time;
    const { draft, now } = this.#store.shown;
    this.#store.goTo(now + Math.round(passed * Number(this.#parts.speed.value)));
    if (this.#store.shown.now >= draft.until) this.pause();
    else requestAnimationFrame((next) => this.#frame(next));
  }

  // To the next instant at which something is done or told.
  #step(direction) {
    this.pause();
    const { draft, entries, now } = this.#store.shown;
    const instants = [0, draft.until, ...[...draft.steps, ...entries].map(({ at }) => at)];
    const beyond = instants.filter((at) => (at - now) * direction > 0);
    if (beyond.length > 0) this.#store.goTo(direction > 0 ? Math.min(...beyond) : Math.max(...beyond));
  }

  #showButton() {
    this.#parts.play.textContent = this.#playing ? "Pause" : "Play";
  }
}
