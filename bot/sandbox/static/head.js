// The head of a phone: whose it is, who else there is, what can be done with the bot.

import { avatar, el, icon, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { t } from "./words.js";

/** `news` counts what is unread in chats out of view. `actions`: people(), elsewhere(), switchTo(id), newPerson(), openInvitation(), block(blocked), putAway() or null. */
export function phoneHead(person, news, actions) {
  const badge = news > 0 && el("span", { class: "badge", text: news, "aria-label": t("news-elsewhere", { count: news }), title: t("news-elsewhere", { count: news }) });
  const choose = el(
    "button",
    { type: "button", class: "who", "aria-haspopup": "menu", "aria-expanded": "false", title: t("switch-person", { name: person.name }) },
    avatar(person),
    el("span", { class: "who-words" }, el("strong", { text: person.name }), el("small", { text: person.note || `id ${person.id}` })),
    badge,
    icon("chevron"),
  );
  choose.addEventListener("click", () => openMenu(choose, t("people"), peopleItems(person, actions)));
  const more = iconButton("more", t("more"), () => openMenu(more, t("more"), moreItems(person, actions)), { "aria-haspopup": "menu", "aria-expanded": "false" });
  return el("header", { class: "head" }, choose, more);
}

function peopleItems(current, actions) {
  const elsewhere = actions.elsewhere();
  const item = (person) => ({
    label: person.name,
    note: person.note,
    picture: avatar(person),
    checked: person.id === current.id,
    mark: elsewhere.includes(person) && person.unread > 0 && { text: person.unread, label: t("unread", { count: person.unread }) },
    run: () => actions.switchTo(person.id),
  });
  return [...actions.people().map(item), { label: t("new-person"), sign: "plus", run: actions.newPerson }];
}

const moreItems = (person, actions) => [
  { label: t("open-invitation"), sign: "ticket", run: actions.openInvitation },
  ...(actions.putAway ? [{ label: t("put-away"), sign: "away", run: actions.putAway }] : []),
  person.blocked
    ? { label: t("unblock"), sign: "check", run: () => actions.block(false) }
    : { label: t("block"), sign: "stop", danger: true, run: () => actions.block(true) },
];
