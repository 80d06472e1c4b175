"""Buttons made of lists: items, topics in the order of choice, weekly times."""

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Group
from babel.dates import get_day_names

from handlers.kit import item_id
from handlers.widgets import ITEM, Select
from handlers.words import Words
from models.availability import DayPart, Slot, Weekday, in_week_order
from models.people.topics import STRONG, TOPICS, Topic, topic_key

PARTS = (DayPart.DAY, DayPart.AFTERNOON, DayPart.EVENING)
"""The parts of a day that are offered to people who teach in the mornings."""


def listed(words: Words, labels: Iterable[str]) -> str:
    """«работа с классом, разбор уроков»; empty for nothing."""
    first, *others = list(labels) or [""]
    return reduce(lambda known, label: words.label("people-list", known=known, label=label), others, first)


def topic_names(words: Words, codes: Iterable[str]) -> str:
    """The topics by name, in one line."""
    return listed(words, (words.label(topic_key(code)) for code in codes if code in TOPICS))


def topic_items(words: Words, offered: Sequence[Topic], chosen: Sequence[str]) -> list[dict[str, Any]]:
    """Topics as buttons: the first three chosen carry their number, the others a tick."""
    return [{"id": topic.code, "title": _topic_label(words, topic, chosen)} for topic in offered]


async def on_topic(_: CallbackQuery, select: Any, manager: DialogManager, code: str) -> None:
    """Chooses a topic, or takes the choice back."""
    chosen = list(manager.dialog_data.get("topics", []))
    manager.dialog_data["topics"] = [one for one in chosen if one != code] if code in chosen else [*chosen, code]


TOPIC_BUTTONS = Group(
    Select(ITEM, id="topic", item_id_getter=item_id, items="items", on_click=on_topic),
    width=2,
)


def slot_label(words: Words, code: str) -> str:
    """«вт 15–18»."""
    slot = Slot.parse(code)
    return _stretch(words, slot, slot)


def slot_names(words: Words, codes: Iterable[str]) -> str:
    """«вт 15–20, чт 12–15»: the weekly times in one line, parts of a day that follow each other as one."""
    stretches: list[tuple[Slot, Slot]] = []
    for slot in map(Slot.parse, in_week_order(codes)):
        if stretches and _continues(stretches[-1][1], slot):
            stretches[-1] = (stretches[-1][0], slot)
        else:
            stretches.append((slot, slot))
    return listed(words, (_stretch(words, first, last) for first, last in stretches))


def slot_items(words: Words, chosen: Sequence[str]) -> list[dict[str, Any]]:
    """The week as buttons, a day a row."""
    codes = [Slot(day, part).code for day in Weekday for part in PARTS]
    return [{"id": code, "title": _ticked(words, slot_label(words, code), code in chosen)} for code in codes]


def _topic_label(words: Words, topic: Topic, chosen: Sequence[str]) -> str:
    name = words.label(topic.key)
    if topic.code in chosen[:STRONG]:
        return words.label("people-card-topic-strong", place=chosen.index(topic.code) + 1, topic=name)
    return _ticked(words, name, topic.code in chosen)


def _continues(earlier: Slot, slot: Slot) -> bool:
    return earlier.weekday is slot.weekday and earlier.part.ends == slot.part.starts


def _stretch(words: Words, first: Slot, last: Slot) -> str:
    days = get_day_names("abbreviated", locale=words.locale)
    hours = {"from": first.part.starts.hour, "until": last.part.ends.hour}
    return words.label("people-slot", day=days[first.weekday], **hours)


def _ticked(words: Words, label: str, is_chosen: bool) -> str:
    return words.label("people-ticked", label=label) if is_chosen else label
