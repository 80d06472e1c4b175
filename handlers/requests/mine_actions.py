"""What the buttons of one's own request do, and those of a proposal."""

from collections.abc import Callable
from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode

from handlers.flow import finish, number, typed
from handlers.kit import act_of, database_of, words_of
from handlers.mentorships.states import Pair
from handlers.requests.drawn import arrived
from handlers.requests.mine_getters import whereabouts
from handlers.requests.states import AskMentor, MyRequest, ProposeMentee
from handlers.telling import Drawn, menu_key, say
from models.errors import ProgrammeError
from models.requests import colleague, picks, submit, withdraw
from models.requests.queries import Whereabouts
from models.requests.states import RequestState
from models.requests.views import RequestView
from models.terms import MentoringForm
from models.use_case import Tx


async def on_confirm(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The mentee agrees to what a colleague proposed."""
    await _do(manager, colleague.confirm)
    where = await _where(manager)
    await finish(query, manager, arrived(words_of(manager), where.name))


async def on_refuse(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The mentee does not want it."""
    await _do(manager, colleague.refuse)
    await finish(query, manager, _simple(manager, "requests-refused"))


async def on_answer(message: Message, _: Any, manager: DialogManager) -> None:
    """Answers the curator's question."""
    where = await _where(manager)
    await act_of(manager)(submit.resubmit, where.request.id, typed(message))
    words = words_of(manager)
    await say(message, Drawn(words.text("requests-answered")))
    await manager.switch_to(MyRequest.view, show_mode=ShowMode.SEND)


async def on_offer(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Opens the pair that waits for the mentee's answer."""
    where = await _where(manager)
    if where.offer is None:
        raise ProgrammeError("error-gone")
    await manager.start(Pair.view, data={"mentorship_id": where.offer.id})


async def on_change(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Lays the request open."""
    where = await _where(manager)
    await manager.start(AskMentor.topics, data={"request_id": where.request.id})


async def on_anew(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """A new request."""
    await manager.start(AskMentor.topics)


async def on_withdraw(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Takes the request back."""
    await _do(manager, withdraw.withdraw)
    await finish(query, manager, _simple(manager, "requests-withdrawn-done"))


async def on_propose_start(_: Any, manager: DialogManager) -> None:
    """The form is the programme's first: whoever proposes need not know about forms."""
    db = database_of(manager)
    async with db.read() as session:
        forms = await picks.askable_forms(session, act_of(manager).actor)
    if not forms:
        raise ProgrammeError("error-request-form")
    manager.dialog_data["form"] = forms[0].value


async def on_person(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers whom."""
    manager.dialog_data["person_id"] = number(chosen)
    await manager.switch_to(ProposeMentee.topics)


async def on_propose(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Sends the proposal to the mentee."""
    data = manager.dialog_data
    form = MentoringForm(data["form"])
    request = await act_of(manager)(colleague.propose_mentee, data["person_id"], form, data.get("topics", []))
    is_handed_in = request.state is RequestState.SUBMITTED
    key = "requests-proposed-handed-in" if is_handed_in else "requests-proposed-done"
    await finish(query, manager, _simple(manager, key, mentee=request.mentee_name))


async def _do(manager: DialogManager, use_case: Callable[[Tx, int], RequestView]) -> None:
    where = await _where(manager)
    await act_of(manager)(use_case, where.request.id)


async def _where(manager: DialogManager) -> Whereabouts:
    where = await whereabouts(database_of(manager), act_of(manager), words_of(manager))
    if where is None:
        raise ProgrammeError("error-gone")
    return where


def _simple(manager: DialogManager, key: str, **values: str) -> Drawn:
    words = words_of(manager)
    return Drawn(words.text(key, **values), ((menu_key(words),),))
