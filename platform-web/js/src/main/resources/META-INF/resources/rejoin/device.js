// One user's device: the client in its process, its network, and its way back to a server.
import { createClient, createReconnect } from "./rejoin.js";

const APPLE = ["ios", "macos"];

/** Nobody looks at the pace; the kit asks for at most 5 s between attempts (NET-04). */
const WAIT_MILLIS = 1000;

export class Device {
  /** What its absence last came from, in the kit's words: dropped, killed-awl and so on. */
  cause = "none";
  /** The channel of the open session. */
  channel = undefined;
  /** Which way the network is cut: both, uplink or downlink. */
  cut = undefined;
  /** Whether its process was killed. */
  dead = false;

  constructor({ uid, platform }, { mode = "communication", servers = [] }, profile, trace, watcher) {
    Object.assign(this, { uid, platform, watcher });
    this.client = createClient({ uid, platform, mode, profile });
    this.attempts = servers.length > 0 ? new Attempts(uid, servers, trace) : new NoAttempts();
    this.client.onEvent((event) => {
      this.attempts.follow(event);
      if (event.name !== undefined) trace.callbacks.push(callback(event));
      watcher.event?.(event, this);
    });
  }

  // Whether a killed process of this platform says goodbye by itself (KILL-01 to KILL-03).
  quitsWhenKilled() {
    return APPLE.includes(this.platform);
  }

  // Whether its own clocks run: nothing of the server arrives.
  isDeaf() {
    return this.cut !== undefined && this.cut !== "uplink";
  }

  audibleIn() {
    return this.cut !== undefined && this.cut !== "downlink" ? undefined : this.channel;
  }

  listensIn() {
    return this.isDeaf() ? undefined : this.channel;
  }

  join(channel, now) {
    // To those who hear it in another channel it is gone without a word.
    if (this.audibleIn() !== undefined && this.audibleIn() !== channel) this.cause = "dropped";
    this.watcher.joined?.(this, now);
    this.change({ channel, cut: undefined, dead: false }, now);
    this.attempts.join();
    this.client.join(now);
    this.client.linkUp(now);
  }

  end(now, action) {
    if (action !== undefined) this.cause = this.causeOf(action);
    this.change({ channel: undefined, cut: undefined }, now);
    this.attempts.stop();
    this.client.end(now);
  }

  die(now) {
    this.change({ dead: true }, now);
  }

  drop(direction, now) {
    this.cause = "dropped";
    this.change({ cut: direction }, now);
    if (this.isDeaf()) this.client.linkDown(now);
  }

  restore(now) {
    this.change({ cut: undefined }, now);
    this.client.linkUp(now);
  }

  // Another device, in words of the client's inputs, is heard of.
  tell(kind, about, now) {
    this.client[kind](about.uid, now);
  }

  nextDeadline() {
    return Math.min(this.client.nextDeadline(), this.attempts.nextDeadline());
  }

  // An attempt comes before the deadlines of its instant, so that being back at a deadline is in time,
  // and after the interruption that has it begin to try.
  advanceTo(now) {
    if (this.attempts.advanceTo(now)) return "back";
    this.client.advanceTo(now);
    if (this.attempts.advanceTo(now)) return "back";
    return this.channel !== undefined && !this.client.isInSession() ? "gave-up" : "nothing";
  }

  change(state, now) {
    Object.assign(this, state);
    this.watcher.changed?.(this, now);
  }

  causeOf(action) {
    const unheard = this.audibleIn() === undefined;
    if (action === "leave") return unheard ? "unsent-goodbye" : "left";
    if (this.quitsWhenKilled()) return unheard ? "unsent-goodbye" : "killed-apple";
    return this.platform === "web" ? "killed-web" : "killed-awl";
  }
}

/** The way back in a scenario that names its servers. */
class Attempts {
  current = "";
  accepting = undefined;

  constructor(uid, servers, trace) {
    Object.assign(this, { uid, servers, trace });
    this.loop = createReconnect({ servers, waitMillis: WAIT_MILLIS });
  }

  // A join connects to the first server.
  join() {
    this.stop();
    this.current = this.servers[0];
  }

  stop() {
    this.accepting = undefined;
    this.loop.stop();
  }

  follow({ kind, at }) {
    if (kind === "interrupted") this.loop.start(this.current, at);
    if (kind === "rejoined") this.stop();
  }

  // From now on this server accepts. Whether the device is connected by that alone: it never had to leave its own.
  accept(server) {
    this.accepting = server;
    return this.loop.nextDeadline() === Infinity && server === this.current;
  }

  nextDeadline() {
    return this.loop.nextDeadline();
  }

  // Makes the attempts that are due. Whether one was accepted.
  advanceTo(now) {
    return this.loop.advanceTo(now).some(({ at, server }) => {
      this.trace.server.push({ at, name: "connect-attempt", uid: this.uid, server });
      if (server !== this.accepting) return false;
      this.current = server;
      return true;
    });
  }
}

/** In all other scenarios being reachable is being connected. */
class NoAttempts {
  join() {}
  stop() {}
  follow() {}
  accept() {
    return true;
  }
  nextDeadline() {
    return Infinity;
  }
  advanceTo() {
    return false;
  }
}

/** An event as its callback stands in a trace. */
function callback({ at, uid, name, peer, reason }) {
  return { at, uid, name, peer, reason };
}
