"""What the buttons of settings and privacy do."""

from typing import Any
from zoneinfo import ZoneInfo

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from handlers.commands import show_commands
from handlers.flow import finish, number, to_menu, typed
from handlers.kit import act_of, clock_of, reading, words_of
from handlers.people.states import Card, Settings
from handlers.telling import Drawn
from handlers.words import Words
from models.errors import ProgrammeError
from models.meetings import month
from models.people import grants, settings
from models.people.privacy import withdraw_consent
from models.people.settings import QUIET_CHOICES
from models.terms import Role
from models.use_case import Act


async def on_language(query: CallbackQuery, _: Any, manager: DialogManager, locale: str) -> None:
    """Speaks the other language from this very window on."""
    act = act_of(manager)
    await act(settings.set_language, locale)
    words = speak_as(manager, act)
    await show_commands(manager.middleware_data["bot"], query.from_user.id, act.actor.roles, words)
    await manager.switch_to(Settings.main)


def speak_as(manager: DialogManager, act: Act) -> Words:
    """Makes the rest of this update speak the actor's present language."""
    clock = clock_of(manager)
    words = Words(act.actor.locale, ZoneInfo(act.actor.zone), clock.now())
    manager.middleware_data["words"] = words
    return words


async def on_quiet(_: CallbackQuery, __: Any, manager: DialogManager, place: str) -> None:
    """Stores the quiet hours that stand at this place of the list."""
    chosen = number(place)
    if chosen >= len(QUIET_CHOICES):
        raise ProgrammeError("error-gone")
    await act_of(manager)(settings.set_quiet_hours, QUIET_CHOICES[chosen])
    await manager.switch_to(Settings.main)


async def on_month(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """«Мой месяц» on or off; the window shows it."""
    act = act_of(manager)
    async with reading(manager) as session:
        wants = await month.wants_month(session, act.actor)
    await act(month.choose_month, not wants)


async def on_name(message: Message, _: Any, manager: DialogManager) -> None:
    """Puts the name right."""
    await act_of(manager)(settings.rename, typed(message))
    await manager.switch_to(Settings.main)


async def on_position(message: Message, _: Any, manager: DialogManager) -> None:
    """Stores what the person does."""
    await act_of(manager)(settings.set_position, typed(message))
    await manager.switch_to(Settings.main)


async def on_mentee(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Asks to be let in as a mentee, too."""
    await _ask(query, manager, Role.MENTEE)


async def on_mentor(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Asks to be a mentor, too: the card comes next, and the curator decides on both at once."""
    await _ask(query, manager, Role.MENTOR)


async def on_withdraw(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """The second of two taps: from here on the person is neither shown nor written to."""
    words = words_of(manager)
    await act_of(manager)(withdraw_consent)
    await show_commands(manager.middleware_data["bot"], query.from_user.id, (), words)
    await finish(query, manager, Drawn(words.text("people-privacy-withdrawn")))


async def _ask(query: CallbackQuery, manager: DialogManager, role: Role) -> None:
    words = words_of(manager)
    asked = await act_of(manager)(grants.ask_role, role)
    if role is Role.MENTOR:
        await manager.start(Card.topics, mode=StartMode.RESET_STACK, show_mode=ShowMode.EDIT)
        return
    key = "people-role-given" if asked.is_admitted else "people-role-asked"
    await finish(query, manager, Drawn(words.text(key, curator=asked.curator or words.label("people-some-curator"))))
    await to_menu(manager)
