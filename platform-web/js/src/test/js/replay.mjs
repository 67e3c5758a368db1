// Runs input lines through the ES module and writes what it said: replay.mjs MODULE INPUTS OUTPUTS
// Each line is a client's options or a call with its arguments; each call answers with its callbacks,
// or the error that it threw, and then the next deadline.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [module, inputs, outputs] = process.argv.slice(2);
const { createClient } = await import(pathToFileURL(module).href);

const said = [];
const told = ({ at, uid, name, peer = "-", reason = "-" }) =>
  said.push(`${at} ${uid} ${name} ${peer} ${reason}`);

let client;
for (const line of readFileSync(inputs, "utf8").trimEnd().split("\n")) {
  const [verb, ...words] = line.split(" ");
  said.push(`> ${line}`);
  if (verb === "client") {
    const [uid, platform, mode, profile, ...names] = words;
    client = createClient({ uid: Number(uid), platform, mode, profile });
    names.forEach((name) => client.on(name, told));
    continue;
  }
  try {
    client[verb](...words.map(Number));
  } catch (error) {
    said.push(`${error.constructor.name}: ${error.message}`);
  }
  said.push(`next ${client.nextDeadline()}`);
}
writeFileSync(outputs, said.map((line) => line + "\n").join(""));
