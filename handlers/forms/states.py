"""The windows of the area: only what has to be typed; everything else is answered in the messages themselves."""

from aiogram.fsm.state import State, StatesGroup


class Comment(StatesGroup):
    """A word more about a meeting. Start data: `form_id`."""

    text = State()


class Help(StatesGroup):
    """«Нужна помощь». Start data: `mentorship_id`, or none."""

    text = State()


class Answers(StatesGroup):
    """What was answered in a pair, for its curator. Start data: `mentorship_id`."""

    main = State()


class Call(StatesGroup):
    """A call as its curator reads it. Start data: `call_id`."""

    main = State()
    reply = State()
