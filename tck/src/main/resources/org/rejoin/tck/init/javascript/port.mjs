// A port: your SDK behind Rejoin's port protocol 1. Your work is the class Client.
import { createInterface } from "node:readline";

const HELLO = {
  type: "hello", protocol: 1, name: "my-sdk", version: "0.1.0",
  platforms: ["android", "windows", "linux", "ios", "macos", "web"],
  view: "client", clock: "virtual", profile: "agora-2019-05", features: ["leave", "kill"],
};

// One client of your SDK, for one scenario. Its app lives on `platform` and is user `uid`.
class Client {
  constructor(uid, platform, clock) {
    Object.assign(this, { uid, platform, clock, callbacks: [] });
  }

  // The app joins step.channel: a fresh session, on a network that works.
  onJoin(step) {}

  // The app was killed, is started again, and has joined: a fresh session too.
  onRestart(step) {}

  // The network is gone: from now on nothing arrives.
  onDrop(step) {}

  // The network is back, and so is the connection.
  onRestore(step) {}

  // The app leaves the channel.
  onLeave(step) {}

  // The app's process is killed: nothing that was pending may happen any more.
  onKill(step) {}

  // Packets of the user step.peer arrive from now on: for the first time, or again.
  onPeerHeard(step) {}

  // From now on no packet of step.peer arrives.
  onPeerSilent(step) {}

  // The goodbye of step.peer arrives.
  onPeerLeft(step) {}

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
