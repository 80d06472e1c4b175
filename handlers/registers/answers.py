"""Answers to «расскажите о себе»: the window in which it can be filled in. Stateless, safe months later."""

from aiogram import Router
from aiogram.fsm.state import State
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.flow import open_window
from handlers.people.card_getters import NO_CARD, own_card_state
from handlers.people.states import Card, Settings
from handlers.registers.buttons import FillIn
from handlers.registers.states import PairGoal
from models.database import Database
from models.errors import ProgrammeError
from models.people import queries
from models.registers.gaps import Gap
from models.use_case import Act


async def on_fill_in(
    query: CallbackQuery, callback_data: FillIn, act: Act, db: Database, dialog_manager: DialogManager
) -> None:
    """One's own card, position, or the goal of one's pair; whether it is one's own is checked there."""
    if act.actor.person_id is None:
        raise ProgrammeError("error-no-access")
    if callback_data.gap is Gap.GOAL_NONE:
        await open_window(dialog_manager, PairGoal.text, {"mentorship_id": callback_data.mentorship_id})
    elif callback_data.gap in (Gap.CARD_NONE, Gap.TIMES_NONE):
        await open_window(dialog_manager, await _card_window(callback_data.gap, act, db))
    elif callback_data.gap is Gap.POSITION_NONE:
        await open_window(dialog_manager, Settings.position)
    else:
        raise ProgrammeError("error-gone")


async def _card_window(gap: Gap, act: Act, db: Database) -> State:
    async with db.read() as session:
        card = await queries.card(session, act.actor, act.actor.me)
    if gap is Gap.TIMES_NONE and card is not None and card.state not in NO_CARD:
        return Card.times
    return await own_card_state(db, act)


def setup() -> Router:
    """The router of these answers."""
    router = Router(name="registers-answers")
    router.callback_query.register(on_fill_in, FillIn.filter())
    return router
