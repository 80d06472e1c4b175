"""The windows of the registers."""

from aiogram.fsm.state import State, StatesGroup


class Registers(StatesGroup):
    """Mentors, mentees, pairs, requests: a filtered list, and one person."""

    main = State()
    list = State()
    filter = State()
    values = State()
    export = State()
    person = State()
