// One message: what it carries, its buttons, its time.

import { el, icon } from "./dom.js";
import { inlineKeyboard } from "./keyboards.js";
import { richText } from "./rich.js";
import { sizeWords, timeOf } from "./when.js";
import { language, t } from "./words.js";

/** Draws a message and redraws it in place when it changes, keeping its picture, sound and the focused button. */
export class MessageView {
  node = el("li", {});
  #drawn = null;
  #media = { url: null, node: null };

  constructor(zone, actions) {
    this.zone = zone;
    this.actions = actions;
  }

  /** True when something changed on the screen. */
  draw(message) {
    const shape = `${language()} ${JSON.stringify(message)} ${this.#waiting(message)}`;
    if (shape === this.#drawn) return false;
    this.#drawn = shape;
    const focused = this.#focusedKey();
    this.node.className = `message from-${message.from}${message.sticker ? " bare" : ""}${message.keyboard ? " with-keys" : ""}`;
    this.node.dataset.id = message.id;
    this.node.replaceChildren(this.#bubble(message), ...(message.keyboard ? [inlineKeyboard(message, this.actions)] : []), this.#foot(message));
    this.#focusKey(focused);
    return true;
  }

  #bubble(message) {
    const { document: file, contact, sticker, html } = message;
    return el(
      "div",
      { class: message.photo ? "bubble with-photo" : "bubble" },
      this.#mediaOf(message),
      file && fileLink(file),
      contact && contactCard(contact),
      sticker && el("span", { class: "sticker", role: "img", "aria-label": t("sticker", { emoji: sticker }), text: sticker }),
      html && el("div", { class: "text" }, richText(html, this.actions)),
    );
  }

  #mediaOf({ photo, voice }) {
    const url = photo ?? voice;
    // An edited caption must not load the picture again nor stop the voice.
    if (url !== this.#media.url) this.#media = { url, node: photo ? picture(photo) : voice && sound(voice) };
    return this.#media.node;
  }

  #foot({ date, edited }) {
    const time = el("time", { datetime: date, text: timeOf(date, this.zone) });
    return el("div", { class: "foot" }, edited && el("span", { text: t("edited") }), time);
  }

  /** A message that changed while a button waited for its answer is drawn again when the answer has come. */
  #waiting({ id, keyboard }) {
    return (keyboard ?? []).flat().map(({ data }) => this.actions.isWaiting(id, data));
  }

  #focusedKey() {
    const keys = [...this.node.querySelectorAll(".key")];
    return keys.indexOf(document.activeElement);
  }

  #focusKey(at) {
    if (at < 0) return;
    const keys = this.node.querySelectorAll(".key");
    (keys[Math.min(at, keys.length - 1)] ?? this.node.closest(".messages"))?.focus({ preventScroll: true });
  }
}

const picture = (url) => el("a", { class: "photo", href: url, target: "_blank", rel: "noopener", "aria-label": t("photo-open") }, el("img", { src: url, alt: t("photo") }));

const sound = (url) => el("audio", { controls: true, preload: "metadata", src: url, "aria-label": t("voice") });

const card = (sign, title, note) => [el("span", { class: "card-sign" }, icon(sign)), el("span", { class: "card-words" }, el("strong", { text: title }), el("small", { text: note }))];

const fileLink = ({ name, url, size }) => el("a", { class: "card", href: url, download: name }, card("file", name, sizeWords(size)));

const contactCard = ({ name, phone }) => el("div", { class: "card", "aria-label": t("contact") }, card("person", name, phone));
