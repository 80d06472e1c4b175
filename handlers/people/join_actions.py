"""What the buttons of coming in do. Everything stays in the dialog until the last answer."""

from typing import Any

from aiogram.types import CallbackQuery, Message
from aiogram_dialog import DialogManager, ShowMode, StartMode

from handlers.commands import show_commands
from handlers.flow import finish, number, open_window, start_data, to_menu, typed
from handlers.kit import act_of, clock_of, database_of
from handlers.people.join_getters import is_parents, language, school_id
from handlers.people.states import Card, Child, Join
from handlers.telling import Drawn, say
from handlers.words import LOCALES
from models.errors import ProgrammeError
from models.people import queries
from models.people.consents import PARENT_VERSION, VERSION
from models.people.names import parse_name
from models.people.registration import Joined, join
from models.terms import Role

MAX_SEARCH = 100


async def on_begin(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """To the school, unless the invitation knows it or there is only one; a parent is of age."""
    if is_parents(manager):
        await manager.switch_to(Join.consent)
        return
    if "code_hash" in start_data(manager):
        await manager.switch_to(Join.age)
        return
    db = database_of(manager)
    clock = clock_of(manager)
    async with db.read() as session:
        schools = await queries.schools(session, clock.now())
    if len(schools) == 1:
        manager.dialog_data["school_id"] = schools[0].organisation_id
        await manager.switch_to(Join.age)
        return
    await manager.switch_to(Join.school)


async def on_other_language(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Changes to the other of the two languages."""
    now = language(manager).locale
    manager.dialog_data["locale"] = next(locale for locale in LOCALES if locale != now)
    language(manager)


async def on_school(_: CallbackQuery, __: Any, manager: DialogManager, chosen: str) -> None:
    """Remembers the school."""
    manager.dialog_data["school_id"] = number(chosen)
    await manager.switch_to(Join.age)


async def on_school_search(message: Message, _: Any, manager: DialogManager) -> None:
    """Narrows the list to schools with these words in their names."""
    manager.dialog_data["search"] = typed(message)[:MAX_SEARCH]


async def on_all_schools(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """The whole list again."""
    manager.dialog_data.pop("search", None)


async def on_back_from_age(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Back to the list, or to the first words where no list was shown."""
    await manager.switch_to(Join.hello if "code_hash" in start_data(manager) else Join.school)


async def on_adult(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """On to the consent."""
    manager.dialog_data["is_adult"] = True
    await manager.switch_to(Join.consent)


async def on_minor(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Told kindly; nothing is kept."""
    await finish(query, manager, Drawn(language(manager).text("people-join-minor-told")))


async def on_no_consent(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """Nothing is kept."""
    words = language(manager)
    key = "parents-consent-refused" if is_parents(manager) else "people-consent-refused"
    await finish(query, manager, Drawn(words.text(key)))


async def on_back_from_consent(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Back to the age, which no parent is asked."""
    await manager.switch_to(Join.hello if is_parents(manager) else Join.age)


async def on_consent(query: CallbackQuery, _: Any, manager: DialogManager) -> None:
    """On to what is not known yet; whoever was entered by the curator before is in."""
    manager.dialog_data["consent_version"] = PARENT_VERSION if is_parents(manager) else VERSION
    invitation = start_data(manager)
    if invitation.get("person"):
        await _join(query, manager, "")
    elif "code_hash" in invitation:
        await manager.switch_to(Join.name)
    else:
        await manager.switch_to(Join.role)


async def on_mentee(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Looks for a mentor."""
    await _choose_role(manager, Role.MENTEE)


async def on_mentor(_: CallbackQuery, __: Any, manager: DialogManager) -> None:
    """Is ready to help."""
    await _choose_role(manager, Role.MENTOR)


async def on_name(message: Message, _: Any, manager: DialogManager) -> None:
    """The last answer: now person, account, consent and role are written."""
    try:
        name = typed(message)
        parse_name(name)
    except ProgrammeError as refusal:
        # Said here and not by the common handler, which does not know the language chosen in the dialog.
        await say(message, Drawn(language(manager).text(refusal.key, **refusal.values)))
        return
    await _join(message, manager, name)


async def _choose_role(manager: DialogManager, role: Role) -> None:
    manager.dialog_data["role"] = role.value
    await manager.switch_to(Join.name)


async def _join(event: CallbackQuery | Message, manager: DialogManager, name: str) -> None:
    act = act_of(manager)
    draft, invitation, words = manager.dialog_data, start_data(manager), language(manager)
    joined = await act(
        join,
        name=name,
        is_adult=bool(draft.get("is_adult")) or is_parents(manager),
        consent_version=draft.get("consent_version", ""),
        locale=words.locale,
        code_hash=invitation.get("code_hash"),
        school_id=None if "code_hash" in invitation else school_id(manager),
        role=None if "code_hash" in invitation else Role(draft["role"]),
    )
    await _welcome(event, manager, joined)


async def _welcome(event: CallbackQuery | Message, manager: DialogManager, joined: Joined) -> None:
    words = language(manager)
    key = "people-join-done" if joined.is_admitted else "people-join-done-waiting"
    said = words.text(
        "parents-join-done" if joined.role is Role.GUARDIAN else key,
        name=joined.polite,
        organisation=joined.organisation,
        curator=joined.curator or joined.organisation,
        child=start_data(manager).get("child", ""),
    )
    await finish(event, manager, Drawn(said))
    act = act_of(manager)
    if event.from_user is not None:
        await show_commands(manager.middleware_data["bot"], event.from_user.id, act.actor.roles, words)
    if joined.role is Role.GUARDIAN:
        await open_window(manager, Child.list)
    elif joined.card_is_wanted:
        await manager.start(Card.topics, mode=StartMode.RESET_STACK, show_mode=ShowMode.SEND)
    else:
        await to_menu(manager)
