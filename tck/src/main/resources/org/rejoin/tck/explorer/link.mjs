// A scenario in the fragment of an address: profile;mode;users;servers;steps;until;name
// Users are 1android, steps 5000d1 with details after colons; names are percent-encoded. All of it fits into a chat.

const LETTERS = { join: "j", drop: "d", restore: "r", leave: "l", kill: "k", restart: "s" };
const ACTIONS = Object.fromEntries(Object.entries(LETTERS).map(([action, letter]) => [letter, action]));

/** Which field of a step its details are, by its action. */
const DETAIL = { join: "channel", restart: "channel", drop: "direction", restore: "server" };

/**
 * @param {object} scenario a scenario of the port protocol
 * @param {string} profile the constants in force
 * @returns {string} the fragment, without its #
 */
export function toFragment(scenario, profile) {
  return [
    profile,
    scenario.mode ?? "communication",
    scenario.participants.map(({ uid, platform }) => uid + platform).join(","),
    (scenario.servers ?? []).map(encode).join(","),
    scenario.steps.map(stepText).join(","),
    scenario.until,
    encode(scenario.name ?? ""),
  ].join(";");
}

/**
 * @param {string} fragment what toFragment gave
 * @returns {{profile: string, scenario: object}} what it was given
 * @throws {Error} if it is none
 */
export function fromFragment(fragment) {
  const parts = fragment.split(";");
  if (parts.length !== 7) throw new Error("a link's scenario has seven parts");
  const [profile, mode, users, servers, steps, until, name] = parts;
  const scenario = {};
  if (name !== "") scenario.name = decodeURIComponent(name);
  if (mode !== "communication") scenario.mode = mode;
  scenario.participants = list(users).map(readUser);
  if (servers !== "") scenario.servers = list(servers).map(decodeURIComponent);
  scenario.steps = list(steps).map(readStep);
  scenario.until = number(until);
  return { profile, scenario };
}

function stepText(step) {
  return [`${step.at}${LETTERS[step.do]}${step.uid}`, ...details(step)].join(":");
}

function details(step) {
  if (step.do === "kill") {
    const { how, voip, foreground } = step.context ?? {};
    return how === undefined ? [] : [how, voip ? "voip" : "no-voip", foreground ? "front" : "back"];
  }
  const detail = step[DETAIL[step.do]];
  return detail === undefined ? [] : [encode(detail)];
}

function readUser(text) {
  const [, uid, platform] = match(text, /^(\d+)([a-z]+)$/);
  return { uid: number(uid), platform };
}

function readStep(text) {
  const [head, ...more] = text.split(":");
  const [, at, letter, uid] = match(head, /^(\d+)([jdrlks])(\d+)$/);
  const step = { at: number(at), do: ACTIONS[letter], uid: number(uid) };
  if (more.length === 0) return step;
  if (step.do === "kill") {
    const [how, voip, front] = more;
    return { ...step, context: { how, voip: voip === "voip", foreground: front === "front" } };
  }
  return { ...step, [DETAIL[step.do]]: decodeURIComponent(more[0]) };
}

function encode(text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`);
}

function list(text) {
  return text === "" ? [] : text.split(",");
}

function match(text, pattern) {
  const found = pattern.exec(text);
  if (found === null) throw new Error(`'${text.slice(0, 40)}' is no part of a scenario`);
  return found;
}

function number(text) {
  const value = Number(text);
  if (text === "" || !Number.isSafeInteger(value) || value < 0) throw new Error(`'${text.slice(0, 40)}' is no whole number`);
  return value;
}
