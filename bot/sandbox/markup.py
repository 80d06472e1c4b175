"""Keyboards below messages, checked as Telegram checks them."""

import json
from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.links import LinkError, check_link

DATA_BYTES = 64
MOST_BUTTONS = 100
KINDS = ("callback_data", "url", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
         "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay")  # fmt: skip

Rows = list[list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Markup:
    """A checked reply markup: inline rows, or another kind (reply keyboard, removal, forced reply)."""

    inline: Rows | None = None
    other: dict[str, Any] | None = None


def decoded(raw: Any) -> dict[str, Any] | None:
    """The markup as an object.

    :raises ApiError: 400 if it is no JSON object
    """
    if raw is None or raw == "":
        return None
    if isinstance(raw, str):
        try:
            raw = json.loads(raw)
        except ValueError as error:
            raise bad_request("can't parse reply keyboard markup JSON object") from error
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    return raw


def checked(markup: dict[str, Any] | None) -> Markup:
    """The markup as Telegram keeps it.

    :raises ApiError: 400 with Telegram's reason
    """
    if not markup:
        return Markup()
    if "inline_keyboard" in markup:
        rows = [[_inline(button) for button in row] for row in _rows(markup, "inline_keyboard")]
        if sum(map(len, rows)) > MOST_BUTTONS:
            raise bad_request("reply markup is too long")
        return Markup(inline=[row for row in rows if row] or None)
    if "keyboard" in markup:
        rows = [[_reply(button) for button in row] for row in _rows(markup, "keyboard")]
        return Markup(other={**markup, "keyboard": [row for row in rows if row]})
    if markup.get("remove_keyboard") or markup.get("force_reply"):
        return Markup(other=markup)
    return Markup()


def _rows(markup: dict[str, Any], key: str) -> list[list[Any]]:
    rows = markup[key]
    if not isinstance(rows, list):
        raise bad_request(f'field "{key}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{key}" must be an Array of Arrays')
    return rows


def _inline(button: Any) -> dict[str, Any]:
    prefix = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(f"{prefix}InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad_request(f'{prefix}Can\'t find field "text"')
    if not any(button.get(kind) not in (None, "", False) for kind in KINDS):
        raise bad_request(f"{prefix}Text buttons are unallowed in the inline keyboard")
    if not str(button["text"]).strip():
        raise bad_request("inline keyboard button text must be non-empty")
    if len(str(button.get("callback_data") or "").encode()) > DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    result = {key: value for key, value in button.items() if value is not None}
    if button.get("url"):
        result["url"] = _link("inline keyboard button URL", button["url"])
    if button.get("web_app"):
        result["web_app"] = {"url": _link("inline keyboard button Web App URL", _web_app(button), https_only=True)}
    return result


def _web_app(button: dict[str, Any]) -> str:
    web_app = button["web_app"]
    return str(web_app.get("url", "")) if isinstance(web_app, dict) else ""


def _link(what: str, url: str, *, https_only: bool = False) -> str:
    try:
        return check_link(url, https_only=https_only)
    except LinkError as error:
        raise bad_request(f"{what} '{url}' is invalid: {error}") from error


def _reply(button: Any) -> dict[str, Any]:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict) or "text" not in button:
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    if not str(button["text"]).strip():
        raise bad_request("keyboard button text must be non-empty")
    return {key: value for key, value in button.items() if value is not None}
