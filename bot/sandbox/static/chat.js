// The list of messages: kept in place by id, sticking to the bottom while the reader is there.

import { el, icon, setAttribute, setText } from "./dom.js";
import { MessageView } from "./message.js";
import { dayKey, dayWords, year } from "./when.js";
import { t } from "./words.js";

const NEAR_PX = 48;

export class ChatView {
  #views = new Map();
  #days = new Map();
  #stuck = true;
  #lastId = 0;
  #top = 0;
  #drawn = {};

  constructor(personName, actions) {
    this.actions = actions;
    this.list = el("ol", { class: "list", role: "log", "aria-label": t("chat", { name: personName }) });
    this.scroller = el("div", { class: "messages", tabindex: "0", role: "region", "aria-label": t("chat", { name: personName }) }, this.list);
    this.pill = el("button", { type: "button", class: "pill", hidden: true, "aria-label": t("to-bottom"), on: { click: () => this.toBottom() } }, icon("down"));
    this.node = el("div", { class: "chat" }, this.scroller, this.pill);
    this.scroller.addEventListener("scroll", () => this.#onScroll(), { passive: true });
    // Pictures that arrive late, a growing input line or a reply keyboard change the heights without a new message.
    this.observer = new ResizeObserver(() => this.#stays() && this.#jump());
    this.observer.observe(this.list);
    this.observer.observe(this.scroller);
  }

  /** Draws what is new; the same `messages` again, in the same year, are there already. */
  draw(messages, zone, now) {
    const thisYear = year(now, zone);
    if (messages === this.#drawn.messages && thisYear === this.#drawn.thisYear) return;
    this.#drawn = { messages, thisYear };
    const newest = messages.at(-1)?.id ?? 0;
    const arrived = this.#lastId !== 0 && newest > this.#lastId;
    const ownWord = arrived && messages.at(-1).from === "person";
    this.#lastId = newest;
    const stays = this.#stays();
    reconcile(this.list, this.#nodes(messages, zone, now));
    if (stays || ownWord) this.toBottom();
    else if (arrived) this.#offerBottom(true);
  }

  toBottom() {
    this.#stuck = true;
    this.pill.hidden = true;
    this.#jump();
  }

  remove() {
    this.observer.disconnect();
    this.node.remove();
  }

  #nodes(messages, zone, now) {
    const ids = new Set(messages.map((message) => message.id));
    for (const id of this.#views.keys()) if (!ids.has(id)) this.#views.delete(id);
    const nodes = [];
    let day = null;
    for (const message of messages) {
      const itsDay = dayKey(message.date, zone);
      if (itsDay !== day) nodes.push(this.#separator(itsDay, dayWords(message.date, zone, now)));
      day = itsDay;
      nodes.push(this.#view(message, zone).node);
    }
    return nodes;
  }

  #view(message, zone) {
    if (!this.#views.has(message.id)) this.#views.set(message.id, new MessageView(zone, this.actions));
    const view = this.#views.get(message.id);
    view.draw(message);
    return view;
  }

  #separator(key, words) {
    if (!this.#days.has(key)) this.#days.set(key, el("li", { class: "day" }, el("span", {})));
    const node = this.#days.get(key);
    setText(node.firstChild, words);
    return node;
  }

  #onScroll() {
    const { scrollTop, clientHeight, scrollHeight } = this.scroller;
    // Only a reader scrolls upwards; a picture that loads leaves the place where it is and just adds below.
    if (scrollHeight - scrollTop - clientHeight < NEAR_PX) this.#stuck = true;
    else if (scrollTop < this.#top) this.#stuck = false;
    this.#top = scrollTop;
    if (this.#stuck) this.pill.hidden = true;
    else if (this.pill.hidden) this.#offerBottom(false);
  }

  /** A way down for a reader who went up: an arrow, or «new» where something arrived. */
  #offerBottom(news) {
    this.pill.hidden = false;
    setAttribute(this.pill, "aria-label", news ? null : t("to-bottom"));
    this.pill.replaceChildren(icon("down"), ...(news ? [t("new-below")] : []));
  }

  /** Whether the reader is to be kept at the bottom; the news that somebody has scrolled may still be on its way. */
  #stays() {
    this.#onScroll();
    return this.#stuck;
  }

  #jump() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.#top = this.scroller.scrollTop;
  }
}

/** Makes `list` hold exactly `nodes`; what stays is not touched, so it keeps focus and scroll. */
function reconcile(list, nodes) {
  const kept = new Set(nodes);
  for (const child of [...list.children]) if (!kept.has(child)) child.remove();
  nodes.forEach((node, at) => list.children[at] !== node && list.insertBefore(node, list.children[at] ?? null));
}
