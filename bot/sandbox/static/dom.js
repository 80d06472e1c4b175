// Builds elements without ever parsing a string as HTML.

/** An element; `on` holds listeners, `text` its text, everything else becomes an attribute (false, null: left out). */
export function el(tag, { on = {}, text, ...attributes } = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(node, name, value);
  for (const [event, listener] of Object.entries(on)) node.addEventListener(event, listener);
  if (text !== undefined) node.textContent = text;
  node.append(...children.flat().filter(Boolean));
  return node;
}

export function setAttribute(node, name, value) {
  if (value === false || value === null || value === undefined) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : String(value));
}

/** Setting a text draws its node anew, even where it says the same as before. */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

const SHAPES = {
  menu: "M4 7h16M4 12h16M4 17h10",
  clip: "m20 11-8.2 8.2a5 5 0 0 1-7.1-7.1l8.5-8.5a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.6-7.6",
  send: "M4 12h15M13 5.5 19.5 12 13 18.5",
  more: "M5.5 12h.01M12 12h.01M18.5 12h.01",
  chevron: "m6 9.5 6 6 6-6",
  down: "M12 5v14M6 13l6 6 6-6",
  photo: "M4 6h16v12H4zM4 16l4.5-4.5L13 16l3-3 4 4M15.5 9.5h.01",
  file: "M7 3h7l4 4v14H6V3zM14 3v4h4",
  sound: "M4 10v4M8 6v12M12 9v6M16 4v16M20 10v4",
  mic: "M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM6 11a6 6 0 0 0 12 0M12 17v4",
  person: "M12 4a4 4 0 0 1 0 8 4 4 0 0 1 0-8zM4.5 20a7.5 7.5 0 0 1 15 0",
  smile: "M12 3a9 9 0 0 1 0 18 9 9 0 0 1 0-18zM8.5 14.5a4.2 4.2 0 0 0 7 0M9 9.5h.01M15 9.5h.01",
  plus: "M12 5v14M5 12h14",
  ticket: "M4 7h16v3.5a1.5 1.5 0 0 0 0 3V17H4v-3.5a1.5 1.5 0 0 0 0-3zM14 7v2M14 11v2M14 15v2",
  away: "M6 6l12 12M18 6 6 18",
  stop: "M12 3a9 9 0 0 1 0 18 9 9 0 0 1 0-18zM5.6 5.6l12.8 12.8",
  check: "m5 12.5 4.5 4.5L19 7.5",
  out: "M9 5h10v10M19 5 6 18",
};

/** A line drawing; the words beside it or the control's label say the same, so it is hidden from screen readers. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** A round button that shows an icon only and says its name to screen readers and on hover. */
export function iconButton(name, label, press, attributes = {}) {
  return el("button", { type: "button", class: "round", "aria-label": label, title: label, on: { click: press }, ...attributes }, icon(name));
}

const HUES = 6;

/** A person's coloured circle with initials; the colour depends on the id, so it is the same everywhere. */
export function avatar(person) {
  const initials = person.name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
  return el("span", { class: `avatar hue-${Math.abs(person.id) % HUES}`, "aria-hidden": "true", text: initials });
}
