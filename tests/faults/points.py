"""The places at which the bot is killed, by the functions that it passes there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from inspect import iscoroutinefunction
from typing import Any

from bot.client import Session
from bot.inbox import Inbox
from bot.outbox import Outbox
from bot.timetable import Timetable
from models.database import Database
from models.use_case import Act


@dataclass(frozen=True)
class Point:
    """A place in the code: before or after a function of a class; some only where the function had something to do."""

    name: str
    owner: type
    function: str
    after: bool
    idle: Callable[[tuple[Any, ...], Any], bool] = lambda arguments, result: False
    """Whether the function had nothing to do, by its arguments and, after it, its result."""


def _polls(arguments: tuple[Any, ...], _result: Any) -> bool:
    return type(arguments[1]).__name__ == "GetUpdates"


def _nothing_came(arguments: tuple[Any, ...], _result: Any) -> bool:
    return not arguments[0]


def _nothing_given(_arguments: tuple[Any, ...], result: Any) -> bool:
    return not result


POINTS = (
    Point("before an update is stored", Inbox, "store", False, _nothing_came),
    Point("after it is stored, before it is confirmed", Inbox, "store", True, _nothing_came),
    Point("inside a use case", Act, "_perform", True),
    Point("between its commit and the answer", Act, "__call__", True),
    Point("before the done-mark and the dialog's state", Inbox, "finish", False),
    Point("after the done-mark", Inbox, "finish", True),
    Point("between claim and send", Outbox, "claim", True, _nothing_given),
    Point("between the started mark and the request", Outbox, "started", True, _nothing_given),
    Point("between the answer and the sent mark", Outbox, "sent", False),
    Point("after the sent mark", Outbox, "sent", True),
    Point("while a notice waits for another try", Outbox, "postpone", True),
    Point("inside the recovery", Outbox, "_recover", True),
    Point("after the recovery", Outbox, "recover", True),
    Point("before a write", Database, "write", False),
    Point("after a write", Database, "write", True),
    Point("before a request", Session, "make_request", False, _polls),
    Point("after a request", Session, "make_request", True, _polls),
)
WORK, ROUND = b".", b"r"
MARKS = (
    (Inbox, "store", WORK),
    (Inbox, "_close", WORK),
    (Outbox, "_mark", WORK),
    (Timetable, "deliver", WORK),
    (Timetable, "make_rounds", ROUND),
)
"""After these somebody who waits for the end of the work should look again."""
NAMES = tuple(point.name for point in POINTS)


def watch(passes: Callable[[int], None], marked: Callable[[bytes], None]) -> None:
    """Tells `passes` the number of each point that is passed, and `marked` that a piece of work was marked."""
    for number, point in enumerate(POINTS):
        _wrap(point, lambda number=number: passes(number))
    for owner, function, mark in MARKS:
        _wrap(Point("", owner, function, True), lambda mark=mark: marked(mark))


def _wrap(point: Point, tell: Callable[[], None]) -> None:
    function = getattr(point.owner, point.function)

    def look(after: bool, arguments: tuple[Any, ...], result: Any = None) -> None:
        if point.after == after and not point.idle(arguments, result):
            tell()

    @wraps(function)
    def plain(self: Any, *arguments: Any, **named: Any) -> Any:
        look(False, arguments)
        result = function(self, *arguments, **named)
        look(True, arguments, result)
        return result

    @wraps(function)
    async def awaited(self: Any, *arguments: Any, **named: Any) -> Any:
        look(False, arguments)
        result = await function(self, *arguments, **named)
        look(True, arguments, result)
        return result

    setattr(point.owner, point.function, awaited if iscoroutinefunction(function) else plain)
