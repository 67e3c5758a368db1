// Takes the scenario out of the page, as a file and as a picture, and into it.
import { drawLane, entriesOf } from "./lane-picture.mjs";
import { toXml } from "./nodes.mjs";
import { Scale } from "./scale.mjs";
import { platformName, seconds } from "./text.mjs";

const WIDTH = 960;
const MARGIN = 16;
const HEAD = 22;
const AXIS = 24;

/** @param {object} scenario @returns {string} a file for `rejoin simulate`, a step a line */
export function scenarioFile(scenario) {
  const fields = Object.entries(scenario).map(([name, value]) => `  ${JSON.stringify(name)}: ${fieldText(value)}`);
  return `{\n${fields.join(",\n")}\n}\n`;
}

function fieldText(value) {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`;
}

/** @param {import("./store.mjs").Shown} shown @param {string} style the lanes' style sheet @returns {string} an SVG file */
export function picture({ draft, profile, spans, entries }, style) {
  const scale = new Scale(WIDTH - 2 * MARGIN, draft.until);
  const axis = scale.ticks().map((at) => ["text", { x: scale.x(at), y: 12, class: "tick" }, seconds(at)]);
  let top = MARGIN + AXIS;
  const lanes = draft.participants.map(({ uid, platform }) => {
    const { height, nodes } = drawLane({ draft, uid, spans: spans.get(uid), ...entriesOf(entries, uid), now: draft.until, scale, still: true });
    const lane = ["g", { transform: `translate(${MARGIN} ${top + HEAD})` }, ...nodes];
    const head = ["text", { class: "head", x: MARGIN, y: top + 14 }, `${uid} ${platformName(platform)}`];
    top += HEAD + height;
    return ["g", {}, head, lane];
  });
  const height = top + MARGIN;
  return toXml([
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", class: "picture", viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, height, role: "img" },
    ["title", {}, draft.name ?? `A scenario under ${profile}`],
    ["style", {}, style],
    ["rect", { class: "ground", width: WIDTH, height }],
    ["text", { class: "head profile", x: WIDTH - MARGIN, y: MARGIN + AXIS + 14 }, profile],
    ["g", { transform: `translate(${MARGIN} ${MARGIN})` }, ...axis],
    ...lanes,
  ]);
}

/** Hands a file to whoever looks at the page. */
export function save(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

/** Puts a text on the clipboard. Returns whether the browser lets us: from a file it may not. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
