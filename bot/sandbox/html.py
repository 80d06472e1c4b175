"""Telegram's HTML: what it accepts, how it words what it refuses, what a person sees of it.

Offsets in refusals are bytes of UTF-8 in the raw text; offsets of entities are UTF-16 units of the visible text.
"""

import re

from bot.sandbox.errors import bad_request
from bot.sandbox.tags import TAGS, Entity, OpenTag, argument_of, close

NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
SPACES = " \t\r\n\v\0"

CHARACTER = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-zA-Z]+));?")
SURROGATE = re.compile("[\ud800-\udfff]")
MARKUP = re.compile(r"[<&]")
NAME_TOKEN = re.compile(r"[a-zA-Z0-9.-]*")


def utf16_length(text: str) -> int:
    """How many UTF-16 units the text takes; Telegram counts offsets in them."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse_html(raw: str) -> tuple[str, list[Entity]]:
    """Visible text and entities of an HTML text.

    :raises ApiError: 400 `can't parse entities: …`
    """
    if "<" not in raw and "&" not in raw:
        return raw, []
    return _Parser(raw).run()


class _Parser:
    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.pos = 0
        self.visible: list[str] = []
        self.units = 0
        self.open: list[OpenTag] = []
        self.entities: list[Entity] = []

    def run(self) -> tuple[str, list[Entity]]:
        for mark in iter(self._next_mark, None):
            if mark == "&":
                self._emit(self._character())
            elif self._peek(1) == "/":
                self._end_tag()
            else:
                self._start_tag()
        if self.open:
            raise bad_request(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{self.open[-1].name}\""
            )
        for entity in self.entities:
            if entity["type"] == "code":
                entity.pop("language", None)
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        text = "".join(self.visible)
        if SURROGATE.search(text):
            raise bad_request(
                "can't parse entities: Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return text, self.entities

    def _next_mark(self) -> str | None:
        found = MARKUP.search(self.raw, self.pos)
        end = found.start() if found else len(self.raw)
        self._emit(self.raw[self.pos : end])
        self.pos = end
        return found.group() if found else None

    def _emit(self, text: str) -> None:
        self.visible.append(text)
        self.units += utf16_length(text)

    def _peek(self, ahead: int = 0) -> str:
        """The character ahead, a zero character behind the end."""
        at = self.pos + ahead
        return self.raw[at] if at < len(self.raw) else "\0"

    def _refuse(self, reason: str, at: int, rest: str = "") -> Exception:
        offset = len(self.raw[:at].encode())
        return bad_request(f"can't parse entities: {reason} at byte offset {offset}{rest}")

    def _character(self) -> str:
        """A character written as `&…;`; what is none stands for itself."""
        found = CHARACTER.match(self.raw, self.pos)
        char = _decoded(found) if found else None
        if found is None or char is None:
            self.pos += 1
            return "&"
        self.pos = found.end()
        return char

    def _skip_spaces(self) -> None:
        while self.pos < len(self.raw) and self.raw[self.pos] in SPACES:
            self.pos += 1

    def _word(self, stops: str) -> str:
        begin = self.pos
        while self.pos < len(self.raw) and self.raw[self.pos] not in SPACES and self.raw[self.pos] not in stops:
            self.pos += 1
        return self.raw[begin : self.pos]

    def _start_tag(self) -> None:
        begin = self.pos
        self.pos += 1
        name = self._word(">").lower()
        if self.pos >= len(self.raw):
            raise self._refuse("Unclosed start tag", begin)
        if name not in TAGS:
            raise self._refuse(f'Unsupported start tag "{name}"', begin)
        argument = ""
        while self._peek() != ">":
            self._skip_spaces()
            if self._peek() == ">":
                break
            argument = self._attribute(name, begin) or argument
        self.pos += 1
        if name == "span" and argument != "spoiler":
            raise self._refuse('Tag "span" must have class "tg-spoiler"', begin)
        self.open.append(OpenTag(name, argument, self.units, len("".join(self.visible)) if name == "a" else 0))

    def _attribute(self, tag: str, begin: int) -> str:
        """Reads one attribute; what the tag can use of it, else an empty string."""
        name = self._word("=>")
        if not name and self.pos >= len(self.raw):
            raise self._refuse(f'Unclosed start tag "{tag}"', begin)
        if not name:
            raise self._refuse(f'Empty attribute name in the tag "{tag}"', begin)
        self._skip_spaces()
        value = ""
        if self._peek() == "=":
            self.pos += 1
            self._skip_spaces()
            if self.pos >= len(self.raw):
                raise self._refuse(f'Unclosed start tag "{tag}"', begin)
            value = self._value(begin)
        elif self.pos >= len(self.raw):
            raise self._refuse(f'Unclosed start tag "{tag}"', begin)
        return argument_of(tag, name.lower(), value)

    def _value(self, begin: int) -> str:
        quote = self._peek()
        if quote not in "'\"":
            return self._name_token(begin)
        self.pos += 1
        parts: list[str] = []
        while self.pos < len(self.raw) and self.raw[self.pos] != quote:
            if self.raw[self.pos] == "&":
                parts.append(self._character())
            else:
                parts.append(self.raw[self.pos])
                self.pos += 1
        self.pos += 1
        if self.pos >= len(self.raw):
            raise self._refuse("Unclosed start tag", begin)
        return "".join(parts)

    def _name_token(self, begin: int) -> str:
        at = self.pos
        found = NAME_TOKEN.match(self.raw, at)
        token = found.group() if found else ""
        self.pos = at + len(token)
        after = self._peek()
        if after not in SPACES and after != ">":
            raise self._refuse("Unexpected end of name token", at)
        if self.pos >= len(self.raw):
            raise self._refuse("Unclosed start tag", begin)
        return token.lower()

    def _end_tag(self) -> None:
        begin = self.pos
        if not self.open:
            raise self._refuse("Unexpected end tag", begin)
        self.pos += 2
        name = self._word(">").lower()
        self._skip_spaces()
        if self._peek() != ">":
            raise self._refuse("Unclosed end tag", begin)
        self.pos += 1
        tag = self.open.pop()
        if name and name != tag.name:
            raise self._refuse("Unmatched end tag", begin, f', expected "</{tag.name}>", found "</{name}>"')
        if self.units > tag.offset:
            shown = "".join(self.visible)[tag.begin :] if tag.name == "a" else ""
            close(tag, self.units - tag.offset, shown, self.entities)


def _decoded(found: re.Match[str]) -> str | None:
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED.get(name)
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    digits = len(found.group().rstrip(";"))
    return None if code == 0 or code >= 0x10FFFF or digits >= 10 else chr(code)
