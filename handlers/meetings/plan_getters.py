"""What the windows of planning show."""

from datetime import date, datetime
from typing import Any

from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading, words_of
from handlers.meetings.moments import day_of, minutes_of, moment_of
from handlers.meetings.saying import day_and_time, facts, place
from handlers.words import Words
from models.meetings import queries


def pair_id(manager: DialogManager) -> int:
    """The pair that is planned for."""
    value: int = manager.dialog_data.get("mentorship_id") or start_data(manager).get("mentorship_id") or 0
    return value


def chosen_day(manager: DialogManager) -> date:
    """The day that was picked."""
    return day_of(manager.dialog_data.get("day", ""))


async def get_pairs(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The pairs that meet."""
    async with reading(dialog_manager) as session:
        pairs = await queries.pairs_that_meet(session, act_of(dialog_manager).actor)
    return {"items": [{"id": pair.id, "title": pair.partner} for pair in pairs], "none": not pairs}


async def get_day(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Whom it is with, and the usual day and hour as one button."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    moving = start_data(dialog_manager).get("meeting_id")
    async with reading(dialog_manager) as session:
        pair = await queries.pair_line(session, actor, pair_id(dialog_manager))
        usual = None if moving else await queries.suggestion(session, actor, pair.id, words.now)
    return {
        "partner": pair.partner,
        "usual": day_and_time(usual, words) if usual else "",
        "moving": bool(moving),
        "planning": not moving,
    }


async def get_times(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The times that suit both; all of them where none does, or where somebody asks."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    day = chosen_day(dialog_manager)
    async with reading(dialog_manager) as session:
        pair = await queries.pair_line(session, actor, pair_id(dialog_manager))
        times = await queries.times_of_day(session, actor, pair.id, day, words.now)
    only_shared = bool(times.shared) and not dialog_manager.dialog_data.get("all_times")
    shown = times.shared if only_shared else sorted((*times.shared, *times.others))
    return {
        "partner": pair.partner,
        "day": words.day(day),
        "items": [_time(moment, words) for moment in shown],
        "only_shared": only_shared,
        "any_time": bool(shown) and not only_shared,
        "none": not shown,
    }


async def get_place(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """When it is, and where the pair met the last time."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        pair = await queries.pair_line(session, actor, pair_id(dialog_manager))
        last = await queries.last_place(session, actor, pair.id)
    return {
        "partner": pair.partner,
        "when": words.when(chosen_moment(dialog_manager)),
        "last": place(last.mode, last.place, words) if last else "",
    }


async def get_saved(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The planned meeting, and whether its time was somebody else's already."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        view = await queries.current(session, actor, dialog_manager.dialog_data["saved_id"])
        clash = await queries.clash_of(session, actor, view)
    return facts(view, words) | {"clash": clash.partner if clash else ""}


def chosen_moment(manager: DialogManager) -> datetime:
    """The day and time that were picked, in UTC."""
    return moment_of(manager.dialog_data.get("starts", ""))


def _time(moment: datetime, words: Words) -> dict[str, Any]:
    return {"id": minutes_of(moment), "title": words.time(moment)}
