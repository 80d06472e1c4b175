"""What the buttons of the tree do."""

from datetime import date
from typing import Any

from aiogram import Bot
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import finish, number, typed
from handlers.kit import act_of, words_of
from handlers.oversight.states import Checks
from handlers.people.invite_actions import show_link
from handlers.people.invite_getters import DAYS
from handlers.people.picking import listed
from handlers.people.states import Tree, Vacations
from handlers.people.tree_getters import curator_of, node_of
from handlers.telling import Drawn, acknowledge, menu_key
from models.errors import ProgrammeError
from models.mentorships.orders import read_order
from models.people import appointing, grants, handover, school_forms
from models.people.invitations import invite
from models.people.organisations import MAX_NAME, ZONES
from models.terms import MentoringForm


async def on_child(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Down the tree."""
    manager.dialog_data.update(node_id=number(chosen), page=0)


async def on_up(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Up the tree, as far as the scope goes."""
    view = await node_of(manager)
    manager.dialog_data.update(node_id=view.parent_id, page=0)


async def on_calendar(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The holidays that the organisation goes by."""
    view = await node_of(manager)
    await manager.start(Vacations.list, data={"organisation_id": view.organisation_id})


async def on_checks(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The checklist of whoever runs it."""
    view = await node_of(manager)
    await manager.start(Checks.main, data={"organisation_id": view.organisation_id})


async def on_curator(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens a curator's post."""
    manager.dialog_data["grant_id"] = number(chosen)
    await manager.switch_to(Tree.curator)


async def on_appoint(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Whom to appoint."""
    manager.dialog_data["page"] = 0
    await manager.switch_to(Tree.appoint)


async def on_link(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """A one-time link for somebody who is not in."""
    view, bot = await node_of(manager), _bot(manager)
    issued = await act_of(manager)(invite, view.role, view.organisation_id, 1, DAYS)
    await show_link(query, manager, bot, issued)


async def on_person(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """Appoints somebody who is in."""
    view = await node_of(manager)
    given = await act_of(manager)(appointing.appoint, number(chosen), view.organisation_id)
    manager.dialog_data.update(grant_id=given.grant_id, page=0)
    await acknowledge(query, words_of(manager).label("people-tree-appointed", curator=given.official))
    await manager.switch_to(Tree.curator)


async def on_order(message: Message, _: Any, manager: DialogManager) -> None:
    """The typed order of the appointment."""
    order, line = read_order(typed(message)), await curator_of(manager)
    await act_of(manager)(appointing.record_appointment_order, line.grant_id, order.number, order.day)
    await manager.switch_to(Tree.curator)


async def on_end(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Ends the appointment."""
    line = await curator_of(manager)
    await act_of(manager)(grants.end_role, line.grant_id)
    words = words_of(manager)
    said = words.text("people-tree-ended", curator=line.official)
    await finish(query, manager, Drawn(said, ((menu_key(words),),)))


async def on_receiver(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers who is to get everything."""
    manager.dialog_data["receiver_id"] = number(chosen)
    await manager.switch_to(Tree.hand_over)


async def on_hand_over(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Hands everything over."""
    line, words = await curator_of(manager), words_of(manager)
    told = await act_of(manager)(handover.hand_over, line.person_id, manager.dialog_data["receiver_id"])
    facts = {"giver": told.giver, "receiver": told.receiver, "organisations": listed(words, told.organisations)}
    counts = {"requests": told.requests, "signals": told.signals, "calls": told.calls}
    said = words.text("people-tree-handed-over", **facts, **counts)
    await finish(query, manager, Drawn(said, ((menu_key(words),),)))


async def on_away_from(_: CallbackQuery, __: Any, manager: DialogManager, day: date) -> None:
    """The first day."""
    manager.dialog_data["first"] = day.isoformat()
    await manager.switch_to(Tree.away_until)


async def on_away_until(query: CallbackQuery, _: Any, manager: DialogManager, day: date) -> None:
    """The last day, and it stands."""
    first = date.fromisoformat(manager.dialog_data["first"])
    await act_of(manager)(appointing.set_away, first, day)
    await acknowledge(query, words_of(manager).label("people-tree-away-set"))
    await manager.switch_to(Tree.node)


async def on_come_back(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Here again."""
    await act_of(manager)(appointing.come_back)


async def on_name(message: Message, _: Any, manager: DialogManager) -> None:
    """Remembers the new organisation's name."""
    name = " ".join(typed(message).split())
    if not 0 < len(name) <= MAX_NAME:
        raise ProgrammeError("error-organisation-name")
    manager.dialog_data["name"] = name
    await manager.switch_to(Tree.zone)


async def on_zone(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """Founds it, and opens it: the curator comes next."""
    if chosen not in ZONES:
        raise ProgrammeError("error-gone")
    view = await node_of(manager)
    founded = await act_of(manager)(appointing.found, view.organisation_id, manager.dialog_data["name"], ZONES[chosen])
    manager.dialog_data.update(node_id=founded.organisation_id, page=0)
    await acknowledge(query, words_of(manager).label("people-tree-founded", name=founded.name))
    await manager.switch_to(Tree.node)


async def on_form(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Takes a form into the school's programme, or out of it."""
    if chosen not in list(MentoringForm):
        raise ProgrammeError("error-gone")
    view, form = await node_of(manager), MentoringForm(chosen)
    wanted = tuple(one for one in MentoringForm if (one in view.forms) != (one is form))
    await act_of(manager)(school_forms.set_forms, view.organisation_id, wanted)


def _bot(manager: DialogManager) -> Bot:
    bot: Bot = manager.middleware_data["bot"]
    return bot
