// An empty chat: the bot's name, a place for an invitation, and the big button.

import { field } from "./dialog.js";
import { avatar, el } from "./dom.js";
import { validCode } from "./people.js";
import { t } from "./words.js";

/** `start(payload)` starts the bot. */
export function welcome(bot, start) {
  const code = field(t("invitation-optional"), { spellcheck: "false", autocapitalize: "off" });
  const button = el("button", { type: "submit", class: "primary big", text: t("start") });
  const submit = async (event) => {
    event.preventDefault();
    const payload = validCode(code);
    if (payload === undefined) return;
    button.setAttribute("aria-busy", "true");
    await start(payload);
    button.removeAttribute("aria-busy");
  };
  const face = avatar({ id: 0, name: bot.name });
  return el(
    "form",
    { class: "welcome", novalidate: true, on: { submit } },
    el("div", { class: "welcome-words" }, face, el("h2", { text: bot.name }), el("p", { text: t("start-text") })),
    code.row,
    button,
  );
}
