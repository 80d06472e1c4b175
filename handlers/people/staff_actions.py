"""What the curator's buttons of people do."""

from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.flow import number
from handlers.kit import act_of
from handlers.people.card_getters import NO_CARD
from handlers.people.invite_actions import show_link
from handlers.people.staff_getters import asked_role, member
from handlers.people.states import Card, Parents, Staff
from models.errors import ProgrammeError
from models.people import cards, grants, invitations
from models.people.staff import Which
from models.terms import Role


async def on_person(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens a person."""
    manager.dialog_data["person_id"] = number(chosen)
    await manager.switch_to(Staff.person)


async def on_which(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Lists other people."""
    if chosen not in list(Which):
        raise ProgrammeError("error-gone")
    manager.dialog_data.update(which=chosen, page=0)


async def on_confirm(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Takes the mentor into the register."""
    person = await member(manager)
    if person.card is None:
        raise ProgrammeError("error-gone")
    await act_of(manager)(cards.confirm_card, person.card.profile_id)


async def on_reject(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Does not take the mentor into the register."""
    person = await member(manager)
    if person.card is None:
        raise ProgrammeError("error-gone")
    await act_of(manager)(cards.reject_card, person.card.profile_id)


async def on_admit(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Lets the person in."""
    asked = asked_role(await member(manager))
    if asked is not None:
        await act_of(manager)(grants.admit, asked.grant_id)


async def on_refuse(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Does not let the person in."""
    asked = asked_role(await member(manager))
    if asked is not None:
        await act_of(manager)(grants.refuse_admission, asked.grant_id)


async def on_link(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Makes the person's own link."""
    act, person, bot = act_of(manager), await member(manager), _bot(manager)
    await show_link(query, manager, bot, await act(invitations.hand_link, person.person_id))


async def on_parents(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A pupil's parents and their consent."""
    await manager.start(Parents.main, data={"person_id": (await member(manager)).person_id})


async def on_card(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Opens the person's card, to change it or to fill it «со слов»."""
    person = await member(manager)
    state = person.card.state if person.card else None
    await manager.start(Card.topics if state in NO_CARD else Card.view, data={"person_id": person.person_id})


async def on_make_mentor(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Gives the mentor's role; the card comes next."""
    person = await member(manager)
    await act_of(manager)(grants.grant_role, person.person_id, Role.MENTOR)
    await manager.start(Card.topics, data={"person_id": person.person_id})


async def on_make_mentee(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Gives the mentee's role."""
    await act_of(manager)(grants.grant_role, (await member(manager)).person_id, Role.MENTEE)


async def on_deputy(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Appoints a deputy curator."""
    await act_of(manager)(grants.make_deputy, (await member(manager)).person_id)


async def on_end_role(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Ends a role."""
    await act_of(manager)(grants.end_role, number(chosen))
    await manager.switch_to(Staff.person)


def _bot(manager: DialogManager) -> Bot:
    bot: Bot = manager.middleware_data["bot"]
    return bot
