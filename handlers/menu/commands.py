"""Commands: they work everywhere, whatever window is open."""

from aiogram import Bot, Router
from aiogram.filters import Command, CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager

from handlers.commands import show_commands
from handlers.flow import open_window, to_menu
from handlers.meetings.states import Diary
from handlers.oversight.states import Week
from handlers.people.buttons import Language
from handlers.people.card_getters import own_card_state
from handlers.people.states import Child, Join, Privacy, Staff
from handlers.requests.states import AskMentor, MyRequest
from handlers.telling import Drawn, Key, MenuButton, menu_key, say
from handlers.words import LOCALES, Words
from models.access import Permission
from models.clock import Clock
from models.database import Database
from models.people.accounts import unblock_bot
from models.people.opening import Invited, accept_invitation, open_invitation
from models.requests import queries as requests
from models.terms import Role
from models.use_case import Act


async def on_start(
    message: Message, command: CommandObject, act: Act, words: Words, bot: Bot, dialog_manager: DialogManager
) -> None:
    """A link is opened; without one the way in, or the menu."""
    if not command.args:
        if act.actor.has_blocked_bot:
            await act(unblock_bot)
        if act.actor.person_id is not None:
            await show_commands(bot, message.chat.id, act.actor.roles, words)
        await _begin(act, dialog_manager, {})
        return
    opened = await act(open_invitation, command.args)
    if opened.problem:
        await say(message, Drawn(words.text(opened.problem)))
        await _begin(act, dialog_manager, {})
    elif act.actor.person_id is None:
        await _begin(act, dialog_manager, _start_data(opened))
    elif opened.role is Role.GUARDIAN:
        await open_window(dialog_manager, Child.consent, _start_data(opened))
    else:
        view = await act(accept_invitation, opened.code_hash)
        await show_commands(bot, message.chat.id, act.actor.roles, words)
        await say(
            message,
            Drawn(words.text("people-link-accepted", role=view.role.value, organisation=opened.organisation)),
        )
        await to_menu(dialog_manager)


async def on_menu(message: Message, act: Act, dialog_manager: DialogManager) -> None:
    """The menu; for strangers the way in."""
    await _begin(act, dialog_manager, {})


async def on_menu_button(query: CallbackQuery, act: Act, dialog_manager: DialogManager) -> None:
    """«Меню» under a plain message: the message stays as it is."""
    await _begin(act, dialog_manager, {})


async def on_help(message: Message, act: Act, words: Words) -> None:
    """What the bot is for and how to go on."""
    key = "menu-help-stranger" if act.actor.person_id is None else "menu-help"
    await say(message, Drawn(words.text(key), ((menu_key(words),),)))


async def on_cancel(message: Message, act: Act, words: Words, dialog_manager: DialogManager) -> None:
    """Leaves whatever was begun."""
    await say(message, Drawn(words.text("menu-cancelled")))
    await _begin(act, dialog_manager, {})


async def on_language(message: Message, words: Words) -> None:
    """Each language by its own name."""
    keys = tuple(Key(words.label(f"people-language-{locale}"), Language(locale=locale).pack()) for locale in LOCALES)
    await say(message, Drawn(words.text("people-settings-language"), (keys,)))


async def on_privacy(message: Message, act: Act, words: Words, dialog_manager: DialogManager) -> None:
    """What is kept, and the way to withdraw; of strangers nothing is kept."""
    if act.actor.person_id is None:
        await say(message, Drawn(words.text("people-privacy-stranger"), ((menu_key(words),),)))
        return
    await open_window(dialog_manager, Privacy.main)


async def on_card(message: Message, act: Act, db: Database, dialog_manager: DialogManager) -> None:
    """A mentor's card."""
    await open_window(dialog_manager, await own_card_state(db, act))


async def on_request(message: Message, act: Act, db: Database, clock: Clock, dialog_manager: DialogManager) -> None:
    """Where one's request is, or a new one."""
    async with db.read() as session:
        facts = await requests.menu_facts(session, act.actor, clock.now())
    if facts.own_id is not None:
        await open_window(dialog_manager, MyRequest.view)
    elif facts.may_ask:
        await open_window(dialog_manager, AskMentor.topics)
    else:
        await _begin(act, dialog_manager, {})


async def on_diary(message: Message, act: Act, dialog_manager: DialogManager) -> None:
    """One's meetings."""
    if act.actor.may(Permission.PLAN):
        await open_window(dialog_manager, Diary.list)
    else:
        await _begin(act, dialog_manager, {})


async def on_people(message: Message, act: Act, dialog_manager: DialogManager) -> None:
    """The curator's register."""
    if act.actor.may(Permission.CURATE):
        await open_window(dialog_manager, Staff.list)
    else:
        await _begin(act, dialog_manager, {})


async def on_week(message: Message, act: Act, dialog_manager: DialogManager) -> None:
    """The curator's week."""
    if act.actor.may(Permission.CURATE):
        await open_window(dialog_manager, Week.main)
    else:
        await _begin(act, dialog_manager, {})


async def _begin(act: Act, manager: DialogManager, data: dict[str, str | int]) -> None:
    if act.actor.person_id is not None:
        await to_menu(manager)
        return
    await open_window(manager, Join.hello, data)


def _start_data(opened: Invited) -> dict[str, str | int]:
    known: dict[str, str | int] = {"child": opened.child} if opened.child else {}
    return known | {
        "code_hash": opened.code_hash,
        "organisation_id": opened.organisation_id or 0,
        "organisation": opened.organisation,
        "role": opened.role.value if opened.role else "",
        "person": opened.person,
    }


def setup() -> Router:
    """The commands, and the button that is one."""
    router = Router(name="commands")
    router.message.register(on_start, CommandStart())
    router.message.register(on_menu, Command("menu"))
    router.message.register(on_help, Command("help"))
    router.message.register(on_cancel, Command("cancel"))
    router.message.register(on_language, Command("language"))
    router.message.register(on_privacy, Command("privacy"))
    router.message.register(on_card, Command("card"))
    router.message.register(on_request, Command("request"))
    router.message.register(on_diary, Command("diary"))
    router.message.register(on_people, Command("people"))
    router.message.register(on_week, Command("week"))
    router.callback_query.register(on_menu_button, MenuButton.filter())
    return router
