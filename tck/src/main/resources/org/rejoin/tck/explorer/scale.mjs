// Where an instant is from left to right, and which instant is where.

const EDGE = 14;
const TICKS = [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14400].map((seconds) => seconds * 1000);
const DAY = 86400000;
const SNAPS = [1, 10, 50, 100, 250, 500, 1000, 5000, 10000];
const TICK_APART = 56;

/** How many pixels an instant that can be pointed at is wide: a hand is no finer. */
const STEP = 4;

/** A scale of a width, in pixels, up to an end, in milliseconds. */
export class Scale {
  constructor(width, until) {
    this.width = width;
    this.until = Math.max(1, until);
    this.pixel = this.until / Math.max(1, width - 2 * EDGE);
  }

  x(at) {
    return Math.round((EDGE + at / this.pixel) * 10) / 10;
  }

  /** The instant at a place, as round as a hand allows. */
  at(x) {
    const snap = SNAPS.find((it) => it >= STEP * this.pixel) ?? SNAPS.at(-1);
    const at = Math.round(((x - EDGE) * this.pixel) / snap) * snap;
    return Math.max(0, Math.min(this.until, at));
  }

  /** The instants to name. */
  ticks() {
    const apart = TICKS.find((it) => it / this.pixel >= TICK_APART) ?? DAY * Math.ceil((TICK_APART * this.pixel) / DAY);
    return Array.from({ length: Math.floor(this.until / apart) + 1 }, (_, i) => i * apart);
  }
}
