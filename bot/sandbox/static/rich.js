// A message's HTML, rebuilt from a whitelist: whatever is not named here arrives as plain text.

import { el } from "./dom.js";
import { t } from "./words.js";

const PLAIN = { B: "strong", STRONG: "strong", I: "em", EM: "em", U: "u", S: "s", CODE: "code", PRE: "pre", BLOCKQUOTE: "blockquote", BR: "br" };
const SAFE_LINK = /^(https?|mailto|tel|tg):/i;
const ACTIVE = /(https?:\/\/[^\s<>«»"]+[^\s<>«»".,:;!?)])|(?<![\w/.])(\/[a-z][a-z0-9_]{0,31})(?![\w/])/gi;

/** The message's text as nodes. `actions.link(url)` may take a link over (true), `actions.command(text)` says a command. */
export function richText(html, actions) {
  // A parsed document is inert: nothing in it loads or runs.
  const body = new DOMParser().parseFromString(html, "text/html").body;
  return [...body.childNodes].flatMap((node) => copy(node, actions));
}

function copy(node, actions) {
  if (node.nodeType === Node.TEXT_NODE) return activeText(node, actions);
  if (node.nodeType !== Node.ELEMENT_NODE) return [];
  if (node.tagName === "SCRIPT" || node.tagName === "STYLE") return [];
  const children = () => [...node.childNodes].flatMap((child) => copy(child, actions));
  if (node.tagName === "A") return SAFE_LINK.test(node.getAttribute("href") ?? "") ? [link(node.getAttribute("href"), children(), actions)] : children();
  if (node.tagName === "TG-SPOILER") return [spoiler(children())];
  return node.tagName in PLAIN ? [el(PLAIN[node.tagName], {}, children())] : children();
}

/** A link of its own tab, unless the page takes it over. */
export function link(href, children, actions, attributes = {}) {
  const press = (event) => actions.link(href) && event.preventDefault();
  return el("a", { href, target: "_blank", rel: "noopener noreferrer", on: { click: press }, ...attributes }, children);
}

/** Messengers make addresses and /commands in a text active by themselves. */
function activeText(node, actions) {
  const text = node.textContent;
  if (node.parentElement.closest("a, code, pre")) return [text];
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(ACTIVE)) {
    parts.push(text.slice(from, found.index));
    parts.push(found[1] ? link(found[1], [found[1]], actions) : command(found[2], actions));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)].filter(Boolean);
}

const command = (text, actions) => el("button", { type: "button", class: "command", text, on: { click: () => actions.command(text) } });

function spoiler(children) {
  const hidden = el("span", { class: "spoiler-text", "aria-hidden": "true" }, children);
  hidden.inert = true;
  const cover = el("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") }, hidden);
  const reveal = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    cover.replaceWith(...hidden.childNodes);
  };
  cover.addEventListener("click", reveal);
  cover.addEventListener("keydown", reveal);
  return cover;
}
