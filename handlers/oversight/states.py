"""The curator's windows: the week of a school, and what needs an eye."""

from aiogram.fsm.state import State, StatesGroup


class Week(StatesGroup):
    """The same view as Monday's digest, at any time. Start data: `organisation_id`, or none."""

    main = State()
    numbers = State()
    school = State()
    time = State()


class Signals(StatesGroup):
    """What needs an eye."""

    list = State()
    signal = State()
    reason = State()
    limits = State()
    talks = State()


class Checks(StatesGroup):
    """The curator's checklist. Start data: `organisation_id`, or none for the curator's own place."""

    main = State()


class Decisions(StatesGroup):
    """What councils have decided. Start data as above."""

    list = State()
    text = State()
    responsible = State()
    day = State()


class Figures(StatesGroup):
    """The numbers of the programme.

    Start data: `organisation_id`, or none for the curator's own place; `block` for a way back.
    """

    table = State()
    one = State()
    value = State()
    comment = State()
    snapshots = State()
    freeze = State()
    heads = State()
    headcount = State()
    schools = State()
    calls = State()
    marks = State()
