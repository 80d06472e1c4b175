// Dialogs about people and invitations.

import * as api from "./api.js";
import { ask, choice, field } from "./dialog.js";
import { codeIn } from "./invitation.js";
import { language, t } from "./words.js";

/** Asks for a name and makes a newcomer; resolves with the new id, or null when cancelled. Raises when the sandbox refuses. */
export async function askNewPerson() {
  const name = field(t("new-person-name"), { maxlength: 64, required: true });
  const clientLanguage = choice(t("new-person-language"), [["ru", "Русский"], ["en", "English"]]);
  clientLanguage.select.value = language();
  const collect = () => name.input.value.trim() || void name.input.focus();
  const answer = await ask({ title: t("new-person-title"), text: t("new-person-text"), body: [name.row, clientLanguage.row], submit: t("new-person-make"), collect });
  return answer && (await api.addPerson(answer, clientLanguage.select.value)).id;
}

/** Asks for an invitation; resolves with its code, or null. */
export function askInvitation() {
  const code = field(t("invitation-code"), { required: true, spellcheck: "false", autocapitalize: "off" });
  return ask({ title: t("invitation-title"), body: [code.row], submit: t("invitation-open"), collect: () => validCode(code) || undefined });
}

/** The code in a field; undefined, with the reason shown, where it cannot be one. */
export function validCode(code) {
  const found = codeIn(code.input.value);
  if (found === null) code.refuse(t("invitation-bad"));
  return found ?? undefined;
}

export const NEWCOMER = "new";

/** Asks who opens a link into this bot; resolves with a person's id, NEWCOMER, or null. */
export async function askWhoOpens(people, current) {
  const options = people.map((person) => [person.id, person.note ? `${person.name}, ${person.note}` : person.name]);
  const who = choice(t("invitation-link-text"), [...options, [NEWCOMER, t("new-person")]]);
  who.select.value = current;
  const collect = () => (who.select.value === NEWCOMER ? NEWCOMER : Number(who.select.value));
  return ask({ title: t("invitation-link-title"), body: [who.row], submit: t("invitation-open"), collect });
}
