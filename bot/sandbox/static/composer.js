// The input line: commands, attachments, the text, send.

import { attachButton } from "./attach.js";
import { el, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { t } from "./words.js";

const LONGEST = 4096; // Telegram's longest message
const drafts = new Map();

export class Composer {
  #commands = [];

  /** `send(what, ...payload)` resolves with true when the sandbox took it. */
  constructor(personId, send, toasts) {
    this.personId = personId;
    this.send = send;
    this.input = el("textarea", { rows: "1", maxlength: LONGEST, placeholder: t("message"), "aria-label": t("message"), enterkeyhint: "send" });
    this.input.value = drafts.get(personId) ?? "";
    this.menu = el(
      "button",
      { type: "button", class: "commands", hidden: true, "aria-label": t("commands"), title: t("commands"), "aria-haspopup": "menu", "aria-expanded": "false", on: { click: () => this.#openCommands() } },
      icon("menu"),
      el("span", { text: t("commands") }),
    );
    this.go = iconButton("send", t("send"), () => this.#submit(), { class: "round go" });
    this.node = el("div", { class: "composer" }, this.menu, attachButton(send, toasts), this.input, this.go);
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.#typed();
  }

  setCommands(commands) {
    this.#commands = commands;
    this.menu.hidden = commands.length === 0;
  }

  #openCommands() {
    const items = this.#commands.map(({ command, description }) => ({ label: description, note: `/${command}`, run: () => this.send("say", `/${command}`) }));
    openMenu(this.menu, t("commands"), items);
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit();
  }

  #typed() {
    drafts.set(this.personId, this.input.value);
    this.go.disabled = !this.input.value.trim();
    this.#grow();
  }

  #grow() {
    this.input.style.height = "";
    const border = this.input.offsetHeight - this.input.clientHeight;
    if (this.input.isConnected && this.input.value) this.input.style.height = `${this.input.scrollHeight + border}px`;
  }

  async #submit() {
    const text = this.input.value.trim();
    if (!text) return;
    this.#set("");
    this.input.focus();
    const sent = await this.send("say", text);
    if (!sent && !this.input.value) this.#set(text);
  }

  #set(text) {
    this.input.value = text;
    this.#typed();
  }
}
