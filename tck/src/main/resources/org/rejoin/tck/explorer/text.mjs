// Times and users in words.

/** @param {number} millis @returns {string} such as `9.001 s` */
export function seconds(millis) {
  return `${Number((millis / 1000).toFixed(3))} s`;
}

/** @param {number} millis @returns {string} such as `9.000 s`: always as wide */
export function exactly(millis) {
  return `${(millis / 1000).toFixed(3)} s`;
}

const NAMES = { android: "Android", windows: "Windows", linux: "Linux", ios: "iOS", macos: "macOS", web: "Web" };

/** @param {string} platform @returns {string} as people write it */
export function platformName(platform) {
  return NAMES[platform];
}

/** @param {{name: string, peer?: number}} callback @returns {string} such as `onUserOffline(1)` */
export function callbackText({ name, peer }) {
  return `${name}(${peer ?? ""})`;
}

const ACTIONS = {
  join: "join",
  drop: "cut off",
  restore: "network back",
  leave: "leave",
  kill: "kill",
  restart: "restart and join",
};

/** @param {string} action @returns {string} what it does, in words */
export function actionText(action) {
  return ACTIONS[action];
}

/** @param {string} action @returns {string} the same as one sign, for pictures */
export function actionSign(action) {
  return { join: "▸", drop: "⚡", restore: "✓", leave: "◂", kill: "✕", restart: "↻" }[action];
}
