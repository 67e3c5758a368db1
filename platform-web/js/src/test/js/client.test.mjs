// What only JavaScript can see of the module: misuse, handlers, and that the typings say the truth.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import test from "node:test";
import { pathToFileURL } from "node:url";

const file = process.env.REJOIN_MODULE;
const { createChannel, createClient, createReconnect } = await import(pathToFileURL(file).href);
const web = () => createClient({ uid: 1, platform: "web" });
const joined = (client) => (client.join(0), client.linkUp(0), client);
const refused = (call, message) => assert.throws(call, { name: "Error", message });

test("options that are missing, unknown or wrong are refused in words", () => {
  refused(() => createClient(), "createClient needs {uid, platform, mode?, profile?}, was undefined");
  refused(() => createClient(null), "createClient needs {uid, platform, mode?, profile?}, was null");
  refused(() => createClient({ platform: "web" }), "uid must be a whole number, was undefined");
  refused(() => createClient({ uid: "1", platform: "web" }), "uid must be a whole number, was '1'");
  refused(() => createClient({ uid: 1.5, platform: "web" }), "uid must be a whole number, was 1.5");
  refused(() => createClient({ uid: 0, platform: "web" }), "uid must be 1 to 4294967295, was 0");
  refused(
    () => createClient({ uid: 1, platform: "symbian" }),
    "no platform is called 'symbian'; there are [android, windows, linux, ios, macos, web]",
  );
  refused(
    () => createClient({ uid: 1, platform: "web", mode: null }),
    "no mode is called null; there are [communication, live]",
  );
  refused(
    () => createClient({ uid: 1, platform: "web", profile: "mine" }),
    "no profile is called 'mine'; there are [agora-2019-05, agora-2020-timeline, agora-current]",
  );
  refused(
    () => createClient({ uid: 1, platform: "web", mod: "live" }),
    "createClient has no option 'mod'; there are [uid, platform, mode, profile]",
  );
});

test("a name that the platform has not under the profile is refused", () => {
  refused(
    () => web().on("onUserOffline", () => {}),
    "no callback is called 'onUserOffline'; there are [stream-removed, peer-leave, stream-added]",
  );
  const android = createClient({ uid: 1, platform: "android", profile: "agora-current" });
  android.on("onRejoinChannelSuccess", () => {});
  refused(
    () => android.off("didRejoinChannel", () => {}),
    "no callback is called 'didRejoinChannel'; there are [onConnectionInterrupted," +
      " onConnectionLost, onRejoinChannelSuccess, onUserOffline, onUserJoined]",
  );
  refused(() => web().on("peer-leave"), "handler must be a function, was undefined");
});

test("a time or a user that is none is refused, and changes nothing", () => {
  const client = joined(web());
  refused(() => client.advanceTo(), "now must be a whole number, was undefined");
  refused(() => client.advanceTo(NaN), "now must be a whole number, was NaN");
  refused(
    () => client.advanceTo(8640000000000001),
    "now must be at most 8640000000000000, as for a Date, was 8640000000000001",
  );
  refused(() => client.userHeard("2", 5), "uid must be a whole number, was '2'");
  refused(() => client.userHeard(2n, 5), "uid must be a whole number, was 2");
  refused(() => client.userHeard(1, 5), "user 1 is the local user");
  client.advanceTo(5);
  refused(() => client.linkDown(4), "time runs backwards: 4 after 5");
  assert.equal(client.nextDeadline(), Infinity);
});

test("a handler is given a frozen event with what there is to say", () => {
  const seen = [];
  const client = joined(createClient({ uid: 7, platform: "ios" }));
  client.on("didJoinedOfUid", (event) => seen.push(event));
  client.on("didOfflineOfUid", (event) => seen.push(event));
  client.userHeard(4294967295, 10);
  client.userLeft(4294967295, 20);
  assert.deepEqual(seen, [
    { at: 10, uid: 7, name: "didJoinedOfUid", peer: 4294967295 },
    { at: 20, uid: 7, name: "didOfflineOfUid", peer: 4294967295, reason: "quit" },
  ]);
  assert.ok(seen.every(Object.isFrozen));
});

test("handlers are called in order, each once, until they are taken off", () => {
  const order = [];
  const first = () => order.push("first");
  const client = joined(web());
  client.on("stream-added", first);
  client.on("stream-added", () => order.push("second"));
  client.on("stream-added", first);
  client.off("peer-leave", first);
  client.userHeard(2, 1);
  client.off("stream-added", first);
  client.off("stream-added", first);
  client.userHeard(3, 1);
  assert.deepEqual(order, ["first", "second", "second"]);
});

test("a handler may call the client, and what follows is told after what came before", () => {
  const order = [];
  const client = joined(createClient({ uid: 1, platform: "linux" }));
  client.on("onConnectionInterrupted", ({ at, name }) => {
    order.push(`${at} ${name}`);
    client.linkUp(20000);
  });
  client.on("onConnectionLost", ({ at, name }) => order.push(`${at} ${name}`));
  client.on("didRejoinChannel", ({ at, name }) => order.push(`${at} ${name}`));
  client.linkDown(0);
  client.advanceTo(20000);
  assert.deepEqual(order, [
    "4000 onConnectionInterrupted",
    "10000 onConnectionLost",
    "20000 didRejoinChannel",
  ]);
});

test("what a handler throws is thrown on as it is, after everybody was told", () => {
  const mine = new TypeError("mine");
  const told = [];
  const client = joined(web());
  client.on("stream-added", () => {
    throw mine;
  });
  client.on("stream-added", ({ peer }) => told.push(peer));
  assert.throws(() => client.userHeard(2, 1), (error) => error === mine);
  client.off("stream-added", () => {});
  assert.throws(() => client.userHeard(3, 1), (error) => error === mine);
  assert.deepEqual(told, [2, 3]);
});

test("everything that is concluded is told to who asks for events, also where the platform is silent", () => {
  const seen = [];
  const client = joined(web());
  client.onEvent((event) => seen.push(event));
  client.userHeard(2, 0);
  client.linkDown(0);
  client.linkUp(5000);
  assert.deepEqual(seen, [
    { at: 0, uid: 1, kind: "user-joined", name: "stream-added", peer: 2 },
    { at: 4000, uid: 1, kind: "interrupted" },
    { at: 5000, uid: 1, kind: "rejoined" },
  ]);
  assert.ok(seen.every(Object.isFrozen));
  assert.equal(client.isInSession(), true);
  client.end(6000);
  assert.equal(client.isInSession(), false);
});

test("a channel is destroyed 10 s after its last user became absent, unless one comes by then", () => {
  const channel = createChannel({});
  assert.equal(channel.present(1, 0), Infinity);
  assert.equal(channel.absent(1, 5000), Infinity);
  assert.equal(channel.nextDeadline(), 15000);
  assert.equal(channel.present(1, 15000), Infinity);
  assert.equal(channel.absent(1, 20000), Infinity);
  assert.equal(channel.advanceTo(30000), 30000);
  assert.equal(channel.nextDeadline(), Infinity);
  refused(() => channel.present(0, 30000), "uid must be 1 to 4294967295, was 0");
  refused(() => channel.advanceTo(29999), "time runs backwards: 29999 after 30000");
  refused(() => createChannel(), "createChannel needs {profile?}, was undefined");
});

test("a reconnect loop tries the other servers first", () => {
  const loop = createReconnect({ servers: ["s1", "s2"], waitMillis: 1000 });
  assert.equal(loop.nextDeadline(), Infinity);
  loop.start("s1", 4000);
  assert.deepEqual(loop.advanceTo(5000), [
    { at: 4000, server: "s2" },
    { at: 5000, server: "s1" },
  ]);
  assert.equal(loop.nextDeadline(), 6000);
  loop.stop();
  assert.deepEqual(loop.advanceTo(9000), []);
  refused(() => loop.start("s3", 9000), "server s3 is none of [s1, s2]");
  refused(() => loop.start(1, 9000), "lostServer must be a string, was 1");
  refused(
    () => createReconnect({ servers: [1], waitMillis: 1000 }),
    "servers must be an array of strings, was 1",
  );
  refused(() => createReconnect({ servers: [], waitMillis: 1000 }), "servers: needs at least one to try");
  refused(() => createReconnect({ servers: ["s1"], waitMillis: 0 }), "waitMillis must be at least 1, was 0");
});

test("the typings name what there is", () => {
  const typings = readFileSync(join(dirname(file), "rejoin.d.ts"), "utf8");
  const things = {
    Client: web(),
    Channel: createChannel({}),
    Reconnect: createReconnect({ servers: ["s1"], waitMillis: 1 }),
  };
  for (const [name, thing] of Object.entries(things)) {
    const [, body] = typings.match(new RegExp(`^export interface ${name}\\b[^{]*\\{\\n(.*?)^\\}`, "ms"));
    const declared = [...body.matchAll(/^ {2}(\w+)(?:<.*>)?\(/gm)].map((match) => match[1]);
    const there = Object.getOwnPropertyNames(Object.getPrototypeOf(thing));
    assert.deepEqual(declared.filter((method) => !there.includes(method)), []);
    // The compiler leaves its own methods beside the exported ones, under names of few letters.
    const undeclared = there.filter((method) => !declared.includes(method) && method.length > 3);
    assert.deepEqual(undeclared, ["constructor"]);
    assert.ok(declared.length > 3, name);
  }

  const names = [
    ...["android", "ios", "web"].map((platform) => ({ uid: 1, platform })),
    { uid: 1, platform: "android", profile: "agora-current" },
  ].flatMap((options) => {
    try {
      return createClient(options).on("");
    } catch ({ message }) {
      return message.match(/\[(.*)\]/)[1].split(", ");
    }
  });
  const callbacks = typings.slice(typings.indexOf("AwlCallback ="), typings.indexOf("CallbackOf<"));
  const typed = [...callbacks.matchAll(/"([\w-]+)"/g)].map((match) => match[1]);
  assert.deepEqual([...new Set(typed)].sort(), [...new Set(names)].sort());
});
