"""Which links Telegram takes in texts and buttons."""

import re

from yarl import URL

SCHEME = re.compile(r"^([a-zA-Z][a-zA-Z0-9+.-]*):(//)?")
APP_SCHEMES = {"tg", "ton"}


class LinkError(ValueError):
    """Telegram's reason against a link."""


def check_link(link: str, *, https_only: bool = False) -> str:
    """The link as Telegram keeps it.

    :raises LinkError: with Telegram's reason
    """
    found = SCHEME.match(link)
    scheme = found.group(1).lower() if found else "http"
    if scheme in APP_SCHEMES and not https_only:
        return link
    full = link if found and found.group(2) else f"http://{link}"
    if found and found.group(2) and scheme not in {"http", "https"}:
        raise LinkError("Unsupported URL protocol")
    if https_only and scheme != "https":
        raise LinkError("Only HTTPS links are allowed")
    try:
        url = URL(full)
    except ValueError as error:
        raise LinkError("Wrong HTTP URL") from error
    if not url.host:
        raise LinkError("URL host is empty")
    if " " in full or ("." not in url.host and ":" not in url.host):
        raise LinkError("Wrong HTTP URL")
    return full if url.raw_path != "/" or full.endswith("/") or url.query_string or url.fragment else f"{full}/"


def checked_link(link: str) -> str:
    """The link as Telegram keeps it, or an empty string: a bad link in a text is dropped silently."""
    try:
        return check_link(link.strip())
    except LinkError:
        return ""
