// Questions and alerts in a real <dialog>: focus is kept inside, Escape cancels.

import { el } from "./dom.js";
import { t } from "./words.js";

let count = 0;

/**
 * Shows `body` under `title`; resolves with what `collect` returns, or null when cancelled.
 * `collect` runs on submit and keeps the dialog open by returning undefined. `submit: null` leaves only «cancel».
 */
export function ask({ title, text, body = [], submit, cancel = true, collect = () => true, role = "dialog" }) {
  return new Promise((resolve) => {
    const id = `dialog-${(count += 1)}`;
    const finish = (value) => {
      dialog.remove();
      resolve(value);
    };
    const send = (event) => {
      event.preventDefault();
      const value = collect();
      if (value !== undefined) finish(value);
    };
    const form = el(
      "form",
      { novalidate: true, on: { submit: send } },
      title && el("h2", { id: `${id}-title`, text: title }),
      text && el("p", { id: `${id}-text`, text }),
      body,
      el("div", { class: "dialog-buttons" }, cancel && cancelButton(() => dialog.close()), submit && el("button", { type: "submit", class: "primary", text: submit })),
    );
    const labels = { "aria-labelledby": title ? `${id}-title` : `${id}-text`, "aria-describedby": text && title ? `${id}-text` : null };
    const dialog = el("dialog", { role, ...labels }, form);
    dialog.addEventListener("close", () => dialog.isConnected && finish(null));
    document.body.append(dialog);
    dialog.showModal();
  });
}

/** What a bot's alert looks like: a text and one button. */
export const alertDialog = (text) => ask({ text, submit: t("ok"), cancel: false, role: "alertdialog" });

const cancelButton = (press) => el("button", { type: "button", class: "quiet", text: t("cancel"), on: { click: press } });

/** A labelled input with room for a refusal; `refuse(words)` shows why and keeps the dialog open. */
export function field(label, attributes = {}) {
  const id = `field-${(count += 1)}`;
  const input = el("input", { id, type: "text", autocomplete: "off", "aria-describedby": `${id}-refusal`, ...attributes });
  const refusal = el("small", { class: "refusal", id: `${id}-refusal`, role: "alert" });
  input.addEventListener("input", () => (refusal.textContent = ""));
  const refuse = (words) => {
    refusal.textContent = words;
    input.focus();
  };
  return { input, refuse, row: el("div", { class: "field" }, el("label", { for: id, text: label }), input, refusal) };
}

/** A labelled choice among [value, words] pairs. */
export function choice(label, options) {
  const id = `field-${(count += 1)}`;
  const select = el("select", { id }, options.map(([value, words]) => el("option", { value, text: words })));
  return { select, row: el("div", { class: "field" }, el("label", { for: id, text: label }), select) };
}

const WORD_MS = 70;
const LEAST_MS = 4000;

/** A short word over `place`; it goes by itself, a press sends it away at once. */
export function toast(place, text) {
  const node = el("button", { type: "button", class: "toast", text });
  const gone = () => node.remove();
  node.addEventListener("click", gone);
  place.append(node);
  setTimeout(gone, Math.max(LEAST_MS, text.length * WORD_MS));
}
