// Invitation codes as people have them: a code, or a whole link with ?start=CODE.

const CODE = /^[A-Za-z0-9_-]{0,64}$/;

/** The code in a text: "" for none, null where it cannot be a code. */
export function codeIn(text) {
  const found = /[?&]start=([^&#\s]*)/.exec(text);
  const code = found ? found[1] : text.trim();
  return CODE.test(code) ? code : null;
}

/** The code of a link that opens this very bot, else null. */
export function codeOfLink(url, username) {
  if (!URL.canParse(url)) return null;
  const link = new URL(url);
  const inBot = /^(www\.)?(t|telegram)\.me$/.test(link.hostname) && link.pathname.toLowerCase() === `/${username.toLowerCase()}`;
  const resolved = link.protocol === "tg:" && link.searchParams.get("domain")?.toLowerCase() === username.toLowerCase();
  return inBot || resolved ? codeIn(link.searchParams.get("start") ?? "") : null;
}
