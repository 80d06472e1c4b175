"""What the windows of the holidays show, and what their buttons do."""

from datetime import date
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.flow import start_data
from handlers.kit import act_of, reading, words_of
from handlers.people.states import Vacations
from handlers.people.tree_getters import written
from handlers.words import Words
from models.errors import ProgrammeError
from models.people import calendar
from models.people.calendar import CalendarView, SeasonLine
from models.school_year import Season


async def calendar_of(manager: DialogManager) -> CalendarView:
    """The calendar that the organisation goes by for which the window was opened."""
    async with reading(manager) as session:
        organisation_id = start_data(manager).get("organisation_id") or 0
        return await calendar.calendar_of(session, act_of(manager).actor, organisation_id, words_of(manager).today)


async def get_list(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """The four seasons."""
    view = await calendar_of(dialog_manager)
    days = {f"{line.season.value.lower()}_first": written(line.first) for line in view.lines}
    days |= {f"{line.season.value.lower()}_last": written(line.last) for line in view.lines}
    return {
        "name": view.name,
        "year": f"{view.year}/{view.year + 1}",
        "may_edit": view.may_edit,
        "editable": int(view.may_edit),
        "items": [{"id": line.season.value, "title": _title(words, line)} for line in view.lines],
        **days,
    }


async def get_season(dialog_manager: DialogManager, words: Words, **_: Any) -> dict[str, Any]:
    """The season that is being changed."""
    line = await _chosen(dialog_manager)
    return {
        "season": words.label(season_key(line.season)),
        "first": written(line.first),
        "last": written(line.last),
        "new_first": written(date.fromisoformat(dialog_manager.dialog_data.get("first") or line.first.isoformat())),
        "is_own": line.is_own,
    }


def season_key(season: Season) -> str:
    """The text that names a season."""
    return f"people-calendar-{season.value.lower()}"


async def on_season(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Which holidays to change."""
    if chosen not in list(Season):
        raise ProgrammeError("error-gone")
    manager.dialog_data.update(season=chosen, first="")
    await manager.switch_to(Vacations.first)


async def on_first(_: CallbackQuery, __: Any, manager: DialogManager, day: date) -> None:
    """The first day."""
    manager.dialog_data["first"] = day.isoformat()
    await manager.switch_to(Vacations.last)


async def on_same(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The first day stays: holidays that run already can be made longer."""
    await on_first(_, __, manager, (await _chosen(manager)).first)


async def on_last(_: CallbackQuery, __: Any, manager: DialogManager, day: date) -> None:
    """The last day, and it stands."""
    view, line = await calendar_of(manager), await _chosen(manager)
    first = date.fromisoformat(manager.dialog_data["first"])
    await act_of(manager)(calendar.set_holiday, view.organisation_id, line.season, first, day)
    await manager.switch_to(Vacations.list)


async def on_usual(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Back to the usual dates."""
    view, line = await calendar_of(manager), await _chosen(manager)
    await act_of(manager)(calendar.reset_holiday, view.organisation_id, line.season)
    await manager.switch_to(Vacations.list)


async def _chosen(manager: DialogManager) -> SeasonLine:
    wanted = manager.dialog_data.get("season")
    found = next((line for line in (await calendar_of(manager)).lines if line.season == wanted), None)
    if found is None:
        raise ProgrammeError("error-gone")
    return found


def _title(words: Words, line: SeasonLine) -> str:
    key = "people-calendar-change-own" if line.is_own else "people-calendar-change"
    return words.label(key, season=words.label(season_key(line.season)))
