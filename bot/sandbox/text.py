"""A text on its way into a chat: entities, trimming, lengths, and back into HTML that a page can show."""

import re
from html import escape

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.html import parse_html, utf16_length
from bot.sandbox.links import LinkError, check_link
from bot.sandbox.tags import Entity

TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
RAW_BYTES = 1 << 15

FOUND = re.compile(r"(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}\b)|(?P<url>\bhttps?://[^\s<>\"]+)")
OPAQUE = {"text_link", "code", "pre"}
HTML_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


def formatted(raw: str, parse_mode: str | None, entities: list[Entity] | None, limit: int) -> tuple[str, list[Entity]]:
    """Visible text and its entities, trimmed as Telegram trims; the text is empty if there is nothing to see.

    limit: code points of visible text, TEXT_LENGTH or CAPTION_LENGTH.
    :raises ApiError: 400 for a text that is too long or cannot be parsed, 501 for Markdown
    """
    if len(raw.encode("utf-8", "replace")) > RAW_BYTES:
        raise bad_request("text is too long")
    text, found = _parsed(raw, parse_mode, entities)
    text, found = _trimmed(text.replace("\r", ""), found)
    if len(text) > limit:
        raise bad_request("message caption is too long" if limit == CAPTION_LENGTH else "message is too long")
    return text, _with_noticed(text, found)


def _parsed(raw: str, parse_mode: str | None, entities: list[Entity] | None) -> tuple[str, list[Entity]]:
    mode = (parse_mode or "").lower()
    if mode == "html":
        return parse_html(raw)
    if mode in {"markdown", "markdownv2"}:
        raise ApiError(501, f"Not Implemented: the sandbox does not parse {parse_mode}")
    if mode not in {"", "none"}:
        raise bad_request("unsupported parse_mode")
    return raw, [_given(entity) for entity in entities or []]


def _given(entity: Entity) -> Entity:
    """An entity that the bot itself set; a link in it is checked like any other."""
    if entity["type"] != "text_link":
        return dict(entity)
    try:
        return {**entity, "url": check_link(str(entity.get("url") or ""))}
    except LinkError as error:
        raise bad_request(f"entity URL '{entity.get('url')}' is invalid: {error}") from error


def _trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    kept = text.rstrip()
    if not kept:
        return "", []
    begin = len(kept) - len(kept.lstrip())
    if begin and entities:
        begin = min(begin, min(entity["offset"] for entity in entities))
    end = utf16_length(kept)
    result = []
    for entity in entities:
        length = min(entity["offset"] + entity["length"], end) - entity["offset"]
        if length > 0:
            result.append({**entity, "offset": entity["offset"] - begin, "length": length})
    return kept[begin:], result


def _with_noticed(text: str, entities: list[Entity]) -> list[Entity]:
    """Adds the commands and links that Telegram finds by itself outside of code and links."""
    if "/" not in text:
        return entities
    taken = [entity for entity in entities if entity["type"] in OPAQUE]
    noticed = []
    for found in FOUND.finditer(text):
        begin = utf16_length(text[: found.start()])
        end = begin + utf16_length(found.group())
        if not any(entity["offset"] < end and begin < entity["offset"] + entity["length"] for entity in taken):
            noticed.append({"type": found.lastgroup, "offset": begin, "length": end - begin})
    if not noticed:
        return entities
    return sorted([*entities, *noticed], key=lambda entity: (entity["offset"], -entity["length"]))


def to_html(text: str, entities: list[Entity]) -> str:
    """Safe HTML of a visible text: only tags that Telegram knows, everything else escaped."""
    units = text.encode("utf-16-le", "surrogatepass")
    edges = {0, len(units) // 2}
    for entity in entities:
        edges |= {entity["offset"], entity["offset"] + entity["length"]}
    points = sorted(edges)
    parts: list[str] = []
    opened: list[Entity] = []
    for begin, end in zip(points, [*points[1:], points[-1]], strict=True):
        over = [entity for entity in entities if entity["offset"] <= begin < entity["offset"] + entity["length"]]
        over.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        same = next((i for i, (a, b) in enumerate(zip(opened, over, strict=False)) if a is not b), None)
        same = min(len(opened), len(over)) if same is None else same
        parts += [_closing(entity) for entity in reversed(opened[same:])]
        piece = units[begin * 2 : end * 2].decode("utf-16-le", "replace")
        parts += [_opening(entity, units) for entity in over[same:]]
        parts.append(escape(piece, quote=False))
        opened = over
    return "".join(parts)


def _opening(entity: Entity, units: bytes) -> str:
    if entity["type"] == "text_link":
        return f'<a href="{escape(entity["url"])}">'
    if entity["type"] == "url":
        begin, end = entity["offset"], entity["offset"] + entity["length"]
        return f'<a href="{escape(units[begin * 2 : end * 2].decode("utf-16-le"))}">'
    tag = HTML_TAGS.get(entity["type"])
    return f"<{tag}>" if tag else ""


def _closing(entity: Entity) -> str:
    tag = "a" if entity["type"] in {"text_link", "url"} else HTML_TAGS.get(entity["type"])
    return f"</{tag}>" if tag else ""
