"""All texts of all languages, each read when it is first said: to read all of them takes a second of every start."""

import re
from pathlib import Path
from typing import Any

from aiogram_i18n.cores import FluentRuntimeCore
from fluent.runtime import FluentBundle, FluentResource

ENTRY = re.compile(r"^-?[A-Za-z][\w-]*(?= *=)", re.MULTILINE)
"""Where an entry of a file begins: whatever belongs to it is indented, or closes a brace."""
VALUE, PART = re.compile(r"\$([A-Za-z][\w-]*)"), re.compile(r"{\s*(-?[A-Za-z][\w-]*)")
"""What an entry says of values, and of other entries."""
CHOICE = re.compile(VALUE.pattern + r"(?![\w-]|\s*})")
"""A value by which an entry chooses among its variants; one that it merely says stands alone in its braces."""


class LateCore(FluentRuntimeCore):
    """Messages by key and locale; a missing key or argument raises."""

    def __init__(self, folder: Path, locales: tuple[str, ...]) -> None:
        """`folder` has a folder of `.ftl` files for each of `locales`; the first speaks for those who have none."""
        super().__init__(path=folder / "{locale}", default_locale=locales[0], use_td=False, pre_compile=False)
        self._late = {locale: LateBundle(locale, folder / locale) for locale in locales}
        self.locales.update(self._late)

    def asked(self, key: str, locale: str) -> frozenset[str]:
        """The names of the values that a text is made of."""
        return self._in(locale).values(VALUE, key)

    def chosen_by(self, key: str, locale: str) -> frozenset[str]:
        """Those among them on which its wording depends; the others are merely written in."""
        return self._in(locale).values(CHOICE, key)

    def _in(self, locale: str) -> "LateBundle":
        """The first language for a locale that has no texts."""
        return self._late.get(locale) or next(iter(self._late.values()))


class LateBundle(FluentBundle):
    """The texts of one language as they stand in its files."""

    def __init__(self, locale: str, folder: Path) -> None:
        super().__init__([locale], use_isolating=False)
        self._unread: dict[str, str] = {}
        for path in sorted(folder.glob("*.ftl")):
            self._unread |= _entries(path.read_text("utf-8"))

    def has_message(self, message_id: str) -> bool:
        """Whether there is such a key."""
        return message_id in self._unread

    def values(self, shape: re.Pattern[str], message_id: str) -> frozenset[str]:
        """The names of the values of this shape in the text, or in another of which it is made; none for no text."""
        text = self._unread.get(message_id, "")
        own = frozenset(shape.findall(text))
        return own.union(*(self.values(shape, other) for other in PART.findall(text) if other != message_id))

    def _lookup(self, entry_id: str, term: bool = False) -> Any:
        if entry_id not in (self._terms if term else self._messages):
            self.add_resource(FluentResource(self._unread[f"-{entry_id}" if term else entry_id]))
        return super()._lookup(entry_id, term)


def _entries(text: str) -> dict[str, str]:
    """The text of each entry by its name; terms with their dash."""
    begins = list(ENTRY.finditer(text))
    ends = [entry.start() for entry in begins[1:]] + [len(text)]
    return {entry.group(): text[entry.start() : end] for entry, end in zip(begins, ends, strict=True)}
