"""What the buttons of a mentor's card do."""

from collections.abc import Callable, Sequence
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.flow import finish, number, to_menu, typed
from handlers.kit import act_of, words_of
from handlers.people.card_getters import maybe_card, shown_card, whose
from handlers.people.picking import topic_names
from handlers.people.states import Card
from handlers.telling import Drawn
from models.availability import Slot
from models.errors import ProgrammeError
from models.people import cards, sharing
from models.people.profile import CardView
from models.people.sharing import Visibility
from models.people.states import MentorState
from models.terms import MentorSource
from models.use_case import Tx


async def on_topics_ready(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Stores the topics; a new card goes to the curator."""
    act = act_of(manager)
    topics: Sequence[str] = manager.dialog_data.get("topics", [])
    had_card = await maybe_card(manager) is not None
    if whose(manager) == act.actor.me:
        card = await act(cards.fill_card, topics)
    else:
        card = await act(cards.fill_card_of, whose(manager), topics)
    if had_card or card.state is not MentorState.APPLICANT:
        await manager.switch_to(Card.view)
        return
    words = words_of(manager)
    await finish(query, manager, Drawn(words.text("people-card-sent", strong=topic_names(words, card.strong_topics))))
    await to_menu(manager)


async def on_change_topics(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Opens the topics with the present choice."""
    manager.dialog_data["topics"] = list((await shown_card(manager)).topics)
    await manager.switch_to(Card.topics)


async def on_change_times(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Opens the week with the present choice."""
    manager.dialog_data["slots"] = list((await shown_card(manager)).slots)
    await manager.switch_to(Card.times)


async def on_places(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """So many mentees at once."""
    await act_of(manager)(cards.set_places, whose(manager), number(chosen))
    await manager.switch_to(Card.view)


async def on_one_more(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """One place more, in one tap."""
    card = await shown_card(manager)
    await act_of(manager)(cards.set_places, card.person_id, card.places + 1)


async def on_slot(_: CallbackQuery, __: Any, manager: DialogManager, code: str) -> None:
    """Chooses a time of the week, or takes the choice back."""
    try:
        Slot.parse(code)
    except ValueError:
        raise ProgrammeError("error-gone") from None
    chosen = list(manager.dialog_data.get("slots", []))
    manager.dialog_data["slots"] = [one for one in chosen if one != code] if code in chosen else [*chosen, code]


async def on_times_ready(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Stores the chosen times."""
    await act_of(manager)(cards.set_times, whose(manager), manager.dialog_data.get("slots", []))
    await manager.switch_to(Card.view)


async def on_any_time(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Договоримся»."""
    await act_of(manager)(cards.set_times, whose(manager), [])
    await manager.switch_to(Card.view)


async def on_about(message: Message, _: Any, manager: DialogManager) -> None:
    """Stores a few words about the mentor."""
    await act_of(manager)(cards.set_about, whose(manager), typed(message))
    await manager.switch_to(Card.view)


async def on_clear_about(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Takes the words away."""
    await act_of(manager)(cards.set_about, whose(manager), "")
    await manager.switch_to(Card.view)


async def on_source(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Stores where the mentor comes from."""
    if chosen not in list(MentorSource):
        raise ProgrammeError("error-gone")
    await act_of(manager)(cards.set_source, whose(manager), MentorSource(chosen))
    await manager.switch_to(Card.view)


async def on_pause(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """No new offers."""
    await _change(manager, cards.pause)


async def on_resume(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Offers may come again."""
    await _change(manager, cards.resume)


async def on_share(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Whose curators may ask."""
    if chosen not in list(Visibility):
        raise ProgrammeError("error-gone")
    await act_of(manager)(sharing.share, Visibility(chosen))


async def on_reserve(_: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """May be called again, or not."""
    await act_of(manager)(sharing.stay_in_reserve, button.widget_id == "yes")


async def _change(manager: DialogManager, use_case: Callable[[Tx, int], CardView]) -> None:
    await act_of(manager)(use_case, whose(manager))
