// What the page knows of the sandbox, kept fresh by its events; only chats in view are fetched.

import * as api from "./api.js";

const RECONNECT_MS = 1000;
const CLOCK_MS = 15000;

/** One run at a time; calls made meanwhile are answered by one more run. */
function coalesced(load) {
  let running = null;
  let again = false;
  return () => {
    if (running) {
      again = true;
      return running;
    }
    const run = async () => {
      do {
        again = false;
        await load();
      } while (again);
    };
    running = run().finally(() => {
      running = null;
    });
    return running;
  };
}

/** Emits "state", "chat" (detail: the person's id) and "link" (detail: connected or not). */
export class Store extends EventTarget {
  state = null;
  chats = new Map();
  inView = new Set();
  #loaders = new Map();
  #loadState = coalesced(async () => {
    this.state = await api.state();
    this.#emit("state");
  });

  start() {
    this.#connect();
    // The sandbox's clock walks by itself; between events nobody would say so.
    setInterval(() => document.visibilityState === "visible" && this.refresh(), CLOCK_MS);
  }

  /** Fetches the state; errors are shown by the "link" event alone. */
  refresh = () => this.#loadState().catch(() => {});

  person = (id) => this.state.people.find((person) => person.id === id);

  /** The chats that stand side by side now. */
  watch(ids) {
    const fresh = ids.filter((id) => !this.inView.has(id));
    this.inView = new Set(ids);
    fresh.forEach((id) => this.loadChat(id));
  }

  loadChat(id) {
    if (!this.#loaders.has(id)) {
      const load = coalesced(async () => {
        this.chats.set(id, await api.chat(id).load());
        this.#emit("chat", id);
      });
      this.#loaders.set(id, load);
    }
    return this.#loaders.get(id)().catch(() => {});
  }

  #connect() {
    const events = new EventSource("/page/events");
    events.onopen = () => {
      this.#emit("link", true);
      this.refresh();
      this.inView.forEach((id) => this.loadChat(id));
    };
    events.onmessage = ({ data }) => {
      const { chats } = JSON.parse(data);
      chats.filter((id) => this.inView.has(id)).forEach((id) => this.loadChat(id));
      this.refresh();
    };
    events.onerror = () => {
      events.close();
      this.#emit("link", false);
      setTimeout(() => this.#connect(), RECONNECT_MS);
    };
  }

  #emit(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
