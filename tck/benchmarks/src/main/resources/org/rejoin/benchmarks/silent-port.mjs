// A port that takes every line apart and tells nobody anything: what a port costs at least.
import { createInterface } from "node:readline";

console.log(JSON.stringify({
  type: "hello", protocol: 1, name: "silent", version: "1", view: "channel",
  platforms: ["android", "windows", "linux", "ios", "macos", "web"], clock: "virtual",
  profile: "agora-2019-05", features: ["leave", "kill"],
}));
createInterface({ input: process.stdin }).on("line", (line) => {
  const message = JSON.parse(line);
  if (message.type === "run") {
    process.stdout.write(JSON.stringify({ type: "trace", id: message.id, callbacks: [] }) + "\n");
  }
});
