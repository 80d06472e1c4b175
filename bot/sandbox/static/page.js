// The page: a bar and the phones of the people chosen to stand side by side.

import { toast } from "./dialog.js";
import { askNewPerson, askWhoOpens, NEWCOMER } from "./people.js";
import { Phone } from "./phone.js";
import { Store } from "./store.js";
import { TopBar } from "./topbar.js";
import { language, t } from "./words.js";

const KEY = "sandbox-people";
const USUAL = 3;
const MOST = 6;

const store = new Store();
const place = { top: document.getElementById("top"), link: document.getElementById("link"), phones: document.getElementById("phones") };
let topBar = null;
let phones = [];

const idsIn = (text) => [...new Set((text ?? "").split(",").map(Number))].filter((id) => Number.isSafeInteger(id) && store.person(id)).slice(0, MOST);

/** Whom the address names, else whom this browser remembers, else the first three. */
function chosen() {
  const named = idsIn(location.hash.slice(1));
  if (named.length) return named;
  const remembered = idsIn(localStorage.getItem(KEY));
  return remembered.length ? remembered : store.state.people.slice(0, USUAL).map(({ id }) => id);
}

function show(ids) {
  store.watch(ids);
  const kept = new Map(phones.filter(({ personId }) => ids.includes(personId)).map((phone) => [phone.personId, phone]));
  phones.filter((phone) => !kept.has(phone.personId)).forEach((phone) => phone.remove());
  phones = ids.map((id) => kept.get(id) ?? new Phone(store, id, actions));
  place.phones.style.setProperty("--phones", ids.length);
  phones.forEach((phone, at) => place.phones.children[at] !== phone.node && place.phones.insertBefore(phone.node, place.phones.children[at] ?? null));
  phones.forEach((phone) => phone.draw());
}

function choose(ids) {
  localStorage.setItem(KEY, ids.join(","));
  history.replaceState(null, "", `#${ids.join(",")}`);
  show(ids);
}

const actions = {
  /** Puts a person into this phone; one who stands in another phone changes places with this one. */
  switchTo(phone, id) {
    const ids = phones.map(({ personId }) => personId);
    choose(ids.map((other) => (other === phone.personId ? id : other === id ? phone.personId : other)));
    phones.find(({ personId }) => personId === id).node.querySelector(".who").focus();
  },

  async newPerson(phone) {
    const id = await makePerson(phone);
    if (id) actions.switchTo(phone, id);
  },

  /** Opens a link into this bot as whoever the tester chooses; a phone is put beside the others where needed. */
  async openLink(phone, code) {
    const who = await askWhoOpens(store.state.people, phone.personId);
    const id = who === NEWCOMER ? await makePerson(phone) : who;
    if (!id) return;
    const ids = phones.map(({ personId }) => personId);
    if (!ids.includes(id)) choose([...ids.slice(0, MOST - 1), id]);
    const opened = phones.find(({ personId }) => personId === id);
    opened.node.scrollIntoView({ block: "nearest", inline: "nearest" });
    await opened.send("start", code);
  },

  putAway(phone) {
    choose(phones.filter((other) => other !== phone).map(({ personId }) => personId));
    phones[0].node.querySelector(".who").focus();
  },
};

/** The id of a person made in a dialog; null when cancelled or refused. */
async function makePerson(phone) {
  try {
    const id = await askNewPerson();
    await store.refresh();
    return id;
  } catch {
    toast(phone.toasts, t("new-person-failed"));
    return null;
  }
}

function drawState() {
  const news = store.state.people.reduce((sum, person) => sum + person.unread, 0);
  document.title = news ? `(${news}) ${t("title")}` : t("title");
  topBar.draw();
  if (!store.state.people.length) return;
  const known = phones.length && phones.every(({ personId }) => store.person(personId));
  if (known) phones.forEach((phone) => phone.draw());
  else show(chosen());
}

/** Builds everything in the page's language. */
function build() {
  document.documentElement.lang = language();
  phones.forEach((phone) => phone.remove());
  phones = [];
  topBar = new TopBar(store, build);
  place.top.replaceChildren(topBar.node);
  if (store.state) drawState();
}

store.addEventListener("state", drawState);
store.addEventListener("chat", ({ detail: id }) => phones.find(({ personId }) => personId === id)?.draw());
store.addEventListener("link", ({ detail: connected }) => (place.link.textContent = connected ? "" : t("offline")));
addEventListener("hashchange", () => store.state && idsIn(location.hash.slice(1)).length && choose(idsIn(location.hash.slice(1))));
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && store.refresh());

build();
store.start();
