"""All logs of all tests are read: a line with a person's name, with what somebody typed or with a token fails its test.

Our lines are plain English with ids in them, so that any Cyrillic letter in one is a person's, and a leak.
"""

import logging
import re
import sys
from collections.abc import Generator
from functools import wraps
from typing import Any

import pytest

from bot.logs import GONE, OURS, Formatter

CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
SHORTEST = 4
"""Shorter things that somebody types («да», «14») stand in lines by chance."""


class Watch(logging.Handler):
    """Reads each record as the program would write it."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(Formatter())
        self.typed: set[str] = set()
        self._lines: list[str] = []
        self._known: set[Any] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """A library's sentence comes without values: once read, it need not be read again."""
        is_ours = record.name.partition(".")[0] in OURS
        if not is_ours and not record.exc_info:
            if record.msg in self._known:
                return
            self._known.add(record.msg)
        self._lines.append(self.format(record))

    def leaks(self) -> list[str]:
        """The lines since the last look that say too much."""
        lines, self._lines = self._lines, []
        typed, self.typed = {text for text in self.typed if len(text) >= SHORTEST}, set()
        return [line for line in lines if _says_too_much(line, typed)]


def _says_too_much(line: str, typed: set[str]) -> bool:
    return bool(CYRILLIC.search(line)) or GONE in line or any(text in line for text in typed)


WATCH = Watch()


def pytest_configure() -> None:
    """Our own loggers speak of everything, and every record of every logger is read."""
    logging.getLogger().addHandler(WATCH)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.DEBUG)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call() -> Generator[None, Any, Any]:
    """The test, and then a look at what was logged for it."""
    _listen()
    result = yield
    assert WATCH.leaks() == []
    return result


def _listen() -> None:
    """Hears what people type, as soon as there is a sandbox to type in."""
    sandbox = sys.modules.get("bot.sandbox.person")
    if sandbox is None or hasattr(sandbox.Person.say, "__wrapped__"):
        return
    say = sandbox.Person.say

    @wraps(say)
    async def heard(person: Any, text: str) -> int:
        WATCH.typed.add(text)
        return await say(person, text)

    sandbox.Person.say = heard
