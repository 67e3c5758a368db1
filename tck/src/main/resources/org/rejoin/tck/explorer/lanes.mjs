// What of a user's steps can be taken hold of: outages from their drop to their return, and single steps.

/**
 * @typedef {{kind: "outage", key: string, start: Step, end?: Step, to: number, open: boolean}} Outage `open`: it lasts to the end
 * @typedef {{kind: "step", key: string, step: Step}} Single
 * @typedef {import("./scenario.mjs").Step} Step
 */

/**
 * @param {import("./scenario.mjs").Draft} draft
 * @param {number} uid whose steps
 * @returns {(Outage | Single)[]} in time order
 */
export function itemsOf({ steps, until }, uid) {
  const items = [];
  let outage;
  for (const step of steps.filter((it) => it.uid === uid)) {
    const inside = outage !== undefined;
    if (step.do === "restore" && inside) {
      Object.assign(outage, { end: step, to: step.at, open: false });
      outage = undefined;
    } else if (step.do === "drop" && !inside) {
      outage = { kind: "outage", key: `outage-${step.id}`, start: step, to: until, open: true };
      items.push(outage);
    } else {
      items.push({ kind: "step", key: `step-${step.id}`, step });
      // Whatever ends or begins a session ends its outage.
      if (inside && step.do !== "drop") {
        Object.assign(outage, { to: step.at, open: false });
        outage = undefined;
      }
    }
  }
  return items;
}

/**
 * What a user can be made to do at an instant.
 *
 * @param {import("./scenario.mjs").Draft} draft
 * @param {number} uid the user
 * @param {number} at the instant
 * @returns {string[]} actions that change something
 */
export function possible({ steps }, uid, at) {
  let session = false;
  let cut = false;
  let dead = false;
  for (const step of steps) {
    if (step.uid !== uid || step.at > at) continue;
    session = ["join", "restart"].includes(step.do) || (session && !["leave", "kill"].includes(step.do));
    cut = session && (step.do === "drop" || (cut && step.do !== "restore" && !["join", "restart"].includes(step.do)));
    dead = step.do === "kill" || (dead && !["join", "restart"].includes(step.do));
  }
  if (dead) return ["restart"];
  if (!session) return ["join"];
  return [cut ? "restore" : "drop", "leave", "kill"];
}
