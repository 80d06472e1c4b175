"""Logs: one line a record, as key=value for people or as JSON for machines; ids and codes, never a text, name or token.

The standard library's loggers write them everywhere; structlog gives them their shape. What libraries say is shown
without the values that they would fill in, because nobody knows what those quote.
"""

import logging
import re
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from contextvars import Token
from types import TracebackType
from typing import Any, Literal

from structlog.contextvars import bind_contextvars, merge_contextvars, reset_contextvars
from structlog.processors import JSONRenderer, LogfmtRenderer, TimeStamper
from structlog.stdlib import ProcessorFormatter
from structlog.typing import EventDict, WrappedLogger

from bot.failures import describe

Shape = Literal["console", "json"]
OURS = ("bot", "handlers", "models", "nastavnik")
"""Whose loggers follow LOG_LEVEL; those of libraries stay silent below a warning."""
ORDER = ("at", "level", "logger", "event", "update", "notice", "failure")
GONE = "[redacted]"
SECRETS = re.compile(r"\d{3,}:[\w-]{20,}|(?<=://)[^\s/@:]*:[^\s/@]*(?=@)")
"""What looks like a bot's token, or like the password in a database's address."""


def set_up_logs(level: str, shape: Shape = "console", secret: str = "") -> None:
    """Logs go to the standard error; `secret` is the bot's token, which no line may show."""
    handler = logging.StreamHandler()
    handler.setFormatter(Formatter(shape, secret))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    # That a tick is left out while the last one is still sending is how it should be.
    logging.getLogger("apscheduler.scheduler").setLevel(logging.ERROR)
    sys.excepthook = _log_the_end


def bound(**ids: int) -> AbstractContextManager[None]:
    """Within it every line carries these ids: `with bound(update=…):`."""
    return _Bound(ids)


class _Bound(AbstractContextManager[None]):
    """Each update and each notice asks for it: structlog's own is a generator, which costs more."""

    def __init__(self, ids: Mapping[str, int]) -> None:
        self._ids = ids
        self._before: Mapping[str, Token[Any]] = {}

    def __enter__(self) -> None:
        self._before = bind_contextvars(**self._ids)

    def __exit__(self, *_: object) -> None:
        reset_contextvars(**self._before)


class Formatter(ProcessorFormatter):
    """Turns a record into its line."""

    def __init__(self, shape: Shape = "console", secret: str = "") -> None:
        lines = LogfmtRenderer(key_order=ORDER, drop_missing=True)
        renderer = JSONRenderer(ensure_ascii=False) if shape == "json" else lines
        super().__init__(
            processors=[ProcessorFormatter.remove_processors_meta, renderer],
            foreign_pre_chain=[_plain, TimeStamper("iso", key="at"), merge_contextvars, _described],
            use_get_message=False,
            pass_foreign_args=True,
        )
        self._secrets = [part for part in (secret, secret.partition(":")[2]) if part]

    def format(self, record: logging.LogRecord) -> str:
        """The line, in which whatever looks like a secret is struck out."""
        line = SECRETS.sub(GONE, super().format(record))
        for part in self._secrets:
            line = line.replace(part, GONE)
        return line


def _plain(_logger: WrappedLogger, level: str, said: EventDict) -> EventDict:
    """What is said, and by whom: our own words with their ids, a library's first line without any values."""
    record: logging.LogRecord = said["_record"]
    values = said.pop("positional_args", ())
    if record.name.partition(".")[0] in OURS:
        said["event"] = said["event"] % values if values else said["event"]
    else:
        said["event"] = said["event"].partition("\n")[0]
    said.update(level=level, logger=record.name)
    return said


def _described(_logger: WrappedLogger, _level: str, said: EventDict) -> EventDict:
    """An exception is its class and its places; its message may quote a person."""
    said.pop("stack_info", None)
    failed = said.pop("exc_info", None)
    if failed and failed[1] is not None:
        said["failure"] = describe(failed[1])
    return said


def _log_the_end(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """What nobody caught ends the process with one line instead of a traceback full of values."""
    logging.getLogger("nastavnik").critical("ended by a failure", exc_info=error)
