// One user's device alone, in virtual time: what it hears of the server and of others, the steps say.
import { Device } from "./device.js";
import { goThrough } from "./world.js";

/** What each step about a peer is to the client. */
const HEARD = { "peer-heard": "userHeard", "peer-silent": "userSilent", "peer-left": "userLeft" };

/**
 * Runs one client's part of a scenario.
 *
 * @param {import("./world.js").Scenario} scenario what is done
 * @param {string} profile the constants and names in force
 * @returns {{callbacks: object[], server: object[]}} the trace
 */
export function runClient(scenario, profile) {
  if (scenario.participants.length !== 1) {
    throw new Error(`a port with view client hosts one user, there are ${scenario.participants.length}`);
  }
  const trace = { callbacks: [], server: [] };
  goThrough(scenario, new LoneClient(new Device(scenario.participants[0], scenario, profile, trace, {})));
  return trace;
}

class LoneClient {
  /** Who was heard since the last restore, in case that the device still waits for an attempt. */
  heardOnReturn = new Set();

  constructor(device) {
    this.device = device;
  }

  nextDeadline() {
    return this.device.nextDeadline();
  }

  letFall(now) {
    const progress = this.device.advanceTo(now);
    if (progress === "back") {
      this.restore(now);
      this.letFall(now);
    }
    if (progress === "gave-up") this.device.end(now);
  }

  apply({ at, do: action, channel = "main", direction = "both", server, peer }) {
    const { device } = this;
    switch (action) {
      case "join":
      case "restart":
        device.join(channel, at);
        break;
      case "drop":
        if (device.channel !== undefined && device.cut === undefined) device.drop(direction, at);
        break;
      case "restore":
        this.heardOnReturn.clear();
        if (device.cut !== undefined && (device.attempts.accept(server) || !device.isDeaf())) this.restore(at);
        break;
      case "leave":
      case "kill":
        if (device.channel !== undefined) device.end(at, action);
        break;
      default:
        this.hear(HEARD[action], peer, at);
    }
  }

  restore(now) {
    this.device.restore(now);
    [...this.heardOnReturn].sort((one, other) => one - other).forEach((uid) => this.device.tell("userHeard", { uid }, now));
  }

  // News of a user reaches the client, or the server at which it will be back.
  hear(kind, uid, now) {
    if (!this.device.isDeaf()) this.device.tell(kind, { uid }, now);
    else if (kind === "userHeard") this.heardOnReturn.add(uid);
    else this.heardOnReturn.delete(uid);
  }
}
