"""The windows of the registers."""

from aiogram.fsm.state import State, StatesGroup


class Registers(StatesGroup):
    """Mentors, mentees, pairs, requests: a filtered list, and one person. Start data: `register`, or none."""

    main = State()
    list = State()
    filter = State()
    values = State()
    export = State()
    person = State()
    date = State()
    category = State()


class Gaps(StatesGroup):
    """«Чего не хватает»: the kinds, the lines of one kind, one line, and what a curator fills in by typing.

    Start data `person_id` where it is opened for one person.
    """

    main = State()
    list = State()
    sure = State()
    line = State()
    paper = State()
    position = State()


class PairGoal(StatesGroup):
    """The goal of a running pair; start data `mentorship_id`."""

    text = State()


class Import(StatesGroup):
    """A list from a spreadsheet: sent, looked through, loaded."""

    file = State()
    check = State()
