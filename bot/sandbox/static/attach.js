// What can be sent besides words: the menu of the paper clip.

import { ask, toast } from "./dialog.js";
import { el, iconButton } from "./dom.js";
import { openMenu } from "./menu.js";
import { canRecord, recordVoice } from "./record.js";
import { t } from "./words.js";

const STICKERS = ["🙂", "😀", "😍", "😉", "🤔", "😢", "👍", "👏", "🙏", "💪", "🎉", "❤️", "🔥", "☕", "📚", "✅"];

/** The clip button; `send(what, ...payload)` sends through the chat's API, `toasts` is where a refusal is said. */
export function attachButton(send, toasts) {
  const button = iconButton("clip", t("attach"), () => openMenu(button, t("attach"), items(button, send, toasts)), { "aria-haspopup": "menu", "aria-expanded": "false" });
  return button;
}

function items(button, send, toasts) {
  const pick = (what, accept) => pickFile(button, accept, (file) => send(what, file));
  return [
    { label: t("attach-photo"), sign: "photo", run: () => pick("photo", "image/*") },
    { label: t("attach-document"), sign: "file", run: () => pick("document", "") },
    { label: t("attach-voice"), sign: "sound", run: () => pick("voice", "audio/*") },
    canRecord() && { label: t("attach-record"), sign: "mic", run: () => record(send, toasts) },
    { label: t("attach-contact"), sign: "person", run: () => send("contact") },
    { label: t("attach-sticker"), sign: "smile", run: () => pickSticker(send) },
  ].filter(Boolean);
}

function pickFile(button, accept, use) {
  const input = el("input", { type: "file", accept, hidden: true, "aria-label": t("attach") });
  input.addEventListener("change", () => {
    if (input.files.length) use(input.files[0]);
    input.remove();
  });
  input.addEventListener("cancel", () => input.remove());
  button.after(input);
  input.click();
}

async function record(send, toasts) {
  let voice;
  try {
    voice = await recordVoice();
  } catch {
    return toast(toasts, t("record-failed"));
  }
  return voice && send("voice", voice.blob, voice.name);
}

function pickSticker(send) {
  const button = (emoji) =>
    el("button", {
      type: "button",
      class: "sticker-key",
      text: emoji,
      "aria-label": t("sticker", { emoji }),
      on: {
        click: (event) => {
          event.target.closest("dialog").close();
          send("sticker", emoji);
        },
      },
    });
  return ask({ title: t("sticker-title"), body: [el("div", { class: "sticker-keys" }, STICKERS.map(button))], submit: null });
}
