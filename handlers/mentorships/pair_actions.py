"""What the buttons of a pair do."""

from collections.abc import Callable
from typing import Any

from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager
from aiogram_dialog.widgets.kbd import Button

from handlers.flow import finish, number
from handlers.forms.states import Answers, Help
from handlers.kit import act_of, words_of
from handlers.meetings.states import PlanMeeting
from handlers.mentorships import drawn
from handlers.mentorships.pair_getters import card_of, mentorship_id_of
from handlers.mentorships.states import GroupMembers, OfferTalk, Pair
from handlers.telling import Drawn, acknowledge, menu_key
from models.errors import ProgrammeError
from models.mentorships import across, answers, closing, contact, teams
from models.mentorships.states import TERMINATION, CloseReason, Side
from models.mentorships.views import PairView
from models.use_case import Tx

STEPS: dict[str, Callable[[Tx, int], PairView]] = {
    "accept": answers.accept,
    "decline": answers.decline,
    "approve": answers.approve,
    "approve_teams": teams.approve_teams,
    "cancel": answers.cancel,
    "pause": closing.pause,
    "resume": closing.resume,
    "finish": closing.finish,
    "extend": closing.extend,
    "complete": closing.complete,
    "propose_finish": closing.propose_finish,
    "lend": across.lend,
    "keep": across.keep_at_home,
}
FOR_OTHERS = {
    "yes_mentor": Side.MENTOR,
    "no_mentor": Side.MENTOR,
    "yes_mentee": Side.MENTEE,
    "no_mentee": Side.MENTEE,
}


async def on_pair(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Opens a pair of the list."""
    await manager.start(Pair.view, data={"mentorship_id": number(chosen)})


async def on_step(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Takes the step that the button names; the window then shows how the pair stands."""
    act, mentorship_id, name = act_of(manager), mentorship_id_of(manager), button.widget_id or ""
    if name in ("yes_mentor", "yes_mentee"):
        await act(answers.accept_for, mentorship_id, FOR_OTHERS[name])
    elif name in FOR_OTHERS:
        await act(answers.decline_for, mentorship_id, FOR_OTHERS[name])
    else:
        await act(STEPS[name], mentorship_id)
    await acknowledge(query, words_of(manager).label("mentorships-done"))


async def on_ask(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Есть вопрос»."""
    await manager.start(OfferTalk.question, data={"mentorship_id": mentorship_id_of(manager)})


async def on_send_back(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Вернуть»: why is typed."""
    data = {"mentorship_id": mentorship_id_of(manager), "sends_back": True}
    await manager.start(OfferTalk.question, data=data)


async def on_reply(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Answers the curator above."""
    await manager.start(OfferTalk.answer, data={"question_id": (await card_of(manager)).question_id})


async def on_members(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Who belongs to the group, for its curator."""
    await manager.start(GroupMembers.list, data={"mentorship_id": mentorship_id_of(manager)})


async def on_own_place(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Выйти из группы» is asked once more."""
    data = {"mentorship_id": mentorship_id_of(manager), "person_id": act_of(manager).actor.me}
    await manager.start(GroupMembers.one, data=data)


async def on_plan(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Назначить встречу»."""
    await manager.start(PlanMeeting.day, data={"mentorship_id": mentorship_id_of(manager)})


async def on_help(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Нужна помощь» about this pair; the other side does not see it."""
    await manager.start(Help.text, data={"mentorship_id": mentorship_id_of(manager)})


async def on_answers(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """What was answered after the pair's meetings, for its curator."""
    await manager.start(Answers.main, data={"mentorship_id": mentorship_id_of(manager)})


async def on_contact(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Shows one's own contact to the other side (R-15)."""
    username = query.from_user.username
    act = act_of(manager)
    pair = await act(contact.show_contact, mentorship_id_of(manager), f"@{username}" if username else "")
    text = words_of(manager).label("mentorships-contact-done", partner=pair.partner_of(act.actor.me))
    await acknowledge(query, text, alert=True)


async def on_reason(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers why; whether another mentor is needed is asked where there is a request."""
    if chosen not in TERMINATION:
        raise ProgrammeError("error-gone")
    manager.dialog_data["reason"] = chosen
    await manager.switch_to(Pair.rematch)


async def on_terminate(query: CallbackQuery, button: Button, manager: DialogManager) -> None:
    """Ends the pair early."""
    reason = CloseReason(manager.dialog_data["reason"])
    another = button.widget_id == "yes"
    pair = await act_of(manager)(closing.terminate, mentorship_id_of(manager), reason, another)
    words = words_of(manager)
    names = {"mentor": pair.mentor_official, "mentee": pair.mentee_official, "kind": drawn.what(words, pair)}
    await finish(query, manager, Drawn(words.text("mentorships-terminated", **names), ((menu_key(words),),)))
