// A port: your SDK behind Rejoin's port protocol 1. Your work is the class Client.
import { createInterface } from "node:readline";

const HELLO = {
  type: "hello", protocol: 1, name: "solved-javascript", version: "0.1.0",
  platforms: ["android", "windows", "linux", "ios", "macos", "web"],
  view: "client", clock: "virtual", profile: "agora-2019-05",
  features: ["leave", "kill", "announces", "one-way-loss", "channels"],
};

// What the app of each platform is told; a platform without a name for it says nothing.
const AWL = {
  interrupted: "onConnectionInterrupted", lost: "onConnectionLost", rejoined: "didRejoinChannel",
  dropped: "onUserOffline", quit: "onUserOffline", back: "onUserJoined",
};
const APPLE = {
  interrupted: "rtcEngineConnectionDidInterrupted", lost: "rtcEngineConnectionDidLost",
  rejoined: "didRejoinChannel",
  dropped: "didOfflineOfUid", quit: "didOfflineOfUid", back: "didJoinedOfUid",
};
const WEB = { dropped: "stream-removed", quit: "peer-leave", back: "stream-added" };
const NAMES = { android: AWL, windows: AWL, linux: AWL, ios: APPLE, macos: APPLE, web: WEB };

// One client of your SDK, for one scenario. Its app lives on `platform` and is user `uid`.
class Client {
  constructor(uid, platform, clock) {
    Object.assign(this, { uid, platform, clock, callbacks: [] });
    this.window = platform === "web" ? 10_000 : 20_000;
    this.end();
  }

  // No session: nothing is remembered, and nothing is pending.
  end() {
    this.joined = this.cut = this.interrupted = false;
    this.silences = new Map(); // Of each user that the app believes to be there: since when.
    this.clock.deadlines.clear();
  }

  // The app joins step.channel: a fresh session, on a network that works.
  onJoin(step) {
    this.end();
    this.joined = true;
  }

  // The app was killed, is started again, and has joined: a fresh session too.
  onRestart(step) {
    this.onJoin(step);
  }

  // The network is gone: from now on nothing arrives.
  onDrop(step) {
    if (!this.joined || this.cut) return;
    this.cut = true;
    if (step.direction === "uplink") return; // Everything still arrives: nothing is noticed here.
    this.clock.at(this.clock.now + 4_000, "interrupted", () => {
      this.interrupted = true;
      this.say("interrupted");
    });
    this.clock.at(this.clock.now + 10_000, "lost", () => this.say("lost"));
    for (const [peer, since] of this.silences) {
      this.silences.set(peer, since ?? this.clock.now);
      this.clock.cancel(peer); // Nothing of others is concluded while nothing arrives.
    }
  }

  // The network is back, and so is the connection.
  onRestore(step) {
    if (!this.cut) return;
    this.clock.cancel("interrupted");
    this.clock.cancel("lost");
    if (this.interrupted) this.say("rejoined");
    this.cut = this.interrupted = false;
    for (const [peer, since] of this.silences) if (since !== undefined) this.watch(peer);
  }

  // The app leaves the channel.
  onLeave(step) {
    this.end();
  }

  // The app's process is killed: nothing that was pending may happen any more.
  onKill(step) {
    this.end();
  }

  // Packets of the user step.peer arrive from now on: for the first time, or again.
  onPeerHeard({ peer }) {
    if (!this.silences.has(peer)) this.say("back", peer);
    this.silences.set(peer, undefined);
    this.clock.cancel(peer);
  }

  // From now on no packet of step.peer arrives.
  onPeerSilent({ peer }) {
    if (!this.silences.has(peer)) return;
    this.silences.set(peer, this.silences.get(peer) ?? this.clock.now);
    this.watch(peer);
  }

  // The goodbye of step.peer arrives.
  onPeerLeft({ peer }) {
    if (this.silences.has(peer)) this.lose(peer, "quit");
  }

  // The silence of `peer` has a limit.
  watch(peer) {
    this.clock.at(this.silences.get(peer) + this.window, peer, () => this.lose(peer, "dropped"));
  }

  lose(peer, how) {
    this.silences.delete(peer);
    this.clock.cancel(peer);
    this.say(how, peer);
  }

  // Tells the app, in the words of its platform.
  say(event, peer) {
    const name = NAMES[this.platform][event];
    if (name) this.tell(name, peer);
  }

  // What your SDK's callbacks call: the app is told `name` now; `peer` is the user it is about.
  tell(name, peer) {
    this.callbacks.push({ at: this.clock.now, uid: this.uid, name, peer });
  }
}

// The scenario's time, for your SDK to use in place of the wall's. Nothing here waits.
class Clock {
  now = 0;
  deadlines = new Map();

  // Runs `action` at `due` milliseconds, unless `key` is cancelled or set anew before.
  at(due, key, action) { this.deadlines.set(key, { key, due: Math.max(due, this.now), action }); }

  cancel(key) { this.deadlines.delete(key); }

  // Goes on to `end`: what is due earlier happens, in order; what is due at `end` itself waits.
  advance(end) {
    const earliest = () => [...this.deadlines.values()].sort((a, b) => a.due - b.due)[0];
    for (let next = earliest(); next && next.due < end; next = earliest()) {
      this.deadlines.delete(next.key);
      this.now = next.due;
      next.action();
    }
    this.now = end;
  }
}

// ---- The protocol: nothing to do from here on. ----

function run({ participants: [user], steps, until }) {
  const clock = new Clock();
  const client = new Client(user.uid, user.platform, clock);
  for (const step of steps) {
    clock.advance(step.at);
    client[`on-${step.do}`.replace(/-(.)/g, (_, letter) => letter.toUpperCase())](step);
  }
  clock.advance(until + 1);
  return client.callbacks;
}

function answer({ type, id, scenario }) {
  if (type === "hello") return HELLO;
  try {
    return { type: "trace", id, callbacks: run(scenario) };
  } catch (problem) {
    return { type: "error", id, message: problem.stack };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + "\n");
}
