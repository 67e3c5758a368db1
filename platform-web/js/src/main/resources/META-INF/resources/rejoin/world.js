// A scenario on the reference, in virtual time: who hears whom, and the channels between them.
// Scenarios and traces are those of the port protocol; all times are in milliseconds.
import { createChannel } from "./rejoin.js";
import { Device } from "./device.js";

/** The channel that is meant where none is named. */
const MAIN = "main";

/** @typedef {{at: number, do: string, uid: number, channel?: string, direction?: string, server?: string, peer?: number}} Step */
/**
 * What may look on: `joined` before a session begins, `changed` after a device's state changed, `news` before an observer hears
 * of another device because that one has changed, or because it begins to listen itself, `event` with what a client concluded, whether or not its app is told.
 *
 * @typedef {{joined?: Function, changed?: Function, news?: Function, event?: Function}} Watcher
 */
/** @typedef {{mode?: string, participants: {uid: number, platform: string}[], servers?: string[], steps: Step[], until: number}} Scenario */

/**
 * Runs a scenario on whole channels.
 *
 * @param {Scenario} scenario what is done
 * @param {string} profile the constants and names in force
 * @param {Watcher} watcher is called as things happen
 * @returns {{callbacks: object[], server: object[]}} the trace
 */
export function runChannel(scenario, profile, watcher = {}) {
  const world = new World(scenario, profile, watcher);
  goThrough(scenario, world);
  return world.trace;
}

/**
 * Goes through a scenario up to and including its end; at each instant all steps come before any deadline.
 *
 * @param {Scenario} scenario what is done
 * @param {{nextDeadline: () => number, apply: (step: Step) => void, letFall: (now: number) => void}} living what lives in it
 */
export function goThrough({ steps, until }, living) {
  for (let next = 0; ; ) {
    const now = Math.min(next < steps.length ? steps[next].at : Infinity, living.nextDeadline());
    if (now > until) return;
    for (; next < steps.length && steps[next].at === now; next++) living.apply(steps[next]);
    living.letFall(now);
  }
}

class World {
  constructor(scenario, profile, watcher) {
    Object.assign(this, { profile, watcher, trace: { callbacks: [], server: [] }, channels: new Map() });
    const users = [...scenario.participants].sort((one, other) => one.uid - other.uid);
    this.devices = new Map(
      users.map((user) => [user.uid, new Device(user, scenario, profile, this.trace, watcher)]),
    );
  }

  nextDeadline() {
    return Math.min(...[...this.devices.values(), ...this.channels.values()].map((it) => it.nextDeadline()));
  }

  // A reconnect is somebody's presence, so it comes before others' deadlines.
  letFall(now) {
    for (const device of this.devices.values()) if (device.isDeaf()) this.advance(device, now);
    for (const device of this.devices.values()) this.advance(device, now);
    for (const name of [...this.channels.keys()].sort()) this.record(name, this.channels.get(name).advanceTo(now));
  }

  advance(device, now) {
    const progress = device.advanceTo(now);
    if (progress === "back") this.restore(device, now);
    if (progress === "gave-up") this.changeHearing(device, now, "userSilent", () => device.end(now));
  }

  apply({ at, do: action, uid, channel = MAIN, direction = "both", server }) {
    const device = this.devices.get(uid);
    switch (action) {
      case "join":
      case "restart":
        this.changeHearing(device, at, "userSilent", () => device.join(channel, at));
        this.hearOthers(device, at);
        break;
      case "drop":
        if (device.channel !== undefined && device.cut === undefined) {
          this.changeHearing(device, at, "userSilent", () => device.drop(direction, at));
        }
        break;
      case "restore":
        if (device.cut !== undefined && (device.attempts.accept(server) || !device.isDeaf())) this.restore(device, at);
        break;
      case "leave":
        this.end(device, at, "leave", "userLeft");
        break;
      case "kill":
        this.end(device, at, "kill", device.quitsWhenKilled() ? "userLeft" : "userSilent");
        break;
      default:
        throw new Error(`'${action}' is for ports with view client`);
    }
  }

  end(device, now, action, lastWord) {
    if (device.channel !== undefined) {
      this.changeHearing(device, now, lastWord, () => device.end(now, action));
    }
    if (action === "kill") device.die(now);
  }

  restore(device, now) {
    const wasDeaf = device.isDeaf();
    this.changeHearing(device, now, "userSilent", () => device.restore(now));
    if (wasDeaf) this.hearOthers(device, now);
  }

  // Makes a change to a device and tells the others, and the channels, what of it they can hear.
  changeHearing(device, now, lastWord, change) {
    const before = device.audibleIn();
    change();
    const after = device.audibleIn();
    if (before === after) return;
    if (before !== undefined) {
      this.tellListeners(before, lastWord, device, now);
      this.record(before, this.server(before).absent(device.uid, now));
    }
    if (after !== undefined) {
      this.tellListeners(after, "userHeard", device, now);
      this.record(after, this.server(after).present(device.uid, now));
    }
  }

  tellListeners(name, kind, about, now) {
    for (const other of this.devices.values()) {
      if (other !== about && other.listensIn() === name) {
        this.watcher.news?.(kind, other, about, now, false);
        other.tell(kind, about, now);
      }
    }
  }

  hearOthers(device, now) {
    for (const other of this.devices.values()) {
      if (other !== device && other.audibleIn() !== undefined && other.audibleIn() === device.listensIn()) {
        this.watcher.news?.("userHeard", device, other, now, true);
        device.tell("userHeard", other, now);
      }
    }
  }

  server(name) {
    if (!this.channels.has(name)) this.channels.set(name, createChannel({ profile: this.profile }));
    return this.channels.get(name);
  }

  record(channel, destroyedAt) {
    if (destroyedAt !== Infinity) {
      this.trace.server.push({ at: destroyedAt, name: "channel-destroyed", channel });
    }
  }
}
