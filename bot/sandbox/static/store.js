// What the page knows of the sandbox, kept fresh by its events; only chats in view are fetched.

import * as api from "./api.js";

const RECONNECT_MS = 1000;
const CLOCK_MS = 15000;

/**
 * One run of `load`, which resolves with the version that it brought, at a time; calls made meanwhile are answered by one more run.
 * A call with a version is content with whatever run brings that version, one without it forgets the versions: another sandbox counts anew.
 */
function coalesced(load) {
  let running = null;
  let again = false;
  let known = -1;
  let wanted = -1;
  const run = async () => {
    try {
      do {
        again = false;
        known = await load();
      } while (again || known < wanted);
    } finally {
      running = null;
    }
  };
  return (version) => {
    if (version === undefined) {
      again = true;
      known = wanted = -1;
    } else if (version <= known) return Promise.resolve();
    else wanted = Math.max(wanted, version);
    running ??= run();
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
    return this.state.version;
  });

  start() {
    this.#connect();
    // The sandbox's clock walks by itself; between events nobody would say so.
    setInterval(() => document.visibilityState === "visible" && this.refresh(), CLOCK_MS);
  }

  /** Fetches the state, unless `version` is known already; errors are shown by the "link" event alone. */
  refresh = (version) => this.#loadState(version).catch(() => {});

  person = (id) => this.state.people.find((person) => person.id === id);

  /** The chats that stand side by side now. */
  watch(ids) {
    const fresh = ids.filter((id) => !this.inView.has(id));
    this.inView = new Set(ids);
    fresh.forEach((id) => this.loadChat(id));
  }

  /** Fetches a chat, unless `version` is known already. */
  loadChat(id, version) {
    if (!this.#loaders.has(id)) {
      const load = coalesced(async () => {
        const chat = await api.chat(id).load();
        this.chats.set(id, chat);
        this.#emit("chat", id);
        return chat.version;
      });
      this.#loaders.set(id, load);
    }
    return this.#loaders.get(id)(version).catch(() => {});
  }

  #connect() {
    const events = new EventSource("/page/events");
    events.onopen = () => {
      this.#emit("link", true);
      this.refresh();
      this.inView.forEach((id) => this.loadChat(id));
    };
    events.onmessage = ({ data }) => {
      const { version, chats } = JSON.parse(data);
      chats.filter((id) => this.inView.has(id)).forEach((id) => this.loadChat(id, version));
      this.refresh(version);
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
