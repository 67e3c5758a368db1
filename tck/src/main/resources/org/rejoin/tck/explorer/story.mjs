// Runs a scenario and says of everything that was concluded, and of everything that was not told, by which rules and why.
import { runChannel } from "./world.js";
import { platformName, seconds } from "./text.mjs";

/** @typedef {{at: number, uid: number, name?: string, peer?: number, reason?: string, kind?: string, rules: string[], why: string, first: boolean, since?: number}} Told */

/**
 * @param {object} scenario what is done
 * @param {string} profile the constants and names in force
 * @param {{families: object, rules: object}} book the kit's tables
 * @returns {{told: Told[], server: object[], spans: Map<number, object[]>}} `told` has a name where an app was called
 */
export function tell(scenario, profile, book) {
  const story = new Story(scenario, book);
  const { server } = runChannel(scenario, profile, story);
  return { told: story.told, server, spans: story.ended(scenario.until) };
}

class Story {
  told = [];
  spans = new Map();
  devices = new Map();
  deafSince = new Map();
  pairs = new Map();

  constructor({ participants }, book) {
    this.book = book;
    participants.forEach(({ uid }) => this.spans.set(uid, [{ from: 0, state: "out" }]));
  }

  // A session remembers nothing of the one before.
  joined(device) {
    this.devices.set(device.uid, device);
    this.pairs.set(device.uid, new Map());
  }

  changed(device, now) {
    this.enter(device.uid, state(device), now);
    if (!device.isDeaf()) this.deafSince.delete(device.uid);
    else if (!this.deafSince.has(device.uid)) {
      this.deafSince.set(device.uid, now);
      for (const pair of this.pairs.get(device.uid).values()) this.fallSilent(pair, now);
    }
  }

  // An observer is about to hear of a user that has changed, or of one that it finds as it begins to listen.
  news(kind, observer, user, now, found) {
    const pair = this.pair(observer.uid, user.uid);
    if (kind !== "userHeard") {
      this.fallSilent(pair, now);
      return;
    }
    if (pair.met && !pair.gone && !found) {
      const rules = this.rules("unnoticed", observer, user.cause);
      this.add({ at: now, uid: observer.uid, peer: user.uid }, rules, `User ${user.uid} is back before this app was told that it is gone.`);
    }
    pair.heard = true;
  }

  event(event, device) {
    switch (event.kind) {
      case "interrupted":
      case "lost":
        return this.add(event, this.rules("local", device, event.kind), this.silentServer(event, device), { since: this.deafSince.get(device.uid) });
      case "rejoined":
        return this.add(event, this.rules("local", device, event.kind), "The server is heard again.");
      default:
        return this.remote(event, device, this.pair(device.uid, event.peer));
    }
  }

  remote(event, device, pair) {
    const user = this.devices.get(event.peer);
    const who = `User ${event.peer}`;
    if (event.kind === "user-joined") {
      const first = !pair.met;
      const rules = first ? this.book.rules.met : this.rules("back", device, user.cause);
      Object.assign(pair, { met: true, gone: false, heard: true });
      const why = first ? "is heard for the first time in this session." : "is heard again, and this app was told that it is gone.";
      return this.add(event, rules, `${who} ${why}`, { first });
    }
    pair.gone = true;
    if (event.kind === "user-quit") {
      const why = user.cause === "left" ? "left." : `was killed, and on ${platformName(user.platform)} that is to leave.`;
      return this.add(event, this.rules("quit", device, user.cause), `${who} ${why}`);
    }
    const there = user.audibleIn() !== undefined && user.audibleIn() === device.channel;
    const rules = this.rules("silent", device, there ? "none" : user.cause);
    return this.add(event, rules, `No packet of user ${event.peer} for ${seconds(event.at - pair.lastHeard)}, since ${seconds(pair.lastHeard)}.`, { since: pair.lastHeard });
  }

  silentServer(event, device) {
    const since = this.deafSince.get(device.uid);
    return `Nothing from the server for ${seconds(event.at - since)}, since ${seconds(since)}.`;
  }

  rules(table, device, key) {
    return this.book.rules[table][this.book.families[device.platform]][key];
  }

  add({ at, uid, name, peer, reason, kind }, rules, why, { first = false, since } = {}) {
    this.told.push({ at, uid, name, peer, reason, kind, rules, why, first, since });
  }

  pair(observer, user) {
    const pairs = this.pairs.get(observer);
    if (!pairs.has(user)) pairs.set(user, { met: false, gone: false, heard: false, lastHeard: 0 });
    return pairs.get(user);
  }

  fallSilent(pair, now) {
    if (pair.heard) Object.assign(pair, { heard: false, lastHeard: now });
  }

  enter(uid, state, now) {
    const spans = this.spans.get(uid);
    const last = spans.at(-1);
    if (last.state === state) return;
    last.to = now;
    spans.push({ from: now, state });
  }

  // Spans of no length are steps of one instant.
  ended(until) {
    for (const [uid, spans] of this.spans) {
      spans.at(-1).to = until;
      this.spans.set(uid, spans.filter(({ from, to }) => to > from));
    }
    return this.spans;
  }
}

/** Where a user is, in the words of the drawings. */
function state({ channel, cut, dead }) {
  if (dead) return "dead";
  if (channel === undefined) return "out";
  return { both: "cut-off", uplink: "cut-uplink", downlink: "cut-downlink" }[cut] ?? "in-channel";
}
