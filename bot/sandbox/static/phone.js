// One phone: a person's chat with the bot.

import * as api from "./api.js";
import { ChatView } from "./chat.js";
import { Composer } from "./composer.js";
import { alertDialog, toast } from "./dialog.js";
import { el, setText } from "./dom.js";
import { phoneHead } from "./head.js";
import { codeOfLink } from "./invitation.js";
import { currentReplyKeyboard, replyKeyboard } from "./keyboards.js";
import { askInvitation } from "./people.js";
import { welcome } from "./welcome.js";
import { timeOf } from "./when.js";
import { t } from "./words.js";

export class Phone {
  #waiting = new Set();
  #reading = false;
  #shapes = {};

  /** `page` does what concerns more than one phone: switchTo(phone, id), newPerson(phone), openLink(phone, code), putAway(phone). */
  constructor(store, personId, page) {
    this.store = store;
    this.personId = personId;
    this.page = page;
    this.api = api.chat(personId);
    const person = store.person(personId);
    this.clock = el("span", {});
    this.strip = el("div", { class: "strip", "aria-hidden": "true" }, this.clock, el("span", { class: "lens" }));
    this.head = el("div", {});
    this.toasts = el("div", { class: "toasts", role: "status", "aria-live": "assertive" });
    this.chat = new ChatView(person.name, this.#messageActions());
    this.composer = new Composer(personId, this.send, this.toasts);
    this.replies = el("div", { class: "replies", role: "group", "aria-label": t("reply-keyboard"), hidden: true });
    this.welcome = welcome(store.state.bot, (payload) => this.send("start", payload));
    this.blocked = el("div", { class: "blocked" }, el("p", { text: t("blocked") }), el("button", { type: "button", class: "primary", text: t("unblock"), on: { click: () => this.#block(false) } }));
    const label = t("phone", { name: person.name });
    this.node = el("section", { class: "phone", "aria-label": label, "data-person": personId }, this.strip, this.head, this.toasts, this.welcome, this.chat.node, this.blocked, this.composer.node, this.replies);
    this.draw();
  }

  /** Draws what the store knows now; parts that did not change are left alone. */
  draw() {
    const { state } = this.store;
    const chat = this.store.chats.get(this.personId);
    const person = this.store.person(this.personId);
    setText(this.clock, timeOf(state.clock.now, state.clock.zone));
    this.#drawHead(person);
    this.#drawMode(person, chat);
    if (!chat) return;
    this.chat.draw(chat.messages, state.clock.zone, state.clock.now);
    this.composer.setCommands(chat.commands);
    this.#drawReplies(chat.messages, person.blocked);
    this.#markRead(person);
  }

  remove() {
    this.chat.remove();
    this.node.remove();
  }

  /** Sends through the chat's API; true when the sandbox took it, a toast when not. */
  send = async (what, ...payload) => {
    try {
      await this.api[what](...payload);
    } catch {
      toast(this.toasts, t("send-failed"));
      return false;
    }
    await this.store.loadChat(this.personId);
    return true;
  };

  #drawHead({ id, name, note, blocked }) {
    const elsewhere = () => this.store.state.people.filter((other) => !this.store.inView.has(other.id));
    const news = elsewhere().reduce((sum, other) => sum + other.unread, 0);
    if (!this.#changed("head", [name, note, blocked, news, this.store.inView.size > 1])) return;
    const held = [...this.head.querySelectorAll("button")].indexOf(document.activeElement);
    this.head.replaceChildren(
      phoneHead({ id, name, note, blocked }, news, {
        people: () => this.store.state.people,
        elsewhere,
        switchTo: (id) => this.page.switchTo(this, id),
        newPerson: () => this.page.newPerson(this),
        openInvitation: () => this.#openInvitation(),
        block: (blocked) => this.#block(blocked),
        putAway: this.store.inView.size > 1 && (() => this.page.putAway(this)),
      }),
    );
    this.head.querySelectorAll("button")[held]?.focus();
  }

  #drawMode(person, chat) {
    const empty = chat?.messages.length === 0;
    this.welcome.hidden = !empty || person.blocked;
    this.chat.node.hidden = !this.welcome.hidden;
    this.blocked.hidden = !person.blocked;
    this.composer.node.hidden = !this.welcome.hidden || person.blocked;
  }

  #drawReplies(messages, blocked) {
    const rows = blocked ? null : currentReplyKeyboard(messages);
    if (!this.#changed("replies", rows)) return;
    this.replies.hidden = !rows;
    const actions = { say: (text) => this.send("say", text), contact: () => this.send("contact") };
    this.replies.replaceChildren(...(rows ? replyKeyboard(rows, actions) : []));
  }

  async #markRead(person) {
    if (!person.unread || this.#reading || document.visibilityState !== "visible") return;
    this.#reading = true;
    await this.api.read().catch(() => {}); // the sandbox then tells of the change
    this.#reading = false;
  }

  #messageActions() {
    return {
      command: (text) => this.send("say", text),
      link: (url) => {
        const code = codeOfLink(url, this.store.state.bot.username);
        if (code !== null) this.page.openLink(this, code);
        return code !== null;
      },
      isWaiting: (messageId, data) => this.#waiting.has(`${messageId} ${data}`),
      tap: (message, data) => this.#tap(message.id, data),
    };
  }

  async #tap(messageId, data) {
    const key = `${messageId} ${data}`;
    this.#waiting.add(key);
    try {
      const { alert } = await this.api.tap(messageId, data);
      if (alert?.modal) alertDialog(alert.text);
      else if (alert) toast(this.toasts, alert.text);
    } catch {
      toast(this.toasts, t("tap-failed"));
    }
    this.#waiting.delete(key);
    await this.store.loadChat(this.personId);
  }

  async #openInvitation() {
    const code = await askInvitation();
    if (code) await this.send("start", code);
  }

  async #block(blocked) {
    await this.send("block", blocked);
    await this.store.refresh();
  }

  #changed(part, value) {
    const shape = JSON.stringify(value);
    const changed = this.#shapes[part] !== shape;
    this.#shapes[part] = shape;
    return changed;
  }
}
