"""The windows of papers."""

from aiogram.fsm.state import State, StatesGroup


class Statement(StatesGroup):
    """«Моя справка»: the period, what it would say, those that were made."""

    period = State()
    months = State()
    review = State()
    mine = State()


class StatementQuestion(StatesGroup):
    """The curator's question about a statement; start data `statement_id`."""

    text = State()


class Papers(StatesGroup):
    """«Документы» of a curator. Start data: `organisation_id`, or none for the own school."""

    main = State()
    orders = State()
    which = State()
    choose = State()
    month = State()
    statements = State()
    school = State()
    templates = State()
    template = State()


class Yearly(StatesGroup):
    """What is handed in each year: the three kinds, one report, words for it, the board, its days.

    Start data: `organisation_id` and `kind`, or none for the curator's own place.
    """

    main = State()
    one = State()
    text = State()
    board = State()
    dates = State()
