"""What a parent's buttons do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.commands import show_commands
from handlers.flow import finish, number, open_window, start_data, typed
from handlers.kit import act_of, reading, words_of
from handlers.mentorships.for_child import offer_drawn
from handlers.people.child_getters import children, link_id_of
from handlers.people.states import Child
from handlers.telling import Drawn, menu_key, say_below
from models.errors import ProgrammeError
from models.mentorships.for_child import child_offer
from models.people.consents import PARENT_VERSION
from models.people.guardians import become_guardian, consent_again, wish
from models.people.privacy import withdraw_for_child


async def on_start(_: Any, manager: DialogManager) -> None:
    """An only child is not chosen."""
    if "code_hash" in start_data(manager) or "link_id" in start_data(manager):
        return
    found = await children(manager)
    if len(found) == 1:
        manager.dialog_data["link_id"] = found[0][0]
        await manager.switch_to(Child.view)


async def on_child(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens one of several."""
    manager.dialog_data.update(link_id=number(chosen), page=0)
    await manager.switch_to(Child.view)


async def on_full(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The full text, with the same two answers."""
    manager.dialog_data["full"] = True


async def on_consent(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """By a link it makes somebody a parent who is in already; otherwise it is given anew."""
    act, invitation = act_of(manager), start_data(manager)
    if "code_hash" not in invitation:
        await act(consent_again, link_id_of(manager), PARENT_VERSION)
        await manager.switch_to(Child.view)
        return
    view = await act(become_guardian, invitation["code_hash"], PARENT_VERSION)
    words = words_of(manager)
    await show_commands(manager.middleware_data["bot"], query.from_user.id, act.actor.roles, words)
    await finish(query, manager, Drawn(words.text("parents-join-done", name=view.polite, child=invitation["child"])))
    await open_window(manager, Child.list)


async def on_no_consent(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Nothing is kept of a link; what had been given stays as it is."""
    if "code_hash" in start_data(manager):
        words = words_of(manager)
        await finish(query, manager, Drawn(words.text("parents-consent-refused"), ((menu_key(words),),)))
    else:
        await manager.switch_to(Child.view)


async def on_withdraw(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The second of two taps: the child takes part no more."""
    act, words = act_of(manager), words_of(manager)
    left = await act(withdraw_for_child, link_id_of(manager))
    await show_commands(manager.middleware_data["bot"], query.from_user.id, act.actor.roles, words)
    keys = () if left.is_gone else ((menu_key(words),),)
    await finish(query, manager, Drawn(words.text("parents-withdrawn", name=left.name, gone=int(left.is_gone)), keys))


async def on_wish(message: Message, _: Any, manager: DialogManager) -> None:
    """Sends the wish to the curators."""
    words = words_of(manager)
    await act_of(manager)(wish, link_id_of(manager), typed(message))
    await finish(message, manager, Drawn(words.text("parents-wish-sent"), ((menu_key(words),),)))


async def on_offer(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """Says once more what is proposed, with its two answers."""
    async with reading(manager) as session:
        found = await child_offer(session, act_of(manager).actor, number(chosen), link_id_of(manager))
    if not found.is_awaited:
        raise ProgrammeError("error-offer-closed")
    await say_below(query, offer_drawn(words_of(manager), found))
