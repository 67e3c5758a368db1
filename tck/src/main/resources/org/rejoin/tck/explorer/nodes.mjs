// Elements as values, [name, attributes, ...children], which become part of a page, or text.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {string | [string, object, ...any[]]} Node */

/** @param {Node} node @param {string} [space] its name space @returns {globalThis.Node} the same in the page */
export function toDom(node, space) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const inside = name === "svg" ? SVG : space;
  const element = inside === undefined ? document.createElement(name) : document.createElementNS(inside, name);
  for (const [attribute, value] of present(attributes)) element.setAttribute(attribute, value === true ? "" : value);
  element.append(...children.map((child) => toDom(child, inside)));
  return element;
}

/** @param {Node} node @returns {string} the same as XML */
export function toXml(node) {
  if (typeof node === "string") return escaped(node);
  const [name, attributes, ...children] = node;
  const words = present(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(String(value))}"`);
  const inside = children.map(toXml).join("");
  return `<${name}${words.join("")}>${inside}</${name}>`;
}

/** Puts nodes in place of what an element holds, and the focus back on what has the same key. */
export function fill(element, nodes, space) {
  const held = document.activeElement;
  const key = element.contains(held) ? held.dataset.key : undefined;
  element.replaceChildren(...nodes.map((node) => toDom(node, space)));
  if (key !== undefined) element.querySelector(`[data-key="${CSS.escape(key)}"]`)?.focus({ preventScroll: true });
}

/** The name space of drawings. */
export const DRAWING = SVG;

function present(attributes) {
  return Object.entries(attributes).filter(([, value]) => value !== undefined && value !== false);
}

function escaped(text) {
  return text.replace(/[&<>"]/g, (it) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[it]);
}
