"""What the buttons of planning do."""

import re
from datetime import date, datetime, time
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, StartMode

from handlers.flow import number, start_data, typed
from handlers.kit import act_of, reading, words_of
from handlers.meetings.moments import minutes_of, moment_of
from handlers.meetings.plan_getters import chosen_day, chosen_moment, pair_id
from handlers.meetings.states import MeetingView, PlanMeeting
from models.errors import ProgrammeError
from models.local_time import is_skipped, utc_at
from models.meetings import plan, queries
from models.meetings.rules import check_start
from models.meetings.states import MeetingMode

_CLOCK = re.compile(r"\s*(\d{1,2})[:. -](\d{2})\s*")
_LINK = re.compile(r"https?://|www\.", re.IGNORECASE)


async def on_start(_: Any, manager: DialogManager) -> None:
    """Asks for the pair only where there is a choice."""
    if pair_id(manager):
        if manager.current_context().state == PlanMeeting.pair:
            await manager.switch_to(PlanMeeting.day)
        return
    async with reading(manager) as session:
        pairs = await queries.pairs_that_meet(session, act_of(manager).actor)
    if len(pairs) == 1:
        manager.dialog_data["mentorship_id"] = pairs[0].id
    await manager.switch_to(PlanMeeting.day if len(pairs) == 1 else PlanMeeting.pair)


async def on_pair(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Goes on with the pair."""
    manager.dialog_data["mentorship_id"] = number(chosen)
    await manager.switch_to(PlanMeeting.day)


async def on_usual(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The usual day and hour at the usual place, in one tap."""
    words, act = words_of(manager), act_of(manager)
    async with reading(manager) as session:
        starts_at = await queries.suggestion(session, act.actor, pair_id(manager), words.now)
        where = await queries.last_place(session, act.actor, pair_id(manager))
    if starts_at is None:
        raise ProgrammeError("error-meetings-planned-already")
    if where is None:
        await _save(manager, starts_at)
    else:
        await _save(manager, starts_at, where.mode, where.place, where.elsewhere)


async def on_day(_: CallbackQuery, __: Any, manager: DialogManager, day: date) -> None:
    """Goes on to the times of the day. Raises ProgrammeError for a day that is past or beyond a year."""
    words = words_of(manager)
    check_start(max(words.now, utc_at(day, time(23, 59), words.zone)), words.now)
    manager.dialog_data.update(day=day.isoformat(), all_times=False)
    await manager.switch_to(PlanMeeting.time)


async def on_all_times(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Shows every half-hour."""
    manager.dialog_data["all_times"] = True


async def on_time(_: CallbackQuery, __: Any, manager: DialogManager, minutes: str) -> None:
    """A button of the grid."""
    await _choose(manager, moment_of(minutes))


async def on_typed_time(message: Message, __: Any, manager: DialogManager) -> None:
    """«14:10», for schools whose lessons do not end on the half-hour. Raises ProgrammeError for anything else."""
    found = _CLOCK.fullmatch(typed(message))
    try:
        clock = time(int(found[1]), int(found[2])) if found else None
    except ValueError:
        clock = None
    day, zone = chosen_day(manager), words_of(manager).zone
    if clock is None or is_skipped(day, clock, zone):
        raise ProgrammeError("error-meetings-time")
    await _choose(manager, utc_at(day, clock, zone))


async def on_last_place(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Where they met the last time."""
    async with reading(manager) as session:
        last = await queries.last_place(session, act_of(manager).actor, pair_id(manager))
    if last is None:
        raise ProgrammeError("error-gone")
    await _save(manager, chosen_moment(manager), last.mode, last.place, last.elsewhere)


async def on_school(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """At school; the room will be found."""
    await _save(manager, chosen_moment(manager))


async def on_online(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Online; the link can be sent later."""
    await _save(manager, chosen_moment(manager), MeetingMode.ONLINE)


async def on_typed_place(message: Message, __: Any, manager: DialogManager) -> None:
    """A room, or the link of an online meeting."""
    text = typed(message)
    await _save(manager, chosen_moment(manager), mode_of(text), text)


async def on_typed_elsewhere(message: Message, __: Any, manager: DialogManager) -> None:
    """An address outside the school."""
    await _save(manager, chosen_moment(manager), MeetingMode.OFFLINE, typed(message), elsewhere=True)


async def on_open(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Opens the meeting that was planned."""
    data = {"meeting_id": manager.dialog_data["saved_id"]}
    await manager.start(MeetingView.main, data=data, mode=StartMode.RESET_STACK)


def mode_of(text: str) -> MeetingMode:
    """A link means online."""
    return MeetingMode.ONLINE if _LINK.search(text) else MeetingMode.OFFLINE


async def _choose(manager: DialogManager, starts_at: datetime) -> None:
    """Keeps the time; a moved meeting keeps its place, so that it is saved at once."""
    check_start(starts_at, words_of(manager).now)
    moving = start_data(manager).get("meeting_id")
    if moving:
        await _saved(manager, (await act_of(manager)(plan.move, moving, starts_at)).id)
        return
    manager.dialog_data["starts"] = minutes_of(starts_at)
    await manager.switch_to(PlanMeeting.place)


async def _save(
    manager: DialogManager,
    starts_at: datetime,
    mode: MeetingMode = MeetingMode.OFFLINE,
    place: str = "",
    elsewhere: bool = False,
) -> None:
    view = await act_of(manager)(plan.plan, pair_id(manager), starts_at, mode, place, elsewhere=elsewhere)
    await _saved(manager, view.id)


async def _saved(manager: DialogManager, meeting_id: int) -> None:
    manager.dialog_data["saved_id"] = meeting_id
    await manager.switch_to(PlanMeeting.saved)
