"""What the buttons of making a pair do, and the typed words around an offer."""

from collections.abc import Callable
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.flow import finish, number, start_data, typed
from handlers.kit import act_of, words_of
from handlers.mentorships.states import MakePair
from handlers.telling import Drawn, menu_key
from models.errors import ProgrammeError
from models.mentorships import answers, propose, teams
from models.mentorships.states import MentorshipState
from models.mentorships.views import PairView
from models.use_case import Tx


async def on_open(_: Any, manager: DialogManager) -> None:
    """Takes over the mentee for whom the window was opened (start data `mentee_id`), if there is one."""
    mentee_id = start_data(manager).get("mentee_id")
    if isinstance(mentee_id, int):
        manager.dialog_data["mentee_id"] = mentee_id


async def on_mentee(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers the mentee."""
    manager.dialog_data.update(mentee_id=number(chosen), page=0)
    await manager.switch_to(MakePair.mentor)


async def on_back_to_mentees(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """To the first page of the mentees."""
    manager.dialog_data["page"] = 0
    await manager.switch_to(MakePair.mentee)


async def on_mentor(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers the mentor."""
    manager.dialog_data["mentor_id"] = number(chosen)
    await manager.switch_to(MakePair.how)


async def on_ask_both(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Each side confirms in one tap."""
    await _pair(manager, propose.make_pair)


async def on_agreed(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Both have agreed aloud."""
    await _pair(manager, propose.already_agreed)


async def on_over_places(message: Message, _: Any, manager: DialogManager) -> None:
    """The reason for going beyond the mentor's places; then the same once more (R-02)."""
    use_case = propose.already_agreed if manager.dialog_data.get("agreed") else propose.make_pair
    await _make(manager, use_case, typed(message))


async def on_question(message: Message, _: Any, manager: DialogManager) -> None:
    """Sends the mentor's question; or teams back to their school, with what is to be put right."""
    if start_data(manager).get("sends_back"):
        pair = await act_of(manager)(teams.send_back, _started_with(manager, "mentorship_id"), typed(message))
        await _told(message, manager, "mentorships-sent-back", pair.mentee_official)
        return
    pair = await act_of(manager)(answers.ask, _started_with(manager, "mentorship_id"), typed(message))
    await _told(message, manager, "mentorships-asked", pair.mentee_name)


async def on_answer(message: Message, _: Any, manager: DialogManager) -> None:
    """Sends the answer back."""
    pair = await act_of(manager)(answers.answer, _started_with(manager, "question_id"), typed(message))
    key = "mentorships-put-forward" if pair.state is MentorshipState.AGREED else "mentorships-answer-sent"
    await _told(message, manager, key, pair.mentor_name)


async def _pair(manager: DialogManager, use_case: Callable[[Tx, int, int, str], PairView]) -> None:
    try:
        await _make(manager, use_case, "")
    except ProgrammeError as error:
        if error.key not in {"error-mentor-full", "error-no-place"}:
            raise
        manager.dialog_data["agreed"] = use_case is propose.already_agreed
        await manager.switch_to(MakePair.over_places)


async def _make(manager: DialogManager, use_case: Callable[[Tx, int, int, str], PairView], reason: str) -> None:
    data = manager.dialog_data
    pair = await act_of(manager)(use_case, data["mentee_id"], data["mentor_id"], reason)
    data.update(made=pair.mentee_official, made_mentor=pair.mentor_official, page=0, agreed=False)
    data["approved"] = int(pair.approved_at is not None)
    await manager.switch_to(MakePair.mentee)


async def _told(message: Message, manager: DialogManager, key: str, partner: str) -> None:
    words = words_of(manager)
    await finish(message, manager, Drawn(words.text(key, partner=partner), ((menu_key(words),),)))


def _started_with(manager: DialogManager, name: str) -> int:
    value = start_data(manager).get(name)
    if not isinstance(value, int):
        raise ProgrammeError("error-gone")
    return value
