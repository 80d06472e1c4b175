"""All buttons that plain messages can have, found by walking the dispatcher's routers: a new one is there by itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import cycle, product
from typing import Any

from aiogram import Dispatcher
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter
from aiogram_dialog import Dialog

from handlers import errors, routers
from handlers.telling import NoticeButton
from models.requests.states import Outcome

WORDS: dict[str, tuple[str, ...]] = {
    "ConsentButton.version": ("2026-01",),
    "ItemButton.value": ("YES", "NO", "1"),
    "Language.locale": ("en", "ru", "tlh"),
    "SayOutcome.outcome": (Outcome.YES.value, "НЕТ"),
}
"""Free words that a button carries, by class and field."""
NUMBERS = {"made": (1,), "usefulness": (5, 0), "school_year": (2026,)}
"""Numbers that are no ids."""
ANY_ROW = ("mentorship_id", "request_id", "call_id", "organisation_id")
"""What the line of a digest may be about."""
ABSENT = 999_999
MALFORMED = ("0", "-1", " 5", "+5", "1_000", "5.0", "١٢", str(2**63), "9" * 20, "", "1;--")
"""What stands in place of an id in data that the bot has never written, or that no row has."""


def buttons(of: type[CallbackData] = NoticeButton) -> list[type[CallbackData]]:
    """Every class of callback data that the handlers know."""
    return [inner for one in of.__subclasses__() for inner in (one, *buttons(one))]


def answered(dispatcher: Dispatcher) -> Iterator[type[CallbackData]]:
    """The class of callback data of every handler of presses outside dialogs.

    Raises AssertionError for a handler that any press could reach.
    """
    for router in dispatcher.chain_tail:
        if isinstance(router, Dialog) or router.name.startswith("aiogram_dialog"):
            continue
        for handler in router.callback_query.handlers:
            if handler.callback is errors.on_stale_button:
                continue
            [classes] = [[one.callback for one in handler.filters or []]]
            known = [one.callback_data for one in classes if isinstance(one, CallbackQueryFilter)]
            assert len(known) == 1, f"{handler.callback} is reached by more than one kind of press"
            yield known[0]


def dispatched() -> Dispatcher:
    """A dispatcher with all routers."""
    dispatcher = Dispatcher()
    routers.setup(dispatcher)
    return dispatcher


@dataclass
class Forger:
    """Writes callback data of every kind about rows of a school, one row after the other."""

    ids: dict[str, list[int]]
    _rows: dict[str, Iterator[int]] = field(default_factory=dict)

    def all(self, *, thorough: bool = False) -> Iterator[str]:
        """Every kind with every choice, about a row of the school each; `thorough`: about every row."""
        for button in buttons():
            for values in product(*(self._choices(button, name, thorough) for name in button.model_fields)):
                yield button(**{name: self._settled(one) for name, one in self._named(button, values)}).pack()

    def malformed(self) -> Iterator[str]:
        """Every kind that names a row, with each of what is no id of one."""
        for button in buttons():
            names = [name for name in button.model_fields if self._is_id(button, name)]
            usual = {name: next(iter(self._choices(button, name, False))) for name in button.model_fields}
            for name, wrong in product(names, (*MALFORMED, str(ABSENT))):
                parts = [wrong if one == name else self._written(value) for one, value in usual.items()]
                yield ":".join([button.__prefix__, *parts])

    def _choices(self, button: type[CallbackData], name: str, thorough: bool) -> tuple[Any, ...]:
        annotation: Any = button.model_fields[name].annotation
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            return tuple(annotation)
        if annotation is bool:
            return (True, False)
        if annotation is str:
            return WORDS[f"{button.__name__}.{name}"][: None if thorough else 1]
        if name in NUMBERS:
            return NUMBERS[name]
        rows = self._rows_of(name)
        return tuple(rows) if thorough else (name,)

    def _is_id(self, button: type[CallbackData], name: str) -> bool:
        return button.model_fields[name].annotation is int and name not in NUMBERS

    def _named(self, button: type[CallbackData], values: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
        return zip(button.model_fields, values, strict=True)

    def _rows_of(self, name: str) -> list[int]:
        if name == "subject_id":
            return [self.ids[one][0] for one in ANY_ROW]
        return self.ids[name]

    def _settled(self, value: Any) -> Any:
        """A row of that name where one is still to be chosen: each in its turn."""
        if not isinstance(value, str) or (value not in self.ids and value != "subject_id"):
            return value
        return next(self._rows.setdefault(value, cycle(self._rows_of(value))))

    def _written(self, value: Any) -> str:
        value = self._settled(value)
        return str(value.value if isinstance(value, Enum) else int(value) if isinstance(value, bool) else value)
