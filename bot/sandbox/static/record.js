// A voice note from the microphone, where the browser can record.

import { ask } from "./dialog.js";
import { el } from "./dom.js";
import { t } from "./words.js";

export const canRecord = () => "MediaRecorder" in window && Boolean(navigator.mediaDevices?.getUserMedia);

const TYPES = ["audio/ogg;codecs=opus", "audio/webm;codecs=opus", "audio/mp4"];
const ENDINGS = { "audio/ogg": "ogg", "audio/webm": "webm", "audio/mp4": "m4a" };

/** Asks for the microphone and records until the person sends; null when cancelled. Raises when there is no microphone. */
export async function recordVoice() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  try {
    return await recorded(stream);
  } finally {
    stream.getTracks().forEach((track) => track.stop());
  }
}

async function recorded(stream) {
  const recorder = new MediaRecorder(stream, { mimeType: TYPES.find((type) => MediaRecorder.isTypeSupported(type)) });
  const chunks = [];
  recorder.addEventListener("dataavailable", ({ data }) => chunks.push(data));
  const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
  recorder.start();
  const sent = await ask({ title: t("record-title"), body: [counter(recorder)], submit: t("record-send") });
  recorder.stop();
  await stopped;
  const type = recorder.mimeType.split(";")[0];
  return sent ? { blob: new Blob(chunks, { type }), name: `voice.${ENDINGS[type] ?? "bin"}` } : null;
}

function counter(recorder) {
  let seconds = 0;
  const node = el("p", { class: "recording", text: t("record-running", { seconds }) });
  const timer = setInterval(() => (node.textContent = t("record-running", { seconds: (seconds += 1) })), 1000);
  recorder.addEventListener("stop", () => clearInterval(timer));
  return node;
}
