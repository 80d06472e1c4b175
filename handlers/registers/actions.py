"""What the buttons of the registers do."""

from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.flow import number, typed
from handlers.kit import act_of, words_of
from handlers.mentorships.states import MakePair, Pair
from handlers.people.invite_actions import show_link
from handlers.people.states import Card, Parents, Staff
from handlers.registers.getters import chosen_of, offered, person_shown, register_of, scope_shown
from handlers.registers.person_getters import date_asked
from handlers.registers.states import Registers
from handlers.requests.states import Decide
from handlers.telling import acknowledge
from models.errors import ProgrammeError
from models.people import invitations
from models.people.cards import call_again
from models.people.young import write_category, write_date
from models.registers.terms import FACETS, Facet, Register


async def on_register(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens a register, without a filter."""
    if chosen not in list(Register):
        raise ProgrammeError("error-gone")
    manager.dialog_data.update(register=chosen, filter={}, page=0)
    await manager.switch_to(Registers.list)


async def on_row(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """A person opens here; pairs and requests have windows of their own."""
    row_id, register = number(chosen), register_of(manager)
    if register is Register.PAIRS:
        await manager.start(Pair.view, data={"mentorship_id": row_id})
    elif register is Register.REQUESTS:
        await manager.start(Decide.request, data={"request_id": row_id})
    else:
        manager.dialog_data["person_id"] = row_id
        await manager.switch_to(Registers.person)


async def on_filter(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The filters of the register."""
    manager.dialog_data["page"] = 0
    await manager.switch_to(Registers.filter)


async def on_facet(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """The values of one filter."""
    if chosen not in FACETS[register_of(manager)]:
        raise ProgrammeError("error-gone")
    manager.dialog_data.update(facet=chosen, page=0)
    await manager.switch_to(Registers.values)


async def on_value(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Sets a filter."""
    facet = Facet(manager.dialog_data.get("facet", Facet.STATE.value))
    if chosen not in offered(await scope_shown(manager), register_of(manager), facet):
        raise ProgrammeError("error-gone")
    _set(manager, chosen_of(manager) | {facet: chosen})
    await manager.switch_to(Registers.filter)


async def on_any(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Takes one filter away."""
    facet = Facet(manager.dialog_data.get("facet", Facet.STATE.value))
    _set(manager, {one: value for one, value in chosen_of(manager).items() if one is not facet})
    await manager.switch_to(Registers.filter)


async def on_reset(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Takes all filters away."""
    _set(manager, {})


async def on_decide(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The window in which cards, admissions and roles are decided."""
    person = await person_shown(manager)
    await manager.start(Staff.person, data={"person_id": person.staff.person_id, "returns": True})


async def on_request(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The person's open request."""
    person = await person_shown(manager)
    if person.mentee is None or person.mentee.request_id is None:
        raise ProgrammeError("error-gone")
    await manager.start(Decide.request, data={"request_id": person.mentee.request_id})


async def on_make_pair(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A mentor for this mentee."""
    person = await person_shown(manager)
    await manager.start(MakePair.mentor, data={"mentee_id": person.staff.person_id})


async def on_fill(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The mentor's card, filled «со слов»."""
    person = await person_shown(manager)
    await manager.start(Card.topics, data={"person_id": person.staff.person_id})


async def on_call_again(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Asks somebody of the long-term reserve."""
    card = await person_shown(manager)
    called = await act_of(manager)(call_again, card.staff.person_id)
    await acknowledge(query, words_of(manager).label("registers-called-again", name=called.official), alert=True)


async def on_link(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """A link that gives the person an account."""
    person = await person_shown(manager)
    bot: Bot = manager.middleware_data["bot"]
    await show_link(query, manager, bot, await act_of(manager)(invitations.hand_link, person.staff.person_id))


async def on_parents(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A pupil's parents and their consent."""
    await manager.start(Parents.main, data={"person_id": (await person_shown(manager)).staff.person_id})


async def on_pair(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """One of the person's pairs."""
    await manager.start(Pair.view, data={"mentorship_id": number(chosen)})


async def on_date(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """One of a teacher's dates is to be typed."""
    manager.dialog_data["date"] = button.widget_id
    await manager.switch_to(Registers.date)


async def on_typed_date(message: Message, _: Any, manager: DialogManager) -> None:
    """The date as it was typed."""
    text = typed(message).strip()
    if not text:
        raise ProgrammeError("error-date-text")
    await _write_date(manager, text)


async def on_no_date(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Takes the date back."""
    await _write_date(manager, "")


async def _write_date(manager: DialogManager, text: str) -> None:
    person = await person_shown(manager)
    await act_of(manager)(write_date, person.staff.person_id, date_asked(manager), text)
    await manager.switch_to(Registers.person)


async def on_category(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """The teacher's category."""
    person = await person_shown(manager)
    await act_of(manager)(write_category, person.staff.person_id, chosen)
    await manager.switch_to(Registers.person)


async def on_no_category(query: CallbackQuery, button: Any, manager: DialogManager) -> None:
    """Takes the category back."""
    await on_category(query, button, manager, "")


def _set(manager: DialogManager, chosen: dict[Facet, str]) -> None:
    manager.dialog_data["filter"] = {facet.value: value for facet, value in chosen.items()}
    manager.dialog_data["page"] = 0
