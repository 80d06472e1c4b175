// The only place that talks HTTP with the sandbox.

async function answer(response) {
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.json();
}

const get = async (path) => answer(await fetch(path));

const post = async (path, data = {}) =>
  answer(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Sandbox": "1" },
      body: JSON.stringify(data),
    }),
  );

async function upload(path, file, name) {
  const form = new FormData();
  form.append("file", file, name ?? file.name);
  return answer(await fetch(path, { method: "POST", headers: { "X-Sandbox": "1" }, body: form }));
}

export const state = () => get("/page/state");
export const moveClock = (move) => post("/page/clock", { move });
export const addPerson = (name, language) => post("/page/people", { name, language });

/** What the person `id` can do in the chat with the bot. */
export const chat = (id) => ({
  load: () => get(`/page/chats/${id}`),
  say: (text) => post(`/page/chats/${id}/say`, { text }),
  tap: (messageId, data) => post(`/page/chats/${id}/tap`, { message_id: messageId, data }),
  start: (payload) => post(`/page/chats/${id}/start`, { payload }),
  photo: (file) => upload(`/page/chats/${id}/photo`, file),
  document: (file) => upload(`/page/chats/${id}/document`, file),
  voice: (file, name) => upload(`/page/chats/${id}/voice`, file, name),
  contact: () => post(`/page/chats/${id}/contact`),
  sticker: (emoji) => post(`/page/chats/${id}/sticker`, { emoji }),
  block: (blocked) => post(`/page/chats/${id}/block`, { blocked }),
  read: () => post(`/page/chats/${id}/read`),
});
