#!/usr/bin/env node
// The reference in JavaScript as a port on stdio: node port.js [--view channel|client]
import { createInterface } from "node:readline";
import { runClient } from "./lone-client.js";
import { runChannel } from "./world.js";

const RUNS = { channel: runChannel, client: runClient };
const [flag = "--view", view = "channel", ...more] = process.argv.slice(2);
if (flag !== "--view" || !(view in RUNS) || more.length > 0) {
  process.stderr.write("port.js: usage: node port.js [--view channel|client]\n");
  process.exit(2);
}

const HELLO = {
  type: "hello",
  protocol: 1,
  name: "rejoin-js",
  version: "${project.version}",
  platforms: ["android", "windows", "linux", "ios", "macos", "web"],
  view,
  clock: "virtual",
  features: ["leave", "kill", "announces", "one-way-loss", "channels", "channel-lifecycle", "attempts"],
};

function answer({ type, id, profile, scenario }) {
  if (type === "hello") return HELLO;
  try {
    const { callbacks, server } = RUNS[view](scenario, profile);
    return { type: "trace", id, callbacks, server: server.length > 0 ? server : undefined };
  } catch (problem) {
    return { type: "error", id, message: String(problem.message) };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + "\n");
}
