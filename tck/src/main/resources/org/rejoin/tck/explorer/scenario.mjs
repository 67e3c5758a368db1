// A scenario that can be edited: steps have ids that stay while they move. Nothing here changes what it is given.

const UIDS = 4294967295;
const LAST = Number.MAX_SAFE_INTEGER;
const PLATFORMS = ["android", "windows", "linux", "ios", "macos", "web"];
const ACTIONS = ["join", "drop", "restore", "leave", "kill", "restart"];
const CHOICES = { direction: ["both", "uplink", "downlink"], mode: ["communication", "live"] };

/** @typedef {import("./world.js").Step & {id: number}} Step */
/** @typedef {{name?: string, mode?: string, participants: object[], servers?: string[], steps: Step[], until: number, next: number}} Draft */

/**
 * @param {object} scenario from wherever
 * @returns {Draft} the same, to be edited
 * @throws {Error} saying what is wrong with it
 */
export function open(scenario) {
  check(scenario);
  const steps = scenario.steps.map((step, id) => ({ ...step, id }));
  return { ...scenario, steps, next: steps.length };
}

/** @param {Draft} draft @returns {object} the scenario as a file has it */
export function close({ next, steps, ...scenario }) {
  const { until, ...before } = scenario;
  return { ...before, steps: steps.map(({ id, ...step }) => step), until };
}

/** @returns {Draft} with a step more, after those of its instant, and the step's id as `added` */
export function add(draft, step) {
  const added = { ...step, id: draft.next };
  return { ...draft, steps: inOrder([...draft.steps, added]), next: draft.next + 1, added: undefined };
}

/** @returns {Draft} with some steps changed: each has an id and the fields that are new */
export function change(draft, ...changes) {
  const steps = draft.steps.map((step) => clean({ ...step, ...changes.find(({ id }) => id === step.id) }));
  return { ...draft, steps: inOrder(steps) };
}

/** @returns {Draft} without the steps of these ids */
export function remove(draft, ...ids) {
  return { ...draft, steps: draft.steps.filter(({ id }) => !ids.includes(id)) };
}

/** @returns {Draft} with a user more, who joins at once */
export function addUser(draft, platform) {
  const uid = 1 + Math.max(0, ...draft.participants.map((user) => user.uid));
  const joined = add(draft, { at: 0, do: "join", uid });
  return { ...joined, participants: [...draft.participants, { uid, platform }] };
}

/** @returns {Draft} without a user and all that was done to it */
export function removeUser(draft, uid) {
  return {
    ...draft,
    participants: draft.participants.filter((user) => user.uid !== uid),
    steps: draft.steps.filter((step) => step.uid !== uid),
  };
}

/** @returns {Draft} with a user on another platform; only Web has pages to close */
export function setPlatform(draft, uid, platform) {
  const steps = draft.steps.map((step) => (step.uid === uid ? clean({ ...step, context: undefined }) : step));
  return { ...draft, steps, participants: draft.participants.map((user) => (user.uid === uid ? { uid, platform } : user)) };
}

/** @returns {Draft} that ends at another time, though not before its last step */
export function setUntil(draft, until) {
  const last = Math.max(0, ...draft.steps.map((step) => step.at));
  return { ...draft, until: Math.min(LAST, Math.max(last, until)) };
}

function inOrder(steps) {
  return [...steps].sort((one, other) => one.at - other.at);
}

/** Leaves out what is as it is by default. */
function clean(step) {
  return Object.fromEntries(
    Object.entries(step).filter(([field, value]) => value !== undefined && !(field === "direction" && value === "both")),
  );
}

function check(scenario) {
  const { participants, servers = [], steps, until, mode = "communication" } = scenario ?? {};
  demand([participants, servers, steps].every(Array.isArray), "it needs participants and steps");
  demand(whole(until, LAST), "the end must be a whole number of milliseconds");
  demand(CHOICES.mode.includes(mode), `there is no mode '${mode}'`);
  demand(participants.length > 0 && participants.length <= 40, "there must be one user, and at most 40");
  const uids = new Set(participants.map((user) => user.uid));
  demand(uids.size === participants.length, "every user needs its own uid");
  for (const { uid, platform } of participants) {
    demand(whole(uid, UIDS) && uid > 0, `there can be no user ${uid}`);
    demand(PLATFORMS.includes(platform), `there is no platform '${platform}'`);
  }
  demand(steps.length <= 2000, "there must be at most 2000 steps");
  steps.forEach((step, i) => {
    demand(ACTIONS.includes(step.do), `step ${i + 1} does nothing that the explorer knows`);
    demand(uids.has(step.uid), `step ${i + 1} is done to nobody`);
    demand(whole(step.at, until) && (i === 0 || step.at >= steps[i - 1].at), `step ${i + 1} comes out of its time`);
    demand(CHOICES.direction.includes(step.direction ?? "both"), `step ${i + 1} cuts no direction`);
    const server = step.do === "restore" && servers.length > 0 ? servers.includes(step.server) : step.server === undefined;
    demand(server, `step ${i + 1} names the wrong server`);
  });
}

function whole(value, most) {
  return Number.isSafeInteger(value) && value >= 0 && value <= most;
}

function demand(holds, message) {
  if (!holds) throw new Error(message);
}
