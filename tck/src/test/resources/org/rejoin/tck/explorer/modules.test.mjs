// The page's modules that need no page: what can be edited, what a drag does, and what is refused.
import assert from "node:assert/strict";
import test from "node:test";
import { act, addOutage, drop, moveTo } from "./edits.mjs";
import { itemsOf, possible } from "./lanes.mjs";
import { fromFragment, toFragment } from "./link.mjs";
import { Scale } from "./scale.mjs";
import { addUser, close, open, removeUser, setPlatform, setUntil } from "./scenario.mjs";

const PROFILE = "agora-2019-05";
const draft = (steps, users = "1android,2web", servers = "") =>
  open(fromFragment(`${PROFILE};communication;${users};${servers};${steps};40000;`).scenario);
const steps = (it) => toFragment(close(it), PROFILE).split(";")[4];
const end = (it) => toFragment(close(it), PROFILE).split(";")[5];
const refused = (call, message) => assert.throws(call, { name: "Error", message });

test("a link that holds no scenario is refused in words", () => {
  refused(() => fromFragment("x"), "a link's scenario has seven parts");
  refused(() => draft("5x1"), "'5x1' is no part of a scenario");
  refused(() => draft("", "1"), "'1' is no part of a scenario");
  refused(() => fromFragment(`${PROFILE};live;1web;;;soon;`), "'soon' is no whole number");
});

test("a scenario that the reference could not run is refused in words", () => {
  refused(() => open(null), "it needs participants and steps");
  refused(() => open({ participants: [], steps: {}, until: 0 }), "it needs participants and steps");
  refused(() => draft("", ""), "there must be one user, and at most 40");
  refused(() => draft("", "1web,1web"), "every user needs its own uid");
  refused(() => draft("", "0web"), "there can be no user 0");
  refused(() => draft("", "1symbian"), "there is no platform 'symbian'");
  refused(() => draft("5j3"), "step 1 is done to nobody");
  refused(() => draft("5j1,4d1"), "step 2 comes out of its time");
  refused(() => draft("40001j1"), "step 1 comes out of its time");
  refused(() => draft("5d1:sideways"), "step 1 cuts no direction");
  refused(() => draft("5r1:s1"), "step 1 names the wrong server");
  refused(() => draft("5r1", "1web", "s1"), "step 1 names the wrong server");
  refused(() => fromFragment(`${PROFILE};duplex;1web;;;0;`) && open(fromFragment(`${PROFILE};duplex;1web;;;0;`).scenario), "there is no mode 'duplex'");
  refused(() => open({ participants: [{ uid: 1, platform: "web" }], steps: [{ at: 0, do: "peer-heard", uid: 1, peer: 2 }], until: 0 }), "step 1 does nothing that the explorer knows");
});

test("an outage is from its drop to its return, or to what ends its session, or to the end", () => {
  const outages = (text) => itemsOf(draft(text), 1).filter((it) => it.kind === "outage").map(({ start, to, open }) => [start.at, to, open]);
  assert.deepEqual(outages("0j1,5d1,9r1,20d1"), [[5, 9, false], [20, 40000, true]]);
  assert.deepEqual(outages("0j1,5d1,9k1"), [[5, 9, false]]);
  assert.deepEqual(outages("0j1,5d1,7d1,9r1"), [[5, 9, false]]);
});

test("what is dragged moves within the scenario, and an outage keeps its order", () => {
  const one = draft("0j1,0j2,5000d1,9000r1");
  const held = (part) => ({ uid: 1, key: "outage-2", part });
  assert.equal(steps(moveTo(one, held("whole"), 30000)), "0j1,0j2,30000d1,34000r1");
  assert.equal(steps(moveTo(one, held("whole"), 39000)), "0j1,0j2,36000d1,40000r1");
  assert.equal(steps(moveTo(one, held("start"), 12000)), "0j1,0j2,9000d1,9000r1");
  assert.equal(steps(moveTo(one, held("end"), 1000)), "0j1,0j2,5000d1,5000r1");
  assert.equal(steps(moveTo(one, held("end"), 40000)), "0j1,0j2,5000d1");
  assert.equal(steps(moveTo(moveTo(one, held("end"), 40000), held("end"), 8000)), "0j1,0j2,5000d1,8000r1");
  assert.equal(steps(moveTo(one, { uid: 2, key: "step-1", part: "whole" }, 6000)), "0j1,5000d1,6000j2,9000r1");
  assert.equal(steps(drop(one, held("start"))), "0j1,0j2");
  assert.equal(steps(moveTo(one, { uid: 1, key: "gone", part: "start" }, 0)), steps(one));
  assert.equal(steps(one), "0j1,0j2,5000d1,9000r1");
});

test("what is added comes after what is there at its instant", () => {
  const one = draft("0j1,0j2,5000d2");
  assert.equal(steps(addOutage(one, 1, 9000, 5000)), "0j1,0j2,5000d2,5000d1,9000r1");
  assert.equal(steps(addOutage(one, 1, 9000, 40000)), "0j1,0j2,5000d2,9000d1");
  assert.equal(steps(act(one, 1, "kill", 7000)), "0j1,0j2,5000d2,7000k1");
  assert.equal(steps(act(draft("0j1", "1web", "s1,s2"), 1, "restore", 7)), "0j1,7r1:s2");
});

test("a user can be made to do what changes something", () => {
  const one = draft("0j1,5d1,9r1,12k1,15s1,20l1");
  assert.deepEqual([4, 5, 9, 12, 15, 20].map((at) => possible(one, 1, at).join(" ")), [
    "drop leave kill", "restore leave kill", "drop leave kill", "restart", "drop leave kill", "join",
  ]);
  assert.deepEqual(possible(one, 2, 0), ["join"]);
});

test("users come, go and change", () => {
  const one = draft("0j1,0j2,5k2:page-closed:no-voip:front");
  assert.equal(steps(addUser(one, "ios")), "0j1,0j2,0j3,5k2:page-closed:no-voip:front");
  assert.equal(steps(removeUser(one, 2)), "0j1");
  assert.equal(steps(setPlatform(one, 2, "ios")), "0j1,0j2,5k2");
  assert.equal(end(setUntil(one, 1)), "5");
  assert.equal(end(setUntil(one, 2 ** 60)), String(Number.MAX_SAFE_INTEGER));
});

test("an instant that is pointed at is as round as a hand allows", () => {
  const scale = new Scale(1028, 40000);
  assert.equal(scale.at(scale.x(5000) + 2), 5000);
  assert.equal(scale.at(-100), 0);
  assert.equal(scale.at(9999), 40000);
  assert.equal(scale.ticks().at(-1), 40000);
  assert.deepEqual(scale.ticks().slice(0, 3), [0, 5000, 10000]);
  assert.ok(new Scale(1028, 2 ** 52).ticks().length < 30, "an axis of ages has too many names");
});
