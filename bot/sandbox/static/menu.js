// A menu under (or above) its button: arrows, Home, End, Escape and the mouse.

import { el, icon } from "./dom.js";

let closeOpen = () => {};

const entry = ({ label, note, mark, sign, picture, checked, danger, run }, close) =>
  el(
    "button",
    {
      type: "button",
      class: danger ? "menu-item danger" : "menu-item",
      role: checked === undefined ? "menuitem" : "menuitemradio",
      "aria-checked": checked === undefined ? null : String(checked),
      tabindex: "-1",
      on: {
        click: () => {
          close();
          run();
        },
      },
    },
    picture ?? (sign && icon(sign)),
    el("span", { class: "menu-words" }, el("span", { text: label }), note && el("small", { text: note })),
    mark && el("span", { class: "badge", text: mark.text, "aria-label": mark.label }),
    checked && icon("check"),
  );

/** Opens `items` at `anchor`; pressing the anchor again closes them. */
export function openMenu(anchor, label, items) {
  const wasOpen = anchor.getAttribute("aria-expanded") === "true";
  closeOpen();
  if (wasOpen) return;
  const menu = el("div", { class: "menu", role: "menu", "aria-label": label, popover: "manual" });
  const close = () => {
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    window.removeEventListener("resize", close);
    closeOpen = () => {};
  };
  const outside = ({ target }) => !menu.contains(target) && !anchor.contains(target) && close();
  const closeAndReturn = () => {
    close();
    anchor.focus();
  };
  const buttons = items.map((item) => entry(item, closeAndReturn));
  menu.append(...buttons);
  menu.addEventListener("keydown", (event) => step(event, buttons, closeAndReturn));
  document.body.append(menu);
  menu.showPopover();
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  window.addEventListener("resize", close);
  closeOpen = close;
  (buttons.find((button) => button.getAttribute("aria-checked") === "true") ?? buttons[0])?.focus();
}

function step(event, buttons, close) {
  const at = buttons.indexOf(document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1 + buttons.length, Home: 0, End: buttons.length - 1 }[event.key];
  if (next !== undefined) buttons[next % buttons.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") close();
  else return;
  event.preventDefault();
}

const GAP = 6;

function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - 2 * GAP;
  const above = at.top - 2 * GAP;
  const upwards = below < menu.offsetHeight && above > below;
  menu.style.maxHeight = `${Math.max(upwards ? above : below, 120)}px`;
  const edge = anchor.closest(".phone")?.getBoundingClientRect().right ?? window.innerWidth;
  const left = Math.min(at.left, edge - menu.offsetWidth - GAP);
  menu.style.left = `${Math.max(left, GAP)}px`;
  menu.style.top = `${upwards ? at.top - menu.offsetHeight - GAP : at.bottom + GAP}px`;
}
