"""What a curator does about a pupil's parents."""

from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import number, typed
from handlers.kit import act_of
from handlers.people.invite_actions import show_link
from handlers.people.parents_getters import family_shown
from handlers.people.states import Parents
from models.people.guardians import end_link, record_parents_paper
from models.people.invitations import invite_guardian


async def on_invite(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """A one-time link for a parent, to be forwarded."""
    bot: Bot = manager.middleware_data["bot"]
    child = await family_shown(manager)
    await show_link(query, manager, bot, await act_of(manager)(invite_guardian, child.person_id))


async def on_paper(message: Message, _: Any, manager: DialogManager) -> None:
    """Number and date of the paper."""
    child = await family_shown(manager)
    await act_of(manager)(record_parents_paper, child.person_id, typed(message))
    await manager.switch_to(Parents.main)


async def on_end(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Removes one parent."""
    await act_of(manager)(end_link, number(chosen))
    await manager.switch_to(Parents.main)
