// Buttons of a message and buttons that stand instead of a keyboard.

import { el, icon } from "./dom.js";
import { link } from "./rich.js";
import { t } from "./words.js";

/** Rows of buttons under a message. `actions.tap(message, data)` resolves when the bot has answered. */
export function inlineKeyboard(message, actions) {
  const rows = message.keyboard.map((row) => el("div", { class: "keys-row" }, row.map((key) => inlineKey(message, key, actions))));
  return el("div", { class: "keys", role: "group", "aria-label": t("keyboard") }, rows);
}

function inlineKey(message, key, actions) {
  if (key.url) return link(key.url, [key.text, icon("out")], actions, { class: "key", title: t("new-tab") });
  const waiting = actions.isWaiting(message.id, key.data);
  const button = el("button", { type: "button", class: "key", text: key.text, disabled: key.data === null, "aria-busy": waiting ? "true" : null });
  button.addEventListener("click", async () => {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    await actions.tap(message, key.data);
    button.removeAttribute("aria-busy");
  });
  return button;
}

/** The rows that the newest message with a reply keyboard asks for; null where there is none. */
export function currentReplyKeyboard(messages) {
  const last = messages.findLast((message) => message.reply_keyboard !== null && message.reply_keyboard !== undefined);
  return last?.reply_keyboard.length ? last.reply_keyboard : null;
}

export function replyKeyboard(rows, actions) {
  const key = ({ text, request_contact: contact }) =>
    el("button", { type: "button", class: "key", text, on: { click: () => (contact ? actions.contact() : actions.say(text)) } });
  return rows.map((row) => el("div", { class: "keys-row" }, row.map(key)));
}
