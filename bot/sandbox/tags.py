"""The tags of Telegram's HTML and the entities they become."""

from dataclasses import dataclass
from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.links import checked_link

Entity = dict[str, Any]

SIMPLE_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
}
TAGS = {*SIMPLE_TAGS, "a", "pre", "code", "blockquote", "tg-emoji"}


@dataclass(slots=True)
class OpenTag:
    """A tag that waits for its end: where it began in UTF-16 units and, for a link, in characters."""

    name: str
    argument: str
    offset: int
    begin: int


def argument_of(tag: str, attribute: str, value: str) -> str:
    """What a tag can use of an attribute, else an empty string."""
    if (tag, attribute) in {("a", "href"), ("tg-emoji", "emoji-id")}:
        return value
    if (tag, attribute) == ("code", "class") and value.startswith("language-"):
        return value.removeprefix("language-")
    if (tag, attribute) == ("span", "class") and value.startswith("tg-"):
        return value.removeprefix("tg-")
    return "1" if (tag, attribute) == ("blockquote", "expandable") else ""


def close(tag: OpenTag, length: int, shown: str, entities: list[Entity]) -> None:
    """Adds what a closed tag says about its text; `shown` is the visible text of a link.

    :raises ApiError: 400 for a custom emoji without a number
    """
    span = {"offset": tag.offset, "length": length}
    if tag.name in SIMPLE_TAGS:
        entities.append({"type": SIMPLE_TAGS[tag.name], **span})
    elif tag.name == "a":
        url = checked_link(tag.argument or shown)
        entities += [{"type": "text_link", **span, "url": url}] if url else []
    elif tag.name == "blockquote":
        entities.append({"type": "expandable_blockquote" if tag.argument else "blockquote", **span})
    elif tag.name == "tg-emoji":
        if not tag.argument.isdecimal() or int(tag.argument) == 0:
            raise bad_request("can't parse entities: Invalid custom emoji identifier specified")
        entities.append({"type": "custom_emoji", **span, "custom_emoji_id": tag.argument})
    else:
        _close_code(tag, span, entities)


def _close_code(tag: OpenTag, span: dict[str, int], entities: list[Entity]) -> None:
    """`pre` and `code` around the same text are one block with a language."""
    last = entities[-1] if entities else {}
    twin = (last.get("offset"), last.get("length")) == (span["offset"], span["length"])
    if tag.name == "pre" and twin and last["type"] == "code" and last.get("language"):
        last["type"] = "pre"
    elif tag.name == "code" and twin and last["type"] == "pre" and tag.argument:
        last["language"] = tag.argument
    else:
        language = {"language": tag.argument} if tag.name == "code" and tag.argument else {}
        entities.append({"type": tag.name, **span, **language})
