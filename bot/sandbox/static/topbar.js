// The bar over the phones: what this is, what time it is here, which language the page speaks.

import * as api from "./api.js";
import { toast } from "./dialog.js";
import { el, setText } from "./dom.js";
import { clockWords } from "./when.js";
import { language, setLanguage, t } from "./words.js";

const MOVES = ["now", "hour", "day", "monday"];

export class TopBar {
  constructor(store, onLanguage) {
    this.store = store;
    this.time = el("time", { class: "clock-words" });
    this.buttons = MOVES.map((move) => el("button", { type: "button", text: t(`clock-${move}`), on: { click: (event) => this.#move(move, event.currentTarget) } }));
    this.moves = el("div", { class: "moves", role: "group", "aria-label": t("clock") }, this.buttons);
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "assertive" });
    const other = language() === "ru" ? "en" : "ru";
    const switchLanguage = () => {
      setLanguage(other);
      onLanguage();
    };
    this.node = el(
      "header",
      { class: "topbar" },
      el("img", { src: "/static/icon.svg", alt: "", width: "32", height: "32" }),
      el("div", { class: "title" }, el("h1", { text: t("title") }), el("p", { text: t("about") })),
      el("div", { class: "clock" }, this.time, this.moves),
      el("button", { type: "button", class: "language", "aria-label": t("language"), title: t("language"), text: other.toUpperCase(), on: { click: switchLanguage } }),
      this.toasts,
    );
  }

  draw() {
    const { now, zone, movable } = this.store.state.clock;
    setText(this.time, clockWords(now, zone));
    this.time.dateTime = now;
    this.moves.hidden = !movable;
  }

  async #move(move, pressed) {
    if (this.moves.classList.contains("moving")) return;
    this.#busy(pressed, true);
    try {
      await api.moveClock(move);
    } catch {
      toast(this.toasts, t("clock-failed"));
    }
    await this.store.refresh();
    this.#busy(pressed, false);
  }

  #busy(pressed, busy) {
    // aria-disabled and not disabled: a disabled button would lose the keyboard's focus.
    this.moves.classList.toggle("moving", busy);
    for (const button of this.buttons) button.ariaDisabled = busy ? "true" : null;
    pressed.ariaBusy = busy ? "true" : null;
    pressed.title = busy ? t("clock-moving") : "";
  }
}
