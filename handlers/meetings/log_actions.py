"""What the buttons of a record without a plan do: pair, day, length, and it stands."""

from datetime import datetime, time
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager, StartMode

from handlers.flow import number
from handlers.kit import act_of, reading, words_of
from handlers.meetings.log_getters import chosen_method
from handlers.meetings.moments import day_of, held_on
from handlers.meetings.plan_getters import pair_id
from handlers.meetings.states import LogMeeting, MeetingRecord
from models.errors import ProgrammeError
from models.local_time import to_local
from models.meetings import log, queries
from models.meetings.states import MeetingMethod

_USUAL_HOUR = time(12)


async def on_start(_: Any, manager: DialogManager) -> None:
    """Asks for the pair only where there is a choice."""
    if not pair_id(manager):
        async with reading(manager) as session:
            pairs = await queries.pairs_that_meet(session, act_of(manager).actor, with_paused=True)
        if len(pairs) == 1:
            manager.dialog_data["mentorship_id"] = pairs[0].id
    await manager.switch_to(LogMeeting.day if pair_id(manager) else LogMeeting.pair)


async def on_pair(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Goes on with the pair."""
    manager.dialog_data["mentorship_id"] = number(chosen)
    await manager.switch_to(LogMeeting.day)


async def on_planned(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """A meeting that was planned: recorded at once."""
    view = await act_of(manager)(log.record, number(chosen))
    await _recorded(manager, view.id)


async def on_earlier(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Days further back."""
    manager.dialog_data["page"] = int(manager.dialog_data.get("page", 0)) + 1


async def on_later(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Days nearer to today."""
    manager.dialog_data["page"] = max(0, int(manager.dialog_data.get("page", 0)) - 1)


async def on_day(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Keeps the day."""
    manager.dialog_data["day"] = day_of(chosen).isoformat()
    await manager.switch_to(LogMeeting.length)


async def on_method(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Keeps what was done."""
    manager.dialog_data["method"] = method_of(chosen).value
    await manager.switch_to(LogMeeting.length)


async def on_length(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """The last tap: the record stands."""
    minutes = number(chosen)
    held_at = await _held_at(manager, minutes)
    told = await act_of(manager)(log.record_unplanned, pair_id(manager), held_at, minutes, await chosen_method(manager))
    await _recorded(manager, told.meeting.id, is_new=told.is_new)


def method_of(code: str) -> MeetingMethod:
    """The method of a button. Raises ProgrammeError `error-gone` for a forged one."""
    try:
        return MeetingMethod(code)
    except ValueError:
        raise ProgrammeError("error-gone") from None


async def _held_at(manager: DialogManager, minutes: int) -> datetime:
    """The chosen day at the pair's usual hour."""
    words = words_of(manager)
    async with reading(manager) as session:
        last = await queries.last_held(session, act_of(manager).actor, pair_id(manager))
    clock = to_local(last.starts_at, words.zone).time() if last else _USUAL_HOUR
    return held_on(day_of(manager.dialog_data.get("day", "")), clock, minutes, words)


async def _recorded(manager: DialogManager, meeting_id: int, *, is_new: bool = True) -> None:
    data = {"meeting_id": meeting_id, "known": not is_new}
    await manager.start(MeetingRecord.main, data=data, mode=StartMode.RESET_STACK)
