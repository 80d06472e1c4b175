"""Presses under statements and orders: stateless, right a second time, right months later."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram_dialog import DialogManager

from handlers.flow import open_window
from handlers.mentorships.states import Orders
from handlers.papers import drawn, yearly_drawn
from handlers.papers.buttons import NumberButton, StatementButton, Step, YearButton, YearStep
from handlers.papers.states import Statement, StatementQuestion, Yearly
from handlers.sending import deliver
from handlers.telling import retell
from handlers.words import Words
from models.database import Database
from models.papers import queries
from models.papers.statement import sign_statement
from models.papers.yearly.handing import hand_in
from models.use_case import Act


async def on_statement(
    query: CallbackQuery,
    callback_data: StatementButton,
    act: Act,
    words: Words,
    db: Database,
    dialog_manager: DialogManager,
) -> None:
    """[Подтвердить] [Вопрос наставнику] [Файл], and after a question [Моя справка]."""
    match callback_data.step:
        case Step.SIGN:
            told = await act(sign_statement, callback_data.statement_id, callback_data.made)
            shown = drawn.asked(told.statement, words, changed=True) if told.changed else None
            await retell(query, shown or drawn.signed(told.statement, words, own=False))
        case Step.ASK:
            await open_window(dialog_manager, StatementQuestion.text, {"statement_id": callback_data.statement_id})
        case Step.FILE:
            async with db.read() as session:
                view = await queries.statement(session, act.actor, callback_data.statement_id)
            await deliver(query, words, drawn.paper(view, words))
        case Step.AGAIN:
            await open_window(dialog_manager, Statement.period)


async def on_number(
    query: CallbackQuery, callback_data: NumberButton, act: Act, db: Database, dialog_manager: DialogManager
) -> None:
    """«Внести номер»: the usual entry, for just the pairs of this order."""
    async with db.read() as session:
        order = await queries.order_draft(session, act.actor, callback_data.order_draft_id)
    data = {"organisation_id": order.organisation_id, "pair_ids": list(order.mentorship_ids)}
    await open_window(dialog_manager, Orders.list, data)


async def on_year(
    query: CallbackQuery, callback_data: YearButton, act: Act, words: Words, dialog_manager: DialogManager
) -> None:
    """[Данные верны] hands in at once; [Посмотреть] opens the report."""
    kind, school = callback_data.kind, callback_data.organisation_id
    if callback_data.step is YearStep.SEND:
        line = await act(hand_in, school, kind, callback_data.school_year)
        await retell(query, yearly_drawn.sent(line, words))
    else:
        await open_window(dialog_manager, Yearly.one, {"organisation_id": school, "kind": kind.value})


def setup() -> Router:
    """The answers' router."""
    router = Router(name="papers-answers")
    router.callback_query.register(on_statement, StatementButton.filter())
    router.callback_query.register(on_year, YearButton.filter())
    router.callback_query.register(on_number, NumberButton.filter())
    return router
