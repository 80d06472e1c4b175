"""The buttons of notices about requests: stateless, and as good after months as at once."""

from aiogram import Router
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.flow import open_window
from handlers.mentorships.drawn import grown_rows
from handlers.requests.buttons import AnswerCurator, Confirmation, DecideOn, MyRequestButton, OfferTo, SayOutcome, Step
from handlers.requests.drawn import arrived, offered, put_off
from handlers.requests.mine_getters import whereabouts
from handlers.requests.states import Decide, MyRequest, Requests
from handlers.telling import Drawn, menu_key, retell
from handlers.words import Words
from models.database import Database
from models.errors import ProgrammeError
from models.mentorships import propose
from models.mentorships.afterwards import may_become_mentor
from models.requests import colleague, review, withdraw
from models.requests.states import Outcome
from models.use_case import Act

WINDOWS: dict[Step, State] = {Step.OPEN: Decide.request, Step.OTHER: Decide.other, Step.AGREED: Decide.agreed}


async def on_offer_to(query: CallbackQuery, callback_data: OfferTo, act: Act, words: Words) -> None:
    """Offers the request to the mentor whose name was pressed."""
    pair = await act(propose.propose, callback_data.request_id, callback_data.mentor_id)
    await retell(query, offered(words, pair))


async def on_decide(
    query: CallbackQuery, callback_data: DecideOn, act: Act, words: Words, dialog_manager: DialogManager
) -> None:
    """Puts the request off, or opens it where the rest can be chosen."""
    if callback_data.step is Step.LATER:
        await retell(query, put_off(words, await act(review.postpone, callback_data.request_id)))
        return
    if callback_data.step is Step.QUEUE:
        await open_window(dialog_manager, Requests.list)
        return
    data = {"request_id": callback_data.request_id}
    window = WINDOWS.get(callback_data.step, Decide.request)
    await open_window(dialog_manager, window, data)


async def on_confirmation(
    query: CallbackQuery, callback_data: Confirmation, act: Act, words: Words, db: Database
) -> None:
    """The mentee wants what a colleague proposed, or not."""
    if callback_data.step is Step.CONFIRM:
        await act(colleague.confirm, callback_data.request_id)
        where = await whereabouts(db, act, words)
        await retell(query, arrived(words, where.name if where else ""))
        return
    await act(colleague.refuse, callback_data.request_id)
    await retell(query, Drawn(words.text("requests-refused"), ((menu_key(words),),)))


async def on_mine(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    """«Где мой запрос?»."""
    await open_window(dialog_manager, MyRequest.view)


async def on_answer_curator(query: CallbackQuery, dialog_manager: DialogManager) -> None:
    """Opens the window in which the curator's question is answered."""
    await open_window(dialog_manager, MyRequest.answer)


async def on_outcome(query: CallbackQuery, callback_data: SayOutcome, act: Act, words: Words, db: Database) -> None:
    """«Запрос решён?»; whoever has finished may go on as a mentor (OMS-26)."""
    if callback_data.outcome not in list(Outcome):
        raise ProgrammeError("error-gone")
    await act(withdraw.say_outcome, callback_data.request_id, Outcome(callback_data.outcome))
    async with db.read() as session:
        has_grown = await may_become_mentor(session, act.actor)
    rows = grown_rows(words) if has_grown else ((menu_key(words),),)
    await retell(query, Drawn(words.text("requests-outcome-thanks", grown=int(has_grown)), rows))


def setup() -> Router:
    """The router of these buttons."""
    router = Router(name="requests-answers")
    router.callback_query.register(on_offer_to, OfferTo.filter())
    router.callback_query.register(on_decide, DecideOn.filter())
    router.callback_query.register(on_confirmation, Confirmation.filter())
    router.callback_query.register(on_mine, MyRequestButton.filter())
    router.callback_query.register(on_answer_curator, AnswerCurator.filter())
    router.callback_query.register(on_outcome, SayOutcome.filter())
    return router
