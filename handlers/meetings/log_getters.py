"""What the windows of a record without a plan show."""

from datetime import date, timedelta
from typing import Any

from aiogram_dialog import DialogManager

from handlers.kit import act_of, reading, words_of
from handlers.meetings.moments import day_of
from handlers.meetings.plan_getters import pair_id
from handlers.meetings.saying import day_and_time, method
from handlers.words import Words
from models.meetings import queries
from models.meetings.rules import RETRO_DAYS, USUAL_DURATION
from models.meetings.states import MeetingMethod
from models.school_year import school_year_of

LENGTHS = (15, 30, 45, 60, 90, 120)
DAYS_SHOWN = 8
_SEPTEMBER = 9


async def get_pairs(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The pairs that meet or pause."""
    async with reading(dialog_manager) as session:
        pairs = await queries.pairs_that_meet(session, act_of(dialog_manager).actor, with_paused=True)
    return {"items": [{"id": pair.id, "title": pair.partner} for pair in pairs], "none": not pairs}


async def get_days(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """Planned meetings that wait for a word, then the days from today back, a page at a time."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        pair = await queries.pair_line(session, actor, pair_id(dialog_manager))
        waiting = await queries.unrecorded(session, actor, pair.id, words.now)
        is_own = await queries.is_own(session, actor, pair.id)
    return {
        "partner": pair.partner,
        "planned": [{"id": view.id, "title": day_and_time(view.starts_at, words)} for view in waiting],
        **day_items(dialog_manager, is_curator=not is_own),
    }


async def get_length(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """The lengths to choose from, and what was done, by default the same as the last time."""
    words, actor = words_of(dialog_manager), act_of(dialog_manager).actor
    async with reading(dialog_manager) as session:
        pair = await queries.pair_line(session, actor, pair_id(dialog_manager))
    code = await chosen_method(dialog_manager)
    return {
        "partner": pair.partner,
        "day": words.day(day_of(dialog_manager.dialog_data.get("day", ""))),
        "method": method(code, words),
        "lengths": length_items(words),
    }


async def get_methods(dialog_manager: DialogManager, **_: Any) -> dict[str, Any]:
    """What can have been done."""
    return {"methods": method_items(words_of(dialog_manager))}


async def chosen_method(manager: DialogManager) -> MeetingMethod:
    """What was chosen, or what was done the last time."""
    chosen = manager.dialog_data.get("method")
    if chosen:
        return MeetingMethod(chosen)
    async with reading(manager) as session:
        last = await queries.last_held(session, act_of(manager).actor, pair_id(manager))
    return last.method if last else MeetingMethod.TALK


def days_back(today: date, page: int, *, is_curator: bool) -> list[date]:
    """A page of days from today back: thirty days for the pair, the cycle for its curator."""
    first = date(school_year_of(today), _SEPTEMBER, 1) if is_curator else today - timedelta(days=RETRO_DAYS)
    days = [today - timedelta(days=back) for back in range(page * DAYS_SHOWN, (page + 1) * DAYS_SHOWN)]
    return [day for day in days if day >= first]


def day_items(manager: DialogManager, *, is_curator: bool) -> dict[str, Any]:
    """A page of days as buttons, and whether there are days further back or nearer to today."""
    words, page = words_of(manager), int(manager.dialog_data.get("page", 0))
    days = days_back(words.today, page, is_curator=is_curator)
    return {
        "days": [{"id": day.isoformat(), "title": words.near_day(day)} for day in days],
        "earlier": len(days) == DAYS_SHOWN,
        "later": page > 0,
    }


def length_items(words: Words, besides: int = USUAL_DURATION) -> list[dict[str, Any]]:
    """Lengths as buttons; a usual one that is not among them is added."""
    lengths = sorted({*LENGTHS, besides})
    return [{"id": minutes, "title": words.label("meetings-length", minutes=minutes)} for minutes in lengths]


def method_items(words: Words) -> list[dict[str, Any]]:
    """Methods as buttons."""
    return [{"id": code.value, "title": method(code, words)} for code in MeetingMethod]
