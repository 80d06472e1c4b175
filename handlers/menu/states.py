"""The menu's one window."""

from aiogram.fsm.state import State, StatesGroup


class Menu(StatesGroup):
    """Where everybody begins and comes back to."""

    main = State()
