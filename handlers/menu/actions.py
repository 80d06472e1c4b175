"""What those buttons of the menu do that need more than to open a window."""

from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.flow import number
from handlers.kit import act_of, database_of
from handlers.meetings.states import MeetingView
from handlers.menu.getters import next_meeting_id
from handlers.people.card_getters import own_card_state
from handlers.people.states import Card, Settings, Staff
from models.errors import ProgrammeError
from models.people import queries
from models.people.staff import Which


async def on_meeting(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens a meeting whose record waits."""
    await manager.start(MeetingView.main, data={"meeting_id": number(chosen)})


async def on_next_meeting(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Opens the next meeting."""
    meeting_id = await next_meeting_id(manager)
    if meeting_id is None:
        raise ProgrammeError("error-gone")
    await manager.start(MeetingView.main, data={"meeting_id": meeting_id})


async def on_fill_card(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A mentor's first taps."""
    await manager.start(Card.topics)


async def on_card(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A mentor's own card; a new beginning where it has left the register."""
    await manager.start(await own_card_state(database_of(manager), act_of(manager)))


async def on_ask_role(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Somebody without a role asks for one."""
    await manager.start(Settings.role)


async def on_staff(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The register, opened at those who wait for a decision where there are any."""
    act = act_of(manager)
    db = database_of(manager)
    async with db.read() as session:
        waiting = await queries.decisions(session, act.actor)
    await manager.start(Staff.list, data={"which": (Which.WAITING if waiting else Which.ALL).value})
