"""What the buttons of the queue and of a decision do."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import finish, number, typed
from handlers.kit import act_of, words_of
from handlers.mentorships.states import Pair
from handlers.requests.curator_getters import decision_of, request_id_of
from handlers.requests.drawn import offered, put_off
from handlers.requests.states import Decide
from handlers.telling import Drawn, menu_key
from models.errors import ProgrammeError
from models.mentorships import propose
from models.requests import review


async def on_open(_: Any, manager: DialogManager) -> None:
    """The request counts as read."""
    await act_of(manager)(review.mark_read, request_id_of(manager))


async def on_request(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens a request of the queue."""
    await manager.start(Decide.request, data={"request_id": number(chosen)})


async def on_candidate(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """Offers the request to a candidate."""
    await _offer(query, manager, number(chosen))


async def on_other(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """Offers it to anybody else; beyond the mentor's places a reason is asked for."""
    try:
        await _offer(query, manager, number(chosen))
    except ProgrammeError as error:
        if error.key != "error-mentor-full":
            raise
        manager.dialog_data["mentor_id"] = number(chosen)
        await manager.switch_to(Decide.over_places)


async def on_over_places(message: Message, _: Any, manager: DialogManager) -> None:
    """The curator's reason for going beyond the places (R-02)."""
    mentor_id: int = manager.dialog_data["mentor_id"]
    pair = await act_of(manager)(propose.propose, request_id_of(manager), mentor_id, typed(message))
    await finish(message, manager, offered(words_of(manager), pair))


async def on_agreed(query: CallbackQuery, _: Any, manager: DialogManager, chosen: str) -> None:
    """«Мы уже договорились»: with this mentor."""
    facts = await decision_of(manager)
    pair = await act_of(manager)(propose.already_agreed, facts.request.mentee_id, number(chosen))
    await finish(query, manager, offered(words_of(manager), pair))


async def on_later(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """«Позже»."""
    request = await act_of(manager)(review.postpone, request_id_of(manager))
    await finish(query, manager, put_off(words_of(manager), request))


async def on_question(message: Message, _: Any, manager: DialogManager) -> None:
    """Asks the mentee something."""
    request = await act_of(manager)(review.return_with_question, request_id_of(manager), typed(message))
    await _say(message, manager, "requests-question-sent", request.mentee_official)


async def on_reason(message: Message, _: Any, manager: DialogManager) -> None:
    """Turns the request down with a reason."""
    request = await act_of(manager)(review.reject, request_id_of(manager), typed(message))
    await _say(message, manager, "requests-rejected-done", request.mentee_official)


async def on_offer(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Opens the pair whose answers are awaited."""
    facts = await decision_of(manager)
    if facts.offer is None:
        raise ProgrammeError("error-gone")
    await manager.start(Pair.view, data={"mentorship_id": facts.offer.id})


async def _offer(query: CallbackQuery, manager: DialogManager, mentor_id: int) -> None:
    pair = await act_of(manager)(propose.propose, request_id_of(manager), mentor_id)
    await finish(query, manager, offered(words_of(manager), pair))


async def _say(message: Message, manager: DialogManager, key: str, mentee: str) -> None:
    words = words_of(manager)
    await finish(message, manager, Drawn(words.text(key, mentee=mentee), ((menu_key(words),),)))
